"""What is filled in on an application itself: texts, costs, schedule; and how it stands with its result."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd
import streamlit as st

from core.domain.programme.support import Application, ApplicationState, Cost, Step
from core.errors import MissingValueError
from core.i18n import Translator
from core.i18n import marked as m
from core.services import support
from pages.shared import cache, clock, form_state, forms, session
from pages.shared.forms import Compared, Form

_KEY = "support_form_"
FIELDS = {
    "title": m("Title"),
    "summary": m("What will be done"),
    "costs": m("Costs of the project"),
    "steps": m("Schedule"),
    "asked_try": m("Support asked for (TRY)"),
    "state_on": m("Since"),
    "reference": m("Number in the call's system"),
    "grant_try": m("Support granted (TRY)"),
    "note": m("What the funder said"),
}


def draw(made: Application, t: Translator) -> None:
    """Draw the form of what is said, then that of the state; what is typed stays as a draft until it is saved."""
    form = _begin("said", made, _said(made), t)
    firms = cache.firms().drop_duplicates("firm_id")
    names: dict[str, str] = dict(zip(firms["firm_id"], firms["name"], strict=True))
    _problems(form, ("title", "summary", "asked_try"))
    told: dict[str, Any] = {
        "title": forms.text(form, "title", t(FIELDS["title"]), limit=200) or "",
        "applicant_firm_id": forms.pick(form, "applicant_firm_id", t("Firm that applies"), names),
        "summary": forms.text(form, "summary", t(FIELDS["summary"]), lines=4, limit=4000),
    }
    begun = _begun(made)
    told["costs"] = _costs(form, begun.made, f"{begun.key}costs")
    told["steps"] = _steps(form, begun.made, f"{begun.key}steps")
    told["asked_try"] = forms.number(form, "asked_try", t(FIELDS["asked_try"]), unit=t("TRY"))
    if st.button(t("Save"), type="primary", key=f"{_KEY}save"):
        version = forms.version(form)
        if not form_state.newer(form):
            version = min(version, begun.made.row_version)
        _save(form, replace(made, **told, row_version=version), _said)
    with st.expander(t("State and result"), icon=":material/flag:"):
        _state(made, t)


def _begin(name: str, made: Application, initial: dict[str, Any], t: Translator) -> Form:
    return forms.begin(f"support_{name}.{made.application_id}", t, initial, version=made.row_version)


@dataclass(frozen=True)
class _Begun:
    """The record on which the two tables were begun, and what their keys begin with."""

    made: Application
    key: str


def _begun(made: Application) -> _Begun:
    """Return on what the tables stand: the record as it is, or as it was when somebody began to change their rows.

    A table's state is what was changed of its rows: it must not be laid over rows that others have stored since.
    """
    fresh = _Begun(made, f"{_KEY}{made.application_id}_{made.row_version}_")
    kept: _Begun = session.get(f"{_KEY}begun_{made.application_id}") or fresh
    touched = any(any((session.get(f"{kept.key}{name}") or {}).values()) for name in ("costs", "steps"))
    begun = kept if touched else fresh
    session.put(f"{_KEY}begun_{made.application_id}", begun)
    return begun


def _costs(form: Form, made: Application, key: str) -> tuple[Cost, ...]:
    t = form.t
    st.caption(t("Costs of the project"))
    item, amount = t("Item"), t("Amount (TRY)")
    frame = pd.DataFrame(
        {item: [one.item for one in made.costs], amount: [one.amount_try for one in made.costs]}
    ).astype({item: "str", amount: "float64"})
    edited = st.data_editor(
        frame,
        num_rows="dynamic",
        hide_index=True,
        key=key,
        column_config={
            amount: st.column_config.NumberColumn(min_value=0, format="localized"),
        },
    )
    whole = _whole(form, "costs", edited)
    return tuple(Cost(str(row[item]), float(row[amount])) for row in whole.to_dict("records"))


def _steps(form: Form, made: Application, key: str) -> tuple[Step, ...]:
    t = form.t
    st.caption(t("Schedule"))
    step, start, end = t("Step"), t("From"), t("Until")
    frame = pd.DataFrame(
        {
            step: pd.Series([one.what for one in made.steps], dtype="str"),
            start: pd.to_datetime(pd.Series([one.starts_on for one in made.steps])),
            end: pd.to_datetime(pd.Series([one.ends_on for one in made.steps])),
        }
    )
    edited = st.data_editor(
        frame,
        num_rows="dynamic",
        hide_index=True,
        key=key,
        column_config={
            start: st.column_config.DateColumn(format="DD.MM.YYYY"),
            end: st.column_config.DateColumn(format="DD.MM.YYYY"),
        },
    )
    whole = _whole(form, "steps", edited)
    return tuple(
        Step(str(row[step]), pd.Timestamp(row[start]).date(), pd.Timestamp(row[end]).date())
        for row in whole.to_dict("records")
    )


def _whole(form: Form, field: str, edited: pd.DataFrame) -> pd.DataFrame:
    """Return the rows that are filled in; where one is only half so, say it at the table and hold up saving."""
    whole = edited.dropna()
    is_half = len(edited.dropna(how="all")) > len(whole)
    forms.refuse(form, field, MissingValueError() if is_half else None)
    forms.say(form, field)
    return whole


def _state(made: Application, t: Translator) -> None:
    form = _begin("state", made, _stands(made), t)
    _problems(form, ("reference", "grant_try", "note"))
    told: dict[str, Any] = {
        "state": forms.choice(form, "state", t("State"), ApplicationState, required=True) or made.state,
        "state_on": forms.day(form, "state_on", t(FIELDS["state_on"]), max_value=clock.today()),
        "reference": forms.text(form, "reference", t(FIELDS["reference"])),
        "grant_try": forms.number(form, "grant_try", t(FIELDS["grant_try"]), unit=t("TRY")),
        "note": forms.text(form, "note", t(FIELDS["note"]), lines=3, limit=4000),
    }
    told["state_on"] = told["state_on"] or clock.today()
    if st.button(t("Save the state"), key=f"{_KEY}state_save"):
        _save(form, replace(made, **told, row_version=forms.version(form)), _stands)


def _said(made: Application) -> dict[str, Any]:
    return {
        "title": made.title,
        "applicant_firm_id": made.applicant_firm_id,
        "summary": made.summary,
        "asked_try": forms.spelled(made.asked_try, session.language()),
        "row_version": made.row_version,
    }


def _stands(made: Application) -> dict[str, Any]:
    return {
        "state": made.state.value,
        "state_on": clock.today().isoformat(),
        "reference": made.reference,
        "grant_try": forms.spelled(made.grant_try, session.language()),
        "note": made.note,
        "row_version": made.row_version,
    }


def _problems(form: Form, names: tuple[str, ...]) -> None:
    forms.problems(form, [Compared(name, form.t(FIELDS[name])) for name in names])


def _save(form: Form, changed: Application, initial: Callable[[Application], dict[str, Any]]) -> None:
    database, acting, own_id = cache.database(), session.user(), changed.application_id

    def stored() -> dict[str, Any]:
        known = {one.application_id: one for one in support.applications(database, acting)}
        return initial(known[own_id])

    if forms.tried(form, lambda: support.save(database, acting, changed, now=clock.now()), stored):
        forms.clear(form)
        for name in ("said", "state"):  # one's own change is no conflict for the other form
            form_state.goes_on(f"support_{name}.{own_id}", changed.row_version)
        if initial is _said:
            session.forget(f"{_KEY}{own_id}_", f"{_KEY}begun_{own_id}")
        else:
            _go_on(own_id)
        st.toast(form.t("Saved."), icon=":material/check:")
    st.rerun()


def _go_on(application_id: str) -> None:
    """Let tables that somebody has begun to change go on from the version that the user's own saving has made."""
    begun: _Begun | None = session.get(f"{_KEY}begun_{application_id}")
    if begun:
        grown = replace(begun.made, row_version=begun.made.row_version + 1)
        session.put(f"{_KEY}begun_{application_id}", _Begun(grown, begun.key))
