"""Tables of the Impact page: the ledger and the computed estimates with headings and words of the reader's language."""

from collections.abc import Iterable

import pandas as pd

from core.domain import reference
from core.domain.choices import Kind, Stage
from core.domain.impact.booking import Booked
from core.domain.impact.counting import Counted, Uncounted
from core.domain.impact.entries import Measure
from core.domain.impact.proposals import CREDITS
from core.domain.impact.savings import Credit, NotCounted
from core.domain.impact.years import band_of
from core.domain.labels import label
from core.domain.numbers import format_date, format_number
from core.i18n import Translator
from core.i18n import marked as m
from core.views.impact_charts import in_unit

REASONS = {
    NotCounted.NO_QUANTITY: m("Quantity a year unknown or in a unit that cannot be converted"),
    NotCounted.NO_FACTOR: m("No impact factor for this material"),
    NotCounted.NO_BASELINE: m("Today's handling (landfill, bought new) not stated"),
    NotCounted.OTHER_KIND: m("Saves no material, energy or water directly"),
    NotCounted.ALREADY_USED: m("Already recovered, sold or used today: nothing new is saved"),
    NotCounted.USED_UP: m("Another synergy has already claimed the whole quantity"),
}


def counted(entries: Iterable[Booked], t: Translator) -> pd.DataFrame:
    """Return the entries that count, for reading: values after attribution and share."""
    rows = [(one, one.state, band_of(one.state)) for one in entries if isinstance(one.state, Counted)]
    return pd.DataFrame(
        {
            t("Synergy"): [one.title for one, _, _ in rows],
            t("Kind of impact"): [label(one.entry.measure, t) for one, _, _ in rows],
            t("Basis"): [_basis(state, t) for _, state, _ in rows],
            t("Value"): [band.value for _, _, band in rows],
            t("Low"): [band.low for _, _, band in rows],
            t("High"): [band.high for _, _, band in rows],
            t("Unit"): [_unit(one, t) for one, _, _ in rows],
            t("Period"): [period(one, t) for one, _, _ in rows],
            t("Firm"): [one.firm_name or "" for one, _, _ in rows],
            t("Evidence"): [", ".join(file.name for file in one.evidence) for one, _, _ in rows],
            t("Entered by"): [one.entered_by for one, _, _ in rows],
            t("Confirmed by"): [one.confirmed_by or "" for one, _, _ in rows],
        }
    )


def not_counted(found: pd.DataFrame, t: Translator) -> pd.DataFrame:
    """Return the entries that do not count (services.impact_results `not_counted`) and why, for reading."""
    return pd.DataFrame(
        {
            t("Synergy"): found["title"],
            t("Kind of impact"): [label(Measure(one), t) for one in found["measure"]],
            t("Value"): [
                f"{format_number(value, t.language)} {in_unit(Measure(one), t)}"
                for value, one in zip(found["value"], found["measure"], strict=True)
            ],
            t("Why not counted"): [label(Uncounted(why), t) for why in found["why"]],
        }
    )


def period(one: Booked, t: Translator) -> str:
    """Return the days that an entry speaks of."""
    begin = format_date(one.entry.period_from, t.language)
    if one.entry.period_to is None:
        return t("from {begin}", begin=begin)
    return t("{begin} to {end}", begin=begin, end=format_date(one.entry.period_to, t.language))


def _basis(state: Counted, t: Translator) -> str:
    said = label(state.basis, t)
    return t("{basis} (verification lapsed)", basis=said) if state.lapsed else said


def _unit(one: Booked, t: Translator) -> str:
    unit = in_unit(one.entry.measure, t)
    return t("{unit} a year", unit=unit) if one.entry.recurs else unit


def computed(found: pd.DataFrame, t: Translator) -> pd.DataFrame:
    """Return the synergies whose impact is only computed (services.impact `counted`), for reading."""
    return pd.DataFrame(
        {
            t("Synergy"): found["title"],
            t("Stage"): [label(Stage(stage), t) for stage in found["stage"]],
            t("Kind"): [label(Kind(kind), t) for kind in found["kind"]],
            t("Amount"): [
                _amount(amount, unit, t)
                if recurring
                else t("{amount} (once)", amount=_amount(amount, unit, t))
                for amount, unit, recurring in zip(
                    found["amount"], found["unit"], found["recurring"], strict=True
                )
            ],
            t("t diverted from landfill"): found["diverted_t"].round(1),
            t("t CO2e, low"): found["co2e_low_t"].round(1),
            t("t CO2e, central"): found["co2e_t"].round(1),
            t("t CO2e, high"): found["co2e_high_t"].round(1),
        }
    )


def terms(found: pd.DataFrame, counted: pd.DataFrame, t: Translator) -> pd.DataFrame:
    """Return each addend as a formula with its numbers, its factor, source and year."""
    titles = counted.set_index("synergy_id")["title"]
    return pd.DataFrame(
        {
            t("Synergy"): found["synergy_id"].map(titles),
            t("What for"): [t(CREDITS[Credit(credit)]) for credit in found["credit"]],
            t("Formula"): [_formula(row, t) for _, row in found.iterrows()],
            t("Factor"): [reference.factor_name(one, t.language) for one in found["factor_id"]],
            t("Year"): found["year"].astype(str),
            t("Source"): found["source"],
        }
    )


def not_computed(found: pd.DataFrame, t: Translator) -> pd.DataFrame:
    """Return the synergies without an estimate and why."""
    return pd.DataFrame(
        {
            t("Synergy"): found["title"],
            t("Stage"): [label(Stage(stage), t) for stage in found["stage"]],
            t("Why not counted"): [t(REASONS[NotCounted(reason)]) for reason in found["reason"]],
        }
    )


def _amount(value: float, unit: str, t: Translator) -> str:
    return f"{format_number(value, t.language, 1)} {reference.unit_sign(unit, t.language)}"


def _formula(row: pd.Series, t: Translator) -> str:
    sign = "+" if row["sign"] == 1 else "−"
    amount = _amount(float(str(row["amount"])), str(row["unit"]), t)
    factor = format_number(float(str(row["factor"])), t.language, 4)
    tonnes = format_number(float(str(row["t_co2e"])), t.language, 2).replace("-", "−")
    return f"{sign} {amount} × {factor} {row['factor_unit']} = {tonnes} t CO2e"
