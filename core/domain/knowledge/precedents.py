"""What published exchanges say about a pair: a have like the precedent's resource, a want like its receiver.

data/knowledge/precedents.csv holds the exchanges in Turkish and English, each with its source. A card gets one number
for each precedent (how well it would stand in for its giver's or its taker's side); two cards that stand in for the two
sides of one precedent are evidence for each other.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
import numpy.typing as npt
from scipy import sparse

from core.domain.choices import Direction
from core.domain.datafiles import rows_of
from core.domain.knowledge import concepts, mentions, sectors
from core.domain.knowledge.kept import kept
from core.domain.knowledge.likeness import Phrases, likeness, phrases, words_in
from core.domain.knowledge.materials import all_concepts
from core.domain.matching.cards import Card

Floats = npt.NDArray[np.float64]

LEAST = 0.15  # weaker likenesses are chance: shared words such as "waste" or "production"
_SIDES = ("resource", "donor", "receiver", "use")
_UNKNOWN_ACTIVITY = 0.5


@dataclass(frozen=True)
class Precedent:
    """A published exchange. NACE codes are ours where the publication had none; waste codes are checked."""

    id: str
    resource_en: str
    resource_tr: str
    donor_en: str
    donor_tr: str
    donor_nace: str
    receiver_en: str
    receiver_tr: str
    receiver_nace: str
    use_en: str
    use_tr: str
    waste_codes: str
    code_note: str
    status: str
    place: str
    source: str


@dataclass(frozen=True)
class PrecedentBase:
    """Precedents prepared for comparison: phrases of each side by "resource", "donor", "receiver", "use".

    `resources` is concepts × precedents: how like each concept is to the precedent's resource.
    """

    precedents: tuple[Precedent, ...]
    sides: dict[str, Phrases]
    resources: Floats


@cache
def all_precedents() -> tuple[Precedent, ...]:
    """Return the precedents of data/knowledge/precedents.csv in the order of the file."""
    return tuple(Precedent(**row) for row in rows_of("precedents.csv"))


@kept
def precedent_base() -> PrecedentBase:
    """Prepare all precedents of data/knowledge."""
    return base_of(all_precedents())


def base_of(precedents: Sequence[Precedent]) -> PrecedentBase:
    """Prepare some precedents, all of them or those that an evaluation leaves in."""
    texts = {
        side: [[getattr(p, f"{side}_{lang}") for lang in ("en", "tr")] for p in precedents] for side in _SIDES
    }
    if not precedents:
        return PrecedentBase((), {}, np.zeros((len(all_concepts()), 0), dtype=np.float64))
    words = words_in([text for side in _SIDES for pair in texts[side] for text in pair])
    about = [Card("", Direction.HAVE, ", ".join(pair)) for pair in texts["resource"]]
    return PrecedentBase(
        tuple(precedents),
        {side: phrases(words, texts[side]) for side in _SIDES},
        concepts.best_of(mentions.concepts_of(about), concepts.concept_base().likeness).T,
    )


def as_giver(cards: Sequence[Card], base: PrecedentBase, found: sparse.csr_matrix) -> Floats:
    """Return how far each have stands in for the giver's side of each precedent: cards × precedents, 0–1."""
    if not base.precedents or not cards:
        return np.zeros((len(cards), len(base.precedents)))
    resource = _about(cards, base, found)
    donor = of_activity(cards, base, "donor")
    donor = np.where(np.isnan(donor), _UNKNOWN_ACTIVITY, donor)
    return _cut(resource * (0.7 + 0.3 * donor))


def as_taker(cards: Sequence[Card], base: PrecedentBase, found: sparse.csr_matrix) -> Floats:
    """Return how far each want stands in for the taker's side of each precedent: cards × precedents, 0–1."""
    if not base.precedents or not cards:
        return np.zeros((len(cards), len(base.precedents)))
    names = [card.name for card in cards]
    use = likeness(names, base.sides["use"])
    resource = np.maximum(
        _about(cards, base, found),
        likeness([f"{card.name} {card.activity}" for card in cards], base.sides["resource"]),
    )
    named = 0.7 * likeness(names, base.sides["receiver"])
    receiver = of_activity(cards, base, "receiver")
    receiver = np.where(np.isnan(receiver), 0.25 * np.maximum(use, resource), receiver)
    receiver = np.maximum(receiver, named) * sectors.openness(cards, sectors.sector_base())[:, np.newaxis]
    return _cut(np.minimum(1.0, 0.6 * receiver + 0.25 * use + 0.4 * resource))


def _about(cards: Sequence[Card], base: PrecedentBase, concepts_found: sparse.csr_matrix) -> Floats:
    """Return the likeness to the resources: of name, of name and description or of concepts, whichever is nearest."""
    side = base.sides["resource"]
    found = likeness([card.name for card in cards], side)
    described = [row for row, card in enumerate(cards) if card.description]
    if described:
        longer = likeness([f"{cards[row].name} {cards[row].description}" for row in described], side)
        found[described] = np.maximum(found[described], longer)
    return np.maximum(found, concepts.best_of(concepts_found, base.resources))


def of_activity(cards: Sequence[Card], base: PrecedentBase, side: str) -> Floats:
    """Return how like the cards' activities are to the "donor" or "receiver" of each precedent: cards × precedents.

    By words or NACE, whichever is nearer, 0–1; a row of nan where neither is known.
    """
    found = likeness([card.activity for card in cards], base.sides[side])
    codes = tuple(getattr(precedent, f"{side}_nace") for precedent in base.precedents)
    for row, card in enumerate(cards):
        if card.nace:
            found[row] = np.maximum(found[row], _nace_likenesses(card.nace, codes))
        elif not card.activity.strip():
            found[row] = np.nan
    return found


@lru_cache(maxsize=10_000)
def _nace_likenesses(mine: tuple[str, ...], codes: tuple[str, ...]) -> Floats:
    return np.array([max(nace_likeness(one, code) for one in mine) for code in codes])


@cache
def nace_likeness(one: str, other: str) -> float:
    """Return how near two NACE codes (digits) are: class 1, group 0.8, division 0.6, else 0.

    >>> nace_likeness("104102", "1041"), nace_likeness("2351", "2361"), nace_likeness("", "10")
    (1.0, 0.6, 0.0)
    """
    for digits, value in ((4, 1.0), (3, 0.8), (2, 0.6)):
        if len(one) >= digits and one[:digits] == other[:digits]:
            return value
    return 0.0


def _cut(values: Floats) -> Floats:
    return np.where(values < LEAST, 0.0, values)
