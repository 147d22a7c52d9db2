"""The words for the choices of the ledger of impact and of the programme's indicators; `labels` holds them too."""

from enum import StrEnum

from core.domain.impact.counting import Uncounted
from core.domain.impact.entries import Measure
from core.domain.impact.whatif import Shape
from core.domain.programme.indicators import CountedAs, IndicatorUnit
from core.i18n import marked as m

IMPACT_LABELS: dict[type[StrEnum], dict[StrEnum, str]] = {
    Measure: {
        Measure.DIVERTED: m("Diverted from landfill"),
        Measure.CO2E: m("Greenhouse gas saved (CO2e)"),
        Measure.VIRGIN: m("Virgin material saved"),
        Measure.HAZARDOUS: m("Hazardous waste avoided"),
        Measure.WATER: m("Water saved"),
        Measure.ENERGY: m("Energy saved"),
        Measure.SAVINGS: m("Cost savings"),
        Measure.SALES: m("Additional sales"),
        Measure.INVESTMENT: m("Private investment"),
        Measure.JOBS_CREATED: m("Jobs created"),
        Measure.JOBS_SAFEGUARDED: m("Jobs safeguarded"),
    },
    Uncounted: {
        Uncounted.WITHDRAWN: m("Withdrawn"),
        Uncounted.REFUSED: m("Not confirmed by the manager"),
        Uncounted.WAITING: m("Waits to be confirmed"),
        Uncounted.SUPERSEDED: m("Corrected by a newer entry"),
        Uncounted.NOT_FOLLOWED: m("The synergy is an idea, stalled or dropped"),
        Uncounted.SAME_FLOW: m("The same flow is counted by another entry"),
        Uncounted.OTHER_BASELINE: m("Another entry of these days says that something else happened before"),
        Uncounted.BEYOND_HAVE: m("Other synergies have used up what the giver has"),
    },
    Shape: {
        Shape.TRIANGULAR: m("Triangular: most likely at the value"),
        Shape.LOGNORMAL: m("Lognormal: half below the value, 90 % between low and high"),
    },
    CountedAs: {
        CountedAs.ENTERED: m("Entered by hand"),
        CountedAs.WORKSHOPS: m("Workshops held"),
        CountedAs.PARTICIPANTS: m("Workshop participants"),
        CountedAs.PARTICIPANTS_WOMEN: m("Workshop participants, women"),
        CountedAs.PARTICIPANTS_MEN: m("Workshop participants, men"),
        CountedAs.TRAININGS: m("Trainings held"),
        CountedAs.TRAININGS_OF_TRAINERS: m("Trainings of trainers held"),
        CountedAs.TRAINING_PARTICIPANTS: m("Training participants"),
        CountedAs.TRAINING_PARTICIPANTS_WOMEN: m("Training participants, women"),
        CountedAs.TRAINING_PARTICIPANTS_MEN: m("Training participants, men"),
        CountedAs.TRAINED_FIRMS: m("Firms that sent people to a training"),
        CountedAs.MEETINGS: m("Meetings of the programme's bodies"),
        CountedAs.MEETING_PARTICIPANTS: m("Participants of the bodies' meetings"),
        CountedAs.MEETING_PARTICIPANTS_WOMEN: m("Participants of the bodies' meetings, women"),
        CountedAs.MEETING_PARTICIPANTS_MEN: m("Participants of the bodies' meetings, men"),
        CountedAs.FIRMS: m("Firms in the register"),
        CountedAs.RESOURCES: m("Resource cards"),
        CountedAs.POTENTIAL_SYNERGIES: m("Potential synergies recorded"),
        CountedAs.VISITS: m("Company visits made"),
        CountedAs.VISITED_FIRMS: m("Firms visited"),
        CountedAs.SAMPLES: m("Synergies that sent a sample"),
        CountedAs.AGREEMENTS: m("Synergies that reached an agreement"),
        CountedAs.RUNNING: m("Synergies that began to run"),
        CountedAs.PILOTS: m("Pilot synergies"),
        CountedAs.VERIFIED_SYNERGIES: m("Synergies with a verified impact"),
        CountedAs.VERIFIED_DIVERTED: m("Verified: diverted from landfill"),
        CountedAs.VERIFIED_CO2E: m("Verified: CO2e saved"),
        CountedAs.VERIFIED_VIRGIN: m("Verified: virgin material saved"),
        CountedAs.VERIFIED_HAZARDOUS: m("Verified: hazardous waste avoided"),
        CountedAs.VERIFIED_WATER: m("Verified: water saved"),
        CountedAs.VERIFIED_ENERGY: m("Verified: energy saved"),
    },
    IndicatorUnit: {
        IndicatorUnit.NUMBER: m("number"),
        IndicatorUnit.PEOPLE: m("people"),
        IndicatorUnit.TONNES: "t",
        IndicatorUnit.TONNES_CO2E: "t CO2e",
        IndicatorUnit.CUBIC_METRES: "m³",
        IndicatorUnit.MEGAWATT_HOURS: "MWh",
        IndicatorUnit.LIRA: m("TRY"),
        IndicatorUnit.PERCENT: "%",
    },
}
