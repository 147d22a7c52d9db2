"""Who sits at the machine that serves real data: chosen among the accounts, remembered for the next start.

This is no sign-in: whoever can open the page may choose anybody. It is there so that work gets its owner's name.
"""

import streamlit as st

from core.domain.choices import Role
from core.domain.labels import label
from core.domain.model import User
from core.i18n import Translator
from core.services import drafts
from pages.shared import cache, cache_accounts, clock, session

_FORM, _FIELD = "frame", "who"
_CHOSEN = "frame.who"


def draw(t: Translator) -> None:
    """Draw the choice where there are accounts, and let the session act as the chosen one."""
    found = {row["user_id"]: row for row in cache_accounts.in_use().to_dict("records")}
    if not found:
        session.act_as(None)
        return
    local = session.LOCAL_USER.user_id
    names = {local: in_words(t)} | {
        user_id: f"{row['name']} ({label(Role(row['role']), t)})" for user_id, row in found.items()
    }
    ids = list(names)
    before = _remembered()
    chosen = st.selectbox(
        t("Who are you?"),
        ids,
        index=ids.index(before) if before in names else 0,
        format_func=names.__getitem__,
        label_visibility="collapsed",
        width=260,
        key="frame_who",
    )
    if chosen != before:
        session.put(_CHOSEN, chosen)
        drafts.keep(cache.database(), session.LOCAL_USER, _FORM, _FIELD, chosen, now=clock.now())
    row = found.get(chosen)
    session.act_as(User(chosen, str(row["name"]), Role(row["role"])) if row else None)


def in_words(t: Translator) -> str:
    """Return what whoever sits here without an account is called."""
    return f"{session.LOCAL_USER.name} ({t('This computer')})"


def _remembered() -> str:
    """Return whom this session, else whoever worked here last, has chosen."""
    if session.get(_CHOSEN) is None:
        kept = drafts.load(cache.database(), session.LOCAL_USER, _FORM)
        session.put(_CHOSEN, kept.get(_FIELD) or session.LOCAL_USER.user_id)
    return str(session.get(_CHOSEN))
