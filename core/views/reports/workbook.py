"""Writes a document as XLSX: the first sheet as one reads, then a sheet for each table with its raw numbers."""

import io
from datetime import date, datetime
from typing import Any

import xlsxwriter

from core.domain.numbers import format_date
from core.views.reports.document import (
    Block,
    Cell,
    Column,
    Document,
    Entries,
    Facts,
    Figures,
    Section,
    Table,
    Text,
    drawn,
)

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": True,
}
_NOT_IN_SHEET_NAMES = str.maketrans("[]:*?/\\'", "()    - ")
_WIDEST = 60
_GREEN = "#0b6e4f"


class _Book:
    """An open workbook with its formats and the names of its sheets."""

    def __init__(self, content: io.BytesIO) -> None:
        self.book = xlsxwriter.Workbook(content, _OPTIONS)
        add = self.book.add_format
        self.title = add({"bold": True, "font_size": 16, "font_color": _GREEN})
        self.section = add({"bold": True, "font_size": 12, "font_color": _GREEN, "bottom": 1})
        self.heading = add(
            {"bold": True, "bg_color": "#f1f5f2", "bottom": 1, "text_wrap": True, "valign": "top"}
        )
        self.text = add({"text_wrap": True, "valign": "top"})
        self.quiet = add({"font_color": "#4b5c54", "text_wrap": True, "valign": "top"})
        self.day = add({"num_format": "dd.mm.yyyy", "valign": "top", "align": "left"})
        self._numbers: dict[int, Any] = {}
        self._names: set[str] = set()

    def number(self, decimals: int) -> Any:
        """Return the format of numbers: thousands apart, so many decimals."""
        if decimals not in self._numbers:
            pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
            self._numbers[decimals] = self.book.add_format({"num_format": pattern, "valign": "top"})
        return self._numbers[decimals]

    def sheet(self, name: str) -> Any:
        """Return a new sheet called `name`, shortened and numbered as spreadsheets demand."""
        plain = name.translate(_NOT_IN_SHEET_NAMES).strip()[:31].strip() or "1"
        unique, number = plain, 2
        while unique.casefold() in self._names:
            unique, number = f"{plain[:27]} {number}", number + 1
        self._names.add(unique.casefold())
        return self.book.add_worksheet(unique)


def content(document: Document) -> bytes:
    """Return the document as XLSX; texts are never formulas or links."""
    held = io.BytesIO()
    made = _Book(held)
    made.book.set_properties({"title": document.title, "created": _moment(document.made_on)})
    _reading_sheet(made, document)
    for section in document.sections:
        for block in section.blocks:
            if isinstance(block, Table) and block.rows:
                _table_sheet(made, block, block.title or section.title)
    made.book.close()
    return held.getvalue()


def _reading_sheet(made: _Book, document: Document) -> None:
    sheet = made.sheet(document.title)
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 42)
    sheet.set_column(1, 1, 60)
    sheet.set_column(2, 2, 30)
    sheet.write_string(0, 0, document.title, made.title)
    sheet.write_string(1, 0, document.subtitle)
    sheet.write_string(2, 0, document.programme)
    sheet.write_datetime(2, 1, _moment(document.made_on), made.day)
    row = 3
    for said in (document.number, document.mark, *(notice.said for notice in document.notices)):
        if said:
            sheet.write_string(row, 0, said)
            row += 1
    for section in document.sections:
        row = _section(made, sheet, section, row + 1)


def _section(made: _Book, sheet: Any, section: Section, row: int) -> int:
    read = [
        block
        for block in section.blocks
        if drawn(block) and isinstance(block, Facts | Figures | Text | Entries)
    ]
    if not read:
        return row - 1
    sheet.write_string(row, 0, section.title, made.section)
    for block in read:
        row = _block(made, sheet, block, row + 1)
    return row


def _block(made: _Book, sheet: Any, block: Block, row: int) -> int:
    if isinstance(block, Facts | Figures):
        facts = [fact for fact in block.facts if fact.value not in (None, "") or isinstance(block, Figures)]
        for fact in facts:
            sheet.write_string(row, 0, f"{fact.name} ({fact.unit})" if fact.unit else fact.name)
            _write(made, sheet, row, 1, fact.value, fact.decimals)
            sheet.write_string(row, 2, fact.note, made.quiet)
            row += 1
        return row - 1
    if isinstance(block, Text):
        sheet.write_string(row, 0, block.said, made.text)
        return row
    if isinstance(block, Entries):
        for entry in block.entries:
            lines = [entry.facts, entry.said, entry.heading, *(f"• {point}" for point in entry.points)]
            sheet.write_string(row, 0, entry.title, made.text)
            sheet.write_string(row, 1, "\n".join(line for line in lines if line), made.text)
            row += 1
        return row - 1
    return row


def _table_sheet(made: _Book, table: Table, name: str) -> None:
    sheet = made.sheet(name)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)
    for number, column in enumerate(table.columns):
        cells = [row[number] for row in table.rows]
        sheet.set_column(number, number, _width(column, cells))
        sheet.write_string(0, number, column.heading, made.heading)
        for row, cell in enumerate(cells, start=1):
            _write(made, sheet, row, number, cell, column.decimals)
    if table.note:
        sheet.write_string(len(table.rows) + 2, 0, table.note)


def _width(column: Column, cells: list[Cell]) -> float:
    widest = max(
        (len(format_date(cell, "tr") if isinstance(cell, date) else str(cell or "")) for cell in cells),
        default=0,
    )
    if column.is_number:
        return float(max(12, min(len(column.heading), 18)))
    return float(min(max(widest, min(len(column.heading), 24), 10) + 2, _WIDEST))


def _write(made: _Book, sheet: Any, row: int, number: int, cell: Cell, decimals: int | None) -> None:
    if isinstance(cell, date):
        sheet.write_datetime(row, number, _moment(cell), made.day)
    elif isinstance(cell, (int, float)):
        places = 0 if cell == int(cell) else 2 if decimals is None else decimals
        sheet.write_number(row, number, cell, made.number(places))
    elif cell is not None:
        sheet.write_string(row, number, cell, made.text)


def _moment(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)  # noqa: DTZ001  a day in a spreadsheet has no zone
