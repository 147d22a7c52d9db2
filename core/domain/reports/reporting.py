"""What reports say, as frozen figures and texts of records: filled by services.reporting, laid out by views.reports.

A report holds every number that its page, its PDF and its workbook show; nothing is computed after it was made.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.domain import quantity
from core.domain.choices import Basis, Direction, Handling, Kind, Stage
from core.domain.impact.entries import Measure
from core.domain.impact.years import Band
from core.domain.model import Firm, Opportunity, Site


class ReportKind(StrEnum):
    """What a report is about."""

    FIRM = "firm"
    SYNERGY = "synergy"
    PROGRAMME = "programme"


class FileKind(StrEnum):
    """As what a report is written."""

    PDF = "pdf"
    XLSX = "xlsx"


class Audience(StrEnum):
    """For whom a copy is: `outside` holds only what a firm, or anybody who does not work for the programme, may see."""

    INSIDE = "inside"
    OUTSIDE = "outside"


@dataclass(frozen=True)
class Period:
    """From a day (None: the beginning) to a day, both included."""

    first: date | None
    last: date


@dataclass(frozen=True)
class Figure:
    """A number that a report tells: `key` says which ("reached/sample"), `name` of what record, if it is of one.

    Keys stand for the words of views.reports.figures, so that a figure that was issued can be said again years later.
    """

    key: str
    value: float | None
    unit: str = ""
    name: str | None = None


@dataclass(frozen=True)
class Correction:
    """A figure of an issued report that is otherwise today: `figure` as it was told, `value` today (None: gone)."""

    issued_report_id: str
    number: int
    issued_on: date
    first: date | None
    last: date | None
    figure: Figure
    value: float | None


@dataclass(frozen=True)
class Withdrawn:
    """An issued report that was withdrawn, when and why: the next one of its kind names it."""

    number: int
    issued_on: date
    first: date | None
    last: date | None
    withdrawn_on: date
    reason: str


@dataclass(frozen=True)
class Head:
    """What every report says of itself: region, day, for whom, whether its firms are invented.

    `number` is that of an issued report, None before; `corrections` what changed since those that were issued;
    `withdrawn` those that were withdrawn since the last one was issued.
    """

    region_tr: str
    region_en: str
    is_sample: bool
    made_on: date
    audience: Audience
    number: int | None = None
    corrections: tuple[Correction, ...] = ()
    withdrawn: tuple[Withdrawn, ...] = ()

    def region(self, language: str) -> str:
        """Return the region's name in a language."""
        return self.region_tr if language == "tr" else self.region_en


@dataclass(frozen=True)
class Reference:
    """What a site makes in a year, against which its flows are read: `amount` in `unit` ("t", "m3", "MWh", "piece")."""

    amount: float
    unit: str


@dataclass(frozen=True)
class Partner:
    """A suggested counterpart as the reader may see it; named as columns of services.suggesting.for_card.

    `asks_for_another`: the want's card names another thing than is given (matching.explaining).
    """

    firm_name: str | None
    sector: str | None
    district: str | None
    name: str
    score: float
    distance_km: float | None
    is_coarse: bool
    asks_for_another: bool = False


@dataclass(frozen=True)
class FirmFlow:
    """A resource that a site gives or takes, absolute and relative (CircLean).

    `yearly_amount` in `yearly_unit`; `share` (0–1) of all that the firm gives, or takes, in that unit; `per_output` in
    `yearly_unit` per unit of the site's `output`. None: not known.
    """

    resource_id: str
    site_id: str
    site_name: str
    direction: Direction
    name: str
    description: str | None
    kind: Kind
    quantity_typed: str | None
    yearly_amount: float | None
    yearly_unit: str | None
    period: str | None
    waste_codes: str | None
    hazardous: bool | None
    handling: Handling | None
    is_draft: bool
    share: float | None = None
    per_output: float | None = None
    output: Reference | None = None
    partners: tuple[Partner, ...] = ()


@dataclass(frozen=True)
class FirmVisit:
    """A visit to the firm; `notes` None where they are not for the reader."""

    visit_id: str
    site_name: str
    visited_on: date
    advisor: str
    next_steps: str | None
    notes: str | None
    is_closed: bool


@dataclass(frozen=True)
class FirmSynergy:
    """A synergy in which the firm takes part; `partners` holds those of the other firms that may be named.

    `unnamed` counts those that may not. `direction`: the firm is its giver (HAVE) or taker (WANT), None another party.
    """

    synergy_id: str
    title: str
    partners: tuple[str, ...]
    unnamed: int
    stage: Stage
    since: date | None
    next_action: str | None
    next_action_on: date | None
    direction: Direction | None = None


@dataclass(frozen=True)
class FirmImpact:
    """An entry that counts: `band` after attribution, in `unit` a year where it `recurs`, else in all.

    `direction`: HAVE where the firm gives, WANT where it takes, None for its own money and jobs. `per_output` is the
    value per unit of what the firm's only site makes; None: not known, or it has several.
    """

    synergy_id: str
    title: str
    direction: Direction | None
    measure: Measure
    basis: Basis
    lapsed: bool
    band: Band
    unit: str
    recurs: bool
    period_from: date
    period_to: date | None
    per_output: float | None = None

    @property
    def figure(self) -> Figure:
        """Return the number that an issued report is held to: one of a synergy, a measure and a first day."""
        key = f"entry/{self.synergy_id}/{self.measure.value}/{self.period_from.isoformat()}"
        return Figure(key, self.band.value, self.unit, f"{self.title}, {self.period_from:%d.%m.%Y}")


@dataclass(frozen=True)
class FirmReport:
    """All that a firm's report says, already fit for its reader."""

    head: Head
    firm: Firm
    sites: tuple[Site, ...]
    flows: tuple[FirmFlow, ...]
    visits: tuple[FirmVisit, ...]
    opportunities: tuple[Opportunity, ...]
    synergies: tuple[FirmSynergy, ...]
    impact: tuple[FirmImpact, ...] = ()

    def given(self) -> tuple[FirmFlow, ...]:
        """Return the outgoing flows: what the firm gives."""
        return tuple(flow for flow in self.flows if flow.direction is Direction.HAVE)

    def figures(self) -> tuple[Figure, ...]:
        """Return the numbers that an issued report is held to."""
        flows = [
            Figure(
                f"{'given' if flow.direction is Direction.HAVE else 'taken'}/{flow.resource_id}",
                flow.yearly_amount,
                flow.yearly_unit or "",
                flow.name,
            )
            for flow in self.flows
            if not flow.is_draft
        ]
        return (
            Figure("number/visits", float(len(self.visits))),
            Figure("number/opportunities", float(len(self.opportunities))),
            Figure("number/synergies", float(len(self.synergies))),
            *flows,
            *(one.figure for one in self.impact),
        )

    def taken(self) -> tuple[FirmFlow, ...]:
        """Return the incoming flows: what the firm looks for."""
        return tuple(flow for flow in self.flows if flow.direction is Direction.WANT)


def reference_of(site: Site) -> Reference | None:
    """Return what a site makes in a year, None where it is not said or its unit cannot be read.

    >>> reference_of(Site("s", "f", "Merkez", output_quantity=2, output_unit="bin ton/yıl")) is None
    True
    >>> reference_of(Site("s", "f", "Merkez", output_quantity=2000, output_unit="ton/ay"))
    Reference(amount=24000.0, unit='t')
    >>> reference_of(Site("s", "f", "Merkez", output_quantity=98, output_unit="ton"))
    Reference(amount=98.0, unit='t')
    """
    if not site.output_quantity or not site.output_unit:
        return None
    unit, _, period = site.output_unit.partition("/")
    said = quantity.annual(
        site.output_quantity,
        quantity.unit_code(unit),
        quantity.period_code(period) if period else "year",
    )
    return Reference(said.amount, said.unit) if said and said.amount > 0 else None


def per_output(amount: float | None, output: Reference | None) -> float | None:
    """Return a flow per unit of what the site makes.

    1,300 t of pomace a year beside 26,000 t of paste:

    >>> per_output(1300.0, Reference(26000.0, "t"))
    0.05
    """
    return None if amount is None or output is None else amount / output.amount


def share(amount: float | None, whole: float) -> float | None:
    """Return which part (0–1) of all flows of one direction and unit an amount is.

    >>> share(25.0, 100.0), share(None, 100.0), share(0.0, 0.0)
    (0.25, None, None)
    """
    return None if amount is None or whole <= 0 else amount / whole
