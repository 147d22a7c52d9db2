"""Turns the cells of an imported table into values of the records, and says all that is wrong with them at once.

How numbers and dates are written is found out column by column. What a column does not tell is read as the user says,
else reported; a wrong cell costs its own value, not the row.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from core.domain.exchange import parts as importparts
from core.domain.exchange.columns import BY_NAME, Column, Part, Sort
from core.domain.exchange.form import choice_of, yes_or_no
from core.domain.exchange.spreadsheet import Cell, Row, Table
from core.domain.findings import NAME_LIMIT, TEXT_LIMIT
from core.domain.numbers import (
    Convention,
    DateOrder,
    detect_convention,
    detect_date_order,
    parse_date,
    parse_months,
    parse_number,
)
from core.domain.quantity import parse_quantity, period_code, unit_code
from core.domain.register.taxnumber import check as check_tax_number
from core.errors import (
    AmbiguousNumberError,
    MissingValueError,
    NegativeNumberError,
    OtherDistrictError,
    OutOfRangeError,
    SimbiyozError,
    TooLongError,
    UnknownChoiceError,
    UnknownPeriodError,
    UnknownUnitError,
    UnreadQuantityError,
    WrongDateOrderError,
)
from core.i18n import marked as m

_CURRENCY = re.compile(r"(?i)\s*(?:TL|TRY|₺)\s*")
_IN_TEXT = re.compile(r"\d[\d.,]*")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


class Effect(StrEnum):
    """What a finding costs: the row, the value, or nothing (a note)."""

    ROW = "row"
    VALUE = "value"
    NOTE = "note"


EFFECTS = {
    Effect.ROW: m("Line or card left out"),
    Effect.VALUE: m("Value left out"),
    Effect.NOTE: m("Taken over"),
}


@dataclass(frozen=True)
class Finding:
    """One thing to look at: line of the file, column (None: the row as a whole), what stands there, and why."""

    line: int
    column: Column | None
    value: str
    error: SimbiyozError
    effect: Effect


@dataclass(frozen=True)
class Manner:
    """How numbers and dates are written, by column name; None where the column does not tell."""

    numbers: Mapping[str, Convention | None] = field(default_factory=dict)
    dates: Mapping[str, DateOrder | None] = field(default_factory=dict)


@dataclass(frozen=True)
class Said:
    """What a row says of firm, site and card: field → value, only what is said and right."""

    line: int
    firm: Mapping[str, Any]
    site: Mapping[str, Any]
    card: Mapping[str, Any]


def read_rows(
    table: Table, numbers: Convention | None = None, dates: DateOrder | None = None
) -> tuple[tuple[Said, ...], tuple[Finding, ...]]:
    """Return what the rows say, and all findings in their order.

    `numbers` and `dates` say how to read a column that does not tell by itself.
    """
    manner = _manner(table, numbers, dates)
    findings: list[Finding] = []
    rows = tuple(_read_row(row, manner, findings) for row in table.rows)
    return rows, tuple(findings)


def _manner(table: Table, numbers: Convention | None, dates: DateOrder | None) -> Manner:
    texts = {
        column.name: [cell for row in table.rows if isinstance(cell := row.cells.get(column.name), str)]
        for column in table.columns
    }
    told: dict[str, Convention | None] = {}
    orders: dict[str, DateOrder | None] = {}
    for column in table.columns:
        if column.sort in (Sort.NUMBER, Sort.SIGNED):
            plain = (_CURRENCY.sub("", text) for text in texts[column.name])
            told[column.name] = detect_convention(plain) or numbers
        elif column.sort is Sort.QUANTITY:
            amounts = (
                amount.rstrip(".,") for text in texts[column.name] for amount in _IN_TEXT.findall(text)
            )
            told[column.name] = detect_convention(amounts) or numbers
        elif column.sort is Sort.DATE:
            orders[column.name] = detect_date_order(texts[column.name]) or dates
    return Manner(told, orders)


def _read_row(row: Row, manner: Manner, findings: list[Finding]) -> Said:
    parts: dict[Part, dict[str, Any]] = {part: {} for part in Part}
    for name, cell in row.cells.items():
        column = BY_NAME[name]
        if name in ("quantity", "unit", "period"):
            continue
        try:
            value, notes = _READERS[column.sort](cell, column, manner)
        except SimbiyozError as error:
            findings.append(Finding(row.line, column, _shown(cell, column), error, Effect.VALUE))
            continue
        shown = _shown(cell, column)
        findings += [Finding(row.line, column, shown, about, effect) for about, effect in notes]
        if value not in (None, "", ()):
            parts[column.part][column.target] = value
    _quantity(row, manner, parts[Part.CARD], findings)
    _together(row, parts, findings)
    return Said(row.line, parts[Part.FIRM], parts[Part.SITE], parts[Part.CARD])


Notes = Iterable[tuple[SimbiyozError, Effect]]
Read = tuple[Any, Notes]


def as_text(cell: Cell) -> str:
    """Return a cell as text: whole numbers without decimals, dates as 22.11.2026.

    >>> as_text(1023.0), as_text(10.41), as_text(date(2026, 11, 22))
    ('1023', '10.41', '22.11.2026')
    """
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    return cell.strftime("%d.%m.%Y") if isinstance(cell, date) else _CONTROL.sub("", cell)


def _shown(cell: Cell, column: Column) -> str:
    text = as_text(cell)
    if column.sort is Sort.TAX_NUMBER and sum(sign.isdigit() for sign in text) > 10:
        return "*" * 9 + text[-2:]  # may be a person's
    return text[:200]


def _text(cell: Cell, column: Column, _: Manner) -> Read:
    text = as_text(cell)
    limit = TEXT_LIMIT if column.sort is Sort.LONG_TEXT else NAME_LIMIT
    if len(text) > limit:
        raise TooLongError(limit=limit)
    return text, ()


def _number(cell: Cell, column: Column, manner: Manner) -> Read:
    if isinstance(cell, float):
        return _within(cell, column), ()
    text = _CURRENCY.sub("", as_text(cell))
    try:
        return _within(parse_number(text, manner.numbers.get(column.name)), column), ()
    except AmbiguousNumberError:
        both = (parse_number(text, "tr"), parse_number(text, "en"))
        possible = [number for number in both if column.low <= number <= column.high]
        if len(possible) == 1:  # "38.412" as a latitude is no thousands
            return possible[0], ()
        raise


def _within(number: float, column: Column) -> float:
    if column.low == 0 and number < 0:
        raise NegativeNumberError()
    if not column.low <= number <= column.high:
        raise OutOfRangeError(low=column.low, high=column.high)
    return number


def _date(cell: Cell, column: Column, manner: Manner) -> Read:
    return cell if isinstance(cell, date) else parse_date(as_text(cell), manner.dates.get(column.name)), ()


def _yes_no(cell: Cell, _: Column, __: Manner) -> Read:
    answer = yes_or_no(as_text(cell))
    if answer is None:
        raise UnknownChoiceError(value=as_text(cell))
    return answer, ()


def _choice(cell: Cell, column: Column, _: Manner) -> Read:
    chosen = choice_of(column, as_text(cell))
    if chosen is None:
        raise UnknownChoiceError(value=as_text(cell))
    return chosen, ()


def _tax_number(cell: Cell, _: Column, __: Manner) -> Read:
    text = as_text(cell)
    # a spreadsheet drops the zeros before a number; the check digit proves that they were there
    return check_tax_number(text.zfill(10) if isinstance(cell, float) else text).digits, ()


def _listed(read: Callable[[str], tuple[Any, list[SimbiyozError]]], left_out: bool) -> Callable[..., Read]:
    def reader(cell: Cell, _: Column, __: Manner) -> Read:
        value, errors = read(as_text(cell))
        return value, [(error, Effect.VALUE if left_out or not value else Effect.NOTE) for error in errors]

    return reader


def _unit(cell: Cell, _: Column, __: Manner) -> Read:
    found = unit_code(as_text(cell))
    if found is None:
        raise UnknownUnitError(value=as_text(cell))
    return found, ()


def _simple(read: Callable[[str], Any]) -> Callable[..., Read]:
    return lambda cell, _, __: (read(as_text(cell)), ())


_READERS: dict[Sort, Callable[[Cell, Column, Manner], Read]] = {
    Sort.TEXT: _text,
    Sort.LONG_TEXT: _text,
    Sort.NUMBER: _number,
    Sort.SIGNED: _number,
    Sort.DATE: _date,
    Sort.YES_NO: _yes_no,
    Sort.CHOICE: _choice,
    Sort.TAX_NUMBER: _tax_number,
    Sort.NACE: _listed(importparts.activities, left_out=False),
    Sort.WASTE_CODES: _listed(importparts.waste_codes, left_out=True),
    Sort.ZONE: _simple(importparts.zone_id),
    Sort.DISTRICT: _simple(importparts.district),
    Sort.MONTHS: lambda cell, _, __: (parse_months(as_text(cell)), ()),
    Sort.UNIT: _unit,
}


def _quantity(row: Row, manner: Manner, card: dict[str, Any], findings: list[Finding]) -> None:
    """Join the three cells of a quantity; what was typed is kept whatever can be read of it."""
    cells = {name: row.cells[name] for name in ("quantity", "unit", "period") if name in row.cells}
    if "quantity" not in cells:
        return
    amount = cells["quantity"]
    unit, period = (as_text(cells.get(name, "")) for name in ("unit", "period"))
    said = importparts.spelled(amount) if isinstance(amount, float) else as_text(amount)
    typed = "/".join(part for part in (f"{said} {unit}".strip(), period) if part)
    read = parse_quantity(
        f"{said} {unit}".strip(), "tr" if isinstance(amount, float) else manner.numbers["quantity"]
    ).within(card.get("months") or ())
    known = unit_code(unit) or read.unit, period_code(period) or read.period
    card |= {
        "quantity_typed": typed[:NAME_LIMIT],
        "quantity": read.amount,
        "unit": known[0],
        "period": known[1],
    }
    for name, said_so, found, unknown in (
        ("unit", unit, unit_code(unit), UnknownUnitError),
        ("period", period, period_code(period), UnknownPeriodError),
    ):
        if said_so and not found:
            error: SimbiyozError = unknown(value=said_so)
            findings.append(Finding(row.line, BY_NAME[name], said_so, error, Effect.NOTE))
    if read.ambiguous:
        error = AmbiguousNumberError(value=said)
        findings.append(Finding(row.line, BY_NAME["quantity"], typed, error, Effect.VALUE))
    elif None in (read.amount, *known):
        error = UnreadQuantityError(value=typed)
        findings.append(Finding(row.line, BY_NAME["quantity"], typed, error, Effect.NOTE))


def _together(row: Row, parts: dict[Part, dict[str, Any]], findings: list[Finding]) -> None:
    """Look at cells that must fit each other: both coordinates, the end after the beginning, zone and district."""
    site, card = parts[Part.SITE], parts[Part.CARD]
    if ("lat" in site) != ("lon" in site):
        there, missing = ("lat", "lon") if "lat" in site else ("lon", "lat")
        site.pop(there)
        if missing not in row.cells:
            findings.append(Finding(row.line, BY_NAME[missing], "", MissingValueError(), Effect.VALUE))
    first, last = card.get("available_from"), card.get("available_until")
    if first and last and last < first:
        del card["available_until"]
        shown = as_text(row.cells["available_until"])
        findings.append(
            Finding(row.line, BY_NAME["available_until"], shown, WrongDateOrderError(), Effect.VALUE)
        )
    if "zone_id" in site:
        lies_in = importparts.district_of_zone(site["zone_id"])
        typed = site.pop("district", lies_in)
        if typed != lies_in:
            error = OtherDistrictError(value=lies_in)
            findings.append(Finding(row.line, BY_NAME["district"], typed, error, Effect.NOTE))
