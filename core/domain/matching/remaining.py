"""What circumstances leave of the evidence of a have and its wants at most, for many wants at once: compiled loops."""

import numpy as np

from core.domain.matching.compiled import (
    DISTANCE,
    EARTH_DIAMETER_KM,
    QUANTITY,
    TIMING,
    Floats,
    Ints,
    Rule,
    Singles,
    compiled,
    quick,
)


@compiled
def lost_by_kind(kind: int, flows: int, weight: float, neutral: float, lost: Floats) -> None:
    """Set what each kind of want loses beside this kind of have, the first entry being for the unknown kind."""
    for other in range(-1, len(lost) - 1):
        fit = 1.0 if kind == other else 0.5 if kind < flows and other < flows else 0.0
        lost[other + 1] = weight * (1 - (neutral if kind < 0 or other < 0 else fit))


@quick
def most_left(
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
