"""The programme's report on a period as figures; views lay it out as PDF and XLSX."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pandas as pd

from core.domain.choices import Stage, StallReason
from core.domain.frames import known, records
from core.domain.impact.counting import Counted
from core.domain.impact.frames import Results
from core.domain.impact.years import Band
from core.domain.model import User
from core.domain.programme.indicators import VERIFIED, CountedAs, Reached
from core.domain.reports import issued, period_impact, period_money
from core.domain.reports.issued import Issued
from core.domain.reports.merging import LEAST_FIRMS, Group, merged
from core.domain.reports.period_impact import Firms
from core.domain.reports.periods import DropOutRow, FactorRow, ProgrammeReport, TimeRow, stage_rows
from core.domain.reports.reporting import Audience, Correction, Period, ReportKind
from core.domain.synergies import stage_times
from core.errors import WrongDateOrderError
from core.services import impact_results, indicators, money
from core.services.permissions import permitted
from core.storage import reports
from core.storage.database import Cursor, Database

_EVER = date(1, 1, 1)


@dataclass(frozen=True)
class _Found:
    """The impact at the end of a period, what counts of it, and the firms of each synergy."""

    results: Results
    counted: tuple[Counted, ...]
    firms: Firms
    least: int


@permitted
def programme(
    database: Database, user: User, period: Period, audience: Audience, *, today: date
) -> ProgrammeReport:
    """Return the programme's report on a period that ends today at the latest, with what changed in former ones.

    `outside` merges figures from fewer than three firms or leaves them out. Raises WrongDateOrderError.
    """
    told = Period(period.first, min(period.last, today))
    if told.first and told.first > told.last:
        raise WrongDateOrderError()
    report = _of_period(database, user, told, audience, today)
    with database.reading() as cursor:
        kept = [
            one
            for one in reports.issued(cursor, user.region_id)
            if one.kind is ReportKind.PROGRAMME and one.audience is audience
        ]
    standing = issued.standing(kept)
    changed = tuple(
        correction
        for one in issued.former(standing)
        for correction in _corrections(database, user, one, standing, today)
    )
    head = replace(report.head, corrections=changed, withdrawn=issued.withdrawn(kept))
    return replace(report, head=head)


def _of_period(
    database: Database, user: User, period: Period, audience: Audience, today: date
) -> ProgrammeReport:
    span = {"first": period.first or _EVER, "last": period.last}
    with database.reading() as cursor:
        head = reports.head(cursor, audience, today)
        numbers = cursor.row("report_numbers", region_id=user.region_id, **span) or {}
        entered = cursor.rows("report_stages", region_id=user.region_id, last=period.last)
        firms = _firms(cursor, user)
    rates = money.rates(database, user)
    deflators = money.deflators(database, user)
    results = impact_results.of_region(database, user, today=period.last)
    counted = tuple(one.state for one in results.entries if isinstance(one.state, Counted))
    found = _Found(results, counted, firms, LEAST_FIRMS if audience is Audience.OUTSIDE else 0)
    amounts = period_money.money_rows(results.lines, counted, rates, period, found.least)
    way = pd.DataFrame(entered, columns=["synergy_id", "stage", "entered_on", "stall_reason"])
    return ProgrammeReport(
        head=head,
        period=period,
        numbers={name: int(value or 0) for name, value in numbers.items()},
        stages=stage_rows(entered, period),
        times=_times(way, period.last, found),
        drop_outs=_drop_outs(way, found),
        impact=period_impact.impact_rows(results.lines, counted, firms, period, found.least),
        years=period_impact.year_rows(results.parts, counted, firms, period, found.least),
        money=amounts,
        money_sums=period_money.sums_in_one_year(amounts, deflators),
        groups=period_impact.group_rows(results.lines, firms, found.least),
        flows=period_impact.flow_rows(results.lines, firms, found.least),
        indicators=_indicators(indicators.of_region(database, user, today=today), found),
        factors=_factors(results),
    )


def _firms(cursor: Cursor, user: User) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in cursor.rows("report_synergy_firms", region_id=user.region_id):
        found.setdefault(row["synergy_id"], set()).add(row["firm_id"])
    return {synergy_id: frozenset(firms) for synergy_id, firms in found.items()}


def _times(way: pd.DataFrame, last: date, found: _Found) -> tuple[TimeRow, ...]:
    """Return the medians; those of too few firms are theirs and not told."""
    stays = stage_times.stays(way, last)
    few = {
        key
        for key, some in stays.groupby(["stage", "left"])["synergy_id"]
        if not period_impact.enough(some, found.firms, found.least)
    }
    return tuple(
        TimeRow(
            Stage(row["stage"]),
            int(row["left"]),
            None if (row["stage"], True) in few else known(row["median_days"]),
            int(row["waiting"]),
            None if (row["stage"], False) in few else known(row["waiting_days"]),
        )
        for row in records(stage_times.stage_times(way, last))
    )


def _drop_outs(way: pd.DataFrame, found: _Found) -> tuple[DropOutRow, ...]:
    """Return who fell out and why; reasons of too few firms are merged: which of two firms did not answer is theirs."""
    fallen = stage_times.fallen(way)
    groups = [
        Group(
            name,
            frozenset().union(*(found.firms.get(one, frozenset()) for one in some)),
            Band(len(some), len(some), len(some)),
        )
        for name, some in fallen.groupby(["reason", "came_from", "state"], dropna=False)["synergy_id"]
    ]
    rows = [_drop_out(one) for one in merged(groups, found.least)]
    return tuple(sorted(rows, key=lambda row: (row.is_merged, -row.synergies)))


def _drop_out(one: Group[Any]) -> DropOutRow:
    if isinstance(one.name, str):
        return DropOutRow(None, None, None, int(one.band.value), is_merged=True)
    reason, came_from, state = one.name
    known = StallReason(reason) if isinstance(reason, str) else None
    return DropOutRow(known, Stage(came_from), Stage(state), int(one.band.value))


def _indicators(found: Sequence[Reached], impact: _Found) -> tuple[Reached, ...]:
    """Return the indicators; a verified amount that too few firms stand behind is not told."""
    behind = period_impact.verified_firms(impact.counted, impact.firms)
    silent = {name for name, measure in VERIFIED.items() if 0 < len(behind.get(measure, ())) < impact.least}
    return tuple(
        replace(one, value=None) if CountedAs(one.indicator.counted_as) in silent else one for one in found
    )


def _factors(results: Results) -> tuple[FactorRow, ...]:
    """Return every factor that the figures rest on, each once."""
    terms = results.computed.terms
    found = {FactorRow(str(row["factor_id"]), str(row["year"]), str(row["source"])) for row in records(terms)}
    for one in results.entries:
        if isinstance(one.state, Counted) and one.entry.factor_source:
            entry = one.entry
            years = ", ".join(str(year) for year in dict.fromkeys(entry.factor_years))
            found |= {
                FactorRow(factor_id, years, entry.factor_source or "")
                for factor_id in entry.factor_ids or ("",)
            }
    return tuple(sorted(found, key=lambda row: (row.factor_id, row.year)))


def _corrections(
    database: Database, user: User, one: Issued, kept: Iterable[Issued], today: date
) -> tuple[Correction, ...]:
    """Compare a period that was reported before with what the records say of it today."""
    if one.last is None:
        return ()
    again = _of_period(database, user, Period(one.first, one.last), one.audience, today)
    now = {figure.key: figure for figure in again.figures()}
    return issued.corrections(one, issued.told(one, kept), now)
