"""A synergy by hand in ten seconds: two firms, one line, who said it."""

import pandas as pd
import streamlit as st

from core.domain.choices import Kind
from core.domain.model import Synergy
from core.errors import SimbiyozError
from core.i18n import Translator
from core.services import synergies
from pages.shared import cache, clock, session, telling


def button(t: Translator) -> None:
    """Draw the button that opens the form."""
    if st.button(t("Record a synergy"), icon=":material/add:", type="primary", key="synergies_new"):
        st.dialog(t("Record a synergy"))(_form)(t)


def _form(t: Translator) -> None:
    firms = cache.firms().drop_duplicates("firm_id").set_index("firm_id")["name"]
    giver = _firm(t("Who gives"), "synergies_giver", firms, t)
    taker = _firm(t("Who takes"), "synergies_taker", firms, t)
    line = st.text_input(t("What, in one line"), key="synergies_line", max_chars=200)
    said_by = st.text_input(
        t("Who said it"),
        key="synergies_said_by",
        placeholder=t("Advisor, table 4, the plant manager …"),
        max_chars=200,
    )
    if st.button(t("Record"), type="primary", key="synergies_record"):
        synergy = Synergy(
            synergy_id=clock.new_id(),
            region_id=session.user().region_id,
            title=line,
            giver_firm_id=giver or "",
            taker_firm_id=taker or "",
            kind=Kind.MATERIAL,
            said_by=said_by or None,
            owner_id=session.user().user_id,
        )
        if record(synergy, t):
            session.forget("synergies_giver", "synergies_taker", "synergies_line", "synergies_said_by")
            st.query_params["synergy"] = synergy.synergy_id
            st.rerun()


def record(synergy: Synergy, t: Translator) -> bool:
    """Record a synergy; say what is wrong, or that it is done."""
    words = {
        "title": t("What, in one line"),
        "giver_firm_id": t("Who gives"),
        "taker_firm_id": t("Who takes"),
    }
    try:
        synergies.record(cache.database(), session.user(), synergy, now=clock.now())
    except SimbiyozError as error:
        telling.refusal(error, t, words)
        return False
    st.toast(t("Recorded."), icon=":material/check:")
    return True


def _firm(title: str, key: str, names: "pd.Series[str]", t: Translator) -> str | None:
    chosen: str | None = st.selectbox(
        title,
        list(names.index),
        index=None,
        format_func=lambda firm_id: names[firm_id],
        key=key,
        placeholder=t("Choose"),
    )
    return chosen
