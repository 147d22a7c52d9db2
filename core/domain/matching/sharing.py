"""Shared use: two haves, or two wants, of firms near one another that one service could serve together.

Two firms with the same waste can be fetched on one round, two that look for the same course can book it together. What
can be shared, between cards of which kind, and how fast it wanes with distance stands in data/knowledge/shared_use.csv
as editable data, our own assumptions. Nearness is the very reason here, so cards without a known place take no part.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy import sparse
from sparse_dot_topn import sp_matmul_topn

from core.domain import distance
from core.domain.choices import Direction, Kind
from core.domain.datafiles import rows_of
from core.domain.knowledge import concepts, mentions
from core.domain.matching import exclusions, fitting
from core.domain.matching.cards import Card
from core.domain.text import terms

Floats = npt.NDArray[np.float64]
Rows = npt.NDArray[np.int64]

FLOOR = 0.35
"""Below it nothing is said. Our own choice: two cards that surely name one thing may lie up to the half distance of
shared_use.csv apart and a little more; what is only alike must be next door."""
PER_CARD = 3  # partners of one card: who is asked by more than that answers nobody
LEAST_ALIKE = 0.45
SAME_CODE = 0.7  # what the same waste code says: one licence, one collector, perhaps not one lorry
_NEAREST = 60  # cards looked at for each
COLUMNS = ("one_id", "other_id", "form", "score", "alike", "near", "distance_km")


class Form(StrEnum):
    """What two firms would use together."""

    COLLECTION = "collection"
    DELIVERY = "delivery"
    TRANSPORT = "transport"
    STORAGE = "storage"
    CAPACITY = "capacity"
    ADVICE = "advice"
    WORKFORCE = "workforce"
    TECHNOLOGY = "technology"


@dataclass(frozen=True)
class SharedUse:
    """One line of shared_use.csv; `half_km` is the distance that halves the nearness of two firms."""

    form: Form
    direction: Direction
    kind: Kind
    half_km: float


@cache
def shared_uses() -> tuple[SharedUse, ...]:
    """Return the lines of shared_use.csv in the order of the file."""
    return tuple(
        SharedUse(Form(row["form"]), Direction(row["direction"]), Kind(row["kind"]), float(row["half_km"]))
        for row in rows_of("shared_use.csv")
    )


def shared(cards: Sequence[Card], apart: Collection[tuple[str, str]] = ()) -> pd.DataFrame:
    """Return pairs of cards of different firms that one service could serve, best first, ties by ids.

    Pairs of ids that are `apart` are left out before the list is cut off.

    Columns: one_id, other_id (in the order of ids), form, score = alike × near, alike (0–1, how far both speak of the
    same: by concepts, words or waste code, whichever says most), near (0–1), distance_km as the crow flies. At most
    PER_CARD for each card, counted by the card that has the better reason.
    """
    found = [
        _of_use(use, [card for card in cards if (card.direction, card.kind) == (use.direction, use.kind)])
        for use in shared_uses()
    ]
    frame = pd.concat([one for one in found if len(one)] or [pd.DataFrame(columns=list(COLUMNS))])
    if apart:
        pairs = zip(frame["one_id"], frame["other_id"], strict=True)
        frame = frame[np.array([pair not in apart for pair in pairs], dtype=bool)]
    frame = frame.sort_values(
        ["score", "one_id", "other_id"], ascending=[False, True, True], ignore_index=True
    )
    return _few_for_each(frame)


def _of_use(use: SharedUse, cards: Sequence[Card]) -> pd.DataFrame:
    placed = sorted(
        (card for card in cards if card.lat is not None and card.lon is not None), key=lambda c: c.id
    )
    one, other = _candidates(placed)
    lat, lon = (
        np.array([getattr(card, axis) for card in placed], dtype=np.float64) for axis in ("lat", "lon")
    )
    km = distance.crow_flies_km(lat[one], lon[one], lat[other], lon[other])
    near = distance.nearness(km, np.array(use.half_km))
    alike = np.maximum(fitting.alike(placed, one, other), _same_words(placed, one, other))
    if use.form is Form.COLLECTION:  # on a want, codes only say what would do
        alike = np.maximum(alike, _same_code(placed, one, other))
    score = alike * near
    kept = np.flatnonzero((score >= FLOOR) & (alike >= LEAST_ALIKE) & ~_kept_apart(placed, one, other))
    ids = np.array([card.id for card in placed], dtype=object)
    return pd.DataFrame(
        {
            "one_id": ids[one[kept]],
            "other_id": ids[other[kept]],
            "form": use.form.value,
            "score": score[kept],
            "alike": alike[kept],
            "near": near[kept],
            "distance_km": km[kept],
        }
    )


def _candidates(cards: Sequence[Card]) -> tuple[Rows, Rows]:
    """Return pairs of rows, the first below the second, of different firms with some word, concept or code alike."""
    if len(cards) < 2:
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    about = concepts.opened(mentions.concepts_of(cards), concepts.concept_base().takes)
    both = sparse.hstack([about, _words(cards), _codes(cards)], format="csr")
    near = sp_matmul_topn(both, both.T.tocsr(), top_n=_NEAREST, n_threads=2).tocoo()
    firms = np.array([card.firm_id for card in cards], dtype=object)
    pairs = np.unique(np.sort(np.stack([near.row, near.col], axis=1).astype(np.int64), axis=1), axis=0)
    apart = np.array(firms[pairs[:, 0]] != firms[pairs[:, 1]], dtype=bool)
    return pairs[apart, 0], pairs[apart, 1]


def _kept_apart(cards: Sequence[Card], one: Rows, other: Rows) -> npt.NDArray[np.bool_]:
    """Return which pairs an exclusion keeps off one vehicle or store: a danger beside what it must never reach.

    Two things of the same danger may travel together.
    """
    danger = exclusions.masks([replace(card, direction=Direction.HAVE) for card in cards])
    use = exclusions.masks([replace(card, direction=Direction.WANT) for card in cards])
    met = (danger[one] & use[other] & ~danger[other]) | (danger[other] & use[one] & ~danger[one])
    return np.asarray(met.any(axis=1))


def _same_words(cards: Sequence[Card], one: Rows, other: Rows) -> Floats:
    return _dots(_words(cards), one, other) if len(one) else np.zeros(0)


def _same_code(cards: Sequence[Card], one: Rows, other: Rows) -> Floats:
    if not len(one):
        return np.zeros(0)
    return np.where(_dots(_codes(cards), one, other) > 0, SAME_CODE, 0.0)


def _words(cards: Sequence[Card]) -> sparse.csr_matrix:
    from sklearn.feature_extraction.text import TfidfVectorizer

    names = [card.name for card in cards]
    if not any(terms(name) for name in names):
        return sparse.csr_matrix((len(cards), 1))
    return sparse.csr_matrix(TfidfVectorizer(analyzer=terms, sublinear_tf=True).fit_transform(names))


def _codes(cards: Sequence[Card]) -> sparse.csr_matrix:
    known = {
        code: column for column, code in enumerate(sorted({c for card in cards for c in card.waste_codes}))
    }
    places = [(row, known[code]) for row, card in enumerate(cards) for code in card.waste_codes]
    rows, columns = zip(*places, strict=True) if places else ((), ())
    return sparse.csr_matrix((np.ones(len(places)), (rows, columns)), shape=(len(cards), max(len(known), 1)))


def _dots(matrix: sparse.csr_matrix, one: Rows, other: Rows) -> Floats:
    sums: Floats = np.asarray(matrix[one].multiply(matrix[other]).sum(axis=1), dtype=np.float64).ravel()
    return sums


def _few_for_each(frame: pd.DataFrame) -> pd.DataFrame:
    count: dict[str, int] = {}
    kept = []
    for row, pair in enumerate(zip(frame["one_id"], frame["other_id"], strict=True)):
        if all(count.get(card, 0) < PER_CARD for card in pair):
            kept.append(row)
            count |= {card: count.get(card, 0) + 1 for card in pair}
    return frame.iloc[kept].reset_index(drop=True)
