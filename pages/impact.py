"""Impact: what followed synergies save, by basis, with the factors in sight, and what is not counted."""

import streamlit as st

from core.domain.labels import label
from core.domain.model import Basis
from core.domain.numbers import format_number
from core.i18n import Translator
from core.services.permissions import allows
from core.views.impact_charts import BASES, GROUPINGS, MEASURES
from pages.shared import cache, frame, impact_tables, session


def totals(counted: object, t: Translator) -> None:
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
                "{low} to {high} t CO2e · {diverted} t from landfill · {count} synergies",
                low=number["co2e_low_t"],
                high=number["co2e_high_t"],
                diverted=number["diverted_t"],
                count=number["synergies"],
            )
        )


t = frame.begin()
st.title(t("Impact"))
if not allows(session.role(), "impact.of_region"):
    st.info(t("Impact figures are for the programme's staff."), icon=":material/lock:")
    st.stop()

found = cache.impact()
if found.counted.empty and found.not_counted.empty:
    st.info(
        t(
            "No synergy is followed yet. Move one beyond “Idea” on the page “Synergies”, and its saving appears here."
        )
    )
    st.stop()

totals(found.counted, t)
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
)
grouping = right.segmented_control(
    t("Shown"),
    list(GROUPINGS),
    default="sector",
    format_func=lambda name: t(GROUPINGS[name]),
    key="impact_grouping",
    required=True,
)
st.vega_lite_chart(
    cache.impact_chart(measure, grouping, t.language),
    alt=t("Bar chart: {measure}, one colour for each basis", measure=t(MEASURES[measure])),
    key="impact_chart",
)

st.subheader(t("Counted synergies"))
st.dataframe(impact_tables.synergies(found.counted, t), hide_index=True, alt=t("Counted synergies"))
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
