"""Waste codes: reading and writing them, mirror entries, and suggestions from what a resource is called.

The list is ordered by origin, so the same sludge has some forty codes; words alone do not decide. Suggestions
weigh the words of name and description against the activity, and come several at a time with a confidence:
never one as the truth. The words: official names and headings, and those people really use
(waste_code_words.csv).
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

import numpy as np

from core.domain import nace as activities
from core.domain import reference
from core.domain.knowledge import concepts, mentions
from core.domain.knowledge.kept import kept
from core.domain.text import fold, stems, tokens
from core.errors import NotAWasteCodeError, UnknownWasteCodeError

_IN_TEXT = re.compile(r"\d{2} \d{2} \d{2}")
_RANGE = re.compile(r"(\d{2} \d{2} \d{2}) to (\d{2} \d{2} \d{2})")


def normalise(typed: str) -> str | None:
    """Return the six digits of a code written with blanks, dots, star or mark; None if it is not six digits.

    Five digits are a code whose leading zero a spreadsheet dropped. Whether the list knows it, `check` says.

    >>> normalise("10 09 08*"), normalise("10.09.08 (M)"), normalise("20103"), normalise("1009")
    ('100908', '100908', '020103', None)
    """
    text = re.sub(r"\((?:A|M|AH|AN|MH|MN)\)", "", typed.upper()).replace("*", "")
    text = re.sub(r"^\s*(?:EWC|LOW|EAK|ATIK KODU|WASTE CODE)\s*:?", "", text)
    if not re.fullmatch(r"[\d\s.\-/]+", text):
        return None
    digits = re.sub(r"\D", "", text)
    if len(digits) == 5 and f"0{digits}" in reference.waste_codes():
        return f"0{digits}"
    return digits if len(digits) == 6 else None


def check(typed: str) -> reference.WasteCode:
    """Return the entry of a code as typed; raises NotAWasteCodeError or UnknownWasteCodeError."""
    code = normalise(typed)
    if code is None:
        raise NotAWasteCodeError(value=typed.strip())
    entry = reference.waste_codes().get(code)
    if entry is None:
        raise UnknownWasteCodeError(value=format_code(code))
    return entry


def format_code(code: str) -> str:
    """Return a code as it is written, starred where hazardous; an unknown one in pairs of digits.

    >>> format_code("100908"), format_code("100907")
    ('10 09 08', '10 09 07*')
    """
    entry = reference.waste_codes().get(code)
    return " ".join(re.findall("..?", code)) + ("*" if entry and entry.hazardous else "")


def mirror_partners(code: str) -> tuple[str, ...]:
    """Return the codes of a mirror entry's other side, in the order of the list; empty for an absolute entry.

    Which belong together the texts say ("other than those mentioned in 10 09 07"). An entry that no text
    names stands against those of its sub-chapter that no text names either, else against the whole other
    side.

    >>> [mirror_partners(code) for code in ("100908", "100907", "170201", "150101")]
    [('100907',), ('100908',), ('170204',), ()]
    """
    entry = reference.waste_codes().get(code)
    if entry is None or not entry.is_mirror:
        return ()
    links = _named_mirrors()
    if code in links:
        return tuple(sorted(links[code]))
    others = [
        other.code
        for other in reference.waste_codes().values()
        if other.is_mirror and other.subchapter == entry.subchapter and other.hazardous is not entry.hazardous
    ]
    return tuple([other for other in others if other not in links] or others)


def in_pairs(codes: Iterable[str]) -> list[str]:
    """Return codes with the other side of each pair right behind it, where that is one code; each once.

    Which of a pair it is, an analysis says and no name: so both must be in sight.

    >>> in_pairs(["100908", "150101", "100907", "190812"])
    ['100908', '100907', '150101', '190812', '190811']
    """
    beside = ((code, *others) if len(others := mirror_partners(code)) == 1 else (code,) for code in codes)
    return list(dict.fromkeys(one for some in beside for one in some))


@cache
def _named_mirrors() -> Mapping[str, frozenset[str]]:
    links: dict[str, set[str]] = {}
    codes = reference.waste_codes()
    for entry in codes.values():
        if entry.is_mirror:
            for named in _codes_named_in(entry.name_en):
                other = codes.get(named)
                if other and other.is_mirror and other.hazardous is not entry.hazardous:
                    links.setdefault(entry.code, set()).add(named)
                    links.setdefault(named, set()).add(entry.code)
    return {code: frozenset(others) for code, others in links.items()}


def _codes_named_in(text: str) -> set[str]:
    found = {code.replace(" ", "") for code in _IN_TEXT.findall(text)}
    for first, last in _RANGE.findall(text):
        low, high = first.replace(" ", ""), last.replace(" ", "")
        found |= {code for code in reference.waste_codes() if low <= code <= high}
    return found


@dataclass(frozen=True, slots=True)
class CodeSuggestion:
    """A code that may fit and its mirror codes; `confidence` (0–1) guides the eye and is no probability."""

    code: str
    confidence: float
    hazardous: bool
    mirrors: tuple[str, ...]


@dataclass(frozen=True)
class _Index:
    codes: list[str]
    place: dict[str, int]
    words: Any  # scikit-learn vectorizers and scipy matrices, which carry no types
    word_rows: Any
    grams: Any
    gram_rows: Any
    headings: Any
    heading_rows: Any
    unspecific: Any
    mirror_hazardous: Any


# said in so many names that they tell nothing
_EMPTY_STEMS = frozenset(
    stems(
        [
            "atik",
            "atiklar",
            "atiklari",
            "waste",
            "wastes",
            "diger",
            "other",
            "disindaki",
            "disinda",
            "mentioned",
        ]
    )
    + stems(
        ["artik", "artigi", "fire", "hurda", "kaynaklanan", "than", "those", "kullanilmis", "used", "spent"]
    )
)
_HAZARD_WORDS = frozenset(
    stems(
        [
            "tehlikeli",
            "kontamine",
            "bulasmis",
            "bulasik",
            "yagli",
            "solventli",
            "hazardous",
            "contaminated",
            "oily",
        ]
    )
    + stems(
        ["zehirli", "toksik", "toxic", "asbest", "asbestos", "agir", "heavy", "civa", "mercury", "kimyasalli"]
    )
)
# The list's own order of search: origin first (01–12, 17–20), then kind (13–15), last 16.
# How well chapters that any activity fills fit one that nace_waste_chapters.csv does not join to them.
_PRIOR = {"13": 0.7, "14": 0.6, "15": 0.8, "16": 0.5, "12": 0.35, "08": 0.3, "20": 0.4, "17": 0.4, "19": 0.2}
_PRIOR_OF_OTHERS = 0.05
_WORDS, _GRAMS, _HEADINGS, _CONCEPTS = 0.62, 0.23, 0.15, 0.4
_OF_BROADER = 0.4
_NEXT_CODE = 0.9  # the codes of a concept stand in order of likelihood


def _word_terms(text: str) -> list[str]:
    counted = [stem for stem in stems(tokens(text)) if stem not in _EMPTY_STEMS]
    return counted + [f"{first} {second}" for first, second in pairwise(counted)]


def _own_words(entry: reference.WasteCode) -> str:
    named = re.sub(r"\d{2} \d{2}( \d{2})?", " ", f"{entry.name_tr} ; {entry.name_en}")
    return f"{named} ; {' ; '.join(reference.waste_code_words().get(entry.code, ()))}"


@kept
def _index() -> _Index:
    # imported here: it takes a second, and reading or formatting a code does not need it
    from sklearn.feature_extraction.text import TfidfVectorizer

    entries = list(reference.waste_codes().values())
    headings = reference.waste_headings()
    above = [(headings[entry.subchapter], headings[entry.chapter]) for entry in entries]
    own = [_own_words(entry) for entry in entries]
    words = TfidfVectorizer(analyzer=_word_terms, sublinear_tf=True)
    grams = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), lowercase=False, sublinear_tf=True)
    heads = TfidfVectorizer(analyzer=_word_terms, sublinear_tf=True)
    return _Index(
        codes=[entry.code for entry in entries],
        place={entry.code: number for number, entry in enumerate(entries)},
        words=words,
        word_rows=words.fit_transform(own).T.tocsr(),
        grams=grams,
        gram_rows=grams.fit_transform([fold(text) for text in own]).T.tocsr(),
        headings=heads,
        heading_rows=heads.fit_transform(
            [f"{low.name_tr} {low.name_en} {high.name_tr} {high.name_en}" for low, high in above]
        ).T.tocsr(),
        unspecific=np.array([entry.code.endswith("99") for entry in entries]),
        mirror_hazardous=np.array([entry.is_mirror and entry.hazardous for entry in entries]),
    )


def _likeness(vectorizer: Any, rows: Any, name: str, description: str) -> Any:
    query = vectorizer.transform([name])
    if description:
        query = query + 0.35 * vectorizer.transform([description])
    length = float(np.sqrt(query.multiply(query).sum())) or 1.0
    return (query @ rows).toarray()[0] / length


def _of_concepts(name: str, description: str, speaks_of_hazard: bool) -> Any:
    """Return for each code how surely a concept named in the text has it, 0–1; of broader ones, damped.

    Concepts mostly carry the harmless code of a mirror pair: where the words speak of a hazard, both count.
    """
    base = concepts.concept_base()
    place = _index().place
    found = np.zeros(len(place))
    said = concepts.find(name) or {
        row: mentions.OF_DESCRIPTION * weight for row, weight in concepts.find(description).items()
    }
    for row, weight in said.items():
        for above in base.above[row]:
            sure = weight * (1.0 if above == row else _OF_BROADER)
            for number, code in enumerate(base.concepts[above].waste_codes):
                for one in (code, *(mirror_partners(code) if speaks_of_hazard else ())):
                    found[place[one]] = max(found[place[one]], sure * _NEXT_CODE**number)
    return found


def suggest_codes(
    name: str, description: str = "", activity: str = "", nace: str = "", top: int = 5
) -> list[CodeSuggestion]:
    """Return up to `top` codes for a resource named in Turkish or English, likeliest first; [] if none fits.

    `nace` (any writing) or else the words of `activity` say where it comes from. A hazardous mirror entry
    steps behind its harmless partner unless the words speak of a hazard; each names the other in `mirrors`.
    """
    index = _index()
    words = _likeness(index.words, index.word_rows, name, description)
    grams = _likeness(index.grams, index.gram_rows, fold(name), fold(description))
    speaks_of_hazard = bool(_HAZARD_WORDS & set(stems(tokens(f"{name} {description}"))))
    known = _of_concepts(name, description, speaks_of_hazard)
    if max(words.max(), grams.max() - 0.15, known.max()) <= 0.05:
        return []
    about = f"{name} {description} {activity}"
    heads = _likeness(index.headings, index.heading_rows, about, "")
    likeness = _WORDS * words + _GRAMS * grams + _HEADINGS * heads * (words + grams > 0.02)
    likeness = likeness + _CONCEPTS * known
    score = likeness * (0.4 + 0.8 * _origin(nace, activity))
    score = score * np.where(index.unspecific, 0.8, 1.0)
    score = score * np.where(index.mirror_hazardous, 1.1 if speaks_of_hazard else 0.8, 1.0)
    best = sorted(range(len(index.codes)), key=lambda i: (-score[i], index.codes[i]))[:top]
    return [_suggestion(index.codes[i], float(score[i])) for i in best if score[i] > 0.02]


def _suggestion(code: str, score: float) -> CodeSuggestion:
    confidence = round(1 - float(np.exp(-2.5 * score)), 3)
    return CodeSuggestion(code, confidence, reference.waste_codes()[code].hazardous, mirror_partners(code))


def _origin(nace: str, activity: str) -> Any:
    """Return for each code how well (0–1) it fits the activity, 0.5 throughout where that is unknown."""
    found = activities.ancestors(nace) if nace else []
    if any(one in reference.nace_waste_weights() for one in found):
        return _fit(found[0])
    if not activity.strip():
        return np.full(len(_index().codes), 0.5)
    hits = [
        hit
        for language in ("tr", "en")
        for hit in activities.search(activity, language, 3)
        if hit.score >= 60
    ]
    if not hits:
        return np.full(len(_index().codes), 0.5)
    weights = np.array([hit.score - 50 for hit in hits])
    return np.average(np.stack([_fit(hit.code) for hit in hits]), axis=0, weights=weights)


@cache
def _fit(nace: str) -> Any:
    table = reference.nace_waste_weights()
    weights: dict[str, float] = {}
    for one in reversed(activities.ancestors(nace)):
        if len(one) > 2 and one in table:
            # a class or group that has lines of its own says more than its division
            weights = {prefix: 0.5 * weight for prefix, weight in weights.items()}
        weights |= table.get(one, {})
    codes = _index().codes
    fit = np.array([_PRIOR.get(code[:2], _PRIOR_OF_OTHERS) for code in codes])
    for prefix, weight in weights.items():
        for i, code in enumerate(codes):
            if code.startswith(prefix):
                fit[i] = max(fit[i], weight)
    return fit
