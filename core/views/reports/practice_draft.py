"""A first wording of a good-practice sheet from what the records say, in both languages, for its writer to go on from.

It names no firm: the resource and its use are those of the synergy's precedent, firms are told by their sectors.
"""

from dataclasses import replace
from typing import Any

from core.domain import reference
from core.domain.choices import Direction
from core.domain.labels import label
from core.domain.legal import handbook
from core.domain.legal.handbook import OutcomeKind
from core.domain.model import OwnPrecedent
from core.domain.numbers import format_number
from core.domain.reports.dossier import SynergyReport
from core.domain.synergies.good_practice import TEXTS, Facts, Sheet
from core.i18n import LANGUAGES, Translator, translator
from core.views import legal_words, maps


def filled(sheet: Sheet, own: OwnPrecedent, report: SynergyReport, facts: Facts) -> Sheet:
    """Return a sheet with a first wording of each text that is not written and that the records can tell."""
    proposed: dict[str, str] = {}
    for language in LANGUAGES:
        t = translator(language)
        proposed |= {f"{part}_{language}": said for part, said in _texts(own, report, facts, t).items()}
    new: dict[str, Any] = {
        field: proposed[field] for field in TEXTS if proposed.get(field) and getattr(sheet, field) is None
    }
    return replace(sheet, **new)


def _texts(own: OwnPrecedent, report: SynergyReport, facts: Facts, t: Translator) -> dict[str, str]:
    resource, use = (own.resource_tr, own.use_tr) if t.language == "tr" else (own.resource_en, own.use_en)
    return {
        "title": t("{resource} → {use}", resource=resource, use=use),
        "challenge": _challenge(resource, report, facts, t),
        "exchanged": _exchanged(resource, use, report, facts, t),
        "learnt": _learnt(facts, t),
        "needed": _needed(report, t),
    }


def _challenge(resource: str, report: SynergyReport, facts: Facts, t: Translator) -> str:
    sector = maps.sector_name(facts.giver_sector, t)
    handled = [
        label(one.handling, t)
        for one in report.cards
        if one.direction is Direction.HAVE and one.handling is not None
    ]
    if not handled:
        return t(
            "At a plant of the sector “{sector}” there was: {resource}.", sector=sector, resource=resource
        )
    return t(
        "At a plant of the sector “{sector}” there was: {resource}. What had been done with it: {handling}.",
        sector=sector,
        resource=resource,
        handling=handled[0],
    )


def _exchanged(resource: str, use: str, report: SynergyReport, facts: Facts, t: Translator) -> str:
    sector = maps.sector_name(facts.taker_sector, t)
    if report.amount is None:
        return t(
            "{resource} went to a plant of the sector “{sector}”. Its use there: {use}.",
            resource=resource,
            sector=sector,
            use=use,
        )
    unit = reference.unit_sign(report.unit, t.language)
    return t(
        "{resource} went to a plant of the sector “{sector}”. Its use there: {use}. Quantity: {amount}.",
        resource=resource,
        sector=sector,
        use=use,
        amount=f"{format_number(report.amount, t.language)} "
        + (unit if report.recurs is False else t("{unit} a year", unit=unit)),
    )


def _learnt(facts: Facts, t: Translator) -> str:
    removed = [
        t("{barrier} (days until removed: {days})", barrier=label(one.reason, t), days=one.days)
        for one in facts.removed
    ]
    return t("What held it up and was removed: {barriers}.", barriers="; ".join(removed)) if removed else ""


def _needed(report: SynergyReport, t: Translator) -> str:
    """Return the route and the papers that somebody has really seen: not all that the handbook could ask for."""
    if report.legal is None:
        return ""
    seen = {outcome_id for outcome_id, _ in report.legal.papers}
    papers = [
        one.text(t.language)
        for one in handbook.outcomes()
        if one.outcome_id in seen and one.kind in (OutcomeKind.PERMIT, OutcomeKind.DOCUMENT)
    ]
    route, had = report.legal.route, "; ".join(papers)
    if route is None:
        return t("Permits and documents that were needed: {papers}.", papers=had) if papers else ""
    name = legal_words.word(route, t)
    if not papers:
        return t("Route: {route}.", route=name)
    return t("Route: {route}. Permits and documents that were needed: {papers}.", route=name, papers=had)
