"""The ranking: from cards to scored pairs of a have and a want.

TF-IDF over the words of the cards is the backbone; the other parts are in `scoring`. Every list is exact, and every
score comes from one compiled function (`compiled`), so that a pair has one score wherever it shows up.
"""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import numpy.typing as npt
import pandas as pd

from core.domain.choices import Direction
from core.domain.matching import best, scoring
from core.domain.matching.cards import Card
from core.domain.matching.features import (
    Features,
    Rows,
    features_of,
    parts_of_pairs,
    rule,
    weighed_like,
    written_terms_of,
)
from core.domain.matching.index import Index, Segment, build, updated
from core.domain.matching.scoring import PARTS, Weights

__all__ = ["Index", "build", "rank_all", "rank_one", "shared_terms", "updated"]

Floats = npt.NDArray[np.float64]

THREADS = 2
WORTH_THREADS = 5_000  # rows


def rank_one(
    index: Index, card: Card, top: int | None = 10, weights: Weights | None = None, least: float = 0.0
) -> pd.DataFrame:
    """Rank the counterparts of one card, which need not be in the index, with a score above 0 and of at least `least`.

    Columns: have_id, want_id, rank, score, one for each of PARTS. Words that no card of the index holds do not count.
    """
    weights = weights or Weights()
    gives = card.direction is Direction.HAVE
    own, row = _own(index, card)
    frames = [
        _counterparts(index, segment, card, own, row, weights, top, least)
        for segment in (index.main, index.tail)
    ]
    ids, scores, segments, rows = (np.concatenate(columns) for columns in zip(*frames, strict=True))
    if top is not None and len(scores) > top:
        kept = np.flatnonzero(scores >= np.partition(scores, -top)[-top])
        ids, scores, segments, rows = ids[kept], scores[kept], segments[kept], rows[kept]
    order = np.lexsort((ids.astype(str), -scores))[:top]
    ids, scores, segments, rows = ids[order], scores[order], segments[order], rows[order]
    parts = {part: np.full(len(rows), np.nan) for part in PARTS}
    for number, segment in enumerate((index.main, index.tail)):
        here = np.flatnonzero(segments == number)
        same = np.full(len(here), row)
        pairs = (
            (own, same, segment.features, rows[here]) if gives else (segment.features, rows[here], own, same)
        )
        for part, values in parts_of_pairs(*pairs).items():
            parts[part][here] = values
    mine = np.full(len(ids), card.id, dtype=object)
    return pd.DataFrame(
        {
            "have_id": mine if gives else ids,
            "want_id": ids if gives else mine,
            "rank": np.arange(1, len(ids) + 1),
            "score": scores,
            **scoring.terms(parts, weights),
        }
    )


def _own(index: Index, card: Card) -> tuple[Features, int]:
    """Return the features of a card and its row there."""
    if card.id in index:
        segment, row = index.place(card.id)
        if segment.cards[row] == card:
            return segment.features, row
    features = features_of([card], index.columns, index.knowledge, grow=False)
    return weighed_like(features, index.main.features, index.documents), 0


def _counterparts(
    index: Index,
    segment: Segment,
    card: Card,
    own: Features,
    row: int,
    weights: Weights,
    top: int | None,
    least: float,
) -> tuple[npt.NDArray[np.object_], Floats, Rows, Rows]:
    """Return id, score, number of the segment and row of the counterparts of a card in a segment."""
    wanted = Direction.WANT if card.direction is Direction.HAVE else Direction.HAVE
    rows = index.side(segment, wanted)
    scores = _scores(own, row, segment, rows, wanted, weights)
    found = np.flatnonzero((scores > 0) & (scores >= least))
    if top is not None and len(found) > top:
        found = found[
            scores[found] >= np.partition(scores[found], -top - 1)[-top - 1]
        ]  # one may be the card itself
    found = found[segment.ids[rows[found]] != card.id]
    number = np.full(len(found), 0 if segment is index.main else 1)
    return segment.ids[rows[found]], scores[found], number, rows[found]


def _scores(
    own: Features, row: int, segment: Segment, rows: Rows, direction: Direction, weights: Weights
) -> Floats:
    """Return the score of a card with some rows of a segment, all of one direction."""
    from core.domain.matching import compiled

    others, made_with, own_gives = segment.features, rule(weights), direction is Direction.WANT
    if len(rows) < WORTH_THREADS:
        return compiled.scores_of_one(own, row, others, rows, own_gives, made_with, compiled.NOTHING)
    listed = compiled.in_common(own, row, *segment.having(direction), len(others.marks))
    with ThreadPoolExecutor(THREADS) as pool:
        halves = pool.map(
            lambda some: compiled.scores_of_one(own, row, others, some, own_gives, made_with, listed),
            np.array_split(rows, THREADS),
        )
        return np.concatenate(list(halves))


def rank_all(index: Index, top: int | None = 10, weights: Weights | None = None) -> pd.DataFrame:
    """Rank wants for each have and haves for each want.

    Columns: have_id, want_id, score, one for each of PARTS (terms that add up to the score), want_rank (place of the
    want in the have's list, 1 is best) and have_rank (place of the have in the want's list). Pairs that are among the
    best `top` of either card (None: all pairs with a score), by score, then ids; a rank beyond `top` is 0.
    """
    weights = weights or Weights()
    whole = index.whole
    order = np.empty(len(whole.ids), dtype=np.int64)
    order[np.argsort(whole.ids.astype(str), kind="stable")] = np.arange(len(whole.ids))
    has_both = len(index.haves) and len(index.wants)
    pairs = best.pairs(whole, top, order, weights) if has_both else best.NO_PAIRS
    by_score = np.argsort(-pairs.scores, kind="stable")
    with ThreadPoolExecutor(THREADS) as pool:
        terms = list(
            pool.map(lambda some: _terms(pairs.parts[some], weights), np.array_split(by_score, THREADS))
        )
    ids = pd.array(whole.ids, dtype="str")  # turned into pandas' texts once, not for each pair
    return pd.DataFrame(
        {
            "have_id": ids.take(pairs.haves[by_score]),
            "want_id": ids.take(pairs.wants[by_score]),
            "score": pairs.scores[by_score],
            **{part: np.concatenate([one[part] for one in terms]) for part in PARTS},
            "want_rank": pairs.want_ranks[by_score],
            "have_rank": pairs.have_ranks[by_score],
        }
    )


def _terms(parts: Floats, weights: Weights) -> dict[str, Floats]:
    """Return the terms of the scores of pairs × parts."""
    return scoring.terms(dict(zip(PARTS, np.ascontiguousarray(parts.T), strict=True)), weights)


def shared_terms(index: Index, a: str, b: str) -> list[str]:
    """Return the words of card `a`, as written there, that card `b` has too, the telling ones first."""
    common = {term for term, _ in written_terms_of(index.card(b))}
    written: dict[str, str] = {}
    for term, text in written_terms_of(index.card(a)):
        if term in common:
            written.setdefault(term, text)
    idf = index.main.features.idf
    ordered = sorted(written, key=lambda term: (-idf[index.columns[term]], term))
    return list(dict.fromkeys(written[term] for term in ordered))
