"""What the followed synergies would save by computation, each have counted once and up to its quantity.

A computed estimate is no entry of the ledger: nobody has taken it over. It is shown for synergies without entries, and
offered to whoever makes an entry.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import isnan
from typing import Any

import numpy as np
import pandas as pd

from core.domain import distance, nace, quantity, reference
from core.domain.choices import Handling, Kind, Stage
from core.domain.impact import savings
from core.domain.impact.material_groups import material_group
from core.domain.impact.proposals import Proposal, of_estimate, proposals
from core.domain.impact.savings import Estimate, Flow, NotCounted
from core.domain.model import User
from core.errors import NotFoundError
from core.services.permissions import permitted
from core.storage.database import Database


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


@dataclass(frozen=True)
class Given:
    """What a person adds to what the cards say, before an estimate is computed; None leaves it as the cards say."""

    today: Handling | None = None
    amount: float | None = None
    ratio: float = 1.0
    distance_km: float | None = None
    today_km: float = 0.0
    replaced_km: float = 0.0
    electricity_mwh: float = 0.0
    gas_mwh: float = 0.0
    gas_replaced_mwh: float = 0.0


COUNTED = (
    "synergy_id title stage month kind sector taker_sector zone_id district amount unit recurring diverted_t "
    "co2e_low_t co2e_t co2e_high_t"
).split()
MEASURES = "synergy_id measure low value high".split()
TERMS = "synergy_id credit sign amount unit factor_id factor factor_unit year source t_co2e".split()
NOT_COUNTED = "synergy_id title stage reason".split()
_PLACES = ("giver_lat", "giver_lon", "taker_lat", "taker_lon")
_FOLLOWED = [stage.value for stage in Stage if savings.is_followed(stage)]
_FURTHEST = {stage: savings.furthest_first(Stage(stage)) for stage in _FOLLOWED}


@permitted
def of_region(database: Database, user: User, *, without_entries: bool = False) -> Impact:
    """Return what the region's followed synergies would save by computation (for staff: titles may name firms)."""
    with database.reading() as cursor:
        found = cursor.rows("impact_flow", region_id=user.region_id, stages=_FOLLOWED, synergy_id=None)
        entered = {row["synergy_id"] for row in cursor.rows("impact_synergies", region_id=user.region_id)}
    counted: list[list[object]] = []
    measures: list[list[object]] = []
    terms: list[list[object]] = []
    not_counted: list[list[object]] = []
    for row, flow, recurring in _allotted(found):
        if without_entries and row["synergy_id"] in entered:
            continue
        result = savings.estimate(flow)
        if isinstance(result, NotCounted):
            not_counted.append([row["synergy_id"], row["title"], row["stage"], result.value])
            continue
        counted.append(_counted(row, flow, recurring, result))
        measures.extend(_measures(row, flow, result))
        terms.extend(_terms(row["synergy_id"], result))
    return Impact(
        pd.DataFrame(counted, columns=COUNTED).astype({"month": "datetime64[s]"}),
        pd.DataFrame(measures, columns=MEASURES),
        pd.DataFrame(terms, columns=TERMS),
        pd.DataFrame(not_counted, columns=NOT_COUNTED),
    )


@permitted
def flow_of(database: Database, user: User, synergy_id: str) -> tuple[Flow, bool]:
    """Return what a synergy moves as its cards say, and whether that recurs; its stage does not matter.

    Raises NotFoundError also for another region's synergy.
    """
    row = _row(database, user, synergy_id)
    amount, unit, recurring = _said(row)
    return _flow(row, amount, unit, _away([row])[0]), recurring


@permitted
def propose(
    database: Database, user: User, synergy_id: str, given: Given | None = None
) -> tuple[Proposal, ...] | NotCounted:
    """Return what can be computed of a synergy with what a person adds, or why nothing can.

    Raises NotFoundError.
    """
    row = _row(database, user, synergy_id)
    amount, unit, _ = _said(row)
    flow = _flow(row, amount, unit, _away([row])[0])
    told = given or Given()
    flow = replace(
        flow,
        today=told.today or flow.today,
        amount=told.amount if told.amount is not None else flow.amount,
        distance_km=told.distance_km if told.distance_km is not None else flow.distance_km,
        ratio=told.ratio,
        today_km=told.today_km,
        replaced_km=told.replaced_km,
        electricity_mwh=told.electricity_mwh,
        gas_mwh=told.gas_mwh,
        gas_replaced_mwh=told.gas_replaced_mwh,
    )
    return proposals(flow, hazardous=_hazardous(row))


def _row(database: Database, user: User, synergy_id: str) -> dict[str, Any]:
    with database.reading() as cursor:
        row = cursor.row("impact_flow", region_id=user.region_id, stages=list(Stage), synergy_id=synergy_id)
    if row is None:
        raise NotFoundError()
    return row


def _allotted(found: list[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], Flow, bool]]:
    """Give each followed synergy its flow: what it says, else its have's, never more than the have still has."""
    rows = sorted(found, key=lambda row: (_FURTHEST[row["stage"]], row["stage_since"], row["synergy_id"]))
    left: dict[str, float] = {}
    for row, away in zip(rows, _away(rows), strict=True):
        amount, unit, recurring = _said(row)
        if amount is not None and row["have_id"] and unit == row["have_unit"]:
            rest = left.setdefault(row["have_id"], row["have_amount"])
            amount = min(amount, rest)
            left[row["have_id"]] = rest - amount
        yield row, _flow(row, amount, unit, away), recurring


def _away(rows: Sequence[dict[str, Any]]) -> list[float | None]:
    """Return how far giver and taker of each row are from each other, None where a place is unknown."""
    places = [np.array([row[name] for row in rows], dtype=float) for name in _PLACES]
    return [None if isnan(km) else km for km in distance.crow_flies_km(*places).tolist()]


def _said(row: dict[str, Any]) -> tuple[float | None, str | None, bool]:
    said = quantity.annual(row["quantity"], row["unit"], row["period"], row["have_density"])
    if said:
        return said.amount, said.unit, said.recurring
    return row["have_amount"], row["have_unit"], row["have_recurrence"] != "one_off"


def _flow(row: dict[str, Any], amount: float | None, unit: str | None, away: float | None) -> Flow:
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
    for one in of_estimate(result, flow, hazardous=_hazardous(row)):
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


def _hazardous(row: dict[str, Any]) -> bool:
    """Say whether the have is hazardous: its card says so, else all of its codes do."""
    if row["have_hazardous"] is not None:
        return bool(row["have_hazardous"])
    known = [reference.waste_codes().get(code) for code in _codes(row)]
    return bool(known) and all(code is not None and code.hazardous for code in known)


def _codes(row: dict[str, Any]) -> tuple[str, ...]:
    return tuple((row["have_codes"] or "").split(";")) if row["have_codes"] else ()
