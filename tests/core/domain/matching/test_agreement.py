"""Whether answers and ranking agree: literals are worked out by hand."""

import math

import numpy as np
import pandas as pd
import pytest

from core.domain.choices import AnswerReason
from core.domain.matching import agreement
from core.domain.matching.agreement import Band

USEFUL, NOT = "useful", "not_useful"
Line = tuple[str, str, str | None, float | None, int | None]


def said(*lines: Line) -> pd.DataFrame:
    """Answers (want, verdict, reason, score, rank), all about one have."""
    columns = ["want_id", "verdict", "reason", "score", "rank"]
    frame = pd.DataFrame(list(lines), columns=columns)
    return frame.assign(sort="pairs", have_id="have", other_card_id=None, other_firm_id=None)


def twenty() -> list[Line]:
    """Ten useful pairs at ranks 1 and 2 with 70 or 55 points, ten useless ones at ranks 3 and 12 with 55 or 28."""
    good: list[Line] = [
        (f"g{n}", USEFUL, None, 0.70 if n < 6 else 0.55, 1 if n < 6 else 2) for n in range(10)
    ]
    bad: list[Line] = [
        (f"b{n}", NOT, "price", 0.55 if n < 2 else 0.28, 3 if n < 2 else 12) for n in range(10)
    ]
    return good + bad


def test_below_twenty_answers_there_are_only_counts() -> None:
    found = agreement.agreement(said(*twenty()[:19]))

    assert (found.answered, found.useful, found.reasons) == (19, 10, {AnswerReason.PRICE: 9})
    assert (found.by_score, found.by_rank, found.auc, found.auc_interval) == ((), (), None, None)


def test_no_answer_at_all_is_an_answer() -> None:
    assert agreement.agreement(said()) == agreement.Agreement(0, 0, {})


def test_useful_pairs_are_counted_by_the_score_and_rank_they_were_shown_with() -> None:
    found = agreement.agreement(said(*twenty()))

    assert found.by_score == (
        Band(0.0, 0.2, 0, 0),
        Band(0.2, 0.3, 8, 0),
        Band(0.3, 0.4, 0, 0),
        Band(0.4, 0.5, 0, 0),
        Band(0.5, 0.6, 6, 4),
        Band(0.6, None, 6, 6),
    )
    assert found.by_rank == (
        Band(1, 2, 6, 6),
        Band(2, 4, 6, 4),
        Band(4, 6, 0, 0),
        Band(6, 11, 0, 0),
        Band(11, None, 8, 0),
    )
    assert found.by_score[4].share == pytest.approx(2 / 3)
    assert math.isnan(found.by_rank[2].share)


def test_the_auc_counts_pairs_of_a_useful_and_a_useless_one() -> None:
    found = agreement.agreement(said(*twenty()))

    # 10 × 10 comparisons: six at 70 win all ten, four at 55 win eight and tie with two: 60 + 4 × 9 = 96.
    assert found.auc == pytest.approx(0.96)
    assert found.auc_interval is not None
    assert found.auc_interval[0] < 0.96 < found.auc_interval[1] < 1


def test_where_all_say_the_same_there_is_nothing_to_tell_apart() -> None:
    all_useful = [(f"w{n}", USEFUL, None, 0.5, 1) for n in range(20)]

    found = agreement.agreement(said(*all_useful))

    assert (found.useful, found.auc) == (20, None)


def test_a_pair_answered_for_both_firms_counts_once_and_not_useful_wins() -> None:
    found = agreement.agreement(said(("w", USEFUL, None, 0.5, 1), ("w", NOT, "legal", 0.5, 4)))

    assert (found.answered, found.useful, found.reasons) == (1, 0, {AnswerReason.LEGAL: 1})


def test_reasons_come_most_often_first() -> None:
    found = agreement.agreement(
        said(("a", NOT, "price", 0.5, 1), ("b", NOT, "too_far", 0.5, 1), ("c", NOT, "too_far", 0.5, 1))
    )

    assert list(found.reasons.items()) == [(AnswerReason.TOO_FAR, 2), (AnswerReason.PRICE, 1)]


def test_an_answer_about_a_pair_that_was_no_suggestion_has_no_band() -> None:
    found = agreement.agreement(said(*twenty(), ("x", NOT, "price", None, None)))

    assert found.answered == 21
    assert sum(band.answered for band in found.by_score) == 20
    assert found.auc == pytest.approx(0.96)


def test_the_interval_of_an_auc_ends_where_its_own_error_reaches_what_was_found() -> None:
    low, high = agreement.auc_interval(0.75, 10, 10)

    for end in (low, high):
        # Newcombe's variance with N* = (10 + 10) / 2 − 1 = 9 and 10 × 10 comparisons
        variance = end * (1 - end) / 100 * (1 + 9 * (1 - end) / (2 - end) + 9 * end / (1 + end))
        assert abs(0.75 - end) == pytest.approx(1.959964 * math.sqrt(variance))
    assert low < 0.75 < high


def test_chance_stays_within_the_interval_of_few_answers() -> None:
    low, high = agreement.auc_interval(0.6, 10, 10)

    assert low < 0.5 < high


def test_a_perfect_auc_still_has_an_interval() -> None:
    assert agreement.auc(np.array([0.9, 0.8]), np.array([0.2])) == 1.0
    low, high = agreement.auc_interval(1.0, 10, 10)
    assert 0.7 < low < 0.9
    assert high == 1.0
