"""A firm's report as a document: what it is, gives and looks for, possible partners, visits, savings, synergies."""

from core.domain import reference
from core.domain.choices import Direction
from core.domain.labels import label
from core.domain.register.visiting import payback_years
from core.domain.reports.reporting import FirmFlow, FirmReport, FirmSynergy, Partner
from core.i18n import Translator
from core.views import sentences, strength_words
from core.views.reports import firm_impact, words
from core.views.reports.document import (
    Block,
    Cell,
    Column,
    Document,
    Entries,
    Entry,
    Fact,
    Facts,
    Figures,
    Section,
    Table,
    Text,
    Tone,
    filled,
    number,
)


def document(report: FirmReport, t: Translator) -> Document:
    """Return the report in the language of `t`."""
    given, taken = report.given(), report.taken()
    words_of_given = _words(given, t)
    return Document(
        title=report.firm.name,
        subtitle=t("Visits, resources and synergies of the firm"),
        programme=words.programme(report.head, t),
        made_on=report.head.made_on,
        language=t.language,
        mark=words.mark(report.head, t),
        notices=words.firm_notices(report.head, t),
        sections=(
            Section(t("At a glance"), (_figures(report, t), _firm(report, t))),
            Section(t("Sites"), (_sites(report, t),)),
            Section(t("What the firm gives"), (*_flows(given, t), _partners(given, t), *words_of_given)),
            Section(
                t("What the firm looks for"),
                (*_flows(taken, t), _partners(taken, t), *(() if words_of_given else _words(taken, t))),
            ),
            Section(t("Visits"), (_visits(report, t),)),
            Section(t("Eco-efficiency opportunities"), _opportunities(report, t)),
            Section(t("Synergies"), (_synergies(report, t),)),
            Section(t("Impact of the synergies"), firm_impact.blocks(report, t)),
        ),
    )


def _figures(report: FirmReport, t: Translator) -> Figures:
    return Figures(
        (
            Fact(t("Resources given"), len(report.given())),
            Fact(t("Resources looked for"), len(report.taken())),
            Fact(t("Synergies"), len(report.synergies)),
            Fact(t("Eco-efficiency opportunities"), len(report.opportunities)),
        )
    )


def _firm(report: FirmReport, t: Translator) -> Facts:
    size = report.firm.size_class
    visits = report.visits
    return Facts(
        (
            Fact(t("Size"), label(size, t) if size else None),
            Fact(t("Visits"), len(visits) or None),
            Fact(t("Last visit"), visits[0].visited_on if visits else None),
            Fact(t("About the firm"), report.firm.about),
        )
    )


def _sites(report: FirmReport, t: Translator) -> Table:
    columns = (
        Column(t("Site"), 1.3),
        Column(t("Place"), 1.3),
        Column(t("Activity"), 1.6),
        Column(t("Product"), 1.0),
        number(t("Output"), share=0.8),
        Column(t("Unit of the output"), 0.7),
        number(t("Electricity"), t("kWh a year"), share=0.9),
        number(t("Natural gas"), t("Sm³ a year"), share=0.9),
        number(t("Water"), t("m³ a year"), share=0.8),
    )
    rows = [
        (
            site.name,
            words.place(site, t),
            words.activity(site, t),
            site.output_product,
            site.output_quantity,
            site.output_unit,
            site.electricity_kwh_per_year,
            site.gas_sm3_per_year,
            site.water_m3_per_year,
        )
        for site in report.sites
    ]
    return filled("", columns, rows)


def _flows(flows: tuple[FirmFlow, ...], t: Translator) -> tuple[Block, ...]:
    if not flows:
        return ()
    one_site = len({flow.site_id for flow in flows}) == 1
    direction = flows[0].direction
    given = direction is Direction.HAVE
    columns = (
        Column(t("Resource"), 2.0),
        Column(t("Site"), 1.0),
        number(t("Amount a year"), share=0.8),
        Column(t("Unit"), 0.5),
        number(t("Share of all given") if given else t("Share of all taken"), "%", decimals=1, share=0.75),
        number(t("Per unit of product"), decimals=4, share=0.8),
        Column(t("Dealt with today"), 0.9),
        Column(t("Waste code"), 0.75),
    )
    note = t(
        "Share: of all amounts of the same unit in this table. Per unit of product: amount a year by the "
        "site's output a year, in the units of both; empty where the output is not known."
    )
    title = t("Outgoing flows") if given else t("Incoming flows")
    return (filled(title, columns, [_row(flow, one_site, t) for flow in flows], note),)


def _row(flow: FirmFlow, one_site: bool, t: Translator) -> tuple[Cell, ...]:
    name = t("{name} (still to be completed)", name=flow.name) if flow.is_draft else flow.name
    return (
        name,
        "" if one_site else flow.site_name,
        flow.yearly_amount,
        words.yearly_unit(flow.yearly_amount, flow.yearly_unit, flow.period, flow.quantity_typed, t),
        None if flow.share is None else flow.share * 100,
        flow.per_output,
        label(flow.handling, t) if flow.handling else "",
        words.codes(flow.waste_codes),
    )


def _partners(flows: tuple[FirmFlow, ...], t: Translator) -> Entries:
    """What was said of a resource, and who may fit: resources about which nothing is to be said are left out."""
    return Entries(
        tuple(
            Entry(
                title=flow.name,
                facts=" · ".join(sentences.codes(flow.waste_codes, t)),
                said=flow.description or "",
                heading=t("Possible partners"),
                points=tuple(_partner(one, flow.direction, t) for one in flow.partners),
            )
            for flow in flows
            if flow.partners or flow.description
        )
    )


def _words(flows: tuple[FirmFlow, ...], t: Translator) -> tuple[Block, ...]:
    """What the words before possible partners rest on; told once, where the first partners stand."""
    if not any(flow.partners for flow in flows):
        return ()
    return (Text(strength_words.in_a_line(t), Tone.QUIET),)


def _partner(one: Partner, direction: Direction, t: Translator) -> str:
    row = {"firm_name": one.firm_name, "sector": one.sector, "district": one.district}
    firm = sentences.capitalised(sentences.firm(row, "", t), t)
    far = sentences.far(one.distance_km, one.is_coarse, t)
    word = strength_words.word(one.score, one.asks_for_another, t)
    values = {"strength": word, "firm": firm, "thing": one.name, "distance": far}
    if direction is Direction.HAVE:
        return t("{strength}: {firm} looks for “{thing}”; {distance}", **values)
    return t("{strength}: {firm} gives “{thing}”; {distance}", **values)


def _visits(report: FirmReport, t: Translator) -> Table:
    columns = (
        Column(t("Day"), 0.7),
        Column(t("Site"), 1.1),
        Column(t("Advisor"), 0.9),
        Column(t("Next steps"), 2.4),
        Column(t("Notes"), 2.0),
    )
    rows = [
        (visit.visited_on, visit.site_name, visit.advisor, visit.next_steps, visit.notes)
        for visit in report.visits
    ]
    return filled("", columns, rows)


def _opportunities(report: FirmReport, t: Translator) -> tuple[Block, ...]:
    if not report.opportunities:
        return ()
    columns = (
        Column(t("Measure"), 2.0),
        Column(t("Saves"), 0.8),
        number(t("Saving a year"), share=0.8),
        Column(t("Unit"), 0.5),
        number(t("Saving a year"), t("TRY"), share=0.9),
        number(t("Investment"), t("TRY"), share=0.9),
        number(t("Payback"), t("years"), decimals=1, share=0.7),
        Column(t("State"), 0.7),
    )
    rows = tuple(
        (
            one.measure,
            label(one.carrier, t),
            one.saving_per_year,
            reference.unit_sign(one.saving_unit, t.language),
            one.saving_try_per_year,
            one.investment_try,
            payback_years(one),
            label(one.state, t),
        )
        for one in report.opportunities
    )
    note = t("Savings inside the plant; they are not part of the impact of synergies.")
    return (Text(note, Tone.QUIET), filled("", columns, rows))


def _synergies(report: FirmReport, t: Translator) -> Table:
    columns = (
        Column(t("Synergy"), 2.0),
        Column(t("With"), 1.4),
        Column(t("Stage"), 0.9),
        Column(t("Since"), 0.85),
        Column(t("Next action"), 1.5),
        Column(t("Due"), 0.85),
    )
    rows = tuple(
        (one.title, _with(one, t), label(one.stage, t), one.since, one.next_action, one.next_action_on)
        for one in report.synergies
    )
    return filled("", columns, rows)


def _with(one: FirmSynergy, t: Translator) -> str:
    unnamed = [t("a firm that is not named yet")] * one.unnamed
    return ", ".join([*one.partners, *unnamed])
