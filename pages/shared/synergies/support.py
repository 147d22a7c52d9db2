"""A synergy's applications to support calls: how each stands, and the way to grow another."""

import streamlit as st

from core.domain.labels import label
from core.domain.model import Synergy
from core.domain.numbers import format_date, format_number
from core.domain.programme.support import Application
from core.errors import SimbiyozError
from core.i18n import Translator
from core.services import support
from core.services.permissions import allows
from pages.shared import cache, cache_people, clock, session, telling
from pages.shared.text import plain

_KEY = "synergy_support_"


def draw(synergy: Synergy, t: Translator) -> None:
    """Draw the applications and the calls that one can be grown for; nothing for who may not see them."""
    if not allows(session.role(), "support.applications"):
        return
    calls = {one.call_id: one for one in cache_people.calls()}
    made = [one for one in cache_people.applications() if one.synergy_id == synergy.synergy_id]
    for one in made:
        _row(one, calls[one.call_id].name if one.call_id in calls else "", t)
    if not made:
        st.caption(t("No application has grown from this synergy yet."))
    today = clock.today()
    open_now = {one.call_id: one.name for one in calls.values() if one.is_open(today)}
    if not open_now:
        st.caption(t("No call is open now."))
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        call_id = st.selectbox(
            t("Call for applications"),
            list(open_now),
            format_func=open_now.__getitem__,
            key=f"{_KEY}call",
            width=420,
        )
        if st.button(t("Grow an application"), icon=":material/add:", key=f"{_KEY}grow") and call_id:
            _grow(synergy, call_id, t)


def _row(one: Application, call: str, t: Translator) -> None:
    since = t("since {day}", day=format_date(one.state_on, t.language))
    said = [call, since]
    if one.grant_try is not None:
        said.append(t("Granted: {amount} TRY", amount=format_number(one.grant_try, t.language, 0)))
    quiet = plain(" · ".join(part for part in said if part))
    state = f":gray-badge[{plain(label(one.state, t))}]"
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        st.markdown(f"**{plain(one.title)}**  \n{state} :small[:gray[{quiet}]]", width="stretch")
        st.page_link("pages/support.py", label=t("Open"), query_params={"application": one.application_id})


def _grow(synergy: Synergy, call_id: str, t: Translator) -> None:
    new_id = clock.new_id()
    try:
        support.begin(cache.database(), session.user(), new_id, call_id, synergy.synergy_id, now=clock.now())
    except SimbiyozError as error:
        telling.refusal(error, t)
        return
    session.forget("support_application_")
    st.switch_page("pages/support.py", query_params={"application": new_id})
