"""Impact in a programme's report: what came to in a period, what a year brings, by group; each basis on its own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeVar

import pandas as pd

from core.domain.impact import sums, years
from core.domain.impact.counting import Counted
from core.domain.impact.entries import MONEY, Measure
from core.domain.impact.sums import BASES, COMPUTED
from core.domain.impact.years import Band
from core.domain.reports.merging import MERGED, Group, merged
from core.domain.reports.reporting import Period

GROUPINGS = ("sector", "zone_id", "kind")
_NOTHING = Band(0.0, 0.0, 0.0)
_NO_MONEY = tuple(measure for measure in Measure if measure not in MONEY)
_LEAST = 1e-9  # what is less is the rounding of sums
Named = TypeVar("Named")
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


@dataclass(frozen=True)
class YearRow:
    """What a calendar year has had of a measure on one basis up to the period's end; `year` may be merging.MERGED."""

    measure: Measure
    basis: str
    year: str
    band: Band


@dataclass(frozen=True)
class FlowRow:
    """What a year brings of a measure on one basis from one sector to another; each may be None or merging.MERGED."""

    measure: Measure
    basis: str
    sector: str | None
    taker_sector: str | None
    value: float
    synergies: int


def impact_rows(
    lines: pd.DataFrame, counted: Iterable[Counted], firms: Firms, period: Period, least: int
) -> tuple[ImpactRow, ...]:
    """Return a row for each measure and basis of which there is anything, but for money; `lines` as impact.sums.LINES.

    Sums are those of impact.sums.totals, so the Impact page shows the same. Figures of fewer than `least` firms are
    None. Money is told by the year of its prices (period_money).
    """
    fallen = _fallen(counted, period)
    rows = []
    for measure in _NO_MONEY:
        totals = sums.totals(lines, measure)
        for basis in (*BASES, COMPUTED):
            mine = lines[(lines["measure"] == measure.value) & (lines["basis"] == basis)]
            within = fallen.get((measure, basis), {})
            if mine.empty and not within:
                continue
            recurs = mine["recurs"].astype(bool)
            standing, single = mine[recurs & mine["current"].astype(bool)], mine[~recurs]
            total = totals[basis]
            told = enough(mine["synergy_id"], firms, least)
            rows.append(
                ImpactRow(
                    measure,
                    basis,
                    _sum(within.values()) if enough(within, firms, least) else None,
                    total.a_year if enough(standing["synergy_id"], firms, least) else None,
                    total.once if enough(single["synergy_id"], firms, least) else None,
                    total.synergies if told else None,
                )
            )
    return tuple(rows)


def group_rows(lines: pd.DataFrame, firms: Firms, least: int) -> tuple[GroupRow, ...]:
    """Return what a year brings by sector, zone and kind; groups of fewer than `least` firms are merged.

    Money is not told by group: it is the firms' own.
    """
    rows = []
    for measure in _NO_MONEY:
        mine = sums.standing(lines, measure)
        for grouping in GROUPINGS:
            for basis, some in mine.groupby("basis", sort=False):
                groups = merged(_groups(some, grouping, firms), least)
                rows += [GroupRow(measure, grouping, str(basis), one.name, one.band) for one in groups]
    return tuple(rows)


def year_rows(
    parts: pd.DataFrame, counted: Iterable[Counted], firms: Firms, period: Period, least: int
) -> tuple[YearRow, ...]:
    """Return what each calendar year has had, as impact.sums.by_year; years of fewer than `least` firms are merged.

    Where what came to before the period would follow from these rows and the period's own figure, and comes from fewer
    than `least` firms, a measure's years are left out.
    """
    before = _before(counted, period)
    rows = []
    for measure in _NO_MONEY:
        mine = parts[parts["measure"] == measure.value]
        for basis in sums.BASES:
            some = mine[mine["basis"] == basis].astype({"year": str})
            found = sorted(merged(_groups(some, "year", firms), least), key=lambda one: str(one.name))
            named = {str(one.name) for one in found}
            small = frozenset(some["year"]) - named
            groups = [small if one.name == MERGED else frozenset({str(one.name)}) for one in found]
            earlier = before.get((measure, basis), {})
            if all(_may_be_cut(group, earlier, firms, period, least) for group in groups):
                rows += [YearRow(measure, basis, str(one.name), one.band) for one in found]
    return tuple(rows)


def _before(
    counted: Iterable[Counted], period: Period
) -> dict[tuple[Measure, str], dict[str, frozenset[str]]]:
    """Return by year the synergies that brought something before the period began."""
    found: dict[tuple[Measure, str], dict[str, frozenset[str]]] = {}
    for one in counted if period.first else ():
        for part in years.parts(one, (period.first or period.last) - timedelta(days=1)):
            by_year = found.setdefault((part.measure, part.basis.value), {})
            by_year[str(part.year)] = by_year.get(str(part.year), frozenset()) | {part.synergy_id}
    return found


def _may_be_cut(
    years_told: frozenset[str],
    before: Mapping[str, frozenset[str]],
    firms: Firms,
    period: Period,
    least: int,
) -> bool:
    """Return whether years told as one sum may be told beside the period's figure, which cuts them in two."""
    if period.first is None or max(years_told) < str(period.first.year):
        return True
    return enough(frozenset().union(*(before.get(year, ()) for year in years_told)), firms, least)


def flow_rows(lines: pd.DataFrame, firms: Firms, least: int) -> tuple[FlowRow, ...]:
    """Return giver × taker sector, as impact.sums.flows; pairs of fewer than `least` firms are merged.

    Each giver's sector that `group_rows` names is merged by itself: what is left of its sum there comes from `least`
    firms too, so nothing follows from the two tables together.
    """
    rows = []
    for measure in _NO_MONEY:
        for basis, some in sums.standing(lines, measure).groupby("basis", sort=False):
            named = {one.name for one in merged(_groups(some, "sector", firms), least)}
            sectors = [_text(one) if _text(one) in named else MERGED for one in some["sector"]]
            found: list[FlowRow] = []
            for sector, pairs in some.groupby(
                pd.Series(sectors, index=some.index, dtype=object), dropna=False
            ):
                found += _flows(measure, str(basis), _text(sector), merged(_pairs(pairs, firms), least))
            rows += sorted(found, key=lambda row: -row.value)
    return tuple(rows)


def _flows(
    measure: Measure,
    basis: str,
    sector: str | None,
    groups: Iterable[Group[tuple[str | None, str | None] | str]],
) -> Iterable[FlowRow]:
    for one in groups:
        giver, taker = (sector, MERGED) if isinstance(one.name, str) else one.name
        yield FlowRow(measure, basis, giver, taker, one.band.value, len(one.synergies))


def _pairs(lines: pd.DataFrame, firms: Firms) -> Iterable[Group[tuple[str | None, str | None]]]:
    for (giver, taker), some in lines.groupby(["sector", "taker_sector"], dropna=False):
        yield _group((_text(giver), _text(taker)), some, firms)


def verified_firms(counted: Iterable[Counted], firms: Firms) -> dict[Measure, frozenset[str]]:
    """Return the firms behind what is verified of each measure."""
    found: dict[Measure, frozenset[str]] = {}
    for one in counted:
        if one.entry.is_verified:
            taking_part = firms.get(one.entry.synergy_id, frozenset())
            found[one.entry.measure] = found.get(one.entry.measure, frozenset()) | taking_part
    return found


def _groups(lines: pd.DataFrame, grouping: str, firms: Firms) -> Iterable[Group[str | None]]:
    for name, some in lines.groupby(grouping, dropna=False):
        yield _group(_text(name), some, firms)


def _group(name: Named, lines: pd.DataFrame, firms: Firms) -> Group[Named]:
    low, value, high = (float(lines[band].sum()) for band in sums.BANDS)
    synergies = frozenset(lines["synergy_id"])
    return Group(name, _taking_part(synergies, firms), Band(low, value, high), synergies)


def _text(name: object) -> str | None:
    return None if pd.isna(name) else str(name)  # type: ignore[call-overload]


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


def enough(synergies: Iterable[str], firms: Firms, least: int) -> bool:
    """Return whether what synergies come to may be told; nothing at all tells of nobody."""
    some = list(synergies)
    return not some or len(_taking_part(some, firms)) >= least
