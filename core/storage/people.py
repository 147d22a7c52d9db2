"""Keeps people who can help, what they were asked, and research; erases all that was ever known of a person."""

from datetime import datetime

import pandas as pd

from core.domain.choices import Direction, StallReason
from core.domain.matching.cards import Card
from core.domain.model import Resource, Synergy, User
from core.domain.programme.helping import Case
from core.domain.programme.people import Expert, Research
from core.domain.synergies.readiness import lowest
from core.storage import audit, following, records, rows
from core.storage.database import Cursor


def experts(cursor: Cursor, region_id: str) -> tuple[Expert, ...]:
    """Return the people of a region who were not erased, by name."""
    return tuple(rows.record(Expert, row) for row in cursor.rows("expert_table", region_id=region_id))


def requests(cursor: Cursor, region_id: str, synergy_id: str | None = None) -> pd.DataFrame:
    """Return what people were asked, latest first: fields of ExpertRequest, synergy_title, expert_name ("": erased)."""
    return cursor.frame("expert_request_table", region_id=region_id, synergy_id=synergy_id)


def research(cursor: Cursor, region_id: str) -> tuple[Research, ...]:
    """Return projects and doctoral topics by title."""
    return tuple(rows.record(Research, row) for row in cursor.rows("research_table", region_id=region_id))


def erase(cursor: Cursor, user: User, now: datetime, expert_id: str) -> None:
    """Erase a person, the notes on what he or she did, and what the trail holds of both."""
    cursor.run("expert_erase", expert_id=expert_id, now=now)
    audit.erase_values(cursor, "expert", expert_id)
    for row in cursor.rows("expert_request_forget", expert_id=expert_id, now=now):
        audit.erase_values(cursor, "expert_request", row["request_id"])
    audit.write(
        cursor, user, now, "people.erase", "expert", expert_id, {"erased_at": None}, {"erased_at": now}
    )


def case(cursor: Cursor, synergy: Synergy) -> Case:
    """Return what of a synergy calls for help; without a card its title says what it is about."""
    codes = cursor.rows("helping_activities", synergy_id=synergy.synergy_id)
    open_barriers = [
        StallReason(row["reason"])
        for row in cursor.rows("synergy_barrier_of", synergy_id=synergy.synergy_id)
        if not row["removed_on"]
    ]
    stalled = [synergy.stall_reason] if synergy.stall_reason else []
    marks = following.readiness(cursor, synergy.synergy_id)
    found = lowest({one: mark.level for one, mark in marks.items()})
    have, want = (_card(cursor, one) for one in (synergy.have_id, synergy.want_id))
    return Case(
        haves=(have or Card(synergy.synergy_id, Direction.HAVE, synergy.title),),
        wants=(want,) if want else (),
        giver_nace=tuple(row["nace"] for row in codes if row["side"] == "giver"),
        taker_nace=tuple(row["nace"] for row in codes if row["side"] == "taker"),
        reasons=tuple(dict.fromkeys([*stalled, *open_barriers])),
        perspectives=found.perspectives if found.blocks else (),
    )


def _card(cursor: Cursor, resource_id: str | None) -> Card | None:
    if not resource_id:
        return None
    found = records.find(cursor, Resource, resource_id)
    return Card(resource_id, found.direction, found.name, description=found.description or "")
