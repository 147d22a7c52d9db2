"""Whether the database hangs together: looked through when somebody asks for it, as `python -m core check` does."""

import pandas as pd
import streamlit as st

from core.domain.numbers import format_number
from core.i18n import Translator
from core.services import checking
from core.services.checking import Problem
from pages.shared import cache, session

_ASKED = "administration.checked"


def draw(t: Translator) -> None:
    """Draw the button, and what was found at the version that it was pressed on."""
    st.caption(
        t("Looks for records that name others which are not there, stale yearly amounts and unknown codes.")
    )
    version = cache.database().version
    if st.button(t("Look through the database"), icon=":material/fact_check:", key="administration_check"):
        session.put(_ASKED, version)
    if session.get(_ASKED) != version:
        return
    found = checking.findings(cache.database(), session.user())
    faults = int(found["problem"].isin(checking.FAULTS).sum())
    if faults:
        st.error(t("Faults: {count}", count=format_number(faults, t.language)), icon=":material/error:")
    else:
        st.success(t("No fault was found."), icon=":material/check_circle:")
    if len(found):
        st.dataframe(_table(found, t), hide_index=True, alt=t("What does not hang together"))
    counts = checking.counts(cache.database(), session.user())
    with st.expander(t("Rows by table"), icon=":material/table_rows:"):
        st.dataframe(
            pd.DataFrame({t("Table"): counts["table_name"], t("Rows"): counts["row_count"]}),
            hide_index=True,
            alt=t("Rows by table"),
        )


def _table(found: pd.DataFrame, t: Translator) -> pd.DataFrame:
    return pd.DataFrame(
        {
            t("What is wrong"): [t(checking.LABELS[Problem(one)]) for one in found["problem"]],
            t("Table"): found["record_type"],
            t("Record's id"): found["record_id"],
            t("Field"): found["field"],
            t("Value"): found["value"].astype("str"),
        }
    )
