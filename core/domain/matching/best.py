"""The best counterparts of all cards at once: candidates first, then exact scores.

Which share of the exact best is kept, tests/bench measures; `matching.rank_one` needs no candidates.
"""

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
from scipy import sparse

from core.domain.matching.features import Features, Rows, rule, taken
from core.domain.matching.index import Segment
from core.domain.matching.scoring import Weights

if TYPE_CHECKING:
    from core.domain.matching import candidates, compiled

Floats = npt.NDArray[np.float64]
Singles = npt.NDArray[np.float32]

THREADS = 2
SMALL = 1_000_000  # up to so many pairs candidates are exact
MOST_RELATED = 0.7  # more is rare where nothing else speaks for a pair
IGNORED = 0.02  # of a score: what can add no more is not looked up for candidates
EXTRA = 3  # candidates more than asked for, since their order is not exact yet
TRIES = 20  # counterparts that tell what the best of a card reach, beside those whose own try it is
TELLING = 4  # things known by which they are looked for
_SOME = 1e-4  # what single precision may lose
_CODE_COLUMNS = 10_100 + 1_000_000


def lists(whole: Segment, top: int, order: Rows, weights: Weights) -> tuple[Floats, Rows, Floats, Rows]:
    """Return haves × top (scores, rows of wants) and wants × top (scores, rows of haves), best first, −1 for none."""
    from core.domain.matching import toplists

    features, haves, wants = whole.features, np.flatnonzero(whole.gives), np.flatnonzero(~whole.gives)
    keys = _candidates(features, haves, wants, top, order, rule(weights))
    rows_a, rows_b = keys // len(order), keys % len(order)
    halves = np.array_split(np.arange(len(keys)), THREADS)
    with ThreadPoolExecutor(THREADS) as pool:
        scored = pool.map(
            lambda some: toplists.scores_of_pairs(features, rows_a[some], rows_b[some], rule(weights)), halves
        )
        scores = np.concatenate(list(scored))
    place_of = np.zeros(len(order), dtype=np.int64)
    place_of[haves], place_of[wants] = np.arange(len(haves)), np.arange(len(wants))
    of_haves, of_wants = _empty(len(haves), top), _empty(len(wants), top)
    toplists.take(rows_a, rows_b, scores, order, place_of, *of_haves)
    toplists.take(rows_b, rows_a, scores, order, place_of, *of_wants)
    return *of_haves, *of_wants


def _candidates(
    features: Features, haves: Rows, wants: Rows, top: int, order: Rows, made_with: "compiled.Rule"
) -> Rows:
    """Return pairs as row of the have × number of cards + row of the want, sorted: the likely best of each card."""
    from core.domain.matching import candidates

    count = top + EXTRA
    ignored, most_related = (0.0, 1.0) if len(haves) * len(wants) <= SMALL else (IGNORED, MOST_RELATED)
    side = _side_by_side(features)
    of_haves, of_wants = _leasts(features, haves, wants, side, top, made_with)
    least_of = np.zeros(len(order))
    least_of[wants] = of_wants

    directions = short(features.directions)

    def work(blocks: list[Rows]) -> list[Rows]:
        have_scores, have_wants = _empty(len(haves), count)
        found = []
        for block in blocks:
            want_scores, want_haves = _empty(len(block), count)
            candidates.candidates(
                features, directions, haves, block, _postings(features, block), _beside(features, block), order,
                made_with, have_scores, have_wants, want_scores, want_haves, of_haves, least_of[block], ignored,
                most_related,
            )  # fmt: skip
            row, place = np.nonzero(want_haves >= 0)
            found.append(want_haves[row, place] * len(order) + block[row])
        row, place = np.nonzero(have_wants >= 0)
        return [*found, haves[row] * len(order) + have_wants[row, place]]

    blocks = [block for block in _neighbours(wants, side) if len(block)]
    with ThreadPoolExecutor(THREADS) as pool:
        found = pool.map(work, [blocks[part::THREADS] for part in range(THREADS)])
        return distinct(np.concatenate([keys for lists in found for keys in lists]))


def distinct(keys: Rows) -> Rows:
    """Return the distinct numbers, sorted; `np.unique` hashes them, which takes several times as long."""
    ordered = np.sort(keys)
    is_new = np.ones(len(ordered), dtype=np.bool_)
    is_new[1:] = np.diff(ordered) > 0
    found: Rows = ordered[is_new]
    return found


def _leasts(
    features: Features, haves: Rows, wants: Rows, side: Rows, top: int, made_with: "compiled.Rule"
) -> tuple[Floats, Floats]:
    """Return for each have and each want a score that its best surely reach, in the scale of candidates."""
    from core.domain.matching import compiled, toplists

    def work(
        rows: Rows, others: Rows, gives: bool
    ) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.int32], Floats]:
        others = others[np.argsort(side[others])]
        some = taken(features, others)
        start, place, _ = _by_column(
            some.known_start, some.known_column, some.known_value, int(some.bounds[2])
        )
        having = others[place].astype(np.int32)
        parts = made_with.weights[compiled.CONCEPT : compiled.CODE]
        columns = toplists.telling(features, rows, start, parts, TELLING)
        alike = np.lexsort(
            (side[rows], columns[:, 0])
        )  # such of one sort one after the other: less is fetched
        found, scores = toplists.seeds(
            features, rows[alike], columns[alike], start, having, side, gives, made_with, TRIES
        )
        return alike, found, scores

    place_of = np.zeros(len(features.marks), dtype=np.int64)
    place_of[haves], place_of[wants] = np.arange(len(haves)), np.arange(len(wants))
    with ThreadPoolExecutor(THREADS) as pool:
        seeds = list(pool.map(work, (haves, wants), (wants, haves), (True, False)))
    sides = (haves, _empty(len(haves), top)), (wants, _empty(len(wants), top))
    for (rows, own), (_, others), (alike, found, scores) in zip(sides, sides[::-1], seeds, strict=True):
        toplists.take_seeds(rows[alike], found, scores, place_of, *own, *others)
    scale = (1 - 3 * IGNORED - _SOME) * made_with.weights[: compiled.KIND].sum()
    of_haves, of_wants = (best[:, -1] * scale for _, (best, _) in sides)
    return np.maximum(of_haves, _SOME), np.maximum(of_wants, _SOME)


def _empty(rows: int, top: int) -> tuple[Floats, Rows]:
    return np.zeros((rows, top)), np.full((rows, top), -1, dtype=np.int64)


def _postings(features: Features, wants: Rows) -> "candidates.Postings":
    from core.domain.matching import candidates

    some = taken(features, wants)
    weights = some.text_weight.astype(np.float32)
    by_word = _by_column(some.text_start, some.text_column, weights, len(some.idf))
    known_start, known_want, known_value = _by_column(
        some.known_start, some.known_column, some.known_value, int(some.bounds[2])
    )
    column = np.repeat(np.arange(len(known_start) - 1), np.diff(known_start))
    greatest_first = np.lexsort((-known_value, column))
    by_known = known_start, known_want[greatest_first], known_value[greatest_first]
    codes = np.stack([some.code // 10_000, some.code // 100 + 100, some.code + 10_100], axis=1).ravel()
    by_code = _by_column(some.code_start * 3, codes, np.ones(len(codes), np.float32), _CODE_COLUMNS)
    sorts = np.searchsorted(some.bounds, np.arange(some.bounds[2]), side="right").astype(np.int32)
    return candidates.Postings(*by_word, *by_known, by_code[0], by_code[1], sorts)


def _beside(features: Features, wants: Rows) -> "candidates.Block":
    from core.domain.matching import candidates

    places, kind = features.places[wants], features.kinds[wants] + 1
    starts = np.arange(0, len(wants), candidates.STEP)
    is_placed = ~np.isnan(places[:, 0])
    points = np.where(is_placed[:, np.newaxis], places[:, :3], 0.0)
    placed = np.maximum(np.add.reduceat(is_placed.astype(np.float64), starts), 1)
    middle = np.add.reduceat(points, starts, axis=0) / placed[:, np.newaxis]
    step = np.arange(len(wants)) // candidates.STEP
    apart = np.where(is_placed, np.sqrt(((points - middle[step]) ** 2).sum(axis=1)), 0.0)
    spread = np.maximum.reduceat(apart, starts) + 2 * ~np.logical_and.reduceat(is_placed, starts)
    lowest, highest = np.minimum.reduceat(kind, starts), np.maximum.reduceat(kind, starts)
    around = np.ascontiguousarray(np.column_stack([middle, spread]).T.astype(np.float32))
    return candidates.Block(
        features.marks[wants],
        places,
        short(features.directions[wants]),
        around,
        np.where(lowest == highest, lowest, -1),
    )


def short(directions: Singles) -> npt.NDArray[np.int8]:
    """Return directions in whole 127ths."""
    return np.asarray(np.rint(directions * np.float32(127)), dtype=np.int8)


def _side_by_side(features: Features) -> Rows:
    """Return the place of each card in a row where such of one kind and place are side by side."""
    cells = np.round(np.nan_to_num(features.places[:, :3], nan=9.0) * 100)
    ordered = np.lexsort((cells[:, 2], cells[:, 1], cells[:, 0], features.kinds))
    found = np.empty(len(ordered), dtype=np.int64)
    found[ordered] = np.arange(len(ordered))
    return found


def _neighbours(wants: Rows, side: Rows) -> list[Rows]:
    """Return the wants in blocks for each thread, neighbours in one STEP."""
    from core.domain.matching import candidates

    ordered = wants[np.argsort(side[wants])]
    steps = np.arange(len(wants)) // candidates.STEP
    parts = THREADS * -(-len(wants) // (THREADS * candidates.BLOCK))
    return [ordered[steps % parts == part] for part in range(parts)]


def _by_column(
    starts: Rows, columns: npt.NDArray[Any], values: Singles, width: int
) -> tuple[Rows, npt.NDArray[np.uint32], Singles]:
    turned = sparse.csr_matrix((values, columns, starts), shape=(len(starts) - 1, width)).tocsc()
    return turned.indptr.astype(np.int64), turned.indices.astype(np.uint32), turned.data
