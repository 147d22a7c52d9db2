"""What records choose from: closed lists, each value the word that is stored; what people read is in `labels`."""

from enum import StrEnum


class Role(StrEnum):
    ADMINISTRATOR = "administrator"
    MANAGER = "manager"
    ADVISOR = "advisor"
    PARTICIPANT = "participant"


class Direction(StrEnum):
    HAVE = "have"
    WANT = "want"


class Kind(StrEnum):
    MATERIAL = "material"
    ENERGY = "energy"
    WATER = "water"
    LOGISTICS = "logistics"
    CAPACITY = "capacity"
    SPACE = "space"
    EXPERTISE = "expertise"
    WORKFORCE = "workforce"
    TECHNOLOGY = "technology"


FLOWS = (Kind.MATERIAL, Kind.ENERGY, Kind.WATER)
"""Kinds of things that flow from one plant to another; the others are services: what is done, lent or known."""


class Recurrence(StrEnum):
    ONE_OFF = "one_off"
    RECURRING = "recurring"


class Visibility(StrEnum):
    """Who may see a card. `everybody` is the firm's agreement to be named with it."""

    EVERYBODY = "everybody"
    ANONYMOUS = "anonymous"
    ADVISORS = "advisors"


class Place(StrEnum):
    ORGANISED_ZONE = "organised_zone"
    FREE_ZONE = "free_zone"
    SMALL_ESTATE = "small_estate"
    PORT = "port"
    TECHNOPARK = "technopark"
    NONE = "none"


class SizeClass(StrEnum):
    MICRO = "micro"
    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"


class Gender(StrEnum):
    FEMALE = "female"
    MALE = "male"
    NOT_SAID = "not_said"


class PhysicalForm(StrEnum):
    SOLID = "solid"
    POWDER = "powder"
    SLUDGE = "sludge"
    LIQUID = "liquid"
    GAS = "gas"
    MIXED = "mixed"


class Handling(StrEnum):
    """How a have is dealt with today, or how a want is met today."""

    LANDFILL = "landfill"
    INCINERATION = "incineration"
    RECOVERY = "recovery"
    SOLD = "sold"
    GIVEN_AWAY = "given_away"
    STORED = "stored"
    DISCHARGED = "discharged"
    USED_ON_SITE = "used_on_site"
    BOUGHT = "bought"
    NOT_MET = "not_met"


class Transporter(StrEnum):
    GIVER = "giver"
    TAKER = "taker"
    EITHER = "either"
    CARRIER = "carrier"


class Source(StrEnum):
    VISIT = "visit"
    WORKSHOP = "workshop"
    IMPORT = "import"
    REGISTER = "register"
    SAMPLE = "sample"


class Stage(StrEnum):
    """Where a synergy stands, in the order of its life; the last two may come at any time."""

    IDEA = "idea"
    CONTACTED = "contacted"
    MEETING = "meeting"
    SAMPLE = "sample"
    FEASIBILITY = "feasibility"
    AGREEMENT = "agreement"
    RUNNING = "running"
    VERIFIED = "verified"
    STALLED = "stalled"
    DROPPED = "dropped"


FOLLOWED = frozenset(Stage) - {Stage.IDEA, Stage.STALLED, Stage.DROPPED}
"""The stages at which somebody works on a synergy, or it runs: only then its saving counts."""


STAGES_IN_ORDER = tuple(stage for stage in Stage if stage not in (Stage.STALLED, Stage.DROPPED))


class StallReason(StrEnum):
    TECHNICAL = "technical"
    QUALITY = "quality"
    QUANTITY = "quantity"
    PRICE = "price"
    TRANSPORT = "transport"
    LEGAL = "legal"
    TRUST = "trust"
    MANAGEMENT = "management"
    OTHER_OUTLET = "other_outlet"
    NO_ANSWER = "no_answer"


class Basis(StrEnum):
    ESTIMATED = "estimated"
    AGREED = "agreed"
    VERIFIED = "verified"


class Sort(StrEnum):
    """What is suggested: a have for a want, a firm by its activity, several haves for a want, one service for two,
    a have that a third firm turns into what is wanted."""

    PAIRS = "pairs"
    FIRMS = "firms"
    POOLS = "pools"
    SHARING = "sharing"
    CHAINS = "chains"


class Verdict(StrEnum):
    """What an advisor says of a suggestion."""

    USEFUL = "useful"
    NOT_USEFUL = "not_useful"


class AnswerReason(StrEnum):
    """Why a suggestion is of no use to a firm."""

    WRONG_MATERIAL = "wrong_material"
    ACTIVITY = "activity"
    QUALITY = "quality"
    QUANTITY = "quantity"
    TOO_FAR = "too_far"
    PRICE = "price"
    LEGAL = "legal"
    TRIED = "tried"
    NOT_INTERESTED = "not_interested"
    OTHER = "other"


class ConsentWay(StrEnum):
    """How a firm agreed to something."""

    WRITTEN = "written"
    EMAIL = "email"
    MEETING = "meeting"
    PHONE = "phone"


class OpportunityState(StrEnum):
    IDEA = "idea"
    PLANNED = "planned"
    DONE = "done"
    DROPPED = "dropped"


class Carrier(StrEnum):
    """What an eco-efficiency opportunity saves."""

    ELECTRICITY = "electricity"
    GAS = "gas"
    HEAT = "heat"
    WATER = "water"
    MATERIAL = "material"
    WASTE = "waste"
