"""What the best of each card surely reach, known before all pairs are looked at: compiled loops that try a few.

Tried are the counterparts nearest to a card of those that have most of what it is most about.
"""

import math

import numpy as np
import numpy.typing as npt

from core.domain.matching.compiled import (
    EARTH_DIAMETER_KM,
    EXCLUDED,
    FIRM,
    REACH,
    ZONE,
    Floats,
    Ints,
    Numbers,
    Rule,
    Singles,
    compiled,
    score_rows,
)
from core.domain.matching.features import Features

Bools = npt.NDArray[np.bool_]


@compiled
def reached(start: Ints, value: Singles, count: int) -> Singles:
    """Return for each column how much so many counterparts have of it at least, 0 where there are fewer."""
    found, best = np.zeros(len(start) - 1, np.float32), np.zeros(count, np.float32)
    for column in range(len(found)):
        best[:] = 0
        for k in range(start[column], start[column + 1]):
            place = count - 1
            if value[k] <= best[place]:
                continue
            while place > 0 and value[k] > best[place - 1]:
                best[place] = best[place - 1]
                place -= 1
            best[place] = value[k]
        found[column] = best[count - 1]
    return found


@compiled
def telling(one: Features, rows: Ints, reached: Singles, weights: Floats, columns: int) -> Ints:
    """Return rows × columns: the things known by which the best of each card reach most, the greatest first, or −1."""
    found = np.full((len(rows), columns), -1)
    values = np.zeros(columns)
    for number in range(len(rows)):
        i, best = rows[number], found[number]
        values[:] = 0
        for k in range(one.known_start[i], one.known_start[i + 1]):
            column = one.known_column[k]
            part = np.searchsorted(one.bounds, column, side="right")
            value, place = weights[part] * one.known_value[k] * reached[column], columns - 1
            if value <= values[place]:
                continue
            while place > 0 and value > values[place - 1]:
                values[place], best[place] = values[place - 1], best[place - 1]
                place -= 1
            values[place], best[place] = value, column
    return found


@compiled
def _may_be_paired(one: Features, have: int, want: int, limit_km: Floats) -> bool:
    """Return what `circumstance` says of it but for rounding, at less cost."""
    given, wanted = one.marks[have], one.marks[want]
    if given[FIRM] == wanted[FIRM] and given[FIRM] >= 0:
        return False
    for word in range(EXCLUDED, len(given)):
        if given[word] & wanted[word] != 0:
            return False
    reach = given[REACH] if given[REACH] > 0 else wanted[REACH]
    limit = min(limit_km[0, reach], limit_km[1, wanted[REACH]])
    from_, to = one.places[have], one.places[want]
    chord = math.sqrt((from_[0] - to[0]) ** 2 + (from_[1] - to[1]) ** 2 + (from_[2] - to[2]) ** 2)
    return not EARTH_DIAMETER_KM / 2 * chord > limit or given[ZONE] == wanted[ZONE] != 0


@compiled
def _place_in(start: int, end: int, having: Numbers, side: Ints, own: int) -> int:
    """Return where a card would stand in a part of a list sorted by `side`."""
    low, high = start, end
    while low < high:
        middle = (low + high) // 2
        if side[having[middle]] < own:
            low = middle + 1
        else:
            high = middle
    return low


@compiled
def _walk(
    one: Features, i: int, start: int, end: int, having: Numbers, side: Ints, gives: bool, limit_km: Floats,
    steps: int, others: Ints, count: int,
) -> int:  # fmt: skip
    """Add to the `count` others new ones of a list that may be paired with a card, the nearest; return how many now."""
    right = _place_in(start, end, having, side, side[i])
    left, before = right - 1, count
    for _ in range(steps):
        if count == len(others) or (left < start and right >= end):
            break
        if right >= end or (left >= start and side[i] - side[having[left]] <= side[having[right]] - side[i]):
            other, left = having[left], left - 1
        else:
            other, right = having[right], right + 1
        have, want = (i, other) if gives else (other, i)
        is_new = _may_be_paired(one, have, want, limit_km)
        for earlier in range(before):
            is_new &= others[earlier] != other
        if is_new:
            others[count] = other
            count += 1
    return count


@compiled
def seeds(
    one: Features, rows: Ints, columns: Ints, start: Ints, having: Numbers, side: Ints, gives: bool, rule: Rule,
    tries: int, steps: int,
) -> tuple[Numbers, Floats]:  # fmt: skip
    """Return rows × tries some counterparts that share what each card is about (−1: none), and their scores.

    They are those nearest to it, by `side`, that may be paired with it, among the nearest `steps` of each column;
    `having` holds the counterparts by column of `known`, in that order.
    """
    words, known, nothing = np.zeros(len(one.idf)), np.zeros(one.bounds[-1]), np.zeros((4, 0))
    found, others = np.full((len(rows), tries), -1, np.int32), np.zeros(tries, np.int64)
    scores = np.zeros((len(rows), tries))
    for number in range(len(rows)):
        i, count = rows[number], 0
        for column in columns[number]:
            if column < 0 or count == tries:
                break
            count = _walk(one, i, start[column], start[column + 1], having, side, gives, rule.limit_km,
                          steps, others, count)  # fmt: skip
        if count:
            score_rows(
                one, i, one, others[:count], gives, rule, words, known, nothing, scores[number, :count]
            )
            found[number, :count] = others[:count]
    return found, scores


@compiled
def take_seeds(
    rows: Ints, others: Numbers, found: Floats, place_of: Ints, best: Floats, lists: Ints,
    best_of_others: Floats, lists_of_others: Ints,
) -> None:  # fmt: skip
    """Take pairs (rows × some others) into the lists of the best of both cards, each pair once."""
    for number in range(len(rows)):
        for k in range(others.shape[1]):
            other, score = others[number, k], found[number, k]
            if score > 0:
                _once(best[place_of[rows[number]]], lists[place_of[rows[number]]], score, other)
                _once(best_of_others[place_of[other]], lists_of_others[place_of[other]], score, rows[number])


@compiled
def _once(scores: Floats, others: Ints, score: float, other: int) -> None:
    place = len(scores) - 1
    if score <= scores[place]:
        return
    for known in others:
        if known == other:
            return
    while place > 0 and score > scores[place - 1]:
        scores[place], others[place] = scores[place - 1], others[place - 1]
        place -= 1
    scores[place], others[place] = score, other
