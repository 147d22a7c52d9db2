"""Keeps a copy of everything, so that a broken disk or a wrong click is not the end.

A backup is an ordinary database file. To restore: stop the application, put the file in the place of the old one (or
name it in SIMBIYOZ_DATABASE), start again. It holds personal data: keep it as safely as the original, and erase it in
time.
"""

import tempfile
from datetime import datetime
from pathlib import Path

from core.domain.model import User
from core.services.permissions import permitted
from core.storage import audit, backup
from core.storage.database import Database


@permitted
def save(database: Database, user: User, path: Path, *, now: datetime) -> None:
    """Write a copy of the database as it is at this moment; others go on working.

    Raises DatabaseExistsError where there is a file already, FileNotWritableError.
    """
    backup.copy(database, path)
    _note(database, user, now, "backing_up.save")


@permitted
def content(database: Database, user: User, *, now: datetime) -> bytes:
    """Return a copy of the database as the bytes of a file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "backup.duckdb"
        backup.copy(database, path)
        copied = path.read_bytes()
    _note(database, user, now, "backing_up.content")
    return copied


def _note(database: Database, user: User, now: datetime, action: str) -> None:
    with database.writing(changes_records=False) as cursor:
        audit.write(cursor, user, now, action, "backup", user.region_id, {}, {})
