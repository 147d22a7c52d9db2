"""Lists of the best counterparts, compiled: short, sorted by score and then by id, filled pair by pair."""

import math

import numpy as np

from core.domain.matching.compiled import (
    Floats,
    Ints,
    Numbers,
    Rule,
    compiled,
    score_rows,
)
from core.domain.matching.features import Features

_RARE = 5  # counterparts; fewer make nothing more telling


@compiled
def insert(scores: Floats, others: Ints, order: Ints, score: float, other: int) -> None:
    """Put a pair into a list of the best, by score, then by place of the id."""
    place = len(scores) - 1
    if score < scores[place] or (score == scores[place] and order[other] >= order[others[place]]):
        return
    while place > 0 and (
        score > scores[place - 1] or (score == scores[place - 1] and order[other] < order[others[place - 1]])
    ):
        scores[place], others[place] = scores[place - 1], others[place - 1]
        place -= 1
    scores[place], others[place] = score, other


@compiled
def telling(one: Features, rows: Ints, start: Ints, weights: Floats, columns: int) -> Ints:
    """Return rows × columns: what each card is most about and few counterparts have, the most telling first, or −1."""
    found = np.full((len(rows), columns), -1)
    values = np.zeros(columns)
    for number in range(len(rows)):
        i, best = rows[number], found[number]
        values[:] = 0
        for k in range(one.known_start[i], one.known_start[i + 1]):
            column = one.known_column[k]
            count = start[column + 1] - start[column]
            part = 0 if column < one.bounds[0] else 1 if column < one.bounds[1] else 2
            value = weights[part] * one.known_value[k] ** 2 / math.sqrt(count + _RARE)
            place = columns - 1
            if count == 0 or value <= values[place]:
                continue
            while place > 0 and value > values[place - 1]:
                values[place], best[place] = values[place - 1], best[place - 1]
                place -= 1
            values[place], best[place] = value, column
    return found


@compiled
def _nearest(start: int, end: int, having: Numbers, side: Ints, own: int, most: int) -> tuple[int, int]:
    """Return which part of a list sorted by `side` lies nearest to a card, at most so many."""
    low, high = start, end
    while low < high:
        middle = (low + high) // 2
        if side[having[middle]] < own:
            low = middle + 1
        else:
            high = middle
    begin = max(start, min(low - most // 2, end - most))
    return begin, min(end, begin + most)


@compiled
def seeds(
    one: Features, rows: Ints, columns: Ints, start: Ints, having: Numbers, side: Ints, gives: bool, rule: Rule,
    tries: int,
) -> tuple[Numbers, Floats]:  # fmt: skip
    """Return rows × tries some counterparts that share what each card is about (−1: none), and their scores.

    They are those nearest to it, by `side`; `having` holds the counterparts by column of `known`, in that order.
    """
    words, known, nothing = np.zeros(len(one.idf)), np.zeros(one.bounds[2]), np.zeros((3, 0))
    found, others = np.full((len(rows), tries), -1, np.int32), np.zeros(tries, np.int64)
    scores = np.zeros((len(rows), tries))
    for number in range(len(rows)):
        i, count = rows[number], 0
        for column in columns[number]:
            if column < 0 or count == tries:
                break
            begin, end = _nearest(start[column], start[column + 1], having, side, side[i], tries - count)
            known_before = count
            for place in range(begin, end):
                is_new = True
                for earlier in range(known_before):
                    is_new &= others[earlier] != having[place]
                if is_new:
                    others[count] = having[place]
                    count += 1
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


@compiled
def scores_of_pairs(one: Features, rows_a: Ints, rows_b: Ints, rule: Rule) -> Floats:
    """Return the scores of pairs of a have and a want, 0 for those not paired; quick where `rows_a` is sorted."""
    words, known, found, start = np.zeros(len(one.idf)), np.zeros(one.bounds[2]), np.zeros(len(rows_a)), 0
    while start < len(rows_a):
        end = start
        while end < len(rows_a) and rows_a[end] == rows_a[start]:
            end += 1
        score_rows(
            one,
            rows_a[start],
            one,
            rows_b[start:end],
            True,
            rule,
            words,
            known,
            np.zeros((3, 0)),
            found[start:end],
        )
        start = end
    return found


@compiled
def take(
    rows: Ints, others: Ints, found: Floats, order: Ints, place_of: Ints, scores: Floats, lists: Ints
) -> None:  # fmt: skip
    """Take pairs with their scores into the lists of the best of `rows`; `place_of` says which list is a row's."""
    for pair in range(len(rows)):
        place = place_of[rows[pair]]
        if found[pair] > 0:
            insert(scores[place], lists[place], order, found[pair], others[pair])
