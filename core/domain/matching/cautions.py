"""What a plant manager must know before an exchange: the rules of data/knowledge/cautions.csv that meet a pair.

A caution marks a suggestion, it never changes its score: what must not be suggested at all stands in `exclusions`. A
row whose `checked_on` is empty was written from general knowledge of the rule and not yet read against its text.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from core.domain import reference
from core.domain.choices import Place
from core.domain.datafiles import day, listed, rows_of
from core.domain.knowledge.concepts import concept_base, find
from core.domain.knowledge.mentions import with_broader
from core.domain.matching.cards import Card

HAZARDOUS, PAIRED = "hazardous", "mirror"  # words that stand for codes in have_codes
_SURELY = 0.5  # how much a text must be about a concept
_PAIRED_TYPES = ("MH", "MN")


class Level(StrEnum):
    """How much a caution weighs, the gravest first."""

    FORBIDDEN = "forbidden"
    LICENCE = "licence"
    TEST = "test"


class Where(StrEnum):
    """What a caution asks of the two places."""

    ANYWHERE = ""
    ORGANISED_ZONE = "organised_zone"  # one side lies in one
    LEAVES_FREE_ZONE = "leaves_free_zone"  # the giver lies in one, the taker outside


@dataclass(frozen=True)
class Caution:
    """One line of cautions.csv. An empty condition asks nothing, a kind that is not known meets any; of the `have_…`
    lists but for kinds one must meet, of want_concepts and want_nace too."""

    caution_id: str
    have_kinds: frozenset[str]
    have_concepts: frozenset[str]
    have_codes: tuple[str, ...]
    have_hazards: frozenset[str]
    want_kinds: frozenset[str]
    want_concepts: frozenset[str]
    want_nace: tuple[str, ...]
    where: Where
    level: Level
    rule_en: str
    rule_tr: str
    source: str
    checked_on: date | None

    def rule(self, language: str) -> str:
        """Return what must be known, in "tr" or "en"."""
        return self.rule_tr if language == "tr" else self.rule_en


@dataclass(frozen=True)
class Spot:
    """Where a side lies, None where it is not known or not the reader's to know."""

    place: Place | None = None
    zone_id: str | None = None


@cache
def all_cautions() -> tuple[Caution, ...]:
    """Return the lines of cautions.csv in the order of the file."""
    return tuple(
        Caution(
            caution_id=row["caution_id"],
            have_kinds=frozenset(listed(row["have_kinds"])),
            have_concepts=frozenset(listed(row["have_concepts"])),
            have_codes=listed(row["have_codes"]),
            have_hazards=frozenset(listed(row["have_hazards"])),
            want_kinds=frozenset(listed(row["want_kinds"])),
            want_concepts=frozenset(listed(row["want_concepts"])),
            want_nace=listed(row["want_nace"]),
            where=Where(row["where"]),
            level=Level(row["level"]),
            rule_en=row["rule_en"],
            rule_tr=row["rule_tr"],
            source=row["source"],
            checked_on=day(row["checked_on"]),
        )
        for row in rows_of("cautions.csv")
    )


def between(
    have: Card,
    want: Card,
    *,
    is_hazardous: bool = False,
    giver: Spot | None = None,
    taker: Spot | None = None,
) -> tuple[Caution, ...]:
    """Return the cautions that meet a pair, the gravest first, the more particular first among equals.

    `is_hazardous` is what the have's card says of itself beside its codes. Only what is given is judged: leave out what
    the reader may not know.

    >>> from core.domain.choices import Direction
    >>> ash = Card("h", Direction.HAVE, "uçucu kül")
    >>> [one.caution_id for one in between(ash, Card("w", Direction.WANT, "beton katkısı", nace=("2361",)))][:1]
    ['fly_ash_concrete']
    """
    given, taken = _Given.of(have, is_hazardous), _Taken.of(want)
    spots = (giver or Spot(), taker or Spot())
    met = [one for one in all_cautions() if _gives(one, given) and _takes(one, taken) and _lies(one, *spots)]
    return together([met])


def together(told: Iterable[Iterable[Caution]]) -> tuple[Caution, ...]:
    """Return the cautions of several pairs, each once, in the order of `between`."""
    order = list(Level)
    met = dict.fromkeys(one for some in told for one in some)
    return tuple(sorted(met, key=lambda one: (order.index(one.level), _generality(one))))


@dataclass(frozen=True)
class _Given:
    kind: str
    named: frozenset[str]
    hazards: frozenset[str]
    codes: tuple[str, ...]
    words: frozenset[str]

    @classmethod
    def of(cls, card: Card, is_hazardous: bool) -> "_Given":
        about = _about(card)
        known = [code for code in (reference.waste_codes().get(one) for one in card.waste_codes) if code]
        words = set()
        if is_hazardous or any(code.hazardous for code in known):
            words.add(HAZARDOUS)
        if any(code.entry_type in _PAIRED_TYPES for code in known):
            words.add(PAIRED)
        hazards = frozenset(hazard for row in about for hazard in concept_base().concepts[row].hazards)
        kind = card.kind.value if card.kind else ""
        return cls(kind, concepts_of(card), hazards, card.waste_codes, frozenset(words))


@dataclass(frozen=True)
class _Taken:
    kind: str
    named: frozenset[str]
    done: frozenset[str]  # what the activity speaks of: a product, or a plant
    nace: tuple[str, ...]

    @classmethod
    def of(cls, card: Card) -> "_Taken":
        kind = card.kind.value if card.kind else ""
        return cls(kind, concepts_of(card), with_broader(_surely(find(card.activity))), card.nace)


def _about(card: Card) -> list[int]:
    """Return what the name says; what the description mentions counts only where the name says nothing."""
    return _surely(find(card.name)) or _surely(find(card.description))


def _surely(found: dict[int, float]) -> list[int]:
    return [row for row, weight in found.items() if weight >= _SURELY]


def concepts_of(card: Card) -> frozenset[str]:
    """Return the ids of what a card is surely about, and of the wider things above them.

    >>> from core.domain.choices import Direction
    >>> sorted(concepts_of(Card("h", Direction.HAVE, "uçucu kül")))[:2]
    ['ash', 'cementitious']
    """
    return with_broader(_about(card))


def _gives(row: Caution, given: _Given) -> bool:
    if row.have_kinds and given.kind not in row.have_kinds:
        return False
    if not (row.have_concepts or row.have_codes or row.have_hazards):
        return True
    return (
        bool(row.have_concepts & given.named)
        or bool(row.have_hazards & given.hazards)
        or bool(given.words.intersection(row.have_codes))
        or any(code.startswith(row.have_codes) for code in given.codes)
    )


def _takes(row: Caution, taken: _Taken) -> bool:
    if row.want_kinds and taken.kind and taken.kind not in row.want_kinds:
        return False
    if not (row.want_concepts or row.want_nace):
        return True
    if row.want_concepts & taken.named or any(code.startswith(row.want_nace) for code in taken.nace):
        return True
    # a grower of tomatoes makes food, but puts nothing into food: where both are known, the NACE code says which
    judged_by_code = bool(row.want_nace and taken.nace)
    return not judged_by_code and bool(row.want_concepts & taken.done)


def _lies(row: Caution, giver: Spot, taker: Spot) -> bool:
    if row.where is Where.ORGANISED_ZONE:
        return Place.ORGANISED_ZONE in (giver.place, taker.place)
    if row.where is Where.LEAVES_FREE_ZONE:
        leaves = taker.place is not None and (taker.place, taker.zone_id) != (giver.place, giver.zone_id)
        return giver.place is Place.FREE_ZONE and leaves
    return True


def _generality(row: Caution) -> int:
    """Return 0 where a row names thing and use, 1 where it names things, 2 where it speaks of all of a kind."""
    names_thing = bool(row.have_concepts) or any(code not in (HAZARDOUS, PAIRED) for code in row.have_codes)
    return 2 - names_thing - bool(names_thing and (row.want_concepts or row.want_nace))
