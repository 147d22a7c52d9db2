"""Tables of the Impact page: frames of services.impact with headings and words of the reader's language."""

from dataclasses import dataclass

import pandas as pd

from core.domain.choices import Basis, Kind, Stage
from core.domain.impact import Credit, NotCounted
from core.domain.labels import label
from core.domain.numbers import format_number
from core.i18n import Translator
from core.i18n import marked as m
from core.services.impact import Impact

CREDITS = {
    Credit.LANDFILL: m("Landfill or treatment avoided"),
    Credit.PRIMARY: m("Primary production replaced"),
    Credit.RECOVERED: m("Burden of the recovered material"),
    Credit.ROAD: m("Road haul (as the crow flies)"),
}
REASONS = {
    NotCounted.NO_QUANTITY: m("Quantity a year unknown or in a unit that cannot be converted"),
    NotCounted.NO_FACTOR: m("No impact factor for this material"),
    NotCounted.NO_BASELINE: m("Today's handling (landfill, bought new) not stated"),
    NotCounted.OTHER_KIND: m("Saves no material, energy or water directly"),
    NotCounted.ALREADY_USED: m("Already recovered, sold or used today: nothing new is saved"),
    NotCounted.USED_UP: m("Another synergy has already claimed the whole quantity"),
}


@dataclass(frozen=True)
class Shown:
    """What the page shows in one language: a sum for each basis, and its three tables."""

    totals: dict[Basis, dict[str, float]]
    synergies: pd.DataFrame
    terms: pd.DataFrame
    not_counted: pd.DataFrame


def shown(found: Impact, t: Translator) -> Shown:
    """Return the sums and tables of the page."""
    return Shown(
        {basis: totals(found.counted, basis) for basis in Basis},
        synergies(found.counted, t),
        terms(found.terms, found.counted, t),
        not_counted(found.not_counted, t),
    )


def totals(counted: pd.DataFrame, basis: Basis) -> dict[str, float]:
    """Return the sums of one basis: synergies, diverted_t, co2e_low_t, co2e_t, co2e_high_t."""
    rows = counted[counted["basis"] == basis.value]
    sums = rows[["diverted_t", "co2e_low_t", "co2e_t", "co2e_high_t"]].sum()
    return {"synergies": float(len(rows)), **{str(name): float(value) for name, value in sums.items()}}


def synergies(counted: pd.DataFrame, t: Translator) -> pd.DataFrame:
    """Return the counted synergies for reading."""
    return pd.DataFrame(
        {
            t("Synergy"): counted["title"],
            t("Stage"): [label(Stage(stage), t) for stage in counted["stage"]],
            t("Basis"): [label(Basis(basis), t) for basis in counted["basis"]],
            t("Kind"): [label(Kind(kind), t) for kind in counted["kind"]],
            t("Amount"): [
                f"{format_number(amount, t.language, 1)} {unit}{'' if recurring else t(' (once)')}"
                for amount, unit, recurring in zip(
                    counted["amount"], counted["unit"], counted["recurring"], strict=True
                )
            ],
            t("t diverted from landfill"): counted["diverted_t"].round(1),
            t("t CO2e, low"): counted["co2e_low_t"].round(1),
            t("t CO2e, central"): counted["co2e_t"].round(1),
            t("t CO2e, high"): counted["co2e_high_t"].round(1),
        }
    )


def numeric(t: Translator) -> tuple[str, ...]:
    """Return the headings of the columns that hold numbers."""
    return t("t diverted from landfill"), t("t CO2e, low"), t("t CO2e, central"), t("t CO2e, high")


def terms(found: pd.DataFrame, counted: pd.DataFrame, t: Translator) -> pd.DataFrame:
    """Return each addend as a formula with its numbers, its factor, source and year."""
    titles = counted.set_index("synergy_id")["title"]
    return pd.DataFrame(
        {
            t("Synergy"): found["synergy_id"].map(titles),
            t("What for"): [t(CREDITS[Credit(credit)]) for credit in found["credit"]],
            t("Formula"): [_formula(row, t) for _, row in found.iterrows()],
            t("Factor"): found["factor_id"],
            t("Year"): found["year"].astype(str),
            t("Source"): found["source"],
        }
    )


def not_counted(found: pd.DataFrame, t: Translator) -> pd.DataFrame:
    """Return the synergies without an estimate and why."""
    return pd.DataFrame(
        {
            t("Synergy"): found["title"],
            t("Stage"): [label(Stage(stage), t) for stage in found["stage"]],
            t("Why not counted"): [t(REASONS[NotCounted(reason)]) for reason in found["reason"]],
        }
    )


def _formula(row: pd.Series, t: Translator) -> str:
    sign = "+" if row["sign"] == 1 else "−"
    amount = format_number(float(str(row["amount"])), t.language, 1)
    factor = format_number(float(str(row["factor"])), t.language, 4)
    tonnes = format_number(float(str(row["t_co2e"])), t.language, 2)
    return f"{sign} {amount} {row['unit']} × {factor} {row['factor_unit']} = {tonnes} t CO2e"
