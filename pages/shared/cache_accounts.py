"""Caches of the accounts and of what each answers for; keys as in `cache`."""

import pandas as pd
import streamlit as st

from core.domain.model import User
from core.domain.synergies.following import Owned
from core.services import users
from pages.shared import cache, session


def accounts() -> pd.DataFrame:
    """Return all accounts of the region, also of those who left (columns: services.users.table)."""
    return _accounts(session.user(), cache.database().version)


def in_use() -> pd.DataFrame:
    """Return the accounts between which somebody at this machine may choose."""
    found = _accounts(session.LOCAL_USER, cache.database().version)
    return found[found["retired_at"].isna()]


def names() -> dict[str, str]:
    """Return the name of each id of those who work with the programme, or did (services.users.names)."""
    return _names(session.user(), cache.database().version)


@st.cache_data(show_spinner=False, max_entries=20)
def _accounts(acting: User, version: int) -> pd.DataFrame:
    return users.table(cache.database(), acting)


def owned() -> dict[str, Owned]:
    """Return by id what each user answers for."""
    return _owned(session.user(), cache.database().version)


@st.cache_data(show_spinner=False, max_entries=20)
def _owned(acting: User, version: int) -> dict[str, Owned]:
    return users.owned(cache.database(), acting)


@st.cache_data(show_spinner=False, max_entries=20)
def _names(acting: User, version: int) -> dict[str, str]:
    return users.names(cache.database(), acting)
