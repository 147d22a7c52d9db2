"""Who takes what in practice: data/knowledge/takers.csv, likeliest first for each concept.

sectors.csv says of each activity what it could take in; for common things that is true of many. Asked from the thing's
side their order is known. What has no line of its own is taken like what it is a sort of.
"""

from functools import cache

import numpy as np
import numpy.typing as npt

from core.domain.datafiles import rows_of
from core.domain.knowledge import concepts

Floats = npt.NDArray[np.float64]

_FROM_DIVISION = 0.8  # a division is named: so much for each of its classes
_FROM_BROADER = 0.8  # who takes what a concept is a sort of, where nothing is said of itself
_BESIDE_OWN = 0.4  # the same where something is said


@cache
def takers_of(codes: tuple[str, ...]) -> Floats:
    """Return concepts × NACE codes (divisions and classes): how usual a taker each is, 0–1, less for broad concepts."""
    base = concepts.concept_base()
    found = np.zeros((len(base.concepts), len(codes)))
    rows = rows_of("takers.csv")
    belongs = {
        named: np.array([_belongs(code, named) for code in codes]) for named in {row["nace"] for row in rows}
    }
    for row in rows:
        number, weight = base.row_of[row["concept_id"]], float(row["weight"])
        found[number] = np.maximum(found[number], weight * belongs[row["nace"]])
    return _inherited(found, base) * np.sqrt(base.telling)[:, np.newaxis]


def _belongs(code: str, named: str) -> float:
    if code == named:
        return 1.0
    return _FROM_DIVISION if code.startswith(named) else 0.0


def _inherited(named: Floats, base: concepts.ConceptBase) -> Floats:
    share = np.where(named.max(axis=1) > 0, _BESIDE_OWN, _FROM_BROADER)
    found, before = named, np.zeros_like(named)
    while not np.array_equal(before, found):  # one step down the broader concepts each time
        before, found = found, found.copy()
        for number, concept in enumerate(base.concepts):
            for name in concept.broader:
                found[number] = np.maximum(found[number], share[number] * found[base.row_of[name]])
    return found
