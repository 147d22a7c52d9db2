"""A document as DOCX: for drafts that people go on writing in. The same blocks as PDF and workbook, without charts."""

import io
from datetime import date, datetime

import docx
from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt, RGBColor

from core.domain.numbers import format_date, format_number
from core.views.reports.document import (
    Block,
    Cell,
    Document,
    Entries,
    Fact,
    Facts,
    Figures,
    Table,
    Text,
    Tone,
    drawn,
)

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_WARNING = RGBColor(0xA0, 0x3A, 0x00)
_QUIET = RGBColor(0x60, 0x60, 0x60)


def content(laid_out: Document) -> bytes:
    """Return the document as a DOCX file."""
    word = docx.Document()
    for section in word.sections:
        section.left_margin = section.right_margin = Cm(2)
    word.styles["Normal"].font.size = Pt(10)
    made = datetime.combine(laid_out.made_on, datetime.min.time())
    word.core_properties.title, word.core_properties.author = laid_out.title, laid_out.programme
    word.core_properties.created = word.core_properties.modified = made
    word.add_heading(laid_out.title, 0)
    parts = (
        laid_out.subtitle,
        laid_out.programme,
        format_date(laid_out.made_on, laid_out.language),
        laid_out.mark,
    )
    _text(word, Text(" · ".join(part for part in parts if part), Tone.QUIET))
    for notice in laid_out.notices:
        _text(word, notice)
    for part in laid_out.sections:
        blocks = [block for block in part.blocks if drawn(block)]
        if blocks:
            word.add_heading(part.title, 1)
        for block in blocks:
            _block(word, block, laid_out.language)
    file = io.BytesIO()
    word.save(file)
    return file.getvalue()


def _block(word: Word, block: Block, language: str) -> None:
    if isinstance(block, Text):
        _text(word, block)
    elif isinstance(block, Table):
        _table(word, block, language)
    elif isinstance(block, (Facts, Figures)):
        for fact in block.facts:
            if fact.value not in (None, ""):
                paragraph = word.add_paragraph()
                paragraph.add_run(f"{fact.name}: ").bold = True
                paragraph.add_run(_fact(fact, language))
    elif isinstance(block, Entries):
        for entry in block.entries:
            word.add_heading(entry.title, 2)
            for said in (entry.facts, entry.said, entry.heading, *(f"– {point}" for point in entry.points)):
                if said:
                    word.add_paragraph(said)


def _text(word: Word, text: Text) -> None:
    run = word.add_paragraph().add_run(text.said)
    if text.tone is Tone.WARNING:
        run.bold, run.font.color.rgb = True, _WARNING
    elif text.tone is Tone.QUIET:
        run.font.color.rgb = _QUIET


def _table(word: Word, table: Table, language: str) -> None:
    if table.title:
        word.add_heading(table.title, 2)
    laid = word.add_table(rows=1, cols=len(table.columns), style="Light Grid Accent 1")
    for cell, column in zip(laid.rows[0].cells, table.columns, strict=True):
        cell.text = column.heading
    for row in table.rows:
        for cell, value, column in zip(laid.add_row().cells, row, table.columns, strict=True):
            cell.text = _said(value, language, column.decimals)
            if column.is_number:
                cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    word.add_paragraph(table.note)


def _fact(fact: Fact, language: str) -> str:
    return f"{_said(fact.value, language, fact.decimals)} {fact.unit}".strip()


def _said(value: Cell, language: str, decimals: int | None = None) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return format_date(value, language)
    return value if isinstance(value, str) else format_number(value, language, decimals)
