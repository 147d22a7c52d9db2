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
    return linked.section("library", t("Part of the library"), {name: t(SECTIONS[name]) for name in names})
