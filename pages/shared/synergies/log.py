"""The log of a synergy: today's call in one click, any other contact or note, and what was said and done so far."""

from typing import Any

import pandas as pd
import streamlit as st

from core.domain.labels import label
from core.domain.model import Synergy
from core.domain.numbers import format_date
from core.domain.synergies.following import LogEntry, LogWay
from core.errors import SimbiyozError
from core.i18n import Translator
from core.services import following, synergies
from pages.shared import cache, cache_accounts, clock, forms, session, telling
from pages.shared.my_day import contacts
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
    _people(synergy, names, t)
    begun = forms.begun(forms.begin(_draft(synergy.synergy_id), t))
    with st.expander(
        t("Another contact or a note"), icon=":material/add:", expanded=begun, key="synergies_log_more"
    ):
        _form(synergy.synergy_id)
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
                _call(synergy.synergy_id, firm_id, t)


def _people(synergy: Synergy, names: dict[str, str], t: Translator) -> None:
    """Draw how the people of all its firms are reached, once somebody asks for it."""
    opened = st.expander(
        t("Call, mail or write to them"),
        icon=":material/contacts:",
        key="synergies_people_more",
        on_change="rerun",
    )
    if not opened.open:
        return
    row = synergies.named(cache.database(), session.user(), synergy.synergy_id)
    cards = {synergy.giver_firm_id: row["have_name"], synergy.taker_firm_id: row["want_name"]}
    with opened:
        for firm_id, name in names.items():
            contacts.of_firm(firm_id, name, cards.get(firm_id), t)


def _call(synergy_id: str, firm_id: str, t: Translator) -> None:
    user_id = session.user().user_id
    try:
        _write(LogEntry(clock.new_id(), synergy_id, LogWay.PHONE, clock.today(), user_id, firm_id))
    except SimbiyozError as error:
        telling.refusal(error, t)
        return
    st.toast(t("Written into the log."), icon=":material/check:")
    st.rerun()


@st.fragment
def _form(synergy_id: str) -> None:
    """Draw the form of any other contact; what is typed is a draft, so that nothing but saving it ends it."""
    t = session.translator_of_session()
    form = forms.begin(_draft(synergy_id), t, {"made_on": clock.today().isoformat()})
    forms.problems(form)
    way = forms.choice(form, "way", t("How"), LogWay, style="pills", required=True) or LogWay.PHONE
    left, right = st.columns(2)
    with left:
        on = forms.day(form, "made_on", t("On"), max_value=clock.today())
    with right:
        names = _firms(synergies.get(cache.database(), session.user(), synergy_id))
        firm_id = forms.pick(form, "firm_id", t("Firm"), names, required=way is not LogWay.NOTE)
    contact_id = forms.pick(form, "contact_id", t("Person"), log_entry.people(firm_id))
    note = forms.text(form, "note", t("Note"), lines=2, limit=4000)
    if st.button(t("Write into the log"), type="primary", icon=":material/check:", key="synergies_log_save"):
        entry = LogEntry(
            clock.new_id(), synergy_id, way, on or clock.today(), session.user().user_id, firm_id, contact_id,
            note,
        )  # fmt: skip
        if forms.tried(form, lambda: _write(entry)):
            forms.clear(form)
            st.toast(t("Written into the log."), icon=":material/check:")
            st.rerun()
        st.rerun(scope="fragment")


def _draft(synergy_id: str) -> str:
    return f"synergies.log.{synergy_id}"


def _write(entry: LogEntry) -> None:
    following.log_contact(cache.database(), session.user(), entry, now=clock.now(), today=clock.today())


def _entries(synergy: Synergy, t: Translator) -> None:
    found = following.log(cache.database(), session.user(), synergy.synergy_id)
    if found.empty:
        st.caption(t("Nothing in the log yet."))
        return
    names = cache_accounts.names()
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
