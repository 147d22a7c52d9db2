"""How a precedent of the library is said in one language: the exchange, its trades, its place, standing and source."""

from core.domain import wastecodes
from core.domain.knowledge import library
from core.domain.knowledge.library import STATUSES
from core.domain.knowledge.own_precedents import PROGRAMME
from core.domain.knowledge.precedents import Precedent
from core.i18n import Translator
from core.i18n import marked as m

_SPOKEN = (  # parts of places that are words, not names, or that languages name differently
    m("İskenderun Bay"),
    m("Menemen free zone"),
    m("Northern Ireland"),
    m("Southern Italy"),
    m("Sicily"),
    m("London"),
)
_TOLD = (  # sources that have no address and are described in our words
    m("İzmir Development Agency (İZKA), presentation on the Industrial Symbiosis in İzmir Region project"),
)


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


def place(one: Precedent, t: Translator) -> str:
    """Return the place: its country, and what each language has a word of its own for, in the reader's language."""
    is_own = one.source == PROGRAMME
    country = library.country_of(one.place) if not is_own else library.HOME
    said, comma, last = one.place.rpartition(",")
    if country is None or (not comma and not is_own and " " in last.strip()):
        return _in_words(one.place, t)
    name = library.country_name(country, t.language)
    if is_own:
        return f"{one.place}, {name}"
    return f"{_in_words(said, t)}, {name}" if comma else name


def _in_words(said: str, t: Translator) -> str:
    for word in _SPOKEN:
        said = said.replace(word, t(word))
    return said


def status(said: str, t: Translator) -> str:
    """Return how far the exchange had come where it was published."""
    return t(STATUSES[said])


def source(one: Precedent, t: Translator) -> str:
    """Return the source as text; a title stays in its own language."""
    if one.source == PROGRAMME:
        return t("Verified synergy of this programme")
    return t(one.source) if one.source in _TOLD else one.source


def codes(one: Precedent) -> str:
    """Return the waste codes as they are written, "" where there are none."""
    return ", ".join(wastecodes.format_code(code) for code in one.waste_codes.split(";") if code)
