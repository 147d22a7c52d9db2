"""Impact in the programme's report: bases side by side and never added, low and high beside each value."""

from collections.abc import Iterator

import pandas as pd

from core.domain import reference
from core.domain.impact.entries import Measure
from core.domain.impact.sums import BASES, COMPUTED
from core.domain.impact.years import Band
from core.domain.labels import label
from core.domain.reports.period_impact import GROUPINGS, GroupRow
from core.domain.reports.periods import ProgrammeReport
from core.i18n import Translator
from core.i18n import marked as m
from core.views import impact_charts
from core.views.impact_charts import basis_name, group_name, in_unit, per_year
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


def by_year(report: ProgrammeReport, t: Translator) -> tuple[Block, ...]:
    """Return what each calendar year has had: charts of the page for two measures, a table for all."""
    if not report.years:
        return ()
    columns = (
        Column(t("Kind of impact"), 1.8, is_group=True),
        Column(t("Basis"), 1.3, is_group=True),
        Column(t("Year"), 0.8),
        number(t("Value")),
        number(t("Low")),
        number(t("High")),
        Column(t("Unit"), 0.5),
    )
    rows: list[tuple[Cell, ...]] = [
        (
            label(row.measure, t),
            basis_name(row.basis, t),
            group_name("year", row.year, t),
            *_told(row.band),
            in_unit(row.measure, t),
        )
        for row in report.years
    ]
    note = t("Each calendar year up to the period's end. What is only computed has no years.")
    return (*_year_charts(report, t), Table(t("By calendar year"), columns, tuple(rows), note))


def _year_charts(report: ProgrammeReport, t: Translator) -> Iterator[Block]:
    for measure in _DRAWN:
        rows = [row for row in report.years if row.measure == measure]
        if rows:
            sums = pd.DataFrame(
                [(row.year, row.basis, row.band.low, row.band.value, row.band.high) for row in rows],
                columns=["year", "basis", "low", "value", "high"],
            )
            alt = t(
                "Bar chart: {measure} by calendar year, one colour for each basis", measure=label(measure, t)
            )
            yield Chart(impact_charts.by_year(sums, measure, t).to_dict(), alt, label(measure, t))


def flows(report: ProgrammeReport, t: Translator) -> tuple[Block, ...]:
    """Return giver × taker sector: the page's table in colours for two measures, a table for all."""
    if not report.flows:
        return ()
    columns = (
        Column(t("Kind of impact"), 1.4, is_group=True),
        Column(t("Basis"), 1.0, is_group=True),
        Column(t("Giver"), 1.5),
        Column(t("Taker"), 1.5),
        number(t("A year")),
        Column(t("Unit"), 0.5),
        number(t("Synergies"), share=0.7),
    )
    rows = tuple(
        (
            label(row.measure, t),
            basis_name(row.basis, t),
            group_name("sector", row.sector, t),
            group_name("taker_sector", row.taker_sector, t),
            row.value,
            in_unit(row.measure, t),
            row.synergies,
        )
        for row in report.flows
    )
    return (*_heats(report, t), Table(t("From sector to sector"), columns, rows))


def _heats(report: ProgrammeReport, t: Translator) -> Iterator[Block]:
    for measure in _DRAWN:
        for basis in (*BASES, COMPUTED):
            rows = [row for row in report.flows if (row.measure, row.basis) == (measure, basis)]
            if len(rows) > 1:  # a single pair is said better by the table
                found = pd.DataFrame(
                    [(row.sector, row.taker_sector, row.value, row.synergies) for row in rows],
                    columns=["sector", "taker_sector", "value", "synergies"],
                )
                said = t(
                    "{measure}, {unit}: {basis}",
                    measure=label(measure, t),
                    unit=per_year(measure, t),
                    basis=basis_name(basis, t),
                )
                alt = t(
                    "Table in colours: {measure} from the giver's to the taker's sector",
                    measure=label(measure, t),
                )
                yield Chart(impact_charts.heat(found, measure, t).to_dict(), alt, said)


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
            yield Chart(impact_charts.by_group(sums, measure, "sector", t).to_dict(), alt, label(measure, t))


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


def factors(report: ProgrammeReport, t: Translator) -> tuple[Block, ...]:
    """Return the factors that the figures rest on, with their values as they are today, and year and source."""
    columns = (Column(t("Source"), 2.0), Column(t("Year"), 0.5), Column(t("Factor"), 3.0))
    named: dict[tuple[str, str], list[str]] = {}
    for row in report.factors:
        names = named.setdefault((row.source, row.year), [])
        if row.factor_id:
            names.append(reference.factor_name(row.factor_id, t.language))
    rows = [(source, year, "; ".join(names)) for (source, year), names in named.items()]
    note = t(
        "Factors of the United Kingdom stand in for Türkiye until local ones are entered. "
        "Low and high are our own assumption where the source gives no band."
    )
    return (filled("", columns, rows, note), _values(report, t))


def _values(report: ProgrammeReport, t: Translator) -> Table:
    known = reference.impact_factors()
    columns = (
        Column(t("Factor"), 2.6),
        number(t("Value"), decimals=4),
        number(t("Low"), decimals=4),
        number(t("High"), decimals=4),
        Column(t("Unit"), 1.0),
        Column(t("Year"), 0.5),
    )
    used = dict.fromkeys(row.factor_id for row in report.factors if row.factor_id in known)
    rows = [
        (one.name(t.language), one.central, one.low, one.high, one.unit, str(one.year))
        for one in (known[factor_id] for factor_id in used)
    ]
    return filled(t("Values of the factors"), columns, rows, t("As the table of factors has them today."))
