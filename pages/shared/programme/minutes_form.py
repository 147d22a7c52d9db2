"""Forms of what a meeting led to: decisions and actions, new ones for all staff, kept ones for managers.

One kept record is open at a time; the session knows which. They ask for no person's name but who owns an action.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from core.domain.programme.governance import TEXT_LIMIT, Action, Decision
from core.i18n import Translator
from core.services import programme
from core.services.permissions import allows
from pages.shared import cache, cache_programme, clock, forms, retire, session
from pages.shared.forms import Compared, Form
from pages.shared.programme import sections
from pages.shared.text import plain

_OPENED = "programme.opened"


def opened(record_id: str) -> bool:
    """Return whether the form of a kept decision or action is open."""
    return bool(session.get(_OPENED) == record_id)


def opener(record_id: str, action: str, t: Translator) -> None:
    """Draw the button that opens the form of a kept decision or action, for who may do `action`."""
    if allows(session.role(), action):
        st.button(
            t("Edit"),
            type="tertiary",
            icon=":material/edit:",
            key=f"programme_edit_{record_id}",
            on_click=session.put,
            args=(_OPENED, record_id),
        )


def decision(meeting_id: str, kept: Decision | None, t: Translator) -> None:
    """Draw the form of a decision."""
    database, acting = cache.database(), session.user()
    form = _begin("decision", meeting_id, kept.decision_id if kept else None, _said(kept), kept, t)
    forms.problems(form, [Compared("decided", t("What was decided"))])
    decided = forms.text(form, "decided", t("What was decided"), lines=2, limit=TEXT_LIMIT)
    made = replace(kept or Decision(clock.new_id(), meeting_id, ""), decided=decided or "")

    def save() -> None:
        if kept:
            changed = replace(made, row_version=forms.version(form))
            programme.save_decision(database, acting, changed, now=clock.now())
            session.put(_OPENED, None)
        else:
            programme.add_decision(database, acting, made, now=clock.now())

    def stored() -> dict[str, Any]:
        found = programme.decisions(database, acting, meeting_id)
        return _said(next((one for one in found if one.decision_id == made.decision_id), None))

    take_out = partial(programme.retire_decision, database, acting, made.decision_id, made.row_version)
    consequence = t(
        "The decision “{what}” leaves the minutes and cannot be brought back.", what=plain(made.decided)
    )
    _buttons(form, f"decision{_of(kept)}", save, stored, (take_out, consequence) if kept else None)


def action(meeting_id: str, kept: Action | None, t: Translator) -> None:
    """Draw the form of an action."""
    database, acting = cache.database(), session.user()
    form = _begin("action", meeting_id, kept.action_id if kept else None, _owed(kept), kept, t)
    made = replace(kept or Action(clock.new_id(), meeting_id, ""), **_action_fields(form, t))

    def save() -> None:
        if kept:
            changed = replace(made, row_version=forms.version(form))
            programme.save_action(database, acting, changed, now=clock.now())
            session.put(_OPENED, None)
        else:
            programme.add_action(database, acting, made, now=clock.now())

    def stored() -> dict[str, Any]:
        found = programme.actions(database, acting, today=clock.today()).to_dict("records")
        return _owed(next((of_row(one) for one in found if one["action_id"] == made.action_id), None))

    take_out = partial(programme.retire_action, database, acting, made.action_id, made.row_version)
    consequence = t(
        "The action “{what}” leaves the minutes and cannot be brought back.", what=plain(made.what)
    )
    _buttons(form, f"action{_of(kept)}", save, stored, (take_out, consequence) if kept else None)


def of_row(row: dict[Any, Any]) -> Action:
    """Return the action that a row of services.programme.actions tells of."""
    owner, due = row["owner_id"], row["due_on"]
    return Action(
        row["action_id"],
        row["meeting_id"],
        row["what"],
        owner if isinstance(owner, str) else None,
        due.date() if pd.notna(due) else None,
        row_version=int(row["row_version"]),
    )


def _begin(
    name: str,
    meeting_id: str,
    kept_id: str | None,
    initial: dict[str, Any],
    kept: Decision | Action | None,
    t: Translator,
) -> Form:
    version = kept.row_version if kept else None
    return forms.begin(f"programme_{name}.{kept_id or meeting_id}", t, initial, version=version)


def _action_fields(form: Form, t: Translator) -> dict[str, Any]:
    owners = cache_programme.owners()
    labels = {"what": t("What is to be done"), "owner_id": t("Who does it"), "due_on": t("Due by")}
    compared = [Compared(field, labels[field]) for field in ("what", "due_on")]
    compared.append(Compared("owner_id", labels["owner_id"], lambda one: owners.get(one, "")))
    forms.problems(form, compared)
    what = forms.text(form, "what", labels["what"], lines=2, limit=TEXT_LIMIT)
    left, right = st.columns(2)
    with left:
        owner_id = forms.pick(form, "owner_id", labels["owner_id"], owners)
    with right:
        due_on = forms.day(form, "due_on", labels["due_on"])
    return {"what": what or "", "owner_id": owner_id, "due_on": due_on}


def _buttons(
    form: Form,
    name: str,
    save: Callable[[], None],
    stored: Callable[[], dict[str, Any]],
    taking_out: tuple[Callable[..., None], str] | None,
) -> None:
    """Draw Save and, for a kept record, Cancel and the way to take it out."""
    t = form.t
    with st.container(horizontal=True, vertical_alignment="center"):
        if st.button(t("Save"), key=f"programme_{name}_save", type="primary"):
            sections.done(form, save, stored if taking_out else None)
        if not taking_out:
            return
        if st.button(t("Cancel"), key=f"programme_{name}_cancel"):
            _close(form)
            st.rerun()
        take_out, consequence = taking_out
        retire.button(
            t("Take out"),
            consequence,
            lambda: take_out(now=clock.now()),
            lambda: _close(form),
            t,
            key=f"programme_{name}_retire",
        )


def _of(kept: Decision | Action | None) -> str:
    """Return what tells the buttons of a kept record from those of a new one, which may stand on the page too."""
    if kept is None:
        return ""
    return f"_{kept.decision_id if isinstance(kept, Decision) else kept.action_id}"


def _close(form: Form) -> None:
    forms.clear(form)
    session.put(_OPENED, None)


def _said(kept: Decision | None) -> dict[str, Any]:
    return {"decided": kept.decided, "row_version": kept.row_version} if kept else {}


def _owed(kept: Action | None) -> dict[str, Any]:
    if kept is None:
        return {}
    return {
        "what": kept.what,
        "owner_id": kept.owner_id,
        "due_on": kept.due_on.isoformat() if kept.due_on else None,
        "row_version": kept.row_version,
    }
