"""Activity codes (NACE Rev. 2 with Türkiye's six-digit level): reading them, titles, search by words.

A code that the list lacks (Rev. 2.1, say) is kept as typed and shown as not in our list; nothing here refuses
one.
"""

import re
from dataclasses import dataclass
from functools import cache
from math import log

from rapidfuzz import fuzz, process

from core.domain import reference
from core.domain.text import fold, stem, tokens

_CUTS = (2, 3, 4, 6)
_LEAST_SHARE = 0.45  # of the words looked for, by weight
_UNKNOWN_WORD_WEIGHT = 4.0
_EXAMPLE = 0.85
# left out of a search unless nothing else is asked: nearly every title or firm has one of them
_GENERAL_WORDS = """
fabrika fabrikasi tesis tesisi sanayi imalat imalati imalathane uretim uretimi firma sirket isletme
isletmesi atolye atolyesi limited anonim sti san tic factory plant production manufacture manufacturing
company works mill
"""
_SAYS_NOTHING = frozenset(_GENERAL_WORDS.split())


def normalise(typed: str) -> str | None:
    """Return the dotted form of a NACE code of 2, 3, 4 or 6 digits, or a section letter; None for others.

    A list that lost its leading zero cannot be told from another code and is not mended.

    >>> [normalise(code) for code in ("1041", "10.41.05", "10 41", "104105", "C", "10.4", "10", "food")]
    ['10.41', '10.41.05', '10.41', '10.41.05', 'C', '10.4', '10', None]
    """
    text = typed.strip().upper()
    if re.fullmatch(r"[A-U]", text):
        return text
    if text[:1].isalpha() and re.match(r"[A-U]\s*[-.]?\s*\d", text):
        text = text[1:]
    if not re.fullmatch(r"[\d\s.\-]+", text):
        return None
    digits = re.sub(r"\D", "", text)
    if len(digits) not in _CUTS:
        return None
    if len(digits) == 6:
        return f"{digits[:2]}.{digits[2:4]}.{digits[4:]}"
    return digits if len(digits) == 2 else f"{digits[:2]}.{digits[2:]}"


def known(code: str) -> bool:
    """True if the code, however written, stands in our list (Rev. 2)."""
    return normalise(code) in reference.nace_codes()


def division(code: str) -> str | None:
    """Return the two-digit division of a code, None for a section or what is no code.

    >>> division("104105"), division("C")
    ('10', None)
    """
    dotted = normalise(code)
    return dotted[:2] if dotted and dotted[0].isdigit() else None


def ancestors(code: str) -> list[str]:
    """Return the code and what stands above it in our list, nearest first, down to the section.

    >>> ancestors("10.41.05")
    ['10.41.05', '10.41', '10.4', '10', 'C']
    """
    found: list[str] = []
    dotted = normalise(code)
    codes = reference.nace_codes()
    while dotted and dotted not in codes:
        dotted = dotted[: dotted.rfind(".")] if dotted.count(".") == 2 else _shorter(dotted)
    while dotted:
        found.append(dotted)
        dotted = codes[dotted].parent
    return found


def _shorter(dotted: str) -> str:
    return dotted[:-1].rstrip(".") if len(dotted) > 2 else ""


def title(code: str, language: str) -> str:
    """Return the title in "tr" or "en", else of the nearest parent that has one; "" for an unknown division.

    >>> title("10.41", "tr")
    'Sıvı ve katı yağ imalatı'
    """
    for one in ancestors(code):
        entry = reference.nace_codes()[one]
        text = entry.title_tr if language == "tr" else entry.title_en
        if text:
            return text
    return ""


def sector_group(code: str) -> reference.SectorGroup | None:
    """Return the display group of a code's division, None if the division is unknown."""
    found = division(code)
    return _groups().get(found) if found else None


def sector_id(code: str | None) -> str | None:
    """Return the id of an activity code's display group, None where either is unknown.

    >>> sector_id("24.51"), sector_id(None)
    ('metal', None)
    """
    group = sector_group(code) if code else None
    return group.group_id if group else None


@cache
def _groups() -> dict[str, reference.SectorGroup]:
    return {one: group for group in reference.sector_groups().values() for one in group.divisions}


@dataclass(frozen=True, slots=True)
class NaceHit:
    """A code found by its words, its title in the language asked for, and how well it fits (0–100)."""

    code: str
    title: str
    score: float


@dataclass(frozen=True, slots=True)
class _Titles:
    codes: list[str]
    shown: list[str]
    word_counts: list[int]
    places: dict[str, dict[int, float]]  # folded word → title → 1, less for a word in brackets (an example)
    vocabulary: list[str]


@cache
def _titles(language: str) -> _Titles:
    found = _Titles([], [], [], {}, [])
    for code, entry in reference.nace_codes().items():
        text = entry.title_tr if language == "tr" else entry.title_en
        if not text:
            continue
        head = set(tokens(text.partition("(")[0]))
        words = head | set(tokens(text))
        for word in words:
            found.places.setdefault(word, {})[len(found.codes)] = 1.0 if word in head else _EXAMPLE
        found.codes.append(code)
        found.shown.append(text)
        found.word_counts.append(max(len(words), 1))
    found.vocabulary.extend(found.places)
    return found


def search(text: str, language: str, limit: int = 10) -> list[NaceHit]:
    """Return the codes whose number begins with `text` or whose title holds its words, best first.

    Missing dots, suffixes and typing errors are forgiven. Among equals industry comes before trade and
    services, since those who are visited make things, and the more exact code before the wider one.
    """
    titles = _titles(language)
    digits = re.sub(r"[\s.\-]", "", text)
    if digits.isdigit():
        starts = [i for i, code in enumerate(titles.codes) if code.replace(".", "").startswith(digits)]
        return [NaceHit(titles.codes[i], titles.shown[i], 100.0) for i in starts[:limit]]
    wanted = _joined(tokens(text) or fold(text).split(), titles)
    if not wanted:
        return []
    held: dict[int, float] = {}
    total = 0.0
    for word in wanted:
        weight, best = _word_hits(word, titles)
        total += weight
        for place, likeness in best.items():
            held[place] = held.get(place, 0.0) + weight * likeness
    hits = [
        NaceHit(
            titles.codes[i],
            titles.shown[i],
            _score(mass / total, len(wanted), titles.word_counts[i], titles.codes[i]),
        )
        for i, mass in held.items()
        if mass / total >= _LEAST_SHARE
    ]
    return sorted(hits, key=lambda hit: (-hit.score, -len(hit.code), hit.code))[:limit]


def _joined(words: list[str], titles: _Titles) -> list[str]:
    """Return the telling words, put together where titles do so ("zeytin yağı" is "zeytinyağı" there)."""
    found: list[str] = []
    telling = [word for word in words if word not in _SAYS_NOTHING]
    for word in telling or words:
        if found and found[-1] + word in titles.places:
            found[-1] += word
        else:
            found.append(word)
    return found


def _word_hits(word: str, titles: _Titles) -> tuple[float, dict[int, float]]:
    """Return the weight of a word (rarer is more) and, for each title with a word like it, how like it is."""
    best: dict[int, float] = {}
    root = stem(word)
    for other, ratio, _ in process.extract(
        word, titles.vocabulary, scorer=fuzz.ratio, limit=None, score_cutoff=78
    ):
        likeness = 1.0 if other == word else 0.97 if stem(other) == root else 0.8 * ratio / 100
        for place, part in titles.places[other].items():
            best[place] = max(best.get(place, 0.0), likeness * part)
    for other in titles.vocabulary:
        if (len(word) > 2 and other.startswith(word)) or stem(other) == root:
            for place, part in titles.places[other].items():
                best[place] = max(best.get(place, 0.0), 0.95 * part)
    if not best:
        return _UNKNOWN_WORD_WEIGHT, best
    strong = sum(1 for likeness in best.values() if likeness > 0.7) or len(best)
    return log(1 + len(titles.codes) / strong), best


def _score(share: float, wanted: int, words: int, code: str) -> float:
    industry = code[0] in "ABCDEF" or "01" <= code[:2] <= "43"
    return round(100 * (0.86 * share + 0.08 * min(wanted / words, 1.0) + 0.06 * industry), 1)
