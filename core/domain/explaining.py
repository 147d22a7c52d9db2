"""Why a pair was suggested, in a form that words and charts are made from."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.domain import matching
from core.domain.cards import Card
from core.domain.text import fold

TERMS = 8  # more words than that nobody reads


@dataclass(frozen=True)
class Explanation:
    """A suggested pair taken apart.

    `parts` holds (part, weight × value) in the order of scoring.PARTS; the values add up to `score`. `distance_km` is
    as the crow flies; with `is_coarse` it is an upper limit, because one side's place is not the reader's to know.
    `shared_terms` are written as in the have, the telling ones first; `shared_codes` are six-digit waste codes.
    """

    have_id: str
    want_id: str
    score: float
    parts: tuple[tuple[str, float], ...]
    distance_km: float | None
    is_coarse: bool
    shared_terms: tuple[str, ...]
    shared_codes: tuple[str, ...]


def shared_terms(index: matching.Index, have_id: str, want_id: str, seen: str) -> tuple[str, ...]:
    """Return at most TERMS words that both cards have and that stand in `seen`, what the reader sees of the have.

    A word that is part of a longer one already listed ("cam" beside "cam kırığı") is left out.
    """
    visible = fold(seen)
    chosen: list[str] = []
    for term in matching.shared_terms(index, have_id, want_id):
        folded = fold(term)
        if folded in visible and not any(folded in fold(longer) for longer in chosen):
            chosen = [shorter for shorter in chosen if fold(shorter) not in folded]
            chosen.append(term)
    return tuple(chosen[:TERMS])


def shared_codes(have: Card, want: Card) -> tuple[str, ...]:
    """Return the waste codes that both cards carry, in the have's order.

    >>> from core.domain.model import Direction
    >>> shared_codes(Card("1", Direction.HAVE, "kül", waste_codes=("100101", "100102")),
    ...              Card("2", Direction.WANT, "kül", waste_codes=("100102",)))
    ('100102',)
    """
    return tuple(code for code in have.waste_codes if code in want.waste_codes)


def joined(texts: Sequence[object]) -> str:
    """Return the texts among the values, blank between: what of a card is searched for words."""
    return " ".join(text for text in texts if isinstance(text, str))
