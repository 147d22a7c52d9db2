"""Impact in the programme's report: bases side by side and never added, low and high beside each value."""

from collections.abc import Iterator

import pandas as pd

from core.domain.impact.entries import Measure
from core.domain.impact.sums import COMPUTED
from core.domain.impact.years import Band
from core.domain.labels import label
from core.domain.reports.period_impact import GROUPINGS, GroupRow
from core.domain.reports.periods import ProgrammeReport
from core.i18n import Translator
from core.i18n import marked as m
from core.views import impact_charts
from core.views.impact_charts import basis_name, group_name, in_unit
from core.views.reports.document import Block, Cell, Chart, Column, Table, Text, Tone, filled, number

_DRAWN = (Measure.CO2E, Measure.DIVERTED)  # what outsiders ask for first; the others stand in the tables
_GROUPED = {"sector": m("By sector of the giver"), "zone_id": m("By zone of the giver"), "kind": m("By kind")}


def blocks(report: ProgrammeReport, t: Translator) -> tuple[Block, ...]:
    """Return what fell within the period, and what recurs and happened once by its end."""
    if not report.impact:
        return (Text(t("No impact was entered or can be computed yet.")),)
    said = t(
        "Verified, agreed and estimated are never added up. Values are after attribution. Computed: of synergies "
        "without entries; it is no basis, for nobody has taken it over yet."
    )
    return (Text(said, Tone.QUIET), _in_period(report, t), _standing(report, t))


def _in_period(report: ProgrammeReport, t: Translator) -> Table:
    columns = (
        Column(t("Kind of impact"), 1.8, is_group=True),
        Column(t("Basis"), 1.3),
        number(t("Value")),
        number(t("Low")),
        number(t("High")),
        Column(t("Unit"), 0.5),
    )
    rows: list[tuple[Cell, ...]] = [
        (
            label(row.measure, t),
            basis_name(row.basis, t),
            *_told(row.in_period),
            in_unit(row.measure, t),
        )
        for row in report.impact
        if row.basis != COMPUTED and (row.in_period is None or row.in_period.high or row.in_period.low)
    ]
    note = t(
        "What fell within the period: a yearly value by its days, what happens once over its own period."
    )
    return Table(t("In the period"), columns, tuple(rows), note)


def _standing(report: ProgrammeReport, t: Translator) -> Table:
    columns = (
        Column(t("Kind of impact"), 1.8, is_group=True),
        Column(t("Basis"), 1.3),
        number(t("A year")),
        number(t("Low")),
        number(t("High")),
        number(t("Once so far")),
        Column(t("Unit"), 0.5),
        number(t("Synergies"), share=0.7),
    )
    rows: list[tuple[Cell, ...]] = [
        (
            label(row.measure, t),
            basis_name(row.basis, t),
            *_told(row.a_year),
            row.once.value if row.once else None,
            in_unit(row.measure, t),
            row.synergies,
        )
        for row in report.impact
    ]
    note = t("What the synergies bring a year at the period's end, and what happened once up to then.")
    return Table(t("What a year brings"), columns, tuple(rows), note)


def _told(band: Band | None) -> tuple[Cell, Cell, Cell]:
    return (band.value, band.low, band.high) if band else (None, None, None)


def grouped(report: ProgrammeReport, t: Translator) -> tuple[Block, ...]:
    """Return what a year brings by sector, zone and kind: charts of the page for two measures, tables for all."""
    return (*_charts(report, t), *(_groups(report, grouping, t) for grouping in GROUPINGS))


def _charts(report: ProgrammeReport, t: Translator) -> Iterator[Block]:
    for measure in _DRAWN:
        rows = [row for row in report.groups if (row.measure, row.grouping) == (measure, "sector")]
        if rows:
            sums = pd.DataFrame(
                [(row.group, row.basis, row.band.low, row.band.value, row.band.high) for row in rows],
                columns=["group", "basis", "low", "value", "high"],
            )
            alt = t("Bar chart: {measure} by sector, one colour for each basis", measure=label(measure, t))
            yield Text(label(measure, t))
            yield Chart(impact_charts.by_group(sums, measure, "sector", t).to_dict(), alt)


def _groups(report: ProgrammeReport, grouping: str, t: Translator) -> Table:
    columns = (
        Column(t("Kind of impact"), 1.5, is_group=True),
        Column(t("Group"), 1.6, is_group=True),
        Column(t("Basis"), 1.3),
        number(t("A year")),
        number(t("Low")),
        number(t("High")),
        Column(t("Unit"), 0.5),
    )
    rows = [_group(row, t) for row in report.groups if row.grouping == grouping]
    return filled(t(_GROUPED[grouping]), columns, rows)


def _group(row: GroupRow, t: Translator) -> tuple[Cell, ...]:
    return (
        label(row.measure, t),
        group_name(row.grouping, row.group, t),
        basis_name(row.basis, t),
        *_told(row.band),
        in_unit(row.measure, t),
    )


def factors(report: ProgrammeReport, t: Translator) -> Table:
    """Return the factors that the figures rest on, with year and source."""
    columns = (Column(t("Source"), 2.0), Column(t("Year"), 0.5), Column(t("Factor"), 3.0))
    named: dict[tuple[str, str], list[str]] = {}
    for row in report.factors:
        named.setdefault((row.source, row.year), []).append(row.factor_id)
    rows = [(source, year, ", ".join(ids)) for (source, year), ids in named.items()]
    note = t(
        "Factors of the United Kingdom stand in for Türkiye until local ones are entered. "
        "Low and high are our own assumption where the source gives no band."
    )
    return filled("", columns, rows, note)
