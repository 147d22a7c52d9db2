"""Keeps and finds single records: the same three statements for every kind of record, each in its own file.

Optimistic: a change names the version it was made from; if the row has moved on, ChangedByOthersError carries the
newer values, so that nothing typed is lost.
"""

from datetime import datetime
from typing import Any, TypeVar

from core.domain.model import Contact, Firm, Opportunity, Resource, Site, Synergy, User, Visit
from core.domain.programme.governance import Action, Body, Decision, Meeting, Training
from core.domain.programme.people import Expert, ExpertRequest, Research
from core.domain.programme.support import Application, Call
from core.domain.programme.zones import ZoneTarget
from core.domain.synergies.following import Barrier, LogEntry, Party, SynergyFile, UserAccount
from core.domain.synergies.good_practice import Sheet
from core.errors import ChangedByOthersError, NotFoundError
from core.storage import audit, rows
from core.storage.database import Cursor, sql

Record = TypeVar(
    "Record",
    Firm,
    Site,
    Contact,
    Resource,
    Visit,
    Opportunity,
    Synergy,
    Party,
    Barrier,
    LogEntry,
    SynergyFile,
    UserAccount,
    Expert,
    ExpertRequest,
    Research,
    Call,
    Application,
    Body,
    Meeting,
    Decision,
    Action,
    Training,
    ZoneTarget,
    Sheet,
)
_TABLES: dict[type, str] = {
    Firm: "firm",
    Site: "site",
    Contact: "contact",
    Resource: "resource",
    Visit: "visit",
    Opportunity: "opportunity",
    Synergy: "synergy",
    Party: "synergy_party",
    Barrier: "synergy_barrier",
    LogEntry: "log_entry",
    SynergyFile: "synergy_file",
    UserAccount: "user_account",
    Expert: "expert",
    ExpertRequest: "expert_request",
    Research: "research",
    Call: "support_call",
    Application: "support_application",
    Body: "body",
    Meeting: "meeting",
    Decision: "meeting_decision",
    Action: "meeting_action",
    Training: "training",
    ZoneTarget: "zone_target",
    Sheet: "good_practice",
}
_KEYS = {
    "synergy_party": "party_id",
    "synergy_barrier": "barrier_id",
    "user_account": "user_id",
    "expert_request": "request_id",
    "support_call": "call_id",
    "support_application": "application_id",
    "meeting_decision": "decision_id",
    "meeting_action": "action_id",
    "good_practice": "sheet_id",
}
PARTS = ("activities", "permits", "costs", "steps")  # tables of their own, of a site and of an application

OfRegion = TypeVar("OfRegion", Firm, Synergy, UserAccount, Expert, Research, Call, Body, Meeting, Training)


def find(cursor: Cursor, cls: type[Record], record_id: str, **given: Any) -> Record:
    """Return a record by its id; raises NotFoundError."""
    row = _row(cursor, _TABLES[cls], record_id)
    return rows.record(cls, row, **given)


def find_own(cursor: Cursor, user: User, cls: type[OfRegion], record_id: str) -> OfRegion:
    """Return a record of the user's region by its id; raises NotFoundError also for another region's."""
    found = find(cursor, cls, record_id)
    if found.region_id != user.region_id:
        raise NotFoundError()
    return found


def table_of(record: Any) -> str:
    """Return the table in which a record is kept."""
    return _TABLES[type(record)]


def insert(cursor: Cursor, user: User, now: datetime, action: str, record: Record, **more: Any) -> None:
    """Add a record and its audit row; `more` holds columns that the dataclass lacks."""
    table = _TABLES[type(record)]
    values = rows.parameters(record, without=PARTS) | more
    stamps = {"entered_by": user.user_id, "entered_at": now} if table == "resource" else {"created_at": now}
    cursor.run(f"{table}_insert", **values, **stamps, updated_at=now)
    audit.write(cursor, user, now, action, table, values[_key(table)], None, values)


def update(cursor: Cursor, user: User, now: datetime, action: str, record: Record, **more: Any) -> None:
    """Change a record that still has its `row_version`, and add the audit row.

    Raises NotFoundError if it is gone or retired, ChangedByOthersError if somebody was faster.
    """
    table = _TABLES[type(record)]
    values = rows.parameters(record, without=PARTS) | more
    before = _row(cursor, table, values[_key(table)])
    if before.get("retired_at") or before.get("erased_at"):
        raise NotFoundError()
    _ensure_unchanged(before, values["row_version"])
    needed = {name: value for name, value in values.items() if f"${name}" in _words(table)}
    cursor.run(f"{table}_update", **needed, updated_at=now)
    compared = {name: value for name, value in values.items() if name != "row_version"}
    old = {name: before[name] for name in compared}
    audit.write(cursor, user, now, action, table, values[_key(table)], old, compared)


def retire(
    cursor: Cursor,
    user: User,
    now: datetime,
    action: str,
    cls: type[Record],
    record_id: str,
    row_version: int,
) -> None:
    """Take a record out of use without deleting it; raises as `update` does."""
    table = _TABLES[cls]
    before = _row(cursor, table, record_id)
    if before["retired_at"]:
        raise NotFoundError()
    _ensure_unchanged(before, row_version)
    cursor.run(f"{table}_retire", **{_key(table): record_id}, row_version=row_version, now=now)
    audit.write(cursor, user, now, action, table, record_id, {"retired_at": None}, {"retired_at": now})


def _row(cursor: Cursor, table: str, record_id: str) -> dict[str, Any]:
    row = cursor.row(f"{table}_get", **{_key(table): record_id})
    if row is None:
        raise NotFoundError()
    return row


def _key(table: str) -> str:
    return _KEYS.get(table, f"{table}_id")


def _ensure_unchanged(before: dict[str, Any], row_version: int) -> None:
    if before["row_version"] != row_version:
        raise ChangedByOthersError(before)


def _words(table: str) -> set[str]:
    return set(sql(f"{table}_update").replace(",", " ").split())
