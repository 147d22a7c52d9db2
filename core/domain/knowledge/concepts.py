"""What industry calls things: the concepts of data/knowledge/materials.csv and terms.csv, and finding them in texts.

A text is read as stems in order; the longest terms win. A concept opens to its broader ones, damped at each step; on
the giver's side also to what it can stand in for ("fly ash" for clinker) or become (uses.csv). How telling a concept is
follows from how many others lie below it: all industry shares "material", nothing follows from that.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt
from rapidfuzz import process
from rapidfuzz.distance import OSA
from scipy import sparse

from core.domain import reference
from core.domain.datafiles import listed, rows_of
from core.domain.knowledge.kept import kept
from core.domain.knowledge.materials import Concept, all_concepts
from core.domain.text import fold, stem

Floats = npt.NDArray[np.float64]

BROADER = 0.6  # what is left of a concept one step up
UNDER = 0.9  # the same where somebody says that he takes the broader one: "plastic waste" means PP too
STANDS_IN = 0.6  # what is left where it only stands in for something
_MADE_FROM = 0.6  # of that for what uses.csv says: wide families, most members of which go elsewhere
LEAST_TELLING = 0.2  # "material", "metal" say nothing of their own
_MODIFIER = 0.5  # "olive oil" in "olive oil mill sludge", "coal" in "ash from coal"
_HEAD_UNKNOWN = 0.75  # "steel" in "steel whatsits"
_REVERSED = 0.9  # "hurda çelik" for "çelik hurda"
_TYPING_ERRORS_FROM = 7  # letters; shorter words have too many neighbours
_WORN = frozenset(stem(word) for word in ("waste", "used", "spent", "atik", "kullanilmis"))  # one for another

_TOKEN = re.compile(r"[^\W_]+|[,;:/()+|]")
_SUFFIX = re.compile(r"(?<=[^\W_]{2})['’‘][^\W_]+")
# "işi" (the job) folds to the same word as "ısı" (heat), "şu" (that) as "su" (water): where dots are typed, they tell.
_JOB = re.compile(r"\b[iİ]ş(?:i|in|ini|ine|imiz|imizi|inde)\b", re.IGNORECASE)
_THAT = re.compile(r"\b[şŞ]u\b")
_ANDS = frozenset(["and", "ve"])
_BREAKS = frozenset(",;:/()+|") | _ANDS | {"veya", "or", "ile", "plus"}
_TURNS = frozenset(
    ["from", "of", "in", "with", "containing", "after", "for", "by", "to", "at", "on", "during"]
)
_FOR = "icin"  # what stands before it is what the thing is for
_COMES = frozenset(["cikan", "gelen", "kaynaklanan", "olusan", "arta", "kalan", "ayrilan", "alinan"])
_ABLATIVES = ("den", "dan", "ten", "tan")  # "amonyak sentezinden çıkan": it only comes from there
_EMPTY = frozenset(["the", "a", "an", "icin", "ait", "olan"])


@dataclass(frozen=True)
class ConceptBase:
    """Concepts ready to be found and compared.

    All are concepts × concepts, 0–1. `gives` and `takes`: what a have or a want of the row's concept opens to; the
    greatest product of two rows is how well they fit, which `fit` holds; `likeness` is the same without standing in.
    `covered` says how far the row's concept is what somebody means who says that he takes the column's. `above` lists
    each concept and its broader ones. `joining` holds the terms that are written with an "and" in them, `spelt` the
    longer stems of terms by first letter and length: what typing errors are meant for.
    """

    concepts: tuple[Concept, ...]
    row_of: dict[str, int]
    terms: dict[str, int]
    longest: dict[str, int]
    joining: frozenset[str]
    spelt: dict[tuple[str, int], frozenset[str]]
    telling: Floats
    gives: sparse.csr_matrix
    takes: sparse.csr_matrix
    fit: Floats
    likeness: Floats
    covered: Floats
    above: tuple[tuple[int, ...], ...]


@kept
def concept_base() -> ConceptBase:
    """Prepare the concepts and terms of data/knowledge."""
    concepts = all_concepts()
    row_of = {concept.id: row for row, concept in enumerate(concepts)}
    terms = _terms(row_of)
    longest: dict[str, int] = {}
    for key in terms:
        words = key.split(" ")
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    up = _closure(concepts, row_of, BROADER)
    telling = 1.0 - np.log((up > 0).sum(axis=0)) / np.log(len(concepts))
    telling = np.where(telling < LEAST_TELLING, 0.0, telling)
    stands = _stand_ins(concepts, row_of, up)
    gives = np.maximum(up, STANDS_IN * max_product(stands, up)) * np.sqrt(telling)
    takes = up * np.sqrt(telling)
    return ConceptBase(
        concepts=concepts,
        row_of=row_of,
        terms=terms,
        longest=longest,
        joining=_joining(),
        spelt=_spelt(terms),
        telling=telling,
        gives=sparse.csr_matrix(gives),
        takes=sparse.csr_matrix(takes),
        fit=max_product(gives, takes.T),
        likeness=max_product(takes, takes.T),
        covered=_covered(concepts, row_of, stands),
        above=tuple(tuple(int(one) for one in np.flatnonzero(row)) for row in up),
    )


def names_and_terms() -> list[tuple[str, str]]:
    """Return (name or term, concept id) as data/knowledge holds them, names first."""
    written = [(name, one.id) for one in all_concepts() for name in (one.name_tr, one.name_en)]
    return written + [(row["term"], row["concept_id"]) for row in rows_of("terms.csv")]


def _joining() -> frozenset[str]:
    """Return the keys of three words or more that hold an "and": "meat and bone meal" is one thing."""
    keys = {_key(plain_words(term)) for term, _ in names_and_terms() if _ANDS.intersection(_folded(term))}
    return frozenset(key for key in keys if key.count(" ") >= 2)


def _terms(row_of: dict[str, int]) -> dict[str, int]:
    """Return the concept of each key; names come before terms where two concepts share one."""
    written = [(term, row_of[concept]) for term, concept in names_and_terms()]
    found: dict[str, int] = {}
    joined: dict[str, int] = {}
    for term, row in written:
        words = plain_words(term)
        if not words or (len(words) == 1 and (len(words[0]) < 2 or words[0].isdigit())):
            continue
        found.setdefault(key := _key(words), row)
        joined.setdefault(_alike(key.split(" ")), row)
        if 2 <= len(words) <= 3 and len(whole := _joined(words)):
            joined.setdefault(whole, row)
    return joined | found


def plain_words(text: str) -> list[str]:
    """Return the folded words of a text without signs, joining words and articles."""
    return [word for word in _folded(text) if word not in _BREAKS and word not in _EMPTY]


@lru_cache(maxsize=100_000)
def _folded(text: str) -> tuple[str, ...]:
    """Return folded words and signs; what follows an apostrophe is a suffix, but for a lone first letter."""
    dotted = _THAT.sub("bu", _JOB.sub("iş", _SUFFIX.sub("", text)))
    return tuple(_TOKEN.findall(fold(dotted.replace("\n", ";"))))


def _alike(stems: Iterable[str]) -> str:
    return " ".join("waste" if one in _WORN else one for one in stems)


def _joined(words: Sequence[str]) -> str:
    """Return the stem of words written as one; empty where the stem would swallow most of the last one."""
    whole = stem("".join(words))
    return whole if len(whole) >= len("".join(words[:-1])) + min(3, len(words[-1])) else ""


def _key(words: Iterable[str]) -> str:
    return " ".join(map(stem, words))


def _closure(concepts: Sequence[Concept], row_of: dict[str, int], step: float) -> Floats:
    """Return concepts × concepts: 1 for itself, `step` for each step up, the nearest way counting."""
    size = len(concepts)
    up = np.zeros((size, size))
    for row in range(size):
        reached = {row: 1.0}
        edge = [row]
        while edge:
            above = {row_of[name]: reached[one] * step for one in edge for name in concepts[one].broader}
            edge = [one for one, value in above.items() if value > reached.get(one, 0.0)]
            reached |= {one: above[one] for one in edge}
        up[row, list(reached)] = list(reached.values())
    return up


def _stand_ins(concepts: Sequence[Concept], row_of: dict[str, int], up: Floats) -> Floats:
    """Return concepts × concepts: what each stands in for or becomes, by itself or as a broader concept does."""
    direct = np.zeros(up.shape)
    for use in rows_of("uses.csv"):
        for made_from in listed(use["made_from"]):
            name, _, weight = made_from.partition(":")
            place = row_of[name], row_of[use["use_concept"]]
            direct[place] = max(direct[place], _MADE_FROM * float(weight or 1))
    for row, concept in enumerate(concepts):
        direct[row, [row_of[name] for name in concept.stands_in_for]] = 1.0
    return max_product(up, direct)


def _covered(concepts: Sequence[Concept], row_of: dict[str, int], stands: Floats) -> Floats:
    under = _closure(concepts, row_of, UNDER)
    return np.maximum(under, STANDS_IN * max_product(stands, under))


def max_product(a: Floats, b: Floats) -> Floats:
    """Return for each row of `a` and column of `b` the greatest product of their entries instead of the sum."""
    found = np.zeros((a.shape[0], b.shape[1]))
    for middle in range(a.shape[1]):
        rows, columns = np.flatnonzero(a[:, middle]), np.flatnonzero(b[middle])
        if len(rows) and len(columns):
            place = np.ix_(rows, columns)
            found[place] = np.maximum(found[place], np.outer(a[rows, middle], b[middle, columns]))
    return found


def _spelt(terms: Iterable[str]) -> dict[tuple[str, int], frozenset[str]]:
    """Return the stems of terms that a typing error may spoil, by first letter and length."""
    found: dict[tuple[str, int], set[str]] = defaultdict(set)
    for word in {word for term in terms for word in term.split(" ")}:
        if len(word) >= _TYPING_ERRORS_FROM - 1:
            found[word[0], len(word)].add(word)
    return {place: frozenset(words) for place, words in found.items()}


@kept
def _dictionary() -> frozenset[str]:
    """Return the stems of words that are no typing errors: of the official lists, sectors.csv, ordinary_words.csv."""
    texts = [code.title_tr + " " + code.title_en for code in reference.nace_codes().values()]
    texts += [code.name_tr + " " + code.name_en for code in reference.waste_codes().values()]
    texts += [row["term_en"] + " " + row["term_tr"] for row in rows_of("sectors.csv")]
    texts += [row["word"] for row in rows_of("ordinary_words.csv")]
    return frozenset(stem(word) for text in texts for word in plain_words(text))


@lru_cache(maxsize=100_000)
def meant(one: str) -> str:
    """Return the stem that a stem with one typing error is meant for, itself where there is none."""
    spelt = concept_base().spelt
    if len(one) < _TYPING_ERRORS_FROM - 1 or one in spelt.get((one[0], len(one)), ()) or one in _dictionary():
        return one
    alike = [word for more in (-1, 0, 1) for word in spelt.get((one[0], len(one) + more), ())]
    near = [word for word, _, _ in process.extract_iter(one, alike, scorer=OSA.distance, score_cutoff=1)]
    return min(near, key=lambda word: (-len(word), word), default=one)


def find(text: str) -> dict[int, float]:
    """Return the concepts of a text by row, with how much the text is about each, 0–1.

    The last thing named in a phrase is what it is about, what stands before it describes it; in English what follows
    "from" or "of" does, in Turkish what "için" ends.

    >>> names = [concept.id for concept in all_concepts()]
    >>> {names[row]: weight for row, weight in find("Kömür uçucu külü, cam kırığı").items()}
    {'fly_ash': 1.0, 'glass_cullet': 1.0}
    """
    return dict(_found(text))


@lru_cache(maxsize=100_000)
def _found(text: str) -> dict[int, float]:
    found: dict[int, float] = {}
    phrase: list[str] = []
    turned = comes = False
    for word in [*_without_joining(_folded(text)), ","]:
        is_origin = word in _COMES and bool(phrase) and phrase[-1].endswith(_ABLATIVES)
        if word in _BREAKS or word == _FOR or is_origin or (word in _TURNS and (phrase or turned)):
            share = 0.8 * _MODIFIER if is_origin else _MODIFIER if turned or word == _FOR else 1.0
            for row, weight in _in_phrase(phrase).items():
                found[row] = max(found.get(row, 0.0), weight * share)
            turned = word in _TURNS and (turned or bool(phrase))
            phrase, comes = [], comes or is_origin
        elif word not in _EMPTY:
            phrase.append(word)
    if comes and found and (most := max(found.values())) < _MODIFIER:  # "boyamadan kaynaklanan atıklar"
        return {row: weight * _MODIFIER / most for row, weight in found.items()}
    return found


def _without_joining(words: Sequence[str]) -> list[str]:
    """Return the words without an "and" that stands within a known term; it would break the phrase."""
    joining = concept_base().joining
    kept = list(words)
    for place in [place for place, word in enumerate(words) if word in _ANDS]:
        spans = [
            (start, end) for start in range(max(0, place - 3), place) for end in range(place + 2, place + 4)
        ]
        if any(_key([*words[start:place], *words[place + 1 : end]]) in joining for start, end in spans):
            kept[place] = "the"
    return kept


def _in_phrase(words: list[str]) -> dict[int, float]:
    spans = _spans(words)
    found: dict[int, float] = {}
    for place, (_, end, row, sureness) in enumerate(spans):
        last = place == len(spans) - 1
        weight = _MODIFIER if not last else _HEAD_UNKNOWN if end < len(words) else 1.0
        found[row] = max(found.get(row, 0.0), weight * sureness)
    return found


def _spans(words: list[str]) -> list[tuple[int, int, int, float]]:
    """Return (start, end, concept, sureness) of terms that do not overlap, the longest chosen first, in order."""
    base = concept_base()
    stems = [meant(stem(word)) for word in words]
    candidates: list[tuple[int, int, int, float]] = []
    for start in range(len(words)):
        longest = base.longest.get(stems[start], 0)
        for end in range(start + 1, min(start + max(longest, 4), len(words)) + 1):
            known = base.terms.get(" ".join(stems[start:end])) if end - start <= longest else None
            if known is None and end - start > 1 and stems[start] in _WORN:
                known = base.terms.get(_alike(stems[start:end]))
            if known is None and 2 <= end - start <= 3:
                known = base.terms.get(_joined(words[start:end]))
            if known is not None:
                candidates.append((start, end, known, 1.0))
            elif (
                end - start == 2
                and (turned := base.terms.get(f"{stems[start + 1]} {stems[start]}")) is not None
            ):
                candidates.append((start, end, turned, _REVERSED))
    chosen: list[tuple[int, int, int, float]] = []
    for one in sorted(candidates, key=lambda span: (span[0] - span[1], -span[3], span[0])):
        if all(one[1] <= other[0] or one[0] >= other[1] for other in chosen):
            chosen.append(one)
    return sorted(chosen)


def best_of(found: sparse.csr_matrix, values: Floats) -> Floats:
    """Return for each card the greatest of weight × row of `values` over its concepts: cards × columns of `values`."""
    result = np.zeros((found.shape[0], values.shape[1]))
    filled = np.flatnonzero(np.diff(found.indptr))
    if len(filled):
        products = found.data[:, np.newaxis] * values[found.indices]
        result[filled] = np.maximum.reduceat(products, found.indptr[:-1][filled], axis=0)
    return result


def opened(found: sparse.csr_matrix, onto: sparse.csr_matrix) -> sparse.csr_matrix:
    """Return cards × concepts: the greatest of weight × row of `onto` (gives or takes) over each card's concepts."""
    counts = np.diff(onto.indptr)[found.indices]
    card = np.repeat(np.repeat(np.arange(found.shape[0]), np.diff(found.indptr)), counts)
    ends = np.cumsum(counts)
    place = np.arange(counts.sum()) - np.repeat(ends - counts, counts)
    place += np.repeat(onto.indptr[found.indices], counts)
    values = np.repeat(found.data, counts) * onto.data[place]
    keys = card.astype(np.int64) * onto.shape[1] + onto.indices[place]
    order = np.lexsort((-values, keys))
    keys, values = keys[order], values[order]
    first = np.ones(len(keys), dtype=bool)
    first[1:] = keys[1:] != keys[:-1]
    keys, values = keys[first], values[first]
    shape = (found.shape[0], onto.shape[1])
    return sparse.csr_matrix((values, (keys // onto.shape[1], keys % onto.shape[1])), shape=shape)
