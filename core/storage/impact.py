"""Keeps the ledger of impact: entries are added, confirmed, refused or withdrawn, never changed."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any

from core.domain.choices import Kind, Stage
from core.domain.impact.booking import Booked, Document
from core.domain.impact.counting import Claim, Counted, NotCounted, settle
from core.domain.impact.entries import Entry
from core.domain.model import User
from core.domain.synergies.following import DocumentKind
from core.errors import ChangedByOthersError, NotFoundError
from core.storage import audit, rows
from core.storage.database import Cursor

_DECIDED = (
    "confirmed_by confirmed_on refused_by refused_on refusal withdrawn_by withdrawn_on withdrawal row_version"
)

PART = "coalesce(have_id, synergy_id)"
_DECISIONS = {
    "confirm": ("impact_entry_confirm", ("confirmed_by", "confirmed_on")),
    "refuse": ("impact_entry_refuse", ("refused_by", "refused_on", "refusal")),
    "withdraw": ("impact_entry_withdraw", ("withdrawn_by", "withdrawn_on", "withdrawal")),
}


def find(cursor: Cursor, entry_id: str) -> Entry:
    """Return one entry; raises NotFoundError."""
    row = cursor.row("impact_entry_get", entry_id=entry_id)
    if row is None:
        raise NotFoundError()
    return rows.record(Entry, row)


def documents(cursor: Cursor, synergy_id: str) -> tuple[Document, ...]:
    """Return a synergy's files, which may bear an entry out."""
    return tuple(_document(row) for row in cursor.rows("impact_files", synergy_id=synergy_id))


def parties(cursor: Cursor, synergy_id: str) -> dict[str, str]:
    """Return id → name of the firms that take part in a synergy."""
    return {row["firm_id"]: row["name"] for row in cursor.rows("impact_parties", synergy_id=synergy_id)}


def add(
    cursor: Cursor, user: User, now: datetime, action: str, entry: Entry, file_ids: Sequence[str]
) -> None:
    """Add an entry, the files that bear it out, and the audit row."""
    values = rows.parameters(entry, without=tuple(_DECIDED.split()))
    cursor.run("impact_entry_insert", **values, updated_at=now)
    for file_id in dict.fromkeys(file_ids):
        cursor.run(
            "impact_evidence_insert",
            entry_id=entry.entry_id,
            synergy_file_id=file_id,
            added_by=user.user_id,
            added_at=now,
        )
    told = values | {"evidence": ";".join(file_ids) or None}
    audit.write(cursor, user, now, action, "impact_entry", entry.entry_id, None, told)


def decide(
    cursor: Cursor,
    user: User,
    now: datetime,
    what: str,
    entry: Entry,
    row_version: int,
    on: date,
    reason: str | None = None,
) -> None:
    """Confirm, refuse or withdraw (`what`) an entry that still has its `row_version`, with the audit row.

    Raises ChangedByOthersError if somebody was faster.
    """
    if entry.row_version != row_version:
        raise ChangedByOthersError(rows.parameters(entry))
    told: dict[str, Any] = {"by": user.user_id, "on": on}
    if what != "confirm":
        told["reason"] = reason
    statement, names = _DECISIONS[what]
    cursor.run(statement, entry_id=entry.entry_id, now=now, **told)
    after = dict(zip(names, told.values(), strict=True))
    before = dict.fromkeys(names)
    audit.write(cursor, user, now, f"impact_ledger.{what}", "impact_entry", entry.entry_id, before, after)


def booked(
    cursor: Cursor, region_id: str, today: date, parts: Collection[str] | None = None
) -> tuple[Booked, ...]:
    """Return a region's ledger as it stands on a day, oldest entry first; of some `parts` (as in `marks`) only."""
    if parts is None:
        found = cursor.rows("impact_entry_table", region_id=region_id)
    else:
        found = cursor.rows_among("impact_entry_table", PART, parts, region_id=region_id)
        found.sort(key=lambda row: (row["entered_at"], row["entry_id"]))
    borne = _evidence(cursor, region_id)
    entries = [(rows.record(Entry, row), row) for row in found]
    claims = [
        Claim(entry, Stage(row["stage"]), row["have_id"], row["have_amount"], row["have_unit"])
        for entry, row in entries
    ]
    counted, others = settle(claims, today)
    states: dict[str, Counted | NotCounted] = {one.entry.entry_id: one for one in counted}
    states |= {one.claim.entry.entry_id: one for one in others}
    return tuple(
        Booked(
            entry,
            states[entry.entry_id],
            borne.get(entry.entry_id, ()),
            row["title"],
            Stage(row["stage"]),
            row["owner_id"],
            row["firm_name"],
            row["entered_by_name"],
            row["confirmed_by_name"],
            Kind(row["kind"]),
            row["giver_nace"],
            row["taker_nace"],
            row["giver_zone_id"],
        )
        for entry, row in entries
    )


def marks(cursor: Cursor, region_id: str) -> dict[str, tuple[str, int]]:
    """Return entry → its part, and a mark that changes when anything of the entry does.

    A part is a have with all its synergies, or a synergy without one: what counts of an entry hangs on its part alone.
    """
    found = {
        entry_id: (part, mark)
        for entry_id, part, mark in cursor.digests(
            "impact_entry_table", "entry_id", PART, region_id=region_id
        )
    }
    for entry_id, mark in cursor.digests("impact_evidence_table", "entry_id", region_id=region_id):
        if entry_id in found:
            part, so_far = found[entry_id]
            found[entry_id] = part, so_far ^ mark
    return found


def flow_marks(cursor: Cursor, region_id: str, stages: Sequence[str]) -> dict[str, tuple[str, int]]:
    """Return synergy → its part, and a mark that changes when its flow does, of synergies in some stages."""
    found = cursor.digests(
        "impact_flow", "synergy_id", PART, region_id=region_id, stages=list(stages), synergy_id=None
    )
    entered = {row["synergy_id"] for row in cursor.rows("impact_synergies", region_id=region_id)}
    return {synergy_id: (part, mark ^ (synergy_id in entered)) for synergy_id, part, mark in found}


def flows(
    cursor: Cursor, region_id: str, stages: Sequence[str], parts: Collection[str] | None = None
) -> tuple[list[dict[str, Any]], frozenset[str]]:
    """Return the rows of impact_flow.sql of synergies in some stages, of some parts only, and who has an entry."""
    asked = {"region_id": region_id, "stages": list(stages), "synergy_id": None}
    found = (
        cursor.rows("impact_flow", **asked)
        if parts is None
        else cursor.rows_among("impact_flow", PART, parts, **asked)
    )
    entered = frozenset(row["synergy_id"] for row in cursor.rows("impact_synergies", region_id=region_id))
    return found, entered


def _evidence(cursor: Cursor, region_id: str) -> dict[str, tuple[Document, ...]]:
    found: dict[str, tuple[Document, ...]] = {}
    for row in cursor.rows("impact_evidence_table", region_id=region_id):
        found[row["entry_id"]] = (*found.get(row["entry_id"], ()), _document(row))
    return found


def _document(row: dict[str, Any]) -> Document:
    kind = DocumentKind(row["document_kind"])
    return Document(row["synergy_file_id"], row["name"], kind, row["document_on"])
