"""The records of the platform: firms, sites, resource cards, visits, synergies, and who may act on them.

Frozen dataclasses without behaviour: what a service takes and storage keeps. What they choose from is in `choices`.
"""

from dataclasses import dataclass
from datetime import date, datetime

from core.domain.choices import (
    AnswerReason,
    Carrier,
    ConsentWay,
    Direction,
    Gender,
    Handling,
    Kind,
    OpportunityState,
    PhysicalForm,
    Place,
    Recurrence,
    Role,
    SizeClass,
    Sort,
    Source,
    Stage,
    StallReason,
    Transporter,
    Verdict,
    Visibility,
)


@dataclass(frozen=True)
class User:
    """Who acts: a role, and for a participant the firm he or she speaks for."""

    user_id: str
    name: str
    role: Role
    region_id: str = "izmir"
    firm_id: str | None = None

    @property
    def is_staff(self) -> bool:
        """True for those who work for the programme and may see every card of their region."""
        return self.role is not Role.PARTICIPANT


@dataclass(frozen=True)
class Firm:
    """A business; `tax_number` is a VKN (10 digits) or a person's number (11, shown masked, never exported)."""

    firm_id: str
    region_id: str
    name: str
    tax_number: str | None = None
    size_class: SizeClass | None = None
    external_id: str | None = None
    about: str | None = None
    is_sample: bool = False
    row_version: int = 1


@dataclass(frozen=True)
class SiteActivity:
    """A NACE code of a site; a code that our list lacks is kept as typed."""

    code: str
    revision: str = "2"
    is_main: bool = False


@dataclass(frozen=True)
class Permit:
    """A permit or licence of a site: the R/D operation, the waste code, and until when it is valid."""

    kind: str
    operation: str | None = None
    waste_code: str | None = None
    valid_until: date | None = None


@dataclass(frozen=True)
class Site:
    """One place of a firm. Electricity in kWh a year, gas in Sm³ a year, water in m³ a year, coordinates in degrees."""

    site_id: str
    firm_id: str
    name: str
    place: Place = Place.NONE
    zone_id: str | None = None
    district: str | None = None
    lat: float | None = None
    lon: float | None = None
    coordinate_quality: str | None = None
    activity: str | None = None
    activities: tuple[SiteActivity, ...] = ()
    permits: tuple[Permit, ...] = ()
    electricity_kwh_per_year: float | None = None
    gas_sm3_per_year: float | None = None
    water_m3_per_year: float | None = None
    output_quantity: float | None = None
    output_unit: str | None = None
    output_product: str | None = None
    row_version: int = 1


@dataclass(frozen=True)
class Contact:
    """A person at a firm: personal data, erasable."""

    contact_id: str
    firm_id: str
    name: str
    site_id: str | None = None
    task: str | None = None
    phone: str | None = None
    email: str | None = None
    gender: Gender = Gender.NOT_SAID
    informed_on: date | None = None
    row_version: int = 1


@dataclass(frozen=True)
class Resource:
    """A resource card: what a site has to give or wants.

    `quantity_typed` is what somebody wrote; `quantity`, `unit`, `period` what could be read from it, in codes of
    units.csv. `price_per_unit` is signed from the firm's side (a have: + income, − cost; a want: the price paid today),
    in TRY of `price_date` per `price_unit`. `density_t_per_m3` joins volume and mass. `months` are 1–12.
    """

    resource_id: str
    site_id: str
    direction: Direction
    name: str
    kind: Kind = Kind.MATERIAL
    description: str | None = None
    external_id: str | None = None
    quantity_typed: str | None = None
    quantity: float | None = None
    unit: str | None = None
    period: str | None = None
    density_t_per_m3: float | None = None
    recurrence: Recurrence | None = None
    interval: str | None = None
    months: tuple[int, ...] = ()
    available_from: date | None = None
    available_until: date | None = None
    condition: str | None = None
    composition: str | None = None
    physical_form: PhysicalForm | None = None
    hazardous: bool | None = None
    waste_codes: tuple[str, ...] = ()
    handling: Handling | None = None
    price_per_unit: float | None = None
    price_unit: str | None = None
    price_date: date | None = None
    price_vat_included: bool | None = None
    transporter: Transporter | None = None
    visibility: Visibility = Visibility.ANONYMOUS
    source: Source = Source.VISIT
    source_id: str | None = None
    is_draft: bool = False
    row_version: int = 1


@dataclass(frozen=True)
class Photo:
    """A re-encoded picture of a resource: JPEG bytes, width and height in pixels."""

    resource_id: str
    content: bytes
    width: int
    height: int


@dataclass(frozen=True)
class Visit:
    """A company visit of an advisor to a site."""

    visit_id: str
    site_id: str
    advisor_id: str
    visited_on: date
    notes: str | None = None
    next_steps: str | None = None
    closed_at: datetime | None = None
    row_version: int = 1


@dataclass(frozen=True)
class Opportunity:
    """An eco-efficiency opportunity found at a site; never summed with symbiosis impact.

    `saving_per_year` in `saving_unit`; money in TRY of `price_date`.
    """

    opportunity_id: str
    site_id: str
    measure: str
    carrier: Carrier
    visit_id: str | None = None
    saving_per_year: float | None = None
    saving_unit: str | None = None
    saving_try_per_year: float | None = None
    investment_try: float | None = None
    price_date: date | None = None
    state: OpportunityState = OpportunityState.IDEA
    row_version: int = 1


@dataclass(frozen=True)
class Synergy:
    """A potential synergy that a person recorded, and how far it came. `quantity` in `unit` per `period`.

    `recurrence` says how it runs: once, or again and again. `price_per_unit` is what the taker pays the giver
    (negative: the giver pays), in TRY of `price_date` without VAT, per `price_unit`.
    """

    synergy_id: str
    region_id: str
    title: str
    giver_firm_id: str
    taker_firm_id: str
    have_id: str | None = None
    want_id: str | None = None
    kind: Kind = Kind.MATERIAL
    said_by: str | None = None
    stage: Stage = Stage.IDEA
    stage_since: date | None = None
    stall_reason: StallReason | None = None
    owner_id: str | None = None
    next_action: str | None = None
    next_action_on: date | None = None
    quantity: float | None = None
    unit: str | None = None
    period: str | None = None
    workshop_id: str | None = None
    visit_id: str | None = None
    notes: str | None = None
    is_pilot: bool = False
    recurrence: Recurrence | None = None
    price_per_unit: float | None = None
    price_unit: str | None = None
    price_date: date | None = None
    row_version: int = 1


@dataclass(frozen=True)
class Answer:
    """What an advisor said of a suggestion for one of its firms; `score` (0–1) and `rank` (from 1) as they then were.

    What it is about depends on `sort`: have and want; have or want and the firm that its activity speaks for
    (`other_firm_id`); the want of merged haves; two cards of one direction (`other_card_id`); have, processor
    (`other_firm_id`) and want. `rank` is the place in the list, for a pair among the counterparts of that firm's card;
    both are None where the pair was no suggestion.
    """

    answer_id: str
    region_id: str
    firm_id: str
    have_id: str | None
    want_id: str | None
    verdict: Verdict
    answered_by: str
    answered_at: datetime
    reason: AnswerReason | None = None
    note: str | None = None
    score: float | None = None
    rank: int | None = None
    sort: Sort = Sort.PAIRS
    other_card_id: str | None = None
    other_firm_id: str | None = None
    withdrawn_at: datetime | None = None
    withdrawn_by: str | None = None
    row_version: int = 1


@dataclass(frozen=True)
class OwnPrecedent:
    """A verified synergy of the programme as a precedent; names no firm. Activities are NACE classes with dots.

    `giver_sector` and `taker_sector` are display groups (sector_groups.csv).
    """

    precedent_id: str
    region_id: str
    resource_en: str
    resource_tr: str
    giver_nace: str
    taker_nace: str
    use_en: str
    use_tr: str
    province: str
    waste_codes: tuple[str, ...] = ()
    giver_sector: str | None = None
    taker_sector: str | None = None
    row_version: int = 1


@dataclass(frozen=True)
class Consent:
    """A firm's consent that an exchange becomes a precedent: who gave it, when and how."""

    firm_id: str
    given_by: str
    given_on: date
    given_how: ConsentWay
    withdrawn_on: date | None = None


SYSTEM = User("system", "Simbiyoz", Role.ADMINISTRATOR)  # who acts on the command line
# Who works with real data until sign-in exists: whoever sits at the machine that serves it, on loopback only.
LOCAL = User("local", "Simbiyoz", Role.ADMINISTRATOR)
