"""How the sample region's synergies are followed: owners, further firms, readiness, barriers, contacts made."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

from core.domain.choices import Recurrence, Role, StallReason
from core.domain.datafiles import day
from core.domain.model import Synergy, User
from core.domain.synergies.following import (
    Barrier,
    LogEntry,
    LogWay,
    Party,
    PartyRole,
    Perspective,
    Readiness,
    ReadinessMark,
)
from core.storage import following, records
from core.storage.database import Cursor

_ACTION = "installing.fill"
Read = Callable[[str], list[dict[str, Any]]]


def details(read: Read) -> dict[str, dict[str, Any]]:
    """Return by synergy_id what is said of followed synergies beside their way."""
    return {row["synergy_id"]: row for row in read("synergy_details")}


def detailed(synergy: Synergy, row: dict[str, Any] | None) -> Synergy:
    """Return a synergy with its owner, price and rhythm, as it is where nothing is said."""
    if row is None:
        return synergy
    return replace(
        synergy,
        owner_id=row["owner_id"],
        is_pilot=row["is_pilot"] == "yes",
        recurrence=Recurrence(row["recurrence"]) if row["recurrence"] else None,
        price_per_unit=float(row["price_per_unit"]) if row["price_per_unit"] else None,
        price_unit=row["price_unit"],
        price_date=day(row["price_date"]),
    )


def load(cursor: Cursor, read: Read) -> None:
    """Insert what hangs on the sample's synergies, each as of its day and by who did it."""
    users = {row["user_id"]: User(row["user_id"], row["name"], Role(row["role"])) for row in read("users")}
    owners = {row["synergy_id"]: users[row["owner_id"]] for row in read("synergy_details")}
    for row in read("synergy_parties"):
        party = Party(
            row["party_id"], row["synergy_id"], row["firm_id"], PartyRole(row["role"]), row["resource_id"]
        )
        since = records.find(cursor, Synergy, party.synergy_id).stage_since or date.min
        records.insert(cursor, owners[party.synergy_id], _at(since), _ACTION, party)
    for row in read("synergy_readiness"):
        level = Readiness(row["level"])
        mark = ReadinessMark(row["synergy_id"], Perspective(row["perspective"]), level, row["note"])
        on = date.fromisoformat(row["set_on"])
        following.keep_readiness(cursor, users[row["set_by"]], _at(on), _ACTION, mark)
    for row in read("synergy_barriers"):
        barrier = _barrier(row)
        records.insert(cursor, owners[barrier.synergy_id], _at(barrier.seen_on), _ACTION, barrier)
    for row in read("log_entries"):
        entry = _entry(row)
        records.insert(cursor, users[entry.made_by], _at(entry.made_on), _ACTION, entry)


def _barrier(row: dict[str, Any]) -> Barrier:
    return Barrier(
        row["barrier_id"],
        row["synergy_id"],
        StallReason(row["reason"]),
        date.fromisoformat(row["seen_on"]),
        row["note"],
        day(row["removed_on"]),
    )


def _entry(row: dict[str, Any]) -> LogEntry:
    return LogEntry(
        row["log_entry_id"],
        row["synergy_id"],
        LogWay(row["way"]),
        date.fromisoformat(row["made_on"]),
        row["made_by"],
        row["firm_id"],
        row["contact_id"],
        row["note"],
    )


def _at(day: date) -> datetime:
    return datetime.combine(day, time(10))
