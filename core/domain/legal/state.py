"""What is kept of a synergy's legal path: route and carrier, answers, papers at hand, by-product checks."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from core.domain.choices import Transporter
from core.domain.findings import Findings, check_day, check_text, refuse
from core.domain.legal import handbook
from core.domain.legal.guidance import ByProduct, overall
from core.domain.legal.handbook import Answerer, OutcomeKind, Route, Said
from core.errors import (
    NotFoundError,
)

NOTE_LIMIT = 2000
PAPERS = (OutcomeKind.PERMIT, OutcomeKind.DOCUMENT)


@dataclass(frozen=True)
class Choice:
    """In which quality a thing goes and who carries it; `row_version` 0: never chosen."""

    synergy_id: str
    route: Route | None = None
    carrier: Transporter | None = None
    row_version: int = 0


@dataclass(frozen=True)
class Answered:
    """What somebody answered to a question, None where he took it back; `row_version` 0: not kept yet.

    `person` is the name of who did, as far as it is known; the service fills it in.
    """

    synergy_id: str
    question_id: str
    said: Said | None
    note: str | None = None
    person: str = ""
    updated_at: datetime | None = None
    row_version: int = 0


@dataclass(frozen=True)
class Paper:
    """A permit or document that somebody has seen on a day, None where it is not at hand (any more)."""

    synergy_id: str
    outcome_id: str
    seen_on: date | None
    note: str | None = None
    person: str = ""
    updated_at: datetime | None = None
    row_version: int = 0


@dataclass(frozen=True)
class Check:
    """A by-product check: what was said to each condition, with notes by condition, on a day, by a person."""

    check_id: str
    synergy_id: str
    checked_on: date
    said: Mapping[str, Said]
    notes: Mapping[str, str] = field(default_factory=dict)
    note: str | None = None
    person: str = ""

    @property
    def result(self) -> ByProduct:
        """Return what the conditions come to."""
        return overall(self.said)


def check_answer(one: Answered) -> None:
    """Raise NotFoundError for a question that no person answers, InvalidRecordError for a note that is too long."""
    question = handbook.questions().get(one.question_id)
    if question is None or question.answered_by not in (None, Answerer.PLACES):
        raise NotFoundError()
    findings: Findings = {}
    check_text(findings, "note", one.note, NOTE_LIMIT)
    refuse(findings)


def check_paper(one: Paper, today: date) -> None:
    """Raise NotFoundError for what is no paper, InvalidRecordError for a day to come or a note that is too long."""
    papers = {outcome.outcome_id for outcome in handbook.outcomes() if outcome.kind in PAPERS}
    if one.outcome_id not in papers:
        raise NotFoundError()
    findings: Findings = {}
    check_day(findings, "seen_on", one.seen_on, today)
    check_text(findings, "note", one.note, NOTE_LIMIT)
    refuse(findings)


def check_check(one: Check, today: date) -> None:
    """Raise NotFoundError for a condition we do not know, InvalidRecordError for a day to come or a long note."""
    if not set(one.said) | set(one.notes) <= set(handbook.conditions()):
        raise NotFoundError()
    findings: Findings = {}
    check_day(findings, "checked_on", one.checked_on, today)
    for name, note in {"note": one.note, **one.notes}.items():
        check_text(findings, name, note, NOTE_LIMIT)
    refuse(findings)
