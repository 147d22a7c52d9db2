"""The programme's report on a period as a document."""

import pandas as pd

from core.domain.labels import label
from core.domain.numbers import format_number
from core.domain.reports.periods import EVENTS, STOCKS, DropOutRow, ProgrammeReport
from core.domain.reports.reporting import Audience
from core.i18n import Translator
from core.views import impact_charts, stage_charts
from core.views.reports import figures, programme_impact, programme_money, words
from core.views.reports.document import (
    Block,
    Chart,
    Column,
    Document,
    Fact,
    Facts,
    Figures,
    Section,
    Table,
    Text,
    Tone,
    filled,
    number,
)


def document(report: ProgrammeReport, t: Translator) -> Document:
    """Return the report in the language of `t`."""
    return Document(
        title=t("Report of the programme"),
        subtitle=figures.period(report.period.first, report.period.last, t),
        programme=words.programme(report.head, t),
        made_on=report.head.made_on,
        language=t.language,
        mark=words.mark(report.head, t),
        notices=_notices(report, t),
        sections=(
            Section(t("At a glance"), (_stocks(report, t), _events(report, t))),
            Section(t("Impact"), programme_impact.blocks(report, t)),
            Section(t("Impact by calendar year"), programme_impact.by_year(report, t)),
            Section(t("Money"), programme_money.blocks(report, t)),
            Section(
                t("From idea to verified saving"),
                (*_funnel(report, t), _stages(report, t), *_times(report, t), _drop_outs(report, t)),
            ),
            Section(t("Indicators against their targets"), _indicators(report, t)),
            Section(t("Impact by sector, zone and kind"), programme_impact.grouped(report, t)),
            Section(t("Impact from sector to sector"), programme_impact.flows(report, t)),
            Section(t("Sources of factors"), programme_impact.factors(report, t)),
        ),
    )


def _notices(report: ProgrammeReport, t: Translator) -> tuple[Text, ...]:
    if report.head.audience is Audience.INSIDE:
        said = t("For the programme's staff: it may tell figures of single firms.")
        return (Text(said, Tone.WARNING),)
    return (Text(t("Figures from fewer than three firms are merged with others or left out."), Tone.QUIET),)


def _stocks(report: ProgrammeReport, t: Translator) -> Figures:
    return Figures(tuple(Fact(t(figures.NUMBERS[name]), report.numbers[name]) for name in STOCKS))


def _events(report: ProgrammeReport, t: Translator) -> Facts:
    facts = tuple(Fact(t(figures.NUMBERS[name]), report.numbers[name]) for name in EVENTS)
    return Facts(facts, t("In the period"))


def _funnel(report: ProgrammeReport, t: Translator) -> tuple[Chart, Text]:
    """The page's chart, from the report's own rows."""
    reached = pd.DataFrame(
        [(row.stage.value, row.reached, row.firms) for row in report.stages],
        columns=["stage", "synergies", "firms"],
    )
    chart = Chart(
        stage_charts.funnel(reached, t).to_dict(), t("Bar chart: how many synergies reached each stage")
    )
    said = t("The scale is logarithmic, so that the few at the end can be seen.")
    return chart, Text(said, Tone.QUIET)


def _stages(report: ProgrammeReport, t: Translator) -> Table:
    columns = (
        Column(t("Stage"), 1.4),
        number(t("Reached so far")),
        number(t("Firms")),
        number(t("Entered in the period")),
        number(t("Standing there")),
    )
    rows = tuple(
        (label(row.stage, t), row.reached, row.firms, row.entered, row.here) for row in report.stages
    )
    note = t(
        "Reached: whoever reached a later stage counts in the earlier ones too. All at the period's end."
    )
    return Table(t("Stages"), columns, rows, note)


def _times(report: ProgrammeReport, t: Translator) -> tuple[Block, ...]:
    """The page's chart of the medians that may be told, and the table with the numbers behind them."""
    columns = (
        Column(t("Stage"), 1.4),
        number(t("Went on")),
        number(t("Days, median"), decimals=0),
        number(t("Still there")),
        number(t("Days so far, median"), decimals=0),
    )
    rows = tuple(
        (label(row.stage, t), row.left, row.median_days, row.waiting, row.waiting_days)
        for row in report.times
        if row.left or row.waiting
    )
    told = pd.DataFrame(
        [
            (row.stage.value, row.left, row.median_days, row.waiting, row.waiting_days)
            for row in report.times
            if row.median_days is not None or row.waiting_days is not None
        ],
        columns=["stage", "left", "median_days", "waiting", "waiting_days"],
    )
    table = Table(t("Time in stage"), columns, rows)
    if told.empty:
        return (table,)
    alt = t("Bar chart: median days in each stage, of those who went on and of those still there")
    return Chart(stage_charts.times(told, t).to_dict(), alt), table


def _drop_outs(report: ProgrammeReport, t: Translator) -> Table:
    columns = (
        Column(t("Reason"), 1.4),
        Column(t("State"), 0.9),
        Column(t("Stage before"), 1.2),
        number(t("Synergies")),
    )
    rows = tuple(
        (
            _reason(row, t),
            label(row.state, t) if row.state else "",
            label(row.came_from, t) if row.came_from else "",
            row.synergies,
        )
        for row in report.drop_outs
    )
    return Table(t("Stalled and dropped"), columns, rows)


def _reason(row: DropOutRow, t: Translator) -> str:
    if row.is_merged:
        return t("Small groups, merged")
    return label(row.reason, t) if row.reason else t("Not known")


def _indicators(report: ProgrammeReport, t: Translator) -> tuple[Block, ...]:
    if not report.indicators:
        return ()
    columns = (
        Column(t("Indicator"), 2.2),
        Column(t("Unit"), 0.6),
        number(t("Baseline"), share=0.7),
        number(t("Reached"), share=0.7),
        number(t("Target"), share=0.7),
        number(t("Share of the target"), "%", decimals=0, share=0.7),
        Column(t("Due"), 0.8),
        Column(t("Funder"), 0.9),
    )
    rows = [
        (
            one.indicator.name(t.language),
            label(one.indicator.unit, t),
            one.indicator.baseline,
            one.value,
            one.indicator.target,
            None if one.share is None else one.share * 100,
            one.indicator.due_on,
            one.indicator.funder,
        )
        for one in report.indicators
    ]
    note = t("As on the day of the report. Share of the target: of the way from baseline to target.")
    if any(one.indicator.is_sample for one in report.indicators):
        note = f"{t('Sample data: these targets are invented.')} {note}"
    return (*_targets(report, t), filled("", columns, rows, note))


def _targets(report: ProgrammeReport, t: Translator) -> tuple[Chart, ...]:
    rows = pd.DataFrame(
        [
            {
                "name": one.indicator.name(t.language),
                "share": one.share,
                "said": t("{value} / {target}", value=_said(one.value, t), target=_said(goal, t)),
            }
            for one in report.indicators
            if one.share is not None and (goal := one.indicator.target) is not None
        ]
    )
    if rows.empty:
        return ()
    alt = t("Bar chart: how much of the way to its target each indicator has gone")
    return (Chart(impact_charts.targets(rows, t).to_dict(), alt),)


def _said(value: float | None, t: Translator) -> str:
    return "–" if value is None else format_number(value, t.language)
