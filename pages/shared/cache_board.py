"""Caches of the board and the table of synergies. Shared by all sessions, so each key names who asks."""

import pandas as pd
import streamlit as st

from core.domain.choices import Stage
from core.domain.model import User
from core.domain.synergies.board import Asked, Blocks, Sort
from core.services import board
from pages.shared import cache, session


def counts(asked: Asked) -> dict[Stage, int]:
    """Return how many synergies the filters leave in each stage."""
    return _counts(session.user(), cache.database().version, asked)


def cards(asked: Asked, most: tuple[tuple[Stage, int], ...]) -> pd.DataFrame:
    """Return the first synergies of each stage (columns: services.board.cards)."""
    return _cards(session.user(), cache.database().version, asked, most)


def page(asked: Asked, stages: tuple[Stage, ...], sort: Sort, skip: int, most: int) -> pd.DataFrame:
    """Return a page of the table (columns: services.board.page)."""
    return _page(session.user(), cache.database().version, asked, stages, sort, skip, most)


def blocking(synergy_ids: tuple[str, ...]) -> dict[str, Blocks]:
    """Return what holds each of these synergies up."""
    return _blocking(session.user(), cache.database().version, synergy_ids)


@st.cache_data(show_spinner=False, max_entries=100)
def _counts(acting: User, version: int, asked: Asked) -> dict[Stage, int]:
    return board.counts(cache.database(), acting, asked)


@st.cache_data(show_spinner=False, max_entries=100)
def _cards(acting: User, version: int, asked: Asked, most: tuple[tuple[Stage, int], ...]) -> pd.DataFrame:
    return board.cards(cache.database(), acting, asked, dict(most))


@st.cache_data(show_spinner=False, max_entries=100)
def _page(
    acting: User, version: int, asked: Asked, stages: tuple[Stage, ...], sort: Sort, skip: int, most: int
) -> pd.DataFrame:
    return board.page(cache.database(), acting, asked, stages, sort, skip=skip, most=most)


@st.cache_data(show_spinner=False, max_entries=100)
def _blocking(acting: User, version: int, synergy_ids: tuple[str, ...]) -> dict[str, Blocks]:
    return board.blocking(cache.database(), acting, synergy_ids)
