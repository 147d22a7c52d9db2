"""What activities consume: whether a have is something that the want's sector takes in.

data/knowledge/sectors.csv lists for each sector (a NACE division or class) its names and what it consumes and gives
off. A have's need is how much each sector would take it; a want belongs to sectors by its NACE code or by what its
activity is called. The `gives_off` rows serve checklists; as evidence for a pair they were measured to add nothing.
"""

import csv
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from core.config import KNOWLEDGE
from core.domain.cards import Card
from core.domain.likeness import Phrases, likeness, phrases, vectorizer_of

Floats = npt.NDArray[np.float64]

LEAST = 0.25  # weaker likenesses are chance
_FROM_DIVISION = 0.5  # what a division consumes counts so much for its classes
_NAMED_IN_WANT = 0.5  # a sector named in the want's name, not in its activity


@dataclass(frozen=True)
class SectorBase:
    """Sectors prepared for comparison; `consumes` and `gives_off` are sectors × things, 0–1."""

    codes: tuple[str, ...]
    names: Phrases
    things: Phrases
    consumes: Floats
    gives_off: Floats


@cache
def sector_base() -> SectorBase:
    """Prepare data/knowledge/sectors.csv."""
    with (KNOWLEDGE / "sectors.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    codes = tuple(sorted({row["nace"] for row in rows}))
    things = tuple(sorted({(row["term_en"], row["term_tr"]) for row in rows if row["role"] != "name"}))
    names: dict[str, list[str]] = defaultdict(list)
    flows = {role: np.zeros((len(codes), len(things))) for role in ("consumes", "gives_off")}
    for row in rows:
        if row["role"] == "name":
            names[row["nace"]] += _synonyms(row["term_en"], row["term_tr"])
        else:
            place = codes.index(row["nace"]), things.index((row["term_en"], row["term_tr"]))
            flows[row["role"]][place] = float(row["weight"])
    name_texts = [names[code] for code in codes]
    thing_texts = [_synonyms(*thing) for thing in things]
    vectorizer = vectorizer_of([text for texts in (*name_texts, *thing_texts) for text in texts])
    return SectorBase(
        codes=codes,
        names=phrases(vectorizer, name_texts),
        things=phrases(vectorizer, thing_texts),
        consumes=_inherited(codes, flows["consumes"]),
        gives_off=_inherited(codes, flows["gives_off"]),
    )


def _synonyms(english: str, turkish: str) -> list[str]:
    return [text for text in re.split(r",\s*", f"{english}, {turkish}") if text]


def _inherited(codes: Sequence[str], flows: Floats) -> Floats:
    found = flows.copy()
    for row, code in enumerate(codes):
        if len(code) > 2 and code[:2] in codes:
            found[row] = np.maximum(found[row], _FROM_DIVISION * flows[codes.index(code[:2])])
    return found


def needs(cards: Sequence[Card], base: SectorBase) -> Floats:
    """Return how much each sector takes in what each have is: cards × sectors, 0–1; rows of 0 where unknown."""
    if not cards:
        return np.zeros((0, len(base.codes)))
    things = likeness([card.name for card in cards], base.things)
    described = [row for row, card in enumerate(cards) if card.description]
    if described:
        texts = [f"{cards[row].name} {cards[row].description}" for row in described]
        things[described] = np.maximum(things[described], likeness(texts, base.things))
    things = np.where(things < LEAST, 0.0, things)
    return np.array([(base.consumes * row).max(axis=1) for row in things])


def memberships(cards: Sequence[Card], base: SectorBase) -> Floats:
    """Return how far each want's firm belongs to each sector: cards × sectors, 0–1; rows of 0 where unknown."""
    if not cards:
        return np.zeros((0, len(base.codes)))
    found = np.maximum(
        likeness([card.activity for card in cards], base.names),
        _NAMED_IN_WANT * likeness([card.name for card in cards], base.names),
    )
    found = np.where(found < LEAST, 0.0, found)
    for row, card in enumerate(cards):
        for code in card.nace:
            found[row] = np.maximum(found[row], [_belongs(code, sector) for sector in base.codes])
    return found


@cache
def _belongs(code: str, sector: str) -> float:
    """Return how far a firm with this NACE code belongs to a sector (a division or class of sectors.csv)."""
    if code.startswith(sector):
        return 0.8 if len(sector) == 2 else 1.0
    if sector.startswith(code):
        return 0.6
    if code[:3] == sector[:3]:
        return 0.9
    return 0.3 if code[:2] == sector[:2] else 0.0
