"""A synergy's dossier as figures and texts, fit for its reader; views lay it out as PDF and XLSX."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from core.domain import disclosure, nace
from core.domain.choices import Direction, Handling, Kind, Recurrence, Stage, StallReason
from core.domain.frames import records_or_none
from core.domain.impact.counting import Counted
from core.domain.impact.entries import JOBS, MONEY
from core.domain.impact.years import band_of
from core.domain.legal.guidance import is_open_at
from core.domain.model import Synergy, User
from core.domain.reports.dossier import (
    DossierBarrier,
    DossierCard,
    DossierContact,
    DossierFile,
    DossierImpact,
    DossierLegal,
    DossierParty,
    DossierReadiness,
    DossierStage,
    SynergyReport,
)
from core.domain.reports.reporting import Audience
from core.domain.synergies.following import DocumentKind, LogWay, PartyRole, SynergyFile
from core.errors.reports import NoSuchSubjectError
from core.services import following, impact_ledger, legal, users
from core.services.legal import Legal
from core.services.permissions import permitted
from core.storage import records, reports, rows
from core.storage.database import Database


@permitted
def synergy(
    database: Database, user: User, synergy_id: str, audience: Audience, *, today: date
) -> SynergyReport:
    """Return a synergy's dossier; `outside` names only firms that agreed, and holds no contacts, notes or prices.

    Raises NotFoundError also for another region's.
    """
    outside = audience is Audience.OUTSIDE
    with database.reading() as cursor:
        found = records.find_own(cursor, user, Synergy, synergy_id)
        brought = cursor.rows("report_synergy_parties", synergy_id=synergy_id)
        named = set(cursor.frame("firm_named", region_id=user.region_id)["firm_id"]) if outside else None
        way = cursor.rows("synergy_way", synergy_id=synergy_id)
        yearly = cursor.row("synergy_get", synergy_id=synergy_id) or {}
        files = cursor.rows("synergy_file_of", synergy_id=synergy_id)
        head = reports.head(cursor, audience, today)
    names = users.names(database, user)
    silent = [row["firm_name"] for row in brought if named is not None and row["firm_id"] not in named]
    return SynergyReport(
        head=head,
        synergy_id=synergy_id,
        title=_without(found.title, silent) or "",
        kind=found.kind,
        stage=found.stage,
        stage_since=found.stage_since,
        stall_reason=found.stall_reason,
        is_pilot=found.is_pilot,
        owner=None if found.owner_id is None else names.get(found.owner_id, found.owner_id),
        amount=yearly.get("yearly_amount"),
        unit=yearly.get("yearly_unit"),
        recurs=None if found.recurrence is None else found.recurrence is Recurrence.RECURRING,
        **_inside(found, outside),
        unnamed=bool(silent),
        parties=tuple(_party(row, named) for row in _each_firm_once(brought)),
        cards=tuple(_card(row, silent) for row in brought if row["resource_id"]),
        stages=tuple(_stage(row, None if outside else names) for row in way),
        readiness=tuple(_readiness(database, user, synergy_id, outside)),
        barriers=tuple(_barriers(database, user, synergy_id, outside)),
        contacts=() if outside else _contacts(database, user, synergy_id, names),
        legal=_legal(legal.of_synergy(database, user, synergy_id)) if is_open_at(found.stage) else None,
        impact=tuple(_impact(database, user, synergy_id, outside, today)),
        files=tuple(_file(rows.record(SynergyFile, row), outside) for row in files),
    )


@permitted
def synergy_meant(database: Database, user: User, said: str) -> str:
    """Return the id of the synergy that an id or an exact title means. Raises NoSuchSubjectError."""
    with database.reading() as cursor:
        found = cursor.rows("report_synergy_subject", region_id=user.region_id, said=said.strip())
    if len(found) != 1:
        raise NoSuchSubjectError(value=said)
    return str(found[0]["synergy_id"])


def _inside(found: Synergy, outside: bool) -> dict[str, Any]:
    """Return what is only for staff: None in the copy to hand out."""
    only = ("said_by", "next_action", "next_action_on", "price_per_unit", "price_unit", "price_date", "notes")
    return {name: None if outside else getattr(found, name) for name in only}


def _each_firm_once(brought: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """A firm may bring several cards in one role."""
    return list({(row["firm_id"], row["role"]): row for row in reversed(brought)}.values())[::-1]


def _party(row: Mapping[str, Any], named: set[str] | None) -> DossierParty:
    told = named is None or row["firm_id"] in named
    group = nace.sector_group(row["nace"]) if row["nace"] else None
    return DossierParty(
        role=PartyRole(row["role"]),
        name=row["firm_name"] if told else None,
        sector=group.group_id if group else None,
        district=row["district"] if told else None,
    )


def _card(row: Mapping[str, Any], silent: Sequence[str]) -> DossierCard:
    return DossierCard(
        role=PartyRole(row["role"]),
        name=_without(row["resource_name"], silent) or "",
        direction=Direction(row["direction"]),
        kind=Kind(row["kind"]),
        quantity_typed=_without(row["quantity_typed"], silent),
        yearly_amount=row["yearly_amount"],
        yearly_unit=row["yearly_unit"],
        period=row["period"],
        waste_codes=row["waste_codes"],
        hazardous=row["hazardous"],
        handling=Handling(row["handling"]) if row["handling"] else None,
    )


def _stage(row: Mapping[str, Any], names: Mapping[str, str] | None) -> DossierStage:
    """`names` None: who moved it is not for the reader."""
    return DossierStage(
        stage=Stage(row["stage"]),
        entered_on=row["entered_on"],
        reason=StallReason(row["stall_reason"]) if row["stall_reason"] else None,
        skipped=row["skipped"],
        moved_by=None if names is None else names.get(row["user_id"], row["user_id"]),
    )


def _readiness(database: Database, user: User, synergy_id: str, outside: bool) -> Iterator[DossierReadiness]:
    for one in following.readiness(database, user, synergy_id).values():
        yield DossierReadiness(one.perspective, one.level, None if outside else one.note)


def _barriers(database: Database, user: User, synergy_id: str, outside: bool) -> Iterator[DossierBarrier]:
    for one in following.barriers(database, user, synergy_id):
        yield DossierBarrier(one.reason, one.seen_on, one.removed_on, None if outside else one.note)


def _legal(found: Legal) -> DossierLegal:
    last = found.checks[0] if found.checks else None
    return DossierLegal(
        route=found.choice.route,
        carrier=found.choice.carrier,
        steps=found.path.steps,
        papers=tuple((one.outcome_id, one.seen_on) for one in found.papers.values() if one.seen_on),
        by_product=last.result if last else None,
        by_product_on=last.checked_on if last else None,
        licences=found.licences,
    )


def _impact(
    database: Database, user: User, synergy_id: str, outside: bool, today: date
) -> Iterator[DossierImpact]:
    """Give the entries; to the parties what counts, without what is a single firm's own."""
    for one in impact_ledger.of_synergy(database, user, synergy_id, today=today):
        entry, state = one.entry, one.state
        counted = state if isinstance(state, Counted) else None
        if outside and (counted is None or entry.measure in (*MONEY, *JOBS)):
            continue
        yield DossierImpact(
            measure=entry.measure,
            basis=counted.basis if counted else entry.basis,
            band=band_of(counted) if counted else None,
            why=None if isinstance(state, Counted) else state.why,
            recurs=entry.recurs,
            lapsed=bool(counted and counted.lapsed),
            attribution=entry.attribution,
            period_from=entry.period_from,
            period_to=entry.period_to,
            formula=entry.formula,
            factors=" ".join(part for part in (entry.factor_source, *map(str, entry.factor_years)) if part),
            evidence=() if outside else tuple(file.name for file in one.evidence),
            evidence_kinds=tuple(file.kind for file in one.evidence),
            firm=None if outside else one.firm_name,
            entered_by=None if outside else one.entered_by,
            confirmed_by=None if outside else one.confirmed_by,
            confirmed_on=entry.confirmed_on,
            baseline=entry.baseline,
            replacement_ratio=entry.replacement_ratio,
            quantity=entry.quantity,
            quantity_unit=entry.quantity_unit,
            is_measured=entry.is_measured,
            lifetime_years=entry.lifetime_years if entry.recurs else None,
        )


def _contacts(
    database: Database, user: User, synergy_id: str, names: Mapping[str, str]
) -> tuple[DossierContact, ...]:
    log = following.log(database, user, synergy_id)
    return tuple(
        DossierContact(
            way=LogWay(row["way"]),
            made_on=row["made_on"].date(),
            firm=row["firm_name"],
            note=row["note"],
            made_by=names.get(row["made_by"], row["made_by"]),
        )
        for row in records_or_none(log)
    )


def _file(one: SynergyFile, outside: bool) -> DossierFile:
    return DossierFile(
        DocumentKind(one.document_kind), one.document_on, None if outside else one.name, one.sha256
    )


def _without(said: str | None, silent: Sequence[str]) -> str | None:
    """Return a text without the words that name a firm that did not agree to be named."""
    for name in silent:
        said = disclosure.without_name(said, name)
    return said
