"""People: academics and experts who can help synergies, what they were asked, projects and doctoral topics."""

import streamlit as st

from core.services.permissions import allows
from pages.shared import frame, linked, people_experts, people_requests, people_research, session

t = frame.begin()
st.title(t("People who can help"))
if not allows(session.role(), "people.experts"):
    st.info(t("People and requests are for the programme's staff. Ask your advisor."), icon=":material/lock:")
    st.stop()

SECTIONS = {
    "experts": (t("Academics and experts"), people_experts.draw),
    "requests": (t("Requests"), people_requests.draw),
    "research": (t("Projects and doctoral topics"), people_research.draw),
}
chosen = linked.section(
    "people", t("Shown"), {name: title for name, (title, _) in SECTIONS.items()}, "section"
)
SECTIONS[chosen][1]()
