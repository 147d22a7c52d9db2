"""Programme: who steers it, what was decided, who owes what until when, which trainings were held."""

import streamlit as st

from core.services.permissions import allows
from pages.shared import frame, session
from pages.shared.programme import actions, meetings, sections, trainings

t = frame.begin()
st.title(t("Programme"))
if not allows(session.role(), "programme.meetings"):
    st.info(
        t("Meetings and trainings of the programme are kept by its staff. The zones are open to you:"),
        icon=":material/account_tree:",
    )
    st.page_link("pages/zones.py", label=t("Zones"), icon=":material/factory:")
    frame.end()

sections.numbers(t)
DRAW = {
    "actions": actions.draw,
    "meetings": meetings.draw,
    "trainings": trainings.draw,
}
DRAW[sections.choose(list(DRAW), t)](t)
