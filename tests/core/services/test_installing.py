"""A new database: whole or not there at all, sample and real data never in one file."""

from datetime import datetime
from pathlib import Path

import pytest

from core.domain.model import SYSTEM
from core.errors import DatabaseExistsError, FileNotWritableError, UnknownChoiceError
from core.services import checking, firms, installing, resources
from core.storage.database import Database, in_memory, open_database

NOW = datetime(2026, 11, 2, 9)


def test_an_empty_region_has_its_reference_tables_and_no_firm(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "real.duckdb"
    installing.create(path, SYSTEM, "izmir", with_sample=False, now=NOW)
    database = open_database(path)
    counts = dict(checking.counts(database, SYSTEM).itertuples(index=False))
    with database.reading() as cursor:
        region = cursor.row("region_get")
    database.close()
    assert region == {"region_id": "izmir", "name_tr": "İzmir", "name_en": "İzmir", "is_sample": False}
    assert {name: count for name, count in counts.items() if count} == {
        "region": 1, "zone": 15, "district": 30, "waste_code": 842, "nace": 3191,
        "impact_factor": counts["impact_factor"],
    }  # fmt: skip
    assert [one.name for one in path.parent.iterdir()] == ["real.duckdb"]


def test_an_existing_file_is_left_untouched(tmp_path: Path) -> None:
    path = tmp_path / "mine.duckdb"
    path.write_text("mine")
    with pytest.raises(DatabaseExistsError):
        installing.create(path, SYSTEM, "izmir", with_sample=False, now=NOW)
    assert path.read_text() == "mine"


def test_an_unknown_region_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(UnknownChoiceError):
        installing.create(tmp_path / "new.duckdb", SYSTEM, "atlantis", with_sample=False, now=NOW)
    assert list(tmp_path.iterdir()) == []


def test_a_start_that_was_broken_off_does_not_hinder_the_next(tmp_path: Path) -> None:
    (tmp_path / "new.duckdb.unfinished").write_text("half")
    installing.create(tmp_path / "new.duckdb", SYSTEM, "izmir", with_sample=False, now=NOW)
    assert [one.name for one in tmp_path.iterdir()] == ["new.duckdb"]


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(FileNotWritableError):
        installing.create(tmp_path / "file" / "new.duckdb", SYSTEM, "izmir", with_sample=False, now=NOW)


@pytest.fixture(scope="module")
def sample() -> Database:
    database = in_memory()
    installing.fill(database, SYSTEM, "izmir", with_sample=True, now=NOW)
    return database


def test_the_sample_has_its_firms_and_resources_all_marked_as_samples(sample: Database) -> None:
    table = firms.table(sample, SYSTEM)
    cards = resources.table(sample, SYSTEM)
    assert table["firm_id"].nunique() == 109
    assert table["is_sample"].all()
    assert len(cards) == 637
    assert set(cards["source"]) == {"sample"}
    shares = cards["direction"].value_counts()
    assert 2.2 < shares["have"] / shares["want"] < 2.8


def test_the_sample_has_no_faults(sample: Database) -> None:
    found = checking.findings(sample, SYSTEM)
    assert found[found["problem"].isin(checking.FAULTS)].empty
    assert found[found["field"] == "waste_codes"].empty


def test_every_writing_of_the_sample_is_on_the_trail(sample: Database) -> None:
    trail = resources.history(sample, SYSTEM, resources.table(sample, SYSTEM)["resource_id"].iloc[0])
    assert list(trail["action"]) == ["installing.fill"]
