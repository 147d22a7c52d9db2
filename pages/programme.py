"""Programme: who steers it, what was decided, who owes what until when, which trainings were held."""

import streamlit as st

from core.services.permissions import allows
from pages.shared import (
    frame,
    programme_actions,
    programme_meetings,
    programme_sections,
    programme_trainings,
    session,
)

t = frame.begin()
st.title(t("Programme"))
if not allows(session.role(), "programme.meetings"):
    st.info(
        t("Meetings and trainings of the programme are kept by its staff. The zones are open to you:"),
        icon=":material/account_tree:",
    )
    st.page_link("pages/zones.py", label=t("Zones"), icon=":material/factory:")
    st.stop()

programme_sections.numbers(t)
DRAW = {
    "actions": programme_actions.draw,
    "meetings": programme_meetings.draw,
    "trainings": programme_trainings.draw,
}
DRAW[programme_sections.choose(list(DRAW), t)](t)
