"""Impact: what followed synergies save, by basis, with the factors in sight, and what is not counted."""

import streamlit as st

from core.services.permissions import allows
from core.views.impact_charts import GROUPINGS, MEASURES
from pages.shared import cache, frame, impact_parts, session

t = frame.begin()
st.title(t("Impact"))
if not allows(session.role(), "impact.of_region"):
    st.info(t("Impact figures are for the programme's staff."), icon=":material/lock:")
    st.stop()

shown = cache.impact_tables(t.language)
if shown.synergies.empty and shown.not_counted.empty:
    st.info(
        t(
            "No synergy is followed yet. Move one beyond “Idea” on the page “Synergies”, and its saving appears here."
        )
    )
    st.stop()

impact_parts.totals(shown, t)
st.caption(
    t(
        "Only followed synergies count; ideas and suggestions have no impact. "
        "Estimated, agreed and verified are never added up."
    )
)

left, right = st.columns([1, 1])
measure = left.segmented_control(
    t("Figure"),
    list(MEASURES),
    default="co2e_t",
    format_func=lambda name: t(MEASURES[name]),
    key="impact_measure",
    required=True,
    wrap=True,
)
grouping = right.segmented_control(
    t("Shown"),
    list(GROUPINGS),
    default="sector",
    format_func=lambda name: t(GROUPINGS[name]),
    key="impact_grouping",
    required=True,
    wrap=True,
)
st.vega_lite_chart(
    cache.impact_chart(measure, grouping, t.language),
    alt=t("Bar chart: {measure}, one colour for each basis", measure=t(MEASURES[measure])),
    key="impact_chart",
)

impact_parts.details(shown, t)
