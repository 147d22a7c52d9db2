"""Caches of the Programme page: bodies, meetings, actions, trainings; keys as in `cache`."""

from datetime import date

import pandas as pd
import streamlit as st

from core.domain.model import User
from core.domain.programme.governance import Body
from core.services import programme, users
from pages.shared import cache, clock, session


def bodies() -> tuple[Body, ...]:
    """Return the bodies of the management model."""
    return _bodies(session.user(), cache.database().version)


@st.cache_data(show_spinner=False, max_entries=10)
def _bodies(acting: User, version: int) -> tuple[Body, ...]:
    return programme.bodies(cache.database(), acting)


def meetings() -> pd.DataFrame:
    """Return the meetings, newest first."""
    return _meetings(session.user(), cache.database().version)


@st.cache_data(show_spinner=False, max_entries=10)
def _meetings(acting: User, version: int) -> pd.DataFrame:
    return programme.meetings(cache.database(), acting)


def actions() -> pd.DataFrame:
    """Return the actions, open ones first, overdue before all."""
    return _actions(session.user(), cache.database().version, clock.today())


@st.cache_data(show_spinner=False, max_entries=10)
def _actions(acting: User, version: int, today: date) -> pd.DataFrame:
    return programme.actions(cache.database(), acting, today=today)


def trainings() -> pd.DataFrame:
    """Return the trainings, newest first, with all who took part."""
    return _trainings(session.user(), cache.database().version)


@st.cache_data(show_spinner=False, max_entries=10)
def _trainings(acting: User, version: int) -> pd.DataFrame:
    return programme.trainings(cache.database(), acting)


def owners() -> dict[str, str]:
    """Return the names of those whom an action may be given to, by user_id."""
    return _owners(session.user(), cache.database().version)


@st.cache_data(show_spinner=False, max_entries=10)
def _owners(acting: User, version: int) -> dict[str, str]:
    found = users.table(cache.database(), acting)
    found = found[found["retired_at"].isna()]
    return dict(zip(found["user_id"], found["name"], strict=True))
