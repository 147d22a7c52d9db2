"""Texts read by what is said of things: which of some documents a text is likeliest part of.

All that is known to be said of a thing makes its document, phrase by phrase. A text is read by which documents its
words lie near to (explicit semantic analysis) and by which thing is oftenest spoken of in such words (naive Bayes):
they err in different ways, and the mean of both is the reading. Words count by their beginnings and by the groups of
letters in them: need and offer are built of verbs and nouns of one root, in either language.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt
from scipy import sparse
from sparse_dot_topn import sp_matmul_topn

from core.domain.text import stem, tokens

Floats = npt.NDArray[np.float64]

BEST = 20  # documents that a text may speak of; most of what lies further is chance
_BEGINNING = 5  # letters of a word that count
_LETTERS = (3, 4, 5)  # in a group
_UNSAID = 0.4  # added to how often a document says a piece of a word
_SOFTENED = 0.3  # naive Bayes takes pieces of one word for independent and is too sure
_STRETCH = 1.6  # a reading spreads over kin documents: without it no two texts would fully agree

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
class Documents:
    """Documents ready to be compared with texts.

    `near` is (words, then groups of letters) × documents, `says` likewise the logarithm of how much oftener a document
    says a piece than one that it never says, `never` by document the logarithm of the share of the latter.
    """

    words: _Space
    letters: _Space
    near: sparse.csr_matrix
    says: sparse.csr_matrix
    never: Floats


def phrases_of(row: Mapping[str, str]) -> list[str]:
    """Return what the columns words_en and words_tr of a table list, a comma between."""
    return [part.strip() for part in f"{row['words_en']},{row['words_tr']}".split(",") if part.strip()]


def documents_of(phrases: Sequence[Sequence[str]]) -> Documents:
    """Prepare documents of the phrases that each holds; one that stands there twice counts twice."""
    texts = [Counter(word for text in some for word in split(text)) for some in phrases]
    words, letters = _space(texts, beginning), _space(texts, _letters)
    near = sparse.hstack([words.vectors(texts), letters.vectors(texts)])
    says, never = _sayings(phrases, words, letters)
    return Documents(words, letters, sparse.csr_matrix(near.T), says, never)


def read(texts: Sequence[Counter[str]], base: Documents) -> sparse.csr_matrix:
    """Return texts (their words, how often) × documents: how far each text speaks of each, 0–1."""
    both = sparse.hstack([base.words.vectors(texts), base.letters.vectors(texts)], format="csr")
    near = sp_matmul_topn(both, base.near, top_n=BEST, threshold=0.0)
    near.data **= 2  # half a likeness is only a hint
    return sparse.csr_matrix((_stretched(near) + _stretched(_likeliest(both, base))) / 2)


def _sayings(
    phrases: Sequence[Sequence[str]], words: _Space, letters: _Space
) -> tuple[sparse.csr_matrix, Floats]:
    """Return `says` and `never` of Documents; each phrase counts the same, however long."""
    texts = [Counter(split(text)) for some in phrases for text in some]
    each = sparse.hstack([words.vectors(texts), letters.vectors(texts)], format="csr")
    owner = np.repeat(np.arange(len(phrases)), [len(some) for some in phrases])
    of_document = sparse.csr_matrix((np.ones(len(owner)), (owner, np.arange(len(owner)))))
    said = sparse.csr_matrix(of_document @ each)
    total = np.asarray(said.sum(axis=1)).ravel() + _UNSAID * said.shape[1]
    said.data = np.log1p(said.data / _UNSAID)
    return sparse.csr_matrix(said.T), np.log(_UNSAID / total)


def _stretched(near: sparse.csr_matrix) -> sparse.csr_matrix:
    """Return rows of length _STRETCH, no value above 1."""
    lengths = np.sqrt(np.asarray(near.multiply(near).sum(axis=1)).ravel())
    found = near.copy()
    found.data = np.minimum(1.0, _STRETCH * near.data / np.repeat(lengths, np.diff(near.indptr)))
    return found


def _likeliest(both: sparse.csr_matrix, base: Documents) -> sparse.csr_matrix:
    """Return texts × documents: how likely each says the pieces, softened, of the BEST; nothing where none is known."""
    known = np.asarray(both.sum(axis=1)).ravel()
    spoken = np.flatnonzero(known)
    chances = (both[spoken] @ base.says).toarray() + known[spoken, np.newaxis] * base.never
    best = np.argpartition(-chances, BEST - 1, axis=1)[:, :BEST]
    chosen = np.take_along_axis(chances, best, axis=1)
    chosen = np.exp(_SOFTENED * (chosen - chosen.max(axis=1, keepdims=True, initial=-np.inf)))
    rows = np.repeat(spoken, BEST)
    return sparse.csr_matrix((chosen.ravel(), (rows, best.ravel())), shape=(len(known), len(base.never)))


@lru_cache(maxsize=100_000)
def split(text: str) -> tuple[str, ...]:
    """Return the words of a text."""
    return tuple(tokens(text))


def beginning(word: str) -> tuple[str, ...]:
    """Return how a word begins."""
    return (stem(word)[:_BEGINNING],)


@lru_cache(maxsize=100_000)
def _letters(word: str) -> tuple[str, ...]:
    written = f" {word} "
    return tuple(
        written[start : start + size] for size in _LETTERS for start in range(len(written) - size + 1)
    )


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
