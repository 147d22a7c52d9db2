"""What a score is made of: named parts, each between 0 and 1, and their weights.

Two sorts of parts. *Evidence* says that two cards have something to do with each other (text, concept, precedent,
sector, use, waste code); its weighted mean is the evidence E of the pair. *Circumstance* (kind, distance,
quantity, timing) says how well they fit otherwise; it can only scale evidence, so that a near pair with nothing in
common stays at 0:

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

EVIDENCE = ("text", "concept", "precedent", "sector", "use", "waste_code")
CIRCUMSTANCE = ("kind", "distance", "quantity", "timing")
PARTS = (*EVIDENCE, *CIRCUMSTANCE)
NEUTRAL: Mapping[str, float] = {
    "text": 0.0,
    "concept": 0.0,
    "precedent": 0.0,
    "sector": 0.1,
    "use": 0.0,
    "waste_code": 0.05,
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

    text: float = 1.2
    concept: float = 1.2
    precedent: float = 0.5
    sector: float = 1.0
    use: float = 1.6
    waste_code: float = 0.25
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
            common |= parts[part] > 0  # never so where it is unknown
    shares = {part: known[part] * (getattr(weights, part) / weights.evidence) for part in EVIDENCE}
    evidence = np.where(common, sum(shares.values()), 0.0)
    result = {part: np.where(common, shares[part], 0.0) * (1 - weights.circumstance) for part in EVIDENCE}
    for part in CIRCUMSTANCE:
        result[part] = evidence * known[part] * getattr(weights, part)
    return result
