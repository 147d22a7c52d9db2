"""Company visits: start, note, close; eco-efficiency opportunities; what the printed report says."""

from dataclasses import replace
from datetime import datetime
from typing import Any, cast

import pandas as pd

from core.domain import disclosure
from core.domain.choices import Stage
from core.domain.matching import Index
from core.domain.model import Firm, Opportunity, Site, User, Visit
from core.domain.validation import check_opportunity, check_visit
from core.domain.visiting import ReportCard, ReportReader, ReportSynergy, VisitAtSite, VisitReport
from core.errors import NotFoundError
from core.services import resources, suggesting
from core.services.permissions import permitted
from core.storage import records, rows, sites
from core.storage.database import Cursor, Database


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
        firm = _own_firm(cursor, user, visit.site_id)
        found = [site for site in sites.of_firm(cursor, firm.firm_id) if site.site_id == visit.site_id]
    if not found:
        raise NotFoundError()
    return VisitAtSite(visit, firm, found[0])


@permitted
def start(database: Database, user: User, visit: Visit, *, now: datetime) -> None:
    """Record that a visit has begun. Raises NotFoundError where the site is not of the region."""
    check_visit(visit)
    with database.writing() as cursor:
        _own_firm(cursor, user, visit.site_id)
        records.insert(cursor, user, now, "visits.start", visit)


@permitted
def save(database: Database, user: User, visit: Visit, *, now: datetime) -> None:
    """Keep day, notes and next steps. Raises InvalidRecordError, NotFoundError, ChangedByOthersError."""
    check_visit(visit)
    with database.writing() as cursor:
        kept = records.find(cursor, Visit, visit.visit_id)
        _own_firm(cursor, user, kept.site_id)
        records.update(
            cursor, user, now, "visits.save", replace(visit, site_id=kept.site_id, closed_at=kept.closed_at)
        )


@permitted
def close(database: Database, user: User, visit: Visit, *, now: datetime) -> None:
    """Keep notes and next steps and close the visit. Raises as `save` does."""
    check_visit(visit)
    with database.writing() as cursor:
        kept = records.find(cursor, Visit, visit.visit_id)
        _own_firm(cursor, user, kept.site_id)
        records.update(cursor, user, now, "visits.close", replace(visit, site_id=kept.site_id, closed_at=now))


@permitted
def opportunities(database: Database, user: User, site_id: str) -> list[Opportunity]:
    """Return the eco-efficiency opportunities of a site, oldest first."""
    with database.reading() as cursor:
        _own_firm(cursor, user, site_id)
        return [rows.record(Opportunity, row) for row in cursor.rows("opportunity_of_site", site_id=site_id)]


@permitted
def save_opportunity(
    database: Database, user: User, opportunity: Opportunity, *, now: datetime, new: bool
) -> None:
    """Add or change an opportunity. Raises InvalidRecordError, NotFoundError, ChangedByOthersError."""
    check_opportunity(opportunity)
    with database.writing() as cursor:
        _own_firm(cursor, user, opportunity.site_id)
        if new:
            records.insert(cursor, user, now, "visits.save_opportunity", opportunity)
        else:
            kept = records.find(cursor, Opportunity, opportunity.opportunity_id)
            _own_firm(cursor, user, kept.site_id)
            records.update(cursor, user, now, "visits.save_opportunity", opportunity)


@permitted
def retire_opportunity(
    database: Database, user: User, opportunity_id: str, row_version: int, *, now: datetime
) -> None:
    """Take an opportunity off the list."""
    with database.writing() as cursor:
        kept = records.find(cursor, Opportunity, opportunity_id)
        _own_firm(cursor, user, kept.site_id)
        records.retire(
            cursor, user, now, "visits.retire_opportunity", Opportunity, opportunity_id, row_version
        )


@permitted
def report(
    database: Database, user: User, index: Index, visit_id: str, reader: ReportReader, *, top: int = 3
) -> VisitReport:
    """Return what a copy of a visit's report says: the firm's copy holds only what the firm may see.

    `index` is that of services.suggesting. Drafts stand in it without suggestions. Raises NotFoundError.
    """
    one = get(database, user, visit_id)
    firm_id = one.firm.firm_id
    for_firm = reader is ReportReader.FIRM
    seen = {"as_guest": for_firm, "guest_of": firm_id if for_firm else None}
    cards = resources.table(database, user, **seen)  # type: ignore[arg-type]
    cards = cards[cards["site_id"] == one.site.site_id]
    with database.reading() as cursor:
        named = set(cursor.frame("firm_named", region_id=user.region_id)["firm_id"])
        synergies = cursor.rows("synergy_table", region_id=user.region_id)
    return VisitReport(
        reader=reader,
        firm=one.firm,
        site=one.site,
        visit=one.visit,
        advisor=user.name if one.visit.advisor_id == user.user_id else one.visit.advisor_id,
        cards=tuple(
            ReportCard(
                row, () if row["is_draft"] else _best(database, user, index, row["resource_id"], top, seen)
            )
            for row in _records(cards)
        ),
        opportunities=tuple(opportunities(database, user, one.site.site_id)),
        synergies=tuple(
            _report_synergy(row, firm_id, named if for_firm else None)
            for row in synergies
            if firm_id in (row["giver_firm_id"], row["taker_firm_id"])
        ),
        notes=None if for_firm else one.visit.notes,
        next_steps=one.visit.next_steps,
    )


def _best(
    database: Database, user: User, index: Index, resource_id: str, top: int, seen: dict[str, Any]
) -> tuple[dict[str, Any], ...]:
    found = suggesting.for_card(database, user, index, resource_id, top=top, **seen)
    return tuple(_records(found.loc[:, ~found.columns.duplicated(keep="last")]))


def _report_synergy(row: dict[str, Any], firm_id: str, named: set[str] | None) -> ReportSynergy:
    """`named` holds the firms that agreed to be named, None where the reader may know all of them."""
    other = "taker" if row["giver_firm_id"] == firm_id else "giver"
    told = named is None or row[f"{other}_firm_id"] in named
    partner = row[f"{other}_name"]
    return ReportSynergy(
        title=row["title"] if told else disclosure.without_name(row["title"], partner) or "",
        partner=partner if told else None,
        stage=Stage(row["stage"]),
        since=row["stage_since"],
        next_action=row["next_action"] if told else None,  # it mostly names people of the other firm
        next_action_on=row["next_action_on"],
    )


def _records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    return cast(list[dict[str, Any]], frame.astype(object).where(frame.notna(), None).to_dict("records"))


def _own_firm(cursor: Cursor, user: User, site_id: str) -> Firm:
    firm = records.find(cursor, Firm, records.find(cursor, Site, site_id).firm_id)
    if firm.region_id != user.region_id:
        raise NotFoundError()
    return firm
