"""The only caches. Shared by all sessions, so each key holds the data's version and what the viewer may see."""

from typing import Any

import streamlit as st

from core import config
from core.domain.model import User
from core.i18n import translator
from core.services import impact as impact_service
from core.services import overview as overview_service
from core.services.impact import Impact
from core.services.overview import Overview
from core.storage.database import Database, open_database
from core.views import impact_charts
from pages.shared import session


@st.cache_resource(show_spinner=False)
def database() -> Database:
    """Return the one open database of this server."""
    return open_database(config.database_path())


@st.cache_data(show_spinner=False)
def is_sample() -> bool:
    """Return whether the database holds the sample region: then firms are marked and roles may be chosen."""
    with database().reading() as cursor:
        row = cursor.row("region_get")
    return bool(row and row["is_sample"])


def impact() -> Impact:
    """Return what the region's followed synergies save, computed once a data version."""
    acting = session.user()
    return _impact(acting, database().version)


def impact_chart(measure: str, grouping: str, language: str) -> dict[str, Any]:
    """Return the spec of the impact chart."""
    acting = session.user()
    return _impact_chart(acting, database().version, measure, grouping, language)


def funnel_chart(language: str) -> dict[str, Any]:
    """Return the spec of the funnel."""
    return _funnel_chart(session.user(), database().version, language)


def overview() -> Overview:
    """Return the region's numbers, computed once a data version."""
    return _overview(session.user(), database().version)


@st.cache_data(show_spinner=False, max_entries=20)
def _impact(acting: User, version: int) -> Impact:
    return impact_service.of_region(database(), acting)


@st.cache_data(show_spinner=False, max_entries=100)
def _impact_chart(acting: User, version: int, measure: str, grouping: str, language: str) -> dict[str, Any]:
    counted = _impact(acting, version).counted
    return impact_charts.saved(counted, measure, grouping, translator(language)).to_dict()


@st.cache_data(show_spinner=False, max_entries=20)
def _overview(acting: User, version: int) -> Overview:
    return overview_service.of_region(database(), acting)


@st.cache_data(show_spinner=False, max_entries=40)
def _funnel_chart(acting: User, version: int, language: str) -> dict[str, Any]:
    return impact_charts.funnel(_overview(acting, version).reached, translator(language)).to_dict()
