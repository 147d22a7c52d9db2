"""A field for large amounts: what is typed in figures stands below as people write it, in thousands."""

import streamlit as st

from core.domain.numbers import format_number
from core.i18n import Translator

_LONG = 10_000  # shorter numbers are read at a glance


def number(title: str, value: float | None, key: str, t: Translator) -> float | None:
    """Draw the field and return what it holds, None for nothing."""
    found = st.number_input(
        title, value=value, min_value=0.0, format="%.0f", key=key, persist_state="session"
    )
    if found is not None and found >= _LONG:
        st.caption(f"= {format_number(found, t.language, 0)}")
    return found
