"""Which activities would take a have, whoever they are: NACE divisions from practice, what sectors consume, precedents.

No card of the database is needed. Sectors say who could take a thing, practice who mostly does (`sectors.usual_needs`);
decision record 0018 tells how the rest is added up.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from core.domain.choices import Direction
from core.domain.knowledge import mentions, precedents, sectors
from core.domain.matching.cards import Card
from core.domain.matching.exclusions import between
from core.domain.matching.features import Knowledge, knowledge

Floats = npt.NDArray[np.float64]

_BY_PRECEDENTS = 0.2  # how much each says beside what sectors take, which practice orders
_BY_CUSTOM = 0.2
_MIDDLEMEN = ("38", "46")  # waste treatment and wholesale take nearly everything and pass it on
_OF_MIDDLEMEN = 0.8
_FROM_CLASS = 0.9  # a class that takes it speaks for its division
_SHARPNESS = 6.0  # turns scores into shares; likeliest on published and written cases
_LEAST = 0.02


@dataclass(frozen=True, slots=True)
class Taker:
    """A NACE division that may take a have; `confidence`: the share of such cases in which it did, 0–1."""

    nace: str
    confidence: float


def takers(cards: Sequence[Card], top: int, known: Knowledge | None = None) -> list[list[Taker]]:
    """Return for each have its likeliest divisions, at most `top`, best first; [] where nothing is known.

    Divisions that an exclusion keeps from the have are left out. `known` replaces all knowledge, for evaluation.
    """
    known = known or knowledge()
    haves = [replace(card, direction=Direction.HAVE) for card in cards]
    scores, divisions = division_scores(haves, known)
    found = []
    for have, row in zip(haves, scores, strict=True):
        order = sorted(np.flatnonzero(row >= _LEAST), key=lambda place: (-row[place], divisions[place]))
        allowed = (place for place in order if not _is_excluded(have, divisions[place]))
        chosen = [place for place, _ in zip(allowed, range(top), strict=False)]
        found.append([Taker(divisions[place], round(float(row[place]), 3)) for place in chosen])
    return found


def division_scores(haves: Sequence[Card], known: Knowledge) -> tuple[Floats, tuple[str, ...]]:
    """Return haves × divisions, rows that add to 1 or of 0 where nothing is known, and the divisions as two digits."""
    base = known.sectors
    about = mentions.concepts_of(haves)
    divisions = tuple(sorted({code[:2] for code in base.codes}))
    of_code = np.array([divisions.index(code[:2]) for code in base.codes])
    share = np.array([1.0 if len(code) == 2 else _FROM_CLASS for code in base.codes])
    need = sectors.usual_needs(sectors.things(haves, base), about, base)
    by_sector = _best_of(share * need, of_code, len(divisions))
    given = precedents.as_giver(haves, known.precedents, about)
    by_precedents = _spoken_for(given, known.precedents.precedents, divisions)
    scores = by_sector + _BY_PRECEDENTS * by_precedents
    scores += _BY_CUSTOM * _custom(known.precedents.precedents, divisions)
    scores[:, [division in _MIDDLEMEN for division in divisions]] *= _OF_MIDDLEMEN
    telling = np.hstack([by_sector, by_precedents]).max(axis=1, initial=0.0)
    return np.where(telling[:, np.newaxis] >= _LEAST, _shares(scores), 0.0), divisions


def _best_of(values: Floats, of_code: npt.NDArray[np.int64], size: int) -> Floats:
    """Return rows × divisions: the greatest value of a division's codes, at least 0."""
    found = np.zeros((len(values), size))
    for column, division in enumerate(of_code):
        found[:, division] = np.maximum(found[:, division], values[:, column])
    return found


def _spoken_for(given: Floats, known: Sequence[precedents.Precedent], divisions: Sequence[str]) -> Floats:
    """Return haves × divisions: how surely a precedent tells that a receiver of the division took it."""
    unlikely = np.ones((len(given), len(divisions)))
    for number, precedent in enumerate(known):
        if precedent.receiver_nace[:2] in divisions:
            unlikely[:, divisions.index(precedent.receiver_nace[:2])] *= 1.0 - given[:, number] ** 2
    return 1.0 - unlikely


def _shares(scores: Floats) -> Floats:
    """Return the softmax of each row."""
    powers = np.exp(_SHARPNESS * (scores - scores.max(axis=1, keepdims=True, initial=0.0)))
    return np.asarray(powers / powers.sum(axis=1, keepdims=True), dtype=np.float64)


def _custom(known: Sequence[precedents.Precedent], divisions: Sequence[str]) -> Floats:
    """Return how used each division is to taking what others give, 0–1: by the receivers of precedents."""
    counts = Counter(one.receiver_nace[:2] for one in known)
    found = np.log1p([counts[division] for division in divisions])
    return np.asarray(found / max(found.max(), 1.0), dtype=np.float64)


def _is_excluded(have: Card, division: str) -> bool:
    return bool(between(have, Card("", Direction.WANT, "", nace=(division,))))
