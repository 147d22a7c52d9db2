"""What an entry of the ledger must be before it is kept or confirmed; the reasons stand in decisions 5 and 20."""

from collections.abc import Collection
from datetime import date

from core.domain.choices import Basis, Handling, Role
from core.domain.findings import TEXT_LIMIT, Findings, check_day, check_text, refuse
from core.domain.impact.booking import Document
from core.domain.impact.entries import (
    FLOWS,
    JOBS,
    MONEY,
    PROOFS,
    UNITS,
    Entry,
    Measure,
)
from core.domain.model import User
from core.errors import (
    MissingValueError,
    NegativeNumberError,
    NotPermittedError,
    OutOfRangeError,
    TooLongError,
    WrongDateOrderError,
)
from core.errors.impact import (
    BandError,
    BeforeItRanError,
    BeyondQuantityError,
    NotBaselineLandfillError,
    NotMeasuredError,
    NotNewError,
    NotWaitingError,
    OtherSynergysFirmError,
    OwnEntryError,
    OwnSynergyError,
    ProofMissingError,
    ProofTooOldError,
    RatioBeyondError,
    WrongUnitError,
)

LONGEST_YEARS = 50
_FIRST_FACTOR = 1990
USED_TODAY = (Handling.RECOVERY, Handling.SOLD, Handling.USED_ON_SITE)
_OF_MATERIAL = (Measure.DIVERTED, Measure.CO2E, Measure.VIRGIN, Measure.HAZARDOUS)
_THE_FLOW_ITSELF = (Measure.DIVERTED, Measure.HAZARDOUS, Measure.WATER, Measure.ENERGY)


def credited(baseline: Handling | None, ratio: float | None) -> tuple[bool, bool]:
    """Return whether landfill and whether virgin material may be credited.

    Both together only if the resource went to landfill and truly replaces primary material, at most one to one:

    >>> credited(Handling.LANDFILL, 0.9), credited(Handling.LANDFILL, None), credited(Handling.INCINERATION, 1.0)
    ((True, True), (True, False), (False, True))
    >>> credited(Handling.SOLD, 1.0), credited(Handling.LANDFILL, 1.2)
    ((False, False), (True, False))
    """
    landfill = baseline is Handling.LANDFILL
    replaces = ratio is not None and 0 < ratio <= 1
    return landfill, replaces and baseline is not None and baseline not in USED_TODAY


def check(
    entry: Entry,
    firm_ids: Collection[str],
    documents: Collection[Document],
    *,
    today: date,
    runs_since: date | None = None,
) -> None:
    """Raise InvalidRecordError unless an entry can be so.

    `firm_ids` are the synergy's firms, `documents` the files named as evidence, `runs_since` the day on which the
    synergy first ran, None where nobody has said so.
    """
    findings: Findings = {}
    _numbers(findings, entry)
    _period(findings, entry)
    _baseline(findings, entry)
    if entry.measure in MONEY:
        _money(findings, entry, today)
    if entry.firm_id and entry.firm_id not in firm_ids:
        findings["firm_id"] = OtherSynergysFirmError()
    if entry.measure is Measure.CO2E:
        _factor(findings, entry, today)
    for field, told in (("formula", entry.formula), ("note", entry.note)):
        check_text(findings, field, told, TEXT_LIMIT)
    if entry.basis is Basis.VERIFIED:
        _verified(findings, entry, documents, today)
        if runs_since and entry.period_from < runs_since:
            findings["period_from"] = BeforeItRanError(since=runs_since)
    refuse(findings)


def check_confirming(entry: Entry, user: User, owner_id: str | None) -> None:
    """Raise unless this person may confirm or refuse a claim: two people, the second no owner of the synergy."""
    if user.role not in (Role.MANAGER, Role.ADMINISTRATOR):
        raise NotPermittedError()
    if not entry.is_waiting:
        raise NotWaitingError()
    if user.user_id == entry.entered_by:
        raise OwnEntryError()
    if user.user_id == owner_id:
        raise OwnSynergyError()


def _numbers(findings: Findings, entry: Entry) -> None:
    if entry.unit != UNITS[entry.measure]:
        findings["unit"] = WrongUnitError(unit=UNITS[entry.measure])
    if entry.measure is not Measure.CO2E and entry.value < 0:
        findings["value"] = (
            NegativeNumberError()
        )  # only CO2e may come out worse than before, and then says so
    elif not entry.low <= entry.value <= entry.high:
        findings["low" if entry.low > entry.value else "high"] = BandError()
    elif entry.measure in _THE_FLOW_ITSELF and _more_than(entry, 1.0):
        findings["value"] = BeyondQuantityError()
    if not 0 < entry.attribution <= 1:
        findings["attribution"] = OutOfRangeError(low=0, high=1)
    if entry.quantity is not None and entry.quantity < 0:
        findings["quantity"] = NegativeNumberError()


def _period(findings: Findings, entry: Entry) -> None:
    if entry.period_to and entry.period_to < entry.period_from:
        findings["period_to"] = WrongDateOrderError()
    if entry.recurs:
        if entry.lifetime_years is None:
            findings["lifetime_years"] = MissingValueError()
        elif not 1 <= entry.lifetime_years <= LONGEST_YEARS:
            findings["lifetime_years"] = OutOfRangeError(low=1, high=LONGEST_YEARS)


def _baseline(findings: Findings, entry: Entry) -> None:
    landfill, virgin = credited(entry.baseline, entry.replacement_ratio)
    if entry.measure in _OF_MATERIAL and entry.baseline is None:
        findings["baseline"] = MissingValueError()
    elif entry.measure is Measure.DIVERTED and not landfill:
        findings["baseline"] = NotBaselineLandfillError()
    elif entry.measure in (Measure.VIRGIN, Measure.CO2E) and entry.baseline in USED_TODAY:
        findings["baseline"] = NotNewError()
    ratio = entry.replacement_ratio
    if ratio is not None and not 0 < ratio <= 1:
        findings["replacement_ratio"] = OutOfRangeError(low=0, high=1)
    elif entry.measure is Measure.VIRGIN and ratio is None:
        findings["replacement_ratio"] = MissingValueError()
    elif entry.measure is Measure.VIRGIN and virgin and ratio and _more_than(entry, ratio):
        findings["value"] = RatioBeyondError()


def _more_than(entry: Entry, ratio: float) -> bool:
    """Whether the value is more than `ratio` times the flow behind it; a hair's breadth is rounding."""
    if entry.quantity is None or entry.quantity_unit != entry.unit:
        return False
    return entry.value > entry.quantity * ratio * (1 + 1e-9)


def _factor(findings: Findings, entry: Entry, today: date) -> None:
    """Emissions are never measured: whoever says how many names formula, factor, source and year."""
    if not entry.formula:
        findings["formula"] = MissingValueError()
    if not entry.factor_source:
        findings["factor_source"] = MissingValueError()
    elif len(entry.factor_source) > TEXT_LIMIT:
        findings["factor_source"] = TooLongError(limit=TEXT_LIMIT)
    if not entry.factor_years:
        findings["factor_year"] = MissingValueError()
    elif not all(_FIRST_FACTOR <= year <= today.year for year in entry.factor_years):
        findings["factor_year"] = OutOfRangeError(low=_FIRST_FACTOR, high=today.year)


def _money(findings: Findings, entry: Entry, today: date) -> None:
    if entry.firm_id is None:
        findings["firm_id"] = MissingValueError()
    check_day(findings, "price_on", entry.price_on, today, needed=True)


def _verified(findings: Findings, entry: Entry, documents: Collection[Document], today: date) -> None:
    # Nobody has measured what is still to come.
    check_day(findings, "period_to", entry.period_to, today, needed=True)
    if not entry.is_measured:
        findings["is_measured"] = NotMeasuredError()
    if entry.measure in FLOWS and entry.quantity is None:
        findings["quantity"] = MissingValueError()
    proofs = [one for one in documents if one.kind in PROOFS]
    if not proofs:
        findings["evidence"] = ProofMissingError()
    elif all(one.on and one.on < entry.period_from for one in proofs):
        findings["evidence"] = ProofTooOldError(since=entry.period_from)


def needs(measure: Measure) -> frozenset[str]:
    """Return the fields that a measure asks for beyond value, period and basis: what a form shows."""
    fields = set()
    if measure in _OF_MATERIAL:
        fields.add("baseline")
    if measure in (Measure.VIRGIN, Measure.CO2E):
        fields.add("replacement_ratio")
    if measure in FLOWS:
        fields.add("quantity")
    if measure in MONEY:
        fields.add("price_on")
    if measure in (*MONEY, *JOBS):
        fields.add("firm_id")
    if measure is Measure.CO2E:
        fields |= {"formula", "factor_source"}
    return frozenset(fields)
