"""What the other sorts of suggestion say in words: firms by activity, merged haves, shared use.

As in `sentences`: one plain sentence first, `dress` is put on every text that people typed or that data hold.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from core.domain import nace
from core.domain.choices import Direction
from core.domain.knowledge.precedents import Precedent
from core.domain.matching import prospects
from core.domain.matching.sharing import Form
from core.domain.numbers import format_number
from core.i18n import Translator
from core.i18n import marked as m
from core.views import precedent_words, sentences
from core.views.sentences import Dress, Row

_SYNONYMS = 3  # of a thing: more than that is a list, not a name

TOGETHER: Mapping[tuple[Form, Direction], str] = {
    (Form.COLLECTION, Direction.HAVE): m(
        "Both give away something similar: one vehicle could collect from both."
    ),
    (Form.DELIVERY, Direction.WANT): m(
        "Both look for something similar: ordered together, delivered on one round."
    ),
    (Form.TRANSPORT, Direction.HAVE): m("Both have free transport: together a regular service."),
    (Form.TRANSPORT, Direction.WANT): m("Both look for transport: together they may fill one vehicle."),
    (Form.STORAGE, Direction.HAVE): m("Both have space to let: together it suits a larger tenant."),
    (Form.STORAGE, Direction.WANT): m("Both look for space: they could rent one and divide it."),
    (Form.CAPACITY, Direction.HAVE): m("Both have free machine or laboratory hours: one offer for others."),
    (Form.CAPACITY, Direction.WANT): m(
        "Both look for machine or laboratory hours: they could book together."
    ),
    (Form.ADVICE, Direction.HAVE): m("Both know a similar field: they could advise others together."),
    (Form.ADVICE, Direction.WANT): m("Both look for advice or training: one course or study for both."),
    (Form.WORKFORCE, Direction.HAVE): m("Both have staff free for a time: one bus, one notice to others."),
    (Form.WORKFORCE, Direction.WANT): m("Both look for staff: one notice and one bus for both."),
    (Form.TECHNOLOGY, Direction.WANT): m("Both look for a similar technology: one trial paid for together."),
}
ASKED: Mapping[Form, str] = {
    Form.COLLECTION: m("Ask: who collects today, on which days, at what cost; can both loads be kept apart?"),
    Form.DELIVERY: m("Ask: who delivers today, how often, at what price; would both accept one quality?"),
    Form.TRANSPORT: m("Ask: which route, on which days, what vehicle, what load?"),
    Form.STORAGE: m("Ask: how much space, in which months, under which conditions?"),
    Form.CAPACITY: m("Ask: which machine or analysis, how many hours, on which days?"),
    Form.ADVICE: m("Ask: which question exactly, by when, for how many people?"),
    Form.WORKFORCE: m("Ask: how many people, in which months, with which skills?"),
    Form.TECHNOLOGY: m("Ask: which problem, what has been tried, who would host a trial?"),
}


def by_activity(row: Row, t: Translator, dress: Dress = str) -> str:
    """Return which firm fits a card and by what activity (columns of services.prospecting); its name is bold."""
    name = f"**{dress(sentences.capitalised(sentences.firm(row, 'site', t), t))}**"
    activity = dress(nace.title(row["nace"], t.language).split(" (")[0])
    takes = row["direction"] == Direction.HAVE
    said = thing(row, t)
    if said and prospects.serves(int(row["thing"])):
        words = m("{firm}: its activity “{activity}” may give off {thing}, which is used for such a need.")
        return t(words, firm=name, activity=activity, thing=dress(said))
    if said:
        words = m("{firm}: its activity “{activity}” takes in: {thing}.")
        gives = m("{firm}: its activity “{activity}” gives off: {thing}.")
        return t(words if takes else gives, firm=name, activity=activity, thing=dress(said))
    words = m("{firm}: its activity “{activity}” takes in such things.")
    gives = m("{firm}: its activity “{activity}” gives off such things.")
    return t(words if takes else gives, firm=name, activity=activity)


def thing(row: Row, t: Translator) -> str:
    """Return what the activity consumes or gives off, a few synonyms; "" where only the concepts say so."""
    english, turkish = prospects.names_of(int(row["thing"]))
    return ", ".join((turkish if t.language == "tr" else english).split(", ")[:_SYNONYMS])


def done_elsewhere(found: Precedent, t: Translator, dress: Dress = str) -> str:
    """Return the exchange that speaks for a prospect: a published one, or one of the programme's own."""
    turkish = t.language == "tr"
    return t(
        "Done elsewhere: {resource}, from {donor} to {receiver} ({place}).",
        resource=dress(found.resource_tr if turkish else found.resource_en),
        donor=dress(found.donor_tr if turkish else found.donor_en),
        receiver=dress(found.receiver_tr if turkish else found.receiver_en),
        place=dress(precedent_words.place(found, t)),
    )


def to_ask(direction: str, t: Translator) -> str:
    """Return what an advisor asks a firm that may take a have, or give what a want asks for."""
    if direction == Direction.HAVE:
        return t("Ask: what do they use today, how much a year, at what price, and would they try a sample?")
    return t("Ask: what becomes of it today, how much is there a year, how clean is it, who may take it?")


def crowd(sector: object, districts: Sequence[str], t: Translator, dress: Dress = str) -> str:
    """Return a sector, with the districts where enough of its firms sit to be said."""
    name = dress(sentences.sector_name(sector, t))
    if not districts:
        return name
    return t("{sector} in {districts}", sector=name, districts=dress(", ".join(districts)))


def pool(row: Row, count: int, t: Translator, dress: Dress = str) -> str:
    """Return what a pool comes to (columns of domain.matching.pools)."""
    return t(
        "{firm} looks for “{want}” ({amount}). {count} haves together cover {share} % of it.",
        count=format_number(count, t.language),
        share=percent(row["pool_share"], t),
        want=dress(row["want_name"]),
        amount=dress(sentences.amount(row, "want", t)),
        firm=dress(sentences.capitalised(sentences.firm(row, "want", t), t)),
    )


def member(row: Row, t: Translator, dress: Dress = str) -> str:
    """Return what one firm brings into a pool."""
    return t(
        "{have} from {firm}: {amount}, {share} % of the want.",
        have=dress(row["have_name"]),
        firm=dress(sentences.firm(row, "have", t)),
        amount=dress(sentences.amount(row, "have", t)),
        share=percent(row["member_share"], t),
    )


def apart(km: float, t: Translator) -> str:
    """Return how far the members of a pool lie apart at most."""
    if pd.isna(km):
        return t("distance between them not known")
    return t("at most {km} km between them, as the crow flies", km=format_number(km, t.language, 0))


def together(row: Row, t: Translator) -> str:
    """Return what two firms could share (columns of services.sharing); who they are stands beside their cards."""
    return t(TOGETHER[Form(row["form"]), Direction(row["direction"])])


def percent(share: Any, t: Translator) -> str:
    """Return a share as a whole percentage, without the sign.

    >>> from core.i18n import translator
    >>> percent(1.066, translator("en"))
    '107'
    """
    return format_number(100 * float(share), t.language, 0)
