"""Taking a record out of use, or erasing a person: a button, then a question that says what will happen."""

from collections.abc import Callable

import streamlit as st

from core.errors import SimbiyozError
from core.i18n import Translator


def button(
    title: str,
    consequence: str,
    action: Callable[[], None],
    after: Callable[[], None],
    t: Translator,
    *,
    key: str = "register_retire",
    icon: str = ":material/archive:",
) -> None:
    """Draw the button; it opens the question, and only the answer runs `action`, then `after`."""
    if st.button(title, icon=icon, type="tertiary", key=key):
        st.dialog(title)(_ask)(title, consequence, action, after, t, key)


def _ask(
    title: str,
    consequence: str,
    action: Callable[[], None],
    after: Callable[[], None],
    t: Translator,
    key: str,
) -> None:
    st.markdown(consequence)
    with st.container(horizontal=True):
        if st.button(title, type="primary", key=f"{key}_yes"):
            try:
                action()
            except SimbiyozError as error:
                st.error(error.text(t), icon=":material/error:")
                return
            after()
            st.toast(t("Done."), icon=":material/check:")
            st.rerun()
        if st.button(t("Cancel"), key=f"{key}_no"):
            st.rerun()
