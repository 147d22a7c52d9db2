"""What counted entries come to: what a year brings, what happened once, and what each calendar year has had so far.

A value a year is spread over the days of its period; the parts of an entry add up to the entry. The three bases are
kept apart by every function here.
"""

import calendar
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from core.domain.choices import Basis, Stage
from core.domain.impact.counting import Counted
from core.domain.impact.entries import Entry, Measure, lifetime_end, window

_STOPPED = (Stage.STALLED, Stage.DROPPED)


@dataclass(frozen=True)
class Band:
    """Low, central and high of one amount."""

    low: float
    value: float
    high: float

    def times(self, factor: float) -> "Band":
        """Return the band multiplied by a factor that is not negative."""
        return Band(self.low * factor, self.value * factor, self.high * factor)


@dataclass(frozen=True)
class Part:
    """What an entry comes to in one calendar year, on one basis, in the entry's unit."""

    entry_id: str
    synergy_id: str
    measure: Measure
    basis: Basis
    year: int
    band: Band


def band_of(counted: Counted) -> Band:
    """Return what counts of an entry's value: after attribution and the share of the have; a year, or in all.

    >>> from datetime import datetime
    >>> from core.domain.impact.counting import Claim
    >>> entry = Entry("a", "s", Measure.VIRGIN, 100, 80, 120, "t", date(2025, 1, 1), "x", datetime(2025, 1, 1),
    ...               attribution=0.5)
    >>> band_of(Counted(Claim(entry, Stage.RUNNING), Basis.AGREED))
    Band(low=40.0, value=50.0, high=60.0)
    """
    entry = counted.entry
    return Band(entry.low, entry.value, entry.high).times(counted.weight)


def a_year(counted: Iterable[Counted], today: date) -> Iterator[tuple[Counted, Band]]:
    """Give what recurs and is not over: each flow once, by its newest entry."""
    for one in counted:
        stopped = one.claim.stage in _STOPPED
        if one.entry.recurs and one.is_latest and not stopped and today <= lifetime_end(one.entry):
            yield one, band_of(one)


def once(counted: Iterable[Counted]) -> Iterator[tuple[Counted, Band]]:
    """Give what happens once."""
    for one in counted:
        if not one.entry.recurs:
            yield one, band_of(one)


def parts(counted: Counted, today: date) -> tuple[Part, ...]:
    """Return what an entry has come to by the end of `today`, year by year.

    A recurring flow that was verified goes on as agreed behind its measured period, until its lifetime ends, a newer
    entry begins or the synergy stops. 365 t a year from 3 February 2025, verified for a year, on 4 March 2026:

    >>> from datetime import datetime
    >>> from core.domain.impact.counting import Claim
    >>> entry = Entry("a", "s", Measure.VIRGIN, 365, 365, 365, "t", date(2025, 2, 3), "x", datetime(2026, 2, 9),
    ...               period_to=date(2026, 2, 2), lifetime_years=5, basis=Basis.VERIFIED,
    ...               confirmed_by="m", confirmed_on=date(2026, 2, 20))
    >>> found = parts(Counted(Claim(entry, Stage.VERIFIED), Basis.VERIFIED), date(2026, 3, 4))
    >>> [(part.year, part.basis.value, part.band.value) for part in found]
    [(2025, 'verified', 332.0), (2026, 'verified', 33.0), (2026, 'agreed', 30.0)]
    """
    entry, first, last = counted.entry, *window(counted.entry)
    spans = [(first, min(last, today), counted.basis)]
    if entry.is_verified and entry.recurs and counted.claim.stage not in _STOPPED:
        end = min(today, lifetime_end(entry))
        if counted.ends_before:
            end = min(end, counted.ends_before - timedelta(days=1))
        spans.append((last + timedelta(days=1), end, Basis.AGREED))
    return tuple(
        Part(entry.entry_id, entry.synergy_id, entry.measure, basis, year, band_of(counted).times(share))
        for begin, end, basis in spans
        for year, share in _by_year(entry, begin, end)
    )


def _by_year(entry: Entry, begin: date, end: date) -> Iterator[tuple[int, float]]:
    """Give each year's share: of a yearly value the days of that year, of a single one the days of its period."""
    first, last = window(entry)
    for year in range(begin.year, end.year + 1):
        days = (min(end, date(year, 12, 31)) - max(begin, date(year, 1, 1))).days + 1
        whole = 365 + calendar.isleap(year) if entry.recurs else (last - first).days + 1
        if days > 0:
            yield year, days / whole
