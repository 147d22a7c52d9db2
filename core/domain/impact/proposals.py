"""What a flow would bring by computation, measure by measure: offered, and an entry only once a person takes it over.

Each proposal says how it came about, with its numbers, in the reader's language.
"""

from dataclasses import dataclass

from core.domain.choices import Kind
from core.domain.impact.entries import Measure
from core.domain.impact.rules import USED_TODAY, credited
from core.domain.impact.savings import (
    Credit,
    Estimate,
    Flow,
    NotCounted,
    Term,
    estimate,
)
from core.domain.impact.years import Band
from core.domain.numbers import format_number
from core.i18n import Translator
from core.i18n import marked as m

CREDITS = {
    Credit.LANDFILL: m("Landfill or treatment avoided"),
    Credit.PRIMARY: m("Primary production replaced"),
    Credit.RECOVERED: m("Burden of the recovered material"),
    Credit.GAS: m("Natural gas replaced by biogas"),
    Credit.FEED: m("Feed grain replaced"),
    Credit.ROAD: m("Road haul (as the crow flies)"),
    Credit.ROAD_TODAY: m("Today's haul, which ends"),
    Credit.ROAD_REPLACED: m("Haul of the replaced material, which ends"),
    Credit.TREATMENT: m("Energy for treatment"),
}


@dataclass(frozen=True)
class Proposal:
    """A measure of a flow with its band, and the terms that make it up (none where it is the amount itself)."""

    measure: Measure
    band: Band
    amount: float
    unit: str
    ratio: float | None = None
    terms: tuple[Term, ...] = ()


def proposals(flow: Flow, *, hazardous: bool = False) -> tuple[Proposal, ...] | NotCounted:
    """Return what can be computed of a flow, or why nothing can.

    100 t of foundry sand from landfill in place of bought aggregate: all of it diverted, all of it virgin material.

    >>> from core.domain import reference
    >>> from core.domain.choices import Handling
    >>> sand = reference.material_groups()["aggregates"]
    >>> found = proposals(Flow(Kind.MATERIAL, 100.0, "t", sand, sand, Handling.LANDFILL, True, 33.0, ratio=0.9))
    >>> [(one.measure.value, round(one.band.value, 3)) for one in found]
    [('diverted', 100.0), ('co2e', 0.492), ('virgin', 90.0)]
    """
    found = estimate(flow)
    return found if isinstance(found, NotCounted) else of_estimate(found, flow, hazardous=hazardous)


def of_estimate(found: Estimate, flow: Flow, *, hazardous: bool = False) -> tuple[Proposal, ...]:
    """Return what a flow brings measure by measure, of its estimate."""
    amount, unit = flow.amount or 0.0, flow.unit or ""
    made: list[Proposal] = []
    landfill, virgin = credited(flow.today, flow.ratio)
    if landfill and flow.kind is Kind.MATERIAL:
        made.append(_plain(Measure.DIVERTED, amount, unit, amount))
    if found.knows_co2e:
        made.append(_co2e(found, flow))
    if virgin and flow.kind is Kind.MATERIAL and flow.bought_today and _replaces(found):
        made.append(_plain(Measure.VIRGIN, amount * flow.ratio, unit, amount, flow.ratio))
    if hazardous and flow.kind is Kind.MATERIAL and flow.today and flow.today not in USED_TODAY:
        made.append(_plain(Measure.HAZARDOUS, amount, unit, amount))
    for kind, measure in ((Kind.WATER, Measure.WATER), (Kind.ENERGY, Measure.ENERGY)):
        if flow.kind is kind and flow.bought_today:
            made.append(_plain(measure, amount, unit, amount))
    return tuple(made)


def factors_of(terms: tuple[Term, ...]) -> tuple[tuple[str, ...], tuple[int, ...], str]:
    """Return the ids, the years and the sources of the factors of terms, each once, in their order."""
    factors = list({term.factor.factor_id: term.factor for term in terms}.values())
    years = tuple(dict.fromkeys(factor.year for factor in factors))
    return (
        tuple(factor.factor_id for factor in factors),
        years,
        "; ".join(dict.fromkeys(factor.source for factor in factors)),
    )


def formula(proposal: Proposal, t: Translator) -> str:
    """Return how a proposal came about, with its numbers, as the reader writes them: one line an addend."""
    if not proposal.terms:
        amount = _said(proposal.amount, t)
        if proposal.ratio is None or proposal.ratio == 1:
            return t("the whole flow: {amount} {unit}", amount=amount, unit=proposal.unit)
        return t(
            "{amount} {unit} × replacement ratio {ratio} = {value} {unit}",
            amount=amount,
            unit=proposal.unit,
            ratio=_said(proposal.ratio, t),
            value=_said(proposal.band.value, t),
        )
    lines = [f"{_addend(term, t)} · {t(CREDITS[term.credit])}" for term in proposal.terms]
    return "\n".join([*lines, f"= {format_number(proposal.band.value, t.language, 2)} t CO2e"])


def _addend(term: Term, t: Translator) -> str:
    sign = "+" if term.sign == 1 else "−"
    factor = format_number(term.factor.central, t.language, 4)
    tonnes = format_number(abs(term.tonnes(term.factor.central)), t.language, 2)
    return (
        f"{sign} {_said(term.amount, t)} {term.unit} × {factor} {term.factor.unit} = {sign} {tonnes} t CO2e"
    )


def _said(amount: float, t: Translator) -> str:
    return format_number(amount, t.language, 1 if amount >= 100 else 3)


def _plain(measure: Measure, value: float, unit: str, amount: float, ratio: float | None = None) -> Proposal:
    """The band of an amount is the amount: how wrong the card may be nobody has said."""
    return Proposal(measure, Band(value, value, value), amount, unit, ratio)


def _co2e(found: Estimate, flow: Flow) -> Proposal:
    band = Band(found.low, found.central, found.high)
    ratio = flow.ratio if _replaces(found) else None
    return Proposal(Measure.CO2E, band, flow.amount or 0.0, flow.unit or "", ratio, found.terms)


def _replaces(found: Estimate) -> bool:
    return any(term.credit is Credit.PRIMARY for term in found.terms)
