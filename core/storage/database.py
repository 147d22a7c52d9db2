"""The one open DuckDB file: a cursor per call for readers, one lock for writers, a version that each commit changes.

DuckDB connections are not safe to share between threads, cursors are. While this process holds the file no other one
can open it, so there is one server process per file.
"""

import threading
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pyarrow as pa

from core.errors import (
    DatabaseExistsError,
    DatabaseHeldError,
    DatabaseMissingError,
    DatabaseUnreadableError,
    FileNotWritableError,
)
from core.storage import migrate

_QUERIES = Path(__file__).parent / "queries"
_SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "python_enable_replacements": False,
    "enable_external_access": False,
}


@cache
def sql(name: str) -> str:
    """Return the statement kept in queries/`name`.sql."""
    return (_QUERIES / f"{name}.sql").read_text(encoding="utf-8")


class Cursor:
    """A DuckDB cursor that runs the named statements of queries/."""

    def __init__(self, raw: duckdb.DuckDBPyConnection) -> None:
        self.raw = raw

    def run(self, name: str, /, **parameters: Any) -> None:
        """Run a statement whose result nobody needs."""
        self.raw.execute(sql(name), parameters)

    def frame(self, name: str, /, **parameters: Any) -> pd.DataFrame:
        """Return the rows of a query as a DataFrame."""
        return self.raw.execute(sql(name), parameters).df()

    def rows(self, name: str, /, **parameters: Any) -> list[dict[str, Any]]:
        """Return the rows of a query as dictionaries, with Python's own None and dates."""
        return self._fetched(sql(name), parameters)

    def _fetched(self, statement: str, parameters: dict[str, Any]) -> list[dict[str, Any]]:
        self.raw.execute(statement, parameters)
        names = [column[0] for column in self.raw.description or []]
        return [dict(zip(names, row, strict=True)) for row in self.raw.fetchall()]

    def digests(self, name: str, /, *columns: str, **parameters: Any) -> list[tuple[Any, ...]]:
        """Return columns of a query's rows, and a digest of each whole row that changes when any of its values does.

        `columns` come from our code only.
        """
        told = f"SELECT {', '.join(columns)}, hash(told) FROM ({sql(name)}) AS told"
        return self.raw.execute(told, parameters).fetchall()

    def rows_among(
        self, name: str, /, column: str, wanted: Collection[str], **parameters: Any
    ) -> list[dict[str, Any]]:
        """Return those rows of a query whose column (or expression, from our code only) is among some values."""
        told = f"SELECT told.* FROM ({sql(name)}) AS told WHERE list_contains($wanted, {column})"
        return self._fetched(told, parameters | {"wanted": list(wanted)})

    def row(self, name: str, /, **parameters: Any) -> dict[str, Any] | None:
        """Return the first row of a query, or None."""
        found = self.rows(name, **parameters)
        return found[0] if found else None

    def insert_rows(self, table: str, rows: list[dict[str, Any]]) -> None:
        """Append rows of one shape to a table; None stays None and dates dates, which a DataFrame cannot promise."""
        if rows:
            self.insert_frame(table, pa.Table.from_pylist(rows))

    def insert_frame(self, table: str, frame: pd.DataFrame | pa.Table | pa.RecordBatchReader) -> None:
        """Append a frame to a table; its columns are named as the table's. `table` comes from our code only."""
        self.raw.register("incoming", frame)
        try:
            self.raw.execute(f"INSERT INTO {table} BY NAME SELECT * FROM incoming")
        finally:
            self.raw.unregister("incoming")

    def update_rows(self, table: str, key: str, rows: list[dict[str, Any]]) -> None:
        """Set the columns of rows of one shape where `key` is theirs. Table and columns come from our code only."""
        if not rows:
            return
        columns = ", ".join(f"{name} = incoming.{name}" for name in rows[0] if name != key)
        self.raw.register("incoming", pa.Table.from_pylist(rows))
        try:
            self.raw.execute(
                f"UPDATE {table} SET {columns} FROM incoming WHERE {table}.{key} = incoming.{key}"
            )
        finally:
            self.raw.unregister("incoming")


class Database:
    """An open file, migrated to the present shape.

    `version` changes with each commit that changes records, `cards_version` only with those that may change what cards
    are compared with: what is dear to prepare of all cards is kept as long as it stays.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection, path: Path | None) -> None:
        self._connection = connection
        self._write_lock = threading.RLock()
        self.path = path
        self.version = 0
        self.cards_version = 0

    @contextmanager
    def reading(self) -> Iterator[Cursor]:
        """Give a cursor of one's own."""
        raw = self._connection.cursor()
        try:
            yield Cursor(raw)
        finally:
            raw.close()

    @contextmanager
    def writing(self, *, changes_records: bool = True, changes_cards: bool = True) -> Iterator[Cursor]:
        """Give a cursor inside one transaction: committed at the end, rolled back by any exception.

        `changes_records=False` is for drafts: they leave the version, and so every cache, alone. `changes_cards=False`
        is for records that no comparison of cards reads, such as answers.
        """
        with self._write_lock, self.reading() as cursor:
            cursor.raw.execute("BEGIN")
            try:
                yield cursor
            except BaseException:
                cursor.raw.execute("ROLLBACK")
                raise
            cursor.raw.execute("COMMIT")
            if changes_records:
                self.version += 1
                self.cards_version += changes_cards

    def close(self) -> None:
        """Write everything to the file and let it go."""
        self._connection.close()


def open_database(path: Path, *, create: bool = False) -> Database:
    """Open (or with `create` make) the file and bring it to the present shape.

    Raises DatabaseMissingError, DatabaseHeldError, DatabaseUnreadableError or DatabaseFromTheFutureError.
    """
    if not create and not path.exists():
        raise DatabaseMissingError(path=path)
    try:
        connection = duckdb.connect(str(path), config=_SETTINGS)
    except duckdb.IOException as error:
        if "lock" in str(error).lower():
            raise DatabaseHeldError() from error
        raise DatabaseUnreadableError(path=path) from error
    except duckdb.Error as error:
        raise DatabaseUnreadableError(path=path) from error
    return _migrated(connection, path)


@contextmanager
def new_database(path: Path) -> Iterator[Database]:
    """Make a database file and close it at the end; it appears under its name only when it is whole.

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
            yield made
        finally:
            made.close()
        unfinished.rename(path)
    except (OSError, DatabaseUnreadableError) as error:
        raise FileNotWritableError(path=path) from error
    finally:
        _forget(unfinished)


def _forget(unfinished: Path) -> None:
    for leftover in (unfinished, unfinished.with_suffix(unfinished.suffix + ".wal")):
        with suppress(OSError):
            leftover.unlink(missing_ok=True)


def in_memory() -> Database:
    """Return an empty database of the present shape that lives as long as the process."""
    return _migrated(duckdb.connect(":memory:", config=_SETTINGS), None)


def _migrated(connection: duckdb.DuckDBPyConnection, path: Path | None) -> Database:
    try:
        migrate.migrate(connection)
    except BaseException:
        connection.close()
        raise
    return Database(connection, path)
