"""Copies an open database into a new file, table by table, as it stood at one moment, while others go on working.

Not a copy of the file: what is still in the write-ahead log would be missing, and a process that opens and closes its
own database file a second time loses the lock on it (POSIX), so that another process could open it and break it.
"""

from pathlib import Path

from core.storage.database import Database, new_database

_ROWS_AT_ONCE = 10_000


def copy(database: Database, path: Path) -> None:
    """Make a database file of all records; it appears under its name only when it is whole.

    Raises DatabaseExistsError, FileNotWritableError.
    """
    with new_database(path) as made:
        _fill(database, made)


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
