"""An application to a support call as a document: what was filled in here, and what the synergy's records say."""

from core.domain.impact.entries import Entry
from core.domain.labels import label
from core.domain.programme.support import Fact as Needed
from core.domain.programme.support_facts import Grown, missing
from core.domain.reports.dossier import DossierBarrier
from core.i18n import Translator
from core.views.impact_charts import in_unit, per_year
from core.views.reports import legal, synergy, words
from core.views.reports.document import (
    Column,
    Document,
    Fact,
    Facts,
    Section,
    Table,
    Text,
    Tone,
    filled,
    number,
)


def document(grown: Grown, t: Translator) -> Document:
    """Return the draft in the language of `t`; what the call asks for and nobody has filled in is named first."""
    made, report = grown.application, grown.synergy
    return Document(
        title=made.title,
        subtitle=t("Draft of an application: {call}", call=grown.call.name),
        programme=words.programme(report.head, t),
        made_on=report.head.made_on,
        language=t.language,
        mark=words.mark(report.head, t),
        notices=_notices(grown, t),
        sections=(
            Section(t("The application"), (_head(grown, t), Text(made.summary or ""))),
            Section(t("Firms and resources"), (synergy.parties(report, t), synergy.cards(report, t))),
            Section(t("Expected impact"), (_impact(grown.impact, t),)),
            Section(t("Costs of the project"), (_costs(grown, t),)),
            Section(t("Schedule"), (_steps(grown, t),)),
            Section(t("Risks"), (_risks(report.barriers, t), *synergy.readiness(report, t))),
            Section(t("Permits"), legal.blocks(report.legal, t)),
        ),
    )


def _notices(grown: Grown, t: Translator) -> tuple[Text, ...]:
    said = [Text(t("Draft: applications are handed in in the system of the call."), Tone.QUIET)]
    lacking: tuple[Needed, ...] = missing(grown)
    if lacking:
        names = ", ".join(label(one, t) for one in lacking)
        said.append(Text(t("Still missing: {facts}", facts=names), Tone.WARNING))
    return tuple(said)


def _head(grown: Grown, t: Translator) -> Facts:
    made, call = grown.application, grown.call
    return Facts(
        (
            Fact(t("Call for applications"), call.name),
            Fact(t("Funder"), call.funder),
            Fact(t("Run in"), call.system),
            Fact(t("Firm that applies"), grown.applicant),
            Fact(t("Costs of the project"), made.costs_try or None, t("TRY"), 0),
            Fact(t("Support asked for"), made.asked_try, t("TRY"), 0),
            Fact(t("Stage of the synergy"), label(grown.synergy.stage, t)),
        )
    )


def _impact(entries: tuple[Entry, ...], t: Translator) -> Table:
    columns = (
        Column(t("Impact"), 1.8),
        number(t("Value")),
        number(t("Low")),
        number(t("High")),
        Column(t("Unit"), 0.9),
        Column(t("Basis"), 0.9),
        Column(t("How it was found"), 2.2),
    )
    rows = [
        (
            label(one.measure, t),
            one.value,
            one.low,
            one.high,
            per_year(one.measure, t) if one.recurs else in_unit(one.measure, t),
            label(one.basis, t),
            one.formula or one.note,
        )
        for one in entries
    ]
    return filled("", columns, rows)


def _costs(grown: Grown, t: Translator) -> Table:
    made = grown.application
    columns = (Column(t("Item"), 3.0), number(t("Cost"), t("TRY"), decimals=0))
    rows = [(one.item, one.amount_try) for one in made.costs]
    total = [(t("Total"), made.costs_try)] if rows else []
    return Table("", columns, (*rows, *total))


def _steps(grown: Grown, t: Translator) -> Table:
    columns = (Column(t("Step"), 3.0), Column(t("From"), 1.0), Column(t("Until"), 1.0))
    return Table(
        "", columns, tuple((one.what, one.starts_on, one.ends_on) for one in grown.application.steps)
    )


def _risks(barriers: tuple[DossierBarrier, ...], t: Translator) -> Table:
    columns = (Column(t("Risk"), 1.2), Column(t("Removed on"), 0.9), Column(t("Note"), 2.5))
    return filled("", columns, [(label(one.reason, t), one.removed_on, one.note) for one in barriers])
