"""The sample region's programme: workshops, visits, eco-efficiency opportunities, and synergies at their stages."""

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

from core.domain import amounts
from core.domain.choices import Carrier, Kind, OpportunityState, Role, Stage, StallReason
from core.domain.model import Opportunity, Resource, Synergy, User, Visit
from core.domain.quantity import parse_quantity
from core.domain.synergies.following import UserAccount
from core.storage import audit, records, sample_following
from core.storage.database import Cursor

_ACTION = "installing.fill"
_ADVISOR = "demo-advisor"  # whose role the demo offers first: so My day has something in it
Read = Callable[[str], list[dict[str, Any]]]


def load(cursor: Cursor, user: User, now: datetime, region_id: str, read: Read) -> None:
    """Insert what `read` gives of users, workshops, attendance, visits, opportunities and synergies."""
    for row in read("users"):
        account = UserAccount(row["user_id"], region_id, row["name"], Role(row["role"]))
        records.insert(cursor, user, now, _ACTION, account)
    for row in read("workshops"):
        cursor.run("workshop_insert", region_id=region_id, **row)
        audit.write(cursor, user, _at(row["held_on"]), _ACTION, "workshop", row["workshop_id"], None, row)
    for row in read("attendance"):
        counts = {name: int(row[name]) for name in ("women", "men", "not_said")}
        cursor.run("attendance_insert", workshop_id=row["workshop_id"], firm_id=row["firm_id"], **counts)
    for row in read("visits"):
        records.insert(cursor, user, _at(row["visited_on"]), _ACTION, _visit(row))
    for row in read("opportunities"):
        records.insert(cursor, user, _at(row["recorded_on"]), _ACTION, _opportunity(row))
    details = sample_following.details(read)
    for row in read("synergies"):
        _synergy(cursor, user, row, region_id, details.get(row["synergy_id"]))


def _visit(row: dict[str, Any]) -> Visit:
    return Visit(
        visit_id=row["visit_id"],
        site_id=row["site_id"],
        advisor_id=_ADVISOR,
        visited_on=date.fromisoformat(row["visited_on"]),
        notes=row["notes"],
        next_steps=row["next_steps"],
        closed_at=_at(row["visited_on"]) if row["closed"] == "yes" else None,
    )


def _opportunity(row: dict[str, Any]) -> Opportunity:
    numbers: dict[str, Any] = {
        name: float(row[name]) if row[name] else None
        for name in ("saving_per_year", "saving_try_per_year", "investment_try")
    }
    return Opportunity(
        opportunity_id=row["opportunity_id"],
        site_id=row["site_id"],
        visit_id=row["visit_id"],
        measure=row["measure"],
        carrier=Carrier(row["carrier"]),
        saving_unit=row["saving_unit"],
        price_date=date.fromisoformat(row["recorded_on"]),
        state=OpportunityState(row["state"]),
        **numbers,
    )


def _synergy(
    cursor: Cursor, user: User, row: dict[str, Any], region_id: str, details: dict[str, Any] | None
) -> None:
    """Insert a synergy and each stage of its way: `stages` is "contacted:2024-03-01;meeting:2024-05-02"."""
    way = [("idea", row["recorded_on"])]
    way += [
        (stage, on) for step in (row["stages"] or "").split(";") if step for stage, on in [step.split(":")]
    ]
    stage, since = way[-1]
    read = parse_quantity(row["quantity_typed"]) if row["quantity_typed"] else None
    synergy = Synergy(
        synergy_id=row["synergy_id"],
        region_id=region_id,
        title=row["title"],
        giver_firm_id=row["giver_firm_id"],
        taker_firm_id=row["taker_firm_id"],
        have_id=row["have_id"],
        want_id=row["want_id"],
        kind=Kind(row["kind"]),
        said_by=row["said_by"],
        stage=Stage(stage),
        stage_since=date.fromisoformat(since),
        stall_reason=StallReason(row["stall_reason"]) if row["stall_reason"] else None,
        next_action=row["next_action"],
        next_action_on=date.fromisoformat(row["next_action_on"]) if row["next_action_on"] else None,
        quantity=read.amount if read else None,
        unit=read.unit if read else None,
        period=read.period if read else None,
        workshop_id=row["workshop_id"],
        visit_id=row["visit_id"],
        notes=row["notes"],
    )
    synergy = sample_following.detailed(synergy, details)
    have = records.find(cursor, Resource, synergy.have_id) if synergy.have_id else None
    yearly = amounts.yearly_of_synergy(synergy, have)
    records.insert(cursor, user, _at(row["recorded_on"]), _ACTION, synergy, **yearly)
    _way(cursor, synergy, way)


def _way(cursor: Cursor, synergy: Synergy, way: list[tuple[str, str]]) -> None:
    reason = synergy.stall_reason.value if synergy.stall_reason else None
    for stage, on in way:
        cursor.run(
            "synergy_stage_insert",
            synergy_id=synergy.synergy_id,
            stage=stage,
            entered_on=date.fromisoformat(on),
            stall_reason=reason if stage in ("stalled", "dropped") else None,
            skipped=None,
            user_id=synergy.owner_id or _ADVISOR,
            recorded_at=_at(on),
        )


def _at(day: str) -> datetime:
    return datetime.combine(date.fromisoformat(day), time(9))
