"""What a record must be before it is kept: each check gathers all findings, field by field, and raises once."""

import re
from collections.abc import Callable
from datetime import date

from core.domain import wastecodes
from core.domain.findings import (
    NAME_LIMIT,
    TEXT_LIMIT,
    Findings,
    check_day,
    check_not_negative,
    check_text,
    refuse,
)
from core.domain.model import Contact, Firm, Opportunity, Resource, Site, Synergy, Visit
from core.domain.register import taxnumber
from core.domain.synergies.following import Barrier, LogEntry, UserAccount
from core.errors import (
    MissingValueError,
    NotAWasteCodeError,
    OutOfRangeError,
    SameFirmError,
    SimbiyozError,
    WrongDateOrderError,
)
from core.errors.accounts import NotAnEmailError

CODE_LIMIT = 20
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")  # more than its shape only a mail sent there can tell


def check_firm(firm: Firm) -> None:
    """Raise InvalidRecordError unless the firm has a name and, if any, a right tax number."""
    findings: Findings = {}
    check_text(findings, "name", firm.name, NAME_LIMIT, needed=True)
    check_text(findings, "about", firm.about, TEXT_LIMIT)
    if firm.tax_number:
        _try(findings, "tax_number", lambda: taxnumber.check(firm.tax_number or ""))
    refuse(findings)


def check_site(site: Site) -> None:
    """Raise InvalidRecordError unless the site has a name, coordinates on earth, no negative yearly figure, and each
    permit its sort.

    An activity code that our list lacks is right; a permit's findings are called "permit.0.kind" and so on.
    """
    findings: Findings = {}
    check_text(findings, "name", site.name, NAME_LIMIT, needed=True)
    check_text(findings, "activity", site.activity, TEXT_LIMIT)
    _within(findings, "lat", site.lat, -90, 90)
    _within(findings, "lon", site.lon, -180, 180)
    if (site.lat is None) != (site.lon is None):
        findings["lat" if site.lat is None else "lon"] = MissingValueError()
    for field in ("electricity_kwh_per_year", "gas_sm3_per_year", "water_m3_per_year", "output_quantity"):
        check_not_negative(findings, field, getattr(site, field))
    for activity in site.activities:
        check_text(findings, "activities", activity.code, CODE_LIMIT, needed=True)
    for i, permit in enumerate(site.permits):
        check_text(findings, f"permit.{i}.kind", permit.kind, NAME_LIMIT, needed=True)
        if permit.waste_code:
            _waste_code(findings, f"permit.{i}.waste_code", permit.waste_code)
    refuse(findings)


def check_contact(contact: Contact) -> None:
    """Raise InvalidRecordError unless the contact has a name."""
    findings: Findings = {}
    check_text(findings, "name", contact.name, NAME_LIMIT, needed=True)
    refuse(findings)


def check_resource(resource: Resource) -> None:
    """Raise InvalidRecordError unless the card has a name and all it says can be so; half a card is a right card."""
    findings: Findings = {}
    check_text(findings, "name", resource.name, NAME_LIMIT, needed=True)
    for field in ("description", "composition", "condition"):
        check_text(findings, field, getattr(resource, field), TEXT_LIMIT)
    check_not_negative(findings, "quantity", resource.quantity)
    if resource.density_t_per_m3 is not None:
        _within(findings, "density_t_per_m3", resource.density_t_per_m3, 0.001, 25)
    if any(month not in range(1, 13) for month in resource.months):
        findings["months"] = OutOfRangeError(low=1, high=12)
    for code in resource.waste_codes:
        _waste_code(findings, "waste_codes", code)
    _ordered(findings, "available_until", resource.available_from, resource.available_until)
    refuse(findings)


def check_visit(visit: Visit) -> None:
    """Raise InvalidRecordError where notes are too long."""
    findings: Findings = {}
    check_text(findings, "notes", visit.notes, TEXT_LIMIT)
    check_text(findings, "next_steps", visit.next_steps, TEXT_LIMIT)
    refuse(findings)


def check_opportunity(opportunity: Opportunity) -> None:
    """Raise InvalidRecordError unless the measure is named and no saving or investment is negative."""
    findings: Findings = {}
    check_text(findings, "measure", opportunity.measure, NAME_LIMIT, needed=True)
    for field in ("saving_per_year", "saving_try_per_year", "investment_try"):
        check_not_negative(findings, field, getattr(opportunity, field))
    refuse(findings)


def check_synergy(synergy: Synergy) -> None:
    """Raise InvalidRecordError unless a synergy has a line of text and two firms."""
    findings: Findings = {}
    check_text(findings, "title", synergy.title, NAME_LIMIT, needed=True)
    for field in ("giver_firm_id", "taker_firm_id"):
        check_text(findings, field, getattr(synergy, field), NAME_LIMIT, needed=True)
    if synergy.giver_firm_id and synergy.giver_firm_id == synergy.taker_firm_id:
        findings["taker_firm_id"] = SameFirmError()
    check_text(findings, "said_by", synergy.said_by, NAME_LIMIT)
    check_text(findings, "next_action", synergy.next_action, NAME_LIMIT)
    check_text(findings, "notes", synergy.notes, TEXT_LIMIT)
    check_not_negative(findings, "quantity", synergy.quantity)
    if synergy.price_per_unit is not None and not synergy.price_unit:
        findings["price_unit"] = MissingValueError()
    refuse(findings)


def check_account(account: UserAccount) -> None:
    """Raise InvalidRecordError unless an account has a name, and an e-mail address looks like one."""
    findings: Findings = {}
    if account.email and not _EMAIL.fullmatch(account.email):
        findings["email"] = NotAnEmailError()
    for field in ("organisation", "email", "phone"):
        check_text(findings, field, getattr(account, field), NAME_LIMIT)
    check_text(findings, "user_id", account.user_id, NAME_LIMIT, needed=True)
    check_text(findings, "name", account.name, NAME_LIMIT, needed=True)
    refuse(findings)


def check_note(note: str | None) -> None:
    """Raise InvalidRecordError where a note is too long."""
    findings: Findings = {}
    check_text(findings, "note", note, TEXT_LIMIT)
    refuse(findings)


def check_barrier(barrier: Barrier, today: date) -> None:
    """Raise InvalidRecordError where a barrier's note is too long, or its days lie ahead or in the wrong order."""
    findings: Findings = {}
    check_text(findings, "note", barrier.note, TEXT_LIMIT)
    check_day(findings, "seen_on", barrier.seen_on, today)
    check_day(findings, "removed_on", barrier.removed_on, today)
    _ordered(findings, "removed_on", barrier.seen_on, barrier.removed_on)
    refuse(findings)


def check_log_entry(entry: LogEntry, today: date) -> None:
    """Raise InvalidRecordError where a note is too long or its day lies ahead."""
    findings: Findings = {}
    check_text(findings, "note", entry.note, TEXT_LIMIT)
    check_day(findings, "made_on", entry.made_on, today)
    refuse(findings)


def _within(findings: Findings, field: str, value: float | None, low: float, high: float) -> None:
    if value is not None and not low <= value <= high:
        findings[field] = OutOfRangeError(low=low, high=high)


def _waste_code(findings: Findings, field: str, code: str) -> None:
    """Six digits are asked for; whether the list of wastes knows them is shown beside the code, not refused."""
    if wastecodes.normalise(code) is None:
        findings[field] = NotAWasteCodeError(value=code)


def _ordered(findings: Findings, field: str, first: date | None, last: date | None) -> None:
    if first and last and last < first:
        findings[field] = WrongDateOrderError()


def _try(findings: Findings, field: str, check: Callable[[], object]) -> None:
    try:
        check()
    except SimbiyozError as error:
        findings[field] = error
