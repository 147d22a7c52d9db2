"""Services as people write of them: an offer names a machine or a room, a need tells a problem and names neither.

"Somebody to sterilise our trays" holds no term of terms.csv and shares no word with "spare autoclave hours". So all
that is known to be said of a service, its names and terms and what needs.csv lists, makes one document; a text is read
by which documents its words lie near to (explicit semantic analysis). Words count by their beginnings: need and offer
are built of verbs and nouns of one root, in either language. What a text speaks of at all, goods or services, its words
tell too, where the card does not say it.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
import numpy.typing as npt
from scipy import sparse
from sparse_dot_topn import sp_matmul_topn

from core.domain.cards import Card
from core.domain.choices import FLOWS, Direction, Kind
from core.domain.concepts import concept_base, plain_words
from core.domain.materials import Concept, all_concepts, rows_of
from core.domain.text import stem, tokens

Floats = npt.NDArray[np.float64]

BEST = 20  # services that a text may speak of; most of what lies further is chance
HALF_A_SERVICE = 0.5
NAME_WEIGHT = 2
_BEGINNING = 5  # letters
_OF_NAME = 3  # how often a service's names count beside its terms
_OF_NEED = 2
_STRETCH = 1.3  # a reading spreads over kin services: without it no two texts would fully agree
_UNSEEN = 0.3  # added to how often a word is said of goods and of services
_SURE = 0.95
_GOODS_FIRST = 1.5  # log odds: most of what firms list is goods, and a doubtful text is one too


@dataclass(frozen=True)
class ServiceBase:
    """Services ready to be read.

    `words` numbers the beginnings of words, `idf` says how telling each is; `documents` is words × services, each of
    length 1. `tells` is the logarithm of how much oftener a word is said of services than of goods.
    """

    concepts: tuple[Concept, ...]
    words: dict[str, int]
    idf: Floats
    documents: sparse.csr_matrix
    tells: Floats


@cache
def service_base() -> ServiceBase:
    """Prepare what data/knowledge says of services."""
    said = _said()
    concepts = tuple(one for one in all_concepts() if Kind(one.kind) not in FLOWS)
    documents = [_document(one, said) for one in concepts]
    words = {word: number for number, word in enumerate(sorted(set().union(*documents, *_goods(said))))}
    counts = _counts(documents, words)
    idf = np.log((1 + len(concepts)) / (1 + np.bincount(counts.indices, minlength=len(words)))) + 1
    return ServiceBase(
        concepts, words, idf, sparse.csr_matrix(_weighed(counts, idf).T), _telling(concepts, said, words)
    )


def shares(cards: Sequence[Card]) -> Floats:
    """Return how surely each card speaks of a service, 0–1: what its kind says, else what its name does."""
    return np.array([_by_words(card.name) if card.kind is None else card.kind not in FLOWS for card in cards],
                    dtype=np.float64)  # fmt: skip


def readings(cards: Sequence[Card], shares: Floats) -> sparse.csr_matrix:
    """Return cards × services: how far each card speaks of each, 0–1, of BEST at most; `shares` as above.

    A need names the goods that it is about ("get our cheese to Ankara"): a want counts at least HALF_A_SERVICE.
    """
    base = service_base()
    counts = _counts([_spoken(card) for card in cards], base.words)
    near = sp_matmul_topn(_weighed(counts, base.idf), base.documents, top_n=BEST, threshold=0.0)
    near.data **= 2  # half a likeness is only a hint
    lengths = np.sqrt(np.asarray(near.multiply(near).sum(axis=1)).ravel())
    near.data = np.minimum(1.0, _STRETCH * near.data / np.repeat(lengths, np.diff(near.indptr)))
    least = [HALF_A_SERVICE if card.direction is Direction.WANT else 0.0 for card in cards]
    found = sparse.csr_matrix(near.multiply(np.maximum(shares, least)[:, np.newaxis]))
    found.eliminate_zeros()
    return found


@lru_cache(maxsize=100_000)
def _words(text: str) -> tuple[str, ...]:
    return tuple(stem(word)[:_BEGINNING] for word in tokens(text))


def _spoken(card: Card) -> Counter[str]:
    return Counter(_words(card.name) * NAME_WEIGHT + _words(card.description))


def _said() -> dict[str, list[str]]:
    """Return by concept its names, its terms and what those say who need it."""
    said = {one.id: [one.name_tr, one.name_en] for one in all_concepts()}
    for row in rows_of("terms.csv"):
        said[row["concept_id"]].append(row["term"])
    for concept, needs in _needs().items():
        said[concept] += needs
    return said


@cache
def _needs() -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for row in rows_of("needs.csv"):
        found[row["concept_id"]] += [
            part.strip() for part in f"{row['need_en']},{row['need_tr']}".split(",") if part.strip()
        ]
    return found


def _document(concept: Concept, said: dict[str, list[str]]) -> Counter[str]:
    names = {one.id: [one.name_tr, one.name_en] for one in all_concepts()}
    texts = said[concept.id] + names[concept.id] * (_OF_NAME - 1) + _needs()[concept.id] * (_OF_NEED - 1)
    for other in concept.broader:
        texts = texts + names[other]
    for other in concept.stands_in_for:
        texts = texts + names[other] * 2
    return Counter(word for text in texts for word in _words(text))


def _goods(said: dict[str, list[str]]) -> list[set[str]]:
    return [{word for text in said[one.id] for word in _words(text)} for one in all_concepts()]


def _counts(texts: Sequence[Counter[str]], words: dict[str, int]) -> sparse.csr_matrix:
    """Return texts × words: how often each word stands in each text, dampened by the logarithm."""
    rows = [[(words[word], count) for word, count in text.items() if word in words] for text in texts]
    starts = np.cumsum([0, *(len(row) for row in rows)])
    flat = np.array([pair for row in rows for pair in row], dtype=np.float64).reshape(-1, 2)
    values = 1 + np.log(flat[:, 1])
    return sparse.csr_matrix((values, flat[:, 0].astype(np.int64), starts), shape=(len(texts), len(words)))


def _weighed(counts: sparse.csr_matrix, idf: Floats) -> sparse.csr_matrix:
    weighed = counts.multiply(idf).tocsr()
    lengths = np.sqrt(np.asarray(weighed.multiply(weighed).sum(axis=1)).ravel())
    weighed.data /= np.repeat(lengths, np.diff(weighed.indptr))
    return sparse.csr_matrix(weighed)


def _telling(concepts: Sequence[Concept], said: dict[str, list[str]], words: dict[str, int]) -> Floats:
    """Return the logarithm of how much oftener each word stands in phrases of services than of goods."""
    ours = {one.id for one in concepts}
    counts = np.full((2, len(words)), _UNSEEN)
    for concept, texts in said.items():
        for text in texts:
            counts[int(concept in ours), [words[word] for word in set(_words(text))]] += 1
    shares_of_words = counts / counts.sum(axis=1, keepdims=True)
    return np.asarray(np.log(shares_of_words[1] / shares_of_words[0]), dtype=np.float64)


@lru_cache(maxsize=100_000)
def _by_words(text: str) -> float:
    """Return how surely a text speaks of a service; one that is a term says by its concept."""
    base = service_base()
    known = concept_base()
    own = known.terms.get(" ".join(map(stem, plain_words(text))))
    if own is not None:
        return float(Kind(known.concepts[own].kind) not in FLOWS)
    tells = sum(base.tells[base.words[word]] for word in set(_words(text)) if word in base.words)
    share = 1 / (1 + float(np.exp(_GOODS_FIRST - tells)))
    return 0.0 if share < 1 - _SURE else 1.0 if share > _SURE else share
