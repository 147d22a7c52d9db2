"""What goes together in industry although no word, concept or sector says so: latent semantic analysis.

Texts that data/knowledge holds together make the documents: the words of a concept with what it is a sort of and stands
in for, and the words of a thing with the names of the activities that take it. Their TF-IDF, reduced to DIMENSIONS by
scikit-learn's TruncatedSVD, gives each card a direction; two cards are related as far as their directions agree, across
languages too. What a card is related to cannot be put in a word: the part counts less than those that can.
"""

import csv
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from core.config import KNOWLEDGE
from core.domain.choices import Direction
from core.domain.knowledge.kept import kept
from core.domain.knowledge.likeness import Words, words_of
from core.domain.knowledge.materials import all_concepts, rows_of
from core.domain.matching.cards import Card
from core.domain.text import stems, tokens

Floats = npt.NDArray[np.float64]
Singles = npt.NDArray[np.float32]

DIMENSIONS = 100
LEAST = 0.1  # cosine; less is chance
_TAKEN_FROM = 0.6  # weight in sectors.csv; what is only taken now and then would blur the picture
_OF_SERVICES = 0.5
_OF_THING = 3  # how often a thing's own words count beside the activities that take it


def directions(cards: Sequence[Card]) -> Singles:
    """Return cards × DIMENSIONS, rows of length 1, or 0 where no word is known: of what a have is, who wants a want."""
    words, bases = _space()
    texts = [_text(card) for card in cards]
    if not texts:
        return np.zeros((0, DIMENSIONS), dtype=np.float32)
    found = words.vectors([_words(text) for text in texts]) @ bases
    lengths = np.linalg.norm(found, axis=1, keepdims=True)
    return np.ascontiguousarray(
        np.divide(found, lengths, where=lengths > 0, out=np.zeros_like(found)), np.float32
    )


def compared(cards: Sequence[Card], served: Floats) -> Singles:
    """Return `directions` as pairs compare them: offers of services half as long, where words of goods mislead.

    `served` is what `services.shares` says of the cards.
    """
    is_have = np.array([card.direction is Direction.HAVE for card in cards], dtype=np.float64)
    kept = 1.0 - (1.0 - _OF_SERVICES) * served * is_have
    return np.ascontiguousarray(directions(cards) * kept[:, np.newaxis], np.float32)


def _text(card: Card) -> str:
    if card.direction is Direction.HAVE:
        return f"{card.name} {card.description}"
    return f"{card.name} {card.description} {card.activity}"


@kept
def _space() -> tuple[Words, Floats]:
    """Return the words and what each adds to each dimension: words × DIMENSIONS."""
    from sklearn.decomposition import TruncatedSVD
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectorizer = TfidfVectorizer(analyzer=list, sublinear_tf=True)
    counted = vectorizer.fit_transform([*_of_concepts(), *_of_things()])
    svd = TruncatedSVD(DIMENSIONS, algorithm="arpack", random_state=0).fit(counted)
    return words_of(vectorizer), np.ascontiguousarray(svd.components_.T)


@lru_cache(maxsize=100_000)
def _words(text: str) -> tuple[str, ...]:
    return tuple(stems(tokens(text)))


def _of_concepts() -> list[list[str]]:
    terms: dict[str, list[str]] = defaultdict(list)
    for row in rows_of("terms.csv"):
        terms[row["concept_id"]].append(row["term"])
    names = {one.id: f"{one.name_en} {one.name_tr}" for one in all_concepts()}
    texts = [
        [
            names[one.id],
            *terms[one.id],
            *(names[other] for other in one.broader),
            *(names[other] for other in one.stands_in_for for _ in range(2)),
        ]
        for one in all_concepts()
    ]
    return [[word for text in some for word in _words(text)] for some in texts]


def _of_things() -> list[list[str]]:
    with (KNOWLEDGE / "sectors.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    names: dict[str, list[str]] = defaultdict(list)
    takers: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        text = f"{row['term_en']} {row['term_tr']}"
        if row["role"] == "name":
            names[row["nace"]].append(text)
        elif row["role"] == "consumes" and float(row["weight"]) >= _TAKEN_FROM:
            takers[text].append(row["nace"])
    texts = [
        [thing] * _OF_THING + [name for nace in taking for name in names[nace]]
        for thing, taking in takers.items()
    ]
    return [[word for text in some for word in _words(text)] for some in texts]
