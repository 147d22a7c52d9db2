"""How impact is computed: estimates of synergies without entries, formula by formula, and what cannot be computed."""

import streamlit as st

from core.i18n import Translator
from pages.shared import cache_impact, impact_tables


def draw(t: Translator) -> None:
    """Draw the section."""
    found = cache_impact.results().computed
    st.caption(
        t(
            "Only synergies that somebody follows and nobody has made an entry for. The formula is offered with the "
            "synergy; taken over there, it becomes an entry on the basis “Estimated”."
        )
    )
    st.dataframe(
        impact_tables.computed(found.counted, t),
        hide_index=True,
        column_config={
            name: st.column_config.NumberColumn(format="localized")
            for name in impact_tables.computed_numeric(t)
        },
        alt=t("Computed estimates"),
    )
    with st.expander(t("Formula, factor, source, year"), icon=":material/calculate:", expanded=True):
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
            impact_tables.not_computed(found.not_counted, t),
            hide_index=True,
            alt=t("Synergies that are not counted"),
        )
