"""What a laid-out report is made of, in words of one language: sections of facts, figures, tables, charts and texts.

Cells stay raw values (numbers, days, texts): the PDF writes them as the reader does, the workbook keeps them numbers.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

Cell = str | float | int | date | None


class Tone(StrEnum):
    """How a text is meant."""

    PLAIN = "plain"
    QUIET = "quiet"
    WARNING = "warning"


@dataclass(frozen=True)
class Column:
    """A column of a table. `unit` stands behind the title; `decimals` None: as many as the size of a number asks for.

    `share` is its part of the page's width, beside those of the others. What stands in a column of groups is
    pale on paper where the row above says it already.
    """

    title: str
    share: float = 1.0
    unit: str = ""
    decimals: int | None = None
    is_number: bool = False
    is_group: bool = False

    @property
    def heading(self) -> str:
        """Return the title with its unit."""
        return f"{self.title} ({self.unit})" if self.unit else self.title


def number(title: str, unit: str = "", *, decimals: int | None = None, share: float = 0.8) -> Column:
    """Return a column of numbers."""
    return Column(title, share, unit, decimals, is_number=True)


@dataclass(frozen=True)
class Table:
    """A table; one without rows is not drawn. `note` stands below it."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""


@dataclass(frozen=True)
class Fact:
    """A named value; `unit` stands behind it."""

    name: str
    value: Cell
    unit: str = ""
    decimals: int | None = None
    note: str = ""


@dataclass(frozen=True)
class Facts:
    """Named values one below the other, with a heading or without; those without a value are not drawn."""

    facts: tuple[Fact, ...]
    title: str = ""


@dataclass(frozen=True)
class Figures:
    """A few numbers that are seen first, side by side."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class Text:
    """A paragraph; line breaks stay."""

    said: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True)
class Chart:
    """A chart as Vega-Lite spec with its heading, and what it shows in words."""

    spec: Mapping[str, Any] = field(repr=False)
    alt: str = ""
    title: str = ""


@dataclass(frozen=True)
class Entry:
    """One thing with what belongs to it: a line of facts, a text, and points below a heading."""

    title: str
    facts: str = ""
    said: str = ""
    heading: str = ""
    points: tuple[str, ...] = ()


@dataclass(frozen=True)
class Entries:
    """Entries one below the other."""

    entries: tuple[Entry, ...]


Block = Table | Facts | Figures | Text | Chart | Entries


@dataclass(frozen=True)
class Section:
    """A part of a report with its heading; one without blocks is not drawn."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Document:
    """A report in words. `programme`, `number` of an issued report, `made_on` and `mark` stand on each page."""

    title: str
    subtitle: str
    programme: str
    made_on: date
    language: str
    mark: str = ""
    number: str = ""
    notices: tuple[Text, ...] = ()
    sections: tuple[Section, ...] = ()

    def blocks(self) -> Iterator[Block]:
        """Give every block in its order."""
        for section in self.sections:
            yield from section.blocks


def filled(title: str, columns: Sequence[Column], rows: Sequence[tuple[Cell, ...]], note: str = "") -> Table:
    """Return a table without the columns that no row fills."""
    kept = [place for place in range(len(columns)) if any(row[place] not in (None, "") for row in rows)]
    return Table(
        title,
        tuple(columns[place] for place in kept),
        tuple(tuple(row[place] for place in kept) for row in rows),
        note,
    )


def drawn(block: Block) -> bool:
    """Return whether a block holds anything to draw."""
    if isinstance(block, Table):
        return bool(block.rows)
    if isinstance(block, (Facts, Figures)):
        return any(fact.value not in (None, "") for fact in block.facts)
    if isinstance(block, Entries):
        return bool(block.entries)
    return not isinstance(block, Text) or bool(block.said.strip())
