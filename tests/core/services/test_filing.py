"""The files of a synergy: kept whole, given back whole, in the backup, and gone when they are taken out."""

from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from core.domain.model import Synergy
from core.domain.synergies.following import DocumentKind
from core.errors import NotFoundError
from core.errors.documents import FileTypeError
from core.services import filing, synergies
from core.storage import backup
from core.storage.database import Database, open_database
from tests.core.domain.synergies.test_documents import a_pdf
from tests.core.services.conftest import ADVISOR, NOW, STRANGER

SLIP = a_pdf()


@pytest.fixture
def filed(database: Database) -> Database:
    synergies.record(database, ADVISOR, Synergy("s1", "izmir", "Kum", "foundry", "cement"), now=NOW)
    filing.add(
        database,
        ADVISOR,
        "s1",
        "Kantar fişi.pdf",
        SLIP,
        DocumentKind.WEIGHBRIDGE_SLIP,
        file_id="f1",
        document_on=date(2026, 10, 30),
        now=NOW,
    )
    return database


def test_a_file_is_given_back_as_it_was(filed: Database) -> None:
    row = filing.files(filed, ADVISOR, "s1").iloc[0]

    assert filing.content(filed, ADVISOR, "f1") == SLIP
    assert (row["name"], row["media_type"], row["size_bytes"]) == (
        "Kantar fişi.pdf",
        "application/pdf",
        len(SLIP),
    )
    assert row["sha256"] == sha256(SLIP).hexdigest()
    assert "content" not in row.index


def test_a_backup_holds_the_file(filed: Database, tmp_path: Path) -> None:
    backup.copy(filed, tmp_path / "copy.duckdb")

    copied = open_database(tmp_path / "copy.duckdb")
    try:
        assert filing.content(copied, ADVISOR, "f1") == SLIP
    finally:
        copied.close()


def test_a_file_that_was_taken_out_is_gone_and_that_it_was_there_is_not(filed: Database) -> None:
    filing.retire(filed, ADVISOR, "f1", 1, now=NOW)

    assert filing.files(filed, ADVISOR, "s1").empty
    with pytest.raises(NotFoundError):
        filing.content(filed, ADVISOR, "f1")
    with filed.reading() as cursor:
        kept = cursor.raw.execute("SELECT octet_length(content), name FROM synergy_file").fetchall()
    assert kept == [(0, "Kantar fişi.pdf")]


def test_what_is_no_document_is_not_kept(filed: Database) -> None:
    with pytest.raises(FileTypeError):
        filing.add(
            filed,
            ADVISOR,
            "s1",
            "fatura.pdf",
            b"MZ",
            DocumentKind.INVOICE,
            file_id="f2",
            document_on=None,
            now=NOW,
        )

    assert len(filing.files(filed, ADVISOR, "s1")) == 1


def test_another_region_finds_no_file(filed: Database) -> None:
    with pytest.raises(NotFoundError):
        filing.content(filed, STRANGER, "f1")
    with pytest.raises(NotFoundError):
        filing.files(filed, STRANGER, "s1")
