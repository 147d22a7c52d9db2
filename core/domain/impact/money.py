"""Money of different days: TRY of its date is what is kept; another year's TRY or USD only by recorded figures.

Neither rates nor price indices are shipped: Türkiye's are entered with their source, and without them amounts of
different years are not added.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from core.domain.findings import Findings, check_day, check_text, refuse
from core.errors import (
    MissingValueError,
    OutOfRangeError,
)

USD = "USD"
OLDEST_DAYS = 31  # a rate of another month would not be that day's
SOURCE_LIMIT = 200
_MOST_TRY = 100_000.0
_FIRST_YEAR = 1980


@dataclass(frozen=True)
class ExchangeRate:
    """What one unit of a currency cost in TRY on a day, and where that was read."""

    rate_id: str
    currency: str
    rate_on: date | None
    try_per_unit: float | None
    source: str
    set_by: str = ""
    row_version: int = 0


@dataclass(frozen=True)
class Deflator:
    """The mean of a price index in a year; `series` names the index and its base year."""

    deflator_id: str
    year: int | None
    index_value: float | None
    series: str
    source: str
    set_by: str = ""
    row_version: int = 0


def rate_for(rates: Iterable[ExchangeRate], day: date) -> ExchangeRate | None:
    """Return the newest rate recorded on or before a day, None if it is more than 31 days older.

    >>> rates = [ExchangeRate("a", USD, date(2026, 3, 2), 40.0, "bulletin"),
    ...          ExchangeRate("b", USD, date(2026, 3, 20), 50.0, "bulletin")]
    >>> [found.rate_id if found else None for found in (rate_for(rates, date(2026, 3, 19)),
    ...     rate_for(rates, date(2026, 4, 20)), rate_for(rates, date(2026, 4, 21)), rate_for(rates, date(2026, 3, 1)))]
    ['a', 'b', None, None]
    """
    known = [rate for rate in rates if rate.rate_on and rate.try_per_unit]
    fitting = [rate for rate in known if 0 <= (day - (rate.rate_on or day)).days <= OLDEST_DAYS]
    return max(fitting, key=lambda rate: (rate.rate_on or day, rate.rate_id), default=None)


def in_usd(amount_try: float, rate: ExchangeRate | None) -> float | None:
    """Return TRY in the rate's currency, None without a rate.

    >>> in_usd(1_000.0, ExchangeRate("a", USD, date(2026, 3, 2), 40.0, "bulletin")), in_usd(1.0, None)
    (25.0, None)
    """
    return amount_try / rate.try_per_unit if rate and rate.try_per_unit else None


@dataclass(frozen=True)
class Priced:
    """Amounts of several days in TRY and in USD, each by the rate of its own day.

    `value_usd` is None as soon as one day lacks a rate; `rates` are those used, `unrated` the days that lack one.
    """

    value_try: float
    value_usd: float | None
    rates: tuple[ExchangeRate, ...] = ()
    unrated: tuple[date, ...] = ()


def priced(amounts: Iterable[tuple[date, float]], rates: Iterable[ExchangeRate]) -> Priced:
    """Return the sum of amounts (day of the prices, TRY) in TRY, and in USD where each day has a rate.

    >>> rates = [ExchangeRate("a", USD, date(2026, 3, 2), 40.0, "bulletin")]
    >>> found = priced([(date(2026, 3, 2), 1_000.0), (date(2026, 3, 9), 200.0)], rates)
    >>> found.value_try, found.value_usd, [rate.rate_id for rate in found.rates]
    (1200.0, 30.0, ['a'])
    >>> priced([(date(2026, 3, 2), 1_000.0), (date(2025, 1, 5), 200.0)], rates).unrated
    (datetime.date(2025, 1, 5),)
    """
    given, known = list(amounts), list(rates)
    of_day = {day: rate_for(known, day) for day, _ in given}
    told = [in_usd(amount, of_day[day]) for day, amount in given]
    usd = [amount for amount in told if amount is not None]
    used = {rate.rate_id: rate for rate in of_day.values() if rate}
    return Priced(
        sum(amount for _, amount in given),
        sum(usd) if len(usd) == len(told) else None,
        tuple(sorted(used.values(), key=lambda rate: (rate.rate_on or date.min, rate.rate_id))),
        tuple(sorted(day for day, rate in of_day.items() if rate is None)),
    )


def in_money_of(amount_try: float, year: int, to_year: int, indices: Mapping[int, float]) -> float | None:
    """Return TRY of one year in the money of another, None where an index is missing.

    100 TRY of 2024 where the index rose from 200 to 300:

    >>> in_money_of(100.0, 2024, 2026, {2024: 200.0, 2026: 300.0}), in_money_of(100.0, 2024, 2026, {2024: 200.0})
    (150.0, None)
    """
    if year == to_year:
        return amount_try
    if year not in indices or to_year not in indices:
        return None
    return amount_try * indices[to_year] / indices[year]


def added(amounts: Sequence[tuple[int, float]], indices: Mapping[int, float]) -> tuple[int, float] | None:
    """Return (year, sum in that year's money) of (year, TRY) pairs: the latest year; None if they cannot be added.

    >>> added([(2024, 100.0), (2026, 10.0)], {2024: 200.0, 2026: 300.0}), added([(2024, 1.0), (2026, 1.0)], {})
    ((2026, 160.0), None)
    >>> added([(2025, 1.0), (2025, 2.0)], {})
    (2025, 3.0)
    """
    if not amounts:
        return None
    latest = max(year for year, _ in amounts)
    told = [in_money_of(amount, year, latest, indices) for year, amount in amounts]
    known = [amount for amount in told if amount is not None]
    return (latest, sum(known)) if len(known) == len(told) else None


def check_rate(rate: ExchangeRate, today: date) -> None:
    """Raise InvalidRecordError unless a rate has a day up to today, a plausible amount and a source."""
    findings: Findings = {}
    check_day(findings, "rate_on", rate.rate_on, today, needed=True)
    _above_zero(findings, "try_per_unit", rate.try_per_unit, _MOST_TRY)
    check_text(findings, "source", rate.source, SOURCE_LIMIT, needed=True)
    refuse(findings)


def check_deflator(deflator: Deflator, today: date) -> None:
    """Raise InvalidRecordError unless an index has a year up to this one, a value, a series and a source."""
    findings: Findings = {}
    if deflator.year is None:
        findings["year"] = MissingValueError()
    elif not _FIRST_YEAR <= deflator.year <= today.year:
        findings["year"] = OutOfRangeError(low=_FIRST_YEAR, high=today.year)
    _above_zero(findings, "index_value", deflator.index_value, 1e9)
    check_text(findings, "series", deflator.series, SOURCE_LIMIT, needed=True)
    check_text(findings, "source", deflator.source, SOURCE_LIMIT, needed=True)
    refuse(findings)


def _above_zero(findings: Findings, field: str, value: float | None, most: float) -> None:
    if value is None:
        findings[field] = MissingValueError()
    elif not 0 < value <= most:
        findings[field] = OutOfRangeError(low=0, high=most)
