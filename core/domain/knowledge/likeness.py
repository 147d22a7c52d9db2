"""How like texts are to a fixed set of phrases: cosines of their TF-IDF terms, chunk by chunk.

The knowledge tables (precedents, sectors) are short phrases in two languages; a card is compared with all of them.
Word weights come from the phrases alone, so that a card's likeness does not depend on the other cards.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from scipy import sparse

from core.domain.text import terms

if TYPE_CHECKING:
    from sklearn.feature_extraction.text import TfidfVectorizer

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Words:
    """The words of a fixed set of texts, numbered, and how telling each is."""

    numbers: dict[str, int]
    idf: Floats

    def vectors(self, texts: Sequence[Sequence[str]]) -> sparse.csr_matrix:
        """Return texts (their words) × words: TF-IDF as scikit-learn has it, which checks much for a single text."""
        numbers = self.numbers
        counts = [
            sorted(Counter(numbers[word] for word in text if word in numbers).items()) for text in texts
        ]
        starts = np.cumsum([0, *(len(count) for count in counts)])
        columns, times = np.array([pair for count in counts for pair in count], np.int64).reshape(-1, 2).T
        weights = (np.log(times.astype(np.float64)) + 1) * self.idf[columns]
        rows = np.repeat(np.arange(len(texts)), np.diff(starts))
        weights /= np.sqrt(np.bincount(rows, weights**2))[rows]  # added up in the order of scikit-learn
        return sparse.csr_matrix((weights, columns, starts), shape=(len(texts), len(numbers)))


def words_of(vectorizer: "TfidfVectorizer") -> Words:
    """Return the words of a fitted vectoriser that dampens how often they are said."""
    return Words(dict(vectorizer.vocabulary_), np.asarray(vectorizer.idf_, dtype=np.float64))


@dataclass(frozen=True)
class Phrases:
    """Phrases that belong to `size` owners; several phrases of one owner are synonyms. `starts` bounds each owner's."""

    words: Words
    matrix: sparse.csr_matrix
    starts: npt.NDArray[np.int64]

    @property
    def size(self) -> int:
        """Return how many owners there are."""
        return len(self.starts)


@lru_cache(maxsize=100_000)
def _terms(text: str) -> tuple[str, ...]:
    """Return the terms of a text; a card's is asked for once for each table that it is compared with."""
    return tuple(terms(text))


def words_in(texts: Sequence[str]) -> Words:
    """Return the terms of texts, with weights that come from these alone."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    return words_of(TfidfVectorizer(analyzer=_terms, sublinear_tf=True).fit(texts))


def phrases(words: Words, synonyms: Sequence[Sequence[str]]) -> Phrases:
    """Make phrases of the synonyms of each owner, at least one each."""
    starts = np.cumsum([0, *(len(texts) for texts in synonyms)])[:-1]
    matrix = words.vectors([_terms(text) for texts in synonyms for text in texts])
    return Phrases(words, sparse.csr_matrix(matrix.T), starts.astype(np.int64))


def likeness(texts: Sequence[str], to: Phrases) -> Floats:
    """Return one row for each text, one column for each owner: the cosine (0–1) with its nearest phrase."""
    rows = to.words.vectors([_terms(text) for text in texts])
    return np.asarray(np.maximum.reduceat(_product(rows, to.matrix), to.starts, axis=1), dtype=np.float64)


def _product(rows: sparse.csr_matrix, matrix: sparse.csr_matrix) -> Floats:
    """Return the dense product; to make a sparse one first takes a single text ten times as long."""
    found = np.zeros((rows.shape[0], matrix.shape[1]))
    starts, columns, values = matrix.indptr, matrix.indices, matrix.data
    for row, own in enumerate(found):
        for place in range(rows.indptr[row], rows.indptr[row + 1]):
            word = rows.indices[place]
            held = slice(starts[word], starts[word + 1])
            own[columns[held]] += rows.data[place] * values[held]
    return found
