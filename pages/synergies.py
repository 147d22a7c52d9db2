"""Synergies: what people recorded as worth following, as a table or a board, where each stands, and its next action."""

import streamlit as st

from core.domain.board import Asked
from core.services.permissions import allows
from pages.shared import (
    cache_board,
    frame,
    linked,
    session,
    synergy_board,
    synergy_detail,
    synergy_filters,
    synergy_form,
    synergy_list,
)

t = frame.begin()
may_write = allows(session.role(), "synergies.record")
if may_write and (opened := synergy_list.opened()):
    synergy_detail.draw(opened, t)
    st.stop()
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
    st.stop()

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
asked = synergy_filters.draw(t)
counts = cache_board.counts(asked)
if may_write and view == "board":
    synergy_board.draw(asked, counts, t)
else:
    synergy_list.draw(asked, counts, t, may_open=may_write)
