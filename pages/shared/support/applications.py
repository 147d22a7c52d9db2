"""Applications grown from synergies: the list, what is complete, the draft as DOCX, its state and result."""

from collections import Counter
from functools import partial
from pathlib import Path

import streamlit as st

from core.domain.labels import label
from core.domain.numbers import format_date, format_number
from core.domain.programme.support import GRANTED, Application, ApplicationState
from core.domain.programme.support_facts import Grown
from core.domain.reports.reporting import FileKind
from core.errors import SimbiyozError
from core.i18n import Translator
from core.services import support
from core.views.reports import application, docx, writing
from pages.shared import cache, cache_people, clock, linked, retire, session, telling
from pages.shared.support import checklist
from pages.shared.support import form as support_form
from pages.shared.text import plain

_KEY = "support_application_"
ADDRESS = "application"  # what a link calls the one that is open
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
    names = {one.application_id: f"{one.title} · {label(one.state, t)}" for one in found}
    st.caption(plain(" · ".join(_results(found, t))))
    chosen = st.selectbox(
        t("Application"),
        list(names),
        format_func=names.__getitem__,
        **linked.arguments("support_application", "chosen", list(names), next(iter(names)), word=ADDRESS),
    )
    _opened(cache_people.grown(str(chosen)), t)


def _results(found: tuple[Application, ...], t: Translator) -> list[str]:
    """Return how many stand where, and what was granted of what was asked for."""
    states = Counter(one.state for one in found)
    said = [f"{label(state, t)}: {states[state]}" for state in ApplicationState if states[state]]
    granted = sum(one.grant_try or 0.0 for one in found if one.state in GRANTED)
    if granted:
        said.append(t("Granted: {amount} TRY", amount=format_number(granted, t.language, 0)))
    return said


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
        open_next(new_id)
        st.rerun()


def open_next(application_id: str) -> None:
    """Let the page open an application when it is drawn next."""
    session.forget(_KEY)
    session.put(f"{_KEY}chosen", application_id)
    st.query_params[ADDRESS] = application_id


def _opened(grown: Grown, t: Translator) -> None:
    made = grown.application
    badge = f":{_COLOURS[made.state]}-badge[{plain(label(made.state, t))}]"
    since = t("since {day}", day=format_date(made.state_on, t.language))
    st.markdown(f"### {plain(made.title)}  \n{badge} {plain(since)} · {plain(grown.call.name)}")
    if made.grant_try is not None:
        st.markdown(t("Granted: {amount} TRY", amount=format_number(made.grant_try, t.language, 0)))
    left, right = st.columns([2, 3], gap="large")
    with left:
        checklist.draw(grown, t)
        st.download_button(
            t("Draft as DOCX"),
            data=partial(_content, made.application_id, t),
            file_name=Path(writing.file_name(made.title, clock.today(), FileKind.PDF))
            .with_suffix(".docx")
            .name,
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
            _close,
            t,
            key=f"{_KEY}retire",
        )
    with right:
        support_form.draw(made, t)


def _close() -> None:
    session.forget(f"{_KEY}chosen")
    st.query_params.pop(ADDRESS, None)


def _content(application_id: str, t: Translator) -> bytes:
    return docx.content(application.document(cache_people.grown(application_id), t))
