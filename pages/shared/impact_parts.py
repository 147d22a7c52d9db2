"""The parts of the Impact page: a number for each basis above, and below the tables that say how it was computed."""

import pandas as pd
import streamlit as st

from core.domain.labels import label
from core.domain.model import Basis
from core.domain.numbers import format_number
from core.i18n import Translator
from core.services.impact import Impact
from core.views.impact_charts import BASES
from pages.shared import impact_tables


def totals(counted: pd.DataFrame, t: Translator) -> None:
    """Draw the sums of each basis; they are never added up."""
    for column, basis in zip(st.columns(len(BASES)), BASES, strict=True):
        sums = impact_tables.totals(counted, basis)
        number = {name: format_number(value, t.language, 0) for name, value in sums.items()}
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


def details(found: Impact, t: Translator) -> None:
    """Draw what counts, formula by formula, and what does not count and why."""
    st.subheader(t("Counted synergies"))
    st.dataframe(
        impact_tables.synergies(found.counted, t),
        hide_index=True,
        column_config={
            name: st.column_config.NumberColumn(format="localized") for name in impact_tables.numeric(t)
        },
        alt=t("Counted synergies"),
    )
    with st.expander(t("How it was computed: formula, factor, source, year"), icon=":material/calculate:"):
        st.dataframe(
            impact_tables.terms(found.terms, found.counted, t),
            hide_index=True,
            alt=t("Formulas with their factors"),
        )
        st.caption(
            t(
                "Factors of the United Kingdom stand in for Türkiye until local ones are entered. "
                "Low and high are our own assumption where the source gives no band."
            )
        )
    with st.expander(t("Not counted: {count}", count=len(found.not_counted)), icon=":material/help:"):
        st.dataframe(
            impact_tables.not_counted(found.not_counted, t),
            hide_index=True,
            alt=t("Synergies that are not counted"),
        )
