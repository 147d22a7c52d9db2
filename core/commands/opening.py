"""Opens the database that a command works on, and lets it go again whatever happens."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from core import config
from core.storage.database import Database, open_database


@contextmanager
def opened() -> Iterator[Database]:
    """Give the database that SIMBIYOZ_DATABASE names; raises as `open_database` does."""
    database = open_database(config.database_path())
    try:
        yield database
    finally:
        database.close()


def now() -> datetime:
    """Return the moment, UTC, without zone: as the database keeps it."""
    return datetime.now(UTC).replace(tzinfo=None)
