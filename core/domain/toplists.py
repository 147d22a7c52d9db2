"""Lists of the best counterparts, compiled: short, sorted by score and then by id, filled pair by pair."""

import numpy as np

from core.domain.compiled import Floats, Ints, Numbers, Rule, compiled, score_rows
from core.domain.features import Features


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
def likely_least(
    one: Features, rows: Ints, start: Ints, having: Numbers, gives: bool, rule: Rule, top: int, tries: int
) -> Floats:
    """Return a score that the `top` best of each card surely reach: the worst of the best among some counterparts.

    They are those that share its most telling concept; `having` holds the counterparts by column of `known`.
    """
    words, known, found = np.zeros(len(one.idf)), np.zeros(one.bounds[2]), np.zeros(len(rows))
    scores = np.zeros(tries)
    for number in range(len(rows)):
        i, chosen, fewest = rows[number], -1, len(having) + 1
        for k in range(one.known_start[i], one.known_start[i + 1]):
            column = one.known_column[k]
            count = start[column + 1] - start[column]
            if column < one.bounds[0] and top <= count < fewest:
                chosen, fewest = column, count
        if chosen < 0:
            continue
        some = min(fewest, tries)
        begin = start[chosen] + (i * 7919) % (fewest - some + 1)
        others = having[begin : begin + some].astype(np.int64)
        score_rows(one, i, one, others, gives, rule, words, known, np.zeros((3, 0)), scores[:some])
        found[number] = np.partition(scores[:some], some - top)[some - top]
    return found


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
