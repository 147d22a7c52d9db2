"""Why a pair was suggested and what stands in its way, in sentences: one for each thing that can be named.

`dress` is put on names from cards and knowledge, so that a page can keep them free of markup.
"""

from collections.abc import Callable

from babel.dates import get_month_names

from core.domain import nace, reference, wastecodes
from core.domain.knowledge.materials import Concept
from core.domain.knowledge.precedents import Precedent
from core.domain.matching.cautions import Caution, Level
from core.domain.matching.evidence import Evidence, Meeting, Met, Need, Serving
from core.domain.matching.exclusions import Exclusion
from core.domain.matching.objections import Against, Coverage, Objection
from core.domain.numbers import format_date, format_number
from core.i18n import Translator
from core.i18n import marked as m
from core.views import precedent_words
from core.views.citations import cited

Dress = Callable[[object], str]

LEVELS = {
    Level.FORBIDDEN: m("Forbidden"),
    Level.LICENCE: m("Licence needed"),
    Level.TEST: m("Test first"),
}
_MEETINGS = {
    Meeting.KIND_OF: m("“{have}” is a kind of “{want}”, which is wanted."),
    Meeting.GENERAL: m("“{want}”, which is wanted, is a kind of “{have}”."),
    Meeting.STANDS_IN: m("“{have}” can stand in for “{want}”."),
}
_OBJECTIONS = {
    Objection.OTHER: m("The card asks for “{thing}”; the have is something else: ask first."),
    Objection.KIND: m("The two cards are of different kinds: somebody has to turn one into the other."),
    Objection.PERMIT: m("No permit of the taker is known for {codes}, which is hazardous."),
    Objection.HAZARDOUS: m("The have is marked as hazardous, without a waste code."),
    Objection.SEASON: m("The months do not overlap: storage would be needed."),
    Objection.SEASON_PARTLY: m("The months overlap only in {months}."),
    Objection.DATES: m("One is no longer available when the other begins."),
    Objection.ONCE: m("It is given once, but wanted regularly."),
    Objection.FAR: m(
        "Beyond the comfortable distance for this kind of thing, some {km} km (our own assumption)."
    ),
    Objection.PURITY: m("Purity and composition of the have are not known: ask for a sample or an analysis."),
}


def speaking(found: Evidence, t: Translator, dress: Dress = str) -> list[tuple[str, str]]:
    """Return what speaks for a pair as (part of the score, sentence), the concepts that met first."""
    said = [("concept", meeting(one, t, dress)) for one in found.meetings]
    if found.serves:
        said.append(("use", serves(found.serves, t, dress)))
    if found.need:
        said.append(("sector", need(found.need, t, dress)))
    if found.precedent:
        said.append(("precedent", precedent(found.precedent, t, dress)))
    return said


def meeting(met: Met, t: Translator, dress: Dress = str) -> str:
    """Return how two concepts met."""
    have, want = dress(_name(met.have, t)), dress(_name(met.want, t))
    if met.how is Meeting.SAME:
        if met.is_sure:
            return t("Both cards mean “{concept}”.", concept=have)
        return t("Both cards mention “{concept}”.", concept=have)
    if met.how is Meeting.READ:
        return t("Both cards seem to be about “{concept}”.", concept=have)
    if met.how is Meeting.KIN:
        if met.common is None:
            return t("“{have}” and “{want}” are related.", have=have, want=want)
        common = dress(_name(met.common, t))
        return t("“{have}” and “{want}” are both kinds of “{common}”.", have=have, want=want, common=common)
    return t(_MEETINGS[met.how], have=have, want=want)


def serves(found: Serving, t: Translator, dress: Dress = str) -> str:
    """Return that what is wanted is a use of a thing."""
    thing = dress(_name(found.thing, t))
    if found.stands_in:
        return t("“{concept}” is used for what is wanted; the have can stand in for it.", concept=thing)
    return t("“{concept}” is used for what is wanted.", concept=thing)


def need(found: Need, t: Translator, dress: Dress = str) -> str:
    """Return which activity is known to take in which thing."""
    title = nace.title(found.nace, t.language) if nace.known(found.nace) else found.sector(t.language)
    activity = title.partition("(")[0].strip(" ,;")
    return t(
        "The activity “{activity}” is known to use “{thing}”.",
        activity=dress(activity),
        thing=dress(found.thing(t.language)),
    )


def precedent(found: Precedent, t: Translator, dress: Dress = str) -> str:
    """Return what was exchanged elsewhere, between whom and where."""
    turkish = t.language == "tr"
    said = {
        "place": dress(precedent_words.place(found, t)),
        "resource": dress(found.resource_tr if turkish else found.resource_en),
        "donor": dress(found.donor_tr if turkish else found.donor_en),
        "receiver": dress(found.receiver_tr if turkish else found.receiver_en),
    }
    if found.status == "implemented":
        return t("Done elsewhere ({place}): “{resource}”, {donor} → {receiver}.", **said)
    return t("Published elsewhere ({place}): “{resource}”, {donor} → {receiver}.", **said)


def precedent_source(found: Precedent, t: Translator, dress: Dress = str) -> str:
    """Return where a precedent was published."""
    return t("Source: {source}", source=dress(precedent_words.source(found, t)))


def objection(against: Against, t: Translator, dress: Dress = str) -> str:
    """Return one thing that is missing or speaks against a pair."""
    codes = ", ".join(wastecodes.format_code(code) for code in against.codes)
    km = format_number(against.km, t.language, 0) if against.km is not None else ""
    said = {
        "codes": dress(codes),
        "months": dress(_months(against.months, t)),
        "km": km,
        "thing": dress(_name(against.thing, t)) if against.thing else "",
    }
    return t(_OBJECTIONS[against.objection], **said)


def coverage(found: Coverage, t: Translator) -> str:
    """Return how far what is given covers what is wanted."""
    said = {
        "given": format_number(found.given, t.language),
        "wanted": format_number(found.wanted, t.language),
        "unit": reference.unit_sign(found.unit, t.language),
    }
    if found.share < 1:
        percent = format_number(max(found.share * 100, 1), t.language, 0)
        return t(
            "Covers {percent} % of what is wanted ({given} of {wanted} {unit}).", percent=percent, **said
        )
    if found.share < 2:
        return t("Covers what is wanted ({given} for {wanted} {unit}).", **said)
    times = format_number(found.share, t.language, 0 if found.share >= 10 else 1)
    return t(
        "Is {times} times what is wanted ({given} for {wanted} {unit}): look for more takers.",
        times=times,
        **said,
    )


def caution_source(caution: Caution, t: Translator, dress: Dress = str) -> str:
    """Return where a rule stands and whether somebody has read it there."""
    source = dress(cited(caution.source, t))
    if caution.checked_on is None:
        return t("{source} (not yet checked against the text)", source=source)
    return t(
        "{source} (checked on {date})", source=source, date=dress(format_date(caution.checked_on, t.language))
    )


def exclusion(found: Exclusion, t: Translator, dress: Dress = str) -> str:
    """Return why some pairs of a card are never suggested: reason and rule, no partner."""
    return t(
        "Not suggested: {reason} Rule: {rule}",
        reason=dress(found.reason(t.language)),
        rule=dress(cited(found.rule, t)),
    )


def _name(concept: Concept, t: Translator) -> str:
    return concept.name_tr if t.language == "tr" else concept.name_en


def _months(months: tuple[int, ...], t: Translator) -> str:
    names = get_month_names("wide", locale="tr" if t.language == "tr" else "en")
    return ", ".join(names[month] for month in months)
