"""A synergy's dossier: who takes part with which cards, how far it came, what blocks it, what was said and filed."""

from dataclasses import dataclass
from datetime import date

from core.domain.choices import Basis, Direction, Handling, Kind, Stage, StallReason, Transporter
from core.domain.impact.counting import Uncounted
from core.domain.impact.entries import UNITS, Measure
from core.domain.impact.years import Band
from core.domain.legal.guidance import ByProduct, Step
from core.domain.legal.handbook import Route
from core.domain.model import Permit
from core.domain.reports.reporting import Figure, Head
from core.domain.synergies.following import DocumentKind, LogWay, PartyRole, Perspective, Readiness


@dataclass(frozen=True)
class DossierParty:
    """A firm in its role; `name` None where the reader may not know it. `place`: the district of the card's site."""

    role: PartyRole
    name: str | None
    sector: str | None
    district: str | None


@dataclass(frozen=True)
class DossierCard:
    """A card that the synergy grew from. `yearly_amount` in `yearly_unit`, None: not known."""

    role: PartyRole
    name: str
    direction: Direction
    kind: Kind
    quantity_typed: str | None
    yearly_amount: float | None
    yearly_unit: str | None
    period: str | None
    waste_codes: str | None
    hazardous: bool | None
    handling: Handling | None


@dataclass(frozen=True)
class DossierStage:
    """A stage that was entered; `skipped` joins by ";" what was missing then (domain.stages.Need)."""

    stage: Stage
    entered_on: date
    reason: StallReason | None
    skipped: str | None
    moved_by: str | None


@dataclass(frozen=True)
class DossierReadiness:
    """How ready it is in one perspective."""

    perspective: Perspective
    level: Readiness
    note: str | None


@dataclass(frozen=True)
class DossierBarrier:
    """What holds or held it up."""

    reason: StallReason
    seen_on: date
    removed_on: date | None
    note: str | None


@dataclass(frozen=True)
class DossierContact:
    """A contact made or a note written."""

    way: LogWay
    made_on: date
    firm: str | None
    note: str | None
    made_by: str


@dataclass(frozen=True)
class DossierFile:
    """A file that is kept with the synergy; `name` None where it is not for the reader."""

    kind: DocumentKind
    document_on: date | None
    name: str | None
    sha256: str


@dataclass(frozen=True)
class DossierImpact:
    """An entry of the ledger of impact. `band` is what counts of it, after attribution and share: a year if it recurs,
    else in all; None where it does not count, `why` says why.

    `basis` is the one that it counts on, else the one claimed. `firm` is whose money or jobs these are.
    """

    measure: Measure
    basis: Basis
    band: Band | None
    why: Uncounted | None
    recurs: bool
    lapsed: bool
    attribution: float
    period_from: date
    period_to: date | None
    formula: str | None
    factors: str
    evidence: tuple[str, ...]
    evidence_kinds: tuple[DocumentKind, ...]
    firm: str | None
    entered_by: str | None
    confirmed_by: str | None
    confirmed_on: date | None
    baseline: Handling | None = None
    replacement_ratio: float | None = None
    quantity: float | None = None
    quantity_unit: str | None = None
    is_measured: bool = False
    lifetime_years: int | None = None


@dataclass(frozen=True)
class DossierLegal:
    """How the legal path stands: the questions that apply with what follows from them, and what is at hand.

    `papers` are the permits and documents that somebody has seen: outcome_id, day. `licences`: permits of the taker for
    a waste code of the have, from the register.
    """

    route: Route | None
    carrier: Transporter | None
    steps: tuple[Step, ...]
    papers: tuple[tuple[str, date], ...]
    by_product: ByProduct | None
    by_product_on: date | None
    licences: tuple[Permit, ...]


@dataclass(frozen=True)
class SynergyReport:
    """All that a synergy's dossier says, fit for its reader: outside without contacts, notes, prices and file names.

    `amount` in `unit` a year (or once) is what was agreed; `price_per_unit` in TRY of `price_date`, from the taker to
    the giver. `unnamed` is True where a firm may not be named; `legal` None before the first contact.
    """

    head: Head
    synergy_id: str
    title: str
    kind: Kind
    stage: Stage
    stage_since: date | None
    stall_reason: StallReason | None
    is_pilot: bool
    owner: str | None
    said_by: str | None
    next_action: str | None
    next_action_on: date | None
    amount: float | None
    unit: str | None
    recurs: bool | None
    price_per_unit: float | None
    price_unit: str | None
    price_date: date | None
    notes: str | None
    unnamed: bool
    parties: tuple[DossierParty, ...]
    cards: tuple[DossierCard, ...]
    stages: tuple[DossierStage, ...]
    readiness: tuple[DossierReadiness, ...]
    barriers: tuple[DossierBarrier, ...]
    contacts: tuple[DossierContact, ...]
    files: tuple[DossierFile, ...]
    legal: DossierLegal | None = None
    impact: tuple[DossierImpact, ...] = ()

    def figures(self) -> tuple[Figure, ...]:
        """Return the numbers that an issued dossier is held to."""
        cards = [
            Figure(f"card/{place}", one.yearly_amount, one.yearly_unit or "", one.name)
            for place, one in enumerate(self.cards)
        ]
        bases: dict[tuple[Measure, Basis], float] = {}
        for one in self.impact:
            if one.band:
                bases[one.measure, one.basis] = bases.get((one.measure, one.basis), 0.0) + one.band.value
        impact = [
            Figure(f"impact/{measure.value}/{basis.value}/entries", value, UNITS[measure])
            for (measure, basis), value in bases.items()
        ]
        return (Figure("agreed", self.amount, self.unit or ""), *cards, *impact)
