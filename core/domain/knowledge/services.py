"""Services as people write of them: an offer names a machine or a room, a need tells a problem and names neither.

"Somebody to sterilise our trays" holds no term of terms.csv and shares no word with "spare autoclave hours". So all
is known to be said of a service, its names and terms and what service_words.csv lists, makes one document; a text is
read by which documents its words lie near to (explicit semantic analysis) and by which service oftenest says such words
(naive Bayes): they err in different ways, and the mean of both is the reading. Words count by their beginnings and by
the groups of letters in them: need and offer are built of verbs and nouns of one root, in either language. What a text
speaks of at all, goods or services, its words tell too, where the card does not say it.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
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
from core.domain.knowledge.mentions import mentioned
from core.domain.matching.cards import Card
from core.domain.text import stem, tokens

Floats = npt.NDArray[np.float64]

BEST = 20  # services that a text may speak of; most of what lies further is chance
WANT_AT_LEAST = 0.7
NAME_WEIGHT = 2
_BEGINNING = 5  # letters of a word that count
_LETTERS = (3, 4, 5)  # in a group
_OF_NAME = 3  # how often a service's names count beside its terms
_OF_PHRASE = 2
_UNSAID = 0.4  # added to how often a service says a piece of a word
_SOFTENED = 0.3  # naive Bayes takes pieces of one word for independent and is too sure
_STRETCH = 1.6  # a reading spreads over kin services: without it no two texts would fully agree
_UNSEEN = 0.3  # added to how often a word is said of goods and of services
_SURE = 0.95
_OF_NAMED = 1.5  # log odds: a concept that the text names, of a service or of goods
_GOODS_FIRST = 1.0  # log odds: most of what firms list is goods, and a doubtful text is one too


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

    `documents` is (words, then groups of letters) × services, `says` likewise the logarithm of how much oftener a
    service says a piece than one that it never says, `never` by service the logarithm of the share of the latter.
    `tells` is by word the logarithm of how much oftener it is said of services than of goods.
    """

    concepts: tuple[Concept, ...]
    words: _Space
    letters: _Space
    documents: sparse.csr_matrix
    says: sparse.csr_matrix
    never: Floats
    tells: dict[str, float]


@cache
def service_base() -> ServiceBase:
    """Prepare what data/knowledge says of services."""
    said = _said()
    concepts = tuple(one for one in all_concepts() if Kind(one.kind) not in FLOWS)
    phrases = [_document(one, said) for one in concepts]
    texts = [Counter(word for text in some for word in _split(text)) for some in phrases]
    words, letters = _space(texts, _beginning), _space(texts, _letters)
    documents = sparse.hstack([words.vectors(texts), letters.vectors(texts)])
    says, never = _sayings(phrases, words, letters)
    return ServiceBase(
        concepts, words, letters, sparse.csr_matrix(documents.T), says, never, _telling(concepts, said)
    )


def _sayings(
    phrases: Sequence[Sequence[str]], words: _Space, letters: _Space
) -> tuple[sparse.csr_matrix, Floats]:
    """Return `says` and `never` of a ServiceBase; each phrase counts the same, however long."""
    texts = [Counter(_split(text)) for some in phrases for text in some]
    each = sparse.hstack([words.vectors(texts), letters.vectors(texts)], format="csr")
    owner = np.repeat(np.arange(len(phrases)), [len(some) for some in phrases])
    of_service = sparse.csr_matrix((np.ones(len(owner)), (owner, np.arange(len(owner)))))
    said = sparse.csr_matrix(of_service @ each)
    total = np.asarray(said.sum(axis=1)).ravel() + _UNSAID * said.shape[1]
    said.data = np.log1p(said.data / _UNSAID)
    return sparse.csr_matrix(said.T), np.log(_UNSAID / total)


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
    base = service_base()
    texts = [Counter(_split(card.name) * NAME_WEIGHT + _split(card.description)) for card in cards]
    both = sparse.hstack([base.words.vectors(texts), base.letters.vectors(texts)], format="csr")
    near = sp_matmul_topn(both, base.documents, top_n=BEST, threshold=0.0)
    near.data **= 2  # half a likeness is only a hint
    read = (_stretched(near) + _stretched(_likeliest(both, base))) / 2
    least = [WANT_AT_LEAST if card.direction is Direction.WANT else 0.0 for card in cards]
    found = sparse.csr_matrix(read.multiply(np.maximum(shares, least)[:, np.newaxis]))
    found.eliminate_zeros()
    return found


def _stretched(near: sparse.csr_matrix) -> sparse.csr_matrix:
    """Return rows of length _STRETCH, no value above 1."""
    lengths = np.sqrt(np.asarray(near.multiply(near).sum(axis=1)).ravel())
    found = near.copy()
    found.data = np.minimum(1.0, _STRETCH * near.data / np.repeat(lengths, np.diff(near.indptr)))
    return found


def _likeliest(both: sparse.csr_matrix, base: ServiceBase) -> sparse.csr_matrix:
    """Return cards × services: how likely each says the pieces, softened, of the BEST; nothing where none is known."""
    known = np.asarray(both.sum(axis=1)).ravel()
    spoken = np.flatnonzero(known)
    chances = (both[spoken] @ base.says).toarray() + known[spoken, np.newaxis] * base.never
    best = np.argpartition(-chances, BEST - 1, axis=1)[:, :BEST]
    chosen = np.take_along_axis(chances, best, axis=1)
    chosen = np.exp(_SOFTENED * (chosen - chosen.max(axis=1, keepdims=True, initial=-np.inf)))
    rows = np.repeat(spoken, BEST)
    return sparse.csr_matrix((chosen.ravel(), (rows, best.ravel())), shape=(len(known), len(base.concepts)))


@lru_cache(maxsize=100_000)
def _split(text: str) -> tuple[str, ...]:
    return tuple(tokens(text))


def _beginning(word: str) -> tuple[str, ...]:
    return (stem(word)[:_BEGINNING],)


@lru_cache(maxsize=100_000)
def _letters(word: str) -> tuple[str, ...]:
    written = f" {word} "
    return tuple(
        written[start : start + size] for size in _LETTERS for start in range(len(written) - size + 1)
    )


def _beginnings(text: str) -> set[str]:
    return {piece for word in _split(text) for piece in _beginning(word)}


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
        found[row["concept_id"]] += [
            part.strip() for part in f"{row['words_en']},{row['words_tr']}".split(",") if part.strip()
        ]
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
