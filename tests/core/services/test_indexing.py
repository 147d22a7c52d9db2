"""The live index follows every write without being built anew, whoever asks."""

import shutil
import stat
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from core.domain.model import SYSTEM
from core.services import indexing, installing, suggesting
from core.services.indexing import LiveIndex
from core.storage import index_store
from core.storage.database import Database, open_database

NOW = datetime(2026, 11, 22)
MANAGER = replace(SYSTEM, region_id="izmir")


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("live") / "sample.duckdb"
    installing.create(path, SYSTEM, "izmir", with_sample=True, now=NOW)
    return path


def write(database: Database, statement: str) -> None:
    with database.writing() as cursor:
        cursor.raw.execute(statement)


def test_only_what_changed_is_taken_in(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    database = open_database(sample)
    user = MANAGER
    live = LiveIndex(database, user)
    before = live.current()
    assert live.is_ready and len(before) > 100
    kept = index_store.path_of(sample, user.region_id)
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600

    def never(*_: object) -> None:
        raise AssertionError("an index was built anew")

    monkeypatch.setattr(indexing, "build", never)
    first, second = sorted(before.row_of)[:2]
    write(database, f"UPDATE resource SET name = 'qwertik tozu' WHERE resource_id = '{first}'")
    write(database, f"UPDATE resource SET retired_at = now()::TIMESTAMP WHERE resource_id = '{second}'")
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: live.current(), range(8)))
    assert len({id(one) for one in found}) == 1
    assert found[0].card(first).name == "qwertik tozu" and second not in found[0]
    assert set(found[0].cards) == set(suggesting.cards(database, user))
    assert live.current() is found[0]

    restarted = LiveIndex(database, user).current()  # from the file, which is older than the writes
    assert set(restarted.cards) == set(found[0].cards)
    assert len(restarted.main.ids) == len(before) and len(restarted.tail.ids) == 1
    database.close()


def test_a_broken_or_stale_file_is_built_anew(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    database = open_database(sample)
    user = MANAGER
    kept = index_store.path_of(sample, user.region_id)
    LiveIndex(database, user).current()
    kept.write_bytes(kept.read_bytes()[:5000])
    index = LiveIndex(database, user).current()
    assert set(index.cards) == set(suggesting.cards(database, user))
    assert index_store.load(kept, f"{index_store.knowledge_version()} ()", None) is not None
    monkeypatch.setattr(index_store, "knowledge_version", lambda: "newer knowledge")
    assert index_store.load(kept, f"{index_store.knowledge_version()} ()", None) is None
    database.close()


def test_word_numbers_begin_afresh_when_much_has_changed(sample: Path) -> None:
    database = open_database(sample)
    live = LiveIndex(database, MANAGER)
    live.current()
    write(database, "UPDATE resource SET description = 'başka'")
    assert not len(live.current().tail.ids)
    database.close()


def test_who_builds_is_told_and_a_kept_index_needs_no_telling(sample: Path) -> None:
    database = open_database(sample)
    kept = index_store.path_of(sample, MANAGER.region_id)
    kept.write_bytes(b"broken")
    told: list[tuple[int, int]] = []

    def tell(done: int, total: int) -> None:
        told.append((done, total))

    found = LiveIndex(database, MANAGER).current(tell)
    steps = len(told)
    again = LiveIndex(database, MANAGER).current(tell)

    assert told[0][0] < told[-1][0] == told[-1][1] == len(found) == len(again)
    assert len(told) == steps
    database.close()


def test_who_waits_for_another_s_building_is_told_how_far_it_is(sample: Path, tmp_path: Path) -> None:
    copy = tmp_path / "sample.duckdb"
    shutil.copy(sample, copy)
    database = open_database(copy)
    live = LiveIndex(database, MANAGER)
    told: list[tuple[int, int]] = []
    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(live.current)
        while not live._lock.locked():
            time.sleep(0.001)
        found = live.current(lambda done, total: told.append((done, total)))
    assert found is first.result()
    assert told and told[-1][1] == len(found)
    database.close()
