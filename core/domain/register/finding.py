"""Finds a name among many while somebody types it: dots missing, typing errors, the last word unfinished."""

from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz import fuzz, process

from core.domain.text import fold

_ALIKE = 72  # of 100: "kordelia" still is Kordelya, "torba" is not Tire
_LEAST = 0.6  # of the words asked for


def closest(query: str, names: Sequence[str], limit: int = 8) -> list[int]:
    """Return the places of the names that hold the words of `query`, best first.

    A word must begin, or nearly be, one of the name; two of three suffice. Ties keep the order of `names`.

    >>> closest("kordelia salca", ["Meles Döküm A.Ş.", "Kordelya Salça Gıda San."])
    [1]
    >>> closest("ege dok", ["Ege Tekstil", "Ege Döküm"])
    [1]
    """
    wanted = fold(query).split()
    if not wanted:
        return []
    places = _places(tuple(names))
    vocabulary = list(places)
    held: dict[int, float] = {}
    for word in wanted:
        best: dict[int, float] = {}
        for other, likeness in _like(word, vocabulary).items():
            for i in places[other]:
                best[i] = max(best.get(i, 0.0), likeness)
        for i, likeness in best.items():
            held[i] = held.get(i, 0.0) + likeness / len(wanted)
    hits = [(share, i) for i, share in held.items() if share >= _LEAST]
    return [i for _, i in sorted(hits, key=lambda hit: (-round(hit[0], 3), hit[1]))][:limit]


def _like(word: str, vocabulary: list[str]) -> dict[str, float]:
    found = {
        other: ratio / 100 * 0.9
        for other, ratio, _ in process.extract(
            word, vocabulary, scorer=fuzz.ratio, limit=None, score_cutoff=_ALIKE
        )
    }
    for other in vocabulary:
        if other == word:
            found[other] = 1.0
        elif other.startswith(word):
            found[other] = 0.97
        elif len(word) > 3 and fuzz.ratio(word, other[: len(word)]) >= 75:
            found[other] = max(found.get(other, 0.0), 0.8)
    return found


@lru_cache(maxsize=8)
def _places(names: tuple[str, ...]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for i, name in enumerate(names):
        for word in set(fold(name).replace(".", " ").replace("-", " ").replace(",", " ").split()):
            places.setdefault(word, []).append(i)
    return places
