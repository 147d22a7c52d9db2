"""The title and the parts of the Library page, one at a time; a link carries which."""

import streamlit as st

from core.i18n import Translator
from core.i18n import marked as m
from pages.shared import linked

SECTIONS = {
    "precedents": m("Precedents"),
    "practice": m("Good practice"),
    "legal": m("Legal handbook"),
}


def choose(names: list[str], t: Translator) -> str:
    """Draw the title and the parts, and return the chosen part."""
    st.title(t("Library"))
    chosen = st.segmented_control(
        t("Part of the library"),
        names,
        format_func=lambda name: t(SECTIONS[name]),
        **linked.arguments("library", "part", names, names[0]),
        label_visibility="collapsed",
        required=True,
        wrap=True,
    )
    return str(chosen)
