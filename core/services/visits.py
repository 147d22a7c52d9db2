"""Company visits: start, note, close; eco-efficiency opportunities."""

from dataclasses import replace
from datetime import datetime

import pandas as pd

from core.domain.model import Opportunity, User, Visit
from core.domain.register.validation import check_opportunity, check_visit
from core.domain.register.visiting import VisitAtSite
from core.errors import NotFoundError
from core.services.permissions import permitted
from core.storage import records, rows, sites
from core.storage.database import Database


@permitted
def table(database: Database, user: User) -> pd.DataFrame:
    """Return the region's visits, newest first (columns: visit_table.sql); an open one has no closed_at."""
    with database.reading() as cursor:
        return cursor.frame("visit_table", region_id=user.region_id)


@permitted
def get(database: Database, user: User, visit_id: str) -> VisitAtSite:
    """Return one visit with its firm and site; raises NotFoundError also for another region's."""
    with database.reading() as cursor:
        visit = records.find(cursor, Visit, visit_id)
        firm = sites.firm_of(cursor, user, visit.site_id)
        found = [site for site in sites.of_firm(cursor, firm.firm_id) if site.site_id == visit.site_id]
    if not found:
        raise NotFoundError()
    return VisitAtSite(visit, firm, found[0])


@permitted
def start(database: Database, user: User, visit: Visit, *, now: datetime) -> None:
    """Record that a visit has begun. Raises NotFoundError where the site is not of the region."""
    check_visit(visit)
    with database.writing() as cursor:
        sites.firm_of(cursor, user, visit.site_id)
        records.insert(cursor, user, now, "visits.start", visit)


@permitted
def save(database: Database, user: User, visit: Visit, *, now: datetime) -> None:
    """Keep day, notes and next steps. Raises InvalidRecordError, NotFoundError, ChangedByOthersError."""
    check_visit(visit)
    with database.writing() as cursor:
        kept = records.find(cursor, Visit, visit.visit_id)
        sites.firm_of(cursor, user, kept.site_id)
        records.update(
            cursor, user, now, "visits.save", replace(visit, site_id=kept.site_id, closed_at=kept.closed_at)
        )


@permitted
def close(database: Database, user: User, visit: Visit, *, now: datetime) -> None:
    """Keep notes and next steps and close the visit. Raises as `save` does."""
    check_visit(visit)
    with database.writing() as cursor:
        kept = records.find(cursor, Visit, visit.visit_id)
        sites.firm_of(cursor, user, kept.site_id)
        records.update(cursor, user, now, "visits.close", replace(visit, site_id=kept.site_id, closed_at=now))


@permitted
def opportunities(database: Database, user: User, site_id: str) -> list[Opportunity]:
    """Return the eco-efficiency opportunities of a site, oldest first."""
    with database.reading() as cursor:
        sites.firm_of(cursor, user, site_id)
        return [rows.record(Opportunity, row) for row in cursor.rows("opportunity_of_site", site_id=site_id)]


@permitted
def save_opportunity(
    database: Database, user: User, opportunity: Opportunity, *, now: datetime, new: bool
) -> None:
    """Add or change an opportunity. Raises InvalidRecordError, NotFoundError, ChangedByOthersError."""
    check_opportunity(opportunity)
    with database.writing() as cursor:
        sites.firm_of(cursor, user, opportunity.site_id)
        if new:
            records.insert(cursor, user, now, "visits.save_opportunity", opportunity)
        else:
            kept = records.find(cursor, Opportunity, opportunity.opportunity_id)
            sites.firm_of(cursor, user, kept.site_id)
            records.update(cursor, user, now, "visits.save_opportunity", opportunity)


@permitted
def retire_opportunity(
    database: Database, user: User, opportunity_id: str, row_version: int, *, now: datetime
) -> None:
    """Take an opportunity off the list."""
    with database.writing() as cursor:
        kept = records.find(cursor, Opportunity, opportunity_id)
        sites.firm_of(cursor, user, kept.site_id)
        records.retire(
            cursor, user, now, "visits.retire_opportunity", Opportunity, opportunity_id, row_version
        )
