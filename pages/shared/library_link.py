"""The choices of the library that a link carries, by their value: the words that are shown change with the language."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from pages.shared import session

PAGE = "library_page"


def key(name: str, options: Sequence[str], first: str | None = None) -> str:
    """Return the widget key of a choice, set from the address where the session has none; `first` else."""
    held = f"library_{name}"
    if held not in st.session_state:
        asked = st.query_params.get(name)
        session.put(held, asked if asked in options else first)
    elif st.session_state[held] not in options:
        session.put(held, first)
    return held


def keeping(name: str, first: str | None = None) -> dict[str, Any]:
    """Return the arguments that make a widget write its choice into the address and turn to the first page."""
    return {"on_change": _changed, "args": (name, first)}


def to_first_page() -> None:
    """Turn to the first page: what is listed has changed."""
    session.put(PAGE, 1)


def _changed(name: str, first: str | None) -> None:
    chosen = session.get(f"library_{name}")
    if chosen is None or chosen == first:
        st.query_params.pop(name, None)
    else:
        st.query_params[name] = str(chosen)
    to_first_page()
