"""One entry of a synergy's log: corrected, taken out as a mistake, or its note erased for good."""

from collections.abc import Callable
from typing import Any

import pandas as pd
import streamlit as st

from core.domain.labels import label
from core.domain.synergies.following import LogEntry, LogWay
from core.errors import SimbiyozError
from core.i18n import Translator
from core.services import firms, following
from pages.shared import cache, clock, dialogs, session, telling

_KEY = "synergies_entry_"


def people(firm_id: str | None) -> dict[str, str]:
    """Return the contacts of a firm by id, each with the task there; none without a firm."""
    if not firm_id:
        return {}
    found = firms.contacts(cache.database(), session.user(), firm_id)
    return {one.contact_id: f"{one.name} · {one.task}" if one.task else one.name for one in found if one.name}


def change(synergy_id: str, row: dict[str, Any], t: Translator) -> None:
    """Draw the button that opens what can be done to an entry: correct it, erase its note, take it out."""
    if st.button(
        t("Edit"), type="tertiary", icon=":material/edit:", key=f"synergies_entry_{row['log_entry_id']}"
    ):
        dialogs.lasting(t("Correct a log entry"))(_form)(synergy_id, row, t)


def _form(synergy_id: str, row: dict[str, Any], t: Translator) -> None:
    key = f"{_KEY}form_{row['log_entry_id']}_{row['row_version']}_"
    ways: list[LogWay] = list(LogWay)
    way = st.selectbox(
        t("How"), ways, index=ways.index(LogWay(row["way"])), format_func=lambda one: label(one, t),
        **dialogs.kept(f"{key}way"),
    )  # fmt: skip
    on = st.date_input(
        t("On"), value=pd.Timestamp(row["made_on"]).date(), max_value=clock.today(), format="DD.MM.YYYY",
        **dialogs.kept(f"{key}on"),
    )  # fmt: skip
    firm_id, contact_id = _said(row["firm_id"]), _said(row["contact_id"])
    known = people(firm_id)
    if known:
        ids = list(known)
        contact_id = st.selectbox(
            t("Person"), ids, index=ids.index(contact_id) if contact_id in ids else None,
            format_func=known.__getitem__, placeholder=t("Choose"), **dialogs.kept(f"{key}contact"),
        )  # fmt: skip
    note = st.text_area(
        t("Note"), value=_said(row["note"]) or "", max_chars=4000, **dialogs.kept(f"{key}note")
    )
    with st.container(horizontal=True):
        saved = st.button(t("Save"), type="primary", key=f"{key}save")
        dialogs.ways_out(key, t)
    if saved:
        entry = LogEntry(
            str(row["log_entry_id"]), synergy_id, way, on, str(row["made_by"]), firm_id, contact_id,
            note.strip() or None, int(row["row_version"]),
        )  # fmt: skip
        _save(entry, t)
    _ending(row, t)


def _ending(row: dict[str, Any], t: Translator) -> None:
    """Draw what cannot be taken back, each behind a question."""
    entry_id, version = str(row["log_entry_id"]), int(row["row_version"])
    database, acting = cache.database(), session.user()
    with st.container(horizontal=True):
        if _said(row["note"]):
            _asked(
                t("Erase the note"),
                t("The note and the person are erased, also from the trail. That there was an entry stays."),
                lambda: following.erase_note(database, acting, entry_id, version, now=clock.now()),
                ":material/ink_eraser:",
                f"synergies_erase_{entry_id}",
                t,
            )
        _asked(
            t("Take out"),
            t("The entry leaves the log. It no longer counts as a contact."),
            lambda: following.retire_log_entry(database, acting, entry_id, version, now=clock.now()),
            ":material/archive:",
            f"synergies_entry_out_{entry_id}",
            t,
        )


def _asked(
    title: str, consequence: str, action: Callable[[], None], icon: str, key: str, t: Translator
) -> None:
    with st.popover(title, icon=icon, type="tertiary", key=key):
        st.markdown(consequence)
        if st.button(title, type="primary", key=f"{key}_yes"):
            _tried(action, t)


def _save(entry: LogEntry, t: Translator) -> None:
    database, acting = cache.database(), session.user()
    _tried(lambda: following.save_log_entry(database, acting, entry, now=clock.now(), today=clock.today()), t)


def _tried(action: Callable[[], None], t: Translator) -> None:
    try:
        action()
    except SimbiyozError as error:
        telling.refusal(error, t, {"made_on": t("On"), "note": t("Note")})
        return
    session.forget(_KEY)
    st.toast(t("Saved."), icon=":material/check:")
    st.rerun()


def _said(value: Any) -> str | None:
    return value if isinstance(value, str) and value else None
