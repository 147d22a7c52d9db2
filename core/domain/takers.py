"""Which activities would take a have, whoever they are: NACE divisions from what sectors consume and from precedents.

No card of the database is needed; suggestions to firms that never listed a want rest on the same.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np
import numpy.typing as npt

from core.domain import mentions, precedents, related, sectors
from core.domain.cards import Card
from core.domain.choices import Direction
from core.domain.exclusions import between
from core.domain.features import Knowledge, knowledge
from core.domain.materials import rows_of

Floats = npt.NDArray[np.float64]

_BY_PRECEDENTS = 0.5  # how much precedents count beside the needs of sectors
_BY_KINSHIP = 0.3
_BY_CUSTOM = 0.1
_FROM_CLASS = 0.9  # a class that takes it speaks for its division
_SURE_KIN = 0.4
_LEAST = 0.02


@dataclass(frozen=True, slots=True)
class Taker:
    """A NACE division that may take a have; `confidence` (0–1) guides the eye and is no probability."""

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
    """Return haves × divisions (0–1), and the divisions as two digits."""
    base = known.sectors
    about = mentions.concepts_of(haves)
    need = sectors.needs(sectors.things(haves, base), about, base)
    given = precedents.as_giver(haves, known.precedents, about)
    divisions = tuple(sorted({code[:2] for code in base.codes}))
    place = {division: column for column, division in enumerate(divisions)}
    by_sector = np.zeros((len(haves), len(divisions)))
    for column, code in enumerate(base.codes):
        share = 1.0 if len(code) == 2 else _FROM_CLASS
        target = place[code[:2]]
        by_sector[:, target] = np.maximum(by_sector[:, target], share * need[:, column])
    unlikely = np.ones_like(by_sector)
    for number, precedent in enumerate(known.precedents.precedents):
        if precedent.receiver_nace[:2] in place:
            unlikely[:, place[precedent.receiver_nace[:2]]] *= 1.0 - given[:, number] ** 2
    divisions_of = np.array([place[code[:2]] for code in base.codes])
    kin = np.zeros_like(by_sector)
    for column, likeness in enumerate((related.directions(haves) @ _directions().T).T):
        kin[:, divisions_of[column]] = np.maximum(kin[:, divisions_of[column]], likeness)
    scores = by_sector + _BY_PRECEDENTS * (1.0 - unlikely) + _BY_KINSHIP * kin
    scores += _BY_CUSTOM * _custom(known.precedents.precedents, divisions)
    scores[
        (by_sector.max(axis=1) < _LEAST)
        & (unlikely.min(axis=1) > 1.0 - _LEAST)
        & (kin.max(axis=1) < _SURE_KIN)
    ] = 0
    return scores / (1.0 + _BY_PRECEDENTS + _BY_KINSHIP + _BY_CUSTOM), divisions


@cache
def _directions() -> Floats:
    """Return the directions (core.domain.related) of what the sectors of sectors.csv are called, in their order."""
    names: dict[str, list[str]] = {code: [] for code in sectors.sector_base().codes}
    for row in rows_of("sectors.csv"):
        if row["role"] == "name":
            names[row["nace"]].append(f"{row['term_en']} {row['term_tr']}")
    called = [Card(code, Direction.WANT, "", activity=" ".join(texts)) for code, texts in names.items()]
    return related.directions(called).astype(np.float64)


def _custom(known: Sequence[precedents.Precedent], divisions: Sequence[str]) -> Floats:
    """Return how used each division is to taking what others give, 0–1: by the receivers of precedents."""
    counts = Counter(one.receiver_nace[:2] for one in known)
    found = np.log1p([counts[division] for division in divisions])
    return np.asarray(found / max(found.max(), 1.0), dtype=np.float64)


def _is_excluded(have: Card, division: str) -> bool:
    return bool(between(have, Card("", Direction.WANT, "", nace=(division,))))
