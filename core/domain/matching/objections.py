"""What is missing for a pair or speaks against it, and how far the two amounts go together.

Worked out from the two cards' rows as the reader sees them (columns: resource_table.sql), so that nothing else is said.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import pandas as pd

from core.domain import distance, reference
from core.domain.choices import Kind
from core.domain.knowledge.materials import Concept
from core.domain.matching.cards import Card

Row = Mapping[str, Any]


class Objection(StrEnum):
    """What may stand in the way, in the order in which it is said."""

    OTHER = "other"
    KIND = "kind"
    PERMIT = "permit"
    HAZARDOUS = "hazardous"
    SEASON = "season"
    SEASON_PARTLY = "season_partly"
    DATES = "dates"
    ONCE = "once"
    FAR = "far"
    PURITY = "purity"


@dataclass(frozen=True)
class Against:
    """One objection: the waste codes, the common months (1–12) or the thing asked for that it is about, the km still
    comfortable."""

    objection: Objection
    codes: tuple[str, ...] = ()
    months: tuple[int, ...] = ()
    km: float | None = None
    thing: Concept | None = None


@dataclass(frozen=True)
class Coverage:
    """What is given and wanted a year (or once, both) in one unit; `share` is given ÷ wanted."""

    given: float
    wanted: float
    unit: str

    @property
    def share(self) -> float:
        return self.given / self.wanted


def against(
    have: Row, want: Row, card: Card, km: float | None, permitted: Collection[str] | None = None
) -> tuple[Against, ...]:
    """Return what speaks against a pair; `card` is the have, `km` its distance, None where unknown or only bounded.

    `permitted` holds the waste codes that the taker's site has a permit for, None where that is not for the reader.
    """
    found: list[Against] = []
    if have["kind"] != want["kind"]:
        found.append(Against(Objection.KIND))
    hazardous = tuple(code for code in card.waste_codes if _is_hazardous(code))
    lacking = tuple(code for code in hazardous if permitted is None or code not in permitted)
    if lacking:
        found.append(Against(Objection.PERMIT, codes=lacking))
    elif not hazardous and says_hazardous(have):
        found.append(Against(Objection.HAZARDOUS))
    found += _timing(have, want)
    comfortable = distance.reaches()[int(distance.reach_rows([card])[0])].half_km
    if km is not None and km > comfortable:
        found.append(Against(Objection.FAR, km=comfortable))
    if have["kind"] == Kind.MATERIAL and not (_said(have["composition"]) or _said(have["condition"])):
        found.append(Against(Objection.PURITY))
    return tuple(found)


def _timing(have: Row, want: Row) -> list[Against]:
    found = []
    given, taken = (months(row["months"]) for row in (have, want))
    common = tuple(month for month in given if month in taken)
    if given and taken and not common:
        found.append(Against(Objection.SEASON))
    elif given and taken and len(common) < len(taken):
        found.append(Against(Objection.SEASON_PARTLY, months=common))
    if _after(have["available_from"], want["available_until"]) or _after(
        want["available_from"], have["available_until"]
    ):
        found.append(Against(Objection.DATES))
    if have["recurrence"] == "one_off" and want["recurrence"] == "recurring":
        found.append(Against(Objection.ONCE))
    return found


def coverage(have: Row, want: Row) -> Coverage | None:
    """Return how far what is given covers what is wanted, None where the amounts cannot be compared.

    Volume and mass are compared by the density of either card.

    >>> have = {"yearly_amount": 90.0, "yearly_unit": "m3", "period": "month", "density_t_per_m3": 2.0}
    >>> want = {"yearly_amount": 600.0, "yearly_unit": "t", "period": "year", "density_t_per_m3": None}
    >>> coverage(have, want).share
    0.3
    """
    given, wanted = have["yearly_amount"], want["yearly_amount"]
    if (
        pd.isna(given)
        or pd.isna(wanted)
        or not wanted
        or (have["period"] == "once") != (want["period"] == "once")
    ):
        return None
    units = (have["yearly_unit"], want["yearly_unit"])
    if units[0] == units[1]:
        return Coverage(float(given), float(wanted), str(units[1]))
    densities = [row["density_t_per_m3"] for row in (have, want) if not pd.isna(row["density_t_per_m3"])]
    if set(units) != {"t", "m3"} or not densities or not densities[0]:
        return None
    density = float(densities[0])
    return Coverage(
        float(given) * (density if units[0] == "m3" else 1 / density), float(wanted), str(units[1])
    )


def says_hazardous(row: Row) -> bool:
    """Return whether a card says of itself, beside its waste codes, that it is hazardous."""
    return not pd.isna(row["hazardous"]) and bool(row["hazardous"])


def months(cell: object) -> tuple[int, ...]:
    """Return the months of a card's cell (";" between), () for all year or not said."""
    return tuple(int(month) for month in cell.split(";")) if isinstance(cell, str) and cell else ()


def _is_hazardous(code: str) -> bool:
    found = reference.waste_codes().get(code)
    return found is not None and found.hazardous


def _after(first: Any, last: Any) -> bool:
    return not pd.isna(first) and not pd.isna(last) and bool(first > last)


def _said(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())
