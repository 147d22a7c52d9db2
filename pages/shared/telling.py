"""What became of a write, told on the page: saved, the one sentence of an error, or one for each refused field."""

from collections.abc import Callable, Mapping

import streamlit as st

from core.errors import InvalidRecordError, SimbiyozError
from core.i18n import Translator
from pages.shared import session
from pages.shared.text import plain


def refusal(found: SimbiyozError, t: Translator, words: Mapping[str, str] | None = None) -> None:
    """Say what is wrong; `words` names the fields of a record, dotted ones by their last part too."""
    words = words or {}
    if not isinstance(found, InvalidRecordError):
        st.error(found.text(t), icon=":material/error:")
        return
    for field, finding in found.findings.items():
        word = words.get(field) or words.get(field.rpartition(".")[2], field)
        st.error(f"{plain(word)}: {plain(finding.text(t))}", icon=":material/error:")


def saved(action: Callable[[], object], t: Translator, words: Mapping[str, str], typed: str) -> None:
    """Run a writing service and say what became of it: once saved, what the keys with prefix `typed` hold is dropped.

    `words` names the fields, in English; what was typed stays where the service refuses.
    """
    try:
        action()
    except SimbiyozError as error:
        refusal(error, t, {field: t(word) for field, word in words.items()})
        return
    session.forget(typed)
    st.toast(t("Saved."), icon=":material/check:")
    st.rerun()
