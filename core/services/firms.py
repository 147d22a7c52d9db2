"""Firms, their sites and contacts: find, add, change, retire; contacts can be erased."""

from dataclasses import replace
from datetime import datetime

import pandas as pd

from core.domain import disclosure
from core.domain.model import Contact, Firm, Site, User
from core.domain.register import taxnumber
from core.domain.register.validation import check_contact, check_firm, check_site
from core.errors import NotFoundError
from core.services.permissions import permitted
from core.storage import audit, records, rows
from core.storage import sites as sites_storage
from core.storage.database import Database


@permitted
def table(database: Database, user: User) -> pd.DataFrame:
    """Return the region's firms, one row a site, as the user may see them (columns: firm_table.sql).

    Participants get no tax numbers, and neither name nor exact place of firms that did not agree to be named.
    """
    with database.reading() as cursor:
        frame = cursor.frame("firm_table", region_id=user.region_id)
        named = set(cursor.frame("firm_named", region_id=user.region_id)["firm_id"])
    return disclosure.firms_for(frame, disclosure.reader_of(user), named)


@permitted
def get(database: Database, user: User, firm_id: str) -> Firm:
    """Return one firm; raises NotFoundError also for another region's."""
    with database.reading() as cursor:
        return records.find_own(cursor, user, Firm, firm_id)


@permitted
def sites(database: Database, user: User, firm_id: str) -> list[Site]:
    """Return the sites of a firm with their activities and permits."""
    with database.reading() as cursor:
        records.find_own(cursor, user, Firm, firm_id)
        return sites_storage.of_firm(cursor, firm_id)


@permitted
def contacts(database: Database, user: User, firm_id: str) -> list[Contact]:
    """Return the contacts of a firm."""
    with database.reading() as cursor:
        records.find_own(cursor, user, Firm, firm_id)
        return [rows.record(Contact, row) for row in cursor.rows("contact_of_firm", firm_id=firm_id)]


@permitted
def save(database: Database, user: User, firm: Firm, *, now: datetime, new: bool) -> None:
    """Add or change a firm; its tax number is kept as digits.

    Raises InvalidRecordError, NotFoundError, ChangedByOthersError.
    """
    check_firm(firm)
    if firm.tax_number:
        firm = replace(firm, tax_number=taxnumber.check(firm.tax_number).digits)
    if firm.region_id != user.region_id:
        raise NotFoundError()
    with database.writing() as cursor:
        if new:
            records.insert(cursor, user, now, "firms.save", firm)
        else:
            records.find_own(cursor, user, Firm, firm.firm_id)
            records.update(cursor, user, now, "firms.save", firm)


@permitted
def save_site(database: Database, user: User, site: Site, *, now: datetime, new: bool) -> None:
    """Add or change a site with its activities and permits. Raises as `save` does."""
    check_site(site)
    with database.writing() as cursor:
        records.find_own(cursor, user, Firm, site.firm_id)
        if new:
            records.insert(cursor, user, now, "firms.save_site", site)
        else:
            kept = records.find(cursor, Site, site.site_id)
            records.find_own(cursor, user, Firm, kept.firm_id)
            records.update(cursor, user, now, "firms.save_site", site)
        sites_storage.keep_parts(cursor, site)


@permitted
def save_contact(database: Database, user: User, contact: Contact, *, now: datetime, new: bool) -> None:
    """Add or change a contact. Raises as `save` does."""
    check_contact(contact)
    with database.writing() as cursor:
        records.find_own(cursor, user, Firm, contact.firm_id)
        if new:
            records.insert(cursor, user, now, "firms.save_contact", contact)
        else:
            kept = records.find(cursor, Contact, contact.contact_id)
            records.find_own(cursor, user, Firm, kept.firm_id)
            records.update(cursor, user, now, "firms.save_contact", contact)


@permitted
def erase_contact(database: Database, user: User, contact_id: str, *, now: datetime) -> None:
    """Erase a person's data, also what the trail holds of it; that it was erased stays on record."""
    with database.writing() as cursor:
        contact = records.find(cursor, Contact, contact_id)
        records.find_own(cursor, user, Firm, contact.firm_id)
        cursor.run("contact_erase", contact_id=contact_id, now=now)
        audit.erase_values(cursor, "contact", contact_id)
        audit.write(
            cursor,
            user,
            now,
            "firms.erase_contact",
            "contact",
            contact_id,
            {"erased_at": None},
            {"erased_at": now},
        )


@permitted
def retire(database: Database, user: User, firm_id: str, row_version: int, *, now: datetime) -> None:
    """Take a firm, and so its sites and cards, out of use."""
    with database.writing() as cursor:
        records.find_own(cursor, user, Firm, firm_id)
        records.retire(cursor, user, now, "firms.retire", Firm, firm_id, row_version)


@permitted
def retire_site(database: Database, user: User, site_id: str, row_version: int, *, now: datetime) -> None:
    """Take a site, and so its cards, out of use."""
    with database.writing() as cursor:
        site = records.find(cursor, Site, site_id)
        records.find_own(cursor, user, Firm, site.firm_id)
        records.retire(cursor, user, now, "firms.retire_site", Site, site_id, row_version)


@permitted
def history(database: Database, user: User, firm_id: str) -> pd.DataFrame:
    """Return who changed which fields of a firm when (columns: audit.history)."""
    with database.reading() as cursor:
        records.find_own(cursor, user, Firm, firm_id)
        return audit.history(cursor, "firm", firm_id)
