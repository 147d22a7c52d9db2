"""How far two places are apart, as the crow flies, and what that means for a kind of resource.

How far a resource travels is our own assumption, kept as editable data in data/knowledge/reach.csv: by kind, and within
a kind by what the card is about; the first line that fits counts. What is given decides how far a pair may lie apart,
and a want of water, which nothing but a watery have can serve; a want of heat may be met by fuel from afar.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from core.domain import reference
from core.domain.choices import Kind
from core.domain.datafiles import listed, rows_of
from core.domain.knowledge.concepts import concept_base, find
from core.domain.matching.cards import Card

Floats = npt.NDArray[np.float64]

EARTH_RADIUS_KM = 6371.0088

_HAZARDOUS = "hazardous"  # stands among the concepts for any hazardous waste code
_SURELY = 0.7  # a text is about a concept, not beside others


def crow_flies_km(lat_a: Floats, lon_a: Floats, lat_b: Floats, lon_b: Floats) -> Floats:
    """Return great-circle distances in km between places in degrees; nan where a coordinate is nan.

    >>> round(float(crow_flies_km(np.array(38.42), np.array(27.14), np.array(38.80), np.array(26.97))), 1)
    44.8
    """
    north_a, east_a, north_b, east_b = (
        np.radians(np.asarray(x, dtype=float)) for x in (lat_a, lon_a, lat_b, lon_b)
    )
    half = (
        np.sin((north_b - north_a) / 2) ** 2
        + np.cos(north_a) * np.cos(north_b) * np.sin((east_b - east_a) / 2) ** 2
    )
    return np.asarray(2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(np.clip(half, 0.0, 1.0))), dtype=np.float64)


def nearness(distance_km: Floats, half_km: Floats) -> Floats:
    """Return 1 at no distance, 1/2 at `half_km`, towards 0 far away; nan stays nan.

    >>> nearness(np.array([0.0, 50.0, 150.0]), np.array(50.0)).tolist()
    [1.0, 0.5, 0.25]
    """
    return np.asarray(half_km / (half_km + distance_km), dtype=np.float64)


@dataclass(frozen=True)
class Reach:
    """One line of reach.csv: the distance that halves `nearness`, and the one beyond which no pair is proposed."""

    kind: str
    concepts: frozenset[str]
    half_km: float
    limit_km: float

    @property
    def limit_of_want_km(self) -> float:
        """Return beyond which distance nothing is proposed to a want of this line."""
        return self.limit_km if self.kind == Kind.WATER else float("inf")


@cache
def reaches() -> tuple[Reach, ...]:
    """Return the lines of reach.csv in the order of the file; the first one holds for what is unknown."""
    return tuple(
        Reach(
            kind=row["kind"],
            concepts=frozenset(listed(row["concepts"])),
            half_km=float(row["half_km"]),
            limit_km=float(row["limit_km"] or "inf"),
        )
        for row in rows_of("reach.csv")
    )


def reach_rows(cards: Sequence[Card]) -> npt.NDArray[np.int64]:
    """Return for each card its line of reach.csv; 0 where neither kind nor text says what it is."""
    return np.array([_reach_row(card) for card in cards], dtype=np.int64)


def _reach_row(card: Card) -> int:
    base = concept_base()
    about = {
        base.concepts[above].id
        for row, weight in find(card.name).items()
        if weight >= _SURELY
        for above in base.above[row]
    }
    codes = reference.waste_codes()
    if any(code in codes and codes[code].hazardous for code in card.waste_codes):
        about.add(_HAZARDOUS)
    for number, reach in enumerate(reaches()):
        fits = bool(reach.concepts & about)
        if fits if card.kind is None else reach.kind == card.kind and (fits or not reach.concepts):
            return number
    return 0
