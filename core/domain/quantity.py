"""Quantities as people type them, and what they are a year in base units.

What was typed is always kept. What cannot be converted without guessing (a lorry load, a pallet, an hour's
flow without the hours of a year) stays unknown: None, never 0. Conversions are data:
data/reference/units.csv.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import cache

from core.domain import reference
from core.domain.numbers import Convention, parse_number
from core.domain.text import fold
from core.errors import AmbiguousNumberError, NotANumberError

Months = Collection[int] | int | None

_ANNUAL_UNITS = frozenset({"t", "m3", "Sm3", "MWh", "piece", "m2", "m", "hour"})
_ALL_YEAR = frozenset({"hour", "workday", "day", "week", "month"})


@dataclass(frozen=True, slots=True)
class Quantity:
    """What could be read from `typed`; `unit` and `period` are codes of units.csv, None where unknown.

    Of a range ("3-4 kamyon") `amount` is the middle, and `low`, `high` its ends. `ambiguous` tells a number
    that can be thousands or decimals: its amount is None until somebody says which. `in_season` tells an amount a
    day, week or month that runs only in a season ("kampanyada günde 60 ton"): see `within`.
    """

    typed: str
    amount: float | None = None
    unit: str | None = None
    period: str | None = None
    low: float | None = None
    high: float | None = None
    ambiguous: bool = False
    in_season: bool = False

    @property
    def is_complete(self) -> bool:
        """True if amount, unit and period are all known."""
        return self.amount is not None and self.unit is not None and self.period is not None

    def within(self, months: Collection[int]) -> "Quantity":
        """Return the reading without its period where it runs in a season and nobody said in which months: counted
        all year it would be several times too much.

        >>> parse_quantity("kampanyada günde 60 ton").within(()).period
        >>> parse_quantity("kampanyada günde 60 ton").within((11, 12)).period
        'day'
        """
        return self if months or not self.in_season else replace(self, period=None)


@dataclass(frozen=True, slots=True)
class Annual:
    """An amount a year, or once if not `recurring`, in t, m3, Sm3, MWh, piece, m2, m or hour."""

    amount: float
    unit: str
    recurring: bool = True


_NUMBER = r"[+-]?\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d+)?|[+-]?\d[\d.,]*"
_DASH = r"\s*(?:-|–|—|ila|ile|to|~)\s*"
_AMOUNT = re.compile(rf"(?P<low>{_NUMBER})(?:{_DASH}(?P<high>{_NUMBER}))?")
_SEASONAL = re.compile(
    r"\b(?:kampanya|sezon|mevsim|season|campaign|hasat|harvest)|\b(?:yazin|kisin|summer|winter)\b"
)
_THOUSANDS = {"bin": 1_000.0, "milyon": 1_000_000.0, "million": 1_000_000.0, "thousand": 1_000.0}


def parse_quantity(typed: str, convention: Convention | None = None) -> Quantity:
    """Return amount, unit and period read from Turkish or English text; what is not understood stays None.

    >>> q = parse_quantity("yaklaşık 12 ton/ay"); q.amount, q.unit, q.period
    (12.0, 't', 'month')
    >>> q = parse_quantity("3-4 kamyon/hafta"); q.amount, q.low, q.high, q.unit, q.period
    (3.5, 3.0, 4.0, 'lorry_load', 'week')
    >>> q = parse_quantity("günde 500 kg"); q.amount, q.unit, q.period
    (500.0, 'kg', 'day')
    >>> q = parse_quantity("2 IBC"); q.amount, q.unit, q.period
    (2.0, 'IBC', None)
    >>> q = parse_quantity("kampanyada günde 60 ton"); q.amount, q.unit, q.period, q.in_season
    (60.0, 't', 'day', True)
    """
    found = _parsed(typed, convention)
    if not _SEASONAL.search(fold(typed)):
        return found
    if found.period == "season":
        words = (period_code(word) for word in re.split(r"[\s/,;()]+", typed))
        found = replace(found, period=next((one for one in words if one in _ALL_YEAR), "season"))
    return replace(found, in_season=found.period in _ALL_YEAR)


def _parsed(typed: str, convention: Convention | None) -> Quantity:
    text = " ".join(typed.split())
    found = _amount_in(text)
    if found is None:
        unit, period = _unit_and_period(text)
        return Quantity(typed, unit=unit, period=period)
    before, after = text[: found.start()], text[found.end() :]
    unit, period = _unit_and_period(after, before)
    factor, unit, period = _of_thousands(after, before, unit, period)
    try:
        low = parse_number(found["low"].rstrip(".,"), convention) * factor
        high = parse_number(found["high"].rstrip(".,"), convention) * factor if found["high"] else None
    except AmbiguousNumberError:
        return Quantity(typed, unit=unit, period=period, ambiguous=True)
    except NotANumberError:
        return Quantity(typed, unit=unit, period=period)
    if high is None:
        return Quantity(typed, low, unit, period)
    low, high = min(low, high), max(low, high)
    return Quantity(typed, (low + high) / 2, unit, period, low, high)


def _amount_in(text: str) -> re.Match[str] | None:
    """Return the place of the amount: not the 3 of "m3" or "3 ayda bir", nor the 20 of "20'lik konteyner"."""
    for found in _AMOUNT.finditer(text):
        glued_before = found.start() > 0 and text[found.start() - 1].isalpha()
        glued_after = text[found.end() : found.end() + 1] in ("'", "’")
        says_when = _leading_period(text[found.start() :]) is not None
        if not glued_before and not glued_after and not says_when:
            return found
    return None


def _of_thousands(
    after: str, before: str, unit: str | None, period: str | None
) -> tuple[float, str | None, str | None]:
    words = fold(after).split()
    factor = _THOUSANDS.get(words[0]) if words else None
    if factor is None or unit in ("thousand_pieces", "MMBtu"):
        return 1.0, unit, period
    unit, period = _unit_and_period(after.strip().partition(" ")[2], before)
    return factor, unit, period


def _unit_and_period(after: str, before: str = "") -> tuple[str | None, str | None]:
    """Return unit and period of the text behind the amount ("ton / ay", "kg günlük") and before ("ayda")."""
    before_period = _period_in(before)
    text = re.sub(r"^[x×*]\s+", "", after.strip(" .,;:"))
    if not text:
        return None, before_period
    whole = unit_code(text)
    if whole:
        return whole, before_period
    for separator in ("/", " per ", " a ", " her "):
        head, mark, tail = text.rpartition(separator)
        if mark and (period := _leading_period(tail)):
            return _leading_unit(head), period
    words = text.split()
    for cut in range(1, len(words)):
        if period := _leading_period(" ".join(words[cut:])):
            return _leading_unit(" ".join(words[:cut])), period
    if period := _leading_period(text):
        return None, period
    return _leading_unit(text), before_period


def _period_in(text: str) -> str | None:
    words = text.split()
    spans = [(start, end) for start in range(len(words)) for end in range(len(words), start, -1)]
    found = (period_code(" ".join(words[start:end])) for start, end in spans)
    return next((code for code in found if code), None)


def _leading_period(text: str) -> str | None:
    words = text.split()
    for count in range(min(len(words), 4), 0, -1):
        if found := period_code(" ".join(words[:count])):
            return found
    return None


def _leading_unit(text: str) -> str | None:
    words = text.split()
    for count in range(min(len(words), 4), 0, -1):
        if found := unit_code(" ".join(words[:count])):
            return found
    return None


def unit_code(typed: str) -> str | None:
    """Return the code of a unit typed in Turkish or English, None if it is not in units.csv.

    >>> [unit_code(word) for word in ("tonne", "t.", "metreküp", "M3", "Adet", "KWh", "koli", "avuç")]
    ['t', 't', 'm3', 'm3', 'piece', 'kWh', 'box', None]
    """
    return _lookup(typed, _names(False))


def period_code(typed: str) -> str | None:
    """Return the code of a period typed in Turkish or English, None if it is none.

    >>> [period_code(word) for word in ("ayda", "yıllık", "per week", "tek seferlik", "kg")]
    ['month', 'year', 'week', 'once', None]
    """
    return _lookup(typed, _names(True))


def _lookup(typed: str, names: dict[str, str]) -> str | None:
    key = _key(typed)
    return names.get(key) or names.get(key.rstrip("."))


def _key(typed: str) -> str:
    return fold(typed).strip(" ,;:()[]").replace("^", "")


@cache
def _names(periods: bool) -> dict[str, str]:
    names: dict[str, str] = {}
    for unit in reference.units().values():
        if (unit.dimension == "period") is periods:
            for name in (
                unit.code,
                unit.name_tr,
                unit.name_en,
                unit.symbol_tr,
                unit.symbol_en,
                *unit.aliases,
            ):
                names.setdefault(_key(name), unit.code)
    return names


def annual(
    amount: float | None,
    unit: str | None,
    period: str | None,
    density_t_per_m3: float | None = None,
    months: Months = None,
    *,
    hours_per_year: float | None = None,
) -> Annual | None:
    """Return what an amount per period is a year in the base unit, None where anything needed is unknown.

    `months` are the months in which it arises, or how many: daily, weekly and monthly amounts shrink with
    them; none is all year. With a density a volume becomes tonnes. Power and hourly amounts need
    `hours_per_year`.

    12 t a month for 10 months; 500 kg a day; 2 IBC a week at 0.9 t/m³; 200 kW for 4,000 hours:

    >>> annual(12, "t", "month", months=10).amount, annual(500, "kg", "day").amount
    (120.0, 182.5)
    >>> round(annual(2, "IBC", "week", 0.9).amount, 6), annual(200, "kW", None, hours_per_year=4000)
    (93.6, Annual(amount=800.0, unit='MWh', recurring=True))
    >>> annual(3, "lorry_load", "week") is None, annual(5, "m3", "hour") is None
    (True, True)
    """
    found = reference.units().get(unit or "")
    if amount is None or found is None or found.to_base is None or found.dimension == "period":
        return None
    if found.dimension == "power":
        if hours_per_year is None or period not in (None, "hour", "year"):
            return None
        return Annual(amount * found.to_base * hours_per_year, "MWh")
    times = times_a_year(period, months, hours_per_year)
    if times is None or found.base not in _ANNUAL_UNITS:
        return None
    yearly = Annual(amount * found.to_base * times, found.base, period != "once")
    if yearly.unit == "m3" and density_t_per_m3:
        return replace(yearly, amount=yearly.amount * density_t_per_m3, unit="t")
    return yearly


def times_a_year(
    period: str | None, months: Months = None, hours_per_year: float | None = None
) -> float | None:
    """Return how often a period comes in a year, None if unknown; `months` shortens what runs all year.

    >>> times_a_year("week", 6), times_a_year("quarter"), times_a_year("hour")
    (26.0, 4.0, None)
    """
    if period == "hour":
        return hours_per_year
    found = reference.units().get(period or "")
    if found is None or found.dimension != "period" or found.to_base is None:
        return None
    count = months if isinstance(months, int) or months is None else len(set(months))
    if count and period in _ALL_YEAR:
        return found.to_base * min(count, 12) / 12
    return found.to_base


def tonnes(yearly: Annual | None, density_t_per_m3: float | None = None) -> float | None:
    """Return a yearly amount in tonnes, None if it is neither mass nor a volume with a known density.

    >>> tonnes(Annual(50.0, "t")), tonnes(Annual(50.0, "m3"), 1.2), tonnes(Annual(50.0, "m3"))
    (50.0, 60.0, None)
    """
    if yearly is None:
        return None
    if yearly.unit == "t":
        return yearly.amount
    if yearly.unit == "m3" and density_t_per_m3:
        return yearly.amount * density_t_per_m3
    return None
