"""Precedents of the library as a document to print."""

from collections.abc import Sequence

from core.domain.knowledge.library import Shelved
from core.domain.reports.reporting import Head
from core.i18n import Translator
from core.i18n import marked as m
from core.views import precedent_words as said
from core.views.reports import words
from core.views.reports.document import Column, Document, Section, Table, Text, Tone

ABOUT = m(
    "Published exchanges with their source, in our wording. How far each had come is what the publication said then."
)


def document(some: Sequence[Shelved], head: Head, t: Translator) -> Document:
    """Return precedents as a document: the exchanges as a table, each with its source."""
    return Document(
        title=t("Precedents of industrial symbiosis"),
        subtitle=t("Exchanges: {count}", count=len(some)),
        programme=words.programme(head, t),
        made_on=head.made_on,
        language=t.language,
        notices=(Text(t(ABOUT), Tone.QUIET),),
        sections=(Section(t("Exchanges"), (_table(some, t),)),),
    )


def _table(some: Sequence[Shelved], t: Translator) -> Table:
    columns = (
        Column(t("Resource"), 1.2),
        Column(t("Used as"), 1.1),
        Column(t("Giver"), 1.1),
        Column(t("Taker"), 1.1),
        Column(t("Place"), 0.9),
        Column(t("Standing"), 0.8),
        Column(t("Read at"), 1.5),
    )
    rows = tuple(
        (
            said.resource(one.precedent, t),
            said.use(one.precedent, t),
            said.giver(one.precedent, t),
            said.taker(one.precedent, t),
            said.place(one.precedent, t),
            said.status(one.precedent.status, t),
            said.source(one.precedent, t),
        )
        for one in some
    )
    return Table("", columns, rows)
