"""Impact in a programme's report: what came to in a period, what a year brings, by group; each basis on its own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta

import pandas as pd

from core.domain.impact import sums, years
from core.domain.impact.counting import Counted
from core.domain.impact.entries import JOBS, MONEY, Measure
from core.domain.impact.sums import BASES, COMPUTED
from core.domain.impact.years import Band
from core.domain.reports.merging import Group, merged
from core.domain.reports.reporting import Period

GROUPINGS = ("sector", "zone_id", "kind")
_NOTHING = Band(0.0, 0.0, 0.0)
_LEAST = 1e-9  # what is less is the rounding of sums
Firms = Mapping[str, frozenset[str]]
"""The firms that take part in each synergy."""


@dataclass(frozen=True)
class ImpactRow:
    """A measure on one basis: what fell within the period, what recurs a year at its end, what happened once so far.

    A band is None where it comes from too few firms to be told, and `synergies` with it.
    """

    measure: Measure
    basis: str
    in_period: Band | None
    a_year: Band | None
    once: Band | None
    synergies: int | None


@dataclass(frozen=True)
class GroupRow:
    """What a year brings of a measure on one basis in one group: a sector, zone or kind, None, or merging.MERGED."""

    measure: Measure
    grouping: str
    basis: str
    group: str | None
    band: Band


def impact_rows(
    lines: pd.DataFrame, counted: Iterable[Counted], firms: Firms, period: Period, least: int
) -> tuple[ImpactRow, ...]:
    """Return a row for each measure and basis of which there is anything; `lines` as impact.sums.LINES.

    Sums are those of impact.sums.totals, so the Impact page shows the same. Figures of fewer than `least` firms are
    None.
    """
    fallen = _fallen(counted, period)
    rows = []
    for measure in Measure:
        totals = sums.totals(lines, measure)
        for basis in (*BASES, COMPUTED):
            mine = lines[(lines["measure"] == measure.value) & (lines["basis"] == basis)]
            within = fallen.get((measure, basis), {})
            if mine.empty and not within:
                continue
            recurs = mine["recurs"].astype(bool)
            standing, single = mine[recurs & mine["current"].astype(bool)], mine[~recurs]
            total = totals[basis]
            told = _enough(mine["synergy_id"], firms, least)
            rows.append(
                ImpactRow(
                    measure,
                    basis,
                    _sum(within.values()) if _enough(within, firms, least) else None,
                    total.a_year if _enough(standing["synergy_id"], firms, least) else None,
                    total.once if _enough(single["synergy_id"], firms, least) else None,
                    total.synergies if told else None,
                )
            )
    return tuple(rows)


def group_rows(lines: pd.DataFrame, firms: Firms, least: int) -> tuple[GroupRow, ...]:
    """Return what a year brings by sector, zone and kind; groups of fewer than `least` firms are merged.

    Money is told by measure only: it is the firms' own.
    """
    rows = []
    for measure in Measure:
        if measure in MONEY:
            continue
        mine = lines[lines["measure"] == measure.value]
        if measure not in JOBS:
            mine = mine[mine["recurs"].astype(bool) & mine["current"].astype(bool)]
        for grouping in GROUPINGS:
            for basis, some in mine.groupby("basis", sort=False):
                groups = merged(_groups(some, grouping, firms), least)
                rows += [GroupRow(measure, grouping, str(basis), one.name, one.band) for one in groups]
    return tuple(rows)


def verified_firms(counted: Iterable[Counted], firms: Firms) -> dict[Measure, frozenset[str]]:
    """Return the firms behind what is verified of each measure."""
    found: dict[Measure, frozenset[str]] = {}
    for one in counted:
        if one.entry.is_verified:
            taking_part = firms.get(one.entry.synergy_id, frozenset())
            found[one.entry.measure] = found.get(one.entry.measure, frozenset()) | taking_part
    return found


def _groups(lines: pd.DataFrame, grouping: str, firms: Firms) -> Iterable[Group]:
    for name, some in lines.groupby(grouping, dropna=False):
        low, value, high = (float(some[band].sum()) for band in sums.BANDS)
        yield Group(
            None if pd.isna(name) else str(name),
            _taking_part(some["synergy_id"], firms),
            Band(low, value, high),
        )


def _fallen(counted: Iterable[Counted], period: Period) -> dict[tuple[Measure, str], dict[str, Band]]:
    """Return by synergy what fell within the period: what came to by its end less what had come to before it began."""
    found: dict[tuple[Measure, str], dict[str, Band]] = {}
    for one in counted:
        parts = [(part, 1.0) for part in years.parts(one, period.last)]
        if period.first:
            parts += [(part, -1.0) for part in years.parts(one, period.first - timedelta(days=1))]
        for part, sign in parts:
            by_synergy = found.setdefault((part.measure, part.basis.value), {})
            had = by_synergy.get(part.synergy_id, _NOTHING)
            by_synergy[part.synergy_id] = Band(
                had.low + sign * part.band.low,
                had.value + sign * part.band.value,
                had.high + sign * part.band.high,
            )
    return {
        key: {one: band for one, band in bands.items() if abs(band.high) > _LEAST or abs(band.low) > _LEAST}
        for key, bands in found.items()
    }


def _sum(bands: Iterable[Band]) -> Band:
    some = list(bands)
    return Band(sum(one.low for one in some), sum(one.value for one in some), sum(one.high for one in some))


def _taking_part(synergies: Iterable[str], firms: Firms) -> frozenset[str]:
    return frozenset().union(*(firms.get(one, frozenset()) for one in synergies))


def _enough(synergies: Iterable[str], firms: Firms, least: int) -> bool:
    """Return whether what synergies come to may be told; nothing at all tells of nobody."""
    some = list(synergies)
    return not some or len(_taking_part(some, firms)) >= least
