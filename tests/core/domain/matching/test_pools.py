"""Merged haves: who is put together, in which order, how much they cover, and when there is no pool."""

from typing import Any

import pandas as pd
import pytest

from core.domain.choices import Sort
from core.domain.matching import pools
from core.domain.matching.answers import Subject

COLUMNS = ["have_id", "have_firm_id", "have_yearly_amount", "score", "have_lat", "have_lon"]


def pairs(*haves: tuple[Any, ...], **want: Any) -> pd.DataFrame:
    """Return pairs of haves (id, firm, t a year, score, latitude) with one want of 100 t of cullet a year."""
    rows = [
        {
            **dict(zip(COLUMNS, (*have, 27.0), strict=True)),
            "have_name": "cam kırığı",
            "have_description": None,
            "have_yearly_unit": "t",
            "have_period": "year",
            "want_id": "want",
            "want_name": "cam kırığı",
            "want_description": None,
            "want_firm_id": "glassworks",
            "want_yearly_amount": 100.0,
            "want_yearly_unit": "t",
            "want_period": "year",
            **want,
        }
        for have in haves
    ]
    return pd.DataFrame(rows).astype({"have_firm_id": object})


def members(frame: pd.DataFrame) -> list[str]:
    return list(pools.pooled(frame)["have_id"])


def test_small_haves_are_taken_until_the_want_is_served() -> None:
    found = pools.pooled(
        pairs(("a", "f1", 50, 0.6, 38.0), ("b", "f2", 40, 0.5, 38.0), ("c", "f3", 20, 0.4, 38.0))
    )

    assert list(found["have_id"]) == ["a", "b"]  # 90 t are enough
    assert list(found["member_share"]) == pytest.approx([0.5, 0.4])
    assert found["pool_share"].iloc[0] == pytest.approx(0.9)
    assert found["pool_fit"].iloc[0] == pytest.approx((50 * 0.6 + 40 * 0.5) / 90)
    assert found["pool_score"].iloc[0] == pytest.approx((50 * 0.6 + 40 * 0.5) / 90 * 0.9)


def test_a_have_that_would_overfill_is_passed_over() -> None:
    assert members(
        pairs(("a", "f1", 70, 0.6, 38.0), ("b", "f2", 60, 0.5, 38.0), ("c", "f3", 30, 0.4, 38.0))
    ) == ["a", "c"]


def test_no_pool_where_one_have_serves_the_want_alone() -> None:
    assert (
        members(pairs(("a", "f1", 85, 0.3, 38.0), ("b", "f2", 50, 0.6, 38.0), ("c", "f3", 40, 0.5, 38.0)))
        == []
    )


def test_the_nearer_of_two_equals_is_taken() -> None:
    frame = pairs(("a", "f1", 50, 0.6, 38.0), ("far", "f2", 45, 0.5, 40.0), ("near", "f3", 45, 0.5, 38.1))

    assert members(frame) == ["a", "near"]
    assert pools.pooled(frame)["apart_km"].iloc[0] == pytest.approx(11.12, abs=0.01)


def test_two_haves_of_one_firm_are_no_pool() -> None:
    assert members(pairs(("a", "f1", 50, 0.6, 38.0), ("b", "f1", 40, 0.5, 38.0))) == []


def test_unnamed_firms_count_as_different_ones_and_have_no_distance() -> None:
    found = pools.pooled(pairs(("a", None, 50, 0.6, None), ("b", None, 40, 0.5, None)))

    assert list(found["have_id"]) == ["a", "b"]
    assert found["apart_km"].isna().all()


@pytest.mark.parametrize(
    "want",
    [
        {"want_yearly_unit": "m3"},
        {"want_period": "once"},
        {"want_yearly_amount": None},
        {"want_name": "ahşap palet"},
        {"want_yearly_amount": 1000.0},  # 9 % of it
    ],
    ids=["another unit", "once", "no amount", "another thing", "too little"],
)
def test_what_cannot_be_added_up_is_no_pool(want: dict[str, Any]) -> None:
    assert members(pairs(("a", "f1", 50, 0.6, 38.0), ("b", "f2", 40, 0.5, 38.0), **want)) == []


def test_no_pairs_give_an_empty_table_with_all_columns() -> None:
    found = pools.pooled(pairs(("a", "f1", 50, 0.6, 38.0)).iloc[:0])

    assert found.empty
    assert set(pools.COLUMNS) <= set(found.columns)


def test_a_want_whose_pool_was_answered_to_be_of_no_use_has_none() -> None:
    frame = pairs(("a", "f1", 50, 0.6, 38.0), ("b", "f2", 40, 0.5, 38.0))
    want = frame["want_id"].iloc[0]
    assert members(frame) != []

    assert pools.pooled(frame, {Subject(Sort.POOLS, want_id=want)}).empty
    assert not pools.pooled(frame, {Subject(Sort.POOLS, want_id="another")}).empty
