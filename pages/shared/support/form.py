"""What is filled in on an application itself: texts, costs, schedule; and how it stands with its result."""

from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from core.domain.labels import label
from core.domain.programme.support import Application, ApplicationState, Cost, Step
from core.errors import SimbiyozError
from core.i18n import Translator
from core.i18n import marked as m
from core.services import support
from pages.shared import cache, clock, session, telling
from pages.shared.support import amounts

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
    """Draw the form of what is said, then that of the state."""
    key = f"{_KEY}{made.application_id}_{made.row_version}_"
    title = st.text_input(t("Title"), value=made.title, max_chars=200, key=f"{key}title")
    firms = cache.firms().drop_duplicates("firm_id").set_index("firm_id")["name"]
    ids = list(firms.index)
    applicant = st.selectbox(
        t("Firm that applies"), ids, format_func=firms.__getitem__, placeholder=t("Choose"),
        index=ids.index(made.applicant_firm_id) if made.applicant_firm_id in ids else None,
        key=f"{key}firm",
    )  # fmt: skip
    summary = st.text_area(
        t("What will be done"), value=made.summary or "", max_chars=4000, key=f"{key}summary"
    )
    costs = _costs(made, key, t)
    steps = _steps(made, key, t)
    asked = amounts.number(t("Support asked for (TRY)"), made.asked_try, f"{key}asked", t)
    if st.button(t("Save"), type="primary", key=f"{key}save"):
        changed = replace(
            made, title=title.strip(), applicant_firm_id=applicant, summary=summary.strip() or None,
            costs=costs, steps=steps, asked_try=asked,
        )  # fmt: skip
        _save(changed, t)
    with st.expander(t("State and result"), icon=":material/flag:"):
        _state(made, key, t)


def _costs(made: Application, key: str, t: Translator) -> tuple[Cost, ...]:
    st.caption(t("Costs of the project"))
    item, amount = t("Item"), t("Amount (TRY)")
    frame = pd.DataFrame(
        {item: [one.item for one in made.costs], amount: [one.amount_try for one in made.costs]}
    ).astype({item: "str", amount: "float64"})
    edited = st.data_editor(
        frame,
        num_rows="dynamic",
        hide_index=True,
        key=f"{key}costs",
        column_config={
            amount: st.column_config.NumberColumn(min_value=0, format="localized"),
        },
    )
    whole = edited.dropna(subset=[item, amount])
    return tuple(Cost(str(row[item]), float(row[amount])) for row in whole.to_dict("records"))


def _steps(made: Application, key: str, t: Translator) -> tuple[Step, ...]:
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
        key=f"{key}steps",
        column_config={
            start: st.column_config.DateColumn(format="DD.MM.YYYY"),
            end: st.column_config.DateColumn(format="DD.MM.YYYY"),
        },
    )
    whole = edited.dropna()
    return tuple(
        Step(str(row[step]), pd.Timestamp(row[start]).date(), pd.Timestamp(row[end]).date())
        for row in whole.to_dict("records")
    )


def _state(made: Application, key: str, t: Translator) -> None:
    states: list[ApplicationState] = list(ApplicationState)
    with st.form(f"{key}state", border=False):
        state = st.selectbox(
            t("State"), states, index=states.index(made.state), format_func=lambda one: label(one, t)
        )
        on = st.date_input(t("Since"), value=clock.today(), max_value=clock.today(), format="DD.MM.YYYY")
        reference = st.text_input(t("Number in the call's system"), value=made.reference or "")
        grant = st.number_input(
            t("Support granted (TRY)"), value=made.grant_try, min_value=0.0, format="%.0f"
        )
        note = st.text_area(t("What the funder said"), value=made.note or "", max_chars=4000)
        if st.form_submit_button(t("Save the state")):
            more: dict[str, Any] = {"grant_try": grant, "note": note.strip() or None}
            _save(replace(made, state=state, state_on=on, reference=reference.strip() or None, **more), t)


def _save(changed: Application, t: Translator) -> None:
    try:
        support.save(cache.database(), session.user(), changed, now=clock.now())
    except SimbiyozError as error:
        telling.refusal(error, t, {field: t(word) for field, word in FIELDS.items()})
        return
    st.toast(t("Saved."), icon=":material/check:")
    st.rerun()
