"""Synergies: record a potential one, move it from stage to stage, list them.

A bare suggestion is not a synergy; it becomes one when a person records it as worth following (stage `idea`).
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pandas as pd

from core.domain import amounts, disclosure
from core.domain.choices import Direction, Recurrence, Stage, StallReason
from core.domain.model import Firm, Resource, Site, Synergy, User
from core.domain.register.validation import check_firm, check_synergy
from core.domain.synergies import stages as life
from core.domain.synergies.following import Party
from core.domain.synergies.stages import Need
from core.errors import (
    InvalidRecordError,
    NotFoundError,
    NotItsCardError,
    ReasonMissingError,
    SimbiyozError,
    StageNeedsError,
    UnknownUserError,
)
from core.services.permissions import permitted
from core.storage import following, records, users
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
        return records.find_own(cursor, user, Synergy, synergy_id)


@permitted
def named(database: Database, user: User, synergy_id: str) -> dict[str, Any]:
    """Return the names of a synergy's main firms and cards, and what of its have is taken (synergy_named.sql)."""
    with database.reading() as cursor:
        row = cursor.row("synergy_named", synergy_id=synergy_id)
    if row is None or row["region_id"] != user.region_id:
        raise NotFoundError()
    return row


@permitted
def record(
    database: Database,
    user: User,
    synergy: Synergy,
    *,
    now: datetime,
    new_firms: Sequence[Firm] = (),
    parties: Sequence[Party] = (),
) -> None:
    """Record a potential synergy, and with it its further firms and those that the register lacks: all or nothing.

    A new firm whose name the register has is that one. Raises InvalidRecordError; NotFoundError where a firm is not of
    the region.
    """
    check_synergy(synergy)
    for firm in new_firms:
        check_firm(firm)
    if synergy.region_id != user.region_id:
        raise NotFoundError()
    with database.writing(changes_cards=False) as cursor:
        firm_ids = following.add_firms(cursor, user, now, "synergies.record", new_firms)
        named = replace(
            synergy,
            giver_firm_id=firm_ids.get(synergy.giver_firm_id, synergy.giver_firm_id),
            taker_firm_id=firm_ids.get(synergy.taker_firm_id, synergy.taker_firm_id),
            stage=Stage.IDEA,
            stage_since=synergy.stage_since or now.date(),
        )
        check_synergy(named)
        for firm_id in (named.giver_firm_id, named.taker_firm_id, *(party.firm_id for party in parties)):
            records.find_own(cursor, user, Firm, firm_id)
        records.insert(cursor, user, now, "synergies.record", named, **_yearly(cursor, named))
        _note_stage(cursor, user, named, now)
        for party in parties:
            whole = replace(party, synergy_id=named.synergy_id)
            records.insert(cursor, user, now, "synergies.record", whole)


@permitted
def save(database: Database, user: User, synergy: Synergy, *, now: datetime) -> None:
    """Change what is said of a synergy: owner, next action, quantity, price, cards … (not its stage: `move`).

    Raises InvalidRecordError, also for an owner who has no account or a card of another firm, NotFoundError,
    ChangedByOthersError.
    """
    check_synergy(synergy)
    with database.writing() as cursor:
        kept = records.find_own(cursor, user, Synergy, synergy.synergy_id)
        _check_owner(cursor, user, kept, synergy)
        _check_cards(cursor, kept, synergy)
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
    recurrence: Recurrence | None = None,
    all_the_same: bool = False,
) -> tuple[Need, ...]:
    """Put a synergy into another stage on a day; return what was missing for it, kept with the stage.

    Raises StageNeedsError where something is missing, unless the person says `all_the_same`; NotProvedError for
    "verified" without a verified impact in any case. Stalled and dropped need a reason (ReasonMissingError); from there
    it is revived where it stood (MoveNotAllowedError). `recurrence` says how it begins to run.
    """
    if stage in life.ENDED and reason is None:
        raise ReasonMissingError()
    with database.writing() as cursor:
        kept = records.find_own(cursor, user, Synergy, synergy_id)
        said = replace(kept, recurrence=recurrence or kept.recurrence)
        facts = following.facts(cursor, said)
        missing = life.check_move(facts, life.stage_before(following.way(cursor, synergy_id)), stage)
        if missing and not all_the_same:
            raise StageNeedsError(missing)
        moved = replace(
            said,
            stage=stage,
            stage_since=on,
            stall_reason=reason if stage in life.ENDED else None,
            row_version=row_version,
        )
        records.update(cursor, user, now, "synergies.move", moved, **_yearly(cursor, moved))
        _note_stage(cursor, user, moved, now, missing)
    return missing


def _note_stage(
    cursor: Cursor, user: User, synergy: Synergy, now: datetime, skipped: tuple[Need, ...] = ()
) -> None:
    cursor.run(
        "synergy_stage_insert",
        synergy_id=synergy.synergy_id,
        stage=synergy.stage.value,
        entered_on=synergy.stage_since,
        stall_reason=synergy.stall_reason.value if synergy.stall_reason else None,
        skipped=";".join(skipped) or None,
        user_id=user.user_id,
        recorded_at=now,
    )


def _yearly(cursor: Cursor, synergy: Synergy) -> dict[str, float | str | None]:
    have = records.find(cursor, Resource, synergy.have_id) if synergy.have_id else None
    return amounts.yearly_of_synergy(synergy, have)


def _check_owner(cursor: Cursor, user: User, kept: Synergy, synergy: Synergy) -> None:
    if synergy.owner_id in (None, kept.owner_id, user.user_id):
        return
    if synergy.owner_id not in users.roles_in_use(cursor, user.region_id):
        raise InvalidRecordError({"owner_id": UnknownUserError()})


def _check_cards(cursor: Cursor, kept: Synergy, synergy: Synergy) -> None:
    """Raise InvalidRecordError where a card that it names anew is not its firm's; what it grew from may stand."""
    findings: dict[str, SimbiyozError] = {}
    for field, firm_id, direction in (
        ("have_id", kept.giver_firm_id, Direction.HAVE),
        ("want_id", kept.taker_firm_id, Direction.WANT),
    ):
        card_id = getattr(synergy, field)
        if card_id is None or card_id == getattr(kept, field):
            continue
        card = records.find(cursor, Resource, card_id)
        if card.direction is not direction or records.find(cursor, Site, card.site_id).firm_id != firm_id:
            findings[field] = NotItsCardError()
    if findings:
        raise InvalidRecordError(findings)
