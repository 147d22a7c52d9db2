"""The words for every choice of the model, in English, marked for translation."""

from enum import StrEnum

from core.domain.model import (
    Basis,
    Carrier,
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
    Source,
    Stage,
    StallReason,
    Transporter,
    Visibility,
)
from core.i18n import Translate
from core.i18n import marked as m

LABELS: dict[type[StrEnum], dict[StrEnum, str]] = {
    Role: {
        Role.ADMINISTRATOR: m("Administrator"),
        Role.MANAGER: m("Manager"),
        Role.ADVISOR: m("Advisor"),
        Role.PARTICIPANT: m("Workshop participant"),
    },
    Direction: {Direction.HAVE: m("Have"), Direction.WANT: m("Want")},
    Kind: {
        Kind.MATERIAL: m("Material"),
        Kind.ENERGY: m("Energy"),
        Kind.WATER: m("Water"),
        Kind.LOGISTICS: m("Logistics"),
        Kind.CAPACITY: m("Capacity"),
        Kind.SPACE: m("Space"),
        Kind.EXPERTISE: m("Expertise"),
        Kind.WORKFORCE: m("Workforce"),
        Kind.TECHNOLOGY: m("Technology"),
    },
    Recurrence: {Recurrence.ONE_OFF: m("One-off"), Recurrence.RECURRING: m("Recurring")},
    Visibility: {
        Visibility.EVERYBODY: m("Everybody, with the firm's name"),
        Visibility.ANONYMOUS: m("Anonymous until both agree"),
        Visibility.ADVISORS: m("Advisors only"),
    },
    Place: {
        Place.ORGANISED_ZONE: m("Organised industrial zone"),
        Place.FREE_ZONE: m("Free zone"),
        Place.SMALL_ESTATE: m("Small-industry estate"),
        Place.PORT: m("Port"),
        Place.TECHNOPARK: m("Technopark"),
        Place.NONE: m("Outside zones"),
    },
    SizeClass: {
        SizeClass.MICRO: m("Micro (fewer than 10 people)"),
        SizeClass.SMALL: m("Small (10–49)"),
        SizeClass.MEDIUM: m("Medium (50–249)"),
        SizeClass.LARGE: m("Large (250 and more)"),
    },
    Gender: {Gender.FEMALE: m("Woman"), Gender.MALE: m("Man"), Gender.NOT_SAID: m("Not said")},
    PhysicalForm: {
        PhysicalForm.SOLID: m("Solid"),
        PhysicalForm.POWDER: m("Powder"),
        PhysicalForm.SLUDGE: m("Sludge"),
        PhysicalForm.LIQUID: m("Liquid"),
        PhysicalForm.GAS: m("Gas"),
        PhysicalForm.MIXED: m("Mixed form"),
    },
    Handling: {
        Handling.LANDFILL: m("Landfilled"),
        Handling.INCINERATION: m("Incinerated"),
        Handling.RECOVERY: m("To a recovery firm"),
        Handling.SOLD: m("Sold"),
        Handling.GIVEN_AWAY: m("Given away"),
        Handling.STORED: m("Stored on site"),
        Handling.DISCHARGED: m("Discharged"),
        Handling.USED_ON_SITE: m("Used on site"),
        Handling.BOUGHT: m("Bought new"),
        Handling.NOT_MET: m("Not met today"),
    },
    Transporter: {
        Transporter.GIVER: m("The giver"),
        Transporter.TAKER: m("The taker"),
        Transporter.EITHER: m("Either side"),
        Transporter.CARRIER: m("A carrier"),
    },
    Source: {
        Source.VISIT: m("Company visit"),
        Source.WORKSHOP: m("Workshop"),
        Source.IMPORT: m("Import"),
        Source.REGISTER: m("Register"),
        Source.SAMPLE: m("Sample data"),
    },
    Stage: {
        Stage.IDEA: m("Idea"),
        Stage.CONTACTED: m("Contacted"),
        Stage.MEETING: m("Meeting"),
        Stage.SAMPLE: m("Sample sent"),
        Stage.FEASIBILITY: m("Feasibility"),
        Stage.AGREEMENT: m("Agreement and permits"),
        Stage.RUNNING: m("Running"),
        Stage.VERIFIED: m("Verified"),
        Stage.STALLED: m("Stalled"),
        Stage.DROPPED: m("Dropped"),
    },
    StallReason: {
        StallReason.TECHNICAL: m("Technical"),
        StallReason.QUALITY: m("Quality or composition"),
        StallReason.QUANTITY: m("Quantity or timing"),
        StallReason.PRICE: m("Cost or price"),
        StallReason.TRANSPORT: m("Transport"),
        StallReason.LEGAL: m("Legal or permit"),
        StallReason.TRUST: m("Confidentiality or trust"),
        StallReason.MANAGEMENT: m("Management interest"),
        StallReason.OTHER_OUTLET: m("Found another outlet"),
        StallReason.NO_ANSWER: m("No answer"),
    },
    Basis: {Basis.ESTIMATED: m("Estimated"), Basis.AGREED: m("Agreed"), Basis.VERIFIED: m("Verified")},
    OpportunityState: {
        OpportunityState.IDEA: m("Idea"),
        OpportunityState.PLANNED: m("Planned"),
        OpportunityState.DONE: m("Done"),
        OpportunityState.DROPPED: m("Dropped"),
    },
    Carrier: {
        Carrier.ELECTRICITY: m("Electricity"),
        Carrier.GAS: m("Natural gas"),
        Carrier.HEAT: m("Heat"),
        Carrier.WATER: m("Water"),
        Carrier.MATERIAL: m("Material"),
        Carrier.WASTE: m("Waste"),
    },
}


def label(choice: StrEnum, t: Translate) -> str:
    """Return the word for a choice in the reader's language."""
    return t(LABELS[type(choice)][choice])
