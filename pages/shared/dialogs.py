"""Forms in dialogs: what is typed stays when one closes them, until it is saved or dropped on purpose.

Not drafts: these forms are short, and hold for the session. A key names the record and its row_version, so that what
was typed for one record never stands in the form of another, nor overwrites what others stored meanwhile.
"""

from collections.abc import Callable
from typing import Any, Literal

import streamlit as st

from core.i18n import Translator
from pages.shared import session


def kept(key: str) -> dict[str, Any]:
    """Return the arguments that let a widget of a dialog keep what it holds while the dialog is closed."""
    return {"key": key, "persist_state": "session"}


def typed(key: str) -> dict[str, Any]:
    """Return the same for a line of text, which is kept while it is typed: Escape would lose the last field."""
    return kept(key) | {"live": "400ms"}


def lasting(
    title: str, *, width: Literal["small", "large"] = "small"
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Return what opens a form with a text area as a dialog that only its own buttons close (`ways_out`).

    A text area says what it holds when it is left. Escape or ✕ would close the dialog before that, and lose it.
    """
    return st.dialog(title, width=width, dismissible=False)


def ways_out(prefix: str, t: Translator) -> None:
    """Draw the two ways out of a lasting dialog beside saving: close it and keep what was typed, or drop that."""
    if st.button(t("Close"), help=t("What you typed stays here until you come back."), key=f"{prefix}close"):
        st.rerun()
    _cancel(prefix, t("Drops what you typed."), t)


def drop(prefix: str, t: Translator) -> None:
    """Draw the button that closes the dialog and forgets what the keys with this prefix hold."""
    _cancel(prefix, t("Drops what you typed. Closed by ✕ or Escape instead, it stays."), t)


def _cancel(prefix: str, told: str, t: Translator) -> None:
    if st.button(t("Cancel"), help=told, key=f"{prefix}cancel"):
        session.forget(prefix)
        st.rerun()
