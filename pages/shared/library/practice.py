"""The good-practice sheets of the library: one at a time, as it was published, and on paper."""

from functools import partial

import streamlit as st

from core.domain.choices import Stage
from core.domain.reports.reporting import FileKind
from core.domain.synergies import good_practice as sheets
from core.domain.synergies.good_practice import Published
from core.i18n import Translator
from core.services import good_practice
from core.services.permissions import allows
from core.views.reports import pdf, practice, writing
from pages.shared import cache, clock, linked, session
from pages.shared.library import practice_form, practice_sheet
from pages.shared.text import plain


def draw(t: Translator) -> None:
    """Draw the choice among the sheets, the chosen one, and for staff the way to a new one."""
    known = good_practice.published(cache.database(), session.user())
    st.caption(t("Verified synergies of this programme, told so that others can do the same."))
    if allows(session.role(), "good_practice.save"):
        _new(t)
    if not known:
        st.info(t("No sheet has been published yet."), icon=":material/auto_stories:")
        return
    typed = st.text_input(
        t("Search the sheets"),
        placeholder=t("Resource, use or what was learnt"),
        icon=":material/search:",
        key="library_practice_search",
    )
    found = {one.sheet.sheet_id: one for one in sheets.found(known, typed or "")}
    if not found:
        st.info(t("Nothing here with these filters."), icon=":material/search_off:")
        return
    ids = list(found)
    chosen = ids[0]
    if len(ids) > 1:
        chosen = st.selectbox(
            t("Sheet"),
            ids,
            format_func=lambda one: found[one].sheet.text("title", t.language),
            **linked.arguments("library", "sheet", ids, ids[0]),
        )
    _sheet(found[chosen], t)


def _new(t: Translator) -> None:
    if cache.is_sample():
        st.caption(
            t("Sample synergies become no sheets: the one shown is an invented example of what a sheet is.")
        )
        return
    rows = cache.synergies()
    rows = rows[rows["stage"] == Stage.VERIFIED.value]
    verified: dict[str, str] = dict(zip(rows["synergy_id"], rows["title"], strict=True))
    if not verified:
        return
    synergy_id = st.selectbox(
        t("Write the sheet of a verified synergy"),
        list(verified),
        format_func=verified.__getitem__,
        placeholder=t("Choose"),
        **linked.arguments("library", "write", list(verified), None),
    )
    if synergy_id:
        with st.container(border=True):
            practice_form.draw(str(synergy_id), t)


def _sheet(one: Published, t: Translator) -> None:
    head = good_practice.paper_head(cache.database(), session.user(), today=clock.today())
    laid = practice.document(one, head, t)
    with st.container(border=True):
        st.subheader(plain(laid.title))
        if laid.mark:
            st.warning(plain(laid.mark), icon=":material/science:")
        with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
            st.caption(plain(laid.subtitle), width="content")
            st.download_button(
                t("Sheet as PDF"),
                data=partial(pdf.content, laid, t),
                file_name=writing.file_name(laid.title, clock.today(), FileKind.PDF),
                mime="application/pdf",
                icon=":material/picture_as_pdf:",
                key="library_practice_pdf",
                on_click="ignore",
            )
        practice_sheet.draw(laid.sections, t)
