"""Turkish-aware words: lower case, folding for comparison, tokens, stems, and numbers kept apart from them.

Turkish cards are typed with and without dots, in capitals, mixed with English, and Turkish suffixes pile up. Everything
that compares texts goes through here; nothing here is for display.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import pairwise

from core.config import REFERENCE
from core.domain.datafiles import rows_of

_TURKISH_CAPITALS = str.maketrans({"İ": "i", "I": "ı"})
_OTHER_LETTERS = str.maketrans(
    {"ı": "i", "ø": "o", "đ": "d", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "’": "'", "‘": "'"}
)
_WITHOUT_DOTS = str.maketrans("çğıöşüâîû’‘", "cgiosuaiu''")
_ENGLISH_ONLY = re.compile(r"[QWXqwx]")
_TURKISH_ONLY = re.compile(r"[çğıİöşüÇĞÖŞÜ]")
_ENGLISH_SIGNS = re.compile(
    r"\b(?:and|of|the|for|from|with|or|waste|water|industrial|production|to|in|by)\b", re.IGNORECASE
)
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_APOSTROPHES = str.maketrans("’‘", "''")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_MEASURE = re.compile(
    r"\d*(?:m[²³23]?|[sn]m[³3]|[cmk]m[²³23]?|[kmµ]?g|gr|t|ton|tonne|tonnes|tons|m?l|lt|litre|liter|litres|"
    r"[kmg]?wh?|[kmg]w[hp]|[kmgt]?j|kcal|tep|toe|bar|°?c|adet|pcs|ppm|mt|kva|"
    r"yil(?:lik)?|ay(?:lik)?|gun(?:luk)?|hafta(?:lik)?|years?|yearly|months?|monthly|days?|daily|weeks?|weekly)"
)


def lower_tr(text: str) -> str:
    """Return `text` composed (NFC) and in lower case by Turkish rules: İ → i and I → ı.

    An English text keeps its i: that is one without any Turkish letter that holds q, w, x or a common English word.
    A word with q, w or x is English wherever it stands. What cannot be told apart (a lone "IBC") is read as Turkish.

    >>> lower_tr("ÇELİK HURDASI"), lower_tr("INDUSTRIAL WATER"), lower_tr("ILIK")
    ('çelik hurdası', 'industrial water', 'ılık')
    """
    text = unicodedata.normalize("NFC", text)
    if not _TURKISH_ONLY.search(text) and (_ENGLISH_ONLY.search(text) or _ENGLISH_SIGNS.search(text)):
        return text.lower()
    if "I" in text and _ENGLISH_ONLY.search(text):
        words = re.split(r"(\s+)", text)
        return "".join(
            w.lower() if _ENGLISH_ONLY.search(w) else w.translate(_TURKISH_CAPITALS).lower() for w in words
        )
    return text.translate(_TURKISH_CAPITALS).lower()


def fold(text: str) -> str:
    """Return `text` for comparison only: lower case, no dots or accents, ı as i, apostrophes dropped, single blanks.

    >>> fold("Uçucu  KÜL"), fold("ucucu kul"), fold("Kâğıt IŞIĞI"), fold("O’Neill")
    ('ucucu kul', 'ucucu kul', 'kagit isigi', 'oneill')
    """
    return " ".join(_plain(text).replace("'", "").split())


def tokens(text: str) -> list[str]:
    """Return the folded words of `text` in order, without stop words, numbers, units and suffixes after an apostrophe.

    >>> tokens("İZBAŞ'ın 1.200 kg/ay çelik hurdası için")
    ['izbas', 'celik', 'hurdasi']
    """
    return [folded for _, folded in words(text)]


def words(text: str) -> list[tuple[str, str]]:
    """Return (word as written, folded word) for each word that `tokens` keeps."""
    plain = unicodedata.normalize("NFC", text).translate(_APOSTROPHES)
    return [found for match in _WORD.finditer(plain) if (found := _kept(match.group()))]


@lru_cache(maxsize=200_000)
def _kept(word: str) -> tuple[str, str] | None:
    """Return a word without what follows an apostrophe, and folded; None for one that does not count."""
    stops, folded_stops = stopwords()
    written = _stem_of_apostrophe(word)
    if lower_tr(written) in stops:
        return None
    folded = fold(written)
    if folded in folded_stops or len(folded) < 2 or folded[0].isdigit() or _MEASURE.fullmatch(folded):
        return None
    return written, folded


def written_terms(text: str) -> list[tuple[str, str]]:
    """Return (term, words as written): the stem of each word, then of each two neighbours.

    Neighbours are joined before they are stemmed, so that "zeytin yağı" and "zeytinyağı" share a term.

    >>> written_terms("Zeytin yağı")
    [('zeyt', 'Zeytin'), ('yak', 'yağı'), ('zeytinyak', 'Zeytin yağı')]
    """
    found = words(text)
    return [(stem(folded), written) for written, folded in found] + [
        (stem(folded + after), f"{written} {written_after}")
        for (written, folded), (written_after, after) in pairwise(found)
    ]


def terms(text: str) -> list[str]:
    """Return the terms of `text` that TF-IDF counts."""
    return [term for term, _ in written_terms(text)]


def numbers(text: str) -> list[str]:
    """Return the numbers of `text` as typed: what `tokens` leaves out.

    >>> numbers("1.200 kg, %65 nem")
    ['1.200', '65']
    """
    return _NUMBER.findall(text)


def stems(folded_words: Iterable[str]) -> list[str]:
    """Return one stem for each folded word; a comparison key, not a word of any language."""
    return [stem(word) for word in folded_words]


_ENGLISH_PLURAL = re.compile(r"(?:(?<=[^aeiou])ies|(?<=ss|ch|sh)es|(?<=[xz])es|(?<=[^suia])s)$")
_ENGLISH_VERB = re.compile(r"(?<=[aeiouy][^aeiou])(?:ing|ed)$|(?<=[^aeiou]{2})(?:ing|ed)$")
_TURKISH_SUFFIXES = re.compile(
    r"^(..(?=l[ae]r)|.{3,}?)"
    r"(?:l[ae]r)?(?:(?<=[aeiou])s[iu]|[iu])?(?:n?[dt][ae]n?(?:ki)?|n?[iu]n|n[iu]|n[ae]|yl[ae])?$"
)
_OUR_YOUR = re.compile(
    r"(?<=[a-z]{3})(?:(?<=[^aeiou])[iu]|(?<=[aeiou]))(?:m[iu]z|nuz)(?=(?:[iu]n?|[dt][ae]n?(?:ki)?|l[ae])?$)"
)
_HARD = {"g": "k", "b": "p"}
_IRREGULAR = {"suy": "su", "gase": "gas"}


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """Return the stem of a folded Turkish or English word.

    Turkish plural, possessive and case endings go together ("kullerinden" → "kul"), then English plurals and -ing/-ed;
    a softened last consonant is hardened ("atigi" → "atik"), a last vowel after four letters dropped. Both languages
    pass the same steps, since a card does not say which one it is in. Why not a library: docs/decisions.

    >>> [stem(w) for w in ("kulu", "kulunun", "kullerinden", "ashes", "ash", "atigi", "atiklari", "suyu")]
    ['kul', 'kul', 'kul', 'ash', 'ash', 'atik', 'atik', 'su']
    """
    words, beginnings = _exceptions()
    if word in words:
        return words[word]
    if kept := beginnings.match(word):
        return words[kept.group() + "*"]
    word = _OUR_YOUR.sub("", word) if "z" in word else word
    word = _english(word)
    while (shorter := _turkish(word)) != word:
        word = shorter
    word = _IRREGULAR.get(word, word)
    if len(word) > 4 and word[-1] in "aeiuy":
        word = word[:-1]
    if len(word) > 4 and word[-1] == "d":
        return word[:-1] + "t"  # "kagidi"; shorter words are kept: head is not heat
    return word[:-1] + _HARD.get(word[-1], word[-1]) if len(word) > 2 else word


@cache
def _exceptions() -> tuple[dict[str, str], re.Pattern[str]]:
    """Return the stems of stems.csv by word, and a pattern of the beginnings (written with *) among them."""
    words = {row["word"]: row["stem"] for row in rows_of("stems.csv")}
    return words, re.compile("|".join(word[:-1] for word in words if word.endswith("*")))


def _english(word: str) -> str:
    if len(word) < 4:
        return word
    plural = _ENGLISH_PLURAL.search(word)
    if plural:
        word = word[: plural.start()] + ("y" if plural.group() == "ies" else "")
    verb = _ENGLISH_VERB.search(word)
    if verb and verb.start() >= 4:
        word = word[: verb.start()]
    return word


def _turkish(word: str) -> str:
    if len(word) > 3 and word[-1] == "s" and word[-2] in "aeiou":
        return word[:-1]  # "talasi" may be talaş + ı or tala + sı: give the s up on both sides
    found = _TURKISH_SUFFIXES.match(word)
    if not found or len(found.group(1)) == len(word):
        return word
    root = found.group(1)
    cut = word[len(root) :]
    if len(root) < 4 and cut[0] in "ndty":
        return word
    return root


def _plain(text: str) -> str:
    lowered = lower_tr(unicodedata.normalize("NFKC", text)).translate(_WITHOUT_DOTS)
    if lowered.isascii():  # the rest is right for all texts, but slow
        return lowered
    lowered = unicodedata.normalize("NFKD", lowered)
    return "".join(letter for letter in lowered if not unicodedata.combining(letter)).translate(
        _OTHER_LETTERS
    )


def _stem_of_apostrophe(word: str) -> str:
    head, _, rest = word.partition("'")
    return rest if rest and len(head) < 2 else head


@cache
def stopwords() -> tuple[frozenset[str], frozenset[str]]:
    """Return the stop words of stopwords.csv as written, and folded (without two-letter ones: "şu" is not "su")."""
    written = frozenset(row["word"] for row in rows_of("stopwords.csv", REFERENCE))
    return written, frozenset(word for word in map(fold, written) if len(word) > 2)
