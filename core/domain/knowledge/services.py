"""Services as people write of them: an offer names a machine or a room, a need tells a problem and names neither.

"Somebody to sterilise our trays" holds no term of terms.csv and shares no word with "spare autoclave hours". So all
is known to be said of a service, its names and terms and what service_words.csv lists, makes one document (documents.py
tells how texts are read by them). What a text speaks of at all, goods or services, its words tell too, where the card
does not say it.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import exp, log

import numpy as np
import numpy.typing as npt
from scipy import sparse

from core.domain.choices import FLOWS, Direction, Kind
from core.domain.datafiles import rows_of
from core.domain.knowledge.concepts import concept_base, plain_words
from core.domain.knowledge.documents import Documents, beginning, documents_of, phrases_of, read, split
from core.domain.knowledge.kept import kept
from core.domain.knowledge.materials import Concept, all_concepts
from core.domain.knowledge.mentions import mentioned
from core.domain.matching.cards import Card
from core.domain.text import stem

Floats = npt.NDArray[np.float64]

WANT_AT_LEAST = 0.7
NAME_WEIGHT = 2
_OF_NAME = 3  # how often a service's names count beside its terms
_OF_PHRASE = 2
_UNSEEN = 0.3  # added to how often a word is said of goods and of services
_SURE = 0.95
_OF_NAMED = 1.5  # log odds: a concept that the text names, of a service or of goods
_GOODS_FIRST = 1.0  # log odds: most of what firms list is goods, and a doubtful text is one too


@dataclass(frozen=True)
class ServiceBase:
    """Services ready to be read: what is said of each as a document.

    `tells` is by word the logarithm of how much oftener it is said of services than of goods.
    """

    concepts: tuple[Concept, ...]
    documents: Documents
    tells: dict[str, float]


@kept
def service_base() -> ServiceBase:
    """Prepare what data/knowledge says of services."""
    said = _said()
    concepts = tuple(one for one in all_concepts() if Kind(one.kind) not in FLOWS)
    documents = documents_of([_document(one, said) for one in concepts])
    return ServiceBase(concepts, documents, _telling(concepts, said))


def shares(cards: Sequence[Card]) -> Floats:
    """Return how surely each card speaks of a service, 0–1: what its kind says, else its name; waste is none."""
    unsaid = sorted({card.name for card in cards if card.kind is None and not card.waste_codes})
    guessed = {name: _guess(name, about) for name, about in zip(unsaid, mentioned(unsaid), strict=True)}
    return np.array([_share(card, guessed) for card in cards], dtype=np.float64)


def _share(card: Card, guessed: Mapping[str, float]) -> float:
    if card.kind is not None:
        return float(card.kind not in FLOWS)
    return 0.0 if card.waste_codes else guessed[card.name]


def readings(cards: Sequence[Card], shares: Floats) -> sparse.csr_matrix:
    """Return cards × services: how far each card speaks of each, 0–1; `shares` as above.

    A need names the goods that it is about ("get our cheese to Ankara"): a want counts at least WANT_AT_LEAST.
    """
    texts = [Counter(split(card.name) * NAME_WEIGHT + split(card.description)) for card in cards]
    told = read(texts, service_base().documents)
    least = [WANT_AT_LEAST if card.direction is Direction.WANT else 0.0 for card in cards]
    found = sparse.csr_matrix(told.multiply(np.maximum(shares, least)[:, np.newaxis]))
    found.eliminate_zeros()
    return found


def _beginnings(text: str) -> set[str]:
    return {piece for word in split(text) for piece in beginning(word)}


def _said() -> dict[str, list[str]]:
    """Return by concept its two names, its terms and what those say who offer or need it."""
    said = {one.id: [one.name_tr, one.name_en] for one in all_concepts()}
    for row in rows_of("terms.csv"):
        said[row["concept_id"]].append(row["term"])
    for concept, phrases in _phrases().items():
        said[concept] += phrases
    return said


@cache
def _phrases() -> dict[str, list[str]]:
    """Return by concept what service_words.csv has those say who offer or need it."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in rows_of("service_words.csv"):
        found[row["concept_id"]] += phrases_of(row)
    return found


def _document(concept: Concept, said: dict[str, list[str]]) -> list[str]:
    """Return all that is said of a service, what tells most several times, with the names of what it is a sort of."""
    texts = said[concept.id] + said[concept.id][:2] * (_OF_NAME - 1)
    texts = texts + _phrases()[concept.id] * (_OF_PHRASE - 1)
    for other in concept.broader:
        texts = texts + said[other][:2]
    for other in concept.stands_in_for:
        texts = texts + said[other][:2] * 2
    return texts


def _telling(concepts: Sequence[Concept], said: dict[str, list[str]]) -> dict[str, float]:
    """Return by word the logarithm of how much oftener it stands in phrases of services than of goods."""
    ours = {one.id for one in concepts}
    goods: Counter[str] = Counter()
    services: Counter[str] = Counter()
    for concept, texts in said.items():
        counted = services if concept in ours else goods
        for text in texts:
            counted.update(_beginnings(text))
    words = goods.keys() | services.keys()
    of_goods = goods.total() + _UNSEEN * len(words)
    of_services = services.total() + _UNSEEN * len(words)
    return {
        word: log((services[word] + _UNSEEN) / of_services) - log((goods[word] + _UNSEEN) / of_goods)
        for word in words
    }


def _guess(text: str, about: Mapping[int, float]) -> float:
    """Return how surely a text speaks of a service; `about`: the concepts that it names, by row of all concepts."""
    own = concept_base().terms.get(" ".join(map(stem, plain_words(text))))
    if own is not None:
        return float(_is_service(own))
    leaning = [0.0, 0.0]
    for concept, weight in about.items():
        leaning[_is_service(concept)] = max(leaning[_is_service(concept)], weight)
    odds = _by_words(text) + _OF_NAMED * (leaning[True] - leaning[False]) - _GOODS_FIRST
    share = 1 / (1 + exp(-odds))
    return 0.0 if share < 1 - _SURE else 1.0 if share > _SURE else share


def _is_service(concept: int) -> bool:
    return Kind(concept_base().concepts[concept].kind) not in FLOWS


@lru_cache(maxsize=100_000)
def _by_words(text: str) -> float:
    """Return the log odds that a text speaks of a service rather than of goods, by its words."""
    tells = service_base().tells
    return sum(tells.get(word, 0.0) for word in sorted(_beginnings(text)))
