"""The ledger of impact: enter, confirm, refuse, correct and withdraw what a synergy brings. Nothing is overwritten."""

from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

import pandas as pd

from core.domain.choices import Basis, Role
from core.domain.findings import reason_given
from core.domain.impact.booking import Booked, Document
from core.domain.impact.counting import Counted
from core.domain.impact.entries import Entry
from core.domain.impact.rules import check, check_confirming
from core.domain.model import Synergy, User
from core.errors import NotFoundError, NotPermittedError
from core.errors.impact import (
    AlreadySupersededError,
    NotTheSameFlowError,
    WeakerCorrectionError,
)
from core.services.permissions import permitted
from core.storage import following, records
from core.storage import impact as storage
from core.storage.database import Cursor, Database

_NAMES_PEOPLE = frozenset(
    "entered_by confirmed_by refused_by withdrawn_by note refusal withdrawal row_version".split()
)


@permitted
def of_region(database: Database, user: User, *, today: date) -> tuple[Booked, ...]:
    """Return the region's whole ledger as it stands today, oldest entry first."""
    with database.reading() as cursor:
        return storage.booked(cursor, user.region_id, today)


@permitted
def of_synergy(database: Database, user: User, synergy_id: str, *, today: date) -> tuple[Booked, ...]:
    """Return one synergy's entries, newest first: what counts of them may hang on other synergies of the same have."""
    with database.reading() as cursor:
        found = storage.booked(cursor, user.region_id, today)
    return tuple(one for one in reversed(found) if one.entry.synergy_id == synergy_id)


@permitted
def table(database: Database, user: User, *, today: date) -> pd.DataFrame:
    """Return the region's ledger as rows for a file: an entry's own columns, then counts_as (the basis on which it
    counts today, None if it does not), share, why_not, instead and evidence (ids of files)."""
    found = of_region(database, user, today=today)
    own = [field.name for field in fields(Entry) if field.name not in _NAMES_PEOPLE]
    rows = [{name: _cell(getattr(one.entry, name)) for name in own} | _state(one) for one in found]
    return pd.DataFrame(rows, columns=[*own, "counts_as", "share", "why_not", "instead", "evidence"])


@permitted
def documents(database: Database, user: User, synergy_id: str) -> tuple[Document, ...]:
    """Return the files of a synergy that can be named as evidence. Raises NotFoundError."""
    with database.reading() as cursor:
        records.find_own(cursor, user, Synergy, synergy_id)
        return storage.documents(cursor, synergy_id)


@permitted
def parties(database: Database, user: User, synergy_id: str) -> dict[str, str]:
    """Return id → name of the firms that take part in a synergy. Raises NotFoundError."""
    with database.reading() as cursor:
        records.find_own(cursor, user, Synergy, synergy_id)
        return storage.parties(cursor, synergy_id)


@permitted
def enter(
    database: Database, user: User, entry: Entry, evidence: Sequence[str] = (), *, now: datetime
) -> None:
    """Add an entry in the user's own name, with the files (ids) that bear it out.

    One that `supersedes` another is its correction: it must be about the same synergy and measure. Raises
    InvalidRecordError, NotFoundError, NotTheSameFlowError, AlreadySupersededError.
    """
    own = replace(entry, entered_by=user.user_id, entered_at=now)
    with database.writing(changes_cards=False) as cursor:
        records.find_own(cursor, user, Synergy, own.synergy_id)
        known = {one.file_id: one for one in storage.documents(cursor, own.synergy_id)}
        if any(file_id not in known for file_id in evidence):
            raise NotFoundError()
        check(
            own,
            storage.parties(cursor, own.synergy_id),
            [known[file_id] for file_id in evidence],
            today=now.date(),
            runs_since=following.runs_since(cursor, own.synergy_id),
        )
        if own.supersedes:
            _check_correction(cursor, own)
        storage.add(cursor, user, now, "impact_ledger.enter", own, evidence)


@permitted
def confirm(
    database: Database, user: User, entry_id: str, row_version: int, *, on: date, now: datetime
) -> None:
    """Confirm a claim as verified: a manager who neither entered it nor owns the synergy.

    Raises NotWaitingError, OwnEntryError, OwnSynergyError, ChangedByOthersError, NotFoundError.
    """
    with database.writing(changes_cards=False) as cursor:
        entry, synergy = _found(cursor, user, entry_id)
        check_confirming(entry, user, synergy.owner_id)
        storage.decide(cursor, user, now, "confirm", entry, row_version, on)


@permitted
def refuse(
    database: Database,
    user: User,
    entry_id: str,
    row_version: int,
    reason: str,
    *,
    on: date,
    now: datetime,
) -> None:
    """Refuse to confirm a claim and say why. Raises as `confirm`, and InvalidRecordError without a reason."""
    told = reason_given(reason)
    with database.writing(changes_cards=False) as cursor:
        entry, synergy = _found(cursor, user, entry_id)
        check_confirming(entry, user, synergy.owner_id)
        storage.decide(cursor, user, now, "refuse", entry, row_version, on, told)


@permitted
def withdraw(
    database: Database,
    user: User,
    entry_id: str,
    row_version: int,
    reason: str,
    *,
    on: date,
    now: datetime,
) -> None:
    """Take an entry out because it was wrong; it stays on record. What it corrected counts again.

    What was verified only a manager withdraws. Raises NotPermittedError, InvalidRecordError without a reason,
    NotFoundError where it is withdrawn already, ChangedByOthersError.
    """
    told = reason_given(reason)
    with database.writing(changes_cards=False) as cursor:
        entry, _ = _found(cursor, user, entry_id)
        if entry.withdrawn_on:
            raise NotFoundError()
        if entry.is_verified and user.role is Role.ADVISOR:
            raise NotPermittedError()
        storage.decide(cursor, user, now, "withdraw", entry, row_version, on, told)


def _state(one: Booked) -> dict[str, Any]:
    files = ";".join(file.file_id for file in one.evidence) or None
    if isinstance(one.state, Counted):
        told = {
            "counts_as": one.state.basis.value,
            "share": one.state.share,
            "why_not": None,
            "instead": None,
        }
    else:
        told = {"counts_as": None, "share": 0.0, "why_not": one.state.why.value, "instead": one.state.instead}
    return told | {"evidence": files}


def _cell(value: object) -> object:
    if isinstance(value, tuple):
        return ";".join(str(part) for part in value) or None
    return value.value if isinstance(value, StrEnum) else value


def _check_correction(cursor: Cursor, entry: Entry) -> None:
    older = storage.find(cursor, entry.supersedes or "")
    if (older.synergy_id, older.measure) != (entry.synergy_id, entry.measure):
        raise NotTheSameFlowError()
    if older.is_verified and entry.basis is not Basis.VERIFIED:
        raise WeakerCorrectionError()
    if cursor.row("impact_entry_superseding", entry_id=older.entry_id):
        raise AlreadySupersededError()


def _found(cursor: Cursor, user: User, entry_id: str) -> tuple[Entry, Synergy]:
    entry = storage.find(cursor, entry_id)
    return entry, records.find_own(cursor, user, Synergy, entry.synergy_id)
