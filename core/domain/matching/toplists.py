"""Lists of the best counterparts, compiled: short, sorted by score and then by id, filled pair by pair."""

import numpy as np

from core.domain.matching.compiled import Floats, Ints, compiled


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
