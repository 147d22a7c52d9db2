"""Files that people attach: told by their content, cleaned of programs, refused where they are anything else."""

import io
import zipfile

import openpyxl
import pikepdf
import pytest
from PIL import Image

from core.domain.synergies import documents
from core.errors.documents import (
    ActiveContentError,
    BrokenFileError,
    DocumentTooLargeError,
    FileTypeError,
)
from core.i18n import translator


def a_pdf(**root: object) -> bytes:
    made = pikepdf.new()
    made.add_blank_page()
    for name, value in root.items():
        made.Root[f"/{name}"] = value
    out = io.BytesIO()
    made.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def a_workbook(*more: str) -> bytes:
    out = io.BytesIO()
    openpyxl.Workbook().save(out)
    with zipfile.ZipFile(out, "a") as parts:
        for name in more:
            parts.writestr(name, b"x")
    return out.getvalue()


def a_picture(kind: str) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "green").save(out, kind)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "kept_as", "media_type"),
    [
        ("Kantar fişi.PDF", a_pdf(), "Kantar fişi.pdf", documents.PDF),
        ("C:\\Belgeler\\tonaj.xlsx", a_workbook(), "tonaj.xlsx", documents.XLSX),
        ("../foto.png", a_picture("PNG"), "foto.jpg", documents.JPEG),
        ("foto.exe", a_picture("JPEG"), "foto.jpg", documents.JPEG),
    ],
)
def test_a_file_is_what_its_content_says(name: str, content: bytes, kept_as: str, media_type: str) -> None:
    found = documents.checked(name, content)

    assert (found.name, found.media_type) == (kept_as, media_type)


def test_a_picture_is_encoded_anew_and_hashed_as_it_is_kept() -> None:
    found = documents.checked("foto.png", a_picture("PNG"))

    assert found.content.startswith(b"\xff\xd8\xff")
    assert len(found.sha256) == 64


@pytest.mark.parametrize(
    "content",
    [
        a_pdf(OpenAction=pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")),
        a_pdf(OpenAction=pikepdf.Dictionary(S=pikepdf.Name.Launch, F="cmd.exe")),
        a_pdf(AF=pikepdf.Array([pikepdf.Dictionary(F="fatura.exe", EF=pikepdf.Dictionary())])),
        a_workbook("xl/vbaProject.bin"),
        a_workbook("xl/embeddings/oleObject1.bin"),
    ],
)
def test_a_program_in_a_file_refuses_it(content: bytes) -> None:
    with pytest.raises(ActiveContentError):
        documents.checked("belge", content)


def test_an_e_invoice_may_carry_itself_along_as_xml() -> None:
    carrying = a_pdf(AF=pikepdf.Array([pikepdf.Dictionary(F="fatura.xml", EF=pikepdf.Dictionary())]))

    assert documents.checked("fatura.pdf", carrying).media_type == documents.PDF


@pytest.mark.parametrize(
    "content", [b"MZ\x90\x00 a program", b"<html><script>", b"name,amount\n", a_workbook()[:2]]
)
def test_anything_else_is_refused_whatever_it_is_called(content: bytes) -> None:
    with pytest.raises(FileTypeError):
        documents.checked("belge.pdf", content)


def test_a_zip_that_is_no_workbook_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as parts:
        parts.writestr("notes.txt", "x")

    with pytest.raises(FileTypeError):
        documents.checked("tonaj.xlsx", out.getvalue())


def test_a_locked_pdf_is_refused() -> None:
    out = io.BytesIO()
    made = pikepdf.new()
    made.add_blank_page()
    made.save(out, encryption=pikepdf.Encryption(owner="a", user="b"))

    with pytest.raises(BrokenFileError):
        documents.checked("belge.pdf", out.getvalue())


@pytest.mark.parametrize("content", [b"%PDF-1.7 broken", b"\xff\xd8\xff broken", b"PK\x03\x04 broken", b""])
def test_a_broken_or_empty_file_is_refused(content: bytes) -> None:
    with pytest.raises(BrokenFileError):
        documents.checked("belge.pdf", content)


def test_a_file_that_is_too_large_is_told_its_size_and_what_is_kept() -> None:
    with pytest.raises(DocumentTooLargeError) as refused:
        documents.checked("belge.pdf", b"%PDF-" + b"0" * 10_000_000)

    assert refused.value.text(translator("tr")).startswith("“belge.pdf” 11 MB; en çok 10 MB")
