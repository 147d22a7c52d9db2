"""Keeps the programme's own precedents and the consents they rest on."""

from datetime import date, datetime

from core.domain.choices import Source, Stage
from core.domain.model import Consent, Firm, OwnPrecedent, Resource, Synergy, User
from core.errors import ChangedByOthersError, NotFoundError, NotVerifiedError, SampleRecordError
from core.storage import audit, records, rows
from core.storage.database import Cursor


def verified(cursor: Cursor, user: User, synergy_id: str) -> Synergy:
    """Return a synergy that may be told of outside the programme: of the user's region, verified, and no sample.

    Raises NotFoundError, SampleRecordError, NotVerifiedError.
    """
    synergy = records.find_own(cursor, user, Synergy, synergy_id)
    region = cursor.row("region_get")
    firms = [records.find(cursor, Firm, one) for one in (synergy.giver_firm_id, synergy.taker_firm_id)]
    found = [records.find(cursor, Resource, one) for one in (synergy.have_id, synergy.want_id) if one]
    invented = any(firm.is_sample for firm in firms) or any(card.source is Source.SAMPLE for card in found)
    if invented or (region and region["is_sample"]):
        raise SampleRecordError()
    if synergy.stage is not Stage.VERIFIED:
        raise NotVerifiedError()
    return synergy


def keep(
    cursor: Cursor, user: User, now: datetime, own: OwnPrecedent, synergy_id: str, consents: list[Consent]
) -> None:
    """Add a precedent and its consents, with audit rows. What names firms stands with the consents only."""
    stamps = {"recorded_by": user.user_id, "recorded_at": now}
    values = rows.parameters(own, without=("row_version",))
    cursor.run("own_precedent_insert", **values, **stamps)
    audit.write(cursor, user, now, "own_precedents.record", "own_precedent", own.precedent_id, None, values)
    for consent in consents:
        told = rows.parameters(consent, without=("withdrawn_on",)) | {"synergy_id": synergy_id}
        cursor.run("precedent_consent_insert", precedent_id=own.precedent_id, **told, **stamps)
        audit.write(
            cursor, user, now, "own_precedents.record", "precedent_consent", own.precedent_id, None, told
        )


def withdraw(
    cursor: Cursor, user: User, now: datetime, own: OwnPrecedent, firm_id: str, on: date, row_version: int
) -> None:
    """Take a firm's consent back, and the precedent with it. Raises NotFoundError, ChangedByOthersError."""
    if row_version != own.row_version:
        raise ChangedByOthersError(rows.parameters(own))
    if firm_id not in [consent.firm_id for consent in consents_of(cursor, own.precedent_id)]:
        raise NotFoundError()
    cursor.run("precedent_consent_withdraw", precedent_id=own.precedent_id, firm_id=firm_id, withdrawn_on=on)
    cursor.run(
        "own_precedent_withdraw",
        precedent_id=own.precedent_id,
        row_version=row_version,
        withdrawn_at=now,
    )
    for record, before, after in (
        ("precedent_consent", {"withdrawn_on": None}, {"withdrawn_on": on}),
        ("own_precedent", {"withdrawn_at": None}, {"withdrawn_at": now}),
    ):
        audit.write(cursor, user, now, "own_precedents.withdraw", record, own.precedent_id, before, after)


def of_region(cursor: Cursor, region_id: str) -> list[OwnPrecedent]:
    """Return the region's precedents that no firm has withdrawn, oldest first."""
    return [rows.record(OwnPrecedent, row) for row in cursor.rows("own_precedent_table", region_id=region_id)]


def of_synergy(cursor: Cursor, synergy_id: str) -> OwnPrecedent | None:
    """Return the precedent that a synergy has become, None if it has not or a consent was withdrawn."""
    row = cursor.row("own_precedent_of_synergy", synergy_id=synergy_id)
    return rows.record(OwnPrecedent, row) if row else None


def consents_of(cursor: Cursor, precedent_id: str) -> list[Consent]:
    """Return the consents that a precedent rests on."""
    return [
        rows.record(Consent, row) for row in cursor.rows("precedent_consent_of", precedent_id=precedent_id)
    ]


def main_activity(cursor: Cursor, firm_id: str, resource_id: str | None) -> str | None:
    """Return the main activity code of the site that a side of a synergy exchanges at."""
    row = cursor.row("precedent_site", firm_id=firm_id, resource_id=resource_id)
    return row["nace"] if row else None


def firms_in_class(cursor: Cursor, region_id: str, code: str) -> int:
    """Return how many live firms of a region work in an activity class."""
    row = cursor.row("precedent_class_count", region_id=region_id, digits=code.replace(".", ""))
    return int(row["firms"]) if row else 0
