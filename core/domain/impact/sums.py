"""Sums of the ledger, each basis on its own: no function here adds verified, agreed, estimated and computed together.

Frames: LINES holds one row an entry that counts (or a computed estimate), PARTS one row an entry, basis and year.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from core.domain.impact.entries import JOBS, Measure
from core.domain.impact.money import ExchangeRate, added, priced
from core.domain.impact.years import Band

COMPUTED = "computed"  # nobody has taken the estimate over: shown beside the three bases, no basis itself
BASES = ("verified", "agreed", "estimated")
ABOUT = "synergy_id title stage kind sector taker_sector zone_id".split()
LINES = (
    "entry_id measure basis unit recurs current lapsed share low value high price_on firm_id factor_ids".split()
    + ABOUT
)
PARTS = "entry_id measure basis year low value high price_on firm_id".split() + ABOUT
BANDS = ["low", "value", "high"]
MONEY_COLUMNS = "basis price_year value_try value_usd rates unrated".split()
GROUPINGS = ("kind", "sector", "taker_sector", "zone_id")


@dataclass(frozen=True)
class Total:
    """The sum of one measure on one basis: what recurs, a year; what happens once, in all; of how many synergies."""

    a_year: Band
    once: Band
    synergies: int


def totals(lines: pd.DataFrame, measure: Measure) -> dict[str, Total]:
    """Return the sums of a measure by basis ("computed" among them)."""
    rows = lines[lines["measure"] == measure.value]
    return {basis: _total(rows[rows["basis"] == basis]) for basis in (*BASES, COMPUTED)}


def _total(rows: pd.DataFrame) -> Total:
    recurring = rows[rows["recurs"].astype(bool) & rows["current"].astype(bool)]
    single = rows[~rows["recurs"].astype(bool)]
    counted = pd.concat([recurring["synergy_id"], single["synergy_id"]])
    return Total(_sum(recurring), _sum(single), int(counted.nunique()))


def _sum(rows: pd.DataFrame) -> Band:
    low, value, high = (float(rows[name].sum()) for name in BANDS)
    return Band(low, value, high)


def by_group(lines: pd.DataFrame, measure: Measure, grouping: str) -> pd.DataFrame:
    """Return what a year brings by a grouping: group (None: unknown), basis, low, value, high.

    Jobs are no yearly flow: what is entered once is summed too.
    """
    rows = standing(lines, measure).rename(columns={grouping: "group"})
    return rows.groupby(["group", "basis"], dropna=False, as_index=False)[BANDS].sum()


def by_year(parts: pd.DataFrame, measure: Measure) -> pd.DataFrame:
    """Return what each calendar year has had: year, basis, low, value, high."""
    rows = parts[parts["measure"] == measure.value]
    return rows.groupby(["year", "basis"], as_index=False)[BANDS].sum()


def flows(lines: pd.DataFrame, measure: Measure, basis: str) -> pd.DataFrame:
    """Return giver × taker sector on one basis: sector, taker_sector, value, synergies."""
    rows = standing(lines, measure)
    rows = rows[rows["basis"] == basis]
    grouped = rows.groupby(["sector", "taker_sector"], dropna=False)
    return grouped.agg(value=("value", "sum"), synergies=("synergy_id", "nunique")).reset_index()


def standing(lines: pd.DataFrame, measure: Measure) -> pd.DataFrame:
    """Return the lines of a measure that a year brings, of jobs also what is entered once."""
    rows = lines[lines["measure"] == measure.value]
    keep = rows["recurs"].astype(bool) & rows["current"].astype(bool)
    return rows[keep | ~rows["recurs"].astype(bool)] if measure in JOBS else rows[keep]


def money(parts: pd.DataFrame, measure: Measure, rates: Iterable[ExchangeRate]) -> pd.DataFrame:
    """Return money so far by basis and the year of its prices, in TRY and by recorded rates in USD.

    Columns: basis, price_year, value_try, value_usd (nan: an amount lacks a rate), rates and unrated (as money.Priced).
    """
    rows = parts[parts["measure"] == measure.value]
    days = pd.to_datetime(rows["price_on"])
    known = list(rates)
    told = []
    for (basis, year), some in rows.assign(day=days).groupby(["basis", days.dt.year]):
        found = priced(zip(some["day"].dt.date, some["value"].astype(float), strict=True), known)
        told.append([basis, int(str(year)), found.value_try, found.value_usd, found.rates, found.unrated])
    return pd.DataFrame(told, columns=MONEY_COLUMNS).astype({"value_try": float, "value_usd": float})


def in_one_year(told: pd.DataFrame, basis: str, indices: Mapping[int, float]) -> tuple[int, float] | None:
    """Return (year, sum in that year's money) of what `money` tells of one basis; None if it cannot be added."""
    rows = told[told["basis"] == basis]
    pairs = [
        (int(year), float(amount)) for year, amount in zip(rows["price_year"], rows["value_try"], strict=True)
    ]
    return added(pairs, indices)
