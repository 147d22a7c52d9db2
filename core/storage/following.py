"""Keeps what a synergy is followed by, and gathers what is known of it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from core.domain.choices import Stage, Transporter
from core.domain.model import Firm, Synergy, User
from core.domain.register import firmname
from core.domain.synergies.following import DocumentKind, LogWay, Perspective, ReadinessMark
from core.domain.synergies.stages import FLOWING, Facts
from core.errors import ChangedByOthersError
from core.storage import audit, records, rows
from core.storage.database import Cursor


def facts(cursor: Cursor, synergy: Synergy) -> Facts:
    """Return what is known of a synergy, also by its legal path and its impact."""
    key = {"synergy_id": synergy.synergy_id}
    logged = [(row["firm_id"], LogWay(row["way"])) for row in cursor.rows("log_entry_of", **key)]
    roles = {row["role"] for row in cursor.rows("synergy_party_of", **key)}
    settled = cursor.row("synergy_settled", **key) or {}
    return Facts(
        synergy,
        contacts=frozenset(one for one in logged if one[1] is not LogWay.NOTE),
        readiness={one.perspective: one.level for one in readiness(cursor, synergy.synergy_id).values()},
        documents=frozenset(
            DocumentKind(row["document_kind"]) for row in cursor.rows("synergy_file_of", **key)
        ),
        transporters=frozenset(
            Transporter(row["transporter"]) for row in cursor.rows("synergy_cards", **key)
        ),
        has_carrier="carrier" in roles or bool(settled["has_carrier"]),
        is_legal_opened=bool(settled["is_legal_opened"]),
        has_verified_impact=bool(settled["has_verified_impact"]),
    )


def add_firms(
    cursor: Cursor, user: User, now: datetime, action: str, new_firms: Sequence[Firm]
) -> dict[str, str]:
    """Add firms by their name; return the id of each, which is an old one's where the register has the name."""
    known = {
        firmname.key(row["name"]): row["firm_id"]
        for row in (cursor.rows("firm_table", region_id=user.region_id) if new_firms else ())
    }
    ids: dict[str, str] = {}
    for firm in new_firms:
        key = firmname.key(firm.name)
        if key not in known:
            known[key] = firm.firm_id
            records.insert(cursor, user, now, action, replace(firm, region_id=user.region_id))
        ids[firm.firm_id] = known[key]
    return ids


def way(cursor: Cursor, synergy_id: str) -> list[Stage]:
    """Return the stages that a synergy entered, oldest first."""
    return [Stage(row["stage"]) for row in cursor.rows("synergy_way", synergy_id=synergy_id)]


def runs_since(cursor: Cursor, synergy_id: str) -> date | None:
    """Return the first day on which a synergy ran, None if it never did."""
    days = [
        row["entered_on"]
        for row in cursor.rows("synergy_way", synergy_id=synergy_id)
        if Stage(row["stage"]) in FLOWING
    ]
    return min(days, default=None)


def readiness(cursor: Cursor, synergy_id: str) -> dict[Perspective, ReadinessMark]:
    """Return all six marks of a synergy; those that nobody set have row_version 0."""
    kept = {
        Perspective(row["perspective"]): rows.record(ReadinessMark, row)
        for row in cursor.rows("synergy_readiness_of", synergy_id=synergy_id)
    }
    return {one: kept.get(one, ReadinessMark(synergy_id, one)) for one in Perspective}


def keep_readiness(cursor: Cursor, user: User, now: datetime, action: str, mark: ReadinessMark) -> None:
    """Set a mark that still has its row_version, with its audit row. Raises ChangedByOthersError."""
    before = readiness(cursor, mark.synergy_id)[mark.perspective]
    if before.row_version != mark.row_version:
        raise ChangedByOthersError(rows.parameters(before))
    values = rows.parameters(mark, without=("row_version",)) | {"set_by": user.user_id}
    if before.row_version:
        cursor.run("synergy_readiness_update", **values, row_version=mark.row_version, updated_at=now)
    else:
        cursor.run("synergy_readiness_insert", **values, updated_at=now)
    told = ("level", "note")
    old = {name: rows.parameters(before)[name] for name in told}
    new = {name: values[name] for name in told}
    record_id = f"{mark.synergy_id}:{mark.perspective}"
    audit.write(cursor, user, now, action, "synergy_readiness", record_id, old, new)
