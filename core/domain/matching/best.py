"""The best counterparts of all cards at once: candidates first, then exact scores.

Which share of the exact best is kept, tests/bench measures; `ranking.rank_one` needs no candidates.
"""

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from core.domain.matching import blocks
from core.domain.matching.features import Features, Rows, rule, taken
from core.domain.matching.index import Segment
from core.domain.matching.scoring import PARTS, Weights

if TYPE_CHECKING:
    from core.domain.matching import compiled

Floats = npt.NDArray[np.float64]

THREADS = 2
SMALL = 1_000_000  # up to so many pairs all are scored
IGNORED = 0.012  # of a score: what can add no more is not looked up for candidates
EXTRA = 8  # candidates more than asked for, since their order is not exact yet
TRIES = 20  # counterparts that tell what the best of a card reach, beside those whose own try it is
TELLING = 6  # things known by which they are looked for
AMPLE = 0.8  # of what the best have of such a thing: others are not tried
STEPS = 60  # counterparts of one thing that are looked at for some that may be paired
_LEAST = 1e-4  # a score that counts
_SOME = 0.01  # more than sums of two bytes may lose


class Pairs(NamedTuple):
    """Pairs that are among the best of either card: rows of have and want, sorted by these in the order of ids; scores;
    the place of the want in the have's list and of the have in the want's, 1 is best, 0 is beyond; pairs × parts."""

    haves: Rows
    wants: Rows
    scores: Floats
    want_ranks: Rows
    have_ranks: Rows
    parts: Floats


class _Trials(NamedTuple):
    """Cards that give or take, such of one sort one after the other (less is then fetched into the processor); what
    tells most of each (cards × TELLING); who has ample of it: where each thing's counterparts begin, and these."""

    gives: bool
    rows: Rows
    columns: Rows
    start: Rows
    having: npt.NDArray[np.int32]


_NONE: Rows = np.zeros(0, dtype=np.int64)
NO_PAIRS = Pairs(_NONE, _NONE, np.zeros(0), _NONE, _NONE, np.zeros((0, len(PARTS))))


def pairs(whole: Segment, top: int | None, order: Rows, weights: Weights) -> Pairs:
    """Return the best `top` pairs of each have and each want, or all that have a score.

    `order` says where the id of a row stands.
    """
    from core.domain.matching import toplists

    by_id, features, made_with = np.argsort(order), whole.features, rule(weights)
    haves, wants = by_id[whole.gives[by_id]], by_id[~whole.gives[by_id]]
    if top is None or len(haves) * len(wants) <= SMALL:
        a, b, scores = _every(features, haves, wants, made_with)
        parts = None
    else:
        keys, alike = _candidates(features, haves, wants, top, order, made_with)
        a, b = by_id[keys // len(order)], by_id[keys % len(order)]
        parts = _parts(features, a, b, made_with, alike)
        scores = toplists.scores_of_parts(parts, made_with)
    with ThreadPoolExecutor(THREADS) as pool:
        of_haves, of_wants = pool.map(lambda own: _ranks(own, scores, len(order), top), (a, b))
    kept = np.flatnonzero((of_haves > 0) | (of_wants > 0))
    a, b = a[kept], b[kept]
    parts = _parts(features, a, b, made_with, haves) if parts is None else parts[kept]
    return Pairs(a, b, scores[kept], of_haves[kept], of_wants[kept], parts)


def _every(
    features: Features, haves: Rows, wants: Rows, made_with: "compiled.Rule"
) -> tuple[Rows, Rows, Floats]:
    """Return rows of have and want and the score of all pairs that have one, in the order given."""
    from core.domain.matching import compiled

    def work(some: Rows) -> list[Floats]:
        return [
            compiled.scores_of_one(features, have, features, wants, True, made_with, compiled.NOTHING)
            for have in some
        ]

    with ThreadPoolExecutor(THREADS) as pool:
        rows = [scores for found in pool.map(work, np.array_split(haves, THREADS)) for scores in found]
    found = [np.flatnonzero(scores) for scores in rows]
    scores = np.concatenate([scores[some] for scores, some in zip(rows, found, strict=True)])
    return np.repeat(haves, [len(some) for some in found]), wants[np.concatenate(found)], scores


def _parts(
    features: Features, haves: Rows, wants: Rows, made_with: "compiled.Rule", haves_in_order: Rows
) -> Floats:
    """Return pairs × parts, worked out for one have after the other in the order given: such of one sort have wants in
    common, which are then still in the processor."""
    from core.domain.matching import compiled

    place_of, found = np.zeros(len(features.marks), dtype=np.int64), np.empty((len(haves), len(PARTS)))
    place_of[haves_in_order] = np.arange(len(haves_in_order))

    def work(some: Rows) -> None:
        found[some] = compiled.parts_of_pairs(features, haves[some], features, wants[some], made_with)

    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(work, np.array_split(np.argsort(place_of[haves]), THREADS)))
    return found


def _ranks(own: Rows, scores: Floats, cards: int, top: int | None) -> Rows:
    """Return the place of each pair in the list of its card, 1 is best, 0 is beyond `top`; pairs come sorted by id."""
    from core.domain.matching import toplists

    if top is None:
        return np.asarray(pd.Series(-scores).groupby(own).rank(method="first"), dtype=np.int64)
    found: Rows = toplists.ranks(own, scores, _numbers(own, cards), top)
    return found


def _numbers(rows: Rows, cards: int) -> Rows:
    """Return a number from 0 for each card that stands in `rows`, by row."""
    is_there = np.zeros(cards, dtype=np.bool_)
    is_there[rows] = True
    return np.cumsum(is_there) - 1


def _candidates(
    features: Features, haves: Rows, wants: Rows, top: int, order: Rows, made_with: "compiled.Rule"
) -> tuple[Rows, Rows]:
    """Return pairs as place of the have's id × number of cards + place of the want's, sorted: the likely best; and the
    haves in an order in which such of one sort come one after the other."""
    from core.domain.matching import candidates

    count = top + EXTRA
    side = blocks.side_by_side(features)
    of_haves, of_wants, alike = _leasts(features, haves, wants, side, top, made_with)
    least_of = np.zeros(len(order))
    least_of[wants] = of_wants

    def work(some: list[Rows]) -> tuple[Floats, Rows, list[Rows]]:
        have_scores, have_wants = _empty(len(haves), count)
        found = []
        for block in some:
            want_scores, want_haves = _empty(len(block), count)
            candidates.candidates(
                features, haves, block, blocks.postings(features, block), blocks.beside(features, block),
                order, made_with, have_scores, have_wants, want_scores, want_haves, of_haves, least_of[block],
                IGNORED,
            )  # fmt: skip
            row, place = np.nonzero(want_haves >= 0)
            found.append(order[want_haves[row, place]] * len(order) + order[block[row]])
        return have_scores, have_wants, found

    several = [block for block in blocks.neighbours(wants, side, THREADS) if len(block)]
    with ThreadPoolExecutor(THREADS) as pool:
        found = list(pool.map(work, [several[part::THREADS] for part in range(THREADS)]))
    scores, others = (np.concatenate([one[column] for one in found], axis=1) for column in (0, 1))
    best = np.argpartition(-scores, count - 1, axis=1)[:, :count]
    others = np.take_along_axis(others, best, axis=1)
    row, place = np.nonzero(others >= 0)
    of_have = order[haves[row]] * len(order) + order[others[row, place]]
    return _distinct(np.concatenate([of_have, *(keys for _, _, lists in found for keys in lists)])), alike


def _distinct(keys: Rows) -> Rows:
    """Return the distinct numbers, sorted; `np.unique` hashes them, which takes several times as long."""
    ordered = np.sort(keys)
    is_new = np.ones(len(ordered), dtype=np.bool_)
    is_new[1:] = np.diff(ordered) > 0
    found: Rows = ordered[is_new]
    return found


def _leasts(
    features: Features, haves: Rows, wants: Rows, side: Rows, top: int, made_with: "compiled.Rule"
) -> tuple[Floats, Floats, Rows]:
    """Return for each have and each want a score that its best surely reach, in the scale of candidates; and the haves
    in an order in which such of one sort come one after the other."""
    from core.domain.matching import limits

    place_of = np.zeros(len(features.marks), dtype=np.int64)
    place_of[haves], place_of[wants] = np.arange(len(haves)), np.arange(len(wants))

    def seeds(part: tuple[_Trials, Rows]) -> tuple[npt.NDArray[np.int32], Floats]:
        one, some = part
        lists = one.start, one.having, side, one.gives
        return limits.seeds(features, one.rows[some], one.columns[some], *lists, made_with, TRIES, STEPS)

    with ThreadPoolExecutor(THREADS) as pool:
        both = list(
            pool.map(
                lambda rows, others, gives: _trials(features, rows, others, gives, side, top, made_with),
                *((haves, wants), (wants, haves), (True, False)),
            )
        )
        parts = [(one, some) for one in both for some in np.array_split(np.arange(len(one.rows)), THREADS)]
        found = list(pool.map(seeds, parts))
    lists = {True: _empty(len(haves), top), False: _empty(len(wants), top)}
    for (one, some), (tried, scores) in zip(parts, found, strict=True):
        limits.take_seeds(one.rows[some], tried, scores, place_of, *lists[one.gives], *lists[not one.gives])
    of_haves, of_wants = (best[:, -1] * (1 - 3 * IGNORED - _SOME) for best, _ in lists.values())
    return np.maximum(of_haves, _LEAST), np.maximum(of_wants, _LEAST), both[0].rows


def _trials(
    features: Features,
    rows: Rows,
    others: Rows,
    gives: bool,
    side: Rows,
    top: int,
    made_with: "compiled.Rule",
) -> _Trials:
    """Return with which counterparts some cards may be tried."""
    from core.domain.matching import compiled, limits

    others = others[np.argsort(side[others])]
    some = taken(features, others)
    start, place, value = blocks.by_column(
        some.known_start, some.known_column, some.known_value, int(some.bounds[-1])
    )
    reached = limits.reached(start, value, top)
    is_kept = value >= np.repeat(AMPLE * reached, np.diff(start))
    having, start = others[place[is_kept]].astype(np.int32), np.concatenate([[0], np.cumsum(is_kept)])[start]
    parts = made_with.weights[compiled.CONCEPT : compiled.CODE]
    columns = limits.telling(features, rows, reached, parts, TELLING)
    alike = np.lexsort((side[rows], columns[:, 0]))
    return _Trials(gives, rows[alike], columns[alike], start, having)


def _empty(rows: int, top: int) -> tuple[Floats, Rows]:
    return np.zeros((rows, top)), np.full((rows, top), -1, dtype=np.int64)
