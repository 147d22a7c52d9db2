"""Reports as figures: what a firm's report says, fit for its reader. Views lay it out as PDF and XLSX."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby
from typing import Any

from core.domain import disclosure
from core.domain.choices import Direction, Handling, Kind, Stage
from core.domain.frames import records_or_none
from core.domain.matching.ranking import Index
from core.domain.model import Firm, Opportunity, Site, User
from core.domain.reports import reporting
from core.domain.reports.firm_impact import of_firm
from core.domain.reports.reporting import (
    Audience,
    FirmFlow,
    FirmReport,
    FirmSynergy,
    FirmVisit,
    Partner,
)
from core.errors import SeveralFirmsError
from core.errors.reports import NoSuchSubjectError
from core.services import resources, suggesting
from core.services.permissions import permitted
from core.storage import impact, records, reports, rows, sites
from core.storage.database import Cursor, Database


@permitted
def firm(
    database: Database,
    user: User,
    index: Index,
    firm_id: str,
    audience: Audience,
    *,
    today: date,
    top: int = 3,
) -> FirmReport:
    """Return a firm's report: `outside` is the firm's own copy and holds only what the firm may see.

    `index` is that of services.suggesting; each card has its best `top` partners, drafts have none. Raises
    NotFoundError also for another region's firm.
    """
    outside = audience is Audience.OUTSIDE
    seen = {"as_guest": outside, "guest_of": firm_id if outside else None}
    with database.reading() as cursor:
        found = records.find_own(cursor, user, Firm, firm_id)
        places = tuple(sites.of_firm(cursor, firm_id))
        visits = tuple(_visit(row, outside) for row in cursor.rows("report_firm_visits", firm_id=firm_id))
        opportunities = tuple(_opportunities(cursor, places))
        synergies = _synergies(cursor, user, firm_id, outside)
        ledger = impact.booked(cursor, user.region_id, today)
        head = reports.head(cursor, audience, today)
    cards = resources.table(database, user, **seen)  # type: ignore[arg-type]
    cards = cards[cards["firm_id"] == firm_id]
    flows = _relative([_flow(row) for row in records_or_none(cards)], places)
    return FirmReport(
        head=head,
        firm=found,
        sites=places,
        flows=tuple(
            flow
            if flow.is_draft
            else replace(flow, partners=_best(database, user, index, flow, top, seen, today))
            for flow in flows
        ),
        visits=visits,
        opportunities=opportunities,
        synergies=synergies,
        impact=tuple(
            of_firm(
                firm_id,
                ledger,
                {one.synergy_id: one for one in synergies},
                [reporting.reference_of(site) for site in places],
            )
        ),
    )


@permitted
def firm_meant(database: Database, user: User, said: str) -> str:
    """Return the id of the live firm that an id, an external id or an exact name means.

    Raises NoSuchSubjectError, SeveralFirmsError.
    """
    with database.reading() as cursor:
        found = cursor.rows("report_subject", region_id=user.region_id, said=said.strip())
    if not found:
        raise NoSuchSubjectError(value=said)
    if len(found) > 1:
        raise SeveralFirmsError()
    return str(found[0]["firm_id"])


def _flow(row: Mapping[str, Any]) -> FirmFlow:
    return FirmFlow(
        resource_id=row["resource_id"],
        site_id=row["site_id"],
        site_name=row["site_name"],
        direction=Direction(row["direction"]),
        name=row["name"],
        description=row["description"],
        kind=Kind(row["kind"]),
        quantity_typed=row["quantity_typed"],
        yearly_amount=row["yearly_amount"],
        yearly_unit=row["yearly_unit"],
        period=row["period"],
        waste_codes=row["waste_codes"],
        hazardous=None if row["hazardous"] is None else bool(row["hazardous"]),
        handling=Handling(row["handling"]) if row["handling"] else None,
        is_draft=bool(row["is_draft"]),
    )


def _relative(flows: Sequence[FirmFlow], places: Iterable[Site]) -> list[FirmFlow]:
    """Return flows with their share of all flows of one direction and unit, and per unit of their site's output."""
    output = {site.site_id: reporting.reference_of(site) for site in places}
    whole: dict[tuple[Direction, str | None], float] = defaultdict(float)
    for flow in flows:
        whole[flow.direction, flow.yearly_unit] += flow.yearly_amount or 0.0
    return [
        replace(
            flow,
            share=reporting.share(flow.yearly_amount, whole[flow.direction, flow.yearly_unit]),
            per_output=reporting.per_output(flow.yearly_amount, output.get(flow.site_id)),
            output=output.get(flow.site_id),
        )
        for flow in flows
    ]


def _best(
    database: Database,
    user: User,
    index: Index,
    flow: FirmFlow,
    top: int,
    seen: dict[str, Any],
    today: date,
) -> tuple[Partner, ...]:
    found = suggesting.for_card(database, user, index, flow.resource_id, top=top, **seen)
    gives = flow.direction is Direction.HAVE
    pairs = {
        other: (flow.resource_id, other) if gives else (other, flow.resource_id)
        for other in found["counterpart_id"]
    }
    told = suggesting.explain(database, user, index, list(pairs.values()), today=today, **seen)
    elsewhere = {(one.have_id, one.want_id) for one in told if one.asks_for_another}
    return tuple(
        Partner(
            firm_name=row["firm_name"],
            sector=row["sector"],
            district=row["district"],
            name=row["name"],
            score=float(row["score"]),
            distance_km=row["distance_km"],
            is_coarse=bool(row["is_coarse"]),
            asks_for_another=pairs[row["counterpart_id"]] in elsewhere,
        )
        for row in records_or_none(found.loc[:, ~found.columns.duplicated(keep="last")])
    )


def _visit(row: Mapping[str, Any], outside: bool) -> FirmVisit:
    return FirmVisit(
        visit_id=row["visit_id"],
        site_name=row["site_name"],
        visited_on=row["visited_on"],
        advisor=row["advisor"],
        next_steps=row["next_steps"],
        notes=None if outside else row["notes"],
        is_closed=row["is_closed"],
    )


def _opportunities(cursor: Cursor, places: Iterable[Site]) -> Iterable[Opportunity]:
    for site in places:
        for row in cursor.rows("opportunity_of_site", site_id=site.site_id):
            yield rows.record(Opportunity, row)


def _synergies(cursor: Cursor, user: User, firm_id: str, outside: bool) -> tuple[FirmSynergy, ...]:
    found = cursor.rows("report_firm_synergies", firm_id=firm_id, region_id=user.region_id)
    named = set(cursor.frame("firm_named", region_id=user.region_id)["firm_id"]) if outside else None
    return tuple(
        _synergy(list(others), named, firm_id)
        for _, others in groupby(found, key=lambda row: row["synergy_id"])
    )


def _synergy(others: Sequence[Mapping[str, Any]], named: set[str] | None, firm_id: str) -> FirmSynergy:
    """`others` has a row for each other firm; `named` those that agreed to be named, None where all may be."""
    row = others[0]
    partners = [one for one in others if one["partner_id"]]
    told = [one["partner"] for one in partners if named is None or one["partner_id"] in named]
    silent = [one["partner"] for one in partners if one["partner"] not in told]
    title = row["title"]
    for name in silent:
        title = disclosure.without_name(title, name) or ""
    roles = {row["giver_firm_id"]: Direction.HAVE, row["taker_firm_id"]: Direction.WANT}
    return FirmSynergy(
        synergy_id=row["synergy_id"],
        title=title,
        partners=tuple(told),
        unnamed=len(silent),
        stage=Stage(row["stage"]),
        since=row["stage_since"],
        next_action=None if silent else row["next_action"],  # it mostly names people of the other firm
        next_action_on=row["next_action_on"],
        direction=roles.get(firm_id),
    )
