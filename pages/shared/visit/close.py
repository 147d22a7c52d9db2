"""The end of a visit: notes, next steps, closing, and the firm's report, one copy for each reader."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import streamlit as st

from core.domain.model import Visit
from core.domain.reports.reporting import ReportKind
from core.services import visits
from pages.shared import cache, clock, forms, report_buttons, session
from pages.shared.text import plain
from pages.shared.visit import checklist
from pages.shared.visit.state import Here

_FORM = "visit.close."


def draw(here: Here) -> None:
    """Draw notes and next steps, the report's copies, and the button that closes the visit."""
    later = checklist.asked_later(here)
    if later:
        st.info(here.t("Still to ask: {things}", things=plain(", ".join(later))), icon=":material/help:")
    _notes(here)
    _reports(here)


@st.fragment
def _notes(here: Here) -> None:
    t = session.translator_of_session()
    visit = _stored(here)
    form = forms.begin(_FORM + visit.visit_id, t, _initial(visit), version=visit.row_version)
    compared = [forms.Compared("next_steps", t("Next steps")), forms.Compared("notes", t("Notes"))]
    forms.problems(form, compared)
    if visit.closed_at:
        st.success(t("This visit is closed. What you change here is still kept."), icon=":material/task_alt:")
    visited_on = forms.day(form, "visited_on", t("Day of the visit"), width=200)
    label = t("Next steps (printed on the firm's copy)")
    steps = forms.text(form, "next_steps", label, lines=4, placeholder=t("who does what until when"))
    with st.expander(t("Notes (advisors only)"), icon=":material/lock:", key=form.key("more")):
        notes = forms.text(form, "notes", t("Notes"), lines=4)
    said = replace(
        visit,
        visited_on=visited_on or visit.visited_on,
        next_steps=steps,
        notes=notes,
        row_version=forms.version(form),
    )
    with st.container(horizontal=True):
        if st.button(t("Save"), icon=":material/save:", key="visit.close_save"):
            _keep(here, form, said, visits.save, t("Saved."))
        words = t("Save and close the visit")
        if not visit.closed_at and st.button(
            words, type="primary", icon=":material/task_alt:", key="visit.close_go"
        ):
            _keep(here, form, said, visits.close, t("The visit is closed."))


def _keep(here: Here, form: forms.Form, said: Visit, verb: Callable[..., None], done: str) -> None:
    database, acting = cache.database(), session.user()
    if forms.tried(
        form, lambda: verb(database, acting, said, now=clock.now()), lambda: _initial(_stored(here))
    ):
        forms.clear(form)
        st.toast(done, icon=":material/check_circle:")
    st.rerun()


def _stored(here: Here) -> Visit:
    return visits.get(cache.database(), session.user(), here.visit.visit_id).visit


def _initial(visit: Visit) -> dict[str, Any]:
    return {
        "visited_on": visit.visited_on.isoformat(),
        "next_steps": visit.next_steps,
        "notes": visit.notes,
        "row_version": visit.row_version,
    }


def _reports(here: Here) -> None:
    t = here.t
    st.subheader(t("Printed report"), anchor=False)
    st.caption(t("Save the notes first: the report holds what is saved."))
    report_buttons.draw(ReportKind.FIRM, here.firm.firm_id, here.firm.name, t, key="visit")
