"""Good-practice sheets: drafted from a verified synergy's records, edited by staff, published by a manager.

A sheet rests on the consents of the synergy's own precedent and goes with them; a firm is named only if it agreed to
that too. Sample data makes none.
"""

from collections.abc import Sequence
from datetime import date, datetime

from core.domain.knowledge.own_precedents import check_consent
from core.domain.model import Consent, Firm, Synergy, User
from core.domain.reports.reporting import Audience, Head
from core.domain.synergies.good_practice import Facts, Published, Sheet, check_sheet
from core.errors import (
    NoConsentError,
    NotFoundError,
)
from core.services.permissions import permitted
from core.storage import good_practice as storage
from core.storage import own_precedents, records, reports
from core.storage.database import Database


@permitted
def published(database: Database, user: User) -> tuple[Published, ...]:
    """Return the sheets of the library, the newest first."""
    with database.reading() as cursor:
        return storage.published(cursor, user.region_id)


@permitted
def paper_head(database: Database, user: User, *, today: date) -> Head:  # noqa: ARG001  `permitted` asks for the user
    """Return what a printed sheet says of itself. Raises NotFoundError in a file without a region."""
    with database.reading() as cursor:
        return reports.head(cursor, Audience.OUTSIDE, today)


@permitted
def of_synergy(database: Database, user: User, synergy_id: str) -> Sheet | None:
    """Return the sheet of a synergy, None where it has none. Raises NotFoundError."""
    with database.reading() as cursor:
        records.find_own(cursor, user, Synergy, synergy_id)
        return storage.of_synergy(cursor, synergy_id)


@permitted
def draft(database: Database, user: User, synergy_id: str, sheet_id: str) -> Sheet:
    """Return a sheet to begin with: its title from the synergy's precedent, where it is one already.

    Raises NotFoundError, NotVerifiedError, SampleRecordError.
    """
    with database.reading() as cursor:
        own_precedents.verified(cursor, user, synergy_id)
        own = own_precedents.of_synergy(cursor, synergy_id)
    if own is None:
        return Sheet(sheet_id, user.region_id, synergy_id)
    title_tr, title_en = f"{own.resource_tr} → {own.use_tr}", f"{own.resource_en} → {own.use_en}"
    return Sheet(sheet_id, user.region_id, synergy_id, title_tr=title_tr, title_en=title_en)


@permitted
def facts(database: Database, user: User, synergy_id: str, *, today: date) -> Facts:
    """Return what the records say for a sheet, without names. Raises NotFoundError."""
    with database.reading() as cursor:
        records.find_own(cursor, user, Synergy, synergy_id)
        return storage.facts(cursor, Sheet("", user.region_id, synergy_id), today, ())


@permitted
def save(database: Database, user: User, sheet: Sheet, *, now: datetime, new: bool) -> None:
    """Add or change the texts of a sheet; what was published stays as it was until it is published anew.

    Raises InvalidRecordError, NotFoundError, ChangedByOthersError, and as `draft` does.
    """
    check_sheet(sheet, (), whole=False)
    with database.writing(changes_cards=False) as cursor:
        own_precedents.verified(cursor, user, sheet.synergy_id)
        kept = storage.of_synergy(cursor, sheet.synergy_id)
        if (kept is None) is not new or (kept and kept.sheet_id != sheet.sheet_id):
            raise NotFoundError()
        if new:
            records.insert(cursor, user, now, "good_practice.save", sheet)
        else:
            records.update(cursor, user, now, "good_practice.save", sheet)


@permitted
def publish(
    database: Database,
    user: User,
    synergy_id: str,
    naming: Sequence[Consent] = (),
    *,
    today: date,
    now: datetime,
) -> None:
    """Publish a sheet as its next version; `naming` are the agreements of the firms that want to be named.

    Raises InvalidRecordError where a text is missing or names another of its firms, NoConsentError where the synergy is
    no precedent, NotFoundError where an agreement is not of its firms, and as `draft` does.
    """
    with database.writing(changes_cards=False) as cursor:
        synergy = own_precedents.verified(cursor, user, synergy_id)
        sheet = storage.of_synergy(cursor, synergy_id)
        if sheet is None:
            raise NotFoundError()
        if own_precedents.of_synergy(cursor, synergy_id) is None:
            raise NoConsentError()
        sides = (synergy.giver_firm_id, synergy.taker_firm_id)
        named = {consent.firm_id for consent in naming}
        if not named <= set(sides):
            raise NotFoundError()
        for consent in naming:
            check_consent(consent, today)
        unnamed = [records.find(cursor, Firm, one).name for one in sides if one not in named]
        check_sheet(sheet, unnamed, whole=True)
        told = storage.facts(cursor, sheet, today, named)
        storage.publish(cursor, user, now, sheet, told, naming)


@permitted
def withdraw(
    database: Database, user: User, synergy_id: str, sheet_id: str, row_version: int, *, now: datetime
) -> None:
    """Take a sheet out of the library; its versions stay on record. Raises NotFoundError, ChangedByOthersError."""
    with database.writing(changes_cards=False) as cursor:
        records.find_own(cursor, user, Synergy, synergy_id)
        sheet = storage.of_synergy(cursor, synergy_id)
        if sheet is None or sheet.sheet_id != sheet_id:
            raise NotFoundError()
        records.retire(cursor, user, now, "good_practice.withdraw", Sheet, sheet_id, row_version)
