"""What went wrong, told on the page: the one sentence of an error, or one for each field of a refused record."""

from collections.abc import Mapping

import streamlit as st

from core.errors import InvalidRecordError, SimbiyozError
from core.i18n import Translator
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
