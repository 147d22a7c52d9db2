"""What an application to a support call holds already, fact by fact, in a few words."""

from collections.abc import Callable

from core.domain import reference
from core.domain.choices import Direction
from core.domain.impact.entries import Entry
from core.domain.labels import label
from core.domain.numbers import format_number
from core.domain.programme.support import Fact
from core.domain.programme.support_facts import Grown
from core.domain.reports.dossier import DossierCard
from core.i18n import Translator
from core.views import legal_words, sentences
from core.views.impact_charts import in_unit, per_year
from core.views.reports import words

_MOST = 3  # of several; the synergy's page has all


def held(fact: Fact, grown: Grown, t: Translator) -> str:
    """Return what an application holds for a fact, in lines; "" where nothing, or nothing that words could add to."""
    return _HELD[fact](grown, t) if fact in _HELD else ""


def _haves(grown: Grown) -> list[DossierCard]:
    return [one for one in grown.synergy.cards if one.direction is Direction.HAVE]


def _some(said: list[str]) -> str:
    return " · ".join(list(dict.fromkeys(one for one in said if one))[:_MOST])


def _firms(grown: Grown, t: Translator) -> str:
    return "\n".join(
        f"{one.name} · {sentences.sector_name(one.sector, t)}" for one in grown.synergy.parties if one.name
    )


def _quantity(grown: Grown, t: Translator) -> str:
    report = grown.synergy
    if report.amount is not None:
        return f"{format_number(report.amount, t.language)} {reference.unit_sign(report.unit, t.language)}"
    said = [
        f"{format_number(one.yearly_amount, t.language)} "
        f"{words.yearly_unit(one.yearly_amount, one.yearly_unit, one.period, one.quantity_typed, t)}"
        for one in _haves(grown)
        if one.yearly_amount is not None
    ]
    return _some(said)


def _impact(grown: Grown, t: Translator) -> str:
    def one_of(entry: Entry) -> str:
        unit = per_year(entry.measure, t) if entry.recurs else in_unit(entry.measure, t)
        value = format_number(entry.value, t.language)
        return f"{label(entry.measure, t)} {value} {unit} ({label(entry.basis, t)})"

    return _some([one_of(entry) for entry in grown.impact])


def _risks(grown: Grown, t: Translator) -> str:
    return _some([label(one.reason, t) for one in grown.synergy.barriers])


def _permits(grown: Grown, t: Translator) -> str:
    path = grown.synergy.legal
    return legal_words.word(path.route, t) if path and path.route else ""


def _money(amount: float | None, t: Translator) -> str:
    return t("{amount} TRY", amount=format_number(amount, t.language, 0)) if amount else ""


_HELD: dict[Fact, Callable[[Grown, Translator], str]] = {
    Fact.APPLICANT: lambda grown, _: grown.applicant or "",
    Fact.FIRMS: _firms,
    Fact.RESOURCES: lambda grown, _: _some([one.name for one in _haves(grown)]),
    Fact.QUANTITY: _quantity,
    Fact.TODAY: lambda grown, t: _some([label(one.handling, t) for one in _haves(grown) if one.handling]),
    Fact.WASTE_CODE: lambda grown, _: _some(
        [str(words.codes(one.waste_codes)).replace("\n", ", ") for one in _haves(grown) if one.waste_codes]
    ),
    Fact.IMPACT: _impact,
    Fact.COSTS: lambda grown, t: _money(grown.application.costs_try, t),
    Fact.ASKED: lambda grown, t: _money(grown.application.asked_try, t),
    Fact.RISKS: _risks,
    Fact.PERMITS: _permits,
}
