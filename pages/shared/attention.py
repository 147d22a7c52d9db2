"""What needs attention today, as numbers on the overview; the list itself stands on My day."""

import streamlit as st

from core.i18n import Translator
from core.services.permissions import LEADERS
from pages.shared import cache_day, session
from pages.shared.my_day import lists


def draw(t: Translator) -> None:
    """Draw how much is owed, a manager's whole region or one's own, and the way to it."""
    owed = cache_day.counts(everybody=session.role() in LEADERS)
    st.subheader(t("Needs attention today"))
    if owed.nothing:
        st.success(t("Nothing is overdue."), icon=":material/check_circle:")
    else:
        lists.summary(owed, t)
    st.page_link("pages/my_day.py", label=t("Open my day"), icon=":material/today:")
