"""Applications grown from synergies: the list, what is complete, the draft as DOCX, its state and result."""

from functools import partial

import streamlit as st

from core.domain.labels import label
from core.domain.numbers import format_date, format_number
from core.domain.programme.support import Application, ApplicationState, Fact
from core.domain.programme.support_facts import FILLED_IN, Grown, asked_too_much, missing
from core.errors import SimbiyozError
from core.i18n import Translator
from core.services import support
from core.views.reports import application, docx
from pages.shared import cache, cache_people, clock, retire, session, telling
from pages.shared.support import form as support_form
from pages.shared.text import plain

_KEY = "support_application_"
_COLOURS = {
    ApplicationState.DRAFT: "gray",
    ApplicationState.SUBMITTED: "blue",
    ApplicationState.RETURNED: "orange",
    ApplicationState.ACCEPTED: "green",
    ApplicationState.DECLINED: "red",
    ApplicationState.RUNNING: "green",
    ApplicationState.CLOSED: "gray",
}


def draw(t: Translator) -> None:
    """Draw the applications; one is open at a time."""
    if st.button(t("Grow an application from a synergy"), icon=":material/add:", key=f"{_KEY}new"):
        st.dialog(t("Grow an application from a synergy"))(_begin)(t)
    found = cache_people.applications()
    if not found:
        st.info(t("No application yet."), icon=":material/volunteer_activism:")
        return
    names = {one.application_id: one.title for one in found}
    chosen = st.selectbox(t("Application"), list(names), format_func=names.__getitem__, key=f"{_KEY}chosen")
    _opened(cache_people.grown(str(chosen)), t)


def _begin(t: Translator) -> None:
    calls = {one.call_id: one.name for one in cache_people.calls()}
    titles = cache.synergies().set_index("synergy_id")["title"]
    call_id = st.selectbox(
        t("Call for applications"), list(calls), format_func=calls.__getitem__, key=f"{_KEY}begin_call"
    )
    synergy_id = st.selectbox(
        t("Synergy"), list(titles.index), index=None, format_func=titles.__getitem__,
        placeholder=t("Choose"), key=f"{_KEY}begin_synergy",
    )  # fmt: skip
    ready = bool(call_id and synergy_id)
    if st.button(t("Begin"), type="primary", key=f"{_KEY}begin", disabled=not ready):
        new_id = clock.new_id()
        try:
            support.begin(
                cache.database(), session.user(), new_id, str(call_id), str(synergy_id), now=clock.now()
            )
        except SimbiyozError as error:
            telling.refusal(error, t)
            return
        session.forget(_KEY)
        st.rerun()


def _opened(grown: Grown, t: Translator) -> None:
    made = grown.application
    badge = f":{_COLOURS[made.state]}-badge[{plain(label(made.state, t))}]"
    since = t("since {day}", day=format_date(made.state_on, t.language))
    st.markdown(f"### {plain(made.title)}  \n{badge} {plain(since)} · {plain(grown.call.name)}")
    if made.grant_try is not None:
        st.markdown(t("Granted: {amount} TRY", amount=format_number(made.grant_try, t.language, 0)))
    left, right = st.columns([2, 3], gap="large")
    with left:
        _checklist(grown, t)
        st.download_button(
            t("Draft as DOCX"),
            data=partial(_content, made.application_id, t),
            file_name=f"{clock.today().isoformat()}-{made.application_id}.docx",
            mime=docx.MEDIA_TYPE,
            icon=":material/draft:",
            key=f"{_KEY}docx",
            on_click="ignore",
        )
        retire.button(
            t("Take out the application"),
            t(
                "“{name}” leaves the list with its costs and schedule and cannot be brought back.",
                name=plain(made.title),
            ),
            lambda: support.retire(
                cache.database(), session.user(), made.application_id, made.row_version, now=clock.now()
            ),
            lambda: session.forget(f"{_KEY}chosen"),
            t,
            key=f"{_KEY}retire",
        )
    with right:
        support_form.draw(made, t)


def _content(application_id: str, t: Translator) -> bytes:
    return docx.content(application.document(cache_people.grown(application_id), t))


def _checklist(grown: Grown, t: Translator) -> None:
    lacking = missing(grown)
    total = len(grown.call.needed)
    st.markdown(f"**{plain(t('{count} of {all} facts are there', count=total - len(lacking), all=total))}**")
    st.progress((total - len(lacking)) / total if total else 1.0)
    with st.container(gap="xsmall"):
        _facts(grown, lacking, t)
    limit = asked_too_much(grown)
    if limit is not None:
        most = format_number(limit, t.language, 0)
        st.warning(t("More is asked for than the call may pay: at most {amount} TRY.", amount=most))
    _links(grown.application, t)


def _facts(grown: Grown, lacking: tuple[Fact, ...], t: Translator) -> None:
    for fact in grown.call.needed:
        if fact in lacking:
            where = f"  \n:small[:gray[{plain(label(FILLED_IN[fact], t))}]]"
            st.markdown(f":orange[:material/radio_button_unchecked:] {plain(label(fact, t))}{where}")
        else:
            st.markdown(f":green[:material/check_circle:] {plain(label(fact, t))}")


def _links(made: Application, t: Translator) -> None:
    st.page_link(
        "pages/synergies.py",
        label=t("Open the synergy"),
        icon=":material/conversion_path:",
        query_params={"synergy": made.synergy_id},
    )
