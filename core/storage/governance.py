"""Finds meetings, actions and trainings with what belongs to them, and keeps who came to a training."""

from datetime import date, datetime

import pandas as pd

from core.domain.model import User
from core.domain.programme.governance import Attendance, Body, Decision, People
from core.storage import audit, rows
from core.storage.database import Cursor


def bodies(cursor: Cursor, region_id: str) -> list[Body]:
    """Return the region's bodies in their order."""
    return [rows.record(Body, row) for row in cursor.rows("body_table", region_id=region_id)]


def meetings(cursor: Cursor, region_id: str) -> pd.DataFrame:
    """Return the region's meetings, newest first (columns: meeting_table.sql)."""
    return cursor.frame("meeting_table", region_id=region_id)


def decisions(cursor: Cursor, meeting_id: str) -> list[Decision]:
    """Return what a meeting decided, in the order of writing."""
    found = cursor.rows("meeting_decision_of", meeting_id=meeting_id)
    return [rows.record(Decision, row) for row in found]


def actions(cursor: Cursor, region_id: str, today: date) -> pd.DataFrame:
    """Return the region's actions: open ones first, overdue before all (meeting_action_table.sql)."""
    return cursor.frame("meeting_action_table", region_id=region_id, today=today)


def trainings(cursor: Cursor, region_id: str) -> pd.DataFrame:
    """Return the region's trainings, newest first (columns: training_table.sql)."""
    return cursor.frame("training_table", region_id=region_id)


def attendance(cursor: Cursor, training_id: str) -> pd.DataFrame:
    """Return how many each firm sent: training_id, firm_id, women, men, not_said, firm_name."""
    return cursor.frame("training_attendance_of", training_id=training_id)


def keep_attendance(cursor: Cursor, user: User, now: datetime, action: str, sent: Attendance) -> None:
    """Keep how many a firm sent, in place of what was said before; nobody takes the firm off the list."""
    kept = cursor.rows("training_attendance_of", training_id=sent.training_id)
    before = next((row for row in kept if row["firm_id"] == sent.firm_id), None)
    values = rows.parameters(sent)
    old = {name: before[name] for name in values} if before else None
    if People(sent.women, sent.men, sent.not_said).total:
        cursor.run("training_attendance_keep", **values)
        new = values
    else:
        cursor.run("training_attendance_remove", training_id=sent.training_id, firm_id=sent.firm_id)
        new = {}
    audit.write(cursor, user, now, action, "training_attendance", sent.training_id, old, new)
