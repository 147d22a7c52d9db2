"""A choice that a link carries by its value (`?zone=iaosb`), so that it means the same in both languages.

Streamlit's own binding writes the words that are shown, which change with the language and with counts in them.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import streamlit as st

from pages.shared import session


def arguments(
    page: str,
    name: str,
    options: Sequence[str],
    first: str | None,
    *,
    word: str | None = None,
    then: Callable[[], None] | None = None,
) -> dict[str, Any]:
    """Return key and callback of a widget whose choice the address names; `first` needs no word there.

    The address is read where the session has no choice yet, or one that is not among the options any more. `word` is
    what the address calls it, if not `name`; `then` is called after each change.
    """
    key = f"{page}_{name}"
    if key not in st.session_state or session.get(key) not in (*options, None):
        asked = st.query_params.get(word or name)
        session.put(key, asked if asked in options else first)
    return {"key": key, "on_change": _changed, "args": (key, word or name, first, then)}


def section(
    page: str, label: str, titles: Mapping[str, str], name: str = "part", word: str | None = None
) -> str:
    """Draw the sections of a page, the first chosen unless the address names another, and return the chosen one."""
    names = list(titles)
    chosen = st.pills(
        label,
        names,
        format_func=titles.__getitem__,
        label_visibility="collapsed",
        required=True,
        wrap=True,
        **arguments(page, name, names, names[0], word=word),
    )
    return chosen or names[0]


def _changed(key: str, name: str, first: str | None, then: Callable[[], None] | None) -> None:
    chosen = session.get(key)
    if chosen is None or chosen == first:
        st.query_params.pop(name, None)
    else:
        st.query_params[name] = str(chosen)
    if then:
        then()
