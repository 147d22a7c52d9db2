"""Forms in dialogs: what is typed stays when one closes by ✕ or Escape, until it is saved or dropped on purpose.

Not drafts: these forms are short, and hold for the session. A key names the record and its row_version, so that what
was typed for one record never stands in the form of another, nor overwrites what others stored meanwhile.
"""

from typing import Any

import streamlit as st

from core.i18n import Translator
from pages.shared import session


def kept(key: str) -> dict[str, Any]:
    """Return the arguments that let a widget of a dialog keep what it holds while the dialog is closed."""
    return {"key": key, "persist_state": "session"}


def typed(key: str) -> dict[str, Any]:
    """Return the same for a line of text, which is kept while it is typed: Escape would lose the last field."""
    return kept(key) | {"live": "400ms"}


def drop(prefix: str, t: Translator) -> None:
    """Draw the button that closes the dialog and forgets what the keys with this prefix hold."""
    if st.button(
        t("Cancel"),
        help=t("Drops what you typed. Closed by ✕ or Escape instead, it stays."),
        key=f"{prefix}cancel",
    ):
        session.forget(prefix)
        st.rerun()
