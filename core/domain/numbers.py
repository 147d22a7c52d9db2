"""Numbers, dates and months as people type them in Turkish and English: read rightly or reported, never guessed.

`1.234` is a thousand and more in Turkish and one and a bit in English; `03/04/2026` is April or March. Where
the text alone does not decide, an error says so, and a whole column (`detect_convention`,
`detect_date_order`) or the user does.
"""

import re
from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Literal

from babel.dates import format_date as babel_date
from babel.dates import get_month_names
from babel.numbers import format_decimal

from core.domain.text import fold
from core.errors import (
    AmbiguousDateError,
    AmbiguousNumberError,
    NotADateError,
    NotANumberError,
    NotMonthsError,
)
from core.i18n import LANGUAGES

Convention = Literal["tr", "en"]
DateOrder = Literal["dmy", "mdy"]

_BLANKS = re.compile(r"[\s\u00a0\u2007\u2009\u202f]+")
_GROUPED_BY_BLANKS = re.compile(r"[+-]?\d{1,3}(?: \d{3})+(?:[.,]\d+)?")
_PLAIN = re.compile(r"[+-]?\d+")
_SCIENTIFIC = re.compile(r"[+-]?\d+(?:\.\d+)?[eE][+-]?\d{1,2}")
_DECIMAL = {"tr": ",", "en": "."}


def parse_number(text: str, convention: Convention | None = None) -> float:
    """Return the number that `text` holds, in Turkish (1.234,56) or English (1,234.56) writing.

    A single separator before exactly three digits is ambiguous unless `convention` says how this user or
    column writes. Blanks between groups of three, a sign and Excel's 1E+05 are read; a percentage is not a
    number here. Raises AmbiguousNumberError or NotANumberError, each with the text.

    >>> [parse_number(text) for text in ("1.234,56", "1,234.56", "1 250", "12,5", "-0.125", "1.234.567")]
    [1234.56, 1234.56, 1250.0, 12.5, -0.125, 1234567.0]
    >>> parse_number("1.234", "tr"), parse_number("1.234", "en")
    (1234.0, 1.234)
    """
    written = _BLANKS.sub(" ", text).strip().replace("−", "-")
    if _GROUPED_BY_BLANKS.fullmatch(written):
        return _with_decimal(written.replace(" ", ""), text)
    if _PLAIN.fullmatch(written) or _SCIENTIFIC.fullmatch(written):
        return float(written)
    reading = _reading(written)
    if reading is None:
        raise NotANumberError(value=text.strip())
    if reading == "ambiguous":
        if convention is None:
            raise AmbiguousNumberError(value=text.strip())
        reading = convention
    decimal = _DECIMAL[reading]
    thousands = "." if decimal == "," else ","
    return float(written.replace(thousands, "").replace(decimal, "."))


def _with_decimal(written: str, text: str) -> float:
    if written.count(",") + written.count(".") > 1:
        raise NotANumberError(value=text.strip())
    return float(written.replace(",", "."))


def _reading(written: str) -> Convention | Literal["ambiguous"] | None:
    """Return the only convention that fits a number with separators, "ambiguous" if both, None if neither."""
    tr = _fits(written, thousands=".", decimal=",")
    en = _fits(written, thousands=",", decimal=".")
    if tr and en:
        return "ambiguous"
    return "tr" if tr else "en" if en else None


def _fits(written: str, thousands: str, decimal: str) -> bool:
    t, d = re.escape(thousands), re.escape(decimal)
    # a grouped number never begins with 0: "0,125" and "0.125" are one eighth in both languages
    return bool(re.fullmatch(rf"[+-]?(?:[1-9]\d{{0,2}}(?:{t}\d{{3}})+|\d+)(?:{d}\d+)?", written))


def detect_convention(texts: Iterable[str]) -> Convention | None:
    """Return how the numbers of a column are written, None if none of them tells or two contradict.

    >>> [detect_convention(column) for column in (["1.234", "12,5", "700"], ["1.234"], ["1,5", "2.5"])]
    ['tr', None, None]
    """
    seen: set[Convention] = set()
    for text in texts:
        reading = _reading(_BLANKS.sub("", text))
        if reading in ("tr", "en") and ("." in text or "," in text):
            seen.add(reading)
    return seen.pop() if len(seen) == 1 else None


_ISO = re.compile(r"(\d{4})([-./])(\d{1,2})\2(\d{1,2})(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?")
_YEAR_LAST = re.compile(r"(\d{1,2})([-./])(\d{1,2})\2(\d{4})(?: \d{1,2}:\d{2}(?::\d{2})?)?")


def parse_date(text: str, order: DateOrder | None = None) -> date:
    """Return the date that `text` holds: ISO, 22.11.2026, 22/11/2026 or 11/22/2026; a time of day is dropped.

    With dots the day stands first, as everywhere where dots are used; with "/" or "-" a day up to 12 is
    ambiguous unless `order` says how this user or column writes. Years have four digits. Raises
    AmbiguousDateError or NotADateError.

    >>> parse_date("2026-11-22") == parse_date("22.11.2026") == parse_date("11/22/2026") == date(2026, 11, 22)
    True
    >>> parse_date("03.04.2026").month, parse_date("03/04/2026", "mdy").month
    (4, 3)
    """
    written = _BLANKS.sub(" ", text).strip()
    iso = _ISO.fullmatch(written)
    if iso:
        return _date(int(iso[1]), int(iso[3]), int(iso[4]), text)
    found = _YEAR_LAST.fullmatch(written)
    if not found:
        raise NotADateError(value=text.strip())
    first, separator, second, year = int(found[1]), found[2], int(found[3]), int(found[4])
    if first <= 12 and second <= 12 and first != second:
        if separator == ".":
            order = "dmy"
        elif order is None:
            raise AmbiguousDateError(value=text.strip())
    else:
        order = "mdy" if second > 12 else "dmy"
    day, month = (first, second) if order == "dmy" else (second, first)
    return _date(year, month, day, text)


def _date(year: int, month: int, day: int, text: str) -> date:
    try:
        return date(year, month, day)
    except ValueError as e:
        raise NotADateError(value=text.strip()) from e


def detect_date_order(texts: Iterable[str]) -> DateOrder | None:
    """Return the order of day and month in a column, None if no date tells or they contradict each other.

    >>> detect_date_order(["03/04/2026", "22/11/2026"]), detect_date_order(["03/04/2026"])
    ('dmy', None)
    """
    seen: set[DateOrder] = set()
    for text in texts:
        found = _YEAR_LAST.fullmatch(_BLANKS.sub(" ", text).strip())
        if found and found[2] != ".":
            if 12 < int(found[1]) <= 31 and int(found[3]) <= 12:
                seen.add("dmy")
            elif 12 < int(found[3]) <= 31 and int(found[1]) <= 12:
                seen.add("mdy")
    return seen.pop() if len(seen) == 1 else None


def parse_months(text: str) -> tuple[int, ...]:
    """Return the months of a cell, 1–12 as they follow there, from numbers or names, single or from–to.

    Raises NotMonthsError.

    >>> parse_months("6;7;8"), parse_months("Ekim-Ocak"), parse_months("june, july")
    ((6, 7, 8), (10, 11, 12, 1), (6, 7))
    """
    found: dict[int, None] = {}
    spaced = re.sub(r"\s*(?:-|–|—|\bto\b|\bila\b)\s*", "-", fold(text))
    for part in filter(None, re.split(r"[;,/|\s]+|\bve\b|\band\b", spaced)):
        ends = [_month(word) for word in part.split("-")]
        if None in ends or len(ends) > 2:
            raise NotMonthsError(value=text[:60])
        first, last = ends[0] or 1, ends[-1] or 1
        found |= dict.fromkeys((first - 1 + step) % 12 + 1 for step in range((last - first) % 12 + 1))
    if not found:
        raise NotMonthsError(value=text[:60])
    return tuple(found)


def _month(word: str) -> int | None:
    return int(word) if word.isdigit() and 1 <= int(word) <= 12 else _month_names().get(word.rstrip("."))


@cache
def _month_names() -> dict[str, int]:
    return {
        fold(name).rstrip("."): number
        for language in LANGUAGES
        for width in ("wide", "abbreviated")
        for number, name in get_month_names(width, locale=language).items()
    }


def format_number(value: float, language: str, decimals: int | None = None) -> str:
    """Return a number as the reader writes it, with at most `decimals` decimals (else 0 from 100, 2 below).

    >>> format_number(1234.6, "tr"), format_number(1234.5, "en", 1), format_number(0.25, "tr")
    ('1.235', '1,234.5', '0,25')
    """
    places = decimals if decimals is not None else (0 if abs(value) >= 100 else 2)
    pattern = "#,##0" + ("." + "#" * places if places else "")
    return format_decimal(value, format=pattern, locale="tr" if language == "tr" else "en")


def format_date(value: date, language: str) -> str:
    """Return a date as the reader writes it.

    >>> format_date(date(2026, 11, 22), "tr"), format_date(date(2026, 11, 22), "en")
    ('22.11.2026', '22 Nov 2026')
    """
    if language == "tr":
        return value.strftime("%d.%m.%Y")
    return babel_date(value, format="d MMM y", locale="en")
