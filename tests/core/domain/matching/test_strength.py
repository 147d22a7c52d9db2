"""The word for a score."""

from itertools import pairwise

import pytest

from core.domain.matching.agreement import SCORES_FROM
from core.domain.matching.scoring import FLOOR
from core.domain.matching.strength import BANDS, POINTS, Strength, points, strength


@pytest.mark.parametrize(
    ("score", "word"),
    [
        (1.0, Strength.STRONG),
        (0.3, Strength.STRONG),
        (0.2951, Strength.STRONG),  # shown as 30
        (0.2949, Strength.GOOD),  # shown as 29
        (0.23, Strength.GOOD),
        (0.2, Strength.GOOD),
        (0.19, Strength.WORTH_A_TRY),
        (0.1, Strength.WORTH_A_TRY),
        (0.09, Strength.WORTH_A_TRY),  # suggested, and told coarsely
    ],
)
def test_a_score_has_the_word_of_the_points_that_are_shown(score: float, word: Strength) -> None:
    assert strength(score) is word


def test_each_word_has_its_band_the_best_first_and_the_last_begins_where_suggestions_begin() -> None:
    assert list(BANDS) == list(Strength)
    least = [band.least_points for band in BANDS.values()]
    assert least == sorted(set(least), reverse=True)
    assert least[-1] == points(FLOOR) == FLOOR * POINTS


def test_a_better_word_is_told_of_what_is_clearly_commoner_among_right_pairs() -> None:
    times = [band.times for band in BANDS.values()]
    assert all(better >= 2 * worse for better, worse in pairwise(times)) and times[-1] > 1


def test_answers_are_counted_apart_for_each_word() -> None:
    starts = {band.least_points / POINTS for word, band in BANDS.items() if word is not Strength.WORTH_A_TRY}
    assert starts <= set(SCORES_FROM)
