"""Money in a programme's report: TRY by the year of its prices, and USD by recorded rates; each basis on its own.

A firm's savings are its own: whose money it is counts as who stands behind a figure, not who else takes part.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from core.domain.impact import sums, years
from core.domain.impact.counting import Counted
from core.domain.impact.entries import MONEY, Measure
from core.domain.impact.money import Deflator, ExchangeRate, Priced, added, priced
from core.domain.impact.years import Band
from core.domain.reports.reporting import Period

_LEAST = 0.005  # kuruş: what is less is the rounding of sums


@dataclass(frozen=True)
class MoneyRow:
    """A measure of money on one basis in prices of one year: within the period, up to its end, a year at its end.

    What comes from too few firms to be told is None; `firms` says of how many the sum so far is.
    """

    measure: Measure
    basis: str
    price_year: int
    in_period: Priced | None
    so_far: Priced | None
    a_year: Band | None
    firms: int


@dataclass(frozen=True)
class MoneySum:
    """Amounts of several years' prices up to the period's end, added in the money of the latest by a recorded index.

    `index`: the series with its source.
    """

    measure: Measure
    basis: str
    year: int
    value_try: float
    index: str


@dataclass(frozen=True)
class _Amount:
    """What an entry came to: in prices of a day, of a firm."""

    day: date
    firm_id: str
    value: float


_Key = tuple[Measure, str, int]


def money_rows(
    lines: pd.DataFrame,
    counted: Iterable[Counted],
    rates: Sequence[ExchangeRate],
    period: Period,
    least: int,
) -> tuple[MoneyRow, ...]:
    """Return a row for each measure of money, basis and year of prices; figures of fewer than `least` firms are None.

    Sums so far are those of impact.sums.money, so the Impact page shows the same. Nor is a period told where too few
    firms are behind what came before it: that is the sum so far less the period's.
    """
    given = [
        one for one in counted if one.entry.measure in MONEY and one.entry.price_on and one.entry.firm_id
    ]
    until, before = _amounts(given, period.last), {}
    if period.first:
        before = _amounts(given, period.first - timedelta(days=1))
    a_year = _a_year(lines)
    rows = []
    for key in sorted(
        {*until, *a_year}, key=lambda key: (list(Measure).index(key[0]), _order(key[1]), key[2])
    ):
        so_far = list(until.get(key, {}).values())
        within = _less(until.get(key, {}), before.get(key, {}))
        earlier = frozenset(one.firm_id for one in before.get(key, {}).values())
        firms, band = a_year.get(key, (frozenset(), Band(0.0, 0.0, 0.0)))
        rows.append(
            MoneyRow(
                *key,
                _told(within, rates, least) if _enough(earlier, least) else None,
                _told(so_far, rates, least),
                band if _enough(firms, least) else None,
                len({one.firm_id for one in so_far}),
            )
        )
    return tuple(rows)


def sums_in_one_year(rows: Iterable[MoneyRow], deflators: Iterable[Deflator]) -> tuple[MoneySum, ...]:
    """Return the sums so far of each measure and basis that has several years of prices.

    No sum where a year has no index, or an amount comes from too few firms to be told.
    """
    known = {one.year: one for one in deflators if one.year}
    indices = {year: one.index_value for year, one in known.items() if one.index_value}
    by_kind: dict[tuple[Measure, str], list[MoneyRow]] = {}
    for row in rows:
        by_kind.setdefault((row.measure, row.basis), []).append(row)
    found = []
    for (measure, basis), some in by_kind.items():
        told = [(row.price_year, row.so_far.value_try) for row in some if row.so_far]
        whole = added(told, indices) if len(told) == len(some) > 1 else None
        if whole:
            used = dict.fromkeys(f"{known[year].series} ({known[year].source})" for year, _ in told)
            found.append(MoneySum(measure, basis, *whole, "; ".join(used)))
    return tuple(found)


def _amounts(counted: Iterable[Counted], last: date) -> dict[_Key, dict[str, _Amount]]:
    """Return by entry what had come to by the end of a day."""
    found: dict[_Key, dict[str, _Amount]] = {}
    for one in counted:
        entry = one.entry
        day, firm_id = entry.price_on or last, entry.firm_id or ""
        for part in years.parts(one, last):
            by_entry = found.setdefault((part.measure, part.basis.value, day.year), {})
            had = by_entry[part.entry_id].value if part.entry_id in by_entry else 0.0
            by_entry[part.entry_id] = _Amount(day, firm_id, had + part.band.value)
    return found


def _less(until: Mapping[str, _Amount], before: Mapping[str, _Amount]) -> list[_Amount]:
    """Return what came to after `before`, without the entries that brought nothing since."""
    found = [
        _Amount(one.day, one.firm_id, one.value - (before[entry_id].value if entry_id in before else 0.0))
        for entry_id, one in until.items()
    ]
    return [one for one in found if abs(one.value) >= _LEAST]


def _a_year(lines: pd.DataFrame) -> dict[_Key, tuple[frozenset[str], Band]]:
    found: dict[_Key, tuple[frozenset[str], Band]] = {}
    for measure in MONEY:
        rows = sums.standing(lines, measure).dropna(subset=["price_on"])
        year = pd.to_datetime(rows["price_on"]).dt.year
        for (basis, price_year), some in rows.groupby(["basis", year]):
            low, value, high = (float(some[name].sum()) for name in sums.BANDS)
            found[measure, str(basis), int(str(price_year))] = (
                frozenset(some["firm_id"]),
                Band(low, value, high),
            )
    return found


def _told(amounts: Sequence[_Amount], rates: Sequence[ExchangeRate], least: int) -> Priced | None:
    if not _enough(frozenset(one.firm_id for one in amounts), least):
        return None
    return priced(((one.day, one.value) for one in amounts), rates)


def _enough(firms: frozenset[str], least: int) -> bool:
    """Return whether a figure may be told; nothing at all tells of nobody."""
    return not firms or len(firms) >= least


def _order(basis: str) -> int:
    return sums.BASES.index(basis)
