"""What waits for a manager: claims to be confirmed or refused, and verifications that have lapsed."""

import streamlit as st

from core.domain.impact_booking import Booked
from core.domain.impact_counting import Counted
from core.i18n import Translator
from core.services.permissions import allows
from pages.shared import cache_impact, impact_entry_card, session


def draw(t: Translator) -> None:
    """Draw the section."""
    entries = cache_impact.results().entries
    waiting = [one for one in entries if one.entry.is_waiting]
    lapsed = [one for one in entries if isinstance(one.state, Counted) and one.state.lapsed]
    st.caption(
        t(
            "A verified entry counts once a manager confirms it who neither entered it nor owns the synergy. "
            "Until then what it corrects counts on."
        )
    )
    if not waiting:
        st.info(t("Nothing waits to be confirmed."), icon=":material/task_alt:")
    for one in waiting:
        _claim(one, t)
    if lapsed:
        st.subheader(t("Lapsed: {count}", count=len(lapsed)))
        st.caption(t("No new verification within twelve months of the period: these count as agreed."))
        for one in lapsed:
            with st.container(border=True):
                impact_entry_card.head(one, t, with_title=True)


def _claim(one: Booked, t: Translator) -> None:
    with st.container(border=True):
        impact_entry_card.head(one, t, with_title=True)
        impact_entry_card.proof(one, t)
        if allows(session.role(), "impact_ledger.confirm"):
            impact_entry_card.decide(one, t)
