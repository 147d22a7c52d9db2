"""Reads an uploaded spreadsheet (XLSX or CSV) into plain cells, within bounds that no hostile file can break.

An XLSX file is a ZIP of XML: before a row is read every part is unpacked once, piece by piece, within a limit, so that
a file that grows without end is refused instead of filling the memory. Numbers and dates that the spreadsheet itself
knows as such come as numbers and dates; all else is text and nothing is evaluated.
"""

import csv
import io
import warnings
import zipfile
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import Any

import openpyxl

from core.domain.exchange.columns import Column
from core.domain.exchange.form import column_of
from core.domain.table import decode
from core.errors import (
    BrokenSpreadsheetError,
    DuplicateColumnError,
    EmptyTableError,
    FileTooLargeError,
    MissingColumnsError,
    OldSpreadsheetError,
    PasswordProtectedError,
    RowTooLongError,
    SimbiyozError,
    TooManyRowsError,
)

MEGABYTE = 1024 * 1024
LARGEST_FILE_MB = 20
MOST_ROWS = 20_000
_LARGEST_UNPACKED = 200 * MEGABYTE
_MOST_PARTS = 2_000
_MOST_COLUMNS = 200
_MOST_LINES = 100_000  # empty ones too
_MOST_SHEETS = 10
_OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_EXCEL_ERRORS = frozenset(["#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!"])

Cell = str | float | date


@dataclass(frozen=True)
class Row:
    """A row that is not empty: its line in the file (1 is the first) and its cells by the form's column name."""

    line: int
    cells: dict[str, Cell]


@dataclass(frozen=True)
class Table:
    """What a file holds: the form's columns that it has, headings that are none of the form's, and its rows."""

    filename: str
    columns: tuple[Column, ...]
    unknown: tuple[str, ...]
    rows: tuple[Row, ...]


def read(content: bytes, filename: str) -> Table:
    """Return the table of an uploaded file; what is in cells is not judged here.

    CSV: UTF-8 with or without BOM, UTF-16 with BOM, or Windows-1254; “;”, “,” or tab between. Raises FileTooLargeError,
    TooManyRowsError, PasswordProtectedError, OldSpreadsheetError, BrokenSpreadsheetError, EmptyTableError,
    DuplicateColumnError, MissingColumnsError, RowTooLongError, and the errors of `table.decode`.
    """
    name = Path(Path(filename).name)
    if len(content) > LARGEST_FILE_MB * MEGABYTE:
        raise FileTooLargeError(path=name, limit=LARGEST_FILE_MB)
    if not content.strip():
        raise EmptyTableError(path=name)
    if content.startswith(_OLE):
        raise PasswordProtectedError(path=name) if _ENCRYPTED in content else OldSpreadsheetError(path=name)
    if content.startswith(b"PK"):
        return _of_workbook(content, name)
    if name.suffix.lower() in (".xlsx", ".xlsm"):
        raise BrokenSpreadsheetError(path=name)
    if content.startswith((b"%PDF", b"{\\rtf")) or b"\x00\x00\x00" in content[:4096]:
        raise OldSpreadsheetError(path=name)
    return _table(_lines_of_csv(decode(content, name)), name)


def _lines_of_csv(text: str) -> Iterable[tuple[int, list[Cell]]]:
    body = text.lstrip("\r\n")
    first, _, rest = body.partition("\n")
    skipped = 0
    if first.strip().lower() in ("sep=;", "sep=,", "sep=\t"):  # a line that only Excel reads
        separator, body, skipped = first.strip()[4:] or "\t", rest, 1
    else:
        separator = _separator(first)
    reader = csv.reader(io.StringIO(body, newline=""), delimiter=separator)
    begins = 1 + skipped + text[: len(text) - len(text.lstrip("\r\n"))].count("\n")
    before = 0
    for cells in reader:
        yield begins + before, [_without_guard(cell.strip()) for cell in cells]
        before = reader.line_num


def _without_guard(cell: str) -> str:
    """Take off the apostrophe that our export puts before a text that a spreadsheet would take for a formula."""
    return cell[1:] if cell.startswith(("'=", "'+", "'-", "'@")) else cell


def _separator(heading: str) -> str:
    """Return what parts the headings: the sign by which most of them become headings of the form."""
    found = {
        sign: sum(column_of(cell) is not None for cell in next(csv.reader([heading], delimiter=sign), []))
        for sign in ";,\t"
    }
    return max(found, key=lambda sign: (found[sign], heading.count(sign)))


def _of_workbook(content: bytes, name: Path) -> Table:
    _ensure_harmless(content, name)
    first: list[tuple[int, list[Cell]]] = []
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about styles and drop-down lists, which nobody reads here
            book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
            for sheet in book.worksheets[:_MOST_SHEETS]:
                lines = _lines_of_sheet(sheet, name)
                if lines and _is_of_form(lines[0][1]):
                    return _table(lines, name)
                first = first or lines
    except SimbiyozError:
        raise
    except Exception as error:  # the reader fails in many ways on a broken file, none of them ours
        raise BrokenSpreadsheetError(path=name) from error
    return _table(first, name)


def _is_of_form(heading: Sequence[Cell]) -> bool:
    return any(found and found.name == "firm" for found in (column_of(str(cell)) for cell in heading))


def _lines_of_sheet(sheet: Any, name: Path) -> list[tuple[int, list[Cell]]]:
    found: list[tuple[int, list[Cell]]] = []
    for number, row in enumerate(sheet.iter_rows(values_only=True), start=1):
        cells = [_cell(value) for value in row[: _MOST_COLUMNS + 1]]
        if any(cell != "" for cell in cells):
            found.append((number, cells))
        if number > _MOST_LINES or len(found) > MOST_ROWS + 1:
            raise TooManyRowsError(path=name, limit=MOST_ROWS)
    return found


def _cell(value: object) -> Cell:
    if value is None or value in _EXCEL_ERRORS:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (int, float)):
        return float(value)
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else str(value).strip()


def _ensure_harmless(content: bytes, name: Path) -> None:
    """Unpack every part once within the limit; a size that the file states wrongly is an error of its own."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            listed = parts.infolist()
            if not any(part.filename.lower() == "[content_types].xml" for part in listed):
                raise OldSpreadsheetError(path=name)
            if any(part.flag_bits & 1 for part in listed):
                raise PasswordProtectedError(path=name)
            if len(listed) > _MOST_PARTS or sum(part.file_size for part in listed) > _LARGEST_UNPACKED:
                raise FileTooLargeError(path=name, limit=LARGEST_FILE_MB)
            for part in listed:
                with parts.open(part) as file:
                    while file.read(MEGABYTE):
                        pass
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError) as error:
        raise BrokenSpreadsheetError(path=name) from error


def _table(lines: Iterable[tuple[int, list[Cell]]], name: Path) -> Table:
    filled = ((line, cells) for line, cells in lines if any(cell != "" for cell in cells))
    try:
        _, heading = next(filled, (0, []))
        columns = [column_of(str(cell)) if cell != "" else None for cell in heading]
        _ensure_columns(columns, heading)
        rows = tuple(_row(line, cells, columns) for line, cells in islice(filled, MOST_ROWS + 1))
    except csv.Error as error:
        raise BrokenSpreadsheetError(path=name) from error
    if not rows:
        raise EmptyTableError(path=name)
    if len(rows) > MOST_ROWS:
        raise TooManyRowsError(path=name, limit=MOST_ROWS)
    unknown = tuple(
        str(cell) for cell, column in zip(heading, columns, strict=True) if column is None and cell != ""
    )
    return Table(str(name), tuple(column for column in columns if column), unknown, rows)


def _ensure_columns(columns: Sequence[Column | None], heading: Sequence[Cell]) -> None:
    names = [column.name for column in columns if column]
    for cell, column in zip(heading, columns, strict=True):
        if column and names.count(column.name) > 1:
            raise DuplicateColumnError(column=cell)
    if not {"firm", "firm_external_id", "tax_number"} & set(names):
        raise MissingColumnsError(columns="Firma / Firm")


def _row(line: int, cells: Sequence[Cell], columns: Sequence[Column | None]) -> Row:
    if any(cell != "" for cell in cells[len(columns) :]):
        raise RowTooLongError(line=line, found=len(cells), expected=len(columns))
    return Row(
        line,
        {column.name: cell for column, cell in zip(columns, cells, strict=False) if column and cell != ""},
    )
