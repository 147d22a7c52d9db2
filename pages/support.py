"""Support programme: applications grown from synergies, the calls they answer, and pilots against their target."""

import streamlit as st

from core.services.permissions import allows
from pages.shared import frame, linked, session
from pages.shared.support import applications, calls, pilots

t = frame.begin()
st.title(t("Support programme"))
if not allows(session.role(), "support.applications"):
    st.info(t("Applications are for the programme's staff. Ask your advisor."), icon=":material/lock:")
    frame.end()

pilots.draw(t)
SECTIONS = {
    "applications": (t("Applications"), applications.draw),
    "calls": (t("Calls"), calls.draw),
}
chosen = linked.section(
    "support", t("Shown"), {name: title for name, (title, _) in SECTIONS.items()}, "section"
)
SECTIONS[chosen][1](t)
