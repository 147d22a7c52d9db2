"""What speaks for a pair, in things that can be named: the concepts that met, what such a thing is wanted for, a
precedent, what the taker's trade uses.

Worked out from the cards it is given: give it what the reader sees of them, and nothing else can come out.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

import numpy as np

from core.domain.datafiles import rows_of
from core.domain.knowledge import mentions, precedents, sectors, services, wanted_for
from core.domain.knowledge.concepts import concept_base, find, opened
from core.domain.knowledge.materials import Concept
from core.domain.knowledge.precedents import Precedent
from core.domain.matching.cards import Card
from core.domain.matching.features import Knowledge

MEETINGS = 2  # more pairs of concepts than that nobody reads
_SURE_FROM = 0.7  # how much a card must be about a concept to mean it
_MEET_FROM = 0.12  # weight × weight × fit; below it two texts only touch
_MEET_TOO_FROM = 0.25  # the same for a second meeting, which must say something of its own
_SERVES_FROM = 0.25  # how surely the have is a thing that such wants are written for
_SPEAKS_FROM = 0.3  # how well a pair must stand in for a precedent
_NEEDS_FROM = 0.3  # how surely the taker's sector takes such a thing in
_THING_FROM = 0.3  # how surely the have is the thing that the sector takes in
_NAMES_FROM, _TELLS_FROM = 0.9, 0.4  # a want names a thing: how surely, and how much that thing tells


class Meeting(StrEnum):
    """How the have's concept meets the want's."""

    SAME = "same"
    KIND_OF = "kind_of"  # the have is a sort of what is wanted
    GENERAL = "general"  # what is wanted is a sort of the have
    STANDS_IN = "stands_in"
    KIN = "kin"  # both are sorts of `common`
    READ = "read"  # one service that both texts speak of without naming it


@dataclass(frozen=True)
class Met:
    """Two concepts that met, one of each card."""

    have: Concept
    want: Concept
    how: Meeting
    common: Concept | None = None
    is_sure: bool = True  # both cards are about it, not beside other things


@dataclass(frozen=True)
class Need:
    """A thing that an activity takes in: NACE digits (2 or 4), first names of both as sectors.csv has them."""

    nace: str
    sector_en: str
    sector_tr: str
    thing_en: str
    thing_tr: str

    def sector(self, language: str) -> str:
        """Return what the activity is called, in "tr" or "en"."""
        return self.sector_tr if language == "tr" else self.sector_en

    def thing(self, language: str) -> str:
        """Return the thing's name, in "tr" or "en"."""
        return self.thing_tr if language == "tr" else self.thing_en


@dataclass(frozen=True)
class Serving:
    """A thing that the want is a use of: the have is one, or only stands in for it."""

    thing: Concept
    stands_in: bool


@dataclass(frozen=True)
class Evidence:
    """What speaks for a pair, each part empty or None where it does not speak clearly."""

    meetings: tuple[Met, ...] = ()
    serves: Serving | None = None
    precedent: Precedent | None = None
    need: Need | None = None
    asked: Concept | None = None  # what the want names instead, where the have is nothing of it


def of_pairs(haves: Sequence[Card], wants: Sequence[Card], known: Knowledge) -> tuple[Evidence, ...]:
    """Return what speaks for each have with the want at the same place."""
    if not haves:
        return ()
    found_precedents = _precedents(haves, wants, known)
    found_needs = _needs(haves, wants, known)
    return tuple(
        _evidence(have, want, meetings(have, want) or read, serves, precedent, need)
        for have, want, read, serves, precedent, need in zip(
            haves,
            wants,
            _read(haves, wants),
            _serving(haves, wants),
            found_precedents,
            found_needs,
            strict=True,
        )
    )


def _evidence(
    have: Card,
    want: Card,
    met: tuple[Met, ...],
    serves: Serving | None,
    precedent: Precedent | None,
    need: Need | None,
) -> Evidence:
    return Evidence(met, serves, precedent, need, None if met else asked_instead(have, want))


def asked_instead(have: Card, want: Card) -> Concept | None:
    """Return the thing that a want names where the have met none of it: its words or its site speak for the pair.

    None where either name says nothing known, or the want names a use ("fuel"), which many things serve.
    """
    base = concept_base()
    named = [row for row, weight in find(want.name).items() if weight >= _NAMES_FROM]
    if not named or max(find(have.name).values(), default=0.0) < _SURE_FROM:
        return None
    if any(base.telling[row] < _TELLS_FROM or base.concepts[row].id in _used_as() for row in named):
        return None
    return base.concepts[named[0]]


@cache
def _used_as() -> frozenset[str]:
    return frozenset(row["use_concept"] for row in rows_of("uses.csv"))


def meetings(have: Card, want: Card) -> tuple[Met, ...]:
    """Return at most MEETINGS pairs of concepts that met, the nearest first, each concept once.

    >>> from core.domain.choices import Direction
    >>> [(one.have.id, one.how.value, one.want.id)
    ...  for one in meetings(Card("h", Direction.HAVE, "uçucu kül"), Card("w", Direction.WANT, "kül"))]
    [('fly_ash', 'kind_of', 'ash')]
    """
    base = concept_base()
    pairs = [
        (weight_a * weight_b * float(base.fit[a, b]), a, b, min(weight_a, weight_b))
        for a, weight_a in _named(have).items()
        for b, weight_b in _named(want).items()
    ]
    chosen: list[Met] = []
    used: set[int] = set()
    for value, a, b, least in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if value < (_MEET_TOO_FROM if chosen else _MEET_FROM) or len(chosen) == MEETINGS:
            break
        if used.isdisjoint((a, b)):
            chosen.append(replace(_met(a, b), is_sure=least >= _SURE_FROM))
            used |= {a, b}
    return tuple(chosen)


def _read(haves: Sequence[Card], wants: Sequence[Card]) -> list[tuple[Met, ...]]:
    """Return the service that each pair speaks of most, none where it does not speak of one clearly."""
    offered = services.readings(haves, services.shares(haves))
    both = offered.multiply(services.readings(wants, services.shares(wants))).toarray()
    known = services.service_base().concepts
    return [
        (Met(known[best], known[best], Meeting.READ, is_sure=False),) if row[best] >= _MEET_FROM else ()
        for row, best in zip(both, both.argmax(axis=1), strict=True)
    ]


def _serving(haves: Sequence[Card], wants: Sequence[Card]) -> list[Serving | None]:
    """Return the thing by which each have most surely serves the want, None where it does not clearly."""
    base = concept_base()
    about = mentions.concepts_of(haves)
    given, is_one = opened(about, base.gives), opened(about, base.takes).toarray() > 0
    goods = 1.0 - services.shares(haves)[:, np.newaxis]
    both = given.multiply(goods).multiply(wanted_for.readings(wants, 1.0 - services.shares(wants))).toarray()
    return [
        Serving(base.concepts[best], not own[best]) if row[best] >= _SERVES_FROM else None
        for row, own, best in zip(both, is_one, both.argmax(axis=1), strict=True)
    ]


def _named(card: Card) -> dict[int, float]:
    """Return the concepts that name or description name outright, with how much the card is about them."""
    return {row: weight * 0.6 for row, weight in find(card.description).items()} | find(card.name)


def _met(a: int, b: int) -> Met:
    base = concept_base()
    concepts, above = base.concepts, base.above
    if a == b:
        return Met(concepts[a], concepts[b], Meeting.SAME)
    if b in above[a]:
        return Met(concepts[a], concepts[b], Meeting.KIND_OF)
    if a in above[b]:
        return Met(concepts[a], concepts[b], Meeting.GENERAL)
    stands_for = {base.row_of[name] for row in above[a] for name in concepts[row].stands_in_for}
    if any(b == one or b in above[one] or one in above[b] for one in stands_for):
        return Met(concepts[a], concepts[b], Meeting.STANDS_IN)
    shared = sorted(set(above[a]) & set(above[b]), key=lambda row: (-base.telling[row], row))
    return Met(concepts[a], concepts[b], Meeting.KIN, concepts[shared[0]] if shared else None)


def _precedents(haves: Sequence[Card], wants: Sequence[Card], known: Knowledge) -> list[Precedent | None]:
    base = known.precedents
    if not base.precedents:
        return [None] * len(haves)
    given = precedents.as_giver(haves, base, mentions.concepts_of(haves))
    taken = precedents.as_taker(wants, base, mentions.concepts_of(wants))
    both = given * taken
    best = both.argmax(axis=1)
    return [
        base.precedents[column] if both[row, column] >= _SPEAKS_FROM else None
        for row, column in enumerate(best)
    ]


def _needs(haves: Sequence[Card], wants: Sequence[Card], known: Knowledge) -> list[Need | None]:
    base = known.sectors
    said = sectors.things(haves, base)
    both = sectors.needs(said, mentions.concepts_of(haves), base) * sectors.memberships(wants, base)
    best = both.argmax(axis=1)
    return [
        _need(have, said[row], int(best[row]), known) if both[row, best[row]] >= _NEEDS_FROM else None
        for row, have in enumerate(haves)
    ]


def _need(
    have: Card, said: "np.ndarray[tuple[int], np.dtype[np.float64]]", sector: int, known: Knowledge
) -> Need | None:
    """Return the thing that a sector takes in and the have most surely is."""
    base, concepts = known.sectors, concept_base()
    named = _named(have)

    def sureness(thing: int) -> float:
        told = [
            weight * float(concepts.covered[row, other])
            for text in base.flows[thing]
            for other, surely in find(text).items()
            if surely >= _THING_FROM
            for row, weight in named.items()
        ]
        return float(base.consumes[sector, thing]) * (float(said[thing]) + max(told, default=0.0)) / 2

    taken = np.flatnonzero(base.consumes[sector] > 0)
    if not len(taken):
        return None
    best = max((int(thing) for thing in taken), key=lambda thing: (sureness(thing), -thing))
    if sureness(best) < _THING_FROM:
        return None
    code = base.codes[sector]
    return Need(code, *_sector_names().get(code, (code, code)), *map(_first, base.flows[best]))


@cache
def _sector_names() -> dict[str, tuple[str, str]]:
    names = [row for row in rows_of("sectors.csv") if row["role"] == "name"]
    return {row["nace"]: (_first(row["term_en"]), _first(row["term_tr"])) for row in reversed(names)}


def _first(synonyms: str) -> str:
    return synonyms.split(",", maxsplit=1)[0].strip()
