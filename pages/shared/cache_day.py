"""Caches of My day: what is owed, by whom, as of a day. Shared by all sessions, so each key names who asks."""

from datetime import date

import pandas as pd
import streamlit as st

from core.domain.model import User
from core.domain.synergies.my_day import Bucket, Counts
from core.services import my_day
from pages.shared import cache, clock, session


def counts(*, everybody: bool) -> Counts:
    """Return how much is owed of each kind."""
    return _counts(session.user(), cache.database().version, clock.today(), everybody)


def synergies(buckets: tuple[Bucket, ...], most: int, *, everybody: bool) -> pd.DataFrame:
    """Return the synergies of some buckets (columns: services.my_day.synergies)."""
    return _synergies(session.user(), cache.database().version, clock.today(), buckets, most, everybody)


def cards(most: int, *, everybody: bool) -> pd.DataFrame:
    """Return cards that lack something (columns: services.my_day.cards)."""
    return _cards(session.user(), cache.database().version, most, everybody)


def open_visits(most: int, *, everybody: bool) -> pd.DataFrame:
    """Return visits that were never closed (columns: services.my_day.open_visits)."""
    return _open_visits(session.user(), cache.database().version, most, everybody)


@st.cache_data(show_spinner=False, max_entries=50)
def _counts(acting: User, version: int, today: date, everybody: bool) -> Counts:
    return my_day.counts(cache.database(), acting, today=today, everybody=everybody)


@st.cache_data(show_spinner=False, max_entries=200)
def _synergies(
    acting: User, version: int, today: date, buckets: tuple[Bucket, ...], most: int, everybody: bool
) -> pd.DataFrame:
    return my_day.synergies(
        cache.database(), acting, today=today, everybody=everybody, buckets=buckets, most=most
    )


@st.cache_data(show_spinner=False, max_entries=50)
def _cards(acting: User, version: int, most: int, everybody: bool) -> pd.DataFrame:
    return my_day.cards(cache.database(), acting, everybody=everybody, most=most)


@st.cache_data(show_spinner=False, max_entries=50)
def _open_visits(acting: User, version: int, most: int, everybody: bool) -> pd.DataFrame:
    return my_day.open_visits(cache.database(), acting, everybody=everybody, most=most)
