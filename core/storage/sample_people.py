"""The sample region's people who can help, requests, research, and a call with its applications: all invented."""

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

from core.domain.choices import ConsentWay
from core.domain.datafiles import day
from core.domain.model import User
from core.domain.programme.people import (
    Expert,
    ExpertKind,
    ExpertRequest,
    RequestState,
    Research,
    ResearchKind,
    ResearchState,
)
from core.domain.programme.support import (
    Application,
    ApplicationState,
    Call,
    Cost,
    Fact,
    Step,
)
from core.storage import records, support
from core.storage.database import Cursor

_ACTION = "installing.fill"
Read = Callable[[str], list[dict[str, Any]]]


def load(cursor: Cursor, user: User, now: datetime, region_id: str, read: Read) -> None:
    """Insert people with their requests, research, the call and its applications."""
    for row in read("experts"):
        records.insert(cursor, user, _at(row["consent_on"]) or now, _ACTION, _expert(row, region_id))
    for row in read("expert_requests"):
        days = {name: date.fromisoformat(row[name]) for name in ("asked_on", "state_on")}
        request = ExpertRequest(**row | days | {"state": RequestState(row["state"])})
        records.insert(cursor, user, _at(row["asked_on"]) or now, _ACTION, request)
    for row in read("research"):
        chosen = {"kind": ResearchKind(row["kind"]), "state": ResearchState(row["state"])}
        topic = Research(region_id=region_id, is_sample=True, **row | chosen)
        records.insert(cursor, user, now, _ACTION, topic)
    for row in read("support_calls"):
        records.insert(cursor, user, _at(row["opens_on"]) or now, _ACTION, _call(row, region_id))
    costs, steps = read("support_costs"), read("support_steps")
    for row in read("support_applications"):
        support.insert(cursor, user, _at(row["state_on"]) or now, _ACTION, _application(row, costs, steps))


def _expert(row: dict[str, Any], region_id: str) -> Expert:
    return Expert(
        **row
        | {
            "region_id": region_id,
            "kind": ExpertKind(row["kind"]),
            "sectors": tuple(row["sectors"].split(";")),
            "languages": tuple(row["languages"].split(";")),
            "consent_on": day(row["consent_on"]),
            "consent_how": ConsentWay(row["consent_how"]) if row["consent_how"] else None,
            "is_sample": True,
        }
    )


def _call(row: dict[str, Any], region_id: str) -> Call:
    numbers = {name: float(row[name]) for name in ("budget_try", "highest_share", "highest_grant_try")}
    days = {name: day(row[name]) for name in ("opens_on", "closes_on")}
    needed = tuple(Fact(one) for one in row["needed"].split(";"))
    return Call(**row | numbers | days | {"needed": needed, "region_id": region_id, "is_sample": True})


def _application(
    row: dict[str, Any], costs: list[dict[str, Any]], steps: list[dict[str, Any]]
) -> Application:
    own = row["application_id"]
    numbers = {name: float(row[name]) if row[name] else None for name in ("asked_try", "grant_try")}
    parts = {
        "costs": tuple(
            Cost(one["item"], float(one["amount_try"])) for one in costs if one["application_id"] == own
        ),
        "steps": tuple(
            Step(one["what"], date.fromisoformat(one["starts_on"]), date.fromisoformat(one["ends_on"]))
            for one in steps
            if one["application_id"] == own
        ),
    }
    state = {"state": ApplicationState(row["state"]), "state_on": date.fromisoformat(row["state_on"])}
    return Application(**row | numbers | parts | state)


def _at(said: str | None) -> datetime | None:
    return datetime.combine(date.fromisoformat(said), time(9)) if said else None
