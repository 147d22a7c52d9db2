"""Choices that a link carries by their value, so that it means the same in both languages.

Streamlit's own binding writes the words that are shown, which change with the language and with counts in them.
"""

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from pages.shared import session


def key(name: str, options: Sequence[str], first: str | None = None) -> str:
    """Return the widget key of a choice, set from the address where the session has none; `first` else."""
    held = f"synergies_{name}"
    if held not in st.session_state:
        asked = st.query_params.get(name)
        session.put(held, asked if asked in options else first)
    elif st.session_state[held] not in options:
        session.put(held, first)
    return held


def keeping(name: str, first: str | None = None, then: Callable[[], None] | None = None) -> dict[str, Any]:
    """Return the arguments that make a widget write its choice into the address; what is `first` needs no word."""
    return {"on_change": _changed, "args": (name, first, then)}


def _changed(name: str, first: str | None, then: Callable[[], None] | None) -> None:
    chosen = session.get(f"synergies_{name}")
    if chosen is None or chosen == first:
        st.query_params.pop(name, None)
    else:
        st.query_params[name] = str(chosen)
    if then:
        then()
