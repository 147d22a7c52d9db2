"""Files that people attach: a PDF, a picture or a spreadsheet, told by what is in them, never by what they are called.

Pictures are encoded anew; a PDF or workbook that contains a program, or a file that may be one, is refused.
"""

import io
import zipfile
import zlib
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pikepdf

from core.domain.register import photos
from core.errors import UnreadablePhotoError
from core.errors.documents import (
    ActiveContentError,
    BrokenFileError,
    DocumentTooLargeError,
    FileTypeError,
)

LIMIT_MB = 10
LIMIT = LIMIT_MB * 1_000_000
NAME_LIMIT = 120
PDF = "application/pdf"
JPEG = "image/jpeg"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ENDINGS = ("pdf", "jpg", "jpeg", "png", "xlsx")
_SUFFIX = {PDF: ".pdf", JPEG: ".jpg", XLSX: ".xlsx"}
_WORKBOOK = XLSX.encode() + b".main+xml"
_ACTIVE_PARTS = ("vbaproject", "macrosheets/", "activex/", "embeddings/", "ctrlprops/")
_MOST_PARTS = 2_000
_CONTENT_TYPES_LIMIT = 1_000_000
_ACTIVE_KEYS = ("/JS", "/RichMediaContent")
_ACTIVE_ACTIONS = ("/JavaScript", "/Launch", "/ImportData", "/RichMediaExecute")
_CARRIED = (".xml", ".txt", ".csv")  # e-invoices carry themselves along as XML
_MOST_OBJECTS = 200_000
_DEEPEST = 20


@dataclass(frozen=True)
class Document:
    """A file fit to be kept; `name` ends as its content asks, `sha256` is that of `content`."""

    name: str
    media_type: str
    content: bytes
    sha256: str


def checked(name: str, content: bytes) -> Document:
    """Return a file as it may be kept.

    Raises as `look`, ActiveContentError, BrokenFileError.
    """
    shown = _shown(name)
    media_type = look(name, content)
    if media_type == PDF:
        _ensure_still_pdf(shown, content)
    elif media_type == XLSX:
        _ensure_still_workbook(shown, content)
    else:
        try:
            content = photos.encoded("", content).content
        except UnreadablePhotoError as error:
            raise BrokenFileError(name=shown) from error
    stem = Path(shown).stem[: NAME_LIMIT - 5] or "?"
    return Document(stem + _SUFFIX[media_type], media_type, content, sha256(content).hexdigest())


def look(name: str, content: bytes) -> str:
    """Return the type that size and first bytes tell, at once; PNG becomes JPEG when it is encoded anew.

    Raises DocumentTooLargeError, BrokenFileError for an empty file, FileTypeError.
    """
    if len(content) > LIMIT:
        raise DocumentTooLargeError(name=_shown(name), size=-(-len(content) // 1_000_000), limit=LIMIT_MB)
    if not content:
        raise BrokenFileError(name=_shown(name))
    if content.startswith(b"%PDF-"):
        return PDF
    if content.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")):
        return JPEG
    if content.startswith(b"PK\x03\x04"):
        return XLSX
    raise FileTypeError(name=_shown(name))


def _shown(name: str) -> str:
    return Path(name.replace("\\", "/")).name[:NAME_LIMIT] or "?"


def _ensure_still_workbook(name: str, content: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            found = parts.infolist()
            if len(found) > _MOST_PARTS:
                raise BrokenFileError(name=name)
            with parts.open("[Content_Types].xml") as file:
                types = file.read(_CONTENT_TYPES_LIMIT)
    except KeyError as error:
        raise FileTypeError(name=name) from error
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError) as error:
        raise BrokenFileError(name=name) from error
    names = [part.filename.casefold() for part in found]
    if b"macroEnabled" in types or any(active in one for one in names for active in _ACTIVE_PARTS):
        raise ActiveContentError(name=name)
    if _WORKBOOK not in types:
        raise FileTypeError(name=name)


def _ensure_still_pdf(name: str, content: bytes) -> None:
    try:
        with pikepdf.open(io.BytesIO(content)) as opened:
            if len(opened.objects) > _MOST_OBJECTS or not len(opened.pages):
                raise BrokenFileError(name=name)
            active = any(_acts(one, 0) for one in opened.objects)
    except (pikepdf.PdfError, pikepdf.PasswordError, ValueError, RuntimeError) as error:
        raise BrokenFileError(name=name) from error
    if active:
        raise ActiveContentError(name=name)


def _acts(value: object, depth: int) -> bool:
    """Return whether an object, or what stands in it, runs something or holds another file.

    What it only refers to is an object of the file in its own right, and is asked by itself.
    """
    if depth > _DEEPEST:
        return True
    if isinstance(value, pikepdf.Array):
        return any(_acts(one, depth + 1) for one in value if not _is_reference(one))
    if not isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
        return False
    if any(key in value for key in _ACTIVE_KEYS):
        return True
    if "/EF" in value and not str(value.get("/UF", value.get("/F", ""))).casefold().endswith(_CARRIED):
        return True
    if str(value.get("/S", "")) in _ACTIVE_ACTIONS:
        return True
    return any(_acts(one, depth + 1) for _, one in value.items() if not _is_reference(one))


def _is_reference(value: object) -> bool:
    return isinstance(value, pikepdf.Object) and value.is_indirect
