"""How synergies come through: the funnel, the days in each stage, and why they fall out."""

import streamlit as st

from core.i18n import Translator
from pages.shared import cache, cache_impact


def draw(t: Translator) -> None:
    """Draw the section."""
    st.subheader(t("How far they come"))
    st.vega_lite_chart(
        cache.funnel_chart(t.language),
        alt=t("Funnel: how many synergies ever reached each stage"),
        key="impact_funnel",
    )
    st.caption(
        t(
            "How many ever reached each stage. The scale is logarithmic, so that the few at the end can be seen."
        )
    )
    st.subheader(t("How long they stay"))
    st.vega_lite_chart(
        cache_impact.times_chart(t.language),
        alt=t("Bar chart: median days in each stage, of those who went on and of those still there"),
        key="impact_times",
    )
    st.caption(
        t(
            "The median of n synergies: half of them took less. A stage that nobody has left or is in has no bar."
        )
    )
    st.subheader(t("Why they fall out"))
    spec = cache_impact.drop_outs_chart(t.language)
    if spec is None:
        st.caption(t("No synergy is stalled or dropped."))
        return
    st.vega_lite_chart(
        spec, alt=t("Bar chart: stalled and dropped synergies by reason"), key="impact_drop_outs"
    )
