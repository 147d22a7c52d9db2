"""What must never be suggested, whatever the score: the pairs of data/knowledge/exclusions.csv.

A row says which haves (concepts and what is narrower, beginnings of waste codes, hazards) must not go to which wants
(concepts of what is wanted or made, NACE of the taker). Each card carries one bit for each row whose side it meets; a
pair that shares a bit is left out before any ranking, so that no weight can bring it back.
"""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from core.config import KNOWLEDGE
from core.domain import reference
from core.domain.cards import Card
from core.domain.concepts import concept_base, find
from core.domain.model import Direction, Kind
from core.domain.text import stems, tokens

Masks = npt.NDArray[np.int64]

_ANYTHING = "*"
_HAZARDOUS = "hazardous"
_SURELY = 0.5  # how much a text must be about a concept
_HARMLESS_ENDS = ("energy", "fuel", "capacity", "space", "logistics", "expertise", "workforce", "technology")
_EATEN = ("organic_residue", "animal_by_product", "feed", "food")
_HAZARD_STEMS = frozenset(
    stems(
        tokens("tehlikeli kontamine zehirli toksik radyoaktif kanserojen asbestli tıbbi enfekte")
        + tokens(
            "hazardous contaminated poisonous toxic radioactive carcinogenic asbestos infectious clinical"
        )
    )
)


@dataclass(frozen=True)
class Exclusion:
    """One line of exclusions.csv. `rule` names the law that says so, or where there is none, why we do."""

    exclusion_id: str
    have_concepts: frozenset[str]
    have_codes: tuple[str, ...]
    have_hazards: frozenset[str]
    want_concepts: frozenset[str]
    want_nace: tuple[str, ...]
    unless_nace: tuple[str, ...]
    reason_en: str
    reason_tr: str
    rule: str

    def reason(self, language: str) -> str:
        """Return why, in "tr" or "en"."""
        return self.reason_tr if language == "tr" else self.reason_en


@cache
def all_exclusions() -> tuple[Exclusion, ...]:
    """Return the lines of exclusions.csv in the order of the file."""
    with (KNOWLEDGE / "exclusions.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            Exclusion(
                exclusion_id=row["exclusion_id"],
                have_concepts=frozenset(_list(row["have_concepts"])),
                have_codes=_list(row["have_codes"]),
                have_hazards=frozenset(_list(row["have_hazards"])),
                want_concepts=frozenset(_list(row["want_concepts"])),
                want_nace=_list(row["want_nace"]),
                unless_nace=_list(row["unless_nace"]),
                reason_en=row["reason_en"],
                reason_tr=row["reason_tr"],
                rule=row["rule"],
            )
            for row in csv.DictReader(file)
        )


def _list(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split(";") if part)


def masks(cards: Sequence[Card]) -> Masks:
    """Return for each card the bits of the exclusions whose side it meets; two cards that share one never pair."""
    return np.array(
        [_mask_of_have(card) if card.direction is Direction.HAVE else _mask_of_want(card) for card in cards],
        dtype=np.int64,
    )


def between(have: Card, want: Card) -> tuple[Exclusion, ...]:
    """Return the exclusions that forbid a pair; empty where none does."""
    both = _mask_of_have(have) & _mask_of_want(want)
    return tuple(row for bit, row in enumerate(all_exclusions()) if both >> bit & 1)


def _mask_of_have(card: Card) -> int:
    if card.kind not in (None, Kind.MATERIAL, Kind.WATER):
        return 0
    about = [row for row, weight in _concepts(card).items() if weight >= _SURELY]
    named = _with_broader(about)
    # What a description mentions beside ("no oil in it", "smells of …") does not make the thing itself hazardous.
    is_called = [row for row, weight in find(card.name).items() if weight >= _SURELY]
    hazards = {hazard for row in is_called for hazard in concept_base().concepts[row].hazards}
    codes = reference.waste_codes()
    is_hazardous = any(code in codes and codes[code].hazardous for code in card.waste_codes) or bool(
        _HAZARD_STEMS & set(stems(tokens(f"{card.name} {card.description}")))
    )
    return _bits(
        bool(row.have_concepts & named)
        or bool(row.have_hazards & hazards)
        or (is_hazardous and _HAZARDOUS in row.have_codes)
        or any(code.startswith(row.have_codes) for code in card.waste_codes)
        for row in all_exclusions()
    )


def _mask_of_want(card: Card) -> int:
    about = [row for row, weight in _concepts(card).items() if weight >= _SURELY]
    named = _with_broader(about)
    is_harmless = card.kind not in (None, Kind.MATERIAL, Kind.WATER) or any(
        above.intersection(_HARMLESS_ENDS) and not above.intersection(_EATEN)
        for above in (_with_broader([row]) for row in about)
    )
    made = frozenset() if is_harmless else _with_broader(find(card.activity))
    nace = () if is_harmless else card.nace
    return _bits(
        not any(code.startswith(row.unless_nace) for code in card.nace)
        and (
            _ANYTHING in row.want_concepts
            or bool(row.want_concepts & (named | made))
            or any(code.startswith(row.want_nace) for code in nace)
        )
        for row in all_exclusions()
    )


def _concepts(card: Card) -> dict[int, float]:
    return find(card.description) | find(card.name)


def _with_broader(rows: Iterable[int]) -> frozenset[str]:
    base = concept_base()
    return frozenset(base.concepts[above].id for row in rows for above in base.above[row])


def _bits(met: Iterable[bool]) -> int:
    return sum(1 << bit for bit, is_met in enumerate(met) if is_met)
