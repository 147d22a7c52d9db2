"""What a firm's synergies bring, in its report: outgoing and incoming flows apart, its own money by itself."""

from core.domain.choices import Direction
from core.domain.labels import label
from core.domain.numbers import format_date
from core.domain.reports.reporting import FirmImpact, FirmReport
from core.i18n import Translator
from core.i18n import marked as m
from core.views.impact_charts import in_unit, per_year
from core.views.reports import figures
from core.views.reports.document import Block, Cell, Column, Table, Text, Tone, filled, number

_TITLES = {
    Direction.HAVE: m("Outgoing flows in synergies"),
    Direction.WANT: m("Incoming flows in synergies"),
    None: m("The firm's own money and jobs"),
}


def blocks(report: FirmReport, t: Translator) -> tuple[Block, ...]:
    """Return the tables; nothing where nothing counts."""
    if not report.impact:
        return ()
    said = t(
        "Bases are never added up, values are after attribution. A flow stands in the report of each of its two firms: "
        "sums over firms would count it twice. Per unit of product: by the site's output a year."
    )
    tables = (_table(direction, title, report, t) for direction, title in _TITLES.items())
    return (*(one for one in tables if one.rows), Text(said, Tone.QUIET))


def _table(direction: Direction | None, title: str, report: FirmReport, t: Translator) -> Table:
    columns = (
        Column(t("Synergy"), 1.8),
        Column(t("Kind of impact"), 1.3),
        Column(t("Basis"), 1.1),
        number(t("Value"), share=0.7),
        number(t("Low"), share=0.7),
        number(t("High"), share=0.7),
        Column(t("Unit"), 0.8),
        number(t("Per unit of product"), decimals=4, share=0.8),
        Column(t("Period"), 1.0),
    )
    rows = [_row(one, t) for one in report.impact if one.direction is direction]
    return filled(t(title), columns, rows)


def _row(one: FirmImpact, t: Translator) -> tuple[Cell, ...]:
    basis = label(one.basis, t)
    begin = format_date(one.period_from, t.language)
    return (
        one.title,
        label(one.measure, t),
        t("{basis} (verification lapsed)", basis=basis) if one.lapsed else basis,
        one.band.value,
        one.band.low,
        one.band.high,
        per_year(one.measure, t) if one.recurs else in_unit(one.measure, t),
        one.per_output,
        figures.period(one.period_from, one.period_to, t) or t("from {begin}", begin=begin),
    )
