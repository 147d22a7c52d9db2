"""Writes a document as PDF: the template report.typ gets it as JSON, so that what people typed is never markup."""

import json
from collections.abc import Sequence
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import typst

from core.domain.numbers import format_date, format_number
from core.i18n import Translator
from core.views.reports import drawing, signs
from core.views.reports.document import (
    Block,
    Cell,
    Chart,
    Column,
    Document,
    Entries,
    Fact,
    Facts,
    Figures,
    Section,
    Table,
    Text,
    drawn,
)

_TEMPLATE = Path(__file__).parent / "report.typ"
_DASH = "–"


def content(document: Document, t: Translator) -> bytes:
    """Return the document as a tagged PDF on A4; the same document gives the same bytes."""
    made = document.made_on
    found = typst.compile(
        _TEMPLATE,
        root=_TEMPLATE.parent,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"report": json.dumps(signs.printable_spec(_data(document, t), t), ensure_ascii=False)},
        timestamp=datetime(made.year, made.month, made.day, tzinfo=UTC),
    )
    return bytes(found)


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[drawing.FONTS])


def _data(document: Document, t: Translator) -> dict[str, Any]:
    return {
        "language": "tr" if document.language == "tr" else "en",
        "title": document.title,
        "subtitle": document.subtitle,
        "programme": document.programme,
        "day": format_date(document.made_on, document.language),
        "mark": document.mark,
        "number": document.number,
        "page": t("Page {page} of {pages}", page="\x01", pages="\x02"),
        "notices": [{"said": one.said, "tone": one.tone.value} for one in document.notices],
        "sections": [_section(one, t) for one in document.sections if _is_drawn(one)],
    }


def _is_drawn(section: Section) -> bool:
    return any(drawn(block) for block in section.blocks)


def _section(section: Section, t: Translator) -> dict[str, Any]:
    return {
        "title": section.title,
        "blocks": [_block(block, t) for block in section.blocks if drawn(block)],
    }


def _block(block: Block, t: Translator) -> dict[str, Any]:
    language = "tr" if t.language == "tr" else "en"
    if isinstance(block, Table):
        return _table(block, language)
    if isinstance(block, Facts):
        facts = [fact for fact in block.facts if fact.value not in (None, "")]
        rows = [[fact.name, value(fact, language)] for fact in facts]
        return {"type": "facts", "title": block.title, "rows": rows}
    if isinstance(block, Figures):
        return {
            "type": "figures",
            "items": [
                {"name": fact.name, "value": value(fact, language), "note": fact.note} for fact in block.facts
            ],
        }
    if isinstance(block, Text):
        return {"type": "text", "said": block.said, "tone": block.tone.value}
    if isinstance(block, Chart):
        drawn_as = drawing.svg(signs.printable_spec(block.spec, t), language)
        return {"type": "chart", "title": block.title, "svg": drawn_as, "alt": block.alt}
    return _entries(block)


def _entries(block: Entries) -> dict[str, Any]:
    return {
        "type": "entries",
        "items": [
            {
                "title": one.title,
                "facts": one.facts,
                "said": one.said,
                "heading": one.heading,
                "points": list(one.points),
            }
            for one in block.entries
        ],
    }


def _table(table: Table, language: str) -> dict[str, Any]:
    return {
        "type": "table",
        "title": table.title,
        "columns": [
            {"title": column.heading, "share": column.share, "number": column.is_number}
            for column in table.columns
        ],
        "rows": _rows(table, language),
        "note": table.note,
    }


def _rows(table: Table, language: str) -> list[list[dict[str, Any]]]:
    rows = [_row(row, table.columns, language) for row in table.rows]
    return [
        [
            {"said": text, "again": column.is_group and before[: place + 1] == row[: place + 1]}
            for place, (text, column) in enumerate(zip(row, table.columns, strict=True))
        ]
        for before, row in zip([[], *rows], rows, strict=False)
    ]


def _row(row: Sequence[Cell], columns: Sequence[Column], language: str) -> list[str]:
    return [
        said(cell, language, column.decimals) or (_DASH if column.is_number else "")
        for cell, column in zip(row, columns, strict=True)
    ]


def value(fact: Fact, language: str) -> str:
    """Return a fact's value with its unit as it stands in the PDF."""
    shown = said(fact.value, language, fact.decimals) or _DASH
    return f"{shown} {fact.unit}" if fact.unit and fact.value is not None else shown


def said(cell: Cell, language: str, decimals: int | None = None) -> str:
    """Return a cell as the reader writes it.

    >>> said(1234.5, "tr", 1), said(None, "tr"), said(date(2026, 11, 2), "en"), said("=1+1", "en")
    ('1.234,5', '', '2\\xa0Nov\\xa02026', '=1+1')
    """
    if cell is None:
        return ""
    if isinstance(cell, date):
        return format_date(cell, language).replace(" ", "\u00a0")
    if isinstance(cell, (int, float)):
        return format_number(float(cell), language, decimals)
    return cell
