"""What those who work with the programme answer for, and handing it over with a line in the trail for each record."""

from datetime import datetime

from core.domain.model import User
from core.domain.synergies.following import Owned
from core.storage import audit
from core.storage.database import Cursor

_LOTS = (
    ("user_hand_over_synergies", "synergy", "owner_id"),
    ("user_hand_over_actions", "meeting_action", "owner_id"),
    ("user_hand_over_visits", "visit", "advisor_id"),
)


def roles_in_use(cursor: Cursor, region_id: str) -> dict[str, str]:
    """Return by id the role of each account of the region that is in use."""
    found = cursor.rows("user_account_table", region_id=region_id)
    return {row["user_id"]: row["role"] for row in found if row["retired_at"] is None}


def owned(cursor: Cursor, region_id: str) -> dict[str, Owned]:
    """Return by user id what each answers for; who has nothing open is not there."""
    found = cursor.rows("user_owned", region_id=region_id)
    return {row["user_id"]: Owned(row["synergies"], row["actions"], row["visits"]) for row in found}


def hand_over(cursor: Cursor, user: User, now: datetime, action: str, from_id: str, to_id: str) -> Owned:
    """Give to one user what another answers for and return how much that was."""
    counted = []
    for statement, table, column in _LOTS:
        rows = cursor.rows(statement, from_id=from_id, to_id=to_id, region_id=user.region_id, now=now)
        for row in rows:
            before, after = {column: from_id}, {column: to_id}
            audit.write(cursor, user, now, action, table, row["record_id"], before, after)
        counted.append(len(rows))
    return Owned(*counted)
