"""Which pairs are worth a score when all haves meet all wants: compiled loops over what both sides share.

For one have after the other the evidence of all wants of a block is summed up in whole numbers of two bytes, by way of
lists of who has what; whoever might come among the best of either card is a candidate. What adds next to nothing is
left out, so a few candidates more than asked for are kept and then scored exactly (`toplists.scores_of_parts`). Which
share of the exact best is kept, tests/bench measures.
"""

import math
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from core.domain.matching.compiled import (
    CODE,
    CONCEPT,
    HAS_SECTOR,
    KIND,
    KIND_OF,
    REACH,
    SECTOR,
    TEXT,
    Bools,
    Floats,
    Ints,
    Numbers,
    Rule,
    Singles,
    circumstance,
    compiled,
    fit_of,
    quick,
)
from core.domain.matching.features import Features
from core.domain.matching.remaining import lost_by_kind, most_left
from core.domain.matching.toplists import insert

Shorts = npt.NDArray[np.uint16]
BLOCK = 32_768
STEP = 64  # wants that are looked at together
WHOLE = 15  # bits that stand for 1 in the values of wants
FULL = 60_000  # what the greatest evidence of all parts together comes to in sums of two bytes
ZONE_KM = 50  # no zone is wider: two places in one are near whatever their distance
_FIRST = (0.9, 0.0)  # of the greatest evidence: STEPs that hold as much are looked at before the others


class Postings(NamedTuple):
    """For each word, thing known (the greatest value first) and beginning of a waste code the wants of a block.

    Values are whole numbers, 1 << WHOLE for 1; `known_most` is the greatest of each thing.
    """

    text_start: Ints
    text_want: Shorts
    text_value: Shorts
    known_start: Ints
    known_want: Shorts
    known_value: Shorts
    known_most: Shorts
    code_start: Ints
    code_want: Shorts
    sort_of: Numbers  # of each thing known: 0 concept, 1 precedent, 2 sector, 3 use


class Block(NamedTuple):
    """Marks and places of the wants of a block, and of each STEP of them: the middle (x, y, z) and how far the wants
    lie from it as a chord (2 and more: some have no place), and their kind from 1, −1 where there are several."""

    marks: Ints
    places: Floats
    middle: Singles
    kind: Ints


@compiled
def _add(
    i: int, start: Ints, column: Numbers, weight: Floats, scale: float,
    list_start: Ints, list_want: Shorts, list_value: Shorts, sums: Shorts,
) -> None:  # fmt: skip
    """Add the cosines of a have with the wants of a block to their sums."""
    half = 1 << (WHOLE - 1)
    for k in range(start[i], start[i + 1]):
        value = int(weight[k] * scale + 0.5)
        for m in range(list_start[column[k]], list_start[column[k] + 1]):
            sums[list_want[m]] += (value * np.int64(list_value[m]) + half) >> WHOLE


@compiled
def _add_codes(
    i: int, start: Ints, code: Numbers, likeness: Floats, scale: float,
    list_start: Ints, list_want: Shorts, most: float, sums: Shorts,
) -> None:  # fmt: skip
    """Add for each beginning of a waste code that a have shares with wants what it adds to their likeness, to at most
    `most`."""
    full = int(most)
    for k in range(start[i], start[i + 1]):
        for level in range(3):
            column = code[k] // (10_000, 100, 1)[level] + (0, 100, 10_100)[level]
            step = int(scale * (likeness[level] - (likeness[level - 1] if level else 0.0)))
            for m in range(list_start[column], list_start[column + 1]):
                total = np.int64(sums[list_want[m]]) + step
                sums[list_want[m]] = total if total < full else full


@compiled
def _raise(
    i: int, start: Ints, column: Numbers, value: Singles, scale: Floats, lists: Postings, ignored: float,
    best: Shorts,
) -> None:  # fmt: skip
    """Set in `best` (part, want) what a have and the wants of a block have most in common of each part.

    The wants of a column come by value, the greatest first; those that add no more than `ignored` are not looked at.
    """
    list_start, list_want, list_value, most = (
        lists.known_start,
        lists.known_want,
        lists.known_value,
        lists.known_most,
    )
    sort_of, least, half = lists.sort_of, int(ignored * (1 << WHOLE)), 1 << (WHOLE - 1)
    for k in range(start[i], start[i + 1]):
        thing = column[k]
        part = sort_of[thing]
        own = int(value[k] * scale[part] + 0.5)
        if own * np.int64(most[thing]) <= least:
            continue
        row = best[part]
        for m in range(list_start[thing], list_start[thing + 1]):
            product = own * np.int64(list_value[m])
            if product <= least:
                break
            want = list_want[m]
            row[want] = max(np.int64(row[want]), (product + half) >> WHOLE)


@quick
def _summed(
    text: Shorts, concept: Shorts, precedent: Shorts, sector: Shorts, use: Shorts, base: Shorts, sums: Shorts
) -> None:
    """Set the sums of all parts, and the parts back to nothing."""
    for want in range(len(sums)):
        named = np.uint16(np.uint16(text[want] + base[want]) + use[want])
        sums[want] = np.uint16(np.uint16(concept[want] + precedent[want]) + np.uint16(sector[want] + named))
        text[want] = 0
        concept[want] = 0
        precedent[want] = 0
        sector[want] = 0
        use[want] = 0


@quick
def _greatest(sums: Shorts, left: np.uint16, leasts: Shorts) -> tuple[int, bool]:
    """Return the most that is left of the evidence of some wants, and whether one reaches what it would take in."""
    share, most, reached = np.uint32(left), np.uint16(0), np.uint16(0)
    for want in range(len(sums)):
        bound = np.uint16((np.uint32(sums[want]) * share) >> np.uint32(16))
        most = max(most, bound)
        reached |= np.uint16(bound >= leasts[want])
    return int(most), bool(reached > 0)


class Room(NamedTuple):
    """Room to work in. By want: its evidence, that of words and codes, of each other part, what all pairs have beside
    (row 1 where the have's sector is known), the least score that it takes. By STEP: the greatest score, whether one
    reaches its least, what is left at most. What each kind loses; wants that are looked at."""

    sums: Shorts
    text: Shorts
    best: Shorts
    base: Shorts
    leasts: Shorts
    greatest: Numbers
    reached: Bools
    left: Singles
    share: Shorts
    lost: Floats
    near: Numbers


@compiled
def _room(block: Block, rule: Rule, unit: float) -> Room:
    size, weights, neutral = len(block.marks), rule.weights, rule.neutral
    steps = (size + STEP - 1) // STEP
    base, beside = np.zeros((2, size), np.uint16), weights[CODE] * neutral[CODE]
    for want in range(size):
        base[0, want] = int(unit * (beside + weights[SECTOR] * neutral[SECTOR]))
        base[1, want] = base[0, want] if block.marks[want, HAS_SECTOR] == 0 else int(unit * beside)
    return Room(
        np.zeros(size, np.uint16), np.zeros(size, np.uint16), np.zeros((4, size), np.uint16), base,
        np.zeros(size, np.uint16), np.zeros(steps, np.int32), np.zeros(steps, np.bool_),
        np.zeros(steps, np.float32), np.zeros(steps, np.uint16), np.zeros(16),
        np.zeros(size + 1, np.int32),
    )  # fmt: skip


@compiled
def _sum_up(
    one: Features, i: int, lists: Postings, block: Block, rule: Rule, ignored: float, unit: float, room: Room
) -> None:
    """Set the evidence of all wants beside have i, and the greatest score that each STEP may hold."""
    weights, neutral, sums, text, best = rule.weights, rule.neutral, room.sums, room.text, room.best
    _add(i, one.text_start, one.text_column, one.text_weight, weights[TEXT] * unit,
         lists.text_start, lists.text_want, lists.text_value, text)  # fmt: skip
    _add_codes(
        i, one.code_start, one.code, rule.likeness, weights[CODE] * unit, lists.code_start, lists.code_want,
        (weights[TEXT] + weights[CODE]) * unit, text,
    )  # fmt: skip
    _raise(i, one.known_start, one.known_column, one.known_value, weights[CONCEPT:CODE] * unit, lists,
           ignored * unit, best)  # fmt: skip
    lost_by_kind(one.marks[i, KIND_OF], rule.flows, weights[KIND], neutral[KIND], room.lost)
    reach, own = one.marks[i, REACH], one.places[i]
    half = rule.half_km[reach] if reach > 0 else rule.half_km.max()
    limit = rule.limit_km[0, reach] + ZONE_KM if reach > 0 else 1e9
    greatest, reached, leasts, left = room.greatest, room.reached, room.leasts, room.left
    _summed(text, best[0], best[1], best[2], best[3], room.base[int(one.marks[i, HAS_SECTOR])], sums)
    is_placed, is_counted = not math.isnan(own[0]), not math.isnan(own[3])
    most_left(block.middle, block.kind, own, is_placed, is_counted, half, limit, room.lost, rule, left)
    share = room.share
    for step in range(len(share)):
        share[step] = int(left[step] * 65_535)
    for step in range(len(greatest)):
        some = slice(step * STEP, (step + 1) * STEP)
        greatest[step], reached[step] = _greatest(sums[some], share[step], leasts[some])


@compiled
def _gather(low: int, high: int, least: float, room: Room) -> int:
    """Set in `near` the wants whose evidence is enough for either card, of STEPs that hold from `low` to below `high`;
    return how many."""
    sums, leasts, greatest, reached, near = room.sums, room.leasts, room.greatest, room.reached, room.near
    share, count, floor = room.share, 0, int(least)
    for step in range(len(greatest)):
        if not low <= greatest[step] < high or (greatest[step] < floor and not reached[step]):
            continue
        left = np.int64(share[step])
        for place in range(step * STEP, min((step + 1) * STEP, len(sums))):
            near[count] = place
            taken = np.int64(leasts[place])
            if (np.int64(sums[place]) * left) >> 16 >= (floor if floor < taken else taken):
                count += 1
    return count


@compiled
def _take(
    one: Features, i: int, wants: Ints, count: int, block: Block, order: Ints, rule: Rule, room: Room, floor: float,
    scores: Floats, others: Ints, want_scores: Floats, want_haves: Ints,
) -> None:  # fmt: skip
    """Take the wants of `near` that may come among the best of have i, or it among theirs, into their lists."""
    want_marks, want_places, sums, leasts = block.marks, block.places, room.sums, room.leasts
    weights, neutral, half_km, limit_km = rule.weights, rule.neutral, rule.half_km, rule.limit_km
    marks, places, flows, last = one.marks, one.places, rule.flows, len(scores) - 1
    for number in range(count):
        place = room.near[number]
        evidence, least = float(sums[place]), max(scores[last], floor)
        if evidence * room.left[place // STEP] < min(least, np.float64(leasts[place])):
            continue
        fit = circumstance(marks, places, i, want_marks, want_places, place, half_km, limit_km, flows)
        if not fit[4]:
            continue
        score = evidence * fit_of(weights, neutral, fit[0], fit[1], fit[2], fit[3])
        if score >= least:
            insert(scores, others, order, score, wants[place])
        if score >= leasts[place]:
            insert(want_scores[place], want_haves[place], order, score, i)
            if want_scores[place, last] > leasts[place]:
                leasts[place] = int(want_scores[place, last])


@compiled
def candidates(
    one: Features, haves: Ints, wants: Ints, lists: Postings, block: Block, order: Ints, rule: Rule,
    have_scores: Floats, have_wants: Ints, want_scores: Floats, want_haves: Ints,
    have_leasts: Floats, want_leasts: Floats, ignored: float,
) -> None:  # fmt: skip
    """Take pairs of haves and a block of wants into lists of the likely best of each, where they reach its least score.

    Scores in these lists are whole numbers that lack what is `ignored`: they only say which pairs to score.
    """
    total = rule.weights[:KIND].sum()
    unit = FULL / total
    room = _room(block, rule, unit)
    room.leasts[:] = (want_leasts * FULL).astype(np.uint16)
    for number in range(len(haves)):
        i, scores, others = haves[number], have_scores[number], have_wants[number]
        floor = have_leasts[number] * FULL
        _sum_up(one, i, lists, block, rule, ignored * total, unit, room)
        most = room.greatest.max()
        high = most + 1
        for part in _FIRST:  # those with the most evidence first: the rest then has more to beat
            low = int(part * most)
            least = max(scores[len(scores) - 1], floor)
            count = _gather(low, high, least, room)
            _take(one, i, wants, count, block, order, rule, room, floor, scores, others,
                  want_scores, want_haves)  # fmt: skip
            high = low
