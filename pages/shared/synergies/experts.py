"""Who can help a synergy: who fits and why, the letter that asks, the requests so far."""

import streamlit as st

from core.domain import disclosure
from core.domain.model import Synergy
from core.domain.programme.people import Expert, ExpertRequest, RequestState
from core.errors import SimbiyozError
from core.i18n import Translator
from core.services import people
from core.services.permissions import allows
from core.views import contact_links, people_words
from pages.shared import cache, cache_people, clock, dialogs, session, telling
from pages.shared.people import experts, requests, research
from pages.shared.text import plain

_KEY = "synergy_experts_"


def draw(synergy: Synergy, t: Translator) -> None:
    """Draw who fits, what was asked and the research that serves it; nothing for who may not see people."""
    if not allows(session.role(), "people.for_synergy"):
        return
    found = cache_people.for_synergy(synergy.synergy_id)
    if not found:
        st.caption(
            t("Nobody in the pool fits this synergy yet. Add people and their fields on the page “People”.")
        )
    for helper in found:
        with st.container(border=True, horizontal=True, vertical_alignment="center"):
            why = "  \n".join(f":small[– {plain(one)}]" for one in people_words.why(helper, t))
            st.markdown(f"{experts.line(helper.expert, t)}  \n{why}", width="stretch")
            key = f"{_KEY}{synergy.synergy_id}_{helper.expert.expert_id}"
            if st.button(t("Ask for help"), icon=":material/mail:", key=key):
                dialogs.lasting(t("Ask for help"), width="large")(_ask)(synergy, helper.expert, t)
    _others(synergy, {helper.expert.expert_id for helper in found}, t)
    asked = cache_people.requests()
    for row in asked[asked["synergy_id"] == synergy.synergy_id].to_dict("records"):
        requests.request_row(row, t, with_synergy=False)
    serving = [one for one in cache_people.research() if one.synergy_id == synergy.synergy_id]
    if serving:
        st.markdown(f"**{plain(t('Projects and doctoral topics'))}**")
    for one in serving:
        with st.container(border=True):
            st.markdown(research.line(one, t))


def _others(synergy: Synergy, shown: set[str], t: Translator) -> None:
    """Draw the choice of somebody else of the pool: who is known to help need not be among those who fit best."""
    rest = {one.expert_id: one for one in cache_people.experts() if one.expert_id not in shown}
    if not rest:
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = st.selectbox(
            t("Somebody else from the pool"),
            list(rest),
            index=None,
            format_func=lambda one: " · ".join(filter(None, (rest[one].name, rest[one].fields))),
            placeholder=t("Choose"),
            key=f"{_KEY}other_{synergy.synergy_id}",
            width=480,
        )
        pressed = st.button(
            t("Ask for help"),
            icon=":material/mail:",
            key=f"{_KEY}ask_other_{synergy.synergy_id}",
            disabled=chosen is None,
        )
    if pressed and chosen:
        st.dialog(t("Ask for help"), width="large")(_ask)(synergy, rest[chosen], t)


def _ask(synergy: Synergy, expert: Expert, t: Translator) -> None:
    key = f"{_KEY}form_{synergy.synergy_id}_{expert.expert_id}_"
    st.markdown(experts.line(expert, t))
    asked = st.text_input(
        t("What do you ask?"),
        placeholder=t("for example an opinion on the upper limit of chlorine"),
        max_chars=400,
        **dialogs.typed(f"{key}asked"),
    ).strip()
    resource, letter = _letter(synergy, asked, t)
    text = st.text_area(
        t("Text of the mail; it names no firm"),
        value=letter,
        height=300,
        **dialogs.kept(f"{key}letter_{asked}"),
    )
    if expert.has_consent and expert.email:
        link = contact_links.mail(expert.email, people_words.subject(resource, t), text)
        st.link_button(t("Open in the mail program"), link, icon=":material/outgoing_mail:")
    else:
        st.caption(t("No consent yet: no contact data is kept."))
    with st.container(horizontal=True):
        asking = st.button(t("Log the request"), type="primary", key=f"{key}log")
        dialogs.ways_out(key, t)
    if asking:
        _log(synergy, expert.expert_id, asked, t)


def _letter(synergy: Synergy, asked: str, t: Translator) -> tuple[str, str]:
    row = cache.synergies().set_index("synergy_id").loc[synergy.synergy_id]
    resource = row["have_name"] if isinstance(row["have_name"], str) else synergy.title
    for side in ("giver", "taker"):
        resource = disclosure.without_name(str(resource), str(row[f"{side}_name"])) or ""
    case = people.case(cache.database(), session.user(), synergy.synergy_id)
    return resource, people_words.letter(resource, case.giver_nace, case.taker_nace, asked, t)


def _log(synergy: Synergy, expert_id: str, asked: str, t: Translator) -> None:
    today = clock.today()
    request = ExpertRequest(
        clock.new_id(), synergy.synergy_id, expert_id, asked, today, "", RequestState.ASKED, today
    )
    try:
        people.ask(cache.database(), session.user(), request, now=clock.now())
    except SimbiyozError as error:
        telling.refusal(error, t, {"asked": t("What do you ask?")})
        return
    session.forget(f"{_KEY}form_")
    st.toast(t("The request is logged."), icon=":material/check:")
    st.rerun()
