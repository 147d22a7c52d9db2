"""Writes the spreadsheet form: an empty template that explains itself, and the register's lines in the same columns."""

import csv
import io
from collections.abc import Callable, Iterator
from typing import Any

import xlsxwriter

from core.domain import reference, wastecodes
from core.domain.exchange.columns import COLUMNS, Column, Part, Sort
from core.domain.exchange.form import NO, YES, choice_labels
from core.domain.exchange.keys import Existing
from core.domain.exchange.spreadsheet import MOST_ROWS
from core.domain.labels import label
from core.domain.model import Firm, Resource, Site
from core.domain.quantity import unit_code
from core.i18n import Translator
from core.i18n import marked as m

RECORDS, EXPLAINED, CHOICES = m("Records"), m("Columns"), m("Choices")
_PART_NAMES = {Part.FIRM: m("Firm"), Part.SITE: m("Site"), Part.CARD: m("Resource")}
_COLOURS = {Part.FIRM: "#d7e8e0", Part.SITE: "#dbe7f0", Part.CARD: "#f3e6d3"}
_NEEDED = ("firm", "direction", "resource")


def headings(t: Translator) -> list[str]:
    """Return the headings of the form in its order, in the reader's language."""
    return [t(column.heading) for column in COLUMNS]


def template_csv(t: Translator) -> bytes:
    """Return an empty form as CSV: UTF-8 with BOM, parted as spreadsheets of the language expect it."""
    text = io.StringIO()
    separator = "," if t.language == "en" else ";"
    csv.writer(text, delimiter=separator, lineterminator="\r\n").writerow(headings(t))
    return text.getvalue().encode("utf-8-sig")


def template_xlsx(t: Translator) -> bytes:
    """Return an empty form as XLSX: the sheet to fill in, one that explains the columns, one with the choices."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True, "strings_to_formulas": False}) as book:
        records = book.add_worksheet(t(RECORDS))
        explained = book.add_worksheet(t(EXPLAINED))
        choices = book.add_worksheet(t(CHOICES))
        _write_explanations(book, explained, t)
        ranges = _write_choices(book, choices, t)
        records.freeze_panes(1, 0)
        for number, column in enumerate(COLUMNS):
            look = book.add_format(
                {"bold": True, "bg_color": _COLOURS[column.part], "bottom": 1, "text_wrap": True}
            )
            width = max(14, min(len(t(column.heading)) + 4, 30))
            as_text = book.add_format({"num_format": "@"}) if column.sort in _KEPT_AS_TEXT else None
            records.set_column(number, number, width, as_text)
            records.write_string(0, number, t(column.heading), look)
            records.write_comment(0, number, t(column.note))
            if column.name in ranges:
                rule = {"validate": "list", "source": ranges[column.name], "error_type": "information"}
                records.data_validation(1, number, MOST_ROWS, number, rule)
    return content.getvalue()


# a spreadsheet would turn these into numbers or dates: a code loses its zero, "6-8" becomes a day of August
_KEPT_AS_TEXT = (Sort.TEXT, Sort.TAX_NUMBER, Sort.NACE, Sort.WASTE_CODES, Sort.MONTHS, Sort.QUANTITY)


def _write_explanations(book: Any, sheet: Any, t: Translator) -> None:
    bold, wrapped = (
        book.add_format({"bold": True, "bottom": 1}),
        book.add_format({"text_wrap": True, "valign": "top"}),
    )
    for number, (text, width) in enumerate(
        ((t("Column"), 30), (t("About"), 12), (t("Needed"), 12), (t("What it holds"), 80))
    ):
        sheet.set_column(number, number, width)
        sheet.write_string(0, number, text, bold)
    for row, column in enumerate(COLUMNS, start=1):
        needed = t(YES) if column.name in _NEEDED else ""
        for number, text in enumerate(
            (t(column.heading), t(_PART_NAMES[column.part]), needed, t(column.note))
        ):
            sheet.write_string(row, number, text, wrapped)
    sheet.freeze_panes(1, 0)
    for row, rule in enumerate(rules(t), start=len(COLUMNS) + 2):
        sheet.write_string(row, 0, rule)


def rules(t: Translator) -> list[str]:
    """Return how the form is filled in, sentence by sentence."""
    return [
        t(
            "One row a resource. A firm with several resources stands in several rows; a row may hold a firm only."
        ),
        t("An empty cell says nothing: it never erases what is stored."),
        t("The same file may be imported again: what has not changed stays as it is."),
        t("A firm is found by its ID, else its tax number, else its name (without legal form) and district."),
        t("A card is found by its ID, else by site, direction, name and waste codes."),
        t("Numbers may be written 1.234,56 or 1,234.56, but in one way in each column."),
        t("Headings and choices may be Turkish or English."),
    ]


def _write_choices(book: Any, sheet: Any, t: Translator) -> dict[str, str]:
    """Write what may be chosen, a column for each column of the form; return where each list stands."""
    ranges: dict[str, str] = {}
    bold = book.add_format({"bold": True, "bottom": 1})
    for column in COLUMNS:
        options = _options(column, t)
        if not options:
            continue
        number = len(ranges)
        sheet.set_column(number, number, 34)
        sheet.write_string(0, number, t(column.heading), bold)
        for row, option in enumerate(options, start=1):
            sheet.write_string(row, number, option)
        letter = xlsxwriter.utility.xl_col_to_name(number)
        ranges[column.name] = f"='{t(CHOICES)}'!${letter}$2:${letter}${len(options) + 1}"
    return ranges


def _options(column: Column, t: Translator) -> list[str]:
    if column.sort is Sort.ZONE:
        return [zone.name(t.language) for zone in reference.zones().values()]
    if column.sort is Sort.DISTRICT:
        return sorted(reference.districts())
    return [t(text) for text in choice_labels(column)]


def lines(existing: Existing, t: Translator) -> Iterator[dict[str, Any]]:
    """Return the live records as lines of the form, heading → cell, in the reader's language; numbers stay numbers.

    Imported again they change nothing. A person's number is left out.
    """
    sites: dict[str, list[Site | None]] = {}
    cards: dict[str, list[Resource | None]] = {}
    nowhere: list[Site | None] = [None]
    nothing: list[Resource | None] = [None]
    for site in existing.sites:
        if site.site_id not in existing.retired:
            sites.setdefault(site.firm_id, []).append(site)
    for one in existing.cards:
        if one.resource_id not in existing.retired:
            cards.setdefault(one.site_id, []).append(one)
    for firm in sorted(existing.firms, key=lambda one: one.name):
        if firm.firm_id in existing.retired:
            continue
        for place in sites.get(firm.firm_id, nowhere):
            for card in cards.get(place.site_id if place else "", nothing):
                yield _line(firm, place, card, t)


def _line(firm: Firm, site: Site | None, card: Resource | None, t: Translator) -> dict[str, Any]:
    records = {Part.FIRM: firm, Part.SITE: site, Part.CARD: card}
    return {t(column.heading): _cell(column, records[column.part], t) for column in COLUMNS}


def _cell(column: Column, record: Firm | Site | Resource | None, t: Translator) -> Any:
    if record is None:
        return None
    if column.name in ("quantity", "unit", "period"):
        return _quantity_cell(column.name, record, t)
    value = getattr(record, column.target)
    is_borrowed = column.name in ("lat", "lon") and getattr(record, "coordinate_quality", None) != "site"
    if value in (None, "", ()) or is_borrowed:  # the zone or district says more than a point borrowed from it
        return None
    write = _WRITERS.get(column.sort)
    return write(value, t) if write else value


def _zone_cell(value: str, t: Translator) -> str | None:
    return reference.zones()[value].name(t.language) if value in reference.zones() else None


def _unit_cell(value: str, t: Translator) -> str:
    symbol = reference.unit_sign(value, t.language)
    return symbol if unit_code(symbol) == value else value


_WRITERS: dict[Sort, Callable[[Any, Translator], Any]] = {
    Sort.CHOICE: label,
    Sort.YES_NO: lambda value, t: t(YES if value else NO),
    Sort.TAX_NUMBER: lambda value, _: value if len(value) == 10 else None,
    Sort.ZONE: _zone_cell,
    Sort.NACE: lambda value, _: "; ".join(one.code for one in value),
    Sort.WASTE_CODES: lambda value, _: "; ".join(wastecodes.format_code(code) for code in value),
    Sort.MONTHS: lambda value, _: "; ".join(str(month) for month in value),
    Sort.UNIT: _unit_cell,
}


def _quantity_cell(name: str, record: Any, t: Translator) -> Any:
    if record.quantity_typed:
        return record.quantity_typed if name == "quantity" else None
    value = getattr(record, name)
    return value if name == "quantity" or value is None else _unit_cell(value, t)
