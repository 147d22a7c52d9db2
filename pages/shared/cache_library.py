"""What the library keeps: the precedents with what they are filtered by, and their maps."""

from typing import Any

import streamlit as st

from core.domain.knowledge import library
from core.domain.knowledge.library import Shelved
from core.domain.model import User
from core.domain.reports.reporting import Head
from core.i18n import translator
from core.services import own_precedents
from core.views import precedent_map
from pages.shared import cache, clock, session


def shelf() -> tuple[Shelved, ...]:
    """Return the programme's own precedents and the published ones; the first time in a server takes seconds."""
    t = session.translator_of_session()
    with st.spinner(t("Opening the library …")):
        return library.shelved(_own(session.user(), cache.database().version))


@st.cache_resource(show_spinner=False, max_entries=20)
def _own(acting: User, version: int) -> tuple[Any, ...]:
    return own_precedents.own_precedents(cache.database(), acting)


@st.cache_data(show_spinner=False, max_entries=40)
def map_chart(counts: tuple[tuple[str, int], ...], scope: str, language: str) -> dict[str, Any]:
    """Return the spec of the precedents' map."""
    return precedent_map.chart(dict(counts), scope, translator(language)).to_dict()


def head() -> Head:
    """Return what a paper of the library says of itself."""
    return own_precedents.paper_head(cache.database(), session.user(), today=clock.today())
