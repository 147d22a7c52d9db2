"""How like texts are to a fixed set of phrases: cosines of their TF-IDF terms, chunk by chunk.

The knowledge tables (precedents, sectors) are short phrases in two languages; a card is compared with all of them.
Word weights come from the phrases alone, so that a card's likeness does not depend on the other cards.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt
from scipy import sparse
from sklearn.feature_extraction.text import TfidfVectorizer

from core.domain.text import terms

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Phrases:
    """Phrases that belong to `size` owners; several phrases of one owner are synonyms. `starts` bounds each owner's."""

    vectorizer: TfidfVectorizer
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


def vectorizer_of(texts: Sequence[str]) -> TfidfVectorizer:
    """Return a vectoriser whose word weights come from `texts`."""
    return TfidfVectorizer(analyzer=_terms, sublinear_tf=True).fit(texts)


def phrases(vectorizer: TfidfVectorizer, synonyms: Sequence[Sequence[str]]) -> Phrases:
    """Make phrases of the synonyms of each owner, at least one each."""
    starts = np.cumsum([0, *(len(texts) for texts in synonyms)])[:-1]
    matrix = vectorizer.transform([text for texts in synonyms for text in texts])
    return Phrases(vectorizer, sparse.csr_matrix(matrix.T), starts.astype(np.int64))


def likeness(texts: Sequence[str], to: Phrases) -> Floats:
    """Return one row for each text, one column for each owner: the cosine (0–1) with its nearest phrase."""
    found = np.asarray((to.vectorizer.transform(texts) @ to.matrix).toarray(), dtype=np.float64)
    return np.asarray(np.maximum.reduceat(found, to.starts, axis=1), dtype=np.float64)
