"""The log of a synergy: today's call in one click, any other contact or note, and what was said and done so far."""

from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from core.domain.labels import label
from core.domain.model import Synergy
from core.domain.numbers import format_date
from core.domain.synergies.following import LogEntry, LogWay
from core.errors import SimbiyozError
from core.i18n import Translator
from core.services import following, synergies, users
from pages.shared import cache, clock, session, telling
from pages.shared.synergies import log_entry
from pages.shared.text import plain

_ICONS = {
    LogWay.PHONE: ":material/call:",
    LogWay.EMAIL: ":material/mail:",
    LogWay.WHATSAPP: ":material/chat:",
    LogWay.MEETING: ":material/groups:",
    LogWay.SITE_VISIT: ":material/factory:",
    LogWay.NOTE: ":material/edit_note:",
}
_AT_ONCE = 10


def draw(synergy: Synergy, t: Translator) -> None:
    """Draw the quick buttons, the form and the log."""
    st.subheader(t("Log"), anchor=False)
    names = _firms(synergy)
    _called(synergy, names, t)
    with st.expander(t("Another contact or a note"), icon=":material/add:", key="synergies_log_more"):
        _form(synergy, names, t)
    _entries(synergy, t)


def _firms(synergy: Synergy) -> dict[str, str]:
    row = synergies.named(cache.database(), session.user(), synergy.synergy_id)
    more = following.parties(cache.database(), session.user(), synergy.synergy_id)
    main = {synergy.giver_firm_id: str(row["giver_name"]), synergy.taker_firm_id: str(row["taker_name"])}
    return main | dict(zip(more["firm_id"], more["firm_name"], strict=True))


def _called(synergy: Synergy, names: dict[str, str], t: Translator) -> None:
    with st.container(horizontal=True):
        for firm_id in (synergy.giver_firm_id, synergy.taker_firm_id):
            if st.button(
                t("Called today: {firm}", firm=plain(names[firm_id])),
                icon=":material/call:",
                key=f"synergies_called_{firm_id}",
                wrap=True,
            ):
                _log(synergy, LogWay.PHONE, clock.today(), firm_id, None, None, t)


def _form(synergy: Synergy, names: dict[str, str], t: Translator) -> None:
    way = st.pills(
        t("How"),
        list(LogWay),
        default=LogWay.PHONE,
        required=True,
        wrap=True,
        format_func=lambda one: label(one, t),
        key="synergies_log_way",
    )
    left, middle, right = st.columns(3)
    on = left.date_input(
        t("On"), value=clock.today(), max_value=clock.today(), format="DD.MM.YYYY", key="synergies_log_on"
    )
    firm_id = middle.selectbox(
        t("Firm"),
        list(names),
        index=None if way is LogWay.NOTE else 0,
        format_func=names.__getitem__,
        placeholder=t("Choose"),
        key="synergies_log_firm",
    )
    people = log_entry.people(firm_id)
    contact_id = right.selectbox(
        t("Person"),
        list(people),
        index=None,
        format_func=people.__getitem__,
        placeholder=t("Choose"),
        key=f"synergies_log_contact_{firm_id}",
    )
    note = st.text_area(t("Note"), max_chars=4000, height=80, key="synergies_log_note")
    if st.button(t("Write into the log"), type="primary", icon=":material/check:", key="synergies_log_save"):
        _log(synergy, LogWay(way), on, firm_id, contact_id, note or None, t)


def _log(
    synergy: Synergy,
    way: LogWay,
    on: date,
    firm_id: str | None,
    contact_id: str | None,
    note: str | None,
    t: Translator,
) -> None:
    acting = session.user()
    entry = LogEntry(
        clock.new_id(), synergy.synergy_id, way, on, acting.user_id, firm_id or None, contact_id, note
    )
    try:
        following.log_contact(cache.database(), acting, entry, now=clock.now(), today=clock.today())
    except SimbiyozError as error:
        telling.refusal(error, t, {"made_on": t("On"), "note": t("Note")})
        return
    session.forget("synergies_log_")
    st.toast(t("Written into the log."), icon=":material/check:")
    st.rerun()


def _entries(synergy: Synergy, t: Translator) -> None:
    found = following.log(cache.database(), session.user(), synergy.synergy_id)
    if found.empty:
        st.caption(t("Nothing in the log yet."))
        return
    names = users.names(cache.database(), session.user())
    shown = int(session.get("synergies_logged", _AT_ONCE))
    for row in found.head(shown).to_dict("records"):
        _entry(synergy.synergy_id, {str(name): value for name, value in row.items()}, names, t)
    if len(found) > shown and st.button(
        t("Show earlier ones ({count})", count=len(found) - shown),
        type="tertiary",
        key="synergies_log_earlier",
    ):
        session.put("synergies_logged", shown + 30)
        st.rerun()


def _entry(synergy_id: str, row: dict[str, Any], names: dict[str, str], t: Translator) -> None:
    way = LogWay(row["way"])
    who = [row[name] for name in ("firm_name", "contact_name") if isinstance(row[name], str) and row[name]]
    head = f"{_ICONS[way]} **{format_date(row['made_on'], t.language)}** · {plain(label(way, t))}"
    if who:
        head += f" · {plain(' · '.join(who))}"
    head += f" · :gray[{plain(names.get(row['made_by'], row['made_by']))}]"
    has_note = isinstance(row["note"], str) and not pd.isna(row["note"])
    with st.container(horizontal=True, vertical_alignment="top", gap="small"):
        st.markdown(head + (f"  \n{plain(row['note'])}" if has_note else ""), width="stretch")
        log_entry.change(synergy_id, row, t)
