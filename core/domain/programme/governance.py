"""Who steers the programme: bodies, their meetings, decisions and actions, trainings. People are counted, not named."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.domain.findings import Findings, check_day, check_text, refuse
from core.errors import (
    MissingValueError,
    NegativeNumberError,
    OutOfRangeError,
)

NAME_LIMIT = 160
TEXT_LIMIT = 1000
MOST_HOURS = 400.0  # a course of ten weeks; more is a slip of the pen
MOST_PEOPLE = 5000


class ActionState(StrEnum):
    """Where an action stands."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


class TrainingKind(StrEnum):
    """For whom a training is: those who train others, or firms."""

    TRAINERS = "trainers"
    FIRMS = "firms"


@dataclass(frozen=True)
class People:
    """How many took part."""

    women: int = 0
    men: int = 0
    not_said: int = 0

    @property
    def total(self) -> int:
        """Return all of them."""
        return self.women + self.men + self.not_said

    @property
    def share_of_women(self) -> float | None:
        """Return women among those whose gender was said, None where nobody's was.

        >>> People(17, 17, 6).share_of_women, People(0, 0, 5).share_of_women
        (0.5, None)
        """
        said = self.women + self.men
        return self.women / said if said else None


@dataclass(frozen=True)
class Body:
    """Columns and their meaning: docs/data-dictionary.md, body."""

    body_id: str
    region_id: str
    position: int
    name_tr: str
    name_en: str
    task_tr: str
    task_en: str
    is_sample: bool = False
    row_version: int = 1

    def name(self, language: str) -> str:
        """Return the name in a language."""
        return self.name_en if language == "en" else self.name_tr

    def task(self, language: str) -> str:
        """Return the task in a language."""
        return self.task_en if language == "en" else self.task_tr


@dataclass(frozen=True)
class Meeting:
    """Columns and their meaning: docs/data-dictionary.md, meeting."""

    meeting_id: str
    region_id: str
    body_id: str
    held_on: date | None
    subject: str
    place: str | None = None
    women: int = 0
    men: int = 0
    not_said: int = 0
    is_sample: bool = False
    row_version: int = 1


@dataclass(frozen=True)
class Decision:
    """What a meeting decided."""

    decision_id: str
    meeting_id: str
    decided: str
    row_version: int = 1


@dataclass(frozen=True)
class Action:
    """What somebody is to do after a meeting; `owner_id` is a user's, `state_on` the day since which `state` is so."""

    action_id: str
    meeting_id: str
    what: str
    owner_id: str | None = None
    due_on: date | None = None
    state: ActionState = ActionState.OPEN
    state_on: date | None = None
    row_version: int = 1


@dataclass(frozen=True)
class Training:
    """A training; its own counts are of people who come from no firm of the register."""

    training_id: str
    region_id: str
    kind: TrainingKind
    subject: str
    held_on: date | None
    hours: float | None = None
    place: str | None = None
    women: int = 0
    men: int = 0
    not_said: int = 0
    is_sample: bool = False
    row_version: int = 1


@dataclass(frozen=True)
class Attendance:
    """How many people a firm sent to a training."""

    training_id: str
    firm_id: str
    women: int = 0
    men: int = 0
    not_said: int = 0


def check_body(body: Body) -> None:
    """Raise InvalidRecordError unless a body has a name and a task in both languages."""
    findings: Findings = {}
    for field, limit in (
        ("name_tr", NAME_LIMIT),
        ("name_en", NAME_LIMIT),
        ("task_tr", TEXT_LIMIT),
        ("task_en", TEXT_LIMIT),
    ):
        check_text(findings, field, getattr(body, field), limit, needed=True)
    refuse(findings)


def check_meeting(meeting: Meeting, today: date) -> None:
    """Raise InvalidRecordError unless a meeting has a subject, a day up to today and counts that can be."""
    findings: Findings = {}
    check_text(findings, "body_id", meeting.body_id, NAME_LIMIT, needed=True)
    check_text(findings, "subject", meeting.subject, NAME_LIMIT, needed=True)
    check_text(findings, "place", meeting.place, NAME_LIMIT)
    check_day(findings, "held_on", meeting.held_on, today, needed=True)
    _people(findings, meeting)
    refuse(findings)


def check_decision(decision: Decision) -> None:
    """Raise InvalidRecordError unless a decision says something."""
    findings: Findings = {}
    check_text(findings, "decided", decision.decided, TEXT_LIMIT, needed=True)
    refuse(findings)


def check_action(action: Action) -> None:
    """Raise InvalidRecordError unless an action says what to do, who does it and until when."""
    findings: Findings = {}
    check_text(findings, "what", action.what, TEXT_LIMIT, needed=True)
    for field in ("owner_id", "due_on"):
        if not getattr(action, field):
            findings[field] = MissingValueError()
    refuse(findings)


def check_training(training: Training, today: date) -> None:
    """Raise InvalidRecordError unless a training has a subject, a day up to today, and hours and counts that can be."""
    findings: Findings = {}
    check_text(findings, "subject", training.subject, NAME_LIMIT, needed=True)
    check_text(findings, "place", training.place, NAME_LIMIT)
    check_day(findings, "held_on", training.held_on, today, needed=True)
    if training.hours is not None and not 0 < training.hours <= MOST_HOURS:
        findings["hours"] = OutOfRangeError(low=0, high=int(MOST_HOURS))
    _people(findings, training)
    refuse(findings)


def check_attendance(attendance: Attendance) -> None:
    """Raise InvalidRecordError unless a firm is named and the counts can be; all zero takes the firm off the list."""
    findings: Findings = {}
    if not attendance.firm_id:
        findings["firm_id"] = MissingValueError()
    _people(findings, attendance)
    refuse(findings)


def _people(findings: Findings, counted: Meeting | Training | Attendance) -> None:
    for field in ("women", "men", "not_said"):
        number = getattr(counted, field)
        if number < 0:
            findings[field] = NegativeNumberError()
        elif number > MOST_PEOPLE:
            findings[field] = OutOfRangeError(low=0, high=MOST_PEOPLE)
