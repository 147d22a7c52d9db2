"""What must never be suggested, whatever the score: the pairs of data/knowledge/exclusions.csv.

A row says which dangers must not go to which uses, and what takes a want out of it (a licensed plant). What marks a
danger or a use in a card stands in data/knowledge/danger_words.csv. Each card carries one bit for each row whose side
it meets, in as many numbers as the rows need; a pair that shares a bit is left out before any ranking, so that no
weight can bring it back.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

import numpy as np
import numpy.typing as npt

from core.domain import reference
from core.domain.choices import FLOWS, Direction, Kind
from core.domain.datafiles import listed, rows_of
from core.domain.knowledge.concepts import concept_base, find
from core.domain.knowledge.dangers import (
    affirmed,
    all_groups,
    asked,
    figures_in,
    groups_met,
    meant,
    phrases_in,
    plain,
    purposes,
    sentences,
)
from core.domain.knowledge.mentions import with_broader
from core.domain.knowledge.services import shares
from core.domain.matching.cards import Card

Masks = npt.NDArray[np.int64]  # cards × numbers
Bools = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float64]

_BITS = 63  # of a number; its sign stays free
_ANYTHING = "*"
_OF_SERVICE = ("helper", "quality", "danger_of_service")
_IN_NAME = (
    "helper",
    "quality",
    "danger",
    "danger_named",
    "danger_of_water",
    "danger_of_heat",
    "danger_of_service",
)
_IN_DESCRIPTION = ("helper", "quality", "danger")  # which also tells of neighbours, takers and the plant
_OF_HEAT = ("helper", "quality", "danger_of_water", "danger_of_heat")
_WANT_SIDES = ("helper", "use", "way_out")
_SURELY = 0.5  # how much a text must be about a concept
_HARMLESS_ENDS = ("energy", "fuel", "capacity", "space", "logistics", "expertise", "workforce", "technology")
_DURABLE = (
    "general_machinery", "reused_equipment", "metal_structure", "electronics", "cooling_water", "fire_water",
    "boiler_feed_water",
)  # fmt: skip
_HEAT_WORDS = (" heat", " isisi", " isi")
_STURDY = ("aggregate", "cementitious", "abrasive", "metal")  # durable unless life or dwellings are near
_NOT_BY_TRADE = {  # a farm that grows food is no food maker, who lays water mains drinks no sand
    "food", "food_ingredient", "fuel", "food_residue", "drinking_water", "feed", "feed_energy",
}  # fmt: skip
_LIVING = {"life", "indoor"}
_BARE_GOODS = ("organic_residue", "animal_by_product", "feed", "food", "biomass_fuel")
_SERVICE = "service_said"
_GUESSED = {"dirty_trade", "poison_trade"}  # dangers of goods that nothing but their origin tells


@dataclass(frozen=True)
class Exclusion:
    """One line of exclusions.csv. `rule` names the law that says so, or where there is none, why we do."""

    exclusion_id: str
    dangers: frozenset[str]
    fit: frozenset[str]
    uses: frozenset[str]
    unless: frozenset[str]
    unless_nace: tuple[str, ...]
    reason_en: str
    reason_tr: str
    rule: str

    def reason(self, language: str) -> str:
        """Return why, in "tr" or "en"."""
        return self.reason_tr if language == "tr" else self.reason_en


@dataclass(frozen=True)
class _Text:
    """Concepts a text names and is about, its phrases, and those of the sentences that tell what it is or is for."""

    named: tuple[int, ...]
    about: tuple[int, ...]
    phrases: frozenset[str]
    sentences: tuple[frozenset[str], ...]


@cache
def all_exclusions() -> tuple[Exclusion, ...]:
    """Return the lines of exclusions.csv in the order of the file."""
    return tuple(
        Exclusion(
            exclusion_id=row["exclusion_id"],
            dangers=frozenset(listed(row["dangers"])),
            fit=frozenset(listed(row["fit"])),
            uses=frozenset(listed(row["uses"])),
            unless=frozenset(listed(row["unless"])),
            unless_nace=listed(row["unless_nace"]),
            reason_en=row["reason_en"],
            reason_tr=row["reason_tr"],
            rule=row["rule"],
        )
        for row in rows_of("exclusions.csv")
    )


def masks(cards: Sequence[Card], served: Floats | None = None) -> Masks:
    """Return for each card the bits of the exclusions whose side it meets; two cards that share one never pair.

    One row a card, one number for each 63 lines of exclusions.csv. `served` is what `shares` says of the cards, where
    that is known already.
    """
    known: dict[tuple[object, ...], tuple[int, ...]] = {}
    found = np.zeros((len(cards), -(-len(all_exclusions()) // _BITS)), dtype=np.int64)
    is_service = (_served(cards) if served is None else served) == 1
    for place, card in enumerate(cards):
        said = (
            card.direction,
            card.kind,
            card.name,
            card.description,
            card.activity,
            card.nace,
            card.waste_codes,
        )
        if said not in known:
            bits = _mask(card, bool(is_service[place]))
            known[said] = tuple(bits >> _BITS * word & (1 << _BITS) - 1 for word in range(found.shape[1]))
        found[place] = known[said]
    return found


def share(one: Masks, other: Masks) -> Bools:
    """Return which rows of two masks (or a row and rows) share a bit: those pairs are excluded."""
    return np.asarray((one & other).any(axis=-1))


def of_bits(bits: Sequence[int]) -> tuple[Exclusion, ...]:
    """Return the exclusions that one row of a mask stands for."""
    return tuple(
        row for place, row in enumerate(all_exclusions()) if bits[place // _BITS] >> place % _BITS & 1
    )


def between(have: Card, want: Card) -> tuple[Exclusion, ...]:
    """Return the exclusions that forbid a pair; empty where none does."""
    both = _mask_of_have(have, bool(_served([have])[0] == 1)) & _mask_of_want(want)
    return tuple(row for bit, row in enumerate(all_exclusions()) if both >> bit & 1)


def _served(cards: Sequence[Card]) -> Floats:
    """Return `shares` of the haves that do not say their kind, 0 for all others, of which nobody asks."""
    found = np.zeros(len(cards))
    unsaid = [
        place for place, card in enumerate(cards) if card.direction is Direction.HAVE and card.kind is None
    ]
    if unsaid:
        found[unsaid] = shares([cards[place] for place in unsaid])
    return found


def _mask(card: Card, is_service: bool) -> int:
    return _mask_of_have(card, is_service) if card.direction is Direction.HAVE else _mask_of_want(card)


def _mask_of_have(card: Card, is_service: bool) -> int:
    if card.kind not in (None, *FLOWS):
        return _mask_of_service(card)
    name, description = _have_text(card.name), _have_text(card.description)
    about = name.about or description.about
    codes = _beginnings("code", card.waste_codes)
    waste_codes = reference.waste_codes()
    if any(code in waste_codes and waste_codes[code].hazardous for code in card.waste_codes):
        codes.add("code:hazardous")
    named = with_broader(about)
    # What a description mentions beside ("smells of …") does not make the thing itself hazardous.
    hazards = {hazard for row in name.about for hazard in concept_base().concepts[row].hazards}
    facts = codes | name.phrases | {f"hazard:{one}" for one in hazards} | {f"concept:{one}" for one in named}
    # Heat crosses an exchanger, what carries it does not.
    is_only_heat = plain(card.name).endswith(_HEAT_WORDS)
    is_heat = (card.kind is Kind.ENERGY or "waste_heat" in named or is_only_heat) and "fuel" not in named
    if not about:
        facts.add("thing:unknown")
    sides = (_OF_HEAT[:-2] + _OF_HEAT[-1:] if is_only_heat else _OF_HEAT) if is_heat else _IN_NAME
    met = groups_met(facts | _origins(card), sides)
    if not is_heat:
        for phrases in description.sentences:
            met |= groups_met(facts | phrases, _IN_DESCRIPTION)
    # A service is no feed and no fuel; but "the load of the cesspit truck" is goods, whatever it reads like, unless
    # it says itself what it does ("asbestos survey team").
    is_unsaid = card.kind is None and not card.waste_codes
    if is_unsaid and is_service and (_SERVICE in met or met.isdisjoint(_told())):
        return _mask_of_service(card)
    return _bits(
        (not row.dangers.isdisjoint(met) or (_ANYTHING in row.dangers and not is_heat))
        and row.fit.isdisjoint(met)
        for row in all_exclusions()
    )


def _mask_of_service(card: Card) -> int:
    """Return what a service must not be lent to: a tanker of acid is no feed, but carries no milk either."""
    met = groups_met(_have_text(card.name).phrases | _origins(card), _OF_SERVICE)
    for phrases in _have_text(card.description).sentences:
        met |= groups_met(phrases | _origins(card), _OF_SERVICE)
    return _bits(not row.dangers.isdisjoint(met) for row in all_exclusions())


def _origins(card: Card) -> set[str]:
    """Return where a thing comes from: "rinse water" is clean at a laundry of bottles, not at a plating shop."""
    known = _have_text(card.activity).phrases | _have_text(card.name).phrases | _beginnings("made", card.nace)
    return {f"@{origin}" for origin in groups_met(known, ("origin",))}


def _mask_of_want(card: Card) -> int:
    name, description, activity = map(_want_text, (card.name, card.description, card.activity))
    about = name.about or description.about
    named = with_broader(about)
    is_durable = (
        card.kind not in (None, Kind.MATERIAL, Kind.WATER)
        or not named.isdisjoint(_DURABLE)
        or any(
            above.intersection(_HARMLESS_ENDS) and not above.intersection(_BARE_GOODS)
            for above in (with_broader([row]) for row in about)
        )
    )
    made = activity.phrases | _beginnings("made", card.nace)
    if not is_durable and not named.isdisjoint(_STURDY):
        is_durable = _LIVING.isdisjoint(groups_met(made, _WANT_SIDES))
    facts = {f"concept:{one}" for one in named} | _beginnings("nace", card.nace)
    facts |= name.phrases.union(*description.sentences)
    own = groups_met(facts, (*_WANT_SIDES, "use_named")) & _told_by_name()
    places = groups_met(facts | activity.phrases, ("place",))  # a fuel is harmless, but not in any stove
    facts |= {f"@{place}" for place in places}
    if not is_durable:
        facts |= made
        trade = with_broader(activity.named)
        facts |= {f"concept:{one}" for one in trade - _NOT_BY_TRADE}
        if "food" in trade:
            facts.add("thing:food_trade")
    met = groups_met(facts, _WANT_SIDES) | own
    return _bits(
        (_ANYTHING in row.uses or not row.uses.isdisjoint(met))
        and row.unless.isdisjoint(met)
        and not any(code.startswith(row.unless_nace) for code in card.nace)
        for row in all_exclusions()
    )


@lru_cache(maxsize=20_000)
def _have_text(text: str) -> _Text:
    folded = affirmed(text)
    found = _text(text, folded, sentences(folded))
    denied = {f"denied:{one}" for one in phrases_in(meant(text)) - found.phrases}
    return replace(found, phrases=found.phrases | denied)


@lru_cache(maxsize=20_000)
def _want_text(text: str) -> _Text:
    folded = asked(text)
    return _text(text, folded, purposes(folded))


def _text(text: str, folded: str, telling: Sequence[str]) -> _Text:
    found = find(text if folded == plain(text) else folded)  # the ranking has found the whole text already
    return _Text(
        named=tuple(found),
        about=tuple(row for row, weight in found.items() if weight >= _SURELY),
        phrases=phrases_in(folded) | figures_in(folded),
        sentences=tuple(phrases_in(one) for one in telling),
    )


@cache
def _told() -> frozenset[str]:
    sides = set(_IN_NAME) - set(_OF_SERVICE)
    return frozenset(group.name for group in all_groups() if group.side in sides) - _GUESSED


@cache
def _told_by_name() -> frozenset[str]:
    return frozenset(group.name for group in all_groups() if group.side == "use_named")


def _beginnings(column: str, codes: Iterable[str]) -> set[str]:
    return {f"{column}:{code[:end]}" for code in codes for end in range(2, len(code) + 1)}


def _bits(met: Iterable[bool]) -> int:
    return sum(1 << bit for bit, is_met in enumerate(met) if is_met)
