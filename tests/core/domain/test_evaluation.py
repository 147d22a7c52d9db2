"""The yardstick itself."""

import numpy as np
import pytest

from core.config import EVALUATION
from core.domain.evaluation import ROUNDS, written
from core.domain.evaluation.measures import Cases, interval, measured
from core.domain.evaluation.published import held_out
from core.domain.knowledge.precedents import all_precedents


def test_what_shares_a_place_or_a_source_is_left_out_together() -> None:
    rows = all_precedents()
    groups = held_out(rows)
    assert sorted(number for group in groups for number in group) == list(range(len(rows)))
    for key in ("place", "source"):
        values = [{getattr(rows[number], key) for number in group} for group in groups]
        assert sum(map(len, values)) == len(set().union(*values))


def test_measures_are_averaged_over_distinct_names() -> None:
    right = np.array([[True, False], [True, False], [False, True]])
    score = np.array([[1.0, 0.0], [0.0, 1.0], [0.0, 1.0]])
    rows = measured(score, Cases((), (), {}, right, ("ash", "ash", "glass")))
    assert rows[:, 0].tolist() == [0.5, 1.0]
    assert rows[:, 3].tolist() == [0.75, 1.0]
    assert rows[0, 1] == pytest.approx((1 + 1 / np.log2(3)) / 2)


def test_equal_scores_are_no_better_than_chance() -> None:
    right = np.array([[True, False, False]])
    (row,) = measured(np.zeros((1, 3)), Cases((), (), {}, right, ("ash",)))
    assert row[0] == 0.5 and row[3] == pytest.approx(1 / 3)


def test_the_interval_holds_the_mean() -> None:
    rows = np.tile(np.linspace(0, 1, 50)[:, np.newaxis], (1, 4))
    low, high = interval(rows)
    assert (low < 0.5).all() and (high > 0.5).all() and (high - low < 0.3).all()


@pytest.mark.parametrize("name", ["exchanges", "parks", "services", "waste_texts", "unsafe", "safe"])
def test_every_written_case_belongs_to_one_round(name: str) -> None:
    keys = ("park", "term_en", "activity_en") if name == "parks" else ("id",)
    rounds = [{tuple(row[key] for key in keys) for row in written.rows_of(name, number)} for number in ROUNDS]
    assert len(rounds[0]) >= 15 and len(set().union(*rounds)) == sum(map(len, rounds))
    lines = (EVALUATION / f"{name}.csv").read_text(encoding="utf-8").splitlines()
    assert sum(map(len, rounds)) == len(lines) - 1


def test_a_taker_is_right_in_its_own_division_and_in_those_that_would_do_as_well() -> None:
    assert written.right_divisions({"receiver_nace": "3511", "also": ""}) == ("35",)
    assert written.right_divisions({"receiver_nace": "3511", "also": "38;10"}) == ("35", "38", "10")
