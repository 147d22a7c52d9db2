"""How a precedent of the library is said in one language: the exchange, its trades, its place, standing and source."""

from core.domain import wastecodes
from core.domain.knowledge import library
from core.domain.knowledge.library import STATUSES, Shelved
from core.domain.knowledge.precedents import Precedent
from core.i18n import Translator


def resource(one: Precedent, t: Translator) -> str:
    """Return the name of what is given."""
    return one.resource_tr if t.language == "tr" else one.resource_en


def use(one: Precedent, t: Translator) -> str:
    """Return what it becomes."""
    return one.use_tr if t.language == "tr" else one.use_en


def giver(one: Precedent, t: Translator) -> str:
    """Return the giver's trade, without the examples in brackets."""
    return (one.donor_tr if t.language == "tr" else one.donor_en).partition(" (")[0]


def taker(one: Precedent, t: Translator) -> str:
    """Return the taker's trade, without the examples in brackets."""
    return (one.receiver_tr if t.language == "tr" else one.receiver_en).partition(" (")[0]


def place(one: Shelved, t: Translator) -> str:
    """Return the place, its country in the reader's language."""
    said, comma, last = one.precedent.place.rpartition(",")
    if one.country is None or (not comma and not one.is_own and " " in last.strip()):
        return one.precedent.place
    country = library.country_name(one.country, t.language)
    if one.is_own:
        return f"{one.precedent.place}, {country}"
    return f"{said}, {country}" if comma else country


def status(said: str, t: Translator) -> str:
    """Return how far the exchange had come where it was published."""
    return t(STATUSES[said])


def source(one: Shelved, t: Translator) -> str:
    """Return the source as text."""
    return t("Verified synergy of this programme") if one.is_own else one.precedent.source


def codes(one: Precedent) -> str:
    """Return the waste codes as they are written, "" where there are none."""
    return ", ".join(wastecodes.format_code(code) for code in one.waste_codes.split(";") if code)
