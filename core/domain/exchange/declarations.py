"""Rows pasted from a plant's yearly waste declaration or capacity report, read as draft cards.

A table is pasted as it is copied from a spreadsheet, a web page or a PDF; which column is what is guessed from headings
and contents and can be said otherwise. What cannot be read is found, row by row, and never guessed.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from core.domain import quantity, reference, wastecodes
from core.domain.choices import Direction, Handling, Recurrence, Source
from core.domain.model import Resource
from core.domain.numbers import Convention, detect_convention, parse_number
from core.domain.text import fold
from core.errors import EmptyRowError, SimbiyozError, UnknownOperationError, UnknownUnitError

ROW_LIMIT = 500
Table = list[list[str]]


class Column(StrEnum):
    """What a pasted column holds."""

    CODE = "code"
    NAME = "name"
    AMOUNT = "amount"
    UNIT = "unit"
    OPERATION = "operation"
    RECEIVER = "receiver"


DECLARATION = tuple(Column)
MATERIALS = (Column.NAME, Column.AMOUNT, Column.UNIT)
Mapped = Mapping[Column, int]

_HEADINGS = {
    Column.CODE: "atik kodu|kod|waste code|ewc|low code|code",
    Column.NAME: "atik adi|atik tanimi|hammadde|ham madde|malzeme|urun adi|tanim|adi|ad|name|material|cinsi",
    Column.AMOUNT: "miktar|miktari|yillik tuketim|tuketim|kapasite|amount|quantity|consumption|toplam|ihtiyac",
    Column.UNIT: "birim|birimi|olcu|unit",
    Column.OPERATION: "r/d|r d kodu|rd|islem|yontem|bertaraf|geri kazanim|operation|treatment",
    Column.RECEIVER: "alici|gonderilen|lisansli|tesis|firma|receiver|facility",
}
_OPERATION = re.compile(r"^\s*([RD])\s*-?\s*(\d{1,2})\b", re.IGNORECASE)
_LANDFILLED = frozenset({"D1", "D2", "D3", "D4", "D5", "D12"})
_BURNT = frozenset({"D10", "D11"})


@dataclass(frozen=True)
class Declared:
    """A pasted row as read; `problems` says what of it could not be, by column. `amount` is as typed."""

    line: int
    name: str
    code: str | None
    amount: str
    unit: str | None
    operation: str | None
    receiver: str
    problems: Mapping[Column, SimbiyozError]

    @property
    def can_be_card(self) -> bool:
        """Return whether there is a name or a code to make a card of."""
        return bool(self.name or self.code)


def table(pasted: str) -> Table:
    """Return the cells of a pasted text: columns by tab, else semicolon, else bars or wide gaps; short rows are filled.

    >>> table("Kod\\tMiktar\\n15 01 01\\t1.200")
    [['Kod', 'Miktar'], ['15 01 01', '1.200']]
    """
    lines = [line for line in pasted.splitlines() if line.strip()][: ROW_LIMIT + 1]
    marks = [mark for mark in ("\t", ";", "|") if sum(mark in line for line in lines) > len(lines) / 2]
    pattern = re.escape(marks[0]) if marks else r"\s{2,}"
    rows = [
        [cell.strip().strip('"').strip() for cell in re.split(pattern, line.strip("\n"))] for line in lines
    ]
    width = max((len(row) for row in rows), default=0)
    return [row + [""] * (width - len(row)) for row in rows]


def has_heading(rows: Table) -> bool:
    """Return whether the first row names the columns."""
    return (
        bool(rows) and any(_heading(cell) for cell in rows[0]) and not any(_is_code(cell) for cell in rows[0])
    )


def guess(rows: Table, wanted: Sequence[Column]) -> dict[Column, int]:
    """Return which column holds what, from headings and else from contents; what cannot be told is left out."""
    if not rows:
        return {}
    found: dict[Column, int] = {}
    if has_heading(rows):
        for i, cell in enumerate(rows[0]):
            column = _heading(cell)
            if column and column in wanted and column not in found:
                found[column] = i
    body = rows[1:] if has_heading(rows) else rows
    for i in range(len(rows[0])):
        column = _content([row[i] for row in body])
        if column and column in wanted and column not in found and i not in found.values():
            found[column] = i
    if Column.NAME in wanted and Column.NAME not in found:
        wordy = [i for i in range(len(rows[0])) if i not in found.values()]
        if wordy:
            found[Column.NAME] = max(wordy, key=lambda i: sum(len(row[i]) for row in body))
    return found


def convention_of(rows: Table, mapped: Mapped) -> Convention | None:
    """Return how the amounts are written, None if the column does not tell."""
    if Column.AMOUNT not in mapped:
        return None
    return detect_convention(row[mapped[Column.AMOUNT]] for row in rows)


def read(rows: Table, mapped: Mapped, convention: Convention, default_unit: str) -> list[Declared]:
    """Return the rows as read; `default_unit` is a code of units.csv for rows that name none."""
    first = 1 if has_heading(rows) else 0
    return [
        _declared(row, line, mapped, convention, default_unit)
        for line, row in enumerate(rows[first : first + ROW_LIMIT], first + 1)
    ]


def draft(
    row: Declared,
    direction: Direction,
    convention: Convention,
    language: str,
    *,
    resource_id: str,
    site_id: str,
    visit_id: str,
) -> Resource:
    """Return the draft card of a row; amounts are a year's. The receiver's name is not for the card: others see it."""
    entry = reference.waste_codes().get(row.code or "")
    unit = reference.units().get(row.unit or "")
    typed = f"{row.amount} {unit.symbol('tr') if unit else ''}/yıl" if row.amount else None
    number = quantity.parse_quantity(row.amount, convention).amount if row.amount else None
    return Resource(
        resource_id=resource_id,
        site_id=site_id,
        direction=direction,
        name=(row.name or (entry.name(language) if entry else ""))[:200],
        quantity_typed=typed,
        quantity=number,
        unit=row.unit if number is not None else None,
        period="year" if number is not None else None,
        recurrence=Recurrence.RECURRING,
        hazardous=entry.hazardous if entry and not (entry.is_mirror and not entry.hazardous) else None,
        waste_codes=(row.code,) if row.code else (),
        handling=Handling.BOUGHT if direction is Direction.WANT else handling(row.operation),
        source=Source.VISIT,
        source_id=visit_id,
        is_draft=True,
    )


def handling(operation: str | None) -> Handling | None:
    """Return what an R/D operation does with a waste, None where it does not say.

    >>> [handling(code) for code in ("R4", "D5", "D10", "D9")]
    [<Handling.RECOVERY: 'recovery'>, <Handling.LANDFILL: 'landfill'>, <Handling.INCINERATION: 'incineration'>, None]
    """
    if not operation:
        return None
    if operation.startswith("R"):
        return Handling.RECOVERY
    if operation in _LANDFILLED:
        return Handling.LANDFILL
    if operation in _BURNT:
        return Handling.INCINERATION
    return Handling.STORED if operation == "D15" else None


def signature(rows: Table) -> str:
    """Return what tells one kind of pasted table from another: its headings, else the number of its columns."""
    if not rows:
        return ""
    return fold("|".join(rows[0]))[:200] if has_heading(rows) else str(len(rows[0]))


def _declared(
    row: list[str], line: int, mapped: Mapped, convention: Convention, default_unit: str
) -> Declared:
    cell = {column: row[i] for column, i in mapped.items() if i < len(row)}
    problems: dict[Column, SimbiyozError] = {}
    code, unit, operation = None, None, None
    if typed := cell.get(Column.CODE):
        try:
            code = wastecodes.check(typed).code
        except SimbiyozError as error:
            problems[Column.CODE] = error
    amount = cell.get(Column.AMOUNT, "")
    if amount:
        try:
            parse_number(amount, convention)
        except SimbiyozError as error:
            problems[Column.AMOUNT] = error
    if amount and Column.AMOUNT not in problems:
        named = cell.get(Column.UNIT, "")
        unit = quantity.unit_code(named.split("/")[0]) if named else default_unit
        if unit is None:
            problems[Column.UNIT] = UnknownUnitError(value=named)
    if typed := cell.get(Column.OPERATION):
        operation = _operation(typed)
        if operation is None:
            problems[Column.OPERATION] = UnknownOperationError(value=typed)
    name = cell.get(Column.NAME, "")
    if not name and not code and not problems:
        problems[Column.NAME] = EmptyRowError()
    return Declared(line, name, code, amount, unit, operation, cell.get(Column.RECEIVER, ""), problems)


def _operation(typed: str) -> str | None:
    found = _OPERATION.match(typed)
    code = f"{found[1].upper()}{int(found[2])}" if found else ""
    return code if code in reference.operations() else None


def _heading(cell: str) -> Column | None:
    said = fold(cell)
    if not said or len(said) > 60:
        return None
    best = [
        (len(word), column)
        for column, words in _HEADINGS.items()
        for word in words.split("|")
        if said == word or re.search(rf"\b{re.escape(word)}", said)
    ]
    return max(best)[1] if best else None


def _content(cells: Sequence[str]) -> Column | None:
    said = [cell for cell in cells if cell]
    for column, fits in (
        (Column.CODE, _is_code),
        (Column.OPERATION, lambda cell: _operation(cell) is not None),
        (Column.UNIT, lambda cell: quantity.unit_code(cell.split("/")[0]) is not None),
        (Column.AMOUNT, lambda cell: re.fullmatch(r"[\d\s.,]+", cell) is not None),
    ):
        if said and sum(map(fits, said)) > 0.6 * len(said):
            return column
    return None


def _is_code(cell: str) -> bool:
    return wastecodes.normalise(cell) in reference.waste_codes()
