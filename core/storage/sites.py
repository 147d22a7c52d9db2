"""Sites with what they own: their activity codes and permits stand in tables of their own."""

from typing import Any

from core.domain.model import Firm, Permit, Site, SiteActivity, User
from core.storage import records, rows
from core.storage.database import Cursor


def of_firm(cursor: Cursor, firm_id: str) -> list[Site]:
    """Return the live sites of a firm with their activities (main first) and permits."""
    codes = cursor.rows("site_nace_of_firm", firm_id=firm_id)
    permits = cursor.rows("site_permit_of_firm", firm_id=firm_id)
    return [
        rows.record(
            Site,
            row,
            activities=tuple(_parts(SiteActivity, codes, row["site_id"])),
            permits=tuple(_parts(Permit, permits, row["site_id"])),
        )
        for row in cursor.rows("site_of_firm", firm_id=firm_id)
    ]


def firm_of(cursor: Cursor, user: User, site_id: str) -> Firm:
    """Return whose site it is; raises NotFoundError also for another region's."""
    return records.find_own(cursor, user, Firm, records.find(cursor, Site, site_id).firm_id)


def keep_parts(cursor: Cursor, site: Site) -> None:
    """Write the activities and permits of a site in place of those it had."""
    cursor.run("site_nace_clear", site_id=site.site_id)
    for activity in site.activities:
        cursor.run("site_nace_insert", site_id=site.site_id, **rows.parameters(activity))
    cursor.run("site_permit_clear", site_id=site.site_id)
    for position, permit in enumerate(site.permits):
        cursor.run("site_permit_insert", site_id=site.site_id, position=position, **rows.parameters(permit))


def _parts(cls: Any, found: list[dict[str, Any]], site_id: str) -> list[Any]:
    return [rows.record(cls, row) for row in found if row["site_id"] == site_id]
