"""The parts of the Impact page: a number for each basis above, and below the tables that say how it was computed."""

import streamlit as st

from core.domain.choices import Basis
from core.domain.labels import label
from core.domain.numbers import format_number
from core.i18n import Translator
from core.views.impact_charts import BASES
from pages.shared import impact_tables
from pages.shared.impact_tables import Shown


def totals(shown: Shown, t: Translator) -> None:
    """Draw the sums of each basis; they are never added up."""
    for column, basis in zip(st.columns(len(BASES)), BASES, strict=True):
        number = {name: format_number(value, t.language, 0) for name, value in shown.totals[basis].items()}
        column.metric(
            t("{basis}: t CO2e a year", basis=label(basis, t)),
            number["co2e_t"],
            help=t("Sum of central estimates; low and high come from the factors' bands.")
            if basis is Basis.ESTIMATED
            else None,
            border=True,
        )
        column.caption(
            t(
                "{low} to {high} t CO2e · {diverted} t from landfill · synergies: {count}",
                low=number["co2e_low_t"],
                high=number["co2e_high_t"],
                diverted=number["diverted_t"],
                count=number["synergies"],
            )
        )


def details(shown: Shown, t: Translator) -> None:
    """Draw what counts, formula by formula, and what does not count and why."""
    st.subheader(t("Counted synergies"))
    st.dataframe(
        shown.synergies,
        hide_index=True,
        column_config={
            name: st.column_config.NumberColumn(format="localized") for name in impact_tables.numeric(t)
        },
        alt=t("Counted synergies"),
    )
    with st.expander(t("How it was computed: formula, factor, source, year"), icon=":material/calculate:"):
        st.dataframe(
            shown.terms,
            hide_index=True,
            alt=t("Formulas with their factors"),
        )
        st.caption(
            t(
                "Factors of the United Kingdom stand in for Türkiye until local ones are entered. "
                "Low and high are our own assumption where the source gives no band."
            )
        )
    with st.expander(t("Not counted: {count}", count=len(shown.not_counted)), icon=":material/help:"):
        st.dataframe(
            shown.not_counted,
            hide_index=True,
            alt=t("Synergies that are not counted"),
        )
