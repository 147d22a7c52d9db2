"""What the followed synergies save, each have counted once and up to its quantity, and which are not counted."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from core.domain import distance, impact, nace, quantity
from core.domain.choices import Handling, Kind, Stage
from core.domain.impact import Estimate, Flow, NotCounted
from core.domain.material_groups import material_group
from core.domain.model import User
from core.services.permissions import permitted
from core.storage.database import Database


@dataclass(frozen=True)
class Impact:
    """`counted`: one row a synergy: synergy_id, title, stage, basis, month (first day), kind, sector, zone_id,
    district, amount, unit, recurring, diverted_t, co2e_low_t, co2e_t, co2e_high_t (nan: unknown).
    `terms`: one row an addend: synergy_id, credit, sign, amount, unit, factor_id, factor, factor_unit, year, source,
    t_co2e.
    `not_counted`: synergy_id, title, stage, reason."""

    counted: pd.DataFrame
    terms: pd.DataFrame
    not_counted: pd.DataFrame


COUNTED = [
    "synergy_id",
    "title",
    "stage",
    "basis",
    "month",
    "kind",
    "sector",
    "zone_id",
    "district",
    "amount",
    "unit",
    "recurring",
    "diverted_t",
    "co2e_low_t",
    "co2e_t",
    "co2e_high_t",
]
TERMS = [
    "synergy_id",
    "credit",
    "sign",
    "amount",
    "unit",
    "factor_id",
    "factor",
    "factor_unit",
    "year",
    "source",
    "t_co2e",
]
NOT_COUNTED = ["synergy_id", "title", "stage", "reason"]


@permitted
def of_region(database: Database, user: User) -> Impact:
    """Return what the region's followed synergies save (for staff: titles may name firms)."""
    with database.reading() as cursor:
        found = cursor.rows("impact_flow", region_id=user.region_id)
    counted: list[list[object]] = []
    terms: list[list[object]] = []
    not_counted: list[list[object]] = []
    for row, amount, unit, recurring in _allotted(found):
        result = impact.estimate(_flow(row, amount, unit))
        if isinstance(result, NotCounted):
            not_counted.append([row["synergy_id"], row["title"], row["stage"], result.value])
            continue
        counted.append(_counted(row, amount, unit, recurring, result))
        terms.extend(_terms(row["synergy_id"], result))
    return Impact(
        pd.DataFrame(counted, columns=COUNTED).astype({"month": "datetime64[s]"}),
        pd.DataFrame(terms, columns=TERMS),
        pd.DataFrame(not_counted, columns=NOT_COUNTED),
    )


def _allotted(found: list[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], float | None, str | None, bool]]:
    """Give each followed synergy its amount: what it says, else its have's, never more than the have still has."""
    rows = [row for row in found if impact.basis_of(Stage(row["stage"]))]
    rows.sort(
        key=lambda row: (impact.furthest_first(Stage(row["stage"])), row["stage_since"], row["synergy_id"])
    )
    left: dict[str, float] = {}
    for row in rows:
        said = quantity.annual(row["quantity"], row["unit"], row["period"], row["have_density"])
        amount = said.amount if said else row["have_amount"]
        unit = said.unit if said else row["have_unit"]
        recurring = said.recurring if said else row["have_recurrence"] != "one_off"
        if amount is not None and row["have_id"] and unit == row["have_unit"]:
            rest = left.setdefault(row["have_id"], row["have_amount"])
            amount = min(amount, rest)
            left[row["have_id"]] = rest - amount
        yield row, amount, unit, recurring


def _flow(row: dict[str, Any], amount: float | None, unit: str | None) -> Flow:
    kind = Kind(row["kind"])
    group = material_group(row["have_name"] or row["title"], _codes(row), row["have_description"], kind)
    replaced = (
        material_group(row["want_name"], (), row["want_description"], kind) if row["want_name"] else None
    )
    places = [row[name] for name in ("giver_lat", "giver_lon", "taker_lat", "taker_lon")]
    away = None
    if all(place is not None for place in places):
        away = float(distance.crow_flies_km(*(np.array([float(place)]) for place in places))[0])
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


def _counted(
    row: dict[str, Any], amount: float | None, unit: str | None, recurring: bool, result: Estimate
) -> list[object]:
    known = result.knows_co2e
    basis = impact.basis_of(Stage(row["stage"]))
    return [
        row["synergy_id"],
        row["title"],
        row["stage"],
        basis.value if basis else None,
        pd.Timestamp(row["stage_since"]).replace(day=1),
        row["kind"],
        _sector(row["giver_nace"]),
        row["giver_zone_id"],
        row["giver_district"],
        amount,
        unit,
        recurring,
        result.diverted_t,
        *((result.low, result.central, result.high) if known else (np.nan, np.nan, np.nan)),
    ]


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


def _sector(code: str | None) -> str | None:
    group = nace.sector_group(code) if code else None
    return group.group_id if group else None


def _codes(row: dict[str, Any]) -> tuple[str, ...]:
    return tuple((row["have_codes"] or "").split(";")) if row["have_codes"] else ()
