"""What activities consume: whether a have is something that the want's sector takes in.

data/knowledge/sectors.csv lists for each sector (a NACE division or class) its names and what it consumes and gives
off. A have's need is how much each sector could take it, its usual need also how far it mostly does
(practice.py): a want says itself what it is open to; of a firm that listed none, practice tells. A want
belongs to sectors by its NACE code or by what its activity is called. A want that names one thing ("karton kutu") says
little through its firm's sector, which takes many things; a want that names a use ("yem hammaddesi", uses.csv) is open
to all of them. The things themselves join a have and a want across languages. What a sector gives off tells which
firms could offer what a want asks for; as evidence for a pair it was measured to add nothing.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt
from scipy import sparse

from core.domain import reference
from core.domain.choices import FLOWS
from core.domain.datafiles import rows_of
from core.domain.knowledge import concepts, practice
from core.domain.knowledge.activities import is_activity, what_is_done
from core.domain.knowledge.kept import kept
from core.domain.knowledge.likeness import Phrases, likeness, phrases, words_in
from core.domain.knowledge.mentions import mentioned
from core.domain.matching.cards import Card

Floats = npt.NDArray[np.float64]

LEAST = 0.2  # weaker likenesses are chance
_LEAST_NEED = 0.02  # smaller ones change no order and fill the memory
_SPECIFIC = 0.4  # from this likeness on a want names a thing
_MUCH = 0.6  # from this weight on a flow is one that a sector is known by
_OTHER_THINGS = 0.15  # what a sector counts for a want that surely names one thing
_SURELY = 0.7  # a thing's text names a concept, not something beside it
_SURE_IN_WANT = 0.4
_FROM_DIVISION = 0.5  # what a division consumes counts so much for its classes
_OF_PRACTICE = 0.5  # the share of a usual need that practice decides
_NEAR_BEST = 0.6  # of the likeness of the best: other sectors that an activity names
_SURE_BESIDE_CODE = 0.6
_NAMED_IN_WANT = 0.8  # a sector named in the want's name, not in its activity


@dataclass(frozen=True)
class SectorBase:
    """Sectors prepared for comparison.

    `consumes` and `gives_off` are sectors × things; `takes` (could take), `gives` and `practice` (mostly takes) are
    concepts × sectors, 0–1. `flows` names each thing in English and Turkish, synonyms with a comma between;
    `open_uses` marks the uses that name no thing, `main` the things that much is taken in of or given off.
    """

    codes: tuple[str, ...]
    flows: tuple[tuple[str, str], ...]
    names: Phrases
    things: Phrases
    uses: Phrases
    open_uses: npt.NDArray[np.bool_]
    main: npt.NDArray[np.bool_]
    consumes: Floats
    gives_off: Floats
    takes: Floats
    gives: Floats
    practice: Floats


@kept
def sector_base() -> SectorBase:
    """Prepare data/knowledge/sectors.csv."""
    rows = rows_of("sectors.csv")
    codes = tuple(sorted({row["nace"] for row in rows}))
    flowing = tuple(sorted({(row["term_en"], row["term_tr"]) for row in rows if row["role"] != "name"}))
    names: dict[str, list[str]] = defaultdict(list)
    row_of, column_of = ({one: place for place, one in enumerate(all_)} for all_ in (codes, flowing))
    flows = {role: np.zeros((len(codes), len(flowing))) for role in ("consumes", "gives_off")}
    for row in rows:
        if row["role"] == "name":
            names[row["nace"]] += _synonyms(row["term_en"], row["term_tr"])
        else:
            place = row_of[row["nace"]], column_of[row["term_en"], row["term_tr"]]
            flows[row["role"]][place] = float(row["weight"])
    titles = _official_titles(codes)
    name_texts = [list(map(what_is_done, names[code] + titles[code])) for code in codes]
    thing_texts = [_synonyms(*thing) for thing in flowing]
    uses = rows_of("uses.csv")
    use_texts = [_synonyms(row["use_en"], row["use_tr"]) for row in uses]
    words = words_in([text for texts in (*name_texts, *thing_texts) for text in texts])
    consumed, given_off = (_inherited(codes, flows[role]) for role in ("consumes", "gives_off"))
    named = _named(thing_texts)
    covered = concepts.concept_base().covered
    return SectorBase(
        codes=codes,
        flows=flowing,
        names=phrases(words, name_texts),
        things=phrases(words, thing_texts),
        uses=phrases(words, use_texts),
        open_uses=np.array([row["open"] == "yes" for row in uses]),
        main=np.maximum(flows["consumes"], flows["gives_off"]).max(axis=0) >= _MUCH,
        consumes=consumed,
        gives_off=given_off,
        takes=_reached(covered, named, consumed),
        gives=_reached(covered.T, named, given_off),
        practice=practice.takers_of(codes),
    )


def _official_titles(codes: Sequence[str]) -> dict[str, list[str]]:
    """Return the NACE titles, down to the Turkish six digits, of what belongs to each sector and to no finer one."""
    found: dict[str, list[str]] = {code: [] for code in codes}
    for code, one in reference.nace_codes().items():
        digits = code.replace(".", "")
        owners = [digits[:length] for length in range(len(digits), 1, -1) if digits[:length] in found]
        if owners:
            found[owners[0]] += [title for title in (one.title_en, one.title_tr) if title]
    return found


def _synonyms(english: str, turkish: str) -> list[str]:
    return [text for text in re.split(r",\s*", f"{english}, {turkish}") if text]


def _inherited(codes: Sequence[str], flows: Floats) -> Floats:
    found = flows.copy()
    for row, code in enumerate(codes):
        if len(code) > 2 and code[:2] in codes:
            found[row] = np.maximum(found[row], _FROM_DIVISION * flows[codes.index(code[:2])])
    return found


def _named(thing_texts: Sequence[Sequence[str]]) -> Floats:
    """Return things × concepts: 1 where a thing's text surely names a telling concept."""
    base = concepts.concept_base()
    found = np.zeros((len(thing_texts), len(base.concepts)))
    owners = [thing for thing, texts in enumerate(thing_texts) for _ in texts]
    for thing, about in zip(
        owners, mentioned([text for texts in thing_texts for text in texts]), strict=True
    ):
        for concept, weight in about.items():
            if weight >= _SURELY and base.telling[concept] > 0:
                found[thing, concept] = 1.0
    return found


def _reached(covered: Floats, named: Floats, flows: Floats) -> Floats:
    """Return concepts × sectors: how much of each concept flows, itself, under a broader name or in its stead."""
    by_concept = concepts.max_product(flows, named)
    reached = concepts.max_product(covered, by_concept.T)
    return np.where(reached < LEAST, 0.0, reached)


def things(cards: Sequence[Card], base: SectorBase) -> Floats:
    """Return how surely each card is about each thing: cards × things, 0–1."""
    if not cards:
        return np.zeros((0, base.things.size))
    found = likeness([card.name for card in cards], base.things)
    described = [row for row, card in enumerate(cards) if card.description]
    if described:
        texts = [f"{cards[row].name} {cards[row].description}" for row in described]
        found[described] = np.maximum(found[described], likeness(texts, base.things))
    return np.where(found < LEAST, 0.0, found)


def needs(said: Floats, found: sparse.csr_matrix, base: SectorBase) -> Floats:
    """Return how much each sector takes in what each have is: cards × sectors, 0–1; rows of 0 where unknown.

    `said` holds the `things` of the cards, `found` their concepts (`mentions.concepts_of`). Words and concepts err in
    different ways: where both agree the need is sure. The square keeps needs that are only possible from outweighing
    what cards say.
    """
    return _agreed(said, base.consumes, concepts.best_of(found, base.takes))


def usual_needs(said: Floats, found: sparse.csr_matrix, base: SectorBase) -> Floats:
    """Return `needs` with those first that mostly take what each have is: many could take a common thing.

    For takers and prospects, who listed no want that would tell.
    """
    does = concepts.best_of(found, base.practice)
    return _cut((1.0 - _OF_PRACTICE) * needs(said, found, base) + _OF_PRACTICE * does, _LEAST_NEED)


def offers(said: Floats, found: sparse.csr_matrix, base: SectorBase) -> Floats:
    """Return how much each sector gives off what each want asks for: cards × sectors, as `needs`."""
    return _agreed(said, base.gives_off, concepts.best_of(found, base.gives))


def _agreed(said: Floats, flows: Floats, by_concepts: Floats) -> Floats:
    rows = [(flows[:, row > 0] * row[row > 0]).max(axis=1, initial=0.0) for row in said]
    by_words = np.array(rows).reshape(len(said), len(flows))
    return _cut(((by_words + by_concepts) / 2) ** 2, _LEAST_NEED)


def memberships(cards: Sequence[Card], base: SectorBase) -> Floats:
    """Return how far each want is what its sector takes in: cards × sectors, 0–1; rows of 0 where unknown.

    A want that is said to be a service is open to nothing of it: a trade that takes cardboard wants no truck of it.
    What the name says of an activity counts where no NACE code tells: "hurda" in a steelworks is no scrap yard.
    """
    if not cards:
        return np.zeros((0, len(base.codes)))
    names = [card.name for card in cards]
    uses = likeness(names, base.uses)[:, base.open_uses].max(axis=1)
    in_name = _named_in(names, base)
    untold = np.array([not card.nace for card in cards])
    in_name = np.where(
        (in_name > uses[:, np.newaxis]) & untold[:, np.newaxis],
        _NAMED_IN_WANT * _cut(in_name, _SURE_IN_WANT),
        0.0,
    )
    found = np.maximum(_told_by_activity(cards, untold, base), in_name)
    for row, card in enumerate(cards):
        for code in card.nace:
            found[row] = np.maximum(found[row], [_belongs(code, sector) for sector in base.codes])
    of_services = [row for row, card in enumerate(cards) if card.kind is not None and card.kind not in FLOWS]
    found[of_services] = 0.0
    return found * openness(cards, base)[:, np.newaxis]


def _told_by_activity(cards: Sequence[Card], untold: npt.NDArray[np.bool_], base: SectorBase) -> Floats:
    """Return how far each activity names each sector: the best and those near; beside a NACE code the sure ones."""
    named = _named_in([card.name if _only_activity(card) else card.activity for card in cards], base)
    best = named.max(axis=1, keepdims=True)
    least = np.maximum(_NEAR_BEST * best, np.where(untold, LEAST, _SURE_BESIDE_CODE)[:, np.newaxis])
    return np.where(named < least, 0.0, named)


def _named_in(texts: Sequence[str], base: SectorBase) -> Floats:
    """Return how far each text names each sector: texts × sectors, 0–1."""
    return likeness([what_is_done(text) for text in texts], base.names)


def openness(cards: Sequence[Card], base: SectorBase) -> Floats:
    """Return how far each want is open to all that its firm's activity takes, 0–1.

    A want that names a use ("yem hammaddesi") or an activity is; one that names another thing ("palet") hardly.
    """
    if not cards:
        return np.zeros(0)
    names = [card.name for card in cards]
    things = likeness(names, base.things)[:, base.main].max(axis=1)
    uses = likeness(names, base.uses)[:, base.open_uses].max(axis=1)
    activities = _named_in(names, base).max(axis=1)
    is_open = (
        (things < _SPECIFIC)
        | (uses >= things)
        | (activities > things)
        | np.array([_only_activity(card) for card in cards])
    )
    return np.where(is_open, 1.0, 1.0 - (1.0 - _OTHER_THINGS) * things)


def _only_activity(card: Card) -> bool:
    """Return whether a want says nothing but what its taker does; beside a NACE code "cement mixer" is a need."""
    return not card.nace and card.activity in ("", card.name) and is_activity(card.name)


def _cut(values: Floats, least: float) -> Floats:
    return np.where(values < least, 0.0, values)


@cache
def _belongs(code: str, sector: str) -> float:
    """Return how far a firm with this NACE code belongs to a sector (a division or class of sectors.csv)."""
    if code.startswith(sector) and (len(sector) > 2 or code == sector):
        return 1.0
    if sector.startswith(code) or code[:3] == sector[:3]:
        return 0.6
    if code.startswith(sector):
        return 0.5
    return 0.15 if code[:2] == sector[:2] else 0.0
