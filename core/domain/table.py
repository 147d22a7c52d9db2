"""Reads a small text table (CSV) whatever its encoding and separator, so that no reader guesses on its own."""

import csv
import io
import re
from pathlib import Path

from core.domain.text import fold
from core.errors import FileMissingError, NotATableError, RowTooLongError, UnreadableEncodingError

_HEADINGS = {
    "id": "id no kimlik kayit_no",
    "direction": "direction yon",
    "name": "name ad adi isim kaynak kaynak_adi",
    "description": "description aciklama tanim",
    "firm": "firm firma firma_adi",
    "activity": "activity faaliyet faaliyet_konusu",
    "nace": "nace nace_kodu faaliyet_kodu",
    "kind": "kind tur turu",
    "waste_code": "waste_code atik_kodu",
    "quantity": "quantity miktar",
    "unit": "unit birim",
    "period": "period donem",
    "lat": "lat latitude enlem",
    "lon": "lon lng longitude boylam",
}
_HEADING_OF = {word: name for name, words in _HEADINGS.items() for word in words.split()}
_MOJIBAKE = re.compile(r"Ã[\x80-\xbf¼¶§œ‡–]|Ä[±°Ÿ\x9f\x9e]|Å[Ÿž\x9f\x9e]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def read_table(path: Path) -> tuple[list[str], list[tuple[int, dict[str, str]]]]:
    """Read a text table; return its column names and (line number, cells by column) of each row that is not empty.

    Cells are stripped; columns may have Turkish headings. Raises FileMissingError, NotATableError,
    UnreadableEncodingError, RowTooLongError.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise FileMissingError(path=path) from error
    text = decode(content, path)
    first = text.lstrip().partition("\n")[0]
    separator = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text.lstrip("\r\n"), newline=""), delimiter=separator)
    rows: list[tuple[int, dict[str, str]]] = []
    columns: list[str] = []
    try:
        for cells in reader:
            stripped = [cell.strip() for cell in cells]
            if not any(stripped):
                continue
            if not columns:
                columns = [heading(cell) for cell in stripped]
                continue
            if any(stripped[len(columns) :]):
                raise RowTooLongError(line=reader.line_num, found=len(stripped), expected=len(columns))
            padded = stripped + [""] * (len(columns) - len(stripped))
            rows.append((reader.line_num, dict(zip(columns, padded, strict=False))))
    except csv.Error as error:
        raise NotATableError(path=path) from error
    return columns, rows


def heading(cell: str) -> str:
    """Return the column name that a heading means, English or Turkish; else the heading itself, folded.

    >>> heading("Atık Kodu"), heading("ID"), heading("Notlar")
    ('waste_code', 'id', 'notlar')
    """
    folded = re.sub(r"[\s_-]+", "_", fold(cell))
    return _HEADING_OF.get(folded, folded)


def decode(content: bytes, path: Path) -> str:
    """Return the text of a file in UTF-8, UTF-16 with BOM or Windows-1254, else raise."""
    if content.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")):
        raise NotATableError(path=path)
    encodings = ("utf-16",) if content.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8-sig", "cp1254")
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeError:
            continue
        if _CONTROL.search(text) or (encoding == "cp1254" and _MOJIBAKE.search(text)):
            break
        return text
    raise UnreadableEncodingError(path=path)
