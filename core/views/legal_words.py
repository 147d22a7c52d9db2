"""How the legal handbook speaks: words of its choices, citations, and what was read. Page and report say the same."""

from enum import StrEnum

from core.domain.choices import Stage
from core.domain.labels import label
from core.domain.legal.guidance import ByProduct, State
from core.domain.legal.handbook import (
    Area,
    OutcomeKind,
    ReadAs,
    Regulation,
    Route,
    Said,
    Source,
)
from core.domain.numbers import format_date
from core.i18n import Translator
from core.i18n import marked as m

GUIDANCE = m("Guidance, not legal advice.")
HOW_FAR = m(
    "What decides is the text in force and the authority. Later amendments were not followed up. Rows marked as not "
    "checked were written without the text at hand."
)
_WORDS: dict[type[StrEnum], dict[StrEnum, str]] = {
    Route: {
        Route.BY_PRODUCT: m("By-product"),
        Route.RECOVERY: m("Waste to recovery"),
        Route.END_OF_WASTE: m("End of waste"),
        Route.PRODUCT: m("Product"),
    },
    Area: {
        Area.STATUS: m("What it is"),
        Area.BY_PRODUCT: m("By-product: conditions"),
        Area.TAKER: m("Taker and permits"),
        Area.TRANSPORT: m("Transport"),
        Area.PLACE: m("Zones and borders"),
        Area.USE: m("Special rules of the use"),
        Area.AFTER: m("While it runs"),
    },
    Said: {
        Said.YES: m("Yes"),
        Said.NO: m("No"),
        Said.NOT_KNOWN: m("Not known"),
        Said.NOT_APPLICABLE: m("Does not apply"),
    },
    OutcomeKind: {
        OutcomeKind.STOP: m("Stop"),
        OutcomeKind.PERMIT: m("Permit"),
        OutcomeKind.DOCUMENT: m("Document"),
        OutcomeKind.DUTY: m("Duty"),
        OutcomeKind.NOTE: m("To know"),
    },
    State: {State.SETTLED: m("Settled"), State.OPEN: m("Still open"), State.AGAINST: m("In the way")},
    ByProduct: {
        ByProduct.MEETS: m("Meets the conditions"),
        ByProduct.DOES_NOT_MEET: m("Does not meet the conditions"),
        ByProduct.OPEN: m("Not settled"),
    },
}
REGULATION_KINDS = {
    "law": m("Law"),
    "regulation": m("Regulation"),
    "communique": m("Communiqué"),
    "directive": m("Directive"),
}


def word(choice: StrEnum, t: Translator) -> str:
    """Return what people read for a choice of the handbook."""
    return t(_WORDS[type(choice)][choice])


def gazette(regulation: Regulation, t: Translator) -> str:
    """Return date and number of the Official Gazette, "" where they were not found."""
    if regulation.gazette_date is None:
        return ""
    day = format_date(regulation.gazette_date, t.language)
    return t("Official Gazette {day}/{number}", day=day, number=regulation.gazette_number)


def citation(regulation: Regulation, article: str, t: Translator) -> str:
    """Return a regulation with article and Official Gazette, as far as they are known."""
    parts = [regulation.name(t.language), article, gazette(regulation, t)]
    return ", ".join(part for part in parts if part)


def standing(source: Source, t: Translator) -> str:
    """Return whether and where the text was read."""
    if source.checked_on is None:
        if source.read_as is ReadAs.ACCOUNT:
            return t("Not checked: known only from what others write of it")
        return t("Not checked: the text has not been read")
    day = format_date(source.checked_on, t.language)
    if source.read_as is ReadAs.OFFICIAL:
        return t("Read on {day} at the authority's address", day=day)
    return t("Read on {day} in a copy of the text", day=day)


def before(stage: Stage, t: Translator) -> str:
    """Return by when a question is to be settled."""
    return t("To settle before: {stage}", stage=label(stage, t))
