"""The files of a synergy: PDF, picture or spreadsheet, kept in the database and so in its backup."""

from datetime import date, datetime

import pandas as pd

from core.domain.model import Synergy, User
from core.domain.synergies import documents
from core.domain.synergies.following import DocumentKind, SynergyFile
from core.errors import NotFoundError
from core.errors.impact import EvidenceError
from core.services.permissions import permitted
from core.storage import records
from core.storage.database import Database


@permitted
def files(database: Database, user: User, synergy_id: str) -> pd.DataFrame:
    """Return a synergy's files without their content, newest first (columns: those of synergy_file)."""
    with database.reading() as cursor:
        records.find_own(cursor, user, Synergy, synergy_id)
        return cursor.frame("synergy_file_of", synergy_id=synergy_id)


@permitted
def add(
    database: Database,
    user: User,
    synergy_id: str,
    name: str,
    content: bytes,
    kind: DocumentKind,
    *,
    file_id: str,
    document_on: date | None,
    now: datetime,
) -> SynergyFile:
    """Keep a file; return it without its content.

    Raises DocumentTooLargeError, FileTypeError, ActiveContentError, BrokenFileError, NotFoundError.
    """
    found = documents.checked(name, content)
    kept = SynergyFile(
        synergy_file_id=file_id,
        synergy_id=synergy_id,
        name=found.name,
        document_kind=kind,
        media_type=found.media_type,
        size_bytes=len(found.content),
        sha256=found.sha256,
        added_by=user.user_id,
        document_on=document_on,
    )
    with database.writing(changes_cards=False) as cursor:
        records.find_own(cursor, user, Synergy, synergy_id)
        records.insert(cursor, user, now, "filing.add", kept, content=found.content)
    return kept


@permitted
def content(database: Database, user: User, file_id: str) -> bytes:
    """Return what is in a file; raises NotFoundError, also where it was taken out."""
    with database.reading() as cursor:
        records.find_own(cursor, user, Synergy, records.find(cursor, SynergyFile, file_id).synergy_id)
        row = cursor.row("synergy_file_content", synergy_file_id=file_id)
    if row is None:
        raise NotFoundError()
    return bytes(row["content"])


@permitted
def retire(database: Database, user: User, file_id: str, row_version: int, *, now: datetime) -> None:
    """Take a file out and erase its content; that it was there stays on record.

    Raises EvidenceError while an impact entry rests on it, NotFoundError, ChangedByOthersError.
    """
    with database.writing(changes_cards=False) as cursor:
        records.find_own(cursor, user, Synergy, records.find(cursor, SynergyFile, file_id).synergy_id)
        if cursor.row("impact_entry_borne_out", synergy_file_id=file_id):
            raise EvidenceError()
        records.retire(cursor, user, now, "filing.retire", SynergyFile, file_id, row_version)
