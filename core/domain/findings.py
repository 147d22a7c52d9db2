"""What is wrong with a record, field by field: all of it is gathered before the record is refused once."""

from datetime import date

from core.errors import (
    FutureDateError,
    InvalidRecordError,
    MissingValueError,
    NegativeNumberError,
    SimbiyozError,
    TooLongError,
)

NAME_LIMIT = 200
TEXT_LIMIT = 4000
REASON_LIMIT = 500
Findings = dict[str, SimbiyozError]


def check_text(
    findings: Findings, field: str, value: str | None, limit: int, *, needed: bool = False
) -> None:
    """Find a text that is too long or, where it is `needed`, missing."""
    if needed and not (value or "").strip():
        findings[field] = MissingValueError()
    elif value and len(value) > limit:
        findings[field] = TooLongError(limit=limit)


def check_not_negative(findings: Findings, field: str, value: float | None) -> None:
    """Find a number that is below zero, infinite or none at all (nan)."""
    if value is not None and not 0 <= value < float("inf"):
        findings[field] = NegativeNumberError()


def check_day(findings: Findings, field: str, day: date | None, today: date, *, needed: bool = False) -> None:
    """Find a day that is to come or, where it is `needed`, missing."""
    if needed and day is None:
        findings[field] = MissingValueError()
    elif day and day > today:
        findings[field] = FutureDateError()


def reason_given(said: str) -> str:
    """Return a reason without blanks around it. Raises InvalidRecordError where none is given, or too long a one."""
    findings: Findings = {}
    check_text(findings, "reason", said.strip(), REASON_LIMIT, needed=True)
    refuse(findings)
    return said.strip()


def refuse(findings: Findings) -> None:
    """Raise InvalidRecordError with all that was found, if anything was."""
    if findings:
        raise InvalidRecordError(findings)
