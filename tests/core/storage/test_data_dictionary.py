"""docs/data-dictionary.md names every table and column of the database, its type, a meaning and the Turkish word."""

import re
from collections.abc import Iterator

import pytest

from core import config
from core.storage.database import Database, in_memory

PAGE = (config.ROOT / "docs" / "data-dictionary.md").read_text(encoding="utf-8")
Columns = dict[tuple[str, str], str]


@pytest.fixture(scope="module")
def database() -> Iterator[Database]:
    made = in_memory()
    yield made
    made.close()


def documented() -> Columns:
    """Return table and column → type with “?” where it may be empty, as the page says."""
    found: Columns = {}
    table = ""
    for line in PAGE.splitlines():
        if line.startswith("## "):
            table = line[3:].strip()
        cells = [cell.strip() for cell in line.split("|")[1:-1]]
        if len(cells) == 5 and cells[0] not in ("column", "---"):
            found[(table, cells[0])] = cells[1]
    return found


def stored(database: Database) -> Columns:
    with database.reading() as cursor:
        rows = cursor.raw.execute(
            "SELECT table_name, column_name, data_type, is_nullable FROM information_schema.columns"
            " WHERE table_name IN (SELECT table_name FROM duckdb_tables())"
        ).fetchall()
    return {(table, column): kind + ("?" if empty == "YES" else "") for table, column, kind, empty in rows}


def test_every_column_stands_in_the_dictionary_with_its_type(database: Database) -> None:
    assert documented() == stored(database)


def test_every_column_has_a_meaning_and_a_turkish_word() -> None:
    rows = [line.split("|")[1:-1] for line in PAGE.splitlines() if line.count("|") == 6]
    told = [[cell.strip() for cell in row] for row in rows if not row[0].strip().startswith("-")]
    assert [row[0] for row in told if not row[3] or not row[4]] == []


def test_every_table_has_its_turkish_word() -> None:
    tables = {table for table, _ in documented()}
    named = re.findall(r"^## (\w+)\n\n.* Turkish: .+\.$", PAGE, flags=re.MULTILINE)
    assert set(named) == tables
