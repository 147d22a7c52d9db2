"""What people were asked for synergies: how each request stands, and what came of it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from core.domain.labels import label
from core.domain.numbers import format_date
from core.domain.programme.people import OPEN_REQUESTS, ExpertRequest, RequestState
from core.errors import SimbiyozError
from core.i18n import Translator
from core.services import people
from pages.shared import cache, cache_accounts, cache_people, clock, dialogs, retire, session, telling
from pages.shared.text import plain

_KEY = "people_request_"
_COLOURS = {
    RequestState.ASKED: "orange",
    RequestState.ACCEPTED: "blue",
    RequestState.DECLINED: "gray",
    RequestState.DONE: "green",
}


def draw() -> None:
    """Draw the requests, open ones first, with the way to change each."""
    t = session.translator_of_session()
    asked = cache_people.requests()
    is_open = asked["state"].isin([one.value for one in OPEN_REQUESTS])
    words = {
        "open": t("Open ({count})", count=int(is_open.sum())),
        "all": t("All ({count})", count=len(asked)),
    }
    scope = st.segmented_control(
        t("Which requests"), list(words), default="all", format_func=words.__getitem__, required=True,
        key=f"{_KEY}scope", label_visibility="collapsed",
    )  # fmt: skip
    rows = asked[is_open] if scope == "open" else asked
    if rows.empty:
        st.info(
            t("No request here. Ask somebody on the page of a synergy: there stands who fits it."),
            icon=":material/forum:",
        )
    for row in rows.to_dict("records"):
        request_row(row, t, with_synergy=True)


def request_row(row: Mapping[Any, Any], t: Translator, *, with_synergy: bool) -> None:
    """Draw one request with the button that changes how it stands."""
    state = RequestState(row["state"])
    name = row["expert_name"] or t("an erased person")
    day = format_date(_day(row["asked_on"]), t.language)
    by = cache_accounts.names().get(str(row["asked_by"]), "")
    said = [t("Asked on {day} by {name}", day=day, name=by) if by else t("Asked on {day}", day=day)]
    if _day(row["state_on"]) != _day(row["asked_on"]):
        said.append(t("so since {day}", day=format_date(_day(row["state_on"]), t.language)))
    if with_synergy:
        said.append(str(row["synergy_title"]))
    note = f"  \n{plain(row['note'])}" if isinstance(row["note"], str) else ""
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        st.markdown(
            f"**{plain(name)}** :{_COLOURS[state]}-badge[{plain(label(state, t))}]  \n{plain(row['asked'])}{note}"
            f"  \n:small[:gray[{plain(' · '.join(said))}]]",
            width="stretch",
        )
        if row["expert_name"]:
            _change(row, state, t)
        retire.button(
            t("Take out"),
            t("The request to {name} leaves the list and cannot be brought back.", name=plain(name)),
            lambda: people.retire_request(
                cache.database(), session.user(), row["request_id"], row["row_version"], now=clock.now()
            ),
            lambda: None,
            t,
            key=f"{_KEY}retire_{row['request_id']}",
        )


def _change(row: Mapping[Any, Any], state: RequestState, t: Translator) -> None:
    if st.button(t("Change"), icon=":material/edit:", key=f"{_KEY}{row['request_id']}"):
        dialogs.lasting(t("Change"))(_form)(row, state, t)


def _form(row: Mapping[Any, Any], state: RequestState, t: Translator) -> None:
    key = f"{_KEY}form_{row['request_id']}_{row['row_version']}_"
    states: list[RequestState] = list(RequestState)
    chosen = st.selectbox(
        t("How it stands"), states, index=states.index(state), format_func=lambda one: label(one, t),
        **dialogs.kept(f"{key}state"),
    )  # fmt: skip
    day = st.date_input(
        t("Since"), value=clock.today(), max_value=clock.today(), format="DD.MM.YYYY",
        **dialogs.kept(f"{key}on"),
    )  # fmt: skip
    note = st.text_area(
        t("What came of it"), value=row["note"] if isinstance(row["note"], str) else "", max_chars=2000,
        **dialogs.kept(f"{key}note"),
    )  # fmt: skip
    with st.container(horizontal=True):
        saved = st.button(t("Save"), type="primary", key=f"{key}save")
        dialogs.ways_out(key, t)
    if saved:
        _save(row, chosen, day, note, t)


def _save(row: Mapping[Any, Any], state: RequestState, day: date, note: str, t: Translator) -> None:
    changed = ExpertRequest(
        request_id=row["request_id"],
        synergy_id=row["synergy_id"],
        expert_id=row["expert_id"],
        asked=row["asked"],
        asked_on=_day(row["asked_on"]),
        asked_by=row["asked_by"],
        state=state,
        state_on=day,
        note=note.strip() or None,
        row_version=row["row_version"],
    )
    try:
        people.save_request(cache.database(), session.user(), changed, now=clock.now())
    except SimbiyozError as error:
        telling.refusal(error, t, {"note": t("What came of it"), "state_on": t("Since")})
        return
    session.forget(f"{_KEY}form_")
    st.toast(t("Saved."), icon=":material/check:")
    st.rerun()


def _day(moment: Any) -> date:
    return pd.Timestamp(moment).date()
