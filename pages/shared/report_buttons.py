"""Buttons that give a report as PDF or XLSX: made when asked for, never at a rerun."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from core.domain.reporting import Audience, FileKind, ReportKind
from core.i18n import Translator
from core.i18n import marked as m
from core.services import dossiers, reporting
from core.services.permissions import allows
from core.views.reports import writing
from core.views.reports.writing import Report
from pages.shared import cache, clock, session

COPIES = {
    ReportKind.FIRM: {
        Audience.OUTSIDE: m("Copy for the firm"),
        Audience.INSIDE: m("Advisor's copy: not for the firm"),
    },
    ReportKind.SYNERGY: {
        Audience.OUTSIDE: m("Copy to hand out"),
        Audience.INSIDE: m("For the programme's staff"),
    },
}
_ACTIONS = {ReportKind.FIRM: "reporting.firm", ReportKind.SYNERGY: "dossiers.synergy"}
_ICONS = {FileKind.PDF: ":material/picture_as_pdf:", FileKind.XLSX: ":material/table_view:"}


def draw(kind: ReportKind, subject_id: str, name: str, t: Translator, *, key: str) -> None:
    """Draw the choice of the copy and a button for each kind of file; nothing for who may not have the report.

    `name` begins the files' names; `key`, the page's name, the keys of the widgets.
    """
    if not allows(session.role(), _ACTIONS[kind]):
        return
    audience = st.segmented_control(
        t("Copy"),
        list(COPIES[kind]),
        default=Audience.OUTSIDE,
        format_func=lambda one: t(COPIES[kind][one]),
        key=f"{key}.report.copy",
        label_visibility="collapsed",
        required=True,
        wrap=True,
    )
    with st.container(horizontal=True):
        _buttons(lambda: _report(kind, subject_id, audience), name, t, key)


def _buttons(made: Callable[[], Report], name: str, t: Translator, key: str) -> None:
    for file_kind in FileKind:
        st.download_button(
            t("Report as {kind}", kind=file_kind.name),
            data=partial(_content, made, t, file_kind),
            file_name=writing.file_name(name, clock.today(), file_kind),
            mime=writing.MEDIA_TYPES[file_kind],
            icon=_ICONS[file_kind],
            key=f"{key}.report.{file_kind.value}",
            on_click="ignore",
        )


def _content(made: Callable[[], Report], t: Translator, file_kind: FileKind) -> bytes:
    return writing.content(made(), t, file_kind)


def _report(kind: ReportKind, subject_id: str, audience: Audience) -> Report:
    database, acting, today = cache.database(), session.user(), clock.today()
    if kind is ReportKind.FIRM:
        index = cache.suggestion_index()
        return reporting.firm(database, acting, index, subject_id, audience, today=today)
    return dossiers.synergy(database, acting, subject_id, audience, today=today)
