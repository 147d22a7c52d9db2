"""Giving what one person answers for to another, by itself or because an account goes out of use."""

from collections.abc import Callable

import streamlit as st

from core.domain.synergies.following import Owned, UserAccount
from core.errors import SimbiyozError
from core.i18n import Translator
from core.services import users
from pages.shared import cache, cache_accounts, clock, session, telling
from pages.shared.text import plain

_KEY = "administration_over_"


def said(owned: Owned, t: Translator) -> str:
    """Return how much somebody answers for."""
    if not owned.total:
        return t("Answers for nothing that is open")
    return t(
        "Synergies: {synergies} · open actions: {actions} · open visits: {visits}",
        synergies=owned.synergies,
        actions=owned.actions,
        visits=owned.visits,
    )


def takers(user_id: str) -> dict[str, str]:
    """Return the names of those who can take over from somebody, by id."""
    found = cache_accounts.accounts()
    found = found[found["retired_at"].isna() & (found["user_id"] != user_id)]
    return dict(zip(found["user_id"], found["name"], strict=True))


def button(user_id: str, name: str, t: Translator) -> None:
    """Draw the button that hands over what somebody answers for."""
    if st.button(t("Hand over"), type="tertiary", icon=":material/move_up:", key=f"{_KEY}open_{user_id}"):
        session.forget(f"{_KEY}to_")
        st.dialog(t("Hand over"))(_hand_over)(user_id, name, t)


def retiring(kept: UserAccount, t: Translator) -> None:
    """Draw the button that takes an account out of use."""
    if st.button(
        t("Retire"), type="tertiary", icon=":material/person_off:", key=f"{_KEY}retire_{kept.user_id}"
    ):
        session.forget(f"{_KEY}to_")
        st.dialog(t("Retire an account"))(_retire)(kept, t)


def _hand_over(user_id: str, name: str, t: Translator) -> None:
    owned = cache_accounts.owned().get(user_id, Owned())
    st.markdown(f"**{plain(name)}**  \n{plain(said(owned, t))}")
    to_id = _goes_to(user_id, t)
    ready = to_id is not None
    _confirm(
        t("Hand over"),
        lambda: users.hand_over(cache.database(), session.user(), user_id, str(to_id), now=clock.now()),
        t,
        ready=ready,
    )


def _retire(kept: UserAccount, t: Translator) -> None:
    owned = cache_accounts.owned().get(kept.user_id, Owned())
    st.markdown(f"**{plain(kept.name)}**  \n{plain(said(owned, t))}")
    st.markdown(
        t("The account goes out of use. The name stays with what was done; e-mail and phone are erased.")
    )
    to_id = _goes_to(kept.user_id, t) if owned.total else None
    _confirm(
        t("Retire the account"),
        lambda: users.retire(
            cache.database(), session.user(), kept.user_id, kept.row_version, to_id=to_id, now=clock.now()
        ),
        t,
        ready=to_id is not None or not owned.total,
    )


def _goes_to(user_id: str, t: Translator) -> str | None:
    names = takers(user_id)
    chosen: str | None = st.selectbox(
        t("All of it goes to"),
        list(names),
        index=None,
        format_func=names.__getitem__,
        placeholder=t("Choose"),
        key=f"{_KEY}to_{user_id}",
    )
    return chosen


def _confirm(title: str, action: Callable[[], Owned], t: Translator, *, ready: bool) -> None:
    with st.container(horizontal=True):
        if st.button(title, type="primary", key=f"{_KEY}yes", disabled=not ready):
            try:
                given = action()
            except SimbiyozError as error:
                telling.refusal(error, t, {"to_id": t("All of it goes to")})
                return
            st.toast(
                t("Handed over: {said}", said=said(given, t)) if given.total else t("Done."),
                icon=":material/check:",
            )
            st.rerun()
        if st.button(t("Cancel"), key=f"{_KEY}no"):
            st.rerun()
