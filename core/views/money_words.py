"""How money in another currency is told: by which rate of which day and source, or that none is recorded."""

from collections.abc import Iterable
from datetime import date

from core.domain.impact.money import ExchangeRate
from core.domain.numbers import format_date, format_number
from core.i18n import Translator


def by_rates(rates: Iterable[ExchangeRate], unrated: Iterable[date], t: Translator) -> str:
    """Return the rates that an amount in USD rests on, a line each; then the days of prices that lack one."""
    told = [rate(one, t) for one in rates]
    days = ", ".join(format_date(day, t.language) for day in unrated)
    if days:
        told.append(t("No rate recorded for prices of {days}", days=days))
    return "\n".join(told)


def rate(one: ExchangeRate, t: Translator) -> str:
    """Return a rate with its day and where it was read."""
    return t(
        "{day}: {rate} TRY ({source})",
        day=format_date(one.rate_on, t.language) if one.rate_on else "",
        rate=format_number(one.try_per_unit or 0.0, t.language, 4),
        source=one.source,
    )
