"""Where the numbers that indicators stand for are counted, by name.

What a new table can count gets its name in core.domain.programme.indicators.CountedAs and its line in
indicator_counts.sql.
"""

from datetime import date

from core.domain.choices import Basis
from core.domain.impact.booking import Booked
from core.domain.impact.counting import Counted
from core.domain.impact.entries import Measure
from core.domain.impact.years import parts
from core.domain.programme.indicators import VERIFIED, CountedAs
from core.storage.database import Cursor

_EVER = date(1, 1, 1)


def counts(
    cursor: Cursor, region_id: str, entries: tuple[Booked, ...], since: date | None, today: date
) -> dict[CountedAs, float]:
    """Return every number that an indicator may stand for, since a day (None: since ever)."""
    row = cursor.row("indicator_counts", region_id=region_id, since=since or _EVER) or {}
    found = {CountedAs(name): float(value or 0) for name, value in row.items()}
    return found | _verified(entries, since, today)


def _verified(entries: tuple[Booked, ...], since: date | None, today: date) -> dict[CountedAs, float]:
    """Sum what is verified; a measured period counts whole if it begins on or after `since`."""
    counted = [one.state for one in entries if isinstance(one.state, Counted) and one.entry.is_verified]
    counted = [one for one in counted if not since or one.entry.period_from >= since]
    sums = dict.fromkeys(Measure, 0.0)
    for one in counted:
        for part in parts(one, today):
            if part.basis is Basis.VERIFIED:
                sums[part.measure] += part.band.value
    standing = {one.entry.synergy_id for one in counted if not one.lapsed}
    return {name: sums[measure] for name, measure in VERIFIED.items()} | {
        CountedAs.VERIFIED_SYNERGIES: float(len(standing))
    }
