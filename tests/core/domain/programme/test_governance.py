"""What a meeting, an action and a training must be before they are kept."""

from datetime import date

import pytest

from core.domain.programme import governance
from core.domain.programme.governance import (
    Action,
    Attendance,
    Meeting,
    Training,
    TrainingKind,
)
from core.errors import InvalidRecordError

TODAY = date(2026, 11, 2)


def findings(raised: pytest.ExceptionInfo[InvalidRecordError]) -> set[str]:
    return set(raised.value.findings)


def test_a_meeting_was_held_by_a_body_about_something_and_counts_nobody_below_zero() -> None:
    with pytest.raises(InvalidRecordError) as raised:
        governance.check_meeting(Meeting("m", "izmir", "", date(2026, 11, 3), " ", women=-1), TODAY)

    assert findings(raised) == {"body_id", "subject", "held_on", "women"}


def test_an_action_names_what_who_and_until_when() -> None:
    with pytest.raises(InvalidRecordError) as raised:
        governance.check_action(Action("a", "m", ""))

    assert findings(raised) == {"what", "owner_id", "due_on"}


def test_a_training_of_no_hours_is_a_slip() -> None:
    with pytest.raises(InvalidRecordError) as raised:
        governance.check_training(
            Training("t", "izmir", TrainingKind.FIRMS, "Atık kodları", TODAY, hours=0.0, men=5001), TODAY
        )

    assert findings(raised) == {"hours", "men"}


def test_a_firm_may_be_counted_with_nobody() -> None:
    governance.check_attendance(Attendance("t", "foundry"))
