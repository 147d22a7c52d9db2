"""Lists of the best counterparts, compiled: short, sorted by score and then by id, and the scores that fill them."""

import numpy as np

from core.domain.matching.compiled import (
    CODE,
    CONCEPT,
    DISTANCE,
    KIND,
    PRECEDENT,
    QUANTITY,
    ROUND,
    SECTOR,
    TEXT,
    TIMING,
    USE,
    Floats,
    Ints,
    Rule,
    compiled,
    evidence_of,
    fit_of,
)


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
def ranks(rows: Ints, scores: Floats, list_of: Ints, top: int) -> Ints:
    """Return the place of each pair in the list of the best `top` of its row, 1 is best, 0 is beyond.

    Pairs come in the order of ids: of equal scores the first is the better. `list_of` says which list is a row's.
    """
    lists = list_of.max() + 1 if len(rows) else 0
    best, places, found = np.zeros((lists, top)), np.full((lists, top), -1), np.zeros(len(rows), np.int64)
    for pair in range(len(rows)):
        own, numbers, place = best[list_of[rows[pair]]], places[list_of[rows[pair]]], top - 1
        if scores[pair] <= own[place]:
            continue
        while place > 0 and scores[pair] > own[place - 1]:
            own[place], numbers[place] = own[place - 1], numbers[place - 1]
            place -= 1
        own[place], numbers[place] = scores[pair], pair
    for row in range(lists):
        for place in range(top):
            if places[row, place] >= 0:
                found[places[row, place]] = place + 1
    return found


@compiled
def scores_of_parts(parts: Floats, rule: Rule) -> Floats:
    """Return the scores of pairs × parts by `parts_of_pairs`, of pairs that may be paired."""
    weights, neutral, found = rule.weights, rule.neutral, np.zeros(len(parts))
    for pair in range(len(parts)):
        own = parts[pair]
        best = own[CONCEPT], own[PRECEDENT], own[SECTOR], own[USE]
        evidence = evidence_of(weights, neutral, own[TEXT], best, own[SECTOR], own[CODE])
        fit = fit_of(weights, neutral, own[KIND], own[DISTANCE], own[QUANTITY], own[TIMING])
        found[pair] = np.rint(evidence * fit * ROUND) / ROUND
    return found
