"""What a score is made of: named parts, each between 0 and 1, and their weights.

Two sorts of parts. *Evidence* says that two cards have something to do with each other (text, concept, precedent,
sector, waste code, related); its weighted mean is the evidence E of the pair. *Circumstance* (kind, distance, quantity,
timing) says how well they fit otherwise; it can only scale evidence, so that a near pair with nothing in common stays
at 0:

    score = E × (1 − c + Σ weight × part)   with c = Σ weights of the circumstances, E = Σ weight × part / Σ weights

What a card does not say is neither good nor bad: the part then takes a middle value (`NEUTRAL`), for evidence about
the one that unrelated, fully described cards have, so that cards with and without it stay comparable. Written out, a
score is a sum with one term for each part: these terms are the columns that users see, and they add up to the score.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

EVIDENCE = ("text", "concept", "precedent", "sector", "waste_code", "related")
CIRCUMSTANCE = ("kind", "distance", "quantity", "timing")
PARTS = (*EVIDENCE, *CIRCUMSTANCE)
NEUTRAL: Mapping[str, float] = {
    "text": 0.0,
    "concept": 0.0,
    "precedent": 0.0,
    "sector": 0.1,
    "waste_code": 0.05,
    "related": 0.0,
    "kind": 0.75,
    "distance": 0.5,
    "quantity": 0.5,
    "timing": 0.5,
}
FLOOR = 0.1
"""Below it nothing is suggested: "no good partner yet" is an answer. Chosen on the exchanges of data/evaluation: four
in five right pairs lie above it, and one in ten of the others."""
SAME_CODE, SAME_SUBCHAPTER, SAME_CHAPTER = 1.0, 0.6, 0.3


@dataclass(frozen=True)
class Weights:
    """How much each part counts; 0 switches it off. Evidence is relative, circumstances are shares of 1."""

    text: float = 1.0
    concept: float = 1.5
    precedent: float = 0.5
    sector: float = 1.0
    waste_code: float = 0.25
    related: float = 0.6
    kind: float = 0.3
    distance: float = 0.15
    quantity: float = 0.05
    timing: float = 0.05

    def __post_init__(self) -> None:
        values = asdict(self)
        if min(values.values()) < 0 or sum(values[p] for p in CIRCUMSTANCE) > 1 or not self.evidence:
            raise ValueError(
                "weights must not be negative, circumstances at most 1 in sum, and some evidence count"
            )

    @property
    def evidence(self) -> float:
        """Return the sum of the evidence weights."""
        return sum(float(getattr(self, part)) for part in EVIDENCE)

    @property
    def circumstance(self) -> float:
        """Return the sum of the circumstance weights, the share that can be lost."""
        return sum(float(getattr(self, part)) for part in CIRCUMSTANCE)


def terms(parts: Mapping[str, Floats], weights: Weights) -> dict[str, Floats]:
    """Return the terms of the score for each pair, by part in the order of PARTS; their sum is the score.

    `parts` holds one array of values 0–1 for each part, nan where unknown. A pair without any evidence gets 0 in all.
    """
    known = {part: np.where(np.isnan(parts[part]), NEUTRAL[part], parts[part]) for part in PARTS}
    common = np.zeros(len(known["text"]), dtype=bool)
    for part in EVIDENCE:
        if getattr(weights, part) > 0:
            common |= np.nan_to_num(parts[part]) > 0
    shares = {part: known[part] * (getattr(weights, part) / weights.evidence) for part in EVIDENCE}
    evidence = np.where(common, sum(shares.values()), 0.0)
    result = {part: np.where(common, shares[part], 0.0) * (1 - weights.circumstance) for part in EVIDENCE}
    for part in CIRCUMSTANCE:
        result[part] = evidence * known[part] * getattr(weights, part)
    return result


def waste_code_likeness(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    """Return how near the nearest two six-digit waste codes are: same code, sub-chapter, chapter; nan if unknown.

    >>> waste_code_likeness(("100102",), ("100101", "200101")), waste_code_likeness((), ("100101",))
    (0.6, nan)
    """
    if not a or not b:
        return float("nan")
    return max(_code_likeness(x, y) for x in a for y in b)


def _code_likeness(x: str, y: str) -> float:
    if x == y:
        return SAME_CODE
    if x[:4] == y[:4]:
        return SAME_SUBCHAPTER
    return SAME_CHAPTER if x[:2] == y[:2] else 0.0


def quantity_fit(a: Floats, b: Floats) -> Floats:
    """Return 1 for equal amounts, 1/2 where one is ten times the other, and so on; nan where one is unknown or 0.

    >>> quantity_fit(np.array([5.0, 5.0, np.nan]), np.array([5.0, 500.0, 1.0])).round(3).tolist()
    [1.0, 0.333, nan]
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        fit = 1 / (1 + np.abs(np.log10(np.where(a > 0, a, np.nan)) - np.log10(np.where(b > 0, b, np.nan))))
    return np.asarray(fit, dtype=np.float64)


def timing_fit(a: tuple[int, ...], b: tuple[int, ...]) -> float:
    """Return the share of the shorter season's months that lie in the other; nan where one is not said.

    >>> timing_fit((6, 7, 8), (8, 9, 10, 11)), timing_fit((7,), (6, 7, 8)), timing_fit((), (7,))
    (0.3333333333333333, 1.0, nan)
    """
    return len({*a} & {*b}) / min(len({*a}), len({*b})) if a and b else float("nan")


def kind_fit(a: npt.NDArray[np.int64], b: npt.NDArray[np.int64], flows: int) -> Floats:
    """Return 1 where two kinds are the same, 1/2 where both are among the first `flows` kinds, else 0; nan if unknown.

    Kinds are numbers, −1 is unknown. Material, energy and water flow and turn into one another: wood is burnt, warm
    water heats. A service and a material are not for each other.

    >>> kind_fit(np.array([1, 1, 1, -1]), np.array([1, 0, 5, 2]), flows=3).tolist()
    [1.0, 0.5, 0.0, nan]
    """
    among_flows = np.where((a < flows) & (b < flows), 0.5, 0.0)
    return np.where((a < 0) | (b < 0), np.nan, np.where(a == b, 1.0, among_flows))
