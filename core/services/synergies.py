"""Synergies: record a potential one, move it from stage to stage, list them.

A bare suggestion is not a synergy; it becomes one when a person records it as worth following (stage `idea`).
"""

from dataclasses import replace
from datetime import date, datetime

import pandas as pd

from core.domain import amounts, disclosure
from core.domain.choices import Stage, StallReason
from core.domain.model import Firm, Resource, Synergy, User
from core.domain.validation import check_synergy
from core.errors import NotFoundError, ReasonMissingError
from core.services.permissions import permitted
from core.storage import records
from core.storage.database import Cursor, Database


@permitted
def table(database: Database, user: User) -> pd.DataFrame:
    """Return the region's synergies, newest stage first, as the user may see them (columns: synergy_table.sql).

    Participants see only those of their own firm.
    """
    with database.reading() as cursor:
        frame = cursor.frame("synergy_table", region_id=user.region_id)
    reader = disclosure.reader_of(user)
    if reader.is_staff:
        return frame
    own = (frame["giver_firm_id"] == reader.firm_id) | (frame["taker_firm_id"] == reader.firm_id)
    return frame[own].drop(columns=["notes", "said_by"])


@permitted
def get(database: Database, user: User, synergy_id: str) -> Synergy:
    """Return one synergy; raises NotFoundError also for another region's."""
    with database.reading() as cursor:
        return _own_region(records.find(cursor, Synergy, synergy_id), user)


@permitted
def record(database: Database, user: User, synergy: Synergy, *, now: datetime) -> None:
    """Record a potential synergy. Raises InvalidRecordError; NotFoundError where a firm is not of the region."""
    check_synergy(synergy)
    _own_region(synergy, user)
    with database.writing() as cursor:
        for firm_id in (synergy.giver_firm_id, synergy.taker_firm_id):
            if records.find(cursor, Firm, firm_id).region_id != user.region_id:
                raise NotFoundError()
        dated = replace(synergy, stage_since=synergy.stage_since or now.date())
        records.insert(cursor, user, now, "synergies.record", dated, **_yearly(cursor, dated))
        _note_stage(cursor, user, dated, now)


@permitted
def save(database: Database, user: User, synergy: Synergy, *, now: datetime) -> None:
    """Change what is said of a synergy (not its stage: `move`). Raises as records.update does."""
    check_synergy(synergy)
    with database.writing() as cursor:
        kept = _own_region(records.find(cursor, Synergy, synergy.synergy_id), user)
        same_stage = replace(
            synergy,
            stage=kept.stage,
            stage_since=kept.stage_since,
            stall_reason=kept.stall_reason,
            region_id=kept.region_id,
        )
        records.update(cursor, user, now, "synergies.save", same_stage, **_yearly(cursor, same_stage))


@permitted
def move(
    database: Database,
    user: User,
    synergy_id: str,
    stage: Stage,
    row_version: int,
    *,
    on: date,
    now: datetime,
    reason: StallReason | None = None,
) -> None:
    """Put a synergy into another stage on a day. Stalled and dropped need a reason, else ReasonMissingError."""
    if stage in (Stage.STALLED, Stage.DROPPED) and reason is None:
        raise ReasonMissingError()
    with database.writing() as cursor:
        kept = _own_region(records.find(cursor, Synergy, synergy_id), user)
        moved = replace(
            kept,
            stage=stage,
            stage_since=on,
            stall_reason=reason if stage in (Stage.STALLED, Stage.DROPPED) else None,
            row_version=row_version,
        )
        records.update(cursor, user, now, "synergies.move", moved, **_yearly(cursor, moved))
        _note_stage(cursor, user, moved, now)


@permitted
def stages(database: Database, user: User) -> pd.DataFrame:
    """Return every stage that the region's synergies entered: synergy_id, stage, entered_on, stall_reason, user_id."""
    with database.reading() as cursor:
        return cursor.frame("synergy_stage_table", region_id=user.region_id)


def _note_stage(cursor: Cursor, user: User, synergy: Synergy, now: datetime) -> None:
    cursor.run(
        "synergy_stage_insert",
        synergy_id=synergy.synergy_id,
        stage=synergy.stage.value,
        entered_on=synergy.stage_since,
        stall_reason=synergy.stall_reason.value if synergy.stall_reason else None,
        skipped=None,
        user_id=user.user_id,
        recorded_at=now,
    )


def _yearly(cursor: Cursor, synergy: Synergy) -> dict[str, float | str | None]:
    have = records.find(cursor, Resource, synergy.have_id) if synergy.have_id else None
    return amounts.yearly_of_synergy(synergy, have)


def _own_region(synergy: Synergy, user: User) -> Synergy:
    if synergy.region_id != user.region_id:
        raise NotFoundError()
    return synergy
