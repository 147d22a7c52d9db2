"""Caches of people who can help and of the support programme. Shared by all sessions, so each key names who asks."""

import pandas as pd
import streamlit as st

from core.domain.model import User
from core.domain.programme.helping import Helper
from core.domain.programme.people import Expert, Research
from core.domain.programme.support import Application, Call
from core.domain.programme.support_facts import Grown, Pilot
from core.services import people, support
from pages.shared import cache, clock, session


def experts() -> tuple[Expert, ...]:
    """Return the people who can help, by name."""
    return _experts(session.user(), cache.database().version)


def requests() -> pd.DataFrame:
    """Return what people were asked (columns: services.people.requests)."""
    return _requests(session.user(), cache.database().version)


def research() -> tuple[Research, ...]:
    """Return projects and doctoral topics."""
    return _research(session.user(), cache.database().version)


def for_synergy(synergy_id: str) -> tuple[Helper, ...]:
    """Return who fits a synergy best."""
    return _for_synergy(session.user(), cache.database().version, synergy_id)


def calls() -> tuple[Call, ...]:
    """Return the calls of the support programme."""
    return _calls(session.user(), cache.database().version)


def applications() -> tuple[Application, ...]:
    """Return the applications, the one that was changed last first."""
    return _applications(session.user(), cache.database().version)


def pilots() -> tuple[Pilot, ...]:
    """Return the synergies that are marked as pilots."""
    return _pilots(session.user(), cache.database().version)


def grown(application_id: str) -> Grown:
    """Return an application with what its synergy's records say today. Not cached: it says what day it is."""
    return support.grown(cache.database(), session.user(), application_id, today=clock.today())


@st.cache_data(show_spinner=False, max_entries=20)
def _experts(acting: User, version: int) -> tuple[Expert, ...]:
    return people.experts(cache.database(), acting)


@st.cache_data(show_spinner=False, max_entries=20)
def _requests(acting: User, version: int) -> pd.DataFrame:
    return people.requests(cache.database(), acting)


@st.cache_data(show_spinner=False, max_entries=20)
def _research(acting: User, version: int) -> tuple[Research, ...]:
    return people.research(cache.database(), acting)


@st.cache_data(show_spinner=False, max_entries=200)
def _for_synergy(acting: User, version: int, synergy_id: str) -> tuple[Helper, ...]:
    return people.for_synergy(cache.database(), acting, synergy_id, 3)


@st.cache_data(show_spinner=False, max_entries=20)
def _calls(acting: User, version: int) -> tuple[Call, ...]:
    return support.calls(cache.database(), acting)


@st.cache_data(show_spinner=False, max_entries=20)
def _applications(acting: User, version: int) -> tuple[Application, ...]:
    return support.applications(cache.database(), acting)


@st.cache_data(show_spinner=False, max_entries=20)
def _pilots(acting: User, version: int) -> tuple[Pilot, ...]:
    return support.pilots(cache.database(), acting)
