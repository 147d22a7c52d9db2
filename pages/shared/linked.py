"""A choice that a link carries by its value (`?zone=iaosb`), so that it means the same in both languages."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from pages.shared import session


def arguments(page: str, name: str, options: Sequence[str], word: str | None = None) -> dict[str, Any]:
    """Return key and callback of a widget whose choice the address names; the first option needs no word there.

    The address is read where the session has no choice yet, or one that is not among the options any more. `word` is
    what the address calls it, if not `name`.
    """
    key = f"{page}_{name}"
    if session.get(key) not in options:
        asked = st.query_params.get(word or name)
        session.put(key, asked if asked in options else options[0])
    return {"key": key, "on_change": _changed, "args": (key, word or name, options[0])}


def _changed(key: str, name: str, first: str) -> None:
    chosen = session.get(key)
    if chosen is None or chosen == first:
        st.query_params.pop(name, None)
    else:
        st.query_params[name] = str(chosen)
