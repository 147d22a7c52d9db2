"""Whether the order of suggestions agrees with the advisors: what they answered, by the score and rank they were shown.

Only what was shown can be answered: this says how well the ranking orders what it proposes, not what it leaves out. It
changes nothing by itself; weights are set by people, on evidence that is written down (docs/matching.md).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from math import sqrt

import numpy as np
import numpy.typing as npt
import pandas as pd

from core.domain.choices import AnswerReason, Verdict
from core.domain.matching.answers import KEY

LEAST = 20  # answers; from fewer no share or AUC is worth saying
SCORES_FROM = (0.0, 0.2, 0.3, 0.4, 0.5, 0.6)  # where bands begin; pairs are good from 0.2, strong from 0.3
RANKS_FROM = (1, 2, 4, 6, 11)  # the first place alone, 2–3, 4–5, 6–10, and what stood further down
_Z = 1.959964  # 95 %
_STEPS = 60  # halvings: far beyond what a double holds
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Band:
    """Answered suggestions shown with a score or rank from `low` to below `high` (None: without end)."""

    low: float
    high: float | None
    answered: int
    useful: int

    @property
    def share(self) -> float:
        """Return the share of useful ones, nan where nothing was answered."""
        return self.useful / self.answered if self.answered else float("nan")

    @property
    def interval(self) -> tuple[float, float]:
        """Return Wilson's 95 % interval of the share."""
        return wilson(self.useful, self.answered)


@dataclass(frozen=True)
class Agreement:
    """What advisors answered, one verdict a suggestion. Bands, `auc` and its 95 % interval: empty below LEAST answers.

    `auc` is the chance that a useful one was shown with a higher score than one that is not (equal scores: half); None
    too where one of the verdicts is missing. `reasons` are those of what is not useful, most often first.
    """

    answered: int
    useful: int
    reasons: Mapping[AnswerReason, int]
    by_score: tuple[Band, ...] = ()
    by_rank: tuple[Band, ...] = ()
    auc: float | None = None
    auc_interval: tuple[float, float] | None = None


def agreement(standing: pd.DataFrame) -> Agreement:
    """Return how far the ranking and the standing answers to one sort of suggestion agree.

    `standing` has the columns answers.KEY, verdict, reason, score and rank, latest first. What was answered for several
    of its firms counts once, as not useful if it is so to one of them.
    """
    pairs = _one_each(standing)
    useful = pairs["verdict"] == Verdict.USEFUL.value
    said = pairs["reason"][~useful].dropna().value_counts()
    reasons = {AnswerReason(str(code)): int(count) for code, count in said.items()}
    counted = Agreement(len(pairs), int(useful.sum()), reasons)
    if counted.answered < LEAST:
        return counted
    found, interval = _separation(pairs["score"], useful)
    return replace(
        counted,
        by_score=_bands(pairs["score"], useful, SCORES_FROM),
        by_rank=_bands(pairs["rank"], useful, RANKS_FROM),
        auc=found,
        auc_interval=interval,
    )


def _one_each(standing: pd.DataFrame) -> pd.DataFrame:
    refused_first = standing.sort_values("verdict", kind="stable")  # "not_useful" before "useful"
    return refused_first.drop_duplicates(list(KEY))


def _bands(
    values: "pd.Series[float]", useful: "pd.Series[bool]", starts: Sequence[float]
) -> tuple[Band, ...]:
    known = values.astype(float)
    bands = []
    for low, high in zip_longest(starts, starts[1:]):
        inside = (known >= low) & (known < (np.inf if high is None else high))
        bands.append(Band(low, high, int(inside.sum()), int((inside & useful).sum())))
    return tuple(bands)


def _separation(
    scores: "pd.Series[float]", useful: "pd.Series[bool]"
) -> tuple[float | None, tuple[float, float] | None]:
    known = scores.notna()
    good = np.array(scores[known & useful], dtype=np.float64)
    bad = np.array(scores[known & ~useful], dtype=np.float64)
    if len(good) + len(bad) < LEAST or not len(good) or not len(bad):
        return None, None
    found = auc(good, bad)
    return found, auc_interval(found, len(good), len(bad))


def auc(good: Floats, bad: Floats) -> float:
    """Return the chance that one of `good` is above one of `bad`, equals counting half.

    >>> auc(np.array([0.9, 0.5]), np.array([0.5, 0.1]))
    0.875
    """
    return float(np.mean((good[:, None] > bad) + 0.5 * (good[:, None] == bad)))


def auc_interval(found: float, good: int, bad: int) -> tuple[float, float]:
    """Return the 95 % interval of an AUC from `good` and `bad` values: Newcombe's method 5.

    The ends are the AUCs whose own standard error just reaches `found`, so that even an AUC of 1 has an interval. R. G.
    Newcombe, Statistics in Medicine 25 (2006) 559–573.

    >>> [round(end, 2) for end in auc_interval(1.0, 10, 10)]
    [0.8, 1.0]
    """
    more = (good + bad) / 2 - 1

    def error(true: float) -> float:
        spread = 1 + more * (1 - true) / (2 - true) + more * true / (1 + true)
        return _Z * sqrt(max(true * (1 - true), 0) * spread / (good * bad))

    low = _edge(found, 0.0, error)
    return low, _edge(found, 1.0, error)


def _edge(found: float, end: float, error: Callable[[float], float]) -> float:
    """Return the value between `found` and `end` furthest away that is still within its own error of `found`."""
    inside, outside = found, end
    if abs(found - end) <= error(end):
        return end
    for _ in range(_STEPS):
        middle = (inside + outside) / 2
        if abs(found - middle) <= error(middle):
            inside = middle
        else:
            outside = middle
    return inside


def wilson(hits: int, of: int) -> tuple[float, float]:
    """Return Wilson's 95 % interval of a share.

    >>> [round(end, 3) for end in wilson(8, 10)]
    [0.49, 0.943]
    """
    if not of:
        return float("nan"), float("nan")
    share, square = hits / of, _Z**2
    middle = (share + square / (2 * of)) / (1 + square / of)
    half = _Z * sqrt(share * (1 - share) / of + square / (4 * of**2)) / (1 + square / of)
    return max(0.0, middle - half), min(1.0, middle + half)
