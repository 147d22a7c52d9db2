"""The kept index: the same ranking after a start, and nothing of a broken or stale file."""

import stat
from pathlib import Path

import pandas as pd
import pytest

from core.domain.choices import Direction, Kind
from core.domain.matching.cards import Card
from core.domain.matching.index import build, updated
from core.domain.matching.ranking import rank_all
from core.storage import index_store

CARDS = (
    Card("h", Direction.HAVE, "cam kırığı", Kind.MATERIAL, firm_id="f", nace=("2313",), waste_codes=("101112",),
         amount=5.0, amount_unit="t", lat=38.4, lon=27.1, zone="z", months=(1, 2)),
    Card("w", Direction.WANT, "cam, “kırık”", activity="cam fabrikası", description="temiz"),
)  # fmt: skip
FINGERPRINTS = pd.Series([2**63 + 1, 7], index=["h", "w"], dtype="uint64")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    kept = tmp_path / "a.duckdb.index-izmir"
    index_store.save(kept, build(CARDS), FINGERPRINTS, "key")
    return kept


def test_what_was_kept_ranks_as_before_and_takes_changes_in(path: Path) -> None:
    found = index_store.load(path, "key", None)
    assert found is not None
    index, fingerprints = found
    assert index.cards == CARDS
    assert fingerprints.to_dict() == FINGERPRINTS.to_dict()
    assert rank_all(index).equals(rank_all(build(CARDS)))
    more = Card("h2", Direction.HAVE, "cam kırığı")
    assert rank_all(updated(index, [more])).equals(rank_all(build((*CARDS, more))))


def test_only_its_owner_reads_it(path: Path) -> None:
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(path.parent.iterdir()) == [path]


def test_another_key_a_missing_and_a_broken_file_count_as_none(path: Path) -> None:
    assert index_store.load(path, "other", None) is None
    assert index_store.load(path.with_name("none"), "key", None) is None
    whole = path.read_bytes()
    for broken in (b"", whole[:100], whole[: len(whole) // 2], b"x" * 1000):
        path.write_bytes(broken)
        assert index_store.load(path, "key", None) is None


def test_an_empty_index_can_be_kept(tmp_path: Path) -> None:
    path = tmp_path / "empty"
    index_store.save(path, build(()), pd.Series(dtype="uint64"), "key")
    found = index_store.load(path, "key", None)
    assert found is not None and len(found[0]) == 0


def test_a_folder_that_cannot_be_written_does_no_harm(tmp_path: Path) -> None:
    index_store.save(tmp_path / "missing" / "file", build(()), pd.Series(dtype="uint64"), "key")
