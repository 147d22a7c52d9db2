"""What the score of a pair is called: strong, good or worth a try, and what these words rest on.

A score of 23 of 100 is a good one, since hardly any pair drawn at random reaches it; the bare number says the contrary
to whoever sees it first. The thresholds stand where, in the evaluation cases, the score tells right pairs from others
clearly better than in the band below (docs/matching.md; decision record 0024); `python -m core evaluate --bands`
measures them again. Only the score of `scoring` has these words: firms by activity, merged haves, shared use and chains
have other scales.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from core.domain.matching.scoring import FLOOR

POINTS = 100  # a score of 1


class Strength(StrEnum):
    """How promising a suggested pair is, in a word; the best first. No word says that it will work."""

    STRONG = "strong"
    GOOD = "good"
    WORTH_A_TRY = "worth_a_try"


@dataclass(frozen=True)
class Band:
    """The scores of one word: from how many of 100 points on, and how many times as common among right pairs."""

    least_points: int
    times: int


BANDS: Mapping[Strength, Band] = {
    Strength.STRONG: Band(30, 65),
    Strength.GOOD: Band(20, 25),
    Strength.WORTH_A_TRY: Band(round(FLOOR * POINTS), 6),
}
"""By word, the best first. `times` is the share of right pairs with such a score divided by the share of other pairs
with one, rounded; tests/slow measures it again."""
CASES = 681
"""Distinct haves with known right partners that `times` was measured on: published exchanges and written cases of
rounds 1 and 2."""


def points(score: float) -> int:
    """Return a score in whole points, as it is shown.

    >>> points(0.234)
    23
    """
    return round(score * POINTS)


def strength(score: float) -> Strength:
    """Return the word for the score of a suggested pair; the points that are shown decide.

    The figures of a pair that is told coarsely may add up to a little less than the floor: worth a try, like all that
    is suggested.

    >>> [strength(score).value for score in (0.33, 0.23, 0.144)]
    ['strong', 'good', 'worth_a_try']
    """
    for word, band in BANDS.items():
        if points(score) >= band.least_points:
            return word
    return Strength.WORTH_A_TRY
