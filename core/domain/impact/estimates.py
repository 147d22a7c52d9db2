"""What flows of synergies would save by computation, from the rows of impact_flow.sql: each have counted once.

A computed estimate is no entry of the ledger: nobody has taken it over. Rows of single synergies stand apart, so what
did not change need not be computed again.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import isnan
from typing import Any

import numpy as np
import pandas as pd

from core.domain import choices, distance, nace, quantity, reference
from core.domain.choices import Handling, Kind, Stage
from core.domain.impact import savings
from core.domain.impact.material_groups import material_group
from core.domain.impact.proposals import of_estimate
from core.domain.impact.savings import Estimate, Flow, NotCounted


@dataclass(frozen=True)
class Impact:
    """Computed estimates of followed synergies; with `without_entries` of those that nobody made an entry for.

    `counted`: one row a synergy: synergy_id, title, stage, month (first day), kind, sector, taker_sector, zone_id,
    district, amount, unit, recurring, diverted_t, co2e_low_t, co2e_t, co2e_high_t (nan: unknown).
    `measures`: one row a synergy and measure: synergy_id, measure, low, value, high.
    `terms`: one row an addend: synergy_id, credit, sign, amount, unit, factor_id, factor, factor_unit, year, source,
    t_co2e.
    `not_counted`: synergy_id, title, stage, reason."""

    counted: pd.DataFrame
    measures: pd.DataFrame
    terms: pd.DataFrame
    not_counted: pd.DataFrame


COUNTED = (
    "synergy_id title stage month kind sector taker_sector zone_id district amount unit recurring diverted_t "
    "co2e_low_t co2e_t co2e_high_t"
).split()
MEASURES = "synergy_id measure low value high".split()
TERMS = "synergy_id credit sign amount unit factor_id factor factor_unit year source t_co2e".split()
NOT_COUNTED = "synergy_id title stage reason".split()
_PLACES = ("giver_lat", "giver_lon", "taker_lat", "taker_lon")
FOLLOWED = [stage.value for stage in Stage if stage in choices.FOLLOWED]
_FURTHEST = {stage: savings.furthest_first(Stage(stage)) for stage in FOLLOWED}


@dataclass(frozen=True)
class Estimated:
    """What one synergy adds to the frames of Impact, row by row; `order` says which place it takes there.

    All empty: its estimate is not asked for, as somebody made an entry for it.
    """

    synergy_id: str
    order: tuple[Any, ...]
    counted: list[object] | None = None
    measures: tuple[list[object], ...] = ()
    terms: tuple[list[object], ...] = ()
    not_counted: list[object] | None = None


def estimated(found: list[dict[str, Any]], entered: Collection[str]) -> list[Estimated]:
    """Return what is computed of synergies (rows of impact_flow.sql), each have counted once, but for those entered.

    All synergies of a have must be among them, for they share it; those of other haves do not matter.
    """
    told = []
    for row, flow, recurring in _allotted(found):
        synergy_id = row["synergy_id"]
        made = Estimated(synergy_id, _order(row))
        if synergy_id not in entered:
            result = savings.estimate(flow)
            if isinstance(result, NotCounted):
                made = replace(made, not_counted=[synergy_id, row["title"], row["stage"], result.value])
            else:
                made = replace(
                    made,
                    counted=_counted(row, flow, recurring, result),
                    measures=tuple(_measures(row, flow, result)),
                    terms=tuple(_terms(synergy_id, result)),
                )
        told.append(made)
    return told


def framed(told: Sequence[Estimated]) -> Impact:
    """Return computed estimates as frames, rows in the order that the synergies have among each other."""
    counted = [one.counted for one in told if one.counted]
    return Impact(
        pd.DataFrame(counted, columns=COUNTED).astype({"month": "datetime64[s]"}),
        pd.DataFrame([row for one in told for row in one.measures], columns=MEASURES),
        pd.DataFrame([row for one in told for row in one.terms], columns=TERMS),
        pd.DataFrame([one.not_counted for one in told if one.not_counted], columns=NOT_COUNTED),
    )


def _allotted(found: list[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], Flow, bool]]:
    """Give each followed synergy its flow: what it says, else its have's, never more than the have still has."""
    rows = sorted(found, key=_order)
    left: dict[str, float] = {}
    for row, away in zip(rows, distances_km(rows), strict=True):
        amount, unit, recurring = said_amount(row)
        if amount is not None and row["have_id"] and unit == row["have_unit"]:
            rest = left.setdefault(row["have_id"], row["have_amount"])
            amount = min(amount, rest)
            left[row["have_id"]] = rest - amount
        yield row, flow_of_row(row, amount, unit, away), recurring


def _order(row: dict[str, Any]) -> tuple[Any, ...]:
    """Whoever came furthest draws on a have first, then whoever came there first."""
    return _FURTHEST[row["stage"]], row["stage_since"], row["synergy_id"]


def distances_km(rows: Sequence[dict[str, Any]]) -> list[float | None]:
    """Return how far giver and taker of each row are from each other, None where a place is unknown."""
    places = [np.array([row[name] for row in rows], dtype=float) for name in _PLACES]
    return [None if isnan(km) else km for km in distance.crow_flies_km(*places).tolist()]


def said_amount(row: dict[str, Any]) -> tuple[float | None, str | None, bool]:
    """Return amount, unit and whether it recurs: what the synergy says, else its have."""
    said = quantity.annual(row["quantity"], row["unit"], row["period"], row["have_density"])
    if said:
        return said.amount, said.unit, said.recurring
    return row["have_amount"], row["have_unit"], row["have_recurrence"] != "one_off"


def flow_of_row(row: dict[str, Any], amount: float | None, unit: str | None, away: float | None) -> Flow:
    """Return what a synergy moves, of an amount and over a distance in km."""
    kind = Kind(row["kind"])
    group = _group(row["have_name"] or row["title"], _codes(row), row["have_description"], kind)
    replaced = _group(row["want_name"], (), row["want_description"], kind) if row["want_name"] else None
    return Flow(
        kind=kind,
        amount=amount,
        unit=unit,
        group=group,
        replaced=replaced,
        today=Handling(row["have_handling"]) if row["have_handling"] else None,
        bought_today=row["want_handling"] == Handling.BOUGHT.value,
        distance_km=away,
    )


@lru_cache(maxsize=20_000)
def _group(
    name: str, codes: tuple[str, ...], description: str | None, kind: Kind
) -> reference.MaterialGroup | None:
    """Remember what cards read as: reading them anew is most of the time that a large region's estimates take."""
    return material_group(name, codes, description, kind)


def _counted(row: dict[str, Any], flow: Flow, recurring: bool, result: Estimate) -> list[object]:
    known = result.knows_co2e
    return [
        row["synergy_id"],
        row["title"],
        row["stage"],
        pd.Timestamp(row["stage_since"]).replace(day=1),
        row["kind"],
        nace.sector_id(row["giver_nace"]),
        nace.sector_id(row["taker_nace"]),
        row["giver_zone_id"],
        row["giver_district"],
        flow.amount,
        flow.unit,
        recurring,
        result.diverted_t,
        *((result.low, result.central, result.high) if known else (np.nan, np.nan, np.nan)),
    ]


def _measures(row: dict[str, Any], flow: Flow, result: Estimate) -> Iterator[list[object]]:
    for one in of_estimate(result, flow, hazardous=is_hazardous(row)):
        yield [row["synergy_id"], one.measure.value, one.band.low, one.band.value, one.band.high]


def _terms(synergy_id: str, result: Estimate) -> Iterator[list[object]]:
    for term in result.terms:
        factor = term.factor
        yield [
            synergy_id,
            term.credit.value,
            term.sign,
            term.amount,
            term.unit,
            factor.factor_id,
            factor.central,
            factor.unit,
            factor.year,
            factor.source,
            term.tonnes(factor.central),
        ]


def is_hazardous(row: dict[str, Any]) -> bool:
    """Say whether the have is hazardous: its card says so, else all of its codes do."""
    if row["have_hazardous"] is not None:
        return bool(row["have_hazardous"])
    known = [reference.waste_codes().get(code) for code in _codes(row)]
    return bool(known) and all(code is not None and code.hazardous for code in known)


def _codes(row: dict[str, Any]) -> tuple[str, ...]:
    return tuple((row["have_codes"] or "").split(";")) if row["have_codes"] else ()
