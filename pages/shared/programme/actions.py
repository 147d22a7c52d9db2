"""What the programme's meetings left to be done: open actions by day, overdue first, and what is settled."""

from typing import Any

import pandas as pd
import streamlit as st

from core.domain.labels import label
from core.domain.numbers import format_date
from core.domain.programme.governance import ActionState
from core.domain.synergies.my_day import sunday_of
from core.errors import SimbiyozError
from core.i18n import Translator
from core.services import programme
from core.services.permissions import LEADERS
from pages.shared import cache, cache_programme, clock, session, telling
from pages.shared.programme import minutes_form
from pages.shared.text import plain

_STEP = 20
_DUE = 5  # on My day; the others stand on the programme's page
_SHOWN = "programme_actions_shown"
_SETTLED_SHOWN = "programme_settled_shown"


def draw(t: Translator) -> None:
    """Draw the section."""
    found = cache_programme.actions()
    if found.empty:
        st.info(
            t("No action yet. Write down a meeting, and with it who does what until when."),
            icon=":material/task_alt:",
        )
        return
    still = found[found["state"] == ActionState.OPEN.value]
    if _whose(t) == "mine":
        still = still[still["owner_id"] == session.user().user_id]
    if still.empty:
        st.success(t("Nothing is open."), icon=":material/check_circle:")
    shown = int(session.get(_SHOWN, _STEP))
    for row in still.head(shown).to_dict("records"):
        action(row, t)
    if len(still) > shown and st.button(t("Show more"), key="programme_actions_more"):
        session.put(_SHOWN, shown + _STEP)
        st.rerun()
    _settled(found[found["state"] != ActionState.OPEN.value], t)


def due(*, everybody: bool) -> pd.DataFrame:
    """Return which of one's own open actions, or everybody's, are due by the end of the week."""
    found = cache_programme.actions()
    found = found[found["state"] == ActionState.OPEN.value]
    if not everybody:
        found = found[found["owner_id"] == session.user().user_id]
    return found[found["due_on"] <= pd.Timestamp(sunday_of(clock.today()))]


def draw_due(found: pd.DataFrame, t: Translator) -> None:
    """Draw the first of the actions that are due, and the way to all; nothing where none is."""
    if found.empty:
        return
    st.subheader(f":material/account_tree: {t('From the meetings of the programme')} ({len(found)})")
    for row in found.head(_DUE).to_dict("records"):
        action(row, t)
    st.page_link("pages/programme.py", label=t("Programme"), icon=":material/account_tree:")


def _whose(t: Translator) -> str:
    chosen = st.segmented_control(
        t("Whose"),
        ["everybody", "mine"],
        default="everybody",
        required=True,
        format_func={"mine": t("Mine"), "everybody": t("Everybody's")}.__getitem__,
        label_visibility="collapsed",
        key="programme_whose",
    )
    return str(chosen)


def action(row: dict[Any, Any], t: Translator, *, with_meeting: bool = True) -> None:
    """Draw an action, and for who may settle it how, take it up again or change it."""
    with st.container(border=True, key=f"programme_action_{row['action_id']}"):
        if minutes_form.opened(row["action_id"]):
            minutes_form.action(row["meeting_id"], minutes_form.of_row(row), t)
            return
        left, right = st.columns([5, 3], vertical_alignment="center")
        with left:
            st.markdown(f"**{plain(row['what'])}**{_badge(row, t)}")
            st.caption(" · ".join(_about(row, t, with_meeting=with_meeting)))
        with right, st.container(horizontal=True, horizontal_alignment="right", vertical_alignment="center"):
            _buttons(row, t)


def _badge(row: dict[Any, Any], t: Translator) -> str:
    state = ActionState(row["state"])
    if state is not ActionState.OPEN:
        since = t("since {day}", day=format_date(row["state_on"], t.language))
        return f" :gray-badge[{plain(label(state, t))}] :small[:gray[{plain(since)}]]"
    return f" :red-badge[:material/alarm: {t('Overdue')}]" if row["is_overdue"] else ""


def _about(row: dict[Any, Any], t: Translator, *, with_meeting: bool) -> list[str]:
    due = row["due_on"]
    said = [
        t("until {day}", day=format_date(due, t.language)) if pd.notna(due) else t("no day set"),
        plain(row["owner_name"]) if isinstance(row["owner_name"], str) else t("Nobody owns it"),
    ]
    if with_meeting:
        body = row["body_name_en"] if t.language == "en" else row["body_name_tr"]
        said.append(f"{plain(body)}, {format_date(row['held_on'], t.language)}")
    return said


def _buttons(row: dict[Any, Any], t: Translator) -> None:
    if session.role() in LEADERS or row["owner_id"] == session.user().user_id:
        if row["state"] == ActionState.OPEN.value:
            _settle(row, ActionState.DONE, t("Done"), ":material/check:", t)
            _settle(row, ActionState.DROPPED, t("Drop it"), ":material/close:", t)
        else:
            _settle(row, ActionState.OPEN, t("Take up again"), ":material/undo:", t)
    minutes_form.opener(row["action_id"], "programme.save_action", t)


def _settle(row: dict[Any, Any], state: ActionState, said: str, icon: str, t: Translator) -> None:
    if st.button(said, icon=icon, key=f"programme_{state.value}_{row['action_id']}"):
        try:
            programme.settle(
                cache.database(),
                session.user(),
                row["action_id"],
                state,
                int(row["row_version"]),
                now=clock.now(),
            )
        except SimbiyozError as error:
            telling.refusal(error, t)
        else:
            st.toast(t("Saved."), icon=":material/check:")
            st.rerun()


def _settled(found: pd.DataFrame, t: Translator) -> None:
    if found.empty:
        return
    shown = int(session.get(_SETTLED_SHOWN, _STEP))
    with st.expander(t("Settled ({count})", count=len(found)), icon=":material/task_alt:"):
        for row in found.head(shown).to_dict("records"):
            action(row, t)
        if len(found) > shown and st.button(t("Show more"), key="programme_settled_more"):
            session.put(_SETTLED_SHOWN, shown + _STEP)
            st.rerun()
