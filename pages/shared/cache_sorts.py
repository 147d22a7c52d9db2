"""Caches of the other sorts of suggestion: firms by activity, merged haves, shared use, chains. Keys as in cache.py."""

from dataclasses import replace
from datetime import date

import pandas as pd
import streamlit as st

from core.domain.matching import choosing
from core.domain.matching import pools as domain
from core.domain.matching.prospects import Sites
from core.domain.matching.ranking import Index
from core.domain.model import SYSTEM, User
from core.services import chaining, prospecting, sharing, suggesting
from core.services.prospecting import Prospects
from pages.shared import cache, clock, session


def prospects() -> Prospects:
    """Return the firms whose activity fits a card, for all cards that the user may see (choosing.prepared)."""
    return _prospects(session.user(), cache.database().cards_version, clock.today())


@st.cache_resource(show_spinner=False, max_entries=2)
def _prospect_sites(region_id: str, version: int) -> Sites:
    return prospecting.sites(cache.database(), replace(SYSTEM, region_id=region_id))


@st.cache_data(show_spinner=False, max_entries=20)
def _prospects(acting: User, version: int, today: date) -> Prospects:
    sites = _prospect_sites(acting.region_id, version)
    found = prospecting.for_region(cache.database(), acting, sites, today=today)
    return replace(found, firms=choosing.prepared(found.firms, ("card", "site")))


def prospects_of(resource_id: str, top: int, *, as_guest: bool, guest_of: str | None) -> Prospects:
    """Return the firms whose activity fits one card, as the reader of a visit may see them."""
    version, today = cache.database().cards_version, clock.today()
    return _prospects_of(session.user(), version, resource_id, top, as_guest, guest_of, today)


@st.cache_data(show_spinner=False, max_entries=500)
def _prospects_of(
    acting: User,
    version: int,
    resource_id: str,
    top: int,
    as_guest: bool,
    guest_of: str | None,
    today: date,
) -> Prospects:
    sites = _prospect_sites(acting.region_id, version)
    return prospecting.for_card(
        cache.database(),
        acting,
        sites,
        resource_id,
        today=today,
        top=top,
        as_guest=as_guest,
        guest_of=guest_of,
    )


def pools() -> pd.DataFrame:
    """Return the merged haves that the user may see (columns: domain.pools.pooled, choosing.prepared)."""
    return _pools(session.user(), cache.database().version, cache.suggestion_index())


@st.cache_data(show_spinner=False, max_entries=20)
def _pools(acting: User, version: int, _index: Index) -> pd.DataFrame:
    pairs = suggesting.pairs(cache.database(), acting, _index, top=domain.CANDIDATES)
    return choosing.prepared(domain.pooled(pairs))


def shared_uses() -> pd.DataFrame:
    """Return the cards that one service could serve together (columns: services.sharing, choosing.prepared)."""
    return _shared_uses(session.user(), cache.database().cards_version)


@st.cache_data(show_spinner=False, max_entries=20)
def _shared_uses(acting: User, version: int) -> pd.DataFrame:
    return choosing.prepared(sharing.for_region(cache.database(), acting), ("one", "other"))


def chains() -> pd.DataFrame:
    """Return the chains through a processor that the user may see (columns: services.chaining, choosing.prepared)."""
    index = cache.suggestion_index()
    return _chains(session.user(), cache.database().cards_version, clock.today(), index)


@st.cache_data(show_spinner=False, max_entries=20)
def _chains(acting: User, version: int, today: date, _index: Index) -> pd.DataFrame:
    sites = _prospect_sites(acting.region_id, version)
    return choosing.prepared(chaining.for_region(cache.database(), acting, _index, sites, today=today))
