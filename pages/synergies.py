"""Synergies: what people recorded as worth following, where each stands, and its next action."""

import streamlit as st

from core.services.permissions import allows
from pages.shared import cache, frame, session, synergy_detail, synergy_form, synergy_list

t = frame.begin()
st.title(t("Synergies"))
may_write = allows(session.role(), "synergies.record")
found = cache.synergies()

if may_write:
    synergy_form.button(t)
if found.empty:
    st.info(
        t(
            "No synergy yet. Start one from a suggestion or record one by hand: two firms, one line, who said it."
        )
        if may_write
        else t("None of your firm's synergies is recorded yet. Ask your advisor."),
        icon=":material/conversion_path:",
    )
    st.stop()

chosen = synergy_list.draw(found, t)
if chosen and may_write:
    synergy_detail.draw(chosen, t)
