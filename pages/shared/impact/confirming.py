"""What waits for a manager: claims to be confirmed or refused, and verifications that have lapsed."""

import streamlit as st

from core.domain.impact.booking import Booked
from core.domain.impact.counting import Counted
from core.i18n import Translator
from core.services.permissions import allows
from pages.shared import cache_impact, session
from pages.shared.impact import entry_card

_AT_ONCE = 20


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
    for one in _at_most(waiting, "waiting"):
        _claim(one, t)
    if lapsed:
        st.subheader(t("Lapsed: {count}", count=len(lapsed)))
        st.caption(t("No new verification within twelve months of the period: these count as agreed."))
        for one in _at_most(lapsed, "lapsed"):
            with st.container(border=True):
                entry_card.head(one, t, with_title=True)
                _opener(one, t)


def _claim(one: Booked, t: Translator) -> None:
    with st.container(border=True):
        entry_card.head(one, t, with_title=True)
        entry_card.proof(one, t)
        if allows(session.role(), "impact_ledger.confirm"):
            entry_card.decide(one, t)
        _opener(one, t)


def _at_most(found: list[Booked], key: str) -> list[Booked]:
    """Draw the pages that a long list has and return what the chosen one holds."""
    pages = -(-len(found) // _AT_ONCE)
    page = (st.pagination(pages, key=f"impact_{key}_page") or 1) if pages > 1 else 1
    return found[(page - 1) * _AT_ONCE :][:_AT_ONCE]


def _opener(one: Booked, t: Translator) -> None:
    st.page_link(
        "pages/synergies.py",
        label=t("Open the synergy"),
        icon=":material/arrow_forward:",
        query_params={"synergy": one.entry.synergy_id, "part": "impact"},
    )
