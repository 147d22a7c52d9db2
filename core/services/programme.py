"""How the programme is steered: bodies, their meetings, what was decided, who does what until when, trainings.

Advisors add what they minute; what stands is changed by managers. Who took part is counted, never named.
"""

from dataclasses import replace
from datetime import date, datetime

import pandas as pd

from core.domain.model import Firm, User
from core.domain.programme import governance as domain
from core.domain.programme.governance import (
    Action,
    ActionState,
    Attendance,
    Body,
    Decision,
    Meeting,
    Training,
)
from core.errors import InvalidRecordError, NotPermittedError, UnknownUserError
from core.services.permissions import LEADERS, permitted
from core.storage import governance as storage
from core.storage import records, users
from core.storage.database import Cursor, Database


@permitted
def bodies(database: Database, user: User) -> tuple[Body, ...]:
    """Return the bodies of the management model in their order."""
    with database.reading() as cursor:
        return tuple(storage.bodies(cursor, user.region_id))


@permitted
def meetings(database: Database, user: User) -> pd.DataFrame:
    """Return the meetings, newest first (columns: meeting_table.sql)."""
    with database.reading() as cursor:
        return storage.meetings(cursor, user.region_id)


@permitted
def meeting(database: Database, user: User, meeting_id: str) -> Meeting:
    """Return one meeting. Raises NotFoundError."""
    with database.reading() as cursor:
        return records.find_own(cursor, user, Meeting, meeting_id)


@permitted
def decisions(database: Database, user: User, meeting_id: str) -> tuple[Decision, ...]:
    """Return what a meeting decided. Raises NotFoundError."""
    with database.reading() as cursor:
        records.find_own(cursor, user, Meeting, meeting_id)
        return tuple(storage.decisions(cursor, meeting_id))


@permitted
def actions(database: Database, user: User, *, today: date) -> pd.DataFrame:
    """Return every action, open ones first, overdue before all (columns: meeting_action_table.sql)."""
    with database.reading() as cursor:
        return storage.actions(cursor, user.region_id, today)


@permitted
def trainings(database: Database, user: User) -> pd.DataFrame:
    """Return the trainings, newest first, with all who took part (columns: training_table.sql)."""
    with database.reading() as cursor:
        return storage.trainings(cursor, user.region_id)


@permitted
def training(database: Database, user: User, training_id: str) -> Training:
    """Return one training. Raises NotFoundError."""
    with database.reading() as cursor:
        return records.find_own(cursor, user, Training, training_id)


@permitted
def attendance(database: Database, user: User, training_id: str) -> pd.DataFrame:
    """Return how many each firm sent to a training (firm_id, firm_name, women, men, not_said). Raises NotFoundError."""
    with database.reading() as cursor:
        records.find_own(cursor, user, Training, training_id)
        return storage.attendance(cursor, training_id)


@permitted
def save_body(database: Database, user: User, body: Body, *, now: datetime, new: bool) -> None:
    """Add or change a body. Raises InvalidRecordError, NotFoundError, ChangedByOthersError."""
    domain.check_body(body)
    own = replace(body, region_id=user.region_id)
    with database.writing(changes_cards=False) as cursor:
        if new:
            records.insert(cursor, user, now, "programme.save_body", own)
        else:
            records.find_own(cursor, user, Body, body.body_id)
            records.update(cursor, user, now, "programme.save_body", own)


@permitted
def retire_body(database: Database, user: User, body_id: str, row_version: int, *, now: datetime) -> None:
    """Take a body out of use; its meetings stay. Raises NotFoundError, ChangedByOthersError."""
    with database.writing(changes_cards=False) as cursor:
        records.find_own(cursor, user, Body, body_id)
        records.retire(cursor, user, now, "programme.retire_body", Body, body_id, row_version)


@permitted
def add_meeting(database: Database, user: User, held: Meeting, *, now: datetime) -> None:
    """Record a meeting that was held. Raises InvalidRecordError, NotFoundError where the body is not of the region."""
    domain.check_meeting(held, now.date())
    with database.writing(changes_cards=False) as cursor:
        records.find_own(cursor, user, Body, held.body_id)
        own = replace(held, region_id=user.region_id)
        records.insert(cursor, user, now, "programme.add_meeting", own)


@permitted
def save_meeting(database: Database, user: User, held: Meeting, *, now: datetime) -> None:
    """Change a meeting. Raises InvalidRecordError, NotFoundError, ChangedByOthersError."""
    domain.check_meeting(held, now.date())
    with database.writing(changes_cards=False) as cursor:
        kept = records.find_own(cursor, user, Meeting, held.meeting_id)
        if held.body_id != kept.body_id:
            records.find_own(cursor, user, Body, held.body_id)
        own = replace(held, region_id=user.region_id, is_sample=kept.is_sample)
        records.update(cursor, user, now, "programme.save_meeting", own)


@permitted
def retire_meeting(
    database: Database, user: User, meeting_id: str, row_version: int, *, now: datetime
) -> None:
    """Take a meeting out, and with it its decisions and actions. Raises NotFoundError, ChangedByOthersError."""
    with database.writing(changes_cards=False) as cursor:
        records.find_own(cursor, user, Meeting, meeting_id)
        records.retire(cursor, user, now, "programme.retire_meeting", Meeting, meeting_id, row_version)


@permitted
def add_decision(database: Database, user: User, decision: Decision, *, now: datetime) -> None:
    """Write down what a meeting decided. Raises InvalidRecordError, NotFoundError."""
    domain.check_decision(decision)
    with database.writing(changes_cards=False) as cursor:
        records.find_own(cursor, user, Meeting, decision.meeting_id)
        records.insert(cursor, user, now, "programme.add_decision", decision)


@permitted
def save_decision(database: Database, user: User, decision: Decision, *, now: datetime) -> None:
    """Change the words of a decision. Raises InvalidRecordError, NotFoundError, ChangedByOthersError."""
    domain.check_decision(decision)
    with database.writing(changes_cards=False) as cursor:
        kept = records.find(cursor, Decision, decision.decision_id)
        records.find_own(cursor, user, Meeting, kept.meeting_id)
        own = replace(decision, meeting_id=kept.meeting_id)
        records.update(cursor, user, now, "programme.save_decision", own)


@permitted
def retire_decision(
    database: Database, user: User, decision_id: str, row_version: int, *, now: datetime
) -> None:
    """Take a decision out as a mistake. Raises NotFoundError, ChangedByOthersError."""
    with database.writing(changes_cards=False) as cursor:
        records.find_own(cursor, user, Meeting, records.find(cursor, Decision, decision_id).meeting_id)
        records.retire(cursor, user, now, "programme.retire_decision", Decision, decision_id, row_version)


@permitted
def add_action(database: Database, user: User, action: Action, *, now: datetime) -> None:
    """Write down who does what until when.

    Raises InvalidRecordError, also for an owner without account; NotFoundError.
    """
    domain.check_action(action)
    with database.writing(changes_cards=False) as cursor:
        records.find_own(cursor, user, Meeting, action.meeting_id)
        _known_owner(cursor, user, action)
        own = replace(action, state=ActionState.OPEN, state_on=now.date())
        records.insert(cursor, user, now, "programme.add_action", own)


@permitted
def save_action(database: Database, user: User, action: Action, *, now: datetime) -> None:
    """Change what is to be done, by whom, until when (not its state: `settle`).

    Raises InvalidRecordError, NotFoundError, ChangedByOthersError.
    """
    domain.check_action(action)
    with database.writing(changes_cards=False) as cursor:
        kept = _action(cursor, user, action.action_id)
        if action.owner_id != kept.owner_id:
            _known_owner(cursor, user, action)
        own = replace(action, meeting_id=kept.meeting_id, state=kept.state, state_on=kept.state_on)
        records.update(cursor, user, now, "programme.save_action", own)


@permitted
def settle(
    database: Database, user: User, action_id: str, state: ActionState, row_version: int, *, now: datetime
) -> None:
    """Say that an action is done, dropped or open again: its owner may, and who leads the programme.

    Raises NotPermittedError, NotFoundError, ChangedByOthersError.
    """
    with database.writing(changes_cards=False) as cursor:
        kept = _action(cursor, user, action_id)
        if user.role not in LEADERS and kept.owner_id != user.user_id:
            raise NotPermittedError()
        told = replace(kept, state=state, state_on=now.date(), row_version=row_version)
        records.update(cursor, user, now, "programme.settle", told)


@permitted
def retire_action(database: Database, user: User, action_id: str, row_version: int, *, now: datetime) -> None:
    """Take an action out as a mistake. Raises NotFoundError, ChangedByOthersError."""
    with database.writing(changes_cards=False) as cursor:
        _action(cursor, user, action_id)
        records.retire(cursor, user, now, "programme.retire_action", Action, action_id, row_version)


@permitted
def add_training(database: Database, user: User, held: Training, *, now: datetime) -> None:
    """Record a training that was held. Raises InvalidRecordError."""
    domain.check_training(held, now.date())
    own = replace(held, region_id=user.region_id)
    with database.writing(changes_cards=False) as cursor:
        records.insert(cursor, user, now, "programme.add_training", own)


@permitted
def save_training(database: Database, user: User, held: Training, *, now: datetime) -> None:
    """Change a training. Raises InvalidRecordError, NotFoundError, ChangedByOthersError."""
    domain.check_training(held, now.date())
    with database.writing(changes_cards=False) as cursor:
        kept = records.find_own(cursor, user, Training, held.training_id)
        own = replace(held, region_id=user.region_id, is_sample=kept.is_sample)
        records.update(cursor, user, now, "programme.save_training", own)


@permitted
def retire_training(
    database: Database, user: User, training_id: str, row_version: int, *, now: datetime
) -> None:
    """Take a training out; it counts no more. Raises NotFoundError, ChangedByOthersError."""
    with database.writing(changes_cards=False) as cursor:
        records.find_own(cursor, user, Training, training_id)
        records.retire(cursor, user, now, "programme.retire_training", Training, training_id, row_version)


@permitted
def keep_attendance(database: Database, user: User, sent: Attendance, *, now: datetime) -> None:
    """Keep how many a firm sent to a training; all zero takes it off the list.

    Raises InvalidRecordError, NotFoundError.
    """
    domain.check_attendance(sent)
    with database.writing(changes_cards=False) as cursor:
        records.find_own(cursor, user, Training, sent.training_id)
        records.find_own(cursor, user, Firm, sent.firm_id)
        storage.keep_attendance(cursor, user, now, "programme.keep_attendance", sent)


def _action(cursor: Cursor, user: User, action_id: str) -> Action:
    found = records.find(cursor, Action, action_id)
    records.find_own(cursor, user, Meeting, found.meeting_id)
    return found


def _known_owner(cursor: Cursor, user: User, action: Action) -> None:
    """Raise InvalidRecordError unless an action's owner has an account of the region that is in use."""
    if action.owner_id not in users.roles_in_use(cursor, user.region_id):
        raise InvalidRecordError({"owner_id": UnknownUserError()})
