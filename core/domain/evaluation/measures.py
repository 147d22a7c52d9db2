"""The yardsticks: what a ranking of wants for each have is worth, beside rankings that know nothing.

Figures are means over distinct resource names, so that five haves called "steam" count once.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import bm25s
import numpy as np
import numpy.typing as npt

from core.domain.choices import Direction
from core.domain.matching import ranking as matching
from core.domain.matching import scoring
from core.domain.matching.cards import Card
from core.domain.matching.features import Knowledge, parts_of_pairs
from core.domain.matching.scoring import Weights
from core.domain.text import terms

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]

MEASURES = ("auc", "ndcg10", "recall10", "mrr")
_RESAMPLES = 1_000
_SEED = 7


@dataclass(frozen=True)
class Setting:
    """What the cards of an evaluation say: language of haves and wants, and whether they carry NACE and activity."""

    have_language: str = "en"
    want_language: str = "en"
    with_nace: bool = True
    with_activity: bool = True

    def card(self, direction: Direction, name: str, activity: str, nace: str, card_id: str = "") -> Card:
        """Return a card that says only what the setting lets it say."""
        return Card(
            card_id,
            direction,
            name,
            activity=activity if self.with_activity else "",
            nace=(nace,) if self.with_nace and nace else (),
        )


@dataclass(frozen=True)
class Cases:
    """Haves against wants: the parts of all pairs, which pairs are right, and the name each have is counted under."""

    haves: tuple[Card, ...]
    wants: tuple[Card, ...]
    parts: Mapping[str, Floats]
    right: Bools
    groups: tuple[str, ...]


def parts(haves: Sequence[Card], wants: Sequence[Card], known: Knowledge) -> dict[str, Floats]:
    """Return the parts of all pairs, haves × wants each."""
    index = matching.build([*haves, *wants], known)
    a, b = np.repeat(index.haves, len(wants)), np.tile(index.wants, len(haves))
    flat = parts_of_pairs(index.features, a, index.features, b)
    return {part: values.reshape(len(haves), len(wants)) for part, values in flat.items()}


def scores(found: Cases, weights: Weights) -> Floats:
    """Return haves × wants: the score of each pair."""
    flat = {part: values.ravel() for part, values in found.parts.items()}
    total = sum(scoring.terms(flat, weights).values())
    return np.asarray(total, dtype=np.float64).reshape(found.right.shape)


def bm25(found: Cases) -> Floats:
    """Return haves × wants: BM25 (bm25s, its defaults) on the raw words of the cards."""
    corpus = [terms(f"{want.name} {want.description} {want.activity}") for want in found.wants]
    ranking = bm25s.BM25()
    ranking.index(corpus, show_progress=False)
    known = {word for words in corpus for word in words}
    rows = [[word for word in terms(f"{have.name} {have.activity}") if word in known] for have in found.haves]
    empty = np.zeros(len(corpus))
    return np.array([ranking.get_scores(words) if words else empty for words in rows], dtype=np.float64)


def commonest(found: Cases) -> Floats:
    """Return haves × wants: how many resource names each want is right for; flattered, since it counts its own."""
    first = np.unique(found.groups, return_index=True)[1]
    return np.tile(found.right[first].sum(axis=0).astype(np.float64), (len(found.right), 1))


def measured(score: Floats, found: Cases) -> Floats:
    """Return one row for each distinct resource name with the MEASURES, averaged over its haves."""
    by_have = np.array([_measures(*pair) for pair in zip(score, found.right, strict=True)])
    names = sorted(set(found.groups))
    groups = np.array(found.groups)
    return np.array([by_have[groups == name].mean(axis=0) for name in names])


def _measures(score: Floats, right: Bools) -> tuple[float, float, float, float]:
    """Return AUC, nDCG@10, recall@10 and reciprocal rank; ties count as the mean of all their orders in AUC.

    >>> [round(value, 3) for value in _measures(np.array([.9, .8, .7]), np.array([False, True, False]))]
    [0.5, 0.631, 1.0, 0.5]
    """
    good, bad = score[right], score[~right]
    auc = float(np.mean((good[:, None] > bad) + 0.5 * (good[:, None] == bad))) if len(bad) else 1.0
    order = np.lexsort((right, -score))  # among equals the wrong ones first
    hits = right[order]
    gain = float((hits[:10] / np.log2(np.arange(2, 2 + len(hits[:10])))).sum())
    best = float((1 / np.log2(np.arange(2, 2 + min(10, int(right.sum()))))).sum())
    return auc, gain / best, float(hits[:10].sum() / right.sum()), 1 / (1 + int(hits.argmax()))


def interval(rows: Floats) -> Floats:
    """Return the 2.5th and 97.5th percentile of the mean of each column, by resampling the rows."""
    chance = np.random.default_rng(_SEED)
    drawn = chance.integers(0, len(rows), (_RESAMPLES, len(rows)))
    return np.asarray(np.percentile(rows[drawn].mean(axis=1), [2.5, 97.5], axis=0), dtype=np.float64)


def mean_by_name(hits: Sequence[bool], groups: Sequence[str]) -> float:
    """Return the share of hits, averaged over names.

    >>> mean_by_name([True, False, False], ["ash", "ash", "glass"])
    0.25
    """
    names = np.array(groups)
    values = np.array(hits, dtype=np.float64)
    return float(np.mean([values[names == name].mean() for name in sorted(set(groups))]))
