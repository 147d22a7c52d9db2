"""People: academics and experts who can help synergies, what they were asked, projects and doctoral topics."""

import streamlit as st

from core.services.permissions import allows
from pages.shared import frame, linked, session
from pages.shared.people import experts, requests, research

t = frame.begin()
st.title(t("People who can help"))
if not allows(session.role(), "people.experts"):
    st.info(t("People and requests are for the programme's staff. Ask your advisor."), icon=":material/lock:")
    frame.end()

SECTIONS = {
    "experts": (t("Academics and experts"), experts.draw),
    "requests": (t("Requests"), requests.draw),
    "research": (t("Projects and doctoral topics"), research.draw),
}
chosen = linked.section(
    "people", t("Shown"), {name: title for name, (title, _) in SECTIONS.items()}, "section"
)
SECTIONS[chosen][1]()
