"""Reads reports back: the text of a PDF and the cells of a workbook."""

import io
from typing import Any

import openpyxl
import pypdfium2


def text_of(content: bytes) -> str:
    """Return the text of a PDF, blanks single, hyphens at line ends taken out."""
    document = pypdfium2.PdfDocument(content)
    said = "\n".join(page.get_textpage().get_text_range() for page in document)
    return " ".join(said.replace("\ufffe", "").replace("\xad", "").replace("\u200b", "").split())


def sheets(content: bytes) -> dict[str, list[tuple[Any, ...]]]:
    book = openpyxl.load_workbook(io.BytesIO(content))
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}
