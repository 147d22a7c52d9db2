"""What a set of entries would come to, with a band: draws between low and high, entries of one factor together.

Errors of entries that rest on the same factor do not cancel out: if the factor is too high, it is too high for all.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

DRAWS = 10_000
SEED = 20_261_123  # the same figures for everybody, every time
_Z90 = 1.6448536269514722  # the normal distribution's 95 % point: low to high holds 90 % of a lognormal


class Shape(StrEnum):
    """How values are drawn between low and high."""

    TRIANGULAR = "triangular"
    LOGNORMAL = "lognormal"


@dataclass(frozen=True)
class Uncertain:
    """One addend: low ≤ value ≤ high, `weight` (attribution × share), and the factor that it rests on."""

    low: float
    value: float
    high: float
    weight: float = 1.0
    factor: str | None = None


@dataclass(frozen=True)
class Outlook:
    """The sum: `central` of the values, 5th, 50th and 95th percentile of the draws, and how the draws are spread.

    `edges` and `counts` are those of a histogram; sums of low and high stand beside it as the outermost case.
    """

    central: float
    p5: float
    p50: float
    p95: float
    lowest: float
    highest: float
    edges: tuple[float, ...]
    counts: tuple[int, ...]


def outlook(addends: Sequence[Uncertain], shape: Shape = Shape.TRIANGULAR, draws: int = DRAWS) -> Outlook:
    """Return what addends come to. The same seed always: two readers see the same figures.

    A sum without spread is certain:

    >>> found = outlook([Uncertain(100.0, 100.0, 100.0, weight=0.5), Uncertain(20.0, 20.0, 20.0)])
    >>> found.central, found.p5, found.p95
    (70.0, 70.0, 70.0)
    """
    chance = np.random.default_rng(SEED)
    of_factor: dict[str, np.ndarray] = {}
    total = np.zeros(draws)
    for one in addends:
        drawn = of_factor.get(one.factor) if one.factor else None
        if drawn is None:
            drawn = chance.random(draws)
            if one.factor:
                of_factor[one.factor] = drawn
        total += one.weight * _between(one, drawn, shape)
    counts, edges = np.histogram(total, bins=40)
    p5, p50, p95 = (float(value) for value in np.percentile(total, (5, 50, 95)))
    return Outlook(
        sum(one.weight * one.value for one in addends),
        p5,
        p50,
        p95,
        sum(one.weight * one.low for one in addends),
        sum(one.weight * one.high for one in addends),
        tuple(float(edge) for edge in edges),
        tuple(int(count) for count in counts),
    )


def _between(one: Uncertain, chance: np.ndarray, shape: Shape) -> np.ndarray:
    if one.high <= one.low:
        return np.full(len(chance), one.value)
    if shape is Shape.LOGNORMAL and one.low > 0:
        return _lognormal(one, chance)
    return _triangular(one, chance)


def _triangular(one: Uncertain, chance: np.ndarray) -> np.ndarray:
    """The triangle's inverse distribution: low where chance is 0, high where it is 1, the value most likely."""
    width = one.high - one.low
    turn = (one.value - one.low) / width
    left = one.low + np.sqrt(chance * width * (one.value - one.low))
    right = one.high - np.sqrt((1 - chance) * width * (one.high - one.value))
    return np.asarray(np.where(chance < turn, left, right))


def _lognormal(one: Uncertain, chance: np.ndarray) -> np.ndarray:
    """Half of the draws below the value, 90 % within a band as wide as low to high."""
    from scipy.special import ndtri

    spread = np.log(one.high / one.low) / (2 * _Z90)
    return np.asarray(one.value * np.exp(spread * ndtri(chance)))
