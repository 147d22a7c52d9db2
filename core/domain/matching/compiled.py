"""The loops that run over all pairs of cards, compiled by numba: import this module only where it is called.

Every score comes from the same few functions, in whichever list it shows up. Inner functions take plain arrays, since
numba counts references to every array of a tuple that is passed on.
"""

import math
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple, TypeVar, cast

import numba
import numpy as np
import numpy.typing as npt

from core.domain.matching.features import Features

F = TypeVar("F", bound=Callable[..., Any])
Floats = npt.NDArray[np.float64]
Singles = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.int32]
Bools = npt.NDArray[np.bool_]

TEXT, CONCEPT, PRECEDENT, SECTOR, USE, CODE, KIND, DISTANCE, QUANTITY, TIMING = range(10)
# columns of Features.marks, EXCLUDED and all after it
FIRM, KIND_OF, REACH, ZONE, UNIT, MONTHS, HAS_SECTOR, EXCLUDED = range(8)
EARTH_DIAMETER_KM = 2 * 6371.0088
NOTHING = np.zeros((4, 0))
ROUND = 1e12  # scores are kept to 12 decimals: equal sums must be equal whatever the order of their terms

# numba keeps a compiled function while its own file stays the same, even if one that it calls in another file has
# changed: it would go on reading columns that have moved, exclusions among them. So each state has its folder.
_FILES = [path.read_bytes() for path in sorted(Path(__file__).parent.glob("*.py"))]
_STATE = blake2b(b"".join(text for text in _FILES if b"\n@compiled" in text), digest_size=8).hexdigest()
_FOLDER = str(Path(__file__).parent / "__pycache__" / f"compiled-{_STATE}")
numba.config.CACHE_DIR = _FOLDER  # type: ignore[attr-defined]  # set while numba is imported


def compiled(function: F) -> F:
    """Return the compiled function, kept on disk; it runs beside other threads."""
    return cast(F, numba.njit(nogil=True, cache=True, error_model="numpy")(function))


def quick(function: F) -> F:
    """Return the compiled function, its sums in any order and without nan: for bounds, never for scores."""
    return cast(F, numba.njit(nogil=True, cache=True, error_model="numpy", fastmath=True)(function))


class Rule(NamedTuple):
    """What scores are made with: weights and neutral values in the order above, reach by row of reach.csv."""

    weights: Floats
    neutral: Floats
    half_km: Floats
    limit_km: Floats  # row 0 holds for what is given, row 1 for what is wanted
    flows: int
    likeness: Floats  # of two waste codes that share 2, 4, 6 digits


@compiled
def weigh(features: Features, idf: Floats) -> Floats:
    """Return the weights of the words of all cards, each card's row of length 1."""
    start, column, count, tf = features.text_start, features.text_column, features.text_count, features.tf
    found = np.zeros(len(column))
    for row in range(len(start) - 1):
        total = 0.0
        for k in range(start[row], start[row + 1]):
            found[k] = tf[count[k]] * idf[column[k]]
            total += found[k] * found[k]
        for k in range(start[row], start[row + 1]):
            found[k] /= math.sqrt(total)
    return found


@compiled
def _spread(row: int, start: Ints, column: Numbers, value: npt.NDArray[Any], onto: Floats) -> None:
    for k in range(start[row], start[row + 1]):
        onto[column[k]] = value[k]


@compiled
def _wipe(row: int, start: Ints, column: Numbers, off: Floats) -> None:
    for k in range(start[row], start[row + 1]):
        off[column[k]] = 0.0


@compiled
def _text(row: int, start: Ints, column: Numbers, weight: Floats, words: Floats) -> float:
    """Return the cosine of a card with the one whose words are spread out."""
    dot = 0.0
    for k in range(start[row], start[row + 1]):
        dot += words[column[k]] * weight[k]
    return min(1.0, dot)


@compiled
def _best(
    row: int, start: Ints, column: Numbers, value: Singles, known: Floats, bounds: Ints
) -> tuple[float, float, float, float]:
    """Return concept, precedent, sector and use of a card with the one whose row of `known` is spread out."""
    concept, precedent, sector, use = 0.0, 0.0, 0.0, 0.0
    precedents, sectors, uses = bounds[0], bounds[1], bounds[2]
    for k in range(start[row], start[row + 1]):
        product = known[column[k]] * value[k]
        if column[k] < precedents:
            concept = max(concept, product)
        elif column[k] < sectors:
            precedent = max(precedent, product)
        elif column[k] < uses:
            sector = max(sector, product)
        else:
            use = max(use, product)
    return concept, precedent, sector, use


@compiled
def _codes(
    start: Ints, code: Numbers, i: int, start_other: Ints, code_other: Numbers, j: int, likeness: Floats
) -> float:
    """Return how near the nearest two waste codes of two cards are; nan where one has none."""
    best = -1.0
    for k in range(start[i], start[i + 1]):
        for m in range(start_other[j], start_other[j + 1]):
            one, other = code[k], code_other[m]
            value = 0.0
            if one == other:
                value = likeness[2]
            elif one // 100 == other // 100:
                value = likeness[1]
            elif one // 10_000 == other // 10_000:
                value = likeness[0]
            best = max(best, value)
    return best if best >= 0 else np.nan


@compiled
def _months(value: int) -> int:
    count = 0
    while value:
        value &= value - 1
        count += 1
    return count


@compiled
def _season(one: int, other: int) -> float:
    """Return the share of the shorter season's months that lie in the other one."""
    return float(_months(one & other) / min(_months(one), _months(other)))


@compiled
def circumstance(
    marks: Ints, places: Floats, have: int, marks_of_wants: Ints, places_of_wants: Floats, want: int,
    half_km: Floats, limit_km: Floats, flows: int,
) -> tuple[float, float, float, float, bool]:  # fmt: skip
    """Return kind, distance, quantity and timing of a pair, and whether the two may be paired.

    Not paired are cards of one firm, excluded pairs, and a want beyond the reach of the have. What is given decides how
    far it travels; two places in one zone are always near.
    """
    one, other = marks[have], marks_of_wants[want]
    may = one[FIRM] != other[FIRM] or one[FIRM] < 0
    for word in range(EXCLUDED, len(one)):
        may = may and (one[word] & other[word]) == 0
    kind = np.nan
    if one[KIND_OF] >= 0 and other[KIND_OF] >= 0:
        kind = 0.5 if one[KIND_OF] < flows and other[KIND_OF] < flows else 0.0
        if one[KIND_OF] == other[KIND_OF]:
            kind = 1.0
    from_, to = places[have], places_of_wants[want]
    square = (from_[0] - to[0]) ** 2 + (from_[1] - to[1]) ** 2 + (from_[2] - to[2]) ** 2
    km = EARTH_DIAMETER_KM * math.asin(min(1.0, math.sqrt(square) / 2)) if square >= 0 else np.nan
    if one[ZONE] != 0 and one[ZONE] == other[ZONE]:
        km = 0.0
    reach = one[REACH] if one[REACH] > 0 else other[REACH]
    may = may and not km > min(limit_km[0, reach], limit_km[1, other[REACH]])
    quantity, timing = np.nan, np.nan
    if one[UNIT] == other[UNIT]:
        quantity = 1 / (1 + abs(from_[3] - to[3]))
    if one[MONTHS] and other[MONTHS]:
        timing = _season(one[MONTHS], other[MONTHS])
    return kind, half_km[reach] / (half_km[reach] + km), quantity, timing, may


@compiled
def _value(value: float, neutral: float) -> float:
    return neutral if np.isnan(value) else value


@compiled
def fit_of(
    weights: Floats, neutral: Floats, kind: float, distance: float, quantity: float, timing: float
) -> float:
    """Return by how much the circumstances scale the evidence."""
    lost = weights[KIND] * (1 - _value(kind, neutral[KIND]))
    lost += weights[DISTANCE] * (1 - _value(distance, neutral[DISTANCE]))
    lost += weights[QUANTITY] * (1 - _value(quantity, neutral[QUANTITY]))
    lost += weights[TIMING] * (1 - _value(timing, neutral[TIMING]))
    return float(1 - lost)


@compiled
def evidence_of(
    weights: Floats,
    neutral: Floats,
    text: float,
    best: tuple[float, float, float, float],
    sector: float,
    code: float,
) -> float:
    """Return the weighted mean of the evidence, 0 where there is none; `sector` and `code` may be nan."""
    concept, precedent, _, use = best
    named = weights[TEXT] * text + weights[CONCEPT] * concept + weights[PRECEDENT] * precedent
    is_known = named + weights[USE] * use > 0
    is_known |= (weights[SECTOR] > 0 and sector > 0) or (weights[CODE] > 0 and code > 0)
    if not is_known:
        return 0.0
    known = named + weights[SECTOR] * _value(sector, neutral[SECTOR]) + weights[USE] * use
    total = known + weights[CODE] * _value(code, neutral[CODE])
    return float(total / weights[:KIND].sum())


@compiled
def score_rows(
    a: Features, i: int, b: Features, rows: Ints, a_gives: bool, rule: Rule,
    words: Floats, known: Floats, listed: Floats, found: Floats,
) -> None:  # fmt: skip
    """Set in `found` the score of row i of `a` with each of the rows of `b`; `words` and `known` are 0 and stay so.

    `listed` holds what `in_common` found, or nothing.
    """
    found[:] = 0
    _spread(i, a.text_start, a.text_column, a.text_weight, words)
    _spread(i, a.known_start, a.known_column, a.known_value, known)
    text_start, text_column, text_weight = b.text_start, b.text_column, b.text_weight
    known_start, known_column, known_value = b.known_start, b.known_column, b.known_value
    own_code_start, own_code, code_start, code = a.code_start, a.code, b.code_start, b.code
    marks_a, marks_b, places_a, places_b = a.marks, b.marks, a.places, b.places
    weights, neutral, half_km, limit_km = rule.weights, rule.neutral, rule.half_km, rule.limit_km
    likeness, flows, has_sector = rule.likeness, rule.flows, a.marks[i, HAS_SECTOR] != 0
    bounds = b.bounds
    for place in range(len(rows)):
        j = rows[place]
        text = _text(j, text_start, text_column, text_weight, words)
        if listed.shape[1]:
            best = listed[0, j], listed[1, j], listed[2, j], listed[3, j]
        else:
            best = _best(j, known_start, known_column, known_value, known, bounds)
        sector = best[2] if has_sector and marks_b[j, HAS_SECTOR] else np.nan
        nearest = _codes(own_code_start, own_code, i, code_start, code, j, likeness)
        evidence = evidence_of(weights, neutral, text, best, sector, nearest)
        if evidence == 0:
            continue
        if a_gives:
            fit = circumstance(marks_a, places_a, i, marks_b, places_b, j, half_km, limit_km, flows)
        else:
            fit = circumstance(marks_b, places_b, j, marks_a, places_a, i, half_km, limit_km, flows)
        if fit[4]:
            score = evidence * fit_of(weights, neutral, fit[0], fit[1], fit[2], fit[3])
            found[place] = np.rint(score * ROUND) / ROUND
    _wipe(i, a.text_start, a.text_column, words)
    _wipe(i, a.known_start, a.known_column, known)


@compiled
def scores_of_one(
    a: Features, i: int, b: Features, rows: Ints, a_gives: bool, rule: Rule, listed: Floats
) -> Floats:
    """Return the score of row i of `a` with each of the rows of `b`, 0 for those that are not paired.

    `listed` holds what `in_common` found, or nothing (`NOTHING`): then it is worked out row by row.
    """
    found = np.zeros(len(rows))
    score_rows(a, i, b, rows, a_gives, rule, np.zeros(len(b.idf)), np.zeros(b.bounds[-1]), listed, found)
    return found


@compiled
def in_common(
    one: Features, i: int, start: Ints, having: npt.NDArray[np.uint32], value: Singles, rows: int
) -> Floats:
    """Return concept, precedent, sector and use (4 × rows) of row i with all rows, by lists of who has what."""
    found = np.zeros((4, rows))
    for k in range(one.known_start[i], one.known_start[i + 1]):
        column = one.known_column[k]
        part = np.searchsorted(one.bounds, column, side="right")
        own, best = np.float64(one.known_value[k]), found[part]
        for m in range(start[column], start[column + 1]):
            best[having[m]] = max(best[having[m]], own * value[m])
    return found


@compiled
def parts_of_pairs(a: Features, rows_a: Ints, b: Features, rows_b: Ints, rule: Rule) -> Floats:
    """Return pairs × parts of haves in `a` and wants in `b`, nan where unknown, whether or not they may be paired."""
    words, known, found = np.zeros(len(b.idf)), np.zeros(b.bounds[-1]), np.zeros((len(rows_a), TIMING + 1))
    text_start, text_column, text_weight = b.text_start, b.text_column, b.text_weight
    known_start, known_column, known_value = b.known_start, b.known_column, b.known_value
    marks_a, marks_b, places_a, places_b = a.marks, b.marks, a.places, b.places
    half_km, limit_km, bounds = rule.half_km, rule.limit_km, b.bounds
    last = -1
    for place in range(len(rows_a)):
        i, j, parts = rows_a[place], rows_b[place], found[place]
        if i != last:
            if last >= 0:
                _wipe(last, a.text_start, a.text_column, words)
                _wipe(last, a.known_start, a.known_column, known)
            _spread(i, a.text_start, a.text_column, a.text_weight, words)
            _spread(i, a.known_start, a.known_column, a.known_value, known)
            last = i
        parts[TEXT] = _text(j, text_start, text_column, text_weight, words)
        best = _best(j, known_start, known_column, known_value, known, bounds)
        parts[CONCEPT], parts[PRECEDENT], parts[USE] = best[0], best[1], best[3]
        parts[SECTOR] = best[2] if marks_a[i, HAS_SECTOR] and marks_b[j, HAS_SECTOR] else np.nan
        parts[CODE] = _codes(a.code_start, a.code, i, b.code_start, b.code, j, rule.likeness)
        fit = circumstance(marks_a, places_a, i, marks_b, places_b, j, half_km, limit_km, rule.flows)
        parts[KIND], parts[DISTANCE], parts[QUANTITY], parts[TIMING] = fit[:4]
    return found
