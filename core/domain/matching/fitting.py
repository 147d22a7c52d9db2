"""How well the concepts of two cards fit, apart from any score: what firms would call "the same thing"."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import numpy as np
import numpy.typing as npt
from scipy import sparse

from core.domain.knowledge import concepts, mentions
from core.domain.matching.cards import Card

Floats = npt.NDArray[np.float64]
Rows = npt.NDArray[np.int64]

SAME = 0.52  # from here on two cards speak of one thing or of what stands in for it; 0.5 is a word beside the thing


def fits(cards: Sequence[Card], haves: Rows, wants: Rows) -> Floats:
    """Return how well each have is what the want beside it asks for, 0–1; both are row numbers into `cards`."""
    about = _about(cards)
    return _best(concepts.opened(about, _meant())[haves], about[wants])


def alike(cards: Sequence[Card], ones: Rows, others: Rows) -> Floats:
    """Return how far two cards of one direction speak of the same, 0–1; nothing stands in for anything here."""
    opened = concepts.opened(_about(cards), concepts.concept_base().takes)
    return _best(opened[ones], opened[others])


@cache
def _meant() -> sparse.csr_matrix:
    """Return concepts × concepts: how far a have of the row's is what a want of the column's means; not "material"."""
    base = concepts.concept_base()
    return sparse.csr_matrix(np.where(base.telling > 0, base.covered, 0.0))


def _about(cards: Sequence[Card]) -> sparse.csr_matrix:
    """Return cards × concepts by name and description; what a firm does is not what it gives or asks for."""
    return mentions.concepts_of([replace(card, activity="") for card in cards])


def _best(one: sparse.csr_matrix, other: sparse.csr_matrix) -> Floats:
    if not one.shape[0]:
        return np.zeros(0)
    return np.asarray(one.multiply(other).tocsr().max(axis=1).toarray(), dtype=np.float64).ravel()
