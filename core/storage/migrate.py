"""Brings a database file to the present shape: numbered SQL files, forward only, each in its own transaction."""

from pathlib import Path

import duckdb

from core.errors import DatabaseFromTheFutureError

_MIGRATIONS = Path(__file__).parent / "migrations"
_VIEWS = Path(__file__).parent / "views.sql"


def migrate(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """Run the migrations that the file lacks, then lay the views anew; return the names that ran.

    Raises DatabaseFromTheFutureError where the file holds a migration that this program does not know.
    """
    known = {path.stem: path for path in sorted(_MIGRATIONS.glob("*.sql"))}
    connection.execute(
        "CREATE TABLE IF NOT EXISTS schema_migration (name VARCHAR PRIMARY KEY, applied_at TIMESTAMP NOT NULL)"
    )
    done = {name for (name,) in connection.execute("SELECT name FROM schema_migration").fetchall()}
    if future := sorted(done - known.keys()):
        raise DatabaseFromTheFutureError(name=future[-1])
    missing = [name for name in known if name not in done]
    for name in missing:
        connection.execute("BEGIN")
        try:
            connection.execute(known[name].read_text(encoding="utf-8"))
            connection.execute(
                "INSERT INTO schema_migration VALUES (?, get_current_timestamp() AT TIME ZONE 'UTC')", [name]
            )
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")
    connection.execute(_VIEWS.read_text(encoding="utf-8"))
    return missing
