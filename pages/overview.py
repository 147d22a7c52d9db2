"""Overview: what needs attention today, what there is, and how far synergies come."""

import streamlit as st

from core.domain.numbers import format_number
from core.i18n import Translator
from core.i18n import marked as m
from core.services.overview import Overview
from core.services.permissions import allows
from pages.shared import attention, cache, frame, session

NUMBERS = {
    "firms": m("Firms"),
    "haves": m("Haves"),
    "wants": m("Wants"),
    "workshops": m("Workshops"),
    "participants": m("Participants"),
    "synergies": m("Potential synergies"),
}


def numbers(found: Overview, t: Translator) -> None:
    """Draw the region's numbers."""
    row = st.container(horizontal=True, key="overview_numbers")
    for name, text in NUMBERS.items():
        row.metric(t(text), format_number(found.numbers[name], t.language), border=True, width=165)
    st.caption(
        t(
            "{visited} firms visited · {women} women and {men} men at workshops",
            visited=format_number(found.numbers["visited_firms"], t.language),
            women=format_number(found.numbers["women"], t.language),
            men=format_number(found.numbers["men"], t.language),
        )
    )


t = frame.begin()
st.title(t("Overview"))
found = cache.overview()
if found.numbers["firms"] == 0:
    st.info(t("No firm yet. Begin with a company visit, or import a list of firms."), icon=":material/flag:")
    st.page_link("pages/visit.py", label=t("Begin a visit"), icon=":material/edit_note:")
    st.page_link("pages/data_exchange.py", label=t("Import a list"), icon=":material/import_export:")
    frame.end()

numbers(found, t)
if allows(session.role(), "my_day.counts"):
    attention.draw(t)
st.subheader(t("How far synergies come"))
st.vega_lite_chart(
    cache.funnel_chart(t.language),
    alt=t("Bar chart: how many synergies ever reached each stage"),
    key="overview_funnel",
)
st.caption(
    t("How many ever reached each stage. The scale is logarithmic, so that the few at the end can be seen.")
)
