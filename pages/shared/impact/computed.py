"""How impact is computed: estimates of synergies without entries, formula by formula, and what cannot be computed."""

import pandas as pd
import streamlit as st

from core.i18n import Translator
from pages.shared import cache_impact
from pages.shared.impact import paging, tables


def draw(t: Translator) -> None:
    """Draw the section."""
    found = cache_impact.results().computed
    st.caption(
        t(
            "Only synergies that somebody follows and nobody has made an entry for. The formula is offered with the "
            "synergy; taken over there, it becomes an entry on the basis “Estimated”."
        )
    )
    counted, terms = found.counted, found.terms
    paging.draw(
        "computed",
        list(counted["title"]),
        list(counted["synergy_id"]),
        lambda places: tables.computed(counted.iloc[places], t),
        t("Computed estimates"),
        t,
    )
    with st.expander(t("Formula, factor, source, year"), icon=":material/calculate:", expanded=True):
        paging.draw(
            "terms",
            list(terms["synergy_id"].map(counted.set_index("synergy_id")["title"])),
            list(terms["synergy_id"]),
            lambda places: tables.terms(terms.iloc[places], counted, t),
            t("Formulas with their factors"),
            t,
            breaks=True,
        )
        st.caption(
            t(
                "Factors of the United Kingdom stand in for Türkiye until local ones are entered. "
                "Low and high are our own assumption where the source gives no band."
            )
        )
    _others(found.not_counted, t)


def _others(others: pd.DataFrame, t: Translator) -> None:
    with st.expander(t("Not counted: {count}", count=len(others)), icon=":material/help:"):
        paging.draw(
            "not_computed",
            list(others["title"]),
            list(others["synergy_id"]),
            lambda places: tables.not_computed(others.iloc[places], t),
            t("Synergies that are not counted"),
            t,
        )
