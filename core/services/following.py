"""What a synergy is followed by: further firms, how ready it is, what holds it up, what was said and done."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

import pandas as pd

from core.domain.choices import Stage
from core.domain.model import Contact, Firm, Resource, Site, Synergy, User
from core.domain.register.validation import check_barrier, check_firm, check_log_entry, check_note
from core.domain.synergies import stages
from core.domain.synergies.following import Barrier, LogEntry, Party, Perspective, ReadinessMark
from core.domain.synergies.readiness import Lowest, lowest
from core.domain.synergies.stages import Need
from core.errors import AlreadyPartyError, InvalidRecordError, NotFoundError, NotItsCardError
from core.services.permissions import permitted
from core.storage import audit, following, records, rows
from core.storage.database import Cursor, Database


@dataclass(frozen=True)
class Standing:
    """Where a synergy stands: what is missing to leave its stage, where it may go and what that lacks, what blocks it.

    `before` is the stage that it stood at before it stalled or was dropped, else its own.
    """

    missing: tuple[Need, ...]
    moves: dict[Stage, tuple[Need, ...]]
    before: Stage
    lowest: Lowest


@permitted
def standing(database: Database, user: User, synergy_id: str) -> Standing:
    """Return where a synergy stands; raises NotFoundError."""
    with database.reading() as cursor:
        synergy = records.find_own(cursor, user, Synergy, synergy_id)
        facts = following.facts(cursor, synergy)
        before = stages.stage_before(following.way(cursor, synergy_id))
    moves = {one: stages.missing(facts, one) for one in stages.moves(synergy.stage, before)}
    return Standing(stages.missing(facts), moves, before, lowest(facts.readiness))


@permitted
def way(database: Database, user: User, synergy_id: str) -> pd.DataFrame:
    """Return the stages that a synergy entered, oldest first: stage, entered_on, stall_reason, skipped, user_id,
    recorded_at. `skipped` joins by ";" what was missing (words of `Need`)."""
    with database.reading() as cursor:
        records.find_own(cursor, user, Synergy, synergy_id)
        return cursor.frame("synergy_way", synergy_id=synergy_id)


@permitted
def blocking(database: Database, user: User, synergy_ids: Sequence[str]) -> dict[str, Lowest]:
    """Return by synergy_id what blocks each of these synergies of which anything is known."""
    with database.reading() as cursor:
        found = cursor.rows(
            "synergy_readiness_table", region_id=user.region_id, synergy_ids=list(synergy_ids)
        )
    marks: dict[str, dict[Perspective, ReadinessMark]] = {}
    for row in found:
        mark = rows.record(ReadinessMark, row)
        marks.setdefault(mark.synergy_id, {})[mark.perspective] = mark
    return {
        synergy_id: lowest({one: mark.level for one, mark in levels.items()})
        for synergy_id, levels in marks.items()
    }


@permitted
def parties(database: Database, user: User, synergy_id: str | None = None) -> pd.DataFrame:
    """Return the firms beside giver and taker, of one synergy or of all: party_id, synergy_id, firm_id, firm_name,
    role, resource_id, resource_name; of one also row_version."""
    with database.reading() as cursor:
        if synergy_id is None:
            return cursor.frame("synergy_party_table", region_id=user.region_id)
        records.find_own(cursor, user, Synergy, synergy_id)
        return cursor.frame("synergy_party_of", synergy_id=synergy_id)


@permitted
def save_party(
    database: Database,
    user: User,
    party: Party,
    *,
    now: datetime,
    new: bool,
    new_firms: Sequence[Firm] = (),
) -> None:
    """Add or change a further firm in a role, with the card that it brings; a firm that the register lacks with it.

    Raises NotFoundError, ChangedByOthersError, InvalidRecordError where it has the role already or the card is not its.
    """
    for firm in new_firms:
        check_firm(firm)
    with database.writing() as cursor:
        ids = following.add_firms(cursor, user, now, "following.save_party", new_firms)
        party = replace(party, firm_id=ids.get(party.firm_id, party.firm_id))
        synergy = records.find_own(cursor, user, Synergy, party.synergy_id)
        records.find_own(cursor, user, Firm, party.firm_id)
        _check_party(cursor, synergy, party)
        if new:
            records.insert(cursor, user, now, "following.save_party", party)
        else:
            _part_of(records.find(cursor, Party, party.party_id), party.synergy_id)
            records.update(cursor, user, now, "following.save_party", party)


@permitted
def retire_party(database: Database, user: User, party_id: str, row_version: int, *, now: datetime) -> None:
    """Take a further firm out of a synergy."""
    with database.writing() as cursor:
        records.find_own(cursor, user, Synergy, records.find(cursor, Party, party_id).synergy_id)
        records.retire(cursor, user, now, "following.retire_party", Party, party_id, row_version)


@permitted
def readiness(database: Database, user: User, synergy_id: str) -> dict[Perspective, ReadinessMark]:
    """Return all six marks; those that nobody set have row_version 0."""
    with database.reading() as cursor:
        records.find_own(cursor, user, Synergy, synergy_id)
        return following.readiness(cursor, synergy_id)


@permitted
def save_readiness(database: Database, user: User, mark: ReadinessMark, *, now: datetime) -> None:
    """Set how ready a synergy is in one perspective. Raises InvalidRecordError, NotFoundError, ChangedByOthersError."""
    check_note(mark.note)
    with database.writing(changes_cards=False) as cursor:
        records.find_own(cursor, user, Synergy, mark.synergy_id)
        following.keep_readiness(cursor, user, now, "following.save_readiness", mark)


@permitted
def barriers(database: Database, user: User, synergy_id: str) -> tuple[Barrier, ...]:
    """Return what holds a synergy up, what was removed last."""
    with database.reading() as cursor:
        records.find_own(cursor, user, Synergy, synergy_id)
        found = cursor.rows("synergy_barrier_of", synergy_id=synergy_id)
    return tuple(rows.record(Barrier, row) for row in found)


@permitted
def save_barrier(
    database: Database, user: User, barrier: Barrier, *, now: datetime, today: date, new: bool
) -> None:
    """Add or change a barrier; `removed_on` says that it is gone. Raises as records.update, InvalidRecordError."""
    check_barrier(barrier, today)
    with database.writing(changes_cards=False) as cursor:
        records.find_own(cursor, user, Synergy, barrier.synergy_id)
        if new:
            records.insert(cursor, user, now, "following.save_barrier", barrier)
        else:
            _part_of(records.find(cursor, Barrier, barrier.barrier_id), barrier.synergy_id)
            records.update(cursor, user, now, "following.save_barrier", barrier)


@permitted
def retire_barrier(
    database: Database, user: User, barrier_id: str, row_version: int, *, now: datetime
) -> None:
    """Take out a barrier that was written down by mistake."""
    with database.writing(changes_cards=False) as cursor:
        records.find_own(cursor, user, Synergy, records.find(cursor, Barrier, barrier_id).synergy_id)
        records.retire(cursor, user, now, "following.retire_barrier", Barrier, barrier_id, row_version)


@permitted
def log(database: Database, user: User, synergy_id: str) -> pd.DataFrame:
    """Return contacts and notes of a synergy, latest first: log_entry_id, way, made_on, firm_id, contact_id, note,
    made_by, row_version, firm_name, contact_name."""
    with database.reading() as cursor:
        records.find_own(cursor, user, Synergy, synergy_id)
        return cursor.frame("log_entry_of", synergy_id=synergy_id)


@permitted
def log_contact(database: Database, user: User, entry: LogEntry, *, now: datetime, today: date) -> None:
    """Write down a contact or a note, made by who acts.

    Raises InvalidRecordError, NotFoundError where firm or contact are not of the region.
    """
    check_log_entry(entry, today)
    with database.writing(changes_cards=False) as cursor:
        records.find_own(cursor, user, Synergy, entry.synergy_id)
        _check_named(cursor, user, entry)
        records.insert(cursor, user, now, "following.log_contact", replace(entry, made_by=user.user_id))


@permitted
def save_log_entry(database: Database, user: User, entry: LogEntry, *, now: datetime, today: date) -> None:
    """Correct an entry of the log; who made it stays. Raises as `log_contact` and ChangedByOthersError."""
    check_log_entry(entry, today)
    with database.writing(changes_cards=False) as cursor:
        records.find_own(cursor, user, Synergy, entry.synergy_id)
        _check_named(cursor, user, entry)
        kept = records.find(cursor, LogEntry, entry.log_entry_id)
        _part_of(kept, entry.synergy_id)
        same = replace(entry, made_by=kept.made_by)
        records.update(cursor, user, now, "following.save_log_entry", same)


@permitted
def retire_log_entry(
    database: Database, user: User, log_entry_id: str, row_version: int, *, now: datetime
) -> None:
    """Take out an entry of the log that was made by mistake. Raises NotFoundError, ChangedByOthersError."""
    with database.writing(changes_cards=False) as cursor:
        records.find_own(cursor, user, Synergy, records.find(cursor, LogEntry, log_entry_id).synergy_id)
        records.retire(cursor, user, now, "following.retire_log_entry", LogEntry, log_entry_id, row_version)


@permitted
def erase_note(database: Database, user: User, log_entry_id: str, row_version: int, *, now: datetime) -> None:
    """Erase what an entry's note ever held, also from the trail; that there was an entry stays."""
    with database.writing(changes_cards=False) as cursor:
        kept = records.find(cursor, LogEntry, log_entry_id)
        records.find_own(cursor, user, Synergy, kept.synergy_id)
        empty = replace(kept, note=None, contact_id=None, row_version=row_version)
        records.update(cursor, user, now, "following.erase_note", empty)
        audit.erase_values(cursor, "log_entry", log_entry_id)


@permitted
def history(database: Database, user: User, synergy_id: str) -> pd.DataFrame:
    """Return the trail of a synergy and of all that hangs on it, newest first: acted_at, user_id, role, action,
    record_type, record_id, changed_fields (";" between), about (names the part, None for the synergy itself)."""
    with database.reading() as cursor:
        records.find_own(cursor, user, Synergy, synergy_id)
        return cursor.frame("synergy_history", synergy_id=synergy_id)


def _part_of(kept: Party | Barrier | LogEntry, synergy_id: str) -> None:
    if kept.synergy_id != synergy_id:
        raise NotFoundError()


def _check_party(cursor: Cursor, synergy: Synergy, party: Party) -> None:
    there = {
        (row["firm_id"], row["role"], row["resource_id"])
        for row in cursor.rows("synergy_party_of", synergy_id=synergy.synergy_id)
        if row["party_id"] != party.party_id
    }
    there |= {
        (synergy.giver_firm_id, "giver", synergy.have_id),
        (synergy.taker_firm_id, "taker", synergy.want_id),
    }
    if (party.firm_id, party.role.value, party.resource_id) in there:
        raise InvalidRecordError({"role": AlreadyPartyError()})
    if party.resource_id:
        card = records.find(cursor, Resource, party.resource_id)
        if records.find(cursor, Site, card.site_id).firm_id != party.firm_id:
            raise InvalidRecordError({"resource_id": NotItsCardError()})


def _check_named(cursor: Cursor, user: User, entry: LogEntry) -> None:
    if entry.firm_id:
        records.find_own(cursor, user, Firm, entry.firm_id)
    if entry.contact_id and records.find(cursor, Contact, entry.contact_id).firm_id != entry.firm_id:
        raise NotFoundError()
