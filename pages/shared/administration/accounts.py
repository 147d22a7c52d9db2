"""The accounts of those who work with the programme: listed with what each answers for, added, changed, retired."""

from typing import Any

import pandas as pd
import streamlit as st

from core.domain.choices import Role
from core.domain.labels import label
from core.domain.numbers import format_date
from core.domain.synergies.following import Owned, UserAccount
from core.i18n import Translator
from core.services.permissions import allows
from pages.shared import cache, cache_accounts, session, who
from pages.shared.administration import account_form, handing_over
from pages.shared.text import plain

_COLOURS = {
    Role.ADMINISTRATOR: "violet",
    Role.MANAGER: "blue",
    Role.ADVISOR: "green",
    Role.PARTICIPANT: "gray",
}


def draw(t: Translator) -> None:
    """Draw the accounts in use, those that are not any more, and what nobody with an account answers for."""
    rows = cache_accounts.accounts().to_dict("records")
    used = [row for row in rows if pd.isna(row["retired_at"])]
    st.caption(_about(t))
    may_write = allows(session.role(), "users.save")
    if not used:
        st.info(
            t("Nobody has an account yet. Add yourself first, as administrator."),
            icon=":material/person_add:",
        )
    if may_write:
        account_form.adding(t)
    else:
        st.caption(t("Only administrators change accounts."))
    for place in range(0, len(used), 2):  # by rows, so that a phone shows them in their order
        for column, row in zip(st.columns(2), used[place : place + 2], strict=False):
            with column:
                _account(row, t, may_write=may_write)
    _strangers(rows, t, may_write=may_write)
    left = [row for row in rows if row not in used]
    if left:
        with st.expander(t("Accounts out of use ({count})", count=len(left)), icon=":material/person_off:"):
            for row in left:
                day = format_date(row["retired_at"], t.language)
                st.markdown(f"{plain(row['name'])} :gray[{plain(t('until {day}', day=day))}]")


def _about(t: Translator) -> str:
    if cache.is_sample():
        return t("Sample region: these people are invented. The role above tries out what each role sees.")
    return t(
        "Accounts give work its owner. There is no sign-in yet: whoever sits at this computer chooses above who he or "
        "she is."
    )


def _account(row: dict[Any, Any], t: Translator, *, may_write: bool) -> None:
    kept = account_form.of_row(row)
    with st.container(border=True, gap="xsmall"):
        if may_write and account_form.opened(kept.user_id):
            account_form.draw(kept, t)
            return
        badge = f":{_COLOURS[kept.role]}-badge[{plain(label(kept.role, t))}]"
        st.markdown(f"**{plain(kept.name)}** {badge}")
        reached = [one for one in (kept.organisation, kept.email, kept.phone) if one]
        if reached:
            st.caption(" · ".join(plain(one) for one in reached))
        owned = cache_accounts.owned().get(kept.user_id, Owned())
        st.caption(handing_over.said(owned, t))
        if may_write:
            _buttons(kept, owned, t)


def _buttons(kept: UserAccount, owned: Owned, t: Translator) -> None:
    with st.container(horizontal=True):
        account_form.opener(kept.user_id, t)
        if owned.total:
            handing_over.button(kept.user_id, kept.name, t)
        handing_over.retiring(kept, t)


def _strangers(rows: list[dict[Any, Any]], t: Translator, *, may_write: bool) -> None:
    """Draw what ids without an account in use answer for: work from before there were accounts."""
    known = {row["user_id"]: row for row in rows}
    for user_id, owned in cache_accounts.owned().items():
        row = known.get(user_id)
        if row is not None and pd.isna(row["retired_at"]):
            continue
        name = str(row["name"]) if row else _unknown(user_id, t)
        with st.container(border=True, gap="xsmall"):
            st.markdown(f":material/person_alert: **{plain(name)}** :orange-badge[{plain(t('no account'))}]")
            st.caption(handing_over.said(owned, t))
            if may_write and handing_over.takers(user_id):
                handing_over.button(user_id, name, t)


def _unknown(user_id: str, t: Translator) -> str:
    return who.in_words(t) if user_id == session.LOCAL_USER.user_id else user_id
