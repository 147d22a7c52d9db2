"""The words for figures of reports, and what changed since a report was issued."""

from datetime import date

from core.domain import reference
from core.domain.choices import Basis, Stage
from core.domain.impact.entries import Measure
from core.domain.labels import label
from core.domain.numbers import format_date
from core.domain.reports.reporting import Correction, Figure, Head
from core.i18n import Translator
from core.i18n import marked as m
from core.views.reports.document import Cell, Column, Section, Text, Tone, filled, number

NUMBERS = {
    "firms": m("Firms known"),
    "haves": m("Resources given"),
    "wants": m("Resources looked for"),
    "synergies": m("Potential synergies recorded"),
    "new_synergies": m("New potential synergies"),
    "visits": m("Visits"),
    "visited_firms": m("Firms visited"),
    "workshops": m("Workshops"),
    "workshop_firms": m("Firms at workshops"),
    "participants": m("People at workshops"),
    "women": m("Women at workshops"),
    "men": m("Men at workshops"),
    "not_said": m("People at workshops, gender not said"),
    "opportunities": m("Eco-efficiency opportunities"),
}


def name(figure: Figure, t: Translator) -> str:
    """Return what a figure is called, also one that was issued years ago; its key where nobody knows it any more."""
    area, _, rest = figure.key.partition("/")
    if area == "number" and rest in NUMBERS:
        return t(NUMBERS[rest])
    if area == "reached":
        return t("Reached “{stage}”", stage=label(Stage(rest), t))
    if area == "entered":
        return t("Entered “{stage}” in the period", stage=label(Stage(rest), t))
    if area == "impact":
        return _impact(rest, t)
    if area == "year":
        measure, basis, year = rest.split("/")
        return t(
            "{measure}, {basis}, in {year}",
            measure=label(Measure(measure), t),
            basis=label(Basis(basis), t),
            year=year,
        )
    if area == "money":
        return _money(rest, t)
    if area == "entry":
        return t("{measure}: {name}", measure=label(Measure(rest.split("/")[1]), t), name=figure.name)
    if area == "agreed":
        return t("Agreed a year")
    return figure.name or figure.key


_IMPACT = {
    "period": m("{measure}, {basis}, in the period"),
    "a_year": m("{measure}, {basis}, a year"),
    "once": m("{measure}, {basis}, once so far"),
    "entries": m("{measure}, {basis}, by the entries"),
}


def _impact(rest: str, t: Translator) -> str:
    measure, basis, which = rest.split("/")
    return t(_IMPACT[which], measure=label(Measure(measure), t), basis=label(Basis(basis), t))


_MONEY = {
    "period": m("{measure}, {basis}, prices of {year}, in the period"),
    "so_far": m("{measure}, {basis}, prices of {year}, so far"),
    "a_year": m("{measure}, {basis}, prices of {year}, a year"),
}


def _money(rest: str, t: Translator) -> str:
    measure, basis, year, which = rest.split("/")
    return t(
        _MONEY[which.removesuffix("_usd")],
        measure=label(Measure(measure), t),
        basis=label(Basis(basis), t),
        year=year,
    )


def changed(head: Head, t: Translator) -> Section:
    """Return what of issued reports is otherwise today; without rows where nothing is."""
    columns = (
        Column(t("Report"), 0.6),
        Column(t("Issued on"), 0.8),
        Column(t("Period"), 1.4),
        Column(t("Figure"), 2.4),
        Column(t("Unit"), 0.5),
        number(t("As told")),
        number(t("Today")),
    )
    rows = [_row(one, t) for one in head.corrections]
    said = t(
        "Figures of reports issued before that are otherwise today. They count as said here from now on."
    )
    blocks = (Text(said, Tone.QUIET), filled("", columns, rows)) if rows else ()
    return Section(t("Corrections"), blocks)


def withdrawn(head: Head, t: Translator) -> tuple[Text, ...]:
    """Return which reports were withdrawn since the last one was issued, and why."""
    return tuple(
        Text(
            t(
                "Report no. {number} of {issued} was withdrawn on {day}: {reason}",
                number=one.number,
                issued=format_date(one.issued_on, t.language),
                day=format_date(one.withdrawn_on, t.language),
                reason=one.reason,
            ),
            Tone.WARNING,
        )
        for one in head.withdrawn
    )


def _row(one: Correction, t: Translator) -> tuple[Cell, ...]:
    return (
        str(one.number),
        one.issued_on,
        period(one.first, one.last, t),
        name(one.figure, t),
        reference.unit_sign(one.figure.unit, t.language),
        one.figure.value,
        one.value,
    )


def period(first: date | None, last: date | None, t: Translator) -> str:
    """Return a period in words, "" where there is none."""
    if last is None:
        return ""
    until = format_date(last, t.language)
    if first is None:
        return t("until {last}", last=until)
    return t("{first} to {last}", first=format_date(first, t.language), last=until)
