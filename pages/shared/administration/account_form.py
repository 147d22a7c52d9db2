"""The form of an account: a new one in a fold, a kept one in the place of its card; what was typed stays as a draft."""

from dataclasses import replace
from typing import Any

import streamlit as st

from core.domain.choices import Role
from core.domain.labels import label
from core.domain.synergies.following import UserAccount
from core.i18n import Translator
from core.services import users
from pages.shared import cache, clock, forms, session
from pages.shared.forms import Compared

_OPENED = "administration.opened"
_NEW = "new"
# Somebody of a firm gets an account with sign-in, which ties it to the firm: without that it could see nothing.
_ROLES = (Role.ADVISOR, Role.MANAGER, Role.ADMINISTRATOR)
_TEXTS = ("name", "organisation", "email", "phone")


def of_row(row: dict[Any, Any]) -> UserAccount:
    """Return the account that a row of services.users.table tells of."""
    texts = {name: row[name] if isinstance(row[name], str) else None for name in _TEXTS[1:]}
    return UserAccount(
        row["user_id"], session.user().region_id, row["name"], Role(row["role"]), **texts,
        row_version=int(row["row_version"]),
    )  # fmt: skip


def opened(user_id: str) -> bool:
    """Return whether the form of an account is open."""
    return bool(session.get(_OPENED) == user_id)


def opener(user_id: str, t: Translator) -> None:
    """Draw the button that opens the form of an account."""
    st.button(
        t("Edit"),
        type="tertiary",
        icon=":material/edit:",
        key=f"administration_edit_{user_id}",
        on_click=session.put,
        args=(_OPENED, user_id),
    )


def adding(t: Translator) -> None:
    """Draw the button that opens the form of a new account, or the form."""
    if not opened(_NEW):
        st.button(
            t("Add an account"),
            icon=":material/person_add:",
            key="administration_new",
            on_click=session.put,
            args=(_OPENED, _NEW),
        )
        return
    with st.container(border=True):
        draw(None, t)


def draw(kept: UserAccount | None, t: Translator) -> None:
    """Draw the form."""
    labels = {
        "name": t("Name"),
        "role": t("Role"),
        "organisation": t("Institution"),
        "email": t("E-mail"),
        "phone": t("Phone"),
    }
    form = forms.begin(
        f"administration.account.{kept.user_id if kept else _NEW}",
        t,
        _initial(kept),
        version=kept.row_version if kept else None,
    )
    said = {"role": lambda one: label(Role(one), t) if one else ""}
    forms.problems(
        form,
        [Compared(field, word, said.get(field, lambda one: one or "")) for field, word in labels.items()],
    )
    told: dict[str, Any] = {"name": forms.text(form, "name", labels["name"], limit=200) or ""}
    told["role"] = forms.choice(form, "role", labels["role"], _ROLES, style="segments", required=True)
    told["organisation"] = forms.text(form, "organisation", labels["organisation"], limit=200)
    left, right = st.columns(2)
    with left:
        told["email"] = forms.text(form, "email", labels["email"], limit=200)
    with right:
        told["phone"] = forms.text(form, "phone", labels["phone"], limit=40)
    with st.container(horizontal=True):
        if st.button(t("Save"), type="primary", icon=":material/check:", key="administration_save"):
            base = kept or UserAccount(clock.new_id(), "", "", Role.ADVISOR)
            version = forms.version(form) if kept else 1
            _save(form, replace(base, **told, row_version=version), new=kept is None)
        if st.button(t("Cancel"), key="administration_cancel"):
            _close(form)
            st.rerun()


def _save(form: forms.Form, account: UserAccount, *, new: bool) -> None:
    def stored() -> dict[str, Any]:
        rows = users.table(cache.database(), session.user()).to_dict("records")
        return _initial(next((of_row(row) for row in rows if row["user_id"] == account.user_id), None))

    if forms.tried(
        form,
        lambda: users.save(cache.database(), session.user(), account, now=clock.now(), new=new),
        stored,
    ):
        _close(form)
        st.toast(form.t("Saved."), icon=":material/check:")
    st.rerun()


def _close(form: forms.Form) -> None:
    forms.clear(form)
    session.put(_OPENED, None)


def _initial(kept: UserAccount | None) -> dict[str, Any]:
    if kept is None:
        return {"role": Role.ADVISOR.value}
    return {name: getattr(kept, name) for name in (*_TEXTS, "row_version")} | {"role": kept.role.value}
