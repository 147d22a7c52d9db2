"""The yardstick itself."""

import numpy as np
import pytest

from core.config import EVALUATION
from core.domain.evaluation import ROUNDS, bands, written
from core.domain.evaluation.measures import Cases, interval, measured
from core.domain.evaluation.published import held_out
from core.domain.knowledge.precedents import all_precedents
from core.domain.matching.scoring import PARTS, Weights


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


def test_a_band_says_how_many_times_as_common_its_scores_are_among_right_pairs() -> None:
    # Two haves: of right pairs half lie from 10 points on, of others a tenth.
    haves = np.array([[[0.0, 1.0], [0.8, 0.2]], [[1.0, 0.0], [1.0, 0.0]]])
    low, high = bands.measured(haves)
    assert (high.right, high.others, high.times) == (0.5, pytest.approx(0.1), pytest.approx(5.0))
    assert (low.right, low.others, low.times) == (0.5, pytest.approx(0.9), pytest.approx(5 / 9))
    assert low.interval[0] <= low.times <= low.interval[1]


def test_a_have_named_in_two_settings_counts_once_and_what_is_below_the_floor_is_no_suggestion() -> None:
    none = np.zeros((1, 2))
    parts = dict.fromkeys(PARTS, none)
    # Evidence × 0.875: kind the same, distance, quantity and season at their neutral values of nothing known.
    unknown = {part: np.full((1, 2), np.nan) for part in ("distance", "quantity", "timing")}
    right = np.array([[True, False]])

    def scored(of_right: float, of_other: float) -> Cases:
        weights = Weights()
        text = np.array([[of_right, of_other]]) * weights.evidence / 0.875 / weights.text
        return Cases((), (), {**parts, **unknown, "text": text}, right, ("ash",))

    one, two = scored(0.31, 0.098), scored(0.21, 0.02)
    shares = bands.by_have([("exchanges", one), ("exchanges", two)], (0, 10, 20, 30))
    assert shares.tolist() == [[[0, 0, 0.5, 0.5], [1, 0, 0, 0]]]
    assert len(bands.by_have([("exchanges", one), ("parks", two)], (0, 10, 20, 30))) == 2
