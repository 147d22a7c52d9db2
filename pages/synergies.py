"""Synergies: what people recorded as worth following, as a table or a board, where each stands, and its next action."""

import streamlit as st

from core.domain.synergies.board import Asked
from core.services.permissions import allows
from pages.shared import cache_board, frame, linked, session
from pages.shared.synergies import board, detail, filters, listing
from pages.shared.synergies import form as synergy_form

t = frame.begin()
may_write = allows(session.role(), "synergies.record")
if may_write and (opened := listing.opened()):
    detail.draw(opened, t)
    frame.end()
st.title(t("Synergies"))
if not any(cache_board.counts(Asked()).values()):
    if may_write:
        synergy_form.button(t)
    st.info(
        t(
            "No synergy yet. Start one from a suggestion or record one by hand: two firms, one line, who said it."
        )
        if may_write
        else t("None of your firm's synergies is recorded yet. Ask your advisor."),
        icon=":material/conversion_path:",
    )
    frame.end()

VIEWS = {"list": t("List"), "board": t("Board")}
if may_write:
    with st.container(horizontal=True, vertical_alignment="center"):
        synergy_form.button(t)
        view = st.segmented_control(
            t("View"),
            list(VIEWS),
            required=True,
            format_func=VIEWS.__getitem__,
            label_visibility="collapsed",
            **linked.arguments("synergies", "view", list(VIEWS), "list"),
        )
asked = filters.draw(t)
counts = cache_board.counts(asked)
if may_write and view == "board":
    board.draw(asked, counts, t)
else:
    listing.draw(asked, counts, t, may_open=may_write)
