"""The legal handbook on the library page: all questions with what follows from them, searchable and printable."""

from functools import partial

import streamlit as st

from core.domain.legal import handbook, handbook_search
from core.domain.legal.handbook import Question, Regulation, Route
from core.domain.reports.reporting import FileKind, Head
from core.i18n import Translator
from core.views import legal_words
from core.views.reports import handbook as paper
from core.views.reports import pdf, writing
from pages.shared import cache_library, clock, session
from pages.shared.legal_statement import statement
from pages.shared.text import plain

_PAGE = "library_legal_"
_QUESTIONS = 6


def draw(t: Translator) -> None:
    """Draw the search, the questions found, the file to print and the list of regulations."""
    st.warning(
        f"**{plain(t(legal_words.GUIDANCE))}** {plain(t(legal_words.HOW_FAR))}", icon=":material/balance:"
    )
    found = _chosen(t)
    left, right = st.columns([3, 1], vertical_alignment="center")
    left.caption(_count(found, t))
    right.download_button(
        t("Print what is shown"),
        data=partial(_paper, found, cache_library.head(), t),
        file_name=writing.file_name(t("Legal handbook"), clock.today(), FileKind.PDF),
        mime="application/pdf",
        icon=":material/picture_as_pdf:",
        key=f"{_PAGE}print",
        disabled=not found,
        width="stretch",
        on_click="ignore",
    )
    if not found:
        st.info(t("Nothing here with these filters."), icon=":material/search_off:")
    pages = -(-len(found) // _QUESTIONS)
    page = st.pagination(pages, key=f"{_PAGE}page") if pages > 1 else 1
    in_order = [one for area in handbook.Area for one in found if one.area is area]
    area = None
    for question in in_order[(page - 1) * _QUESTIONS : page * _QUESTIONS]:
        if question.area is not area:
            area = question.area
            st.subheader(plain(legal_words.word(area, t)))
        _question(question, t)
    _regulations(t)


def _paper(found: tuple[Question, ...], head: Head, t: Translator) -> bytes:
    return pdf.content(paper.document(found, head, t), t)


def _chosen(t: Translator) -> tuple[Question, ...]:
    search, by_regulation = st.columns([2, 3])
    typed = search.text_input(
        t("Search the handbook"),
        placeholder=t("for example licence or MoTAT"),
        key=f"{_PAGE}search",
        on_change=_to_first_page,
    )
    known = handbook.regulations()
    cited = {one.regulation.regulation_id for one in handbook.outcomes()}
    regulation_id = by_regulation.selectbox(
        t("Which legal act"),
        [one for one in known if one in cited],
        index=None,
        format_func=lambda one: known[one].name(t.language),
        placeholder=t("All regulations"),
        key=f"{_PAGE}regulation",
        on_change=_to_first_page,
    )
    route = st.pills(
        t("Route"),
        list(Route),
        format_func=lambda one: legal_words.word(one, t),
        key=f"{_PAGE}route",
        on_change=_to_first_page,
        wrap=True,
    )
    only = st.toggle(t("Only what is not checked"), key=f"{_PAGE}unchecked", on_change=_to_first_page)
    return handbook_search.found(typed, route=route, regulation_id=regulation_id, only_unchecked=only)


def _to_first_page() -> None:
    session.put(f"{_PAGE}page", 1)


def _count(found: tuple[Question, ...], t: Translator) -> str:
    outcomes = [one for question in found for one in handbook.outcomes_of(question.question_id)]
    return t(
        "Questions: {questions} · statements: {rows}, of which checked against the text: {checked}",
        questions=len(found),
        rows=len(outcomes),
        checked=sum(one.source.is_checked for one in outcomes),
    )


def _question(question: Question, t: Translator) -> None:
    with st.container(border=True, gap="xsmall"):
        st.markdown(f"**{plain(question.text(t.language))}**")
        routes = [legal_words.word(Route(one), t) for one in question.routes if one in set(Route)]
        lines = [legal_words.before(question.stage, t), *sorted(routes)]
        if question.answered_by is None:  # the hints of the others speak of the synergy's page
            lines.append(question.hint(t.language))
        st.caption(plain(" · ".join(one for one in lines if one)))
        st.markdown("\n".join(f"- {statement(one, t)}" for one in handbook.outcomes_of(question.question_id)))


def _regulations(t: Translator) -> None:
    opened = st.expander(
        t("Regulations and where they were read"),
        icon=":material/menu_book:",
        key=f"{_PAGE}list",
        on_change="rerun",
    )
    if opened.open:
        with opened:
            st.markdown("\n".join(f"- {_regulation(one, t)}" for one in handbook.regulations().values()))


def _regulation(regulation: Regulation, t: Translator) -> str:
    kind = plain(t(legal_words.REGULATION_KINDS[regulation.kind]))
    told = [legal_words.gazette(regulation, t), t("Repealed") if regulation.is_repealed else ""]
    quiet = " · ".join(plain(one) for one in (*told, regulation.note(t.language)) if one)
    source = regulation.source
    colour = "green" if source.is_checked else "orange"
    name = f"[{plain(regulation.name(t.language))}]({source.address})"
    said = f":{colour}[{plain(legal_words.standing(source, t))}]"
    return f"{kind}: {name}  \n  :gray[{quiet}]  \n  {said}" if quiet else f"{kind}: {name}  \n  {said}"
