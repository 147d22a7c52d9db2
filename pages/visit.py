"""The main job: at a plant manager's table, from a firm to cards, suggestions, a synergy and a report."""

import streamlit as st

from core.services.permissions import allows
from pages.shared import (
    frame,
    session,
    visit_cards,
    visit_close,
    visit_firm,
    visit_head,
    visit_opportunities,
    visit_state,
    visit_suggestions,
)

t = frame.begin()
if not allows(session.role(), "visits.start"):
    st.info(
        t("Visits are the advisors' work. What concerns your firm stands under Suggestions."),
        icon=":material/info:",
    )
    st.stop()

here = visit_state.current(t)
if here is None:
    visit_firm.draw(t)
    st.stop()

STEPS = {
    "cards": visit_cards.draw,
    "suggestions": visit_suggestions.draw,
    "opportunities": visit_opportunities.draw,
    "close": visit_close.draw,
}
STEPS[visit_head.draw(here)](here)
