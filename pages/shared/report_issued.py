"""Issuing a report, and those that were issued: each gives its files as they left the house."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from core.domain.findings import REASON_LIMIT
from core.domain.model import User
from core.domain.numbers import format_date
from core.domain.reports.issued import Issued
from core.domain.reports.reporting import Audience, FileKind, ReportKind
from core.errors import SimbiyozError
from core.i18n import Translator
from core.i18n import marked as m
from core.services import issuing
from core.services.permissions import allows
from core.views.reports import figures, writing
from core.views.reports.writing import Report
from pages.shared import cache, clock, session
from pages.shared.text import plain

FOR_WHOM = {Audience.INSIDE: m("For the programme's staff"), Audience.OUTSIDE: m("Copy to hand out")}
_SHOWN = 12


def draw(
    kind: ReportKind, subject_id: str | None, made: Callable[[], Report], t: Translator, *, key: str
) -> None:
    """Draw the button that issues what `made` gives, and the reports of the same subject that were issued."""
    if not allows(session.role(), "issuing.table"):
        return
    if allows(session.role(), "issuing.issue"):
        said = t("It gets a number and is kept with its figures. What changes later is told in the next one.")
        if st.button(t("Issue the report"), icon=":material/approval:", help=said, key=f"{key}.issue"):
            _issue(made(), t)
    kept = [
        one
        for one in issuing.table(cache.database(), session.user())
        if (one.kind, one.subject_id) == (kind, subject_id)
    ]
    if kept:
        st.markdown(f"**{t('Issued reports')}**")
    for one in kept[:_SHOWN]:
        _row(one, t, key)


def _issue(report: Report, t: Translator) -> None:
    with st.spinner(t("Writing the report …")):
        one = issuing.issue(
            cache.database(),
            session.user(),
            report,
            t.language,
            lambda numbered, file_kind: writing.content(numbered, t, file_kind),
            report_id=clock.new_id(),
            now=clock.now(),
        )
    st.toast(t("Issued as report no. {number}.", number=one.number), icon=":material/approval:")
    st.rerun()


def _row(one: Issued, t: Translator, key: str) -> None:
    parts = [
        t("Report no. {number}", number=one.number),
        format_date(one.issued_at.date(), t.language),
        figures.period(one.first, one.last, t),
        t(FOR_WHOM[one.audience]),
        plain(one.issued_by),
    ]
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(" · ".join(part for part in parts if part), width="stretch")
        for file_kind in FileKind:
            st.download_button(
                file_kind.name,
                data=partial(_content, session.user(), one.issued_report_id, file_kind),
                file_name=f"{one.number}-{writing.file_name(one.title, one.issued_at.date(), file_kind)}",
                mime=writing.MEDIA_TYPES[file_kind],
                type="tertiary",
                icon=":material/download:",
                key=f"{key}.issued.{one.number}.{file_kind.value}",
                on_click="ignore",
            )
        if one.withdrawn_on is None and allows(session.role(), "issuing.withdraw"):
            _withdrawing(one, t, f"{key}.withdraw.{one.number}")
    if one.withdrawn_on:
        st.markdown(_withdrawn(one, t))


def _withdrawn(one: Issued, t: Translator) -> str:
    said = t(
        "Report no. {number}: withdrawn on {day} by {name}: {reason}",
        number=one.number,
        day=format_date(one.withdrawn_on, t.language) if one.withdrawn_on else "",
        name=one.withdrawn_by or "",
        reason=one.withdrawal or "",
    )
    return f":orange[:material/undo: {plain(said)}]"


def _withdrawing(one: Issued, t: Translator, key: str) -> None:
    with st.popover(t("Withdraw"), icon=":material/undo:", type="tertiary"):
        st.caption(t("The report stays in the list with its files. The next one names it with your reason."))
        reason = st.text_area(t("Reason"), key=f"{key}.reason", max_chars=REASON_LIMIT)
        if not st.button(t("Withdraw the report"), key=key, type="primary"):
            return
        try:
            issuing.withdraw(
                cache.database(),
                session.user(),
                one.issued_report_id,
                reason,
                on=clock.today(),
                now=clock.now(),
            )
        except SimbiyozError as error:
            st.error(error.text(t), icon=":material/error:")
            return
    st.toast(t("Report no. {number} is withdrawn.", number=one.number), icon=":material/undo:")
    st.rerun()


def _content(acting: User, report_id: str, file_kind: FileKind) -> bytes:
    return issuing.content(cache.database(), acting, report_id, file_kind)
