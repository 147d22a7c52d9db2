"""Logging a contact with one click, as a call unless one says otherwise, and the note that may follow it."""

from dataclasses import replace
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from core.domain.labels import label
from core.domain.register import firmname
from core.domain.synergies.following import LogEntry, LogWay
from core.errors import SimbiyozError
from core.i18n import Translator
from core.services import following
from pages.shared import cache, clock, session, telling
from pages.shared.text import plain

_LOGGED, _WITH, _DRAWN = "my_day.logged", "my_day.logged_with", "my_day.note_drawn"
_PROBLEM = "my_day.note_problem"
_WAYS = [way for way in LogWay if way is not LogWay.NOTE]


def buttons(row: dict[str, Any], t: Translator) -> None:
    """Draw one button for each firm of a synergy: a click writes today's call into its log."""
    for side in ("giver", "taker"):
        name = str(row[f"{side}_name"])
        if st.button(
            t("Called: {firm}", firm=plain(firmname.short(name))),
            icon=":material/call_made:",
            help=t("Writes today's call with {firm} into the log.", firm=plain(name)),
            key=f"my_day_called_{row['synergy_id']}_{side}",
            wrap=True,
        ):
            _log(str(row["synergy_id"]), str(row[f"{side}_firm_id"]), name, t)


def place() -> DeltaGenerator:
    """Return the place above the lists for the note on a synergy that no list shows."""
    session.put(_DRAWN, False)
    return st.container()


def note_of(synergy_id: str, t: Translator) -> None:
    """Draw the note on the contact that was logged last, if it was this synergy's: where one has just clicked."""
    entry: LogEntry | None = session.get(_LOGGED)
    if entry and entry.synergy_id == synergy_id:
        session.put(_DRAWN, True)
        _note(entry, t)


def note(above: DeltaGenerator, t: Translator) -> None:
    """Draw the note above the lists where none has shown it: what was contacted is silent no more."""
    entry: LogEntry | None = session.get(_LOGGED)
    if entry and not session.get(_DRAWN):
        with above:
            _note(entry, t)


def _note(entry: LogEntry, t: Translator) -> None:
    """Draw how the contact was made and a note on it, until it is done with.

    Both are kept as soon as they are left: whoever goes on with the next call loses nothing.
    """
    with st.container(border=True, key="my_day_note"):
        st.markdown(f":material/check: {t('Call with {firm} logged today.', firm=plain(session.get(_WITH)))}")
        st.pills(
            t("How"),
            _WAYS,
            default=entry.way,
            required=True,
            wrap=True,
            format_func=lambda one: label(one, t),
            key=f"my_day_way_{entry.log_entry_id}",
            on_change=_keep,
        )
        st.text_input(t("Note"), max_chars=500, key=f"my_day_note_{entry.log_entry_id}", on_change=_keep)
        if problem := session.get(_PROBLEM):
            telling.refusal(problem, t, {"note": t("Note")})
        with st.container(horizontal=True):
            if st.button(t("Save"), type="primary", key="my_day_note_save"):
                _keep()
                if not session.get(_PROBLEM):
                    session.put(_LOGGED, None)
                st.rerun()
            if st.button(t("Leave it so"), type="tertiary", key="my_day_note_leave"):
                session.put(_LOGGED, None)
                st.rerun()


def _log(synergy_id: str, firm_id: str, name: str, t: Translator) -> None:
    acting, today = session.user(), clock.today()
    entry = LogEntry(clock.new_id(), synergy_id, LogWay.PHONE, today, acting.user_id, firm_id=firm_id)
    try:
        following.log_contact(cache.database(), acting, entry, now=clock.now(), today=today)
    except SimbiyozError as error:
        telling.refusal(error, t)
        return
    session.put(_LOGGED, entry)
    session.put(_PROBLEM, None)
    session.put(_WITH, name)
    st.toast(t("Call with {firm} logged today.", firm=plain(name)), icon=":material/check:")
    st.rerun()


def _keep() -> None:
    """Write what the note says into the entry, where it says something new."""
    entry: LogEntry = session.get(_LOGGED)
    way = LogWay(session.get(f"my_day_way_{entry.log_entry_id}") or entry.way)
    said = (session.get(f"my_day_note_{entry.log_entry_id}") or "").strip() or None
    session.put(_PROBLEM, None)
    if (way, said) == (entry.way, entry.note):
        return
    changed = replace(entry, way=way, note=said)
    try:
        following.save_log_entry(
            cache.database(), session.user(), changed, now=clock.now(), today=clock.today()
        )
    except SimbiyozError as error:
        session.put(_PROBLEM, error)
        return
    session.put(_LOGGED, replace(changed, row_version=entry.row_version + 1))
