"""A good-practice sheet as a document: the page shows it, the PDF prints it, so both say the same."""

from core.domain import reference
from core.domain.choices import Basis
from core.domain.labels import label
from core.domain.numbers import format_date
from core.domain.reports.reporting import Head
from core.domain.synergies.good_practice import Brought, Facts, Published
from core.i18n import Translator
from core.views import maps
from core.views.impact_charts import UNIT_WORDS
from core.views.reports import words
from core.views.reports.document import (
    Block,
    Cell,
    Column,
    Document,
    Fact,
    Section,
    Table,
    Text,
    Tone,
    number,
)
from core.views.reports.document import (
    Facts as Named,
)


def document(one: Published, head: Head, t: Translator) -> Document:
    """Return a published sheet as a document; a sample is marked at its head and on every page."""
    mark = t("Invented example: firms, figures and texts are made up") if one.sheet.is_sample else ""
    return Document(
        title=one.sheet.text("title", t.language),
        subtitle=t(
            "Good-practice sheet, version {version}, {day}",
            version=one.version,
            day=format_date(one.published_on, t.language),
        ),
        programme=words.programme(head, t),
        made_on=head.made_on,
        language=t.language,
        mark=mark,
        notices=(Text(mark, Tone.WARNING),) if mark else (),
        sections=sections(one, t),
    )


def sections(one: Published, t: Translator) -> tuple[Section, ...]:
    """Return the parts of a sheet in the order in which they are read."""

    def said(part: str) -> Text:
        return Text(one.sheet.text(part, t.language))

    facts = one.facts
    return (
        Section(t("Who exchanged"), (_firms(facts, t),)),
        Section(t("The challenge"), (said("challenge"),)),
        Section(t("What was exchanged"), (said("exchanged"),)),
        Section(t("How it came about"), (_steps(facts, t), *_readiness(facts, t))),
        Section(t("What it brought"), _brought(facts, t)),
        Section(t("What was learnt"), (said("learnt"),)),
        Section(t("What others need"), (said("needed"),)),
    )


def _firms(facts: Facts, t: Translator) -> Named:
    def who(name: str | None, sector: str | None) -> str:
        trade = maps.sector_name(sector, t)
        return f"{name} ({trade})" if name else trade

    return Named(
        (
            Fact(t("Giver"), who(facts.giver_name, facts.giver_sector)),
            Fact(t("Taker"), who(facts.taker_name, facts.taker_sector)),
        )
    )


def _steps(facts: Facts, t: Translator) -> Table:
    columns = (Column(t("Stage"), 1.4), Column(t("Entered on"), 1.0), number(t("Days in it"), decimals=0))
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (label(one.stage, t), one.entered_on, one.days) for one in facts.steps
    )
    return Table(t("Steps"), columns, rows)


def _readiness(facts: Facts, t: Translator) -> tuple[Block, ...]:
    levels = tuple((label(one, t), label(level, t)) for one, level in facts.readiness)
    removed = tuple((label(one.reason, t), one.days) for one in facts.removed)
    return (
        Table(t("Readiness"), (Column(t("Perspective")), Column(t("Level"))), levels),
        Table(
            t("Barriers removed"),
            (Column(t("Barrier"), 2.0), number(t("Days until removed"), decimals=0)),
            removed,
        ),
    )


def _brought(facts: Facts, t: Translator) -> tuple[Block, ...]:
    if not facts.brought:
        return (Text(t("No verified figure stands in the ledger."), Tone.QUIET),)
    columns = (
        Column(t("Kind of impact"), 1.6),
        number(t("Value")),
        Column(t("Unit"), 0.7),
        number(t("Share credited"), "%", decimals=0, share=0.7),
        Column(t("Period"), 1.5),
        Column(t("Basis"), 0.8),
    )
    rows = tuple(
        (
            label(one.measure, t),
            one.value,
            _unit(one, t),
            one.attribution * 100,
            _period(one, t),
            label(Basis.VERIFIED, t),
        )
        for one in facts.brought
    )
    note = t(
        "Verified: measured, with a document of a third party or of both sides, confirmed by a second person."
    )
    return (Table("", columns, rows, note),)


def _unit(one: Brought, t: Translator) -> str:
    unit = t(UNIT_WORDS[one.unit]) if one.unit in UNIT_WORDS else reference.unit_sign(one.unit, t.language)
    return t("{unit} a year", unit=unit) if one.recurs else unit


def _period(one: Brought, t: Translator) -> str:
    begins = format_date(one.period_from, t.language)
    if one.period_to is None:
        return t("from {day}", day=begins)
    return t("{begins} to {ends}", begins=begins, ends=format_date(one.period_to, t.language))
