"""Which concepts a card is about: those that its words name, and those that a known term nearly says.

Nobody writes a card in the words of terms.csv. Where a text does not name a concept outright ("discarded wooden
crates"), the nearest terms speak for it: the cosine of their words, telling words counting more, words for "waste" all
as one. Squared, so that half a likeness is only a hint.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import sparse
from sparse_dot_topn import sp_matmul_topn

from core.domain.choices import Direction
from core.domain.knowledge.concepts import concept_base, find, meant, names_and_terms, plain_words
from core.domain.knowledge.kept import kept
from core.domain.knowledge.likeness import Words, words_of
from core.domain.knowledge.materials import all_concepts
from core.domain.matching.cards import Card
from core.domain.text import stem

OF_ACTIVITY = 0.5  # what the taker makes is near to what it takes
OF_DESCRIPTION = 0.6
LEAST = 0.5  # cosine; less is chance
_NEAREST = 4  # concepts
_SAME_WORDS = 0.999  # in another order: "şeker pancarı" is a term of its own, not "pancar şekeri"
_TERMS = 12  # looked at to find them; a concept has several terms
_LONGEST = 25  # words; a longer text is no phrase
_LEFT_OVER = frozenset(
    stem(word)
    for word in (
        "waste used spent residue residues leftover surplus scrap discarded old remains byproduct reject refuse "
        "offcut offcuts clipping clippings trimming trimmings remnant remnants "
        "atik artik hurda kullanilmis eski fazla iskarta fire kalinti dokuntu kirpinti yan urun"
    ).split()
)
_ANY_WASTE = "waste"


@dataclass(frozen=True)
class _Wordings:
    """The terms of all concepts as TF-IDF columns: `matrix` is words × terms, `owner` the concept of each term."""

    words: Words
    matrix: sparse.csr_matrix
    owner: npt.NDArray[np.int64]


def concepts_of(cards: Sequence[Card]) -> sparse.csr_matrix:
    """Return cards × concepts: how much each card is about each concept, by its name and, less, its description."""
    shares = [_texts(card) for card in cards]
    texts = sorted({text for said in shares for text in said})
    about = dict(zip(texts, mentioned(texts), strict=True))
    rows: list[int] = []
    columns: list[int] = []
    weights: list[float] = []
    for row, said in enumerate(shares):
        found: dict[int, float] = {}
        for text, share in said.items():
            for concept, weight in about[text].items():
                found[concept] = max(found.get(concept, 0.0), share * weight)
        rows += [row] * len(found)
        columns += found.keys()
        weights += found.values()
    return sparse.csr_matrix((weights, (rows, columns)), shape=(len(cards), len(all_concepts())))


def mentioned(texts: Sequence[str]) -> list[dict[int, float]]:
    """Return for each text its concepts by row, with how much it is about each, 0–1.

    >>> names = [concept.id for concept in all_concepts()]
    >>> [names[row] for row in mentioned(["discarded wooden pallets"])[0]][:1]
    ['pallet']
    """
    terms = concept_base().terms
    found = [find(text) for text in texts]
    for text, said, near in zip(texts, found, _near(texts), strict=True):
        own = terms.get(" ".join(map(stem, plain_words(text))))
        for concept, weight in near.items():
            if own is None or concept == own or concept in said or weight < _SAME_WORDS:
                said[concept] = max(said.get(concept, 0.0), weight)
    return found


def with_broader(rows: Iterable[int]) -> frozenset[str]:
    """Return the ids of concepts, given by row, and of the wider things above them."""
    base = concept_base()
    return frozenset(base.concepts[above].id for row in rows for above in base.above[row])


def _texts(card: Card) -> dict[str, float]:
    """Return the texts of a card with what each counts; a want also speaks by what the taker makes."""
    said = {card.description: OF_DESCRIPTION}
    if card.direction is Direction.WANT:
        said[card.activity] = OF_ACTIVITY
    return {text: share for text, share in (said | {card.name: 1.0}).items() if text}


def _near(texts: Sequence[str]) -> list[dict[int, float]]:
    wordings = _wordings()
    rows = _weighted(texts, wordings)
    near = sp_matmul_topn(rows, wordings.matrix, top_n=_TERMS, threshold=LEAST, sort=True)
    found: list[dict[int, float]] = []
    for row in range(len(texts)):
        best: dict[int, float] = {}
        for place in range(near.indptr[row], near.indptr[row + 1]):
            if len(best) < _NEAREST:
                best.setdefault(int(wordings.owner[near.indices[place]]), float(near.data[place]) ** 2)
        found.append(best)
    return found


def _weighted(texts: Sequence[str], wordings: _Wordings) -> sparse.csr_matrix:
    """Return texts × words of length 1, words that no term has counting as the rarest; empty for long texts
    and for those that only say "waste"."""
    idf, columns = wordings.words.idf, wordings.words.numbers
    rarest = float(idf.max())
    rows, places, weights = [], [], []
    for row, text in enumerate(texts):
        words = set(_words(text))
        if not 0 < len(words) <= _LONGEST or words == {_ANY_WASTE}:
            continue
        known = [columns[word] for word in words if word in columns]
        length = float(np.sqrt((idf[known] ** 2).sum() + (len(words) - len(known)) * rarest**2))
        rows += [row] * len(known)
        places += known
        weights += list(idf[known] / length)
    shape = (len(texts), len(columns))
    return sparse.csr_matrix((np.array(weights, dtype=np.float64), (rows, places)), shape=shape)


@kept
def _wordings() -> _Wordings:
    from sklearn.feature_extraction.text import TfidfVectorizer

    row_of = concept_base().row_of
    terms = names_and_terms()
    vectorizer = TfidfVectorizer(analyzer=_words, binary=True)
    matrix = vectorizer.fit_transform([term for term, _ in terms])
    owner = np.array([row_of[concept] for _, concept in terms], dtype=np.int64)
    return _Wordings(words_of(vectorizer), sparse.csr_matrix(matrix.T), owner)


def _words(text: str) -> list[str]:
    stems = (meant(stem(word)) for word in plain_words(text))
    return [_ANY_WASTE if one in _LEFT_OVER else one for one in stems]
