"""The bodies of the management model with their tasks, their meetings, and one meeting with what it led to."""

from typing import Any

import pandas as pd
import streamlit as st

from core.domain.numbers import format_date
from core.domain.programme.governance import ActionState, Body
from core.i18n import Translator
from core.services import programme
from core.services.permissions import allows
from pages.shared import cache, cache_programme, linked, session, tables
from pages.shared.programme import actions, meeting_form, minutes_form, sections
from pages.shared.text import plain


def draw(t: Translator) -> None:
    """Draw the section."""
    bodies, meetings = cache_programme.bodies(), cache_programme.meetings()
    if not bodies:
        st.info(
            t("No body yet. A manager says first who steers the programme, and with what task."),
            icon=":material/account_tree:",
        )
    for pair in zip(bodies[::2], [*bodies[1::2], None], strict=False):
        for column, body in zip(st.columns(2), pair, strict=True):
            if body:
                with column:
                    _body(body, meetings[meetings["body_id"] == body.body_id], t)
    if allows(session.role(), "programme.save_body"):
        with st.expander(t("Add or change a body"), icon=":material/tune:"):
            meeting_form.bodies(bodies, t)
    if not bodies:
        return
    st.subheader(t("Meetings"))
    with st.expander(t("Record a meeting"), icon=":material/add:"):
        meeting_form.meeting(None, bodies, t)
    if meetings.empty:
        st.caption(t("No meeting yet."))
        return
    tables.draw(
        _table(meetings, t),
        t("Meetings of the programme's bodies, newest first"),
        phone=(t("Day"), t("Subject"), t("Open actions")),
    )
    _one(meetings, bodies, t)


def _body(body: Body, meetings: pd.DataFrame, t: Translator) -> None:
    with st.container(border=True):
        st.markdown(f"**{plain(body.name(t.language))}**  \n{plain(body.task(t.language))}")
        if meetings.empty:
            st.caption(t("No meeting yet."))
        else:
            last = format_date(meetings["held_on"].iloc[0], t.language)
            st.caption(t("Meetings: {count}, the last on {day}", count=len(meetings), day=last))


def _table(meetings: pd.DataFrame, t: Translator) -> pd.DataFrame:
    return pd.DataFrame(
        {
            t("Day"): [format_date(one, t.language) for one in meetings["held_on"]],
            t("Body"): meetings[_name(t)],
            t("Subject"): meetings["subject"],
            t("Women"): meetings["women"],
            t("Men"): meetings["men"],
            t("Not said"): meetings["not_said"],
            t("Decisions"): meetings["decisions"],
            t("Open actions"): meetings["open_actions"],
        }
    )


def _one(meetings: pd.DataFrame, bodies: tuple[Body, ...], t: Translator) -> None:
    rows = {row["meeting_id"]: row for row in meetings.to_dict("records")}
    chosen = st.selectbox(
        t("Look at a meeting"),
        list(rows),
        format_func=lambda one: _said(rows[one], t),
        **linked.arguments("programme", "meeting", list(rows), next(iter(rows))),
    )
    row = rows[chosen]
    with st.container(border=True, key="programme_meeting_detail"):
        where = [row["place"]] if isinstance(row["place"], str) else []
        st.markdown(f"**{plain(row['subject'])}**")
        st.caption(
            " · ".join(plain(one) for one in [row[_name(t)], format_date(row["held_on"], t.language), *where])
        )
        who = sections.people(pd.DataFrame([row]))
        st.caption(f"{plain(sections.said(who, t))} · {plain(sections.counted(who, t))}")
        _decisions(row, t)
        _actions(row, t)
        if allows(session.role(), "programme.save_meeting"):
            with st.expander(t("Change this meeting"), icon=":material/edit:"):
                kept = programme.meeting(cache.database(), session.user(), chosen)
                meeting_form.meeting(kept, bodies, t)


def _decisions(row: dict[Any, Any], t: Translator) -> None:
    found = programme.decisions(cache.database(), session.user(), row["meeting_id"])
    st.markdown(f"**{t('Decisions')}** ({len(found)})")
    for one in found:
        if minutes_form.opened(one.decision_id):
            with st.container(border=True):
                minutes_form.decision(row["meeting_id"], one, t)
            continue
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f":material/gavel: {plain(one.decided)}", width="stretch")
            minutes_form.opener(one.decision_id, "programme.save_decision", t)
    with st.expander(t("Write down a decision"), icon=":material/gavel:"):
        minutes_form.decision(row["meeting_id"], None, t)


def _actions(row: dict[Any, Any], t: Translator) -> None:
    found = cache_programme.actions()
    found = found[found["meeting_id"] == row["meeting_id"]]
    still = int((found["state"] == ActionState.OPEN.value).sum())
    st.markdown(f"**{t('Actions')}** ({t('open: {count}', count=still)})")
    for one in found.to_dict("records"):
        actions.action(one, t, with_meeting=False)
    with st.expander(t("Write down an action"), icon=":material/add_task:"):
        minutes_form.action(row["meeting_id"], None, t)


def _said(row: dict[Any, Any], t: Translator) -> str:
    return f"{format_date(row['held_on'], t.language)} · {row[_name(t)]} · {row['subject']}"


def _name(t: Translator) -> str:
    return "body_name_en" if t.language == "en" else "body_name_tr"
