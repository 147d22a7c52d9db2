"""The open file: versions, threads, rollback, the trail, two people at one record, foreign files refused."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import duckdb
import pytest

from core.domain.model import SYSTEM, Contact, Firm
from core.errors import (
    ChangedByOthersError,
    DatabaseFromTheFutureError,
    DatabaseHeldError,
    DatabaseMissingError,
    DatabaseUnreadableError,
    NotFoundError,
)
from core.services import checking, firms, installing
from core.storage import migrate, records
from core.storage.database import Database, in_memory, open_database, sql

NOW = datetime(2026, 11, 2, 9)
FIRM = Firm("f1", "izmir", "Ege Döküm", about="kum")


@pytest.fixture
def database() -> Iterator[Database]:
    made = in_memory()
    installing.fill(made, SYSTEM, "izmir", with_sample=False, now=NOW)
    yield made
    made.close()


def keep(database: Database, firm: Firm = FIRM) -> None:
    with database.writing() as cursor:
        records.insert(cursor, SYSTEM, NOW, "test", firm)


def test_each_commit_that_changes_records_changes_the_version(database: Database) -> None:
    before = database.version
    keep(database)
    assert database.version == before + 1
    with database.reading() as cursor:
        cursor.rows("firm_get", firm_id="f1")
    with database.writing(changes_records=False) as cursor:
        cursor.run("draft_discard", user_id="u", form="f")
    assert database.version == before + 1


def test_what_fails_inside_a_transaction_leaves_nothing(database: Database) -> None:
    before = database.version
    with pytest.raises(KeyboardInterrupt), database.writing() as cursor:
        records.insert(cursor, SYSTEM, NOW, "test", FIRM)
        raise KeyboardInterrupt
    with database.reading() as cursor:
        assert cursor.row("firm_get", firm_id="f1") is None
        assert cursor.rows("audit_history", record_type="firm", record_id="f1") == []
    assert database.version == before
    keep(database)  # the lock was let go


def test_many_threads_read_and_write_and_nobody_sees_anothers_rows(database: Database) -> None:
    failures: list[str] = []

    def work(number: int) -> None:
        for turn in range(15):
            name = f"f{number}-{turn}"
            keep(database, Firm(name, "izmir", name))
            with database.reading() as cursor:
                found = cursor.row("firm_get", firm_id=name)
            if found is None or found["name"] != name:
                failures.append(name)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert len(firms.table(database, SYSTEM)) == 90


def test_an_open_transaction_is_not_seen_by_readers(database: Database) -> None:
    with database.writing() as cursor:
        records.insert(cursor, SYSTEM, NOW, "test", FIRM)
        with database.reading() as other:
            assert other.row("firm_get", firm_id="f1") is None


def test_the_second_of_two_changes_of_one_version_sees_the_newer_values(database: Database) -> None:
    keep(database)
    firms.save(database, SYSTEM, replace(FIRM, about="çelik"), now=NOW, new=False)
    with pytest.raises(ChangedByOthersError) as caught:
        firms.save(database, SYSTEM, replace(FIRM, about="bakır"), now=NOW, new=False)
    assert (caught.value.newer["about"], caught.value.newer["row_version"]) == ("çelik", 2)


def test_what_is_retired_cannot_be_changed(database: Database) -> None:
    keep(database)
    firms.retire(database, SYSTEM, "f1", 1, now=NOW)
    with pytest.raises(NotFoundError):
        firms.save(database, SYSTEM, replace(FIRM, row_version=2), now=NOW, new=False)
    assert firms.table(database, SYSTEM).empty


def test_the_trail_names_changed_fields_and_keeps_personal_values_apart(database: Database) -> None:
    keep(database)
    contact = Contact("c1", "f1", "Ayşe Yılmaz", phone="+90 232 000 00 01")
    firms.save_contact(database, SYSTEM, contact, now=NOW, new=True)
    firms.save_contact(database, SYSTEM, replace(contact, phone="+90 232 000 00 02"), now=NOW, new=False)
    trail = firms_history(database, "contact", "c1")
    assert [row["changed_fields"] for row in trail][:1] == ["phone"]
    assert all("Ayşe" not in str(row) and "000 00" not in str(row) for row in trail)
    assert held_values(database) == 2
    firms.erase_contact(database, SYSTEM, "c1", now=NOW)
    assert held_values(database) == 0
    assert [row["action"] for row in firms_history(database, "contact", "c1")] == [
        "firms.erase_contact", "firms.save_contact", "firms.save_contact"
    ]  # fmt: skip
    assert all(row["values_digest"] for row in trail)


def firms_history(database: Database, record_type: str, record_id: str) -> list[dict[str, object]]:
    statement = "SELECT * FROM audit WHERE record_type = ? AND record_id = ? ORDER BY audit_id DESC"
    with database.reading() as cursor:
        found = cursor.raw.execute(statement, [record_type, record_id])
        names = [column[0] for column in found.description or []]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def held_values(database: Database) -> int:
    with database.reading() as cursor:
        row = cursor.raw.execute("SELECT count(*) FROM audit_value").fetchone()
    return int(row[0]) if row else 0


def test_many_new_rows_keep_what_is_missing_and_dates(database: Database) -> None:
    row = {"name": "A", "region_id": "izmir", "created_at": NOW, "updated_at": NOW, "about": None}
    with database.writing() as cursor:
        cursor.insert_rows("firm", [row | {"firm_id": "a"}, row | {"firm_id": "b", "about": "x"}])
        cursor.insert_rows("firm", [])
    with database.reading() as cursor:
        stored = [cursor.row("firm_get", firm_id=one) or {} for one in "ab"]
    assert [one["about"] for one in stored] == [None, "x"]
    assert (stored[0]["created_at"], stored[0]["row_version"], stored[0]["is_sample"]) == (NOW, 1, False)


def test_a_database_of_this_version_is_migrated_once() -> None:
    connection = duckdb.connect(":memory:")
    assert migrate.migrate(connection)[0] == "0001_initial"
    assert migrate.migrate(connection) == []


def test_a_database_of_a_newer_version_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "future.duckdb"
    open_database(path, create=True).close()
    with duckdb.connect(str(path)) as connection:
        connection.execute("INSERT INTO schema_migration VALUES ('9999_tomorrow', TIMESTAMP '2030-01-01')")
    with pytest.raises(DatabaseFromTheFutureError) as caught:
        open_database(path)
    assert caught.value.values == {"name": "9999_tomorrow"}
    duckdb.connect(str(path)).close()  # nobody holds it


def test_a_missing_file_and_a_file_of_another_kind_are_named(tmp_path: Path) -> None:
    with pytest.raises(DatabaseMissingError):
        open_database(tmp_path / "none.duckdb")
    other = tmp_path / "notes.txt"
    other.write_text("no database at all" * 1000)
    with pytest.raises(DatabaseUnreadableError):
        open_database(other)


def test_a_file_that_another_process_holds_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "held.duckdb"
    open_database(path, create=True).close()
    holding = (
        "import duckdb, sys; c = duckdb.connect(sys.argv[1]); print('held', flush=True); sys.stdin.readline()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", holding, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        with pytest.raises(DatabaseHeldError):
            open_database(path)
        process.communicate("\n")


def test_nothing_outside_can_be_read_from_sql(database: Database) -> None:
    with database.reading() as cursor, pytest.raises(duckdb.Error):
        cursor.raw.execute("SELECT * FROM read_csv('/etc/passwd')")


def test_a_check_finds_orphans_stale_amounts_and_unknown_codes(database: Database) -> None:
    with database.writing() as cursor:
        cursor.raw.execute(
            "INSERT INTO site (site_id, firm_id, name, place, zone_id, created_at, updated_at)"
            " VALUES ('s', 'gone', 'S', 'none', 'nowhere', now(), now())"
        )
        cursor.raw.execute("INSERT INTO site_nace VALUES ('s', '99.99.99', 'unknown', true)")
        cursor.raw.execute(
            "INSERT INTO resource (resource_id, site_id, direction, name, kind, quantity, unit, period, yearly_amount,"
            " yearly_unit, waste_codes, visibility, source, entered_by, entered_at, updated_at) VALUES"
            " ('r', 's', 'have', 'R', 'material', 2, 't', 'month', 12, 't', '100908;999999', 'advisors', 'visit',"
            " 'u', now(), now())"
        )
    found = checking.findings(database, SYSTEM)
    assert sorted(zip(found["problem"], found["record_id"], found["field"], found["value"], strict=True)) == [
        ("orphan", "s", "firm_id", "gone"),
        ("orphan", "s", "zone_id", "nowhere"),
        ("stale", "r", "yearly_amount", "12.0 t / 24.0 t"),
        ("unknown_code", "r", "waste_codes", "999999"),
        ("unknown_code", "s", "nace", "99.99.99"),
    ]


def test_statements_are_read_once_from_their_files() -> None:
    assert sql("firm_get") is sql("firm_get")
