"""The library's precedents: published exchanges and the programme's own as one list to search, to filter, to map.

A place is never given coordinates of its own: it is counted to the country, and in Türkiye to the province, that its
words name.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from babel import Locale

from core.domain import nace, reference
from core.domain.choices import Direction, Kind
from core.domain.knowledge import mentions
from core.domain.knowledge.materials import all_concepts
from core.domain.knowledge.own_precedents import PROGRAMME
from core.domain.knowledge.precedents import Precedent, all_precedents
from core.domain.matching.cards import Card
from core.domain.register.finding import closest
from core.domain.text import fold
from core.i18n import marked as m

_SURE = 0.5  # how much a resource must be about a concept for its kind to be said
HOME = "TR"
_WRITTEN = {"uk": "GB", "usa": "US", "turkiye": HOME}  # where places write a country as CLDR does not
STATUSES = {
    "implemented": m("Carried out"),
    "planned": m("Planned"),
    "feasibility": m("Feasibility study"),
    "workshop match": m("Proposed at a workshop"),
    "demonstration": m("Demonstration"),
    "R&D": m("Research and development"),
    "lab trial": m("Laboratory trial"),
    "project": m("Project"),
    "negotiation": m("In negotiation"),
}


@dataclass(frozen=True)
class Shelved:
    """A precedent with what the library filters by; None where it is not known. `kind` is read from the resource."""

    precedent: Precedent
    giver_sector: str | None
    taker_sector: str | None
    kind: Kind | None
    country: str | None
    province: str | None

    @property
    def is_own(self) -> bool:
        """True for one of the programme's own."""
        return self.precedent.source == PROGRAMME

    @property
    def address(self) -> str | None:
        """Return the address of the source, None where the source is no page."""
        source = self.precedent.source
        return source if source.startswith(("http://", "https://")) else None


@dataclass(frozen=True)
class Wanted:
    """What the library is asked for; None asks for nothing. `is_own` True: the programme's own only."""

    query: str = ""
    giver_sector: str | None = None
    taker_sector: str | None = None
    kind: Kind | None = None
    country: str | None = None
    province: str | None = None
    status: str | None = None
    is_own: bool | None = None


@lru_cache(maxsize=4)
def shelved(own: tuple[Precedent, ...]) -> tuple[Shelved, ...]:
    """Return the programme's own precedents, the published ones of Türkiye, then the others as in their file."""
    found = (*own, *sorted(all_precedents(), key=lambda one: country_of(one.place) != HOME))
    kinds = _kinds(found)
    return tuple(
        Shelved(
            precedent=one,
            giver_sector=nace.sector_id(one.donor_nace),
            taker_sector=nace.sector_id(one.receiver_nace),
            kind=kinds[place],
            country=HOME if one.source == PROGRAMME else country_of(one.place),
            province=province_of(one.place),
        )
        for place, one in enumerate(found)
    )


def found(shelf: Sequence[Shelved], wanted: Wanted) -> tuple[Shelved, ...]:
    """Return what is asked for, best first; without a query in the order of the shelf."""
    fields = ("giver_sector", "taker_sector", "kind", "country", "province", "is_own")
    asked = {name: value for name in fields if (value := getattr(wanted, name)) is not None}
    kept = [
        one
        for one in shelf
        if all(getattr(one, name) == value for name, value in asked.items())
        and wanted.status in (None, one.precedent.status)
    ]
    if not wanted.query.strip():
        return tuple(kept)
    words = {id(one): text for one, text in zip(shelf, _words(tuple(shelf)), strict=True)}
    return tuple(kept[i] for i in closest(wanted.query, [words[id(one)] for one in kept], len(kept)))


def country_of(place: str) -> str | None:
    """Return the two-letter code of the country that a place ends with, None where it names none.

    >>> country_of("Cape Town (Atlantis), South Africa"), country_of("Southern Italy"), country_of("EU")
    ('ZA', 'IT', None)
    """
    words = fold(place.rpartition(",")[2]).split()
    known = _codes_by_name()
    tails = (" ".join(words[start:]) for start in range(len(words)))
    return next((known[tail] for tail in tails if tail in known), None)


def province_of(place: str) -> str | None:
    """Return the province of Türkiye that a place names, None where it names none.

    >>> province_of("Akhisar (Manisa), Türkiye"), province_of("Bilecik OSB, Türkiye"), province_of("Ordu")
    ('Manisa', 'Bilecik', 'Ordu')
    """
    said = set(fold(place.replace("(", " ").replace(")", " ").replace(",", " ")).split())
    if country_of(place) not in (HOME, None):
        return None
    return next((name for name in _provinces() if fold(name) in said), None)


def country_name(code: str, language: str) -> str:
    """Return a country's name in the reader's language.

    >>> country_name("IT", "tr"), country_name("US", "en")
    ('İtalya', 'United States')
    """
    return str(_locale(language).territories.get(code, code))


def by_country(some: Iterable[Shelved]) -> dict[str, int]:
    """Return how many precedents each country has, most first."""
    return _counted(one.country for one in some)


def by_province(some: Iterable[Shelved]) -> dict[str, int]:
    """Return how many precedents each province of Türkiye has, most first."""
    return _counted(one.province for one in some)


def _counted(values: Iterable[str | None]) -> dict[str, int]:
    return dict(Counter(one for one in values if one is not None).most_common())


def _kinds(some: Sequence[Precedent]) -> list[Kind | None]:
    cards = [Card("", Direction.HAVE, f"{one.resource_en}, {one.resource_tr}") for one in some]
    about = mentions.concepts_of(cards).toarray()
    concepts = all_concepts()
    return [
        Kind(concepts[int(row.argmax())].kind) if row.max(initial=0.0) >= _SURE else None for row in about
    ]


@lru_cache(maxsize=4)
def _words(shelf: tuple[Shelved, ...]) -> tuple[str, ...]:
    return tuple(" ".join(_said(one)) for one in shelf)


def _said(one: Shelved) -> list[str]:
    precedent = one.precedent
    texts = [
        getattr(precedent, f"{part}_{language}")
        for part in ("resource", "use", "donor", "receiver")
        for language in ("tr", "en")
    ]
    named = [country_name(one.country, language) for language in ("tr", "en")] if one.country else []
    return [*texts, precedent.place, *named, precedent.id]


@cache
def _codes_by_name() -> dict[str, str]:
    names = {fold(name): code for code, name in _locale("en").territories.items() if len(code) == 2}
    return names | _WRITTEN


@cache
def _provinces() -> tuple[str, ...]:
    return tuple(one["properties"]["name"] for one in reference.outlines("provinces")["features"])


@cache
def _locale(language: str) -> Locale:
    return Locale.parse("tr" if language == "tr" else "en")
