"""Reports as PDF or XLSX: buttons that make them when asked for, never at a rerun, and those that were issued.

A file is made outside the run of a page, where no session is known: so who acts is bound to the button beforehand.
"""

from collections.abc import Callable
from datetime import date
from functools import partial

import streamlit as st

from core.domain.model import User
from core.domain.reports.reporting import Audience, FileKind, Period, ReportKind
from core.i18n import Translator
from core.i18n import marked as m
from core.services import dossiers, programme_reports, reporting
from core.services.permissions import allows
from core.views.reports import writing
from core.views.reports.writing import Report
from pages.shared import cache, clock, report_issued, session

COPIES = {
    ReportKind.FIRM: {
        Audience.OUTSIDE: m("Copy for the firm"),
        Audience.INSIDE: m("Advisor's copy: not for the firm"),
    },
    ReportKind.SYNERGY: report_issued.FOR_WHOM,
    ReportKind.PROGRAMME: report_issued.FOR_WHOM,
}
_ACTIONS = {
    ReportKind.FIRM: "reporting.firm",
    ReportKind.SYNERGY: "dossiers.synergy",
    ReportKind.PROGRAMME: "programme_reports.programme",
}
_ICONS = {FileKind.PDF: ":material/picture_as_pdf:", FileKind.XLSX: ":material/table_view:"}


def draw(kind: ReportKind, subject_id: str, name: str, t: Translator, *, key: str) -> None:
    """Draw a firm's or synergy's report; nothing for who may not have it.

    `name` begins the files' names; `key`, the page's name, the keys of the widgets.
    """
    if not allows(session.role(), _ACTIONS[kind]):
        return
    made = partial(_report, session.user(), kind, subject_id, _copy(kind, t, key))
    _buttons(made, name, t, key)
    report_issued.draw(kind, subject_id, made, t, key=f"{key}.report")


def draw_programme(t: Translator, *, key: str) -> None:
    """Draw the programme's report with the choice of its period; nothing for who may not have it."""
    if not allows(session.role(), _ACTIONS[ReportKind.PROGRAMME]):
        return
    today = clock.today()
    left, right = st.columns(2)
    first = left.date_input(
        t("Period from"),
        date(today.year, 1, 1),
        max_value=today,
        format="DD.MM.YYYY",
        key=f"{key}.report.from",
    )
    last = right.date_input(
        t("Period to"), today, max_value=today, format="DD.MM.YYYY", key=f"{key}.report.to"
    )
    if first > last:
        st.warning(t("The end lies before the beginning."), icon=":material/event_busy:")
        return
    made = partial(_programme, session.user(), Period(first, last), _copy(ReportKind.PROGRAMME, t, key))
    _buttons(made, t("Report of the programme"), t, key)
    report_issued.draw(ReportKind.PROGRAMME, None, made, t, key=f"{key}.report")


def _copy(kind: ReportKind, t: Translator, key: str) -> Audience:
    chosen = st.pills(
        t("Copy"),
        list(COPIES[kind]),
        default=Audience.OUTSIDE,
        format_func=lambda one: t(COPIES[kind][one]),
        key=f"{key}.report.copy",
        label_visibility="collapsed",
        required=True,
        wrap=True,
    )
    return Audience(chosen)


def _buttons(made: Callable[[], Report], name: str, t: Translator, key: str) -> None:
    with st.container(horizontal=True):
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


def _report(acting: User, kind: ReportKind, subject_id: str, audience: Audience) -> Report:
    database, today = cache.database(), clock.today()
    if kind is ReportKind.FIRM:
        index = cache.index_for(acting)
        return reporting.firm(database, acting, index, subject_id, audience, today=today)
    return dossiers.synergy(database, acting, subject_id, audience, today=today)


def _programme(acting: User, period: Period, audience: Audience) -> Report:
    return programme_reports.programme(cache.database(), acting, period, audience, today=clock.today())
