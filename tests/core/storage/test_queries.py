"""Every statement of core/storage/queries is one, is right for the present shape, and takes only named parameters."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from core import storage
from core.storage.database import Database, in_memory

QUERIES = sorted((Path(storage.__file__).parent / "queries").glob("*.sql"))


@pytest.fixture(scope="module")
def database() -> Iterator[Database]:
    made = in_memory()
    yield made
    made.close()


def example(name: str) -> object:
    """A value of the type that a parameter's name tells, where the statement needs one to be explained."""
    if name.endswith("_ids"):
        return [""]
    if name.endswith("days"):
        return 1
    return date(2026, 11, 2) if name in ("today", "first", "last") else None


def without_comments(statement: str) -> str:
    return re.sub(r"--[^\n]*", "", statement)


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)
def test_a_statement_can_be_explained(database: Database, path: Path) -> None:
    statement = path.read_text(encoding="utf-8")
    names = set(re.findall(r"\$(\w+)", without_comments(statement)))
    parameters = {name: example(name) for name in names}
    with database.reading() as cursor:
        assert cursor.raw.execute(f"EXPLAIN {statement}", parameters).fetchall()


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)
def test_a_file_holds_one_statement_without_the_lower_case_that_breaks_turkish(path: Path) -> None:
    statement = without_comments(re.sub(r"'[^']*'", "''", path.read_text(encoding="utf-8")))
    assert statement.strip()
    assert ";" not in statement
    assert not re.search(r"(?i)\b(lower|upper|ilike)\b", statement)
    assert "?" not in statement


def test_every_statement_is_used() -> None:
    root = Path(storage.__file__).parent.parent
    code = "\n".join(path.read_text(encoding="utf-8") for path in root.rglob("*.py"))
    generic = re.compile(
        r"(firm|site|contact|resource|visit|opportunity|synergy|synergy_party|synergy_barrier|log_entry|synergy_file|"
        "user_account|expert|expert_request|research|support_call|support_application|"
        "body|meeting|meeting_decision|meeting_action|training|zone_target|good_practice)_(get|insert|update|retire)"
    )
    unused = [
        path.stem for path in QUERIES if f'"{path.stem}"' not in code and not generic.fullmatch(path.stem)
    ]
    assert unused == []


def test_the_counts_of_a_check_name_every_table(database: Database) -> None:
    with database.reading() as cursor:
        counted = [row["table_name"] for row in cursor.rows("check_counts")]
        tables = [row["table_name"] for row in cursor.rows("backup_table")]
    assert sorted(counted) == tables
