"""What is prepared of the knowledge is read from disk, and is the same as what is prepared anew."""

import dataclasses
import inspect
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from scipy import sparse

from core.domain import wastecodes
from core.domain.knowledge import concepts, kept, mentions, precedents, sectors, services, wanted_for

PREPARED = (
    concepts.concept_base,
    concepts._dictionary,
    mentions._wordings,
    precedents.precedent_base,
    wanted_for._uses,
    sectors.sector_base,
    services.service_base,
    wastecodes._index,
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(kept, "FOLDER", tmp_path / "kept")
    return tmp_path / "kept"


def counted() -> tuple[Callable[[], list[int]], list[int]]:
    calls: list[int] = []

    def _numbers() -> list[int]:
        calls.append(1)
        return [1, 2, 3]

    return _numbers, calls


def test_a_second_process_reads_what_the_first_has_prepared(folder: Path) -> None:
    numbers, calls = counted()
    assert kept.kept(numbers)() == kept.kept(numbers)() == [1, 2, 3]
    assert len(calls) == 1
    assert [path.name.partition("-numbers-")[0] for path in folder.iterdir()] == ["kept-test_kept"]


def test_a_broken_file_is_prepared_anew(folder: Path) -> None:
    numbers, calls = counted()
    kept.kept(numbers)()
    (path,) = folder.iterdir()
    for broken in (b"", path.read_bytes()[:-3], path.read_bytes()[:-1] + b"?", b"no such thing"):
        path.write_bytes(broken)
        assert kept.kept(numbers)() == [1, 2, 3]
    assert len(calls) == 5


def test_another_state_of_tables_or_code_is_prepared_anew_and_the_old_file_goes(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    numbers, calls = counted()
    kept.kept(numbers)()
    monkeypatch.setattr(kept, "state", lambda: "f" * 64)
    assert kept.kept(numbers)() == [1, 2, 3]
    assert len(calls) == 2
    assert [path.name for path in folder.iterdir()] == ["kept-test_kept-numbers-ffffffffffffffff.pickle"]


def test_the_state_tells_a_changed_table_and_a_new_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept.config, "KNOWLEDGE", tmp_path)
    found = []
    for name, text in (("terms.csv", "kül"), ("terms.csv", "cüruf"), ("uses.csv", "")):
        (tmp_path / name).write_text(text, encoding="utf-8")
        kept.state.cache_clear()
        found.append(kept.state())
    kept.state.cache_clear()
    assert len(set(found)) == 3


def test_where_nothing_can_be_written_all_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setattr(kept, "FOLDER", tmp_path / "file")
    numbers, calls = counted()
    assert kept.kept(numbers)() == kept.kept(numbers)() == [1, 2, 3]
    assert len(calls) == 2


@pytest.mark.parametrize("prepared", PREPARED, ids=lambda prepared: prepared.__name__)
def test_what_is_read_equals_what_is_prepared(prepared: Callable[[], object], folder: Path) -> None:
    prepare = inspect.unwrap(prepared)
    fresh = kept.kept(prepare)()
    assert len(list(folder.glob(f"kept-*-{prepare.__name__.strip('_')}-*.pickle"))) == 1
    read = kept.kept(prepare)()
    assert read is not fresh
    assert_same(read, fresh)


def assert_same(one: object, other: object) -> None:
    """Compare all arrays to the last bit, and all else by its value; vectorisers by what they have learnt."""
    assert type(one) is type(other)
    if dataclasses.is_dataclass(one) or hasattr(one, "vocabulary_"):
        one, other = vars(one), vars(other)
    if isinstance(one, dict):
        assert list(one) == list(other)
        for name in one:
            assert_same(one[name], other[name])
    elif isinstance(one, tuple):
        assert len(one) == len(other)
        for mine, yours in zip(one, other, strict=True):
            assert_same(mine, yours)
    elif isinstance(one, np.ndarray):
        assert one.dtype == other.dtype
        assert np.array_equal(one, other)
    elif sparse.issparse(one):
        assert one.shape == other.shape
        assert all(
            np.array_equal(getattr(one, part), getattr(other, part)) for part in ("data", "indices", "indptr")
        )
    elif not type(one).__module__.startswith("sklearn"):
        assert one == other
