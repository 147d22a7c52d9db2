"""The frame around every page: page config, menu, language, role (demo), banner, and the gate that each page passes.

`begin()` is the first line of every page. Streamlit runs a page of `pages/` without app.py when somebody opens a deep
link on a cold server; then begin() draws the frame, and the gate, itself.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import NoReturn

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from core.domain.choices import Role
from core.domain.labels import label
from core.i18n import LANGUAGES, Translator
from pages.shared import cache, session, who

_drawn: ContextVar[bool] = ContextVar("frame_drawn", default=False)
_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_PAGES = Path(__file__).resolve().parent.parent
_LOGO = Path(__file__).resolve().parent / "logo.svg"
_ICON = _LOGO.with_name("icon.svg")


class _PageEnded(BaseException):
    """A page ends here. No error: nothing that catches errors may catch it."""


@contextmanager
def drawn() -> Iterator[StreamlitPage]:
    """Draw the frame for app.py and give the page to run inside it."""
    page = _draw()
    token = _drawn.set(True)
    try:
        yield page
    except _PageEnded:
        return
    finally:
        _drawn.reset(token)
        cache.prepare_suggestions()


def end() -> NoReturn:
    """End the page here, as if its script ended here.

    Not by st.stop(): Streamlit then keeps the values of widgets that were not drawn, while the browser forgets them.
    Drawn again they stand empty there, and with the next click the browser tells the server that the user had emptied
    them (streamlit/streamlit#4247).
    """
    if _drawn.get():
        raise _PageEnded
    st.stop()  # without app.py, which is the first run of a session and is drawn anew at once


def begin() -> Translator:
    """Let a page begin: draw the frame where app.py did not, pass the gate, return the translator."""
    if not _drawn.get():
        _draw()
        # Streamlit learns here for the first time that there is a menu and would drop the first click or upload.
        if session.once("frame_rerun"):
            st.rerun()
    return session.translator_of_session()


def _draw() -> StreamlitPage:
    t = session.translator_of_session()
    st.set_page_config(page_title="Simbiyoz", page_icon=str(_ICON), layout="wide")
    _gate(t)
    page = st.navigation(_menu(t), position="top")
    st.logo(str(_LOGO), size="large")
    _bar(t)
    return page


def _gate(t: Translator) -> None:
    """Let in whoever may come in. Until sign-in exists that is everyone at this machine: loopback only.

    This is the one place where sign-in by an OIDC provider goes (st.login, then st.stop for strangers).
    """
    if st.get_option("server.address") not in _LOOPBACK:
        st.error(
            t(
                "This server can be reached from outside, but has no sign-in yet. Start it on loopback (127.0.0.1)."
            ),
            icon=":material/lock:",
        )
        st.stop()
    session.set_local(not cache.is_sample())


def _menu(t: Translator) -> dict[str, list[StreamlitPage]]:
    """Return the pages under their headings; those without one stand by themselves."""
    sections = {
        "": [("overview", t("Overview"), ":material/home:"), ("my_day", t("My day"), ":material/today:")],
        t("Field work"): [
            ("visit", t("Visit"), ":material/edit_note:"),
            ("suggestions", t("Suggestions"), ":material/handshake:"),
            ("map", t("Map"), ":material/map:"),
            ("register", t("Register"), ":material/list_alt:"),
        ],
        t("Synergies and results"): [
            ("synergies", t("Synergies"), ":material/conversion_path:"),
            ("impact", t("Impact"), ":material/insights:"),
            ("programme", t("Programme"), ":material/account_tree:"),
            ("zones", t("Zones"), ":material/factory:"),
        ],
        t("Knowledge and people"): [
            ("library", t("Library"), ":material/menu_book:"),
            ("people", t("People"), ":material/school:"),
            ("support", t("Support programme"), ":material/volunteer_activism:"),
        ],
        t("Data"): [
            ("data_exchange", t("Data exchange"), ":material/import_export:"),
            ("administration", t("Administration"), ":material/manage_accounts:"),
        ],
    }
    return {heading: _there(pages) for heading, pages in sections.items() if _there(pages)}


def _there(pages: list[tuple[str, str, str]]) -> list[StreamlitPage]:
    return [
        st.Page(_PAGES / f"{name}.py", title=title, icon=icon, default=name == "overview")
        for name, title, icon in pages
        if (_PAGES / f"{name}.py").exists()
    ]


def _bar(t: Translator) -> None:
    sample = cache.is_sample()
    with st.container(
        horizontal=True, vertical_alignment="center", horizontal_alignment="right", key="frame_bar"
    ):
        if sample:
            st.badge(
                t("Sample region: every firm is invented."),
                icon=":material/science:",
                color="orange",
                width="stretch",
            )
            role = st.selectbox(
                t("Role"),
                list(session.DEMO_USERS),
                index=list(session.DEMO_USERS).index(session.role()),
                format_func=lambda role: label(role, t),
                label_visibility="collapsed",
                width=178,
                key="frame_role",
            )
            session.set_role(Role(role))
        else:
            who.draw(t)
        names = {"tr": "Türkçe", "en": "English"}
        chosen = st.segmented_control(
            t("Language"),
            LANGUAGES,
            default=session.language() if session.language() in LANGUAGES else None,
            format_func=names.__getitem__,
            label_visibility="collapsed",
            key="frame_language",
        )
        if chosen and chosen != session.language():
            session.set_language(chosen)
            st.rerun()
