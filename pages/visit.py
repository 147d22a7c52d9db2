"""The main job: at a plant manager's table, from a firm to cards, suggestions, a synergy and a report."""

import streamlit as st

from core.services.permissions import allows
from pages.shared import frame, session
from pages.shared.visit import (
    cards,
    close,
    firm,
    head,
    opportunities,
    state,
    suggestions,
)

t = frame.begin()
if not allows(session.role(), "visits.start"):
    st.info(
        t("Visits are the advisors' work. What concerns your firm stands under Suggestions."),
        icon=":material/info:",
    )
    frame.end()

here = state.current(t)
if here is None:
    firm.draw(t)
    frame.end()

STEPS = {
    "cards": cards.draw,
    "suggestions": suggestions.draw,
    "opportunities": opportunities.draw,
    "close": close.draw,
}
STEPS[head.draw(here)](here)
