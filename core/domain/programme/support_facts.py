"""What an application holds, gathered from its synergy, and which facts of the call are still missing."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.domain.choices import Direction, Stage
from core.domain.impact.entries import Entry
from core.domain.programme.support import Application, Call, Fact
from core.domain.reports.dossier import SynergyReport
from core.domain.synergies.following import Readiness

PILOT_TARGET = 2  # "at least two pilots": the programme's implementation component
COUNTS_AS_PILOT = (Stage.RUNNING, Stage.VERIFIED)


class Where(StrEnum):
    """Where a fact is filled in."""

    HERE = "here"
    REGISTER = "register"
    SYNERGY = "synergies"
    IMPACT = "impact"
    PEOPLE = "people"


FILLED_IN = {
    Fact.APPLICANT: Where.HERE,
    Fact.FIRMS: Where.REGISTER,
    Fact.SUMMARY: Where.HERE,
    Fact.RESOURCES: Where.SYNERGY,
    Fact.QUANTITY: Where.SYNERGY,
    Fact.TODAY: Where.REGISTER,
    Fact.WASTE_CODE: Where.REGISTER,
    Fact.IMPACT: Where.IMPACT,
    Fact.COSTS: Where.HERE,
    Fact.ASKED: Where.HERE,
    Fact.SCHEDULE: Where.HERE,
    Fact.RISKS: Where.SYNERGY,
    Fact.PERMITS: Where.SYNERGY,
    Fact.READINESS: Where.SYNERGY,
    Fact.EXPERT: Where.PEOPLE,
}


@dataclass(frozen=True)
class Grown:
    """An application with all that its synergy's records say of it.

    `impact`: the entries that count. `experts`: how many people accepted or did what they were asked.
    """

    call: Call
    application: Application
    applicant: str | None
    synergy: SynergyReport
    impact: tuple[Entry, ...]
    experts: int


@dataclass(frozen=True)
class Pilot:
    """A synergy that is marked as a pilot; `counts` once it runs."""

    synergy_id: str
    title: str
    stage: Stage

    @property
    def counts(self) -> bool:
        """True from the day on which it runs."""
        return self.stage in COUNTS_AS_PILOT


def missing(grown: Grown) -> tuple[Fact, ...]:
    """Return the facts of the call that the application lacks, in the call's order."""
    held = there(grown)
    return tuple(fact for fact in grown.call.needed if fact not in held)


def there(grown: Grown) -> frozenset[Fact]:
    """Return every fact that the application holds, whether the call asks for it or not."""
    made, report = grown.application, grown.synergy
    haves = [card for card in report.cards if card.direction is Direction.HAVE]
    limit = grown.call.highest_grant(made.costs_try)
    is_within = made.asked_try is not None and (limit is None or made.asked_try <= limit)
    levels = [one.level for one in report.readiness]
    found = {
        Fact.APPLICANT: bool(made.applicant_firm_id),
        Fact.FIRMS: len(report.parties) >= 2 and all(one.sector for one in report.parties),
        Fact.SUMMARY: bool((made.summary or "").strip()),
        Fact.RESOURCES: bool(haves),
        Fact.QUANTITY: report.amount is not None or any(card.yearly_amount is not None for card in haves),
        Fact.TODAY: any(card.handling for card in haves),
        Fact.WASTE_CODE: any(card.waste_codes for card in haves),
        Fact.IMPACT: bool(grown.impact),
        Fact.COSTS: made.costs_try > 0,
        Fact.ASKED: is_within and bool(made.asked_try),
        Fact.SCHEDULE: bool(made.steps),
        Fact.RISKS: bool(report.barriers),
        Fact.PERMITS: bool(report.legal and report.legal.route),
        Fact.READINESS: bool(levels) and Readiness.NOT_KNOWN not in levels,
        Fact.EXPERT: grown.experts > 0,
    }
    return frozenset(fact for fact, is_there in found.items() if is_there)


def asked_too_much(grown: Grown) -> float | None:
    """Return the most that the call may pay where more is asked for, else None."""
    limit = grown.call.highest_grant(grown.application.costs_try)
    asked = grown.application.asked_try
    return limit if limit is not None and asked is not None and asked > limit else None


def days_left(call: Call, today: date) -> int | None:
    """Return how many days are left until a call closes, None where it has closed or says no day.

    >>> days_left(Call("c", "izmir", "Call", closes_on=date(2026, 3, 31)), date(2026, 3, 30))
    1
    """
    if call.closes_on is None or call.closes_on < today:
        return None
    return (call.closes_on - today).days
