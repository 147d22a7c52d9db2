"""What the ledger of impact is made of: measures with their units, and entries as somebody made them.

An entry is never overwritten. A correction is a new entry that names the one it takes the place of.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from core.domain.choices import Basis, Handling, Recurrence
from core.domain.synergies.following import DocumentKind


class Measure(StrEnum):
    """What can be saved or won (the measures of NISP)."""

    DIVERTED = "diverted"
    CO2E = "co2e"
    VIRGIN = "virgin"
    HAZARDOUS = "hazardous"
    WATER = "water"
    ENERGY = "energy"
    SAVINGS = "savings"
    SALES = "sales"
    INVESTMENT = "investment"
    JOBS_CREATED = "jobs_created"
    JOBS_SAFEGUARDED = "jobs_safeguarded"


MONEY = (Measure.SAVINGS, Measure.SALES, Measure.INVESTMENT)
JOBS = (Measure.JOBS_CREATED, Measure.JOBS_SAFEGUARDED)
FLOWS = tuple(measure for measure in Measure if measure not in (*MONEY, *JOBS))
UNITS = {
    Measure.WATER: "m3",
    Measure.ENERGY: "MWh",
    **dict.fromkeys((Measure.DIVERTED, Measure.CO2E, Measure.VIRGIN, Measure.HAZARDOUS), "t"),
    **dict.fromkeys(MONEY, "TRY"),
    **dict.fromkeys(JOBS, "job"),
}
# Somebody outside the programme signs for these, or both sides do: each bears a verified entry out.
PROOFS = (
    DocumentKind.WEIGHBRIDGE_SLIP,
    DocumentKind.DISPATCH_NOTE,
    DocumentKind.INVOICE,
    DocumentKind.TRANSPORT_RECORD,
    DocumentKind.WASTE_DECLARATION,
    DocumentKind.METER_READING,
    DocumentKind.SIGNED_STATEMENT,
)


@dataclass(frozen=True)
class Entry:
    """What somebody said a synergy brings: `value` in `unit` a year if it recurs, else in all, before attribution.

    `period_to` None: until the lifetime ends. `quantity` is the flow behind the value, a year or in all. Columns and
    their meaning: docs/data-dictionary.md, impact_entry.
    """

    entry_id: str
    synergy_id: str
    measure: Measure
    value: float
    low: float
    high: float
    unit: str
    period_from: date
    entered_by: str
    entered_at: datetime
    period_to: date | None = None
    recurrence: Recurrence = Recurrence.RECURRING
    lifetime_years: int | None = None
    basis: Basis = Basis.ESTIMATED
    attribution: float = 1.0
    firm_id: str | None = None
    price_on: date | None = None
    baseline: Handling | None = None
    replacement_ratio: float | None = None
    quantity: float | None = None
    quantity_unit: str | None = None
    is_measured: bool = False
    is_computed: bool = False
    factor_ids: tuple[str, ...] = ()
    factor_years: tuple[int, ...] = ()
    factor_source: str | None = None
    formula: str | None = None
    note: str | None = None
    supersedes: str | None = None
    confirmed_by: str | None = None
    confirmed_on: date | None = None
    refused_by: str | None = None
    refused_on: date | None = None
    refusal: str | None = None
    withdrawn_by: str | None = None
    withdrawn_on: date | None = None
    withdrawal: str | None = None
    row_version: int = 1

    @property
    def recurs(self) -> bool:
        """True if the value comes every year."""
        return self.recurrence is Recurrence.RECURRING

    @property
    def is_waiting(self) -> bool:
        """True if somebody claims it verified and nobody has yet confirmed or refused it."""
        return self.basis is Basis.VERIFIED and not (
            self.confirmed_on or self.refused_on or self.withdrawn_on
        )

    @property
    def is_verified(self) -> bool:
        """True if a manager confirmed it; whether it has lapsed since is another question."""
        return self.basis is Basis.VERIFIED and bool(self.confirmed_on) and not self.withdrawn_on

    @property
    def is_live(self) -> bool:
        """True unless it was withdrawn or refused, or still waits to be confirmed."""
        return not (self.withdrawn_on or self.refused_on or self.is_waiting)


def lifetime_end(entry: Entry) -> date:
    """Return the last day for which an entry claims anything.

    Five years from 3 February 2025 end on 2 February 2030; what happens once ends with its period:

    >>> made = datetime(2025, 1, 9)
    >>> first = date(2025, 2, 3)
    >>> lasting = Entry("a", "s", Measure.VIRGIN, 1, 1, 1, "t", first, "x", made, lifetime_years=5)
    >>> lifetime_end(lasting).isoformat()
    '2030-02-02'
    >>> lifetime_end(Entry("a", "s", Measure.VIRGIN, 1, 1, 1, "t", first, "x", made)).isoformat()
    '2025-02-03'
    """
    if entry.recurs and entry.lifetime_years:
        return years_later(entry.period_from, entry.lifetime_years) - timedelta(days=1)
    return entry.period_to or entry.period_from


def window(entry: Entry) -> tuple[date, date]:
    """Return the first and last day that an entry speaks of; what is verified speaks of its measured period only."""
    return entry.period_from, entry.period_to or lifetime_end(entry)


def years_later(day: date, years: int) -> date:
    """Return the same day some years later, 28 February where 29 does not exist.

    >>> years_later(date(2024, 2, 29), 1).isoformat(), years_later(date(2025, 6, 30), 1).isoformat()
    ('2025-02-28', '2026-06-30')
    """
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
