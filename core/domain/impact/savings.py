"""What a synergy saves: pure rules from a yearly flow and sourced factors to t CO2e, each term shown with its numbers.

Rules (field practice of NISP and others): landfill is credited only where the baseline was landfill, primary material
only where the taker buys it today and nobody else uses the have already, at most one to one; transport and treatment
are taken off; of two material groups the factors of the lower one count; food that becomes feed or gas is credited as
feed or gas; what nobody knows is left out and said, never guessed.
"""

from dataclasses import dataclass
from enum import StrEnum

from core.domain import reference
from core.domain.choices import STAGES_IN_ORDER, Handling, Kind, Stage
from core.domain.reference import ImpactFactor, MaterialGroup

ROAD = "road.all_hgv"
ELECTRICITY = "electricity.grid"
GAS = "fuel.natural_gas"
FEED = "primary.feed_grain"
_KG_PER_T = 1000.0
_USED_TODAY = (Handling.RECOVERY, Handling.SOLD, Handling.USED_ON_SITE)
UNIT_OF_KIND = {Kind.MATERIAL: "t", Kind.ENERGY: "MWh", Kind.WATER: "m3"}


class Credit(StrEnum):
    """What a term of an estimate stands for."""

    LANDFILL = "landfill"
    PRIMARY = "primary"
    RECOVERED = "recovered"
    GAS = "gas"
    FEED = "feed"
    ROAD = "road"
    ROAD_TODAY = "road_today"
    ROAD_REPLACED = "road_replaced"
    TREATMENT = "treatment"


class NotCounted(StrEnum):
    """Why a synergy has no estimate."""

    NO_QUANTITY = "no_quantity"
    NO_FACTOR = "no_factor"
    NO_BASELINE = "no_baseline"
    OTHER_KIND = "other_kind"
    ALREADY_USED = "already_used"
    USED_UP = "used_up"


@dataclass(frozen=True)
class Flow:
    """What one firm gives another in a year (or once): `amount` in `unit` ("t", "MWh" or "m3").

    `distance_km` is the new haul as the crow flies or None, `today_km` the haul that it replaces (to the landfill),
    `replaced_km` that of the material no longer bought. `today` is how the giver deals with it, `bought_today`
    whether the taker buys new material today, `ratio` how many tonnes of that a tonne replaces (at most 1).
    `electricity_mwh` and `gas_mwh` are spent on treating the whole amount; `gas_replaced_mwh` is the gas that biogas
    of it takes the place of, `feed_replaced_t` the feed grain (as it is sold) that the taker buys no more: what is wet
    replaces far less than its own weight, so nobody but a person says how much.
    """

    kind: Kind
    amount: float | None
    unit: str | None
    group: MaterialGroup | None
    replaced: MaterialGroup | None = None
    today: Handling | None = None
    bought_today: bool = False
    distance_km: float | None = None
    today_km: float = 0.0
    replaced_km: float = 0.0
    ratio: float = 1.0
    electricity_mwh: float = 0.0
    gas_mwh: float = 0.0
    gas_replaced_mwh: float = 0.0
    feed_replaced_t: float = 0.0


@dataclass(frozen=True)
class Term:
    """One addend of an estimate: `sign` × `amount` (≥ 0, in t, m3, MWh or t·km) × `factor` kg CO2e."""

    credit: Credit
    sign: int
    amount: float
    unit: str
    factor: ImpactFactor

    def tonnes(self, value: float) -> float:
        """Return the term in t CO2e for one value (low, central or high) of its factor."""
        return self.sign * self.amount * value / _KG_PER_T


@dataclass(frozen=True)
class Estimate:
    """t CO2e saved (low, central, high) and t diverted from landfill, with the terms they are made of.

    Without terms the CO2e is unknown, not zero: ask `knows_co2e` first.
    """

    terms: tuple[Term, ...]
    diverted_t: float

    @property
    def knows_co2e(self) -> bool:
        """True where at least one credit has a factor."""
        return bool(self.terms)

    @property
    def central(self) -> float:
        """Return t CO2e saved by the central factors.

        Foundry sand, 100 t a year from landfill to a cement plant 33 km away, in place of aggregate:
        0.126338 + 0.779306 − 100 t × 33 km × 0.10163 kg/t·km = 0.570265 t CO2e.

        >>> from core.domain import reference
        >>> sand = reference.material_groups()["aggregates"]
        >>> flow = Flow(Kind.MATERIAL, 100.0, "t", sand, sand, Handling.LANDFILL, True, 33.0)
        >>> round(estimate(flow).central, 6)
        0.570265
        """
        return sum(term.tonnes(term.factor.central) for term in self.terms)

    @property
    def low(self) -> float:
        """Return t CO2e saved with low credits and high burdens."""
        return sum(term.tonnes(term.factor.low if term.sign > 0 else term.factor.high) for term in self.terms)

    @property
    def high(self) -> float:
        """Return t CO2e saved with high credits and low burdens."""
        return sum(term.tonnes(term.factor.high if term.sign > 0 else term.factor.low) for term in self.terms)


def estimate(flow: Flow) -> Estimate | NotCounted:
    """Return the estimate of a flow, or why there is none."""
    if flow.kind not in UNIT_OF_KIND:
        return NotCounted.OTHER_KIND
    if flow.amount is None or flow.unit != UNIT_OF_KIND[flow.kind]:
        return NotCounted.NO_QUANTITY
    if flow.amount <= 0:
        return NotCounted.USED_UP
    if flow.group is None:
        return NotCounted.NO_FACTOR
    if flow.today in _USED_TODAY:
        return NotCounted.ALREADY_USED
    credits = _credits(flow)
    landfilled = flow.kind is Kind.MATERIAL and flow.today is Handling.LANDFILL
    if not credits and not landfilled:
        known = flow.group.landfill_factor or flow.group.primary_factor
        return NotCounted.NO_BASELINE if known else NotCounted.NO_FACTOR
    diverted = flow.amount if landfilled else 0.0
    haul_counted = any(term.credit is Credit.LANDFILL for term in credits)
    return Estimate(
        (*credits, *_road(flow, haul_counted), *_treatment(flow)) if credits else (),
        diverted,
    )


def furthest_first(stage: Stage) -> int:
    """Return a sort key that puts the furthest stage first: it has the first claim on a have's quantity."""
    return -STAGES_IN_ORDER.index(stage)


def _credits(flow: Flow) -> tuple[Term, ...]:
    amount, unit, group = flow.amount or 0.0, flow.unit or "", flow.group
    terms = []
    avoided_at_giver = flow.today is (Handling.DISCHARGED if flow.kind is Kind.WATER else Handling.LANDFILL)
    if group and avoided_at_giver and (factor := _factor(group.landfill_factor)):
        terms.append(Term(Credit.LANDFILL, 1, amount, unit, factor))
    replaced = _lower(group, flow.replaced or group) if group else None
    if replaced and flow.today and flow.bought_today and (factor := _factor(replaced.primary_factor)):
        terms.append(Term(Credit.PRIMARY, 1, amount * min(flow.ratio, 1.0), unit, factor))
        if burden := _factor(replaced.closed_loop_factor):
            terms.append(Term(Credit.RECOVERED, -1, amount, unit, burden))
    if flow.today and flow.gas_replaced_mwh > 0:  # food that becomes biogas replaces gas, not food
        terms.append(Term(Credit.GAS, 1, flow.gas_replaced_mwh, "MWh", reference.impact_factors()[GAS]))
    if flow.today and flow.kind is Kind.MATERIAL and flow.feed_replaced_t > 0:
        feed = min(flow.feed_replaced_t, amount)  # a tonne of it is never more than a tonne of grain
        terms.append(Term(Credit.FEED, 1, feed, "t", reference.impact_factors()[FEED]))
    return tuple(terms)


def _lower(given: MaterialGroup, replaced: MaterialGroup) -> MaterialGroup | None:
    """Return the group whose factors count, of two the one of lower primary production, lest scale count as steel.

    Its own burden goes with it: cullet ground in place of sand is not melted.
    """
    known = [
        (factor.central, group) for group in (given, replaced) if (factor := _factor(group.primary_factor))
    ]
    return min(known, key=lambda pair: pair[0])[1] if len(known) == 2 else None


def _road(flow: Flow, haul_counted: bool) -> tuple[Term, ...]:
    """The new haul, less the hauls that end with it: `net_haul_tkm`, each addend on its own.

    `haul_counted`: today's haul is in the landfill's factor, which holds collection and transport, and counts once.
    """
    if flow.kind is not Kind.MATERIAL or not flow.distance_km:
        return ()
    amount, factor = flow.amount or 0.0, reference.impact_factors()[ROAD]
    hauls = (
        (Credit.ROAD, -1, amount * flow.distance_km),
        (Credit.ROAD_TODAY, 1, 0.0 if haul_counted else amount * flow.today_km),
        (Credit.ROAD_REPLACED, 1, amount * min(flow.ratio, 1.0) * flow.replaced_km),
    )
    return tuple(Term(credit, sign, haul, "t·km", factor) for credit, sign, haul in hauls if haul > 0)


def _treatment(flow: Flow) -> tuple[Term, ...]:
    factors = reference.impact_factors()
    spent = ((flow.electricity_mwh, ELECTRICITY), (flow.gas_mwh, GAS))
    return tuple(Term(Credit.TREATMENT, -1, mwh, "MWh", factors[name]) for mwh, name in spent if mwh > 0)


def _factor(factor_id: str | None) -> ImpactFactor | None:
    return reference.impact_factors()[factor_id] if factor_id else None
