"""Whether the database hangs together: looked through when somebody asks for it, as `python -m core check` does."""

import pandas as pd
import streamlit as st

from core.domain.numbers import format_number
from core.i18n import Translator
from core.services import checking
from core.services.checking import Problem
from core.views import table_words
from pages.shared import cache, session, tables

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
        frame = _table(found, t)
        st.dataframe(
            frame,
            hide_index=True,
            column_config=tables.fitted(frame),
            alt=t("What does not hang together"),
        )
    counts = checking.counts(cache.database(), session.user())
    with st.expander(t("Rows by table"), icon=":material/table_rows:"):
        st.dataframe(
            tables.spelled(_counted(counts, t), t),
            hide_index=True,
            height="content",
            alt=t("Rows by table"),
        )


def _counted(counts: pd.DataFrame, t: Translator) -> pd.DataFrame:
    """Return the tables by what they are called, those with rows first."""
    rows = counts.assign(name=[table_words.table(one, t) for one in counts["table_name"]])
    rows = rows.sort_values("row_count", ascending=False, kind="stable")
    return pd.DataFrame({t("Table"): rows["name"], t("Rows"): rows["row_count"]})


def _table(found: pd.DataFrame, t: Translator) -> pd.DataFrame:
    names = _names()
    return pd.DataFrame(
        {
            t("What is wrong"): [t(checking.LABELS[Problem(one)]) for one in found["problem"]],
            t("Field"): [table_words.field(one, t) for one in found["field"]],
            t("Value"): found["value"].astype("str"),
            t("Table"): [table_words.table(one, t) for one in found["record_type"]],
            t("Name"): [names.get(one, one) for one in found["record_id"]],
            t("Record's id"): found["record_id"],
        }
    )


def _names() -> dict[str, str]:
    """Return what people call sites, cards and synergies, by id."""
    firms, cards, synergies = cache.firms(), cache.cards(), cache.synergies()
    return {
        **dict(zip(firms["site_id"], firms["name"], strict=True)),
        **dict(zip(cards["resource_id"], cards["name"], strict=True)),
        **dict(zip(synergies["synergy_id"], synergies["title"], strict=True)),
    }
