"""A synergy's dossier as a document."""

from core.domain import reference
from core.domain.labels import label
from core.domain.numbers import format_date, format_number
from core.domain.reports.dossier import DossierCard, DossierImpact, DossierParty, SynergyReport
from core.domain.reports.reporting import Audience
from core.domain.synergies.readiness import lowest
from core.domain.synergies.stages import Need
from core.i18n import Translator
from core.views import sentences
from core.views.impact_charts import in_unit, per_year
from core.views.reports import figures, legal, words
from core.views.reports.document import (
    Block,
    Cell,
    Column,
    Document,
    Fact,
    Facts,
    Figures,
    Section,
    Table,
    Text,
    Tone,
    filled,
    number,
)


def document(report: SynergyReport, t: Translator) -> Document:
    """Return the dossier in the language of `t`."""
    return Document(
        title=report.title,
        subtitle=t("Dossier of a synergy"),
        programme=words.programme(report.head, t),
        made_on=report.head.made_on,
        language=t.language,
        mark=words.mark(report.head, t),
        notices=_notices(report, t),
        sections=(
            Section(t("At a glance"), (_figures(report, t), _facts(report, t))),
            Section(t("Parties and cards"), (parties(report, t), cards(report, t))),
            Section(t("Readiness and barriers"), (*readiness(report, t), _barriers(report, t))),
            Section(t("Impact"), (_impact(report, t), *_proofs(report, t))),
            Section(t("Legal path"), legal.blocks(report.legal, t)),
            Section(t("Stages so far"), (_stages(report, t),)),
            Section(t("Contacts and notes"), (_contacts(report, t), Text(report.notes or ""))),
            Section(t("Documents"), (_files(report, t),)),
        ),
    )


def _notices(report: SynergyReport, t: Translator) -> tuple[Text, ...]:
    if report.head.audience is Audience.INSIDE:
        said = t("For the programme's staff. It holds contacts, notes and prices: do not hand it out.")
        return (Text(said, Tone.WARNING),)
    said = t("Copy for the firms that take part: without contacts, notes, prices and a firm's own money.")
    unnamed = t("Firms that did not agree to be named are not named here.")
    return (Text(said, Tone.QUIET), *((Text(unnamed, Tone.QUIET),) if report.unnamed else ()))


def _figures(report: SynergyReport, t: Translator) -> Figures:
    reached = Fact(t("Stage"), label(report.stage, t))
    since = Fact(t("Since"), report.stage_since)
    amount = Fact(
        t("Agreed a year") if report.recurs is not False else t("Agreed, once"),
        report.amount,
        reference.unit_sign(report.unit, t.language) if report.amount is not None else "",
    )
    return Figures((reached, since, amount))


def _facts(report: SynergyReport, t: Translator) -> Facts:
    sign = reference.unit_sign(report.price_unit, t.language)
    price = f"{t('TRY')}/{sign}" if report.price_unit else t("TRY")
    return Facts(
        (
            Fact(t("Kind"), label(report.kind, t)),
            Fact(t("Reason"), label(report.stall_reason, t) if report.stall_reason else None),
            Fact(t("Pilot"), t("Yes") if report.is_pilot else None),
            Fact(t("Owner"), report.owner),
            Fact(t("Said by"), report.said_by),
            Fact(t("Next action"), report.next_action),
            Fact(t("Due"), report.next_action_on),
            Fact(t("Price, taker to giver"), report.price_per_unit, price),
            Fact(t("Prices of"), report.price_date if report.price_per_unit is not None else None),
        )
    )


def parties(report: SynergyReport, t: Translator) -> Table:
    columns = (
        Column(t("Role"), 0.7),
        Column(t("Firm"), 2.0),
        Column(t("Sector"), 1.3),
        Column(t("District"), 0.9),
    )
    rows = [
        (label(one.role, t), _firm(one, t), sentences.sector_name(one.sector, t), one.district)
        for one in report.parties
    ]
    return filled(t("Parties"), columns, rows)


def _firm(one: DossierParty, t: Translator) -> str:
    return one.name or t("a firm that is not named yet")


def cards(report: SynergyReport, t: Translator) -> Table:
    columns = (
        Column(t("Side"), 0.7),
        Column(t("Resource"), 2.0),
        Column(t("Direction"), 0.7),
        number(t("Amount a year"), share=0.8),
        Column(t("Unit"), 0.7),
        Column(t("Dealt with today"), 1.0),
        Column(t("Waste code"), 0.8),
        Column(t("Hazardous"), 0.7),
    )
    return filled(t("Cards"), columns, [_card(one, t) for one in report.cards])


def _card(one: DossierCard, t: Translator) -> tuple[Cell, ...]:
    return (
        label(one.role, t),
        one.name,
        label(one.direction, t),
        one.yearly_amount,
        words.yearly_unit(one.yearly_amount, one.yearly_unit, one.period, one.quantity_typed, t),
        label(one.handling, t) if one.handling else "",
        words.codes(one.waste_codes),
        "" if one.hazardous is None else t("Yes") if one.hazardous else t("No"),
    )


def readiness(report: SynergyReport, t: Translator) -> tuple[Block, ...]:
    columns = (Column(t("Perspective"), 1.0), Column(t("Level"), 1.0), Column(t("Note"), 2.5))
    rows = [(label(one.perspective, t), label(one.level, t), one.note) for one in report.readiness]
    found = lowest({one.perspective: one.level for one in report.readiness})
    if not found.blocks or found.level is None:
        return (filled(t("Readiness"), columns, rows),)
    said = t(
        "What blocks: {perspectives} ({level})",
        perspectives=", ".join(label(one, t) for one in found.perspectives),
        level=label(found.level, t),
    )
    return (Text(said), filled(t("Readiness"), columns, rows))


def _barriers(report: SynergyReport, t: Translator) -> Table:
    columns = (
        Column(t("Reason"), 1.2),
        Column(t("Seen on"), 0.7),
        Column(t("Removed on"), 0.8),
        Column(t("Note"), 2.5),
    )
    rows = [(label(one.reason, t), one.seen_on, one.removed_on, one.note) for one in report.barriers]
    return filled(t("Barriers"), columns, rows)


def _impact(report: SynergyReport, t: Translator) -> Table:
    columns = (
        Column(t("Kind of impact"), 1.6),
        Column(t("Basis"), 1.4),
        number(t("Value")),
        number(t("Low")),
        number(t("High")),
        Column(t("Unit"), 0.8),
        Column(t("Period"), 1.2),
        Column(t("Firm"), 1.2),
    )
    rows: list[tuple[Cell, ...]] = [
        (
            label(one.measure, t),
            _basis(one, t),
            *((one.band.value, one.band.low, one.band.high) if one.band else (None, None, None)),
            per_year(one.measure, t) if one.recurs else in_unit(one.measure, t),
            figures.period(one.period_from, one.period_to, t) or _from(one, t),
            one.firm,
        )
        for one in report.impact
    ]
    note = t("Bases are never added up. Values are after attribution; entries without a value do not count.")
    return filled("", columns, rows, note)


def _basis(one: DossierImpact, t: Translator) -> str:
    said = label(one.basis, t)
    if one.why:
        return t("{basis}; not counted: {why}", basis=said, why=label(one.why, t))
    return t("{basis} (verification lapsed)", basis=said) if one.lapsed else said


def _from(one: DossierImpact, t: Translator) -> str:
    return t("from {begin}", begin=format_date(one.period_from, t.language))


def _proofs(report: SynergyReport, t: Translator) -> tuple[Block, ...]:
    """What each entry rests on: formula, factors, evidence, who entered and confirmed it."""
    columns = (
        Column(t("Kind of impact"), 1.2),
        Column(t("Grounds"), 1.6),
        Column(t("Formula"), 2.1),
        Column(t("Source"), 1.4),
        number(t("Attribution"), "%", decimals=0, share=0.7),
        Column(t("Evidence"), 1.5),
        Column(t("Entered by"), 0.9),
        Column(t("Confirmed by"), 1.2),
        Column(t("Confirmed on"), 1.1),
    )
    rows: list[tuple[Cell, ...]] = [
        (
            label(one.measure, t),
            _grounds(one, t),
            one.formula,
            one.factors,
            one.attribution * 100,
            "\n".join(one.evidence or [label(kind, t) for kind in one.evidence_kinds]),
            one.entered_by,
            one.confirmed_by,
            one.confirmed_on,
        )
        for one in report.impact
    ]
    return (filled(t("What it rests on"), columns, rows),)


def _grounds(one: DossierImpact, t: Translator) -> str:
    """What happened before, the flow behind the value, what it replaces and how long it lasts: a line each."""
    lines = []
    if one.baseline:
        lines.append(t("Before: {handling}", handling=label(one.baseline, t)))
    if one.quantity is not None:
        said = (
            f"{format_number(one.quantity, t.language)} {reference.unit_sign(one.quantity_unit, t.language)}"
        )
        measured = t("Quantity, measured: {said}", said=said)
        lines.append(measured if one.is_measured else t("Quantity: {said}", said=said))
    if one.replacement_ratio is not None:
        lines.append(t("Replacement ratio: {ratio}", ratio=format_number(one.replacement_ratio, t.language)))
    if one.lifetime_years:
        lines.append(t("lifetime {years} years", years=one.lifetime_years))
    return "\n".join(lines)


def _stages(report: SynergyReport, t: Translator) -> Table:
    columns = (
        Column(t("Stage"), 1.1),
        Column(t("Entered on"), 0.8),
        Column(t("Reason"), 1.0),
        Column(t("Missing when it moved on"), 2.0),
        Column(t("Moved by"), 1.0),
    )
    rows = [
        (
            label(one.stage, t),
            one.entered_on,
            label(one.reason, t) if one.reason else "",
            _skipped(one.skipped, t),
            one.moved_by,
        )
        for one in report.stages
    ]
    return filled("", columns, rows)


def _skipped(said: str | None, t: Translator) -> str:
    return "\n".join(label(Need(one), t) for one in said.split(";")) if said else ""


def _contacts(report: SynergyReport, t: Translator) -> Table:
    columns = (
        Column(t("Day"), 0.7),
        Column(t("Way"), 0.8),
        Column(t("Firm"), 1.3),
        Column(t("Note"), 2.5),
        Column(t("Made by"), 0.9),
    )
    rows = [(one.made_on, label(one.way, t), one.firm, one.note, one.made_by) for one in report.contacts]
    return filled("", columns, rows)


def _files(report: SynergyReport, t: Translator) -> Table:
    columns = (
        Column(t("Document"), 1.2),
        Column(t("Day"), 0.7),
        Column(t("Name"), 2.0),
        Column(t("Digest (SHA-256)"), 1.6),
    )
    rows = [(label(one.kind, t), one.document_on, one.name, one.sha256[:16]) for one in report.files]
    return filled("", columns, rows)
