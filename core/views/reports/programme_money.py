"""Money in the programme's report: TRY by the year of its prices, USD by recorded rates with their day and source."""

from core.domain.impact.money import Priced
from core.domain.labels import label
from core.domain.reports.period_money import MoneyRow
from core.domain.reports.periods import ProgrammeReport
from core.i18n import Translator
from core.views import money_words
from core.views.impact_charts import basis_name
from core.views.reports.document import Block, Cell, Column, Table, Text, Tone, number


def blocks(report: ProgrammeReport, t: Translator) -> tuple[Block, ...]:
    """Return savings, sales and investment in TRY, and in USD as far as rates are recorded."""
    if not report.money:
        return (Text(t("No entry of savings, sales or investment counts yet.")),)
    said = t(
        "TRY of different years are added only by a recorded price index. USD are each amount's by the rate "
        "recorded for its own day, or at most 31 days before it; an amount without a rate has no USD."
    )
    return (Text(said, Tone.QUIET), _in_try(report, t), _in_one_year(report, t), _in_usd(report, t))


def _in_try(report: ProgrammeReport, t: Translator) -> Table:
    columns = (
        *_begin(t),
        number(t("In the period"), t("TRY"), decimals=0),
        number(t("So far"), t("TRY"), decimals=0),
        number(t("A year"), t("TRY"), decimals=0),
        number(t("Low"), t("TRY"), decimals=0),
        number(t("High"), t("TRY"), decimals=0),
        number(t("Firms"), share=0.6),
    )
    rows: list[tuple[Cell, ...]] = [
        (
            *_named(row, t),
            row.in_period.value_try if row.in_period else None,
            row.so_far.value_try if row.so_far else None,
            *((row.a_year.value, row.a_year.low, row.a_year.high) if row.a_year else (None, None, None)),
            row.firms if row.so_far else None,
        )
        for row in report.money
    ]
    note = t("So far: up to the period's end, after attribution. Firms: how many the sum so far comes from.")
    return Table(t("Money in TRY"), columns, tuple(rows), note)


def _in_one_year(report: ProgrammeReport, t: Translator) -> Table:
    """The page's sums; no table where no index is recorded, or all prices are of one year."""
    columns = (*_begin(t), number(t("So far"), t("TRY"), decimals=0), Column(t("Price index"), 2.4))
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (label(one.measure, t), basis_name(one.basis, t), str(one.year), one.value_try, one.index)
        for one in report.money_sums
    )
    return Table(t("Money in prices of one year"), columns, rows)


def _in_usd(report: ProgrammeReport, t: Translator) -> Table:
    columns = (
        *_begin(t),
        number(t("In the period"), "USD", decimals=0),
        number(t("So far"), "USD", decimals=0),
        Column(t("By the rate of"), 3.0),
    )
    rows: list[tuple[Cell, ...]] = [
        (*_named(row, t), _usd(row.in_period), _usd(row.so_far), _rates(row, t)) for row in report.money
    ]
    return Table(t("Money in USD"), columns, tuple(rows))


def _begin(t: Translator) -> tuple[Column, ...]:
    return (
        Column(t("Kind of impact"), 1.3, is_group=True),
        Column(t("Basis"), 1.1, is_group=True),
        Column(t("Year of prices"), 0.6),
    )


def _named(row: MoneyRow, t: Translator) -> tuple[Cell, ...]:
    return label(row.measure, t), basis_name(row.basis, t), str(row.price_year)


def _usd(told: Priced | None) -> float | None:
    return told.value_usd if told else None


def _rates(row: MoneyRow, t: Translator) -> str:
    if row.so_far is None:
        return t("Too few firms to be told")
    return money_words.by_rates(row.so_far.rates, row.so_far.unrated, t)
