"""The ranking: from cards to scored pairs of a have and a want.

TF-IDF (scikit-learn) over the words of the cards is the backbone; the other parts are in `scoring`. All evidence is
laid side by side as one sparse matrix, so that a single sparse product finds the candidates; only these are scored
part by part. The same pair function serves all lists, so a pair has one score wherever it shows up.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pandas as pd
from sklearn.feature_extraction.text import TfidfVectorizer
from sparse_dot_topn import sp_matmul_topn

from core.domain import scoring
from core.domain.cards import Card
from core.domain.features import (
    Features,
    Knowledge,
    features_of,
    knowledge,
    parts_of_pairs,
    stacked,
    terms_of,
    written_terms_of,
)
from core.domain.model import Direction
from core.domain.precedents import Precedent
from core.domain.scoring import PARTS, Weights

Rows = npt.NDArray[np.int64]

SMALL = 4_000_000  # up to so many pairs every one is scored; beyond, candidates are drawn first
CHUNK = 200_000
_ROUNDING = 12  # decimals: equal sums must stay equal whatever the order of their terms


@dataclass(frozen=True)
class Index:
    """Cards ready to be ranked; made by `build`. `haves` and `wants` are row numbers into `cards`."""

    cards: tuple[Card, ...]
    vectorizer: TfidfVectorizer
    features: Features
    knowledge: Knowledge
    firms: dict[str, int]
    haves: Rows
    wants: Rows

    @cached_property
    def row_of(self) -> dict[str, int]:
        """Return the row number by card id."""
        return {card.id: row for row, card in enumerate(self.cards)}

    @cached_property
    def id_order(self) -> Rows:
        """Return for each row the place of its id in the order of all ids: what ties are broken by."""
        order = np.empty(len(self.cards), dtype=np.int64)
        order[sorted(range(len(self.cards)), key=lambda row: self.cards[row].id)] = np.arange(len(self.cards))
        return order


def build(cards: Sequence[Card], known: Knowledge | None = None) -> Index:
    """Make an index of cards; ids must be distinct. `known` replaces all knowledge, for evaluation."""
    known = known or knowledge()
    vectorizer = TfidfVectorizer(analyzer=terms_of, sublinear_tf=True)
    firms: dict[str, int] = {}
    if any(terms_of(card) for card in cards):
        vectorizer.fit(cards)
    return Index(
        cards=tuple(cards),
        vectorizer=vectorizer,
        features=features_of(cards, vectorizer, known, firms),
        knowledge=known,
        firms=firms,
        haves=np.array(
            [row for row, card in enumerate(cards) if card.direction is Direction.HAVE], dtype=np.int64
        ),
        wants=np.array(
            [row for row, card in enumerate(cards) if card.direction is Direction.WANT], dtype=np.int64
        ),
    )


def _scored(a: Features, rows_a: Rows, b: Features, rows_b: Rows, weights: Weights) -> pd.DataFrame:
    """Return columns a, b (rows), score and the terms of pairs with a score, but for one firm's and excluded ones."""
    apart = (a.firm[rows_a] != b.firm[rows_b]) | (a.firm[rows_a] < 0)
    apart &= (a.excluded[rows_a] & b.excluded[rows_b]) == 0
    rows_a, rows_b = rows_a[apart], rows_b[apart]
    frames = []
    for start in range(0, max(len(rows_a), 1), CHUNK):
        some_a, some_b = rows_a[start : start + CHUNK], rows_b[start : start + CHUNK]
        terms = scoring.terms(parts_of_pairs(a, some_a, b, some_b), weights)
        frame = pd.DataFrame({"a": some_a, "b": some_b, "score": sum(terms.values()), **terms})
        frame["score"] = frame["score"].round(_ROUNDING)
        frames.append(frame[frame["score"] > 0])
    return pd.concat(frames, ignore_index=True)


def _candidates(index: Index, top: int | None, weights: Weights) -> tuple[Rows, Rows]:
    """Return pairs (row of a have, row of a want) among which the best `top` of each card are found."""
    haves = stacked(index.features, index.haves, weights)
    wants = stacked(index.features, index.wants, weights)
    if top is None or haves.shape[0] * wants.shape[0] <= SMALL:
        found = (haves @ wants.T).tocoo()
        return index.haves[found.row], index.wants[found.col]
    firms = index.features.firm
    most = int(np.bincount(firms[firms >= 0]).max(initial=0))
    count = 2 * top + 30 + min(most, 1000)
    forward = sp_matmul_topn(haves, wants.T.tocsr(), top_n=count, n_threads=2).tocoo()
    backward = sp_matmul_topn(wants, haves.T.tocsr(), top_n=count, n_threads=2).tocoo()
    keys = np.concatenate(
        [
            forward.row.astype(np.int64) * wants.shape[0] + forward.col,
            backward.col.astype(np.int64) * wants.shape[0] + backward.row,
        ]
    )
    keys = np.unique(keys)
    return index.haves[keys // wants.shape[0]], index.wants[keys % wants.shape[0]]


def rank_all(index: Index, top: int | None = 10, weights: Weights | None = None) -> pd.DataFrame:
    """Rank wants for each have and haves for each want.

    Columns: have_id, want_id, score, one for each of PARTS (terms that add up to the score), want_rank (place of the
    want in the have's list, 1 is best) and have_rank (place of the have in the want's list). Pairs that are among the
    best `top` of either card (None: all pairs with a score), by score, then ids; a rank beyond `top` is 0.
    """
    weights = weights or Weights()
    if not len(index.haves) or not len(index.wants):
        return _named(index, pd.DataFrame(columns=["a", "b", "score", *PARTS, "want_rank", "have_rank"]))
    rows_a, rows_b = _candidates(index, top, weights)
    frame = _scored(index.features, rows_a, index.features, rows_b, weights)
    order = index.id_order
    by_score = np.lexsort((order[frame["b"]], order[frame["a"]], -frame["score"]))
    frame = frame.iloc[by_score].reset_index(drop=True)
    frame["want_rank"] = frame.groupby("a").cumcount() + 1
    by_want = np.lexsort((order[frame["a"]], -frame["score"]))
    frame["have_rank"] = frame.iloc[by_want].groupby("b").cumcount() + 1
    if top is not None:
        for column in ("want_rank", "have_rank"):
            frame[column] = frame[column].where(frame[column] <= top, 0)
        frame = frame[(frame["want_rank"] > 0) | (frame["have_rank"] > 0)].reset_index(drop=True)
    return _named(index, frame)


def _named(index: Index, frame: pd.DataFrame) -> pd.DataFrame:
    ids = np.array([card.id for card in index.cards], dtype=object)
    frame.insert(0, "have_id", ids[frame["a"].astype(np.int64)])
    frame.insert(1, "want_id", ids[frame["b"].astype(np.int64)])
    return frame.drop(columns=["a", "b"])


def rank_one(index: Index, card: Card, top: int | None = 10, weights: Weights | None = None) -> pd.DataFrame:
    """Rank the counterparts of one card, which need not be in the index: columns as `rank_all`, and `rank`."""
    weights = weights or Weights()
    rows = index.wants if card.direction is Direction.HAVE else index.haves
    one = features_of([card], index.vectorizer, index.knowledge, dict(index.firms))
    zero = np.zeros(1, dtype=np.int64)
    product = (stacked(one, zero, weights) @ stacked(index.features, rows, weights).T).tocoo()
    rows = rows[product.col]
    rows = rows[np.array([index.cards[row].id != card.id for row in rows], dtype=bool)]
    zeros = np.zeros(len(rows), dtype=np.int64)
    if card.direction is Direction.HAVE:
        frame = _scored(one, zeros, index.features, rows, weights).rename(columns={"b": "row"})
    else:
        frame = _scored(index.features, rows, one, zeros, weights).rename(columns={"a": "row"})
    frame = frame.iloc[np.lexsort((index.id_order[frame["row"]], -frame["score"]))].head(
        top if top else len(frame)
    )
    other = np.array([index.cards[row].id for row in frame["row"]], dtype=object)
    own = np.full(len(frame), card.id, dtype=object)
    is_have = card.direction is Direction.HAVE
    result = pd.DataFrame({"have_id": own if is_have else other, "want_id": other if is_have else own})
    result["rank"] = np.arange(1, len(frame) + 1)
    return pd.concat([result, frame[["score", *PARTS]].reset_index(drop=True)], axis=1)


def shared_terms(index: Index, a: str, b: str) -> list[str]:
    """Return the words of card `a`, as written there, that card `b` has too, the telling ones first."""
    first, second = index.cards[index.row_of[a]], index.cards[index.row_of[b]]
    common = {term for term, _ in written_terms_of(second)}
    written: dict[str, str] = {}
    for term, text in written_terms_of(first):
        if term in common:
            written.setdefault(term, text)
    idf = index.vectorizer.idf_
    columns = index.vectorizer.vocabulary_
    ordered = sorted(written, key=lambda term: (-idf[columns[term]], term))
    return list(dict.fromkeys(written[term] for term in ordered))


def precedent_of(index: Index, have_id: str, want_id: str) -> Precedent | None:
    """Return the precedent that speaks most for a pair, None if none does."""
    rows = index.row_of[have_id], index.row_of[want_id]
    both = (index.features.precedent[rows[0]].multiply(index.features.precedent[rows[1]])).toarray().ravel()
    return index.knowledge.precedents.precedents[int(both.argmax())] if both.any() else None
