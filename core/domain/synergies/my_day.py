"""What somebody owes: the buckets of a working day, and which days its quick choices mean."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from core.i18n import marked as m


class Bucket(StrEnum):
    """Where a synergy stands in somebody's day, most urgent first (views.sql, owed_synergy, sorts them so)."""

    OVERDUE = "overdue"
    THIS_WEEK = "this_week"
    LATER = "later"
    UNDATED = "undated"
    SILENT = "silent"


class Soon(StrEnum):
    """A quick choice of the day of a next action."""

    TOMORROW = "tomorrow"
    IN_A_WEEK = "in_a_week"
    IN_A_MONTH = "in_a_month"


SOON = {
    Soon.TOMORROW: m("Tomorrow"),
    Soon.IN_A_WEEK: m("In a week"),
    Soon.IN_A_MONTH: m("In a month"),
}


@dataclass(frozen=True)
class Counts:
    """How much there is of each: synergies by bucket, cards that lack something, visits not closed."""

    buckets: dict[Bucket, int]
    cards: int
    visits: int

    @property
    def nothing(self) -> bool:
        """True where nothing at all is owed."""
        return not (any(self.buckets.values()) or self.cards or self.visits)


def sunday_of(today: date) -> date:
    """Return the last day of the week that `today` is in.

    >>> sunday_of(date(2026, 11, 23)), sunday_of(date(2026, 11, 29))
    (datetime.date(2026, 11, 29), datetime.date(2026, 11, 29))
    """
    return today + timedelta(days=6 - today.weekday())


def day_of(soon: Soon, today: date) -> date:
    """Return the day that a quick choice means; a month later is at most that month's last day.

    >>> day_of(Soon.IN_A_MONTH, date(2027, 1, 31)), day_of(Soon.IN_A_WEEK, date(2026, 12, 30))
    (datetime.date(2027, 2, 28), datetime.date(2027, 1, 6))
    """
    if soon is Soon.TOMORROW:
        return today + timedelta(days=1)
    if soon is Soon.IN_A_WEEK:
        return today + timedelta(days=7)
    year, month = (today.year + 1, 1) if today.month == 12 else (today.year, today.month + 1)
    return date(year, month, min(today.day, monthrange(year, month)[1]))
