"""Pilots against the programme's target, with what counts as one."""

import streamlit as st

from core.domain.labels import label
from core.domain.programme.support_facts import PILOT_TARGET
from core.i18n import Translator
from pages.shared import cache_people
from pages.shared.text import plain


def draw(t: Translator) -> None:
    """Draw how many pilots run, of how many that are wanted, and which they are."""
    pilots = cache_people.pilots()
    running = sum(one.counts for one in pilots)
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        st.metric(
            t("Pilots"), t("{count} of at least {target}", count=running, target=PILOT_TARGET), width=220
        )
        names = "  \n".join(
            f"{':green' if one.counts else ':gray'}-badge[{plain(label(one.stage, t))}] {plain(one.title)}"
            for one in pilots
        )
        rule = t("A synergy counts that is marked as a pilot on its page and runs or is verified.")
        st.markdown(f"{names}  \n:small[:gray[{plain(rule)}]]", width="stretch")
