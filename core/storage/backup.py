"""Copies an open database into a new file, table by table, as it stood at one moment, while others go on working.

Not a copy of the file: what is still in the write-ahead log would be missing, and a process that opens and closes its
own database file a second time loses the lock on it (POSIX), so that another process could open it and break it.
"""

from contextlib import suppress
from pathlib import Path

from core.errors import DatabaseExistsError, DatabaseUnreadableError, FileNotWritableError
from core.storage.database import Database, open_database

_ROWS_AT_ONCE = 10_000


def copy(database: Database, path: Path) -> None:
    """Make a database file of all records; it appears under its name only when it is whole.

    Raises DatabaseExistsError, FileNotWritableError.
    """
    if path.exists():
        raise DatabaseExistsError(path=path)
    unfinished = path.with_suffix(path.suffix + ".unfinished")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _forget(unfinished)
        made = open_database(unfinished, create=True)
        try:
            _fill(database, made)
        finally:
            made.close()
        unfinished.rename(path)
    except (OSError, DatabaseUnreadableError) as error:
        raise FileNotWritableError(path=path) from error
    finally:
        _forget(unfinished)


def _fill(database: Database, made: Database) -> None:
    """Read all tables in one transaction: a snapshot, whatever is written meanwhile."""
    with database.reading() as source, made.writing() as target:
        source.raw.execute("BEGIN")
        try:
            for table in (row["table_name"] for row in source.rows("backup_table")):
                reader = source.raw.sql(f"SELECT * FROM {table}").to_arrow_reader(_ROWS_AT_ONCE)
                target.insert_frame(table, reader)
        finally:
            source.raw.execute("ROLLBACK")


def _forget(unfinished: Path) -> None:
    for leftover in (unfinished, unfinished.with_suffix(unfinished.suffix + ".wal")):
        with suppress(OSError):
            leftover.unlink(missing_ok=True)
