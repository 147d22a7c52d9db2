"""Which pairs are worth a score when all haves meet all wants: compiled loops over what both sides share.

For one have after the other the evidence of all wants of a block is summed up in single precision, by way of lists of
who has what; whoever might come among the best of either card is a candidate. What adds next to nothing is left out, so
a few candidates more than asked for are kept and then scored exactly (`compiled.scores_of_pairs`). What share of the
exact best is kept, tests/bench measures.
"""

import math
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from core.domain.matching.compiled import (
    CODE,
    CONCEPT,
    DISTANCE,
    EARTH_DIAMETER_KM,
    HAS_SECTOR,
    KIND,
    KIND_OF,
    QUANTITY,
    REACH,
    RELATED,
    SECTOR,
    TEXT,
    TIMING,
    Bools,
    Floats,
    Ints,
    Numbers,
    Rule,
    Singles,
    circumstance,
    compiled,
    fit_of,
    kinship,
    quick,
)
from core.domain.matching.features import Features
from core.domain.matching.toplists import insert

Bytes = npt.NDArray[np.int8]
Places = npt.NDArray[np.uint32]  # without a sign: numba then spares a check for counting from the end
BLOCK = 32_768  # wants at once: their sums stay in the processor's cache
STEP = 64  # wants that are looked at together
ZONE_KM = 50  # no zone is wider: two places in one are near whatever their distance
_ROUNDED = 0.02  # more than rounding takes off a cosine
_FIRST = 0.9  # of the greatest evidence: STEPs that hold as much are looked at before the others


class Postings(NamedTuple):
    """For each word, thing known (the greatest value first) and beginning of a waste code the wants of a block."""

    text_start: Ints
    text_want: Places
    text_value: Singles
    known_start: Ints
    known_want: Places
    known_value: Singles
    code_start: Ints
    code_want: Places
    sort_of: Numbers  # of each thing known: 0 concept, 1 precedent, 2 sector


class Block(NamedTuple):
    """Marks and places of the wants of a block, and of each STEP of them: the middle (x, y, z) and how far the wants
    lie from it as a chord (2 and more: some have no place), and their kind from 1, −1 where there are several."""

    marks: Ints
    places: Floats
    short: Bytes  # directions, by `best.short`
    middle: Singles
    kind: Ints


@compiled
def _add(
    i: int, start: Ints, column: Numbers, weight: Floats, scale: float,
    list_start: Ints, list_want: Places, list_value: Singles, sums: Singles,
) -> None:  # fmt: skip
    """Add the cosines of a have with the wants of a block to their sums."""
    for k in range(start[i], start[i + 1]):
        value = np.float32(weight[k] * scale)
        for m in range(list_start[column[k]], list_start[column[k] + 1]):
            sums[list_want[m]] += value * list_value[m]


@compiled
def _add_codes(
    i: int, start: Ints, code: Numbers, likeness: Floats, scale: float,
    list_start: Ints, list_want: Places, sums: Singles,
) -> None:  # fmt: skip
    """Add for each beginning of a waste code that a have shares with wants what it adds to their likeness."""
    for k in range(start[i], start[i + 1]):
        for level in range(3):
            column = code[k] // (10_000, 100, 1)[level] + (0, 100, 10_100)[level]
            step = np.float32(scale * (likeness[level] - (likeness[level - 1] if level else 0.0)))
            for m in range(list_start[column], list_start[column + 1]):
                sums[list_want[m]] += step


@compiled
def _raise(
    i: int, start: Ints, column: Numbers, value: Singles, scale: Floats, sort_of: Numbers,
    list_start: Ints, list_want: Places, list_value: Singles, ignored: float, best: Singles,
) -> None:  # fmt: skip
    """Set in `best` (part, want) what a have and the wants of a block have most in common of each part.

    The wants of a column come by value, the greatest first; those that add no more than `ignored` are not looked at.
    """
    for k in range(start[i], start[i + 1]):
        part = sort_of[column[k]]
        product = np.float32(value[k] * scale[part])
        row = best[part]
        for m in range(list_start[column[k]], list_start[column[k] + 1]):
            value_here = product * list_value[m]
            if value_here <= ignored:
                break
            row[list_want[m]] = max(row[list_want[m]], value_here)


@quick
def _summed(text: Singles, best: Singles, unknown: float, least_sector: Singles, sums: Singles) -> None:
    """Set the sums of all parts; an unknown sector counts as its neutral value."""
    concept, precedent, sector, neutral = best[0], best[1], best[2], np.float32(unknown)
    for want in range(len(sums)):
        known = sector[want] if sector[want] > neutral else neutral
        known = known if known > least_sector[want] else least_sector[want]
        sums[want] = (text[want] + known) + (concept[want] + precedent[want])


@quick
def _greatest(sums: Singles, left: float, leasts: Singles) -> tuple[float, bool]:
    """Return the most that is left of the evidence of some wants, and whether one reaches what it would take in.

    Numbers above 0 are compared by their bits: so the loop takes sixteen wants at once, which comparing floats hinders.
    """
    share, most, reached = np.float32(left), np.int32(0), np.int32(0)
    for want in range(len(sums)):
        bound = np.float32(sums[want] * share)
        most = max(most, bound.view(np.int32))
        reached += np.int32(bound >= leasts[want])
    return float(np.int32(most).view(np.float32)), bool(reached > 0)


@quick
def _kin(one: Bytes, i: int, other: Bytes, j: int) -> float:
    """Return at least what `kinship` returns, from directions in whole 127ths: a quarter of the bytes to fetch."""
    mine, theirs, cosine = one[i], other[j], np.int32(0)
    for k in range(len(mine)):
        cosine += np.int32(mine[k]) * np.int32(theirs[k])
    return max(0.0, cosine / (127.0 * 127.0) + _ROUNDED)


@compiled
def _lost_by_kind(kind: int, flows: int, weight: float, neutral: float, lost: Floats) -> None:
    """Set what each kind of want loses beside this kind of have, the first entry being for the unknown kind."""
    for other in range(-1, len(lost) - 1):
        fit = 1.0 if kind == other else 0.5 if kind < flows and other < flows else 0.0
        lost[other + 1] = weight * (1 - (neutral if kind < 0 or other < 0 else fit))


@quick
def _most_left(
    middle: Singles, kind: Ints, own: Floats, is_placed: bool, is_counted: bool, half_km: float,
    limit_km: float, lost_by_kind: Floats, rule: Rule, left: Singles,
) -> None:  # fmt: skip
    """Set what is left of the evidence at most for the wants of each STEP."""
    weights, neutral = rule.weights, rule.neutral
    besides = weights[TIMING] * (1 - neutral[TIMING])
    if not is_counted:
        besides += weights[QUANTITY] * (1 - neutral[QUANTITY])
    least_lost, limit, nothing = lost_by_kind.min(), np.float32(limit_km), np.float32(0)
    x, y, z = np.float32(own[0]), np.float32(own[1]), np.float32(own[2])
    radius, half, one, two = (
        np.float32(EARTH_DIAMETER_KM / 2),
        np.float32(half_km),
        np.float32(1),
        np.float32(2),
    )
    share, unplaced = np.float32(weights[DISTANCE]), np.float32(weights[DISTANCE] * (1 - neutral[DISTANCE]))
    for step in range(len(left)):
        by_kind = np.float32(besides + (lost_by_kind[kind[step]] if kind[step] >= 0 else least_lost))
        left[step] = one - by_kind - unplaced
    if not is_placed:
        return
    for step in range(len(left)):
        dx, dy, dz, spread = middle[0, step] - x, middle[1, step] - y, middle[2, step] - z, middle[3, step]
        chord = np.sqrt(dx * dx + dy * dy + dz * dz) - spread
        km = radius * chord if chord > np.float32(0) else np.float32(0)
        far = share * km / (half + km)
        far = unplaced if spread >= two and unplaced < far else far
        left[step] = nothing if km > limit and spread < two else left[step] + (unplaced - far)


class Scratch(NamedTuple):
    """Room to work in: evidence by want, that of words and codes, best of each other part, sector at least, the least
    score that each want takes; of each STEP the greatest score, whether one reaches its least, what is left at most;
    what each kind loses."""

    sums: Singles
    text: Singles
    best: Singles
    least_sector: Singles
    leasts: Singles
    greatest: Floats
    reached: Bools
    left: Singles
    lost: Floats


@compiled
def _scratch(block: Block, rule: Rule) -> Scratch:
    size = len(block.marks)
    chunks = (size + STEP - 1) // STEP
    least_sector = np.zeros(size, np.float32)
    unknown = rule.weights[SECTOR] * rule.neutral[SECTOR]
    least_sector[:] = np.where(block.marks[:, HAS_SECTOR] > 0, 0.0, unknown)
    return Scratch(
        np.zeros(size, np.float32), np.zeros(size, np.float32), np.zeros((3, size), np.float32), least_sector,
        np.zeros(size, np.float32), np.zeros(chunks), np.zeros(chunks, np.bool_), np.zeros(chunks, np.float32),
        np.zeros(16),
    )  # fmt: skip


@compiled
def _sum_up(
    one: Features, i: int, lists: Postings, block: Block, rule: Rule, ignored: float, most_related: float,
    room: Scratch,
) -> None:  # fmt: skip
    """Set the evidence of all wants beside have i, and the greatest score that each STEP may hold."""
    weights, neutral, sums, text, best = rule.weights, rule.neutral, room.sums, room.text, room.best
    text[:] = weights[RELATED] * most_related + weights[CODE] * neutral[CODE]
    best[:] = 0
    _add(i, one.text_start, one.text_column, one.text_weight, weights[TEXT],
         lists.text_start, lists.text_want, lists.text_value, text)  # fmt: skip
    _add_codes(
        i, one.code_start, one.code, rule.likeness, weights[CODE], lists.code_start, lists.code_want, text
    )
    _raise(i, one.known_start, one.known_column, one.known_value, weights[CONCEPT:CODE], lists.sort_of,
           lists.known_start, lists.known_want, lists.known_value, ignored, best)  # fmt: skip
    _lost_by_kind(one.marks[i, KIND_OF], rule.flows, weights[KIND], neutral[KIND], room.lost)
    reach = one.marks[i, REACH]
    half = rule.half_km[reach] if reach > 0 else rule.half_km.max()
    limit = rule.limit_km[0, reach] + ZONE_KM if reach > 0 else 1e9
    unknown = 0.0 if one.marks[i, HAS_SECTOR] else weights[SECTOR] * neutral[SECTOR]
    greatest, reached, leasts, left = room.greatest, room.reached, room.leasts, room.left
    _summed(text, best, unknown, room.least_sector, sums)
    own = one.places[i]
    is_placed, is_counted = not math.isnan(own[0]), not math.isnan(own[3])
    _most_left(block.middle, block.kind, own, is_placed, is_counted, half, limit, room.lost, rule, left)
    for chunk in range(len(greatest)):
        some = slice(chunk * STEP, (chunk + 1) * STEP)
        greatest[chunk], reached[chunk] = _greatest(sums[some], left[chunk], leasts[some])


@compiled
def _look(
    one: Features, short: Bytes, i: int, wants: Ints, block: Block, order: Ints, rule: Rule, room: Scratch,
    steps: Ints, floor: float, most_related: float, scores: Floats, others: Ints, want_scores: Floats,
    want_haves: Ints,
) -> None:  # fmt: skip
    """Take the wants of some STEPs that may come among the best of have i, or it among theirs, into their lists."""
    want_marks, want_places, want_short = block.marks, block.places, block.short
    sums, leasts, greatest, reached = room.sums, room.leasts, room.greatest, room.reached
    weights, neutral, half_km, limit_km = rule.weights, rule.neutral, rule.half_km, rule.limit_km
    marks, places, directions = one.marks, one.places, one.directions
    flows, last, related, least = rule.flows, len(scores) - 1, weights[RELATED], rule.least_related
    for step in steps:
        left = room.left[step]
        if greatest[step] < max(scores[last], floor) and not reached[step]:
            continue
        for place in range(step * STEP, min((step + 1) * STEP, len(sums))):
            least_of_both = min(max(scores[last], floor), leasts[place])
            if sums[place] * left < least_of_both:
                continue
            bound = sums[place] + related * (_kin(short, i, want_short, place) - most_related)
            if bound * left < least_of_both:
                continue
            fit = circumstance(marks, places, i, want_marks, want_places, place, half_km, limit_km, flows)
            share = fit_of(weights, neutral, fit[0], fit[1], fit[2], fit[3])
            if not fit[4] or bound * share < least_of_both:
                continue
            kin = kinship(directions, i, directions, wants[place], least)
            score = (sums[place] + related * (kin - most_related)) * share
            if score >= max(scores[last], floor):
                insert(scores, others, order, score, wants[place])
            if score >= leasts[place]:
                insert(want_scores[place], want_haves[place], order, score, i)
                leasts[place] = max(leasts[place], np.float32(want_scores[place, last]))


@compiled
def candidates(
    one: Features, short: Bytes, haves: Ints, wants: Ints, lists: Postings, block: Block, order: Ints, rule: Rule,
    have_scores: Floats, have_wants: Ints, want_scores: Floats, want_haves: Ints,
    have_leasts: Floats, want_leasts: Floats, ignored: float, most_related: float,
) -> None:  # fmt: skip
    """Take pairs of haves and a block of wants into lists of the likely best of each, where they reach its least score.

    Scores in these lists are not divided by the weights and lack what is `ignored`: they only say which pairs to score.
    Wants that would have to be related by more than `most_related` to come into a list are not looked at.
    """
    room = _scratch(block, rule)
    greatest = room.greatest
    room.leasts[:] = want_leasts
    least = ignored * rule.weights[:KIND].sum()
    for number in range(len(haves)):
        i, scores, others = haves[number], have_scores[number], have_wants[number]
        floor = have_leasts[number]
        _sum_up(one, i, lists, block, rule, least, most_related, room)
        first = _FIRST * greatest.max()
        for steps in np.flatnonzero(greatest >= first), np.flatnonzero(greatest < first):
            # those with the most evidence first: the rest then has more to beat
            _look(one, short, i, wants, block, order, rule,
                  room, steps, floor, most_related, scores, others, want_scores, want_haves)  # fmt: skip
