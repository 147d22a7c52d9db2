"""Meetings, actions and trainings: who may write what, what is counted, and that nothing is lost unseen."""

from dataclasses import replace
from datetime import date

import pytest

from core.domain.choices import Role
from core.domain.model import User
from core.domain.programme.governance import (
    Action,
    ActionState,
    Attendance,
    Body,
    Decision,
    Meeting,
    Training,
    TrainingKind,
)
from core.domain.programme.indicators import CountedAs
from core.domain.synergies.following import UserAccount
from core.errors import ChangedByOthersError, InvalidRecordError, NotFoundError, NotPermittedError
from core.services import checking, programme, users
from core.storage import indicator_counts
from core.storage.database import Database
from tests.core.services.conftest import ADVISOR, NOW, PARTICIPANT, STRANGER, TODAY

MANAGER = User("manager", "Ada", Role.MANAGER)
ADMINISTRATOR = User("administrator", "", Role.ADMINISTRATOR)
BODY = Body("field", "izmir", 1, "Saha", "Field", "Ziyaret eder.", "Visits.")
MEETING = Meeting("m", "izmir", "field", date(2026, 10, 1), "Sıra", women=4, men=3, not_said=1)
TRAINING = Training("tr", "izmir", TrainingKind.FIRMS, "Atık kodları", date(2026, 10, 2), 6.0, women=1)


@pytest.fixture
def steered(database: Database) -> Database:
    """The two firms, a body with a meeting, an advisor and a manager with accounts."""
    for user in (ADVISOR, MANAGER):
        account = UserAccount(user.user_id, "izmir", user.name, user.role)
        users.save(database, ADMINISTRATOR, account, now=NOW, new=True)
    programme.save_body(database, MANAGER, BODY, now=NOW, new=True)
    programme.add_meeting(database, ADVISOR, MEETING, now=NOW)
    return database


def action(action_id: str, owner: str, due_on: date) -> Action:
    return Action(action_id, "m", "Firmayı ara", owner, due_on)


def test_an_advisor_minutes_a_meeting_and_only_managers_change_it(steered: Database) -> None:
    programme.add_decision(steered, ADVISOR, Decision("d", "m", "Önce KOSBİ"), now=NOW)

    with pytest.raises(NotPermittedError):
        programme.save_meeting(steered, ADVISOR, replace(MEETING, women=5), now=NOW)
    programme.save_meeting(steered, MANAGER, replace(MEETING, women=5), now=NOW)

    row = programme.meetings(steered, ADVISOR).iloc[0]
    assert (row["women"], row["decisions"], row["body_name_tr"]) == (5, 1, "Saha")
    with pytest.raises(ChangedByOthersError):
        programme.save_meeting(steered, MANAGER, MEETING, now=NOW)


def test_open_actions_come_first_by_day_and_say_which_are_overdue(steered: Database) -> None:
    for action_id, due_on in (("later", date(2026, 12, 1)), ("late", date(2026, 10, 30)), ("x", TODAY)):
        programme.add_action(steered, ADVISOR, action(action_id, "advisor", due_on), now=NOW)
    programme.settle(steered, ADVISOR, "x", ActionState.DONE, 1, now=NOW)

    found = programme.actions(steered, MANAGER, today=TODAY)

    assert found["action_id"].tolist() == ["late", "later", "x"]
    assert found["is_overdue"].tolist() == [True, False, False]


def test_another_advisors_action_is_settled_by_its_owner_or_a_manager(steered: Database) -> None:
    programme.add_action(steered, ADVISOR, action("a", "manager", TODAY), now=NOW)

    with pytest.raises(NotPermittedError):
        programme.settle(steered, ADVISOR, "a", ActionState.DONE, 1, now=NOW)
    programme.settle(steered, MANAGER, "a", ActionState.DROPPED, 1, now=NOW)

    assert programme.actions(steered, ADVISOR, today=TODAY)["state"].tolist() == ["dropped"]


def test_an_action_needs_an_owner_with_an_account(steered: Database) -> None:
    with pytest.raises(InvalidRecordError) as raised:
        programme.add_action(steered, ADVISOR, action("a", "nobody", TODAY), now=NOW)

    assert set(raised.value.findings) == {"owner_id"}


def test_people_at_a_training_are_those_of_firms_and_of_no_firm(steered: Database) -> None:
    programme.add_training(steered, ADVISOR, TRAINING, now=NOW)
    programme.keep_attendance(steered, ADVISOR, Attendance("tr", "foundry", 2, 1, 0), now=NOW)
    programme.keep_attendance(steered, ADVISOR, Attendance("tr", "cement", 0, 4, 0), now=NOW)
    programme.keep_attendance(steered, ADVISOR, Attendance("tr", "cement", 0, 3, 1), now=NOW)

    row = programme.trainings(steered, ADVISOR).iloc[0]
    assert [row[name] for name in ("firms", "women", "men", "not_said", "own_women")] == [2, 3, 4, 1, 1]

    programme.keep_attendance(steered, ADVISOR, Attendance("tr", "cement"), now=NOW)
    assert programme.attendance(steered, ADVISOR, "tr")["firm_id"].tolist() == ["foundry"]


def test_meetings_and_trainings_are_counted_for_indicators_until_they_are_taken_out(
    steered: Database,
) -> None:
    programme.add_training(steered, ADVISOR, TRAINING, now=NOW)
    programme.keep_attendance(steered, ADVISOR, Attendance("tr", "foundry", 2, 1, 0), now=NOW)

    def counted(since: date | None) -> dict[CountedAs, float]:
        with steered.reading() as cursor:
            return indicator_counts.counts(cursor, "izmir", (), since, TODAY)

    now = counted(None)
    assert (now[CountedAs.MEETINGS], now[CountedAs.MEETING_PARTICIPANTS_WOMEN]) == (1, 4)
    assert (now[CountedAs.TRAININGS], now[CountedAs.TRAININGS_OF_TRAINERS]) == (1, 0)
    assert (now[CountedAs.TRAINING_PARTICIPANTS], now[CountedAs.TRAINED_FIRMS]) == (4, 1)
    assert counted(date(2026, 10, 2))[CountedAs.MEETINGS] == 0
    programme.retire_training(steered, MANAGER, "tr", 1, now=NOW)
    programme.retire_meeting(steered, MANAGER, "m", 1, now=NOW)
    assert counted(None)[CountedAs.TRAINING_PARTICIPANTS] == counted(None)[CountedAs.MEETINGS] == 0


def test_neither_guests_nor_another_region_see_meetings(steered: Database) -> None:
    with pytest.raises(NotPermittedError):
        programme.meetings(steered, PARTICIPANT)
    assert programme.meetings(steered, STRANGER).empty
    with pytest.raises(NotFoundError):
        programme.decisions(steered, STRANGER, "m")
    with pytest.raises(NotFoundError):
        programme.add_meeting(steered, STRANGER, replace(MEETING, meeting_id="n"), now=NOW)


def test_nothing_of_it_hangs_in_the_air(steered: Database) -> None:
    programme.add_action(steered, ADVISOR, action("a", "advisor", TODAY), now=NOW)
    programme.add_training(steered, ADVISOR, TRAINING, now=NOW)

    found = checking.findings(steered, ADMINISTRATOR)

    assert found[found["problem"] == checking.Problem.ORPHAN].empty
