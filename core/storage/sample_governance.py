"""How the sample region's programme is steered: bodies, meetings, trainings, zones' targets; all of it invented."""

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

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
from core.domain.programme.zones import ZoneTarget
from core.storage import governance, records
from core.storage.database import Cursor

_ACTION = "installing.fill"
_MANAGER = User("demo-manager", "", Role.MANAGER)  # who minutes the sample's meetings
Read = Callable[[str], list[dict[str, Any]]]


def load(cursor: Cursor, now: datetime, region_id: str, read: Read) -> None:
    """Insert what `read` gives of bodies, meetings with what they led to, trainings, zones' targets."""
    for row in read("bodies"):
        values = row | {"position": int(row["position"]), "region_id": region_id, "is_sample": True}
        records.insert(cursor, _MANAGER, now, _ACTION, Body(**values))
    held: dict[str, datetime] = {}
    for row in read("meetings"):
        held[row["meeting_id"]] = _at(row["held_on"])
        meeting = Meeting(**_counted(row), region_id=region_id, is_sample=True)
        records.insert(cursor, _MANAGER, _at(row["held_on"]), _ACTION, meeting)
    for row in read("meeting_decisions"):
        records.insert(cursor, _MANAGER, held[row["meeting_id"]], _ACTION, Decision(**row))
    for row in read("meeting_actions"):
        days = {name: date.fromisoformat(row[name]) for name in ("due_on", "state_on")}
        action = Action(**row | days | {"state": ActionState(row["state"])})
        records.insert(cursor, _MANAGER, held[row["meeting_id"]], _ACTION, action)
    _trainings(cursor, region_id, read)
    for row in read("zone_targets"):
        values = {"target": float(row["target"]), "due_on": date.fromisoformat(row["due_on"])}
        target = ZoneTarget(**row | values | {"counted_as": CountedAs(row["counted_as"]), "is_sample": True})
        records.insert(cursor, _MANAGER, now, _ACTION, target)


def _trainings(cursor: Cursor, region_id: str, read: Read) -> None:
    held: dict[str, datetime] = {}
    for row in read("trainings"):
        held[row["training_id"]] = _at(row["held_on"])
        more = {"kind": TrainingKind(row["kind"]), "hours": float(row["hours"])}
        training = Training(**_counted(row) | more, region_id=region_id, is_sample=True)
        records.insert(cursor, _MANAGER, _at(row["held_on"]), _ACTION, training)
    for row in read("training_attendance"):
        numbers = {name: int(row[name]) for name in ("women", "men", "not_said")}
        sent = Attendance(row["training_id"], row["firm_id"], **numbers)
        governance.keep_attendance(cursor, _MANAGER, held[row["training_id"]], _ACTION, sent)


def _counted(row: dict[str, Any]) -> dict[str, Any]:
    numbers = {name: int(row[name]) for name in ("women", "men", "not_said")}
    return row | numbers | {"held_on": date.fromisoformat(row["held_on"])}


def _at(day: str) -> datetime:
    return datetime.combine(date.fromisoformat(day), time(15))
