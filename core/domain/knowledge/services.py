"""Services as people write of them: an offer names a machine or a room, a need tells a problem and names neither.

"Somebody to sterilise our trays" holds no term of terms.csv and shares no word with "spare autoclave hours". So all
is known to be said of a service, its names and terms and what needs.csv lists, makes one document; a text is read by
which documents its words lie near to (explicit semantic analysis). Words count by their beginnings and by the groups of
letters in them: need and offer are built of verbs and nouns of one root, in either language. What a text speaks of at
all, goods or services, its words tell too, where the card does not say it.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import exp, log

import numpy as np
import numpy.typing as npt
from scipy import sparse
from sparse_dot_topn import sp_matmul_topn

from core.domain.choices import FLOWS, Direction, Kind
from core.domain.knowledge.concepts import concept_base, plain_words
from core.domain.knowledge.materials import Concept, all_concepts, rows_of
from core.domain.matching.cards import Card
from core.domain.text import stem, tokens

Floats = npt.NDArray[np.float64]

BEST = 20  # services that a text may speak of; most of what lies further is chance
WANT_AT_LEAST = 0.7
NAME_WEIGHT = 2
_BEGINNING = 5  # letters of a word that count
_LETTERS = (3, 4, 5)  # in a group
_OF_NAME = 3  # how often a service's names count beside its terms
_OF_NEED = 2
_STRETCH = 1.3  # a reading spreads over kin services: without it no two texts would fully agree
_UNSEEN = 0.3  # added to how often a word is said of goods and of services
_SURE = 0.95
_GOODS_FIRST = 1.5  # log odds: most of what firms list is goods, and a doubtful text is one too


Pieces = Callable[[str], tuple[str, ...]]
"""Takes a word apart: into its beginning, or into groups of letters."""


@dataclass(frozen=True)
class _Space:
    """Pieces of words, numbered, and how telling each is."""

    pieces: Pieces
    numbers: dict[str, int]
    idf: Floats

    def vectors(self, texts: Sequence[Counter[str]]) -> sparse.csr_matrix:
        """Return texts (their words) × pieces: how often, dampened, times how telling; rows of length 1, or 0."""
        weighed = _dampened(_counted(texts, self.pieces, self.numbers)).multiply(self.idf).tocsr()
        lengths = np.sqrt(np.asarray(weighed.multiply(weighed).sum(axis=1)).ravel())
        weighed.data /= np.repeat(lengths, np.diff(weighed.indptr))
        return sparse.csr_matrix(weighed)


@dataclass(frozen=True)
class ServiceBase:
    """Services ready to be read.

    `documents` is (words, then groups of letters) × services. `tells` is by word the logarithm of how much oftener it
    is said of services than of goods.
    """

    concepts: tuple[Concept, ...]
    words: _Space
    letters: _Space
    documents: sparse.csr_matrix
    tells: dict[str, float]


@cache
def service_base() -> ServiceBase:
    """Prepare what data/knowledge says of services."""
    said = _said()
    concepts = tuple(one for one in all_concepts() if Kind(one.kind) not in FLOWS)
    texts = [Counter(word for text in _document(one, said) for word in _split(text)) for one in concepts]
    words, letters = _space(texts, _beginning), _space(texts, _letters)
    documents = sparse.hstack([words.vectors(texts), letters.vectors(texts)])
    return ServiceBase(concepts, words, letters, sparse.csr_matrix(documents.T), _telling(concepts, said))


def shares(cards: Sequence[Card]) -> Floats:
    """Return how surely each card speaks of a service, 0–1: what its kind says, else its name; waste is none."""
    return np.array([_share(card) for card in cards], dtype=np.float64)


def _share(card: Card) -> float:
    if card.kind is not None:
        return float(card.kind not in FLOWS)
    return 0.0 if card.waste_codes else _by_words(card.name)


def readings(cards: Sequence[Card], shares: Floats) -> sparse.csr_matrix:
    """Return cards × services: how far each card speaks of each, 0–1, of BEST at most; `shares` as above.

    A need names the goods that it is about ("get our cheese to Ankara"): a want counts at least WANT_AT_LEAST.
    """
    base = service_base()
    texts = [Counter(_split(card.name) * NAME_WEIGHT + _split(card.description)) for card in cards]
    both = sparse.hstack([base.words.vectors(texts), base.letters.vectors(texts)], format="csr")
    near = sp_matmul_topn(both, base.documents, top_n=BEST, threshold=0.0)
    near.data **= 2  # half a likeness is only a hint
    lengths = np.sqrt(np.asarray(near.multiply(near).sum(axis=1)).ravel())
    near.data = np.minimum(1.0, _STRETCH * near.data / np.repeat(lengths, np.diff(near.indptr)))
    least = [WANT_AT_LEAST if card.direction is Direction.WANT else 0.0 for card in cards]
    found = sparse.csr_matrix(near.multiply(np.maximum(shares, least)[:, np.newaxis]))
    found.eliminate_zeros()
    return found


@lru_cache(maxsize=100_000)
def _split(text: str) -> tuple[str, ...]:
    return tuple(tokens(text))


def _beginning(word: str) -> tuple[str, ...]:
    return (stem(word)[:_BEGINNING],)


def _letters(word: str) -> tuple[str, ...]:
    written = f" {word} "
    return tuple(
        written[start : start + size] for size in _LETTERS for start in range(len(written) - size + 1)
    )


def _beginnings(text: str) -> set[str]:
    return {piece for word in _split(text) for piece in _beginning(word)}


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


def _document(concept: Concept, said: dict[str, list[str]]) -> list[str]:
    """Return all that is said of a service, what tells most several times, with the names of what it is a sort of."""
    names = {one.id: [one.name_tr, one.name_en] for one in all_concepts()}
    texts = said[concept.id] + names[concept.id] * (_OF_NAME - 1) + _needs()[concept.id] * (_OF_NEED - 1)
    for other in concept.broader:
        texts = texts + names[other]
    for other in concept.stands_in_for:
        texts = texts + names[other] * 2
    return texts


def _space(texts: Sequence[Counter[str]], pieces: Pieces) -> _Space:
    all_pieces = {piece for word in set().union(*texts) for piece in pieces(word)}
    numbers = {piece: number for number, piece in enumerate(sorted(all_pieces))}
    held = np.bincount(_counted(texts, pieces, numbers).indices, minlength=len(numbers))
    return _Space(pieces, numbers, np.log((1 + len(texts)) / (1 + held)) + 1)


def _counted(texts: Sequence[Counter[str]], pieces: Pieces, numbers: dict[str, int]) -> sparse.csr_matrix:
    """Return texts × pieces: how often each known piece stands in each text; a word is taken apart once."""
    row_of = {word: row for row, word in enumerate(sorted(set().union(*texts)))}
    apart = [[numbers[piece] for piece in pieces(word) if piece in numbers] for word in row_of]
    counts = [[(row_of[word], count) for word, count in text.items()] for text in texts]
    words = _matrix([[(number, 1) for number in row] for row in apart], len(numbers))
    found = sparse.csr_matrix(_matrix(counts, len(row_of)) @ words)
    found.sum_duplicates()
    return found


def _matrix(rows: Sequence[Sequence[tuple[int, int]]], columns: int) -> sparse.csr_matrix:
    starts = np.cumsum([0, *(len(row) for row in rows)])
    flat = np.array([pair for row in rows for pair in row], dtype=np.int64).reshape(-1, 2)
    shape = (len(rows), columns)
    return sparse.csr_matrix((flat[:, 1].astype(np.float64), flat[:, 0], starts), shape=shape)


def _dampened(counts: sparse.csr_matrix) -> sparse.csr_matrix:
    found = counts.copy()
    found.data = 1 + np.log(found.data)
    return found


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


@lru_cache(maxsize=100_000)
def _by_words(text: str) -> float:
    """Return how surely a text speaks of a service; one that is a term says by its concept."""
    known = concept_base()
    own = known.terms.get(" ".join(map(stem, plain_words(text))))
    if own is not None:
        return float(Kind(known.concepts[own].kind) not in FLOWS)
    tells = service_base().tells
    share = 1 / (1 + exp(_GOODS_FIRST - sum(tells.get(word, 0.0) for word in sorted(_beginnings(text)))))
    return 0.0 if share < 1 - _SURE else 1.0 if share > _SURE else share
