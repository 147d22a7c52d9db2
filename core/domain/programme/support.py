"""The support programme: calls, and applications to them that grow from synergies.

Calls are run in other systems; here an application is made ready as a draft, and its state and result are kept.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.domain.findings import (
    NAME_LIMIT,
    TEXT_LIMIT,
    Findings,
    check_day,
    check_not_negative,
    check_text,
    refuse,
)
from core.errors import (
    MissingValueError,
    OutOfRangeError,
    WrongDateOrderError,
)
from core.errors.people import NotAnAddressError

MOST_ROWS = 40  # costs or steps; more belong into the call's own system


class Fact(StrEnum):
    """What a call may ask an application to hold."""

    APPLICANT = "applicant"
    FIRMS = "firms"
    SUMMARY = "summary"
    RESOURCES = "resources"
    QUANTITY = "quantity"
    TODAY = "today"
    WASTE_CODE = "waste_code"
    IMPACT = "impact"
    COSTS = "costs"
    ASKED = "asked"
    SCHEDULE = "schedule"
    RISKS = "risks"
    PERMITS = "permits"
    READINESS = "readiness"
    EXPERT = "expert"


class ApplicationState(StrEnum):
    """How far an application is, in the order of its life."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    RUNNING = "running"
    CLOSED = "closed"


GRANTED = (ApplicationState.ACCEPTED, ApplicationState.RUNNING, ApplicationState.CLOSED)


@dataclass(frozen=True)
class Call:
    """A call: `needed` are the facts that an application must hold; money in TRY, `highest_share` 0–1 of the costs."""

    call_id: str
    region_id: str
    name: str
    funder: str | None = None
    opens_on: date | None = None
    closes_on: date | None = None
    budget_try: float | None = None
    highest_share: float | None = None
    highest_grant_try: float | None = None
    needed: tuple[Fact, ...] = ()
    conditions: str | None = None
    address: str | None = None
    system: str | None = None
    is_sample: bool = False
    row_version: int = 1

    def is_open(self, today: date) -> bool:
        """Return whether applications are taken on a day; a side without a date is open.

        >>> Call("c", "izmir", "Call", closes_on=date(2026, 3, 31)).is_open(date(2026, 3, 31))
        True
        """
        return not (self.opens_on and today < self.opens_on) and not (
            self.closes_on and today > self.closes_on
        )

    def highest_grant(self, costs_try: float) -> float | None:
        """Return the most that this call may pay of some costs, None where it says neither share nor amount.

        >>> Call("c", "izmir", "Call", highest_share=0.5, highest_grant_try=400_000).highest_grant(1_000_000)
        400000.0
        """
        by_share = None if self.highest_share is None else self.highest_share * costs_try
        limits = [one for one in (by_share, self.highest_grant_try) if one is not None]
        return float(min(limits)) if limits else None


@dataclass(frozen=True)
class Cost:
    """A cost of the project, without VAT."""

    item: str
    amount_try: float


@dataclass(frozen=True)
class Step:
    """A step of the schedule with its first and last day."""

    what: str
    starts_on: date
    ends_on: date


@dataclass(frozen=True)
class Application:
    """An application grown from a synergy; what the synergy's records say is read from them, not kept twice."""

    application_id: str
    call_id: str
    synergy_id: str
    title: str
    made_by: str
    state_on: date
    applicant_firm_id: str | None = None
    summary: str | None = None
    asked_try: float | None = None
    state: ApplicationState = ApplicationState.DRAFT
    reference: str | None = None
    grant_try: float | None = None
    note: str | None = None
    costs: tuple[Cost, ...] = ()
    steps: tuple[Step, ...] = ()
    row_version: int = 1

    @property
    def costs_try(self) -> float:
        """Return the sum of the costs."""
        return sum(one.amount_try for one in self.costs)


def check_call(call: Call) -> None:
    """Raise InvalidRecordError unless a call has a name, days in order, a share of 0–1 and a web address, if any."""
    findings = _texts(call, ("name",), ("name", "funder", "address", "system"), ("conditions",))
    for name in ("budget_try", "highest_grant_try"):
        check_not_negative(findings, name, getattr(call, name))
    if call.highest_share is not None and not 0 < call.highest_share <= 1:
        findings["highest_share"] = OutOfRangeError(low=1, high=100)
    if call.opens_on and call.closes_on and call.closes_on < call.opens_on:
        findings["closes_on"] = WrongDateOrderError()
    if call.address and not call.address.startswith(("https://", "http://")):
        findings["address"] = NotAnAddressError()
    refuse(findings)


def check_application(application: Application, today: date) -> None:
    """Raise InvalidRecordError unless it has a title, costs and steps are whole, and what was granted has its day."""
    findings = _texts(application, ("title",), ("title", "reference"), ("summary", "note"))
    for name in ("asked_try", "grant_try"):
        check_not_negative(findings, name, getattr(application, name))
    findings |= _parts(application)
    check_day(findings, "state_on", application.state_on, today)
    if application.state in GRANTED and application.grant_try is None:
        findings["grant_try"] = MissingValueError()
    refuse(findings)


def _parts(application: Application) -> Findings:
    findings: Findings = {}
    for cost in application.costs:
        if not cost.item.strip():
            findings["costs"] = MissingValueError()
        check_not_negative(findings, "costs", cost.amount_try)
    for step in application.steps:
        if not step.what.strip():
            findings["steps"] = MissingValueError()
        elif step.ends_on < step.starts_on:
            findings["steps"] = WrongDateOrderError()
    for name in ("costs", "steps"):
        if len(getattr(application, name)) > MOST_ROWS:
            findings[name] = OutOfRangeError(low=0, high=MOST_ROWS)
    return findings


def _texts(
    record: object, needed: tuple[str, ...], short: tuple[str, ...], long: tuple[str, ...]
) -> Findings:
    findings: Findings = {}
    for name, limit in [(one, NAME_LIMIT) for one in short] + [(one, TEXT_LIMIT) for one in long]:
        check_text(findings, name, getattr(record, name), limit, needed=name in needed)
    return findings
