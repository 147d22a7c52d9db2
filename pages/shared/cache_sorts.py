"""Caches of the other sorts of suggestion: firms by activity, merged haves, shared use, chains. Keys as in cache.py.

What answers hide is part of the key where a list is dear to make: it is made anew when that changes, not at each write.
"""

from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from core.domain.choices import Sort
from core.domain.matching import choosing
from core.domain.matching import pools as domain
from core.domain.matching.answers import Subject
from core.domain.matching.prospects import Sites
from core.domain.matching.ranking import Index
from core.domain.model import SYSTEM, User
from core.i18n import translator
from core.services import answering, chaining, prospecting, sharing, suggesting
from core.services.prospecting import Prospects
from core.views import sort_charts
from pages.shared import cache, clock, session

Hidden = frozenset[Subject]


def _hidden(sort: Sort) -> Hidden:
    return _hidden_of(session.user().region_id, cache.database().version, sort)


@st.cache_data(show_spinner=False, max_entries=20)
def _hidden_of(region_id: str, version: int, sort: Sort) -> Hidden:
    return answering.hidden(cache.database(), replace(SYSTEM, region_id=region_id), sort)


def prospects() -> Prospects:
    """Return the firms whose activity fits a card, for all cards that the user may see (choosing.prepared)."""
    return _prospects(session.user(), cache.database().cards_version, _hidden(Sort.FIRMS), clock.today())


@st.cache_resource(show_spinner=False, max_entries=2)
def _prospect_sites(region_id: str, version: int) -> Sites:
    return prospecting.sites(cache.database(), replace(SYSTEM, region_id=region_id))


@st.cache_data(show_spinner=False, max_entries=20)
def _prospects(acting: User, version: int, hidden: Hidden, today: date) -> Prospects:
    sites = _prospect_sites(acting.region_id, version)
    found = prospecting.for_region(cache.database(), acting, sites, today=today)
    return replace(found, firms=choosing.prepared(found.firms, ("card", "site")))


def prospects_of(resource_id: str, top: int, *, as_guest: bool, guest_of: str | None) -> Prospects:
    """Return the firms whose activity fits one card, as the reader of a visit may see them."""
    version, hidden, today = cache.database().cards_version, _hidden(Sort.FIRMS), clock.today()
    return _prospects_of(session.user(), version, hidden, resource_id, top, as_guest, guest_of, today)


@st.cache_data(show_spinner=False, max_entries=500)
def _prospects_of(
    acting: User,
    version: int,
    hidden: Hidden,
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
    """Return the merged haves that the user may see (columns: domain.matching.pools.pooled, choosing.prepared)."""
    index = cache.suggestion_index()
    return _pools(session.user(), cache.database().version, _hidden(Sort.POOLS), index)


@st.cache_data(show_spinner=False, max_entries=20)
def _pools(acting: User, version: int, hidden: Hidden, _index: Index) -> pd.DataFrame:
    pairs = suggesting.pairs(cache.database(), acting, _index, top=domain.CANDIDATES)
    return choosing.prepared(domain.pooled(pairs, hidden))


def shared_uses() -> pd.DataFrame:
    """Return the cards that one service could serve together (columns: services.sharing, choosing.prepared)."""
    return _shared_uses(session.user(), cache.database().cards_version, _hidden(Sort.SHARING))


@st.cache_data(show_spinner=False, max_entries=20)
def _shared_uses(acting: User, version: int, hidden: Hidden) -> pd.DataFrame:
    return choosing.prepared(sharing.for_region(cache.database(), acting), ("one", "other"))


def chains() -> pd.DataFrame:
    """Return the chains through a processor that the user may see (columns: services.chaining, choosing.prepared)."""
    index = cache.suggestion_index()
    hidden = _hidden(Sort.CHAINS)
    return _chains(session.user(), cache.database().cards_version, hidden, clock.today(), index)


@st.cache_data(show_spinner=False, max_entries=20)
def _chains(acting: User, version: int, hidden: Hidden, today: date, _index: Index) -> pd.DataFrame:
    sites = _prospect_sites(acting.region_id, version)
    return choosing.prepared(chaining.for_region(cache.database(), acting, _index, sites, today=today))


def chains_of(resource_id: str, *, as_guest: bool, guest_of: str | None) -> pd.DataFrame:
    """Return the chains that a have begins as the reader of a visit may see them (choosing.prepared)."""
    index, version, hidden = cache.suggestion_index(), cache.database().cards_version, _hidden(Sort.CHAINS)
    return _chains_of(session.user(), version, hidden, resource_id, as_guest, guest_of, clock.today(), index)


@st.cache_data(show_spinner=False, max_entries=500)
def _chains_of(
    acting: User,
    version: int,
    hidden: Hidden,
    resource_id: str,
    as_guest: bool,
    guest_of: str | None,
    today: date,
    _index: Index,
) -> pd.DataFrame:
    sites = _prospect_sites(acting.region_id, version)
    found = chaining.for_card(
        cache.database(),
        acting,
        _index,
        sites,
        resource_id,
        today=today,
        as_guest=as_guest,
        guest_of=guest_of,
    )
    return choosing.prepared(found)


@st.cache_data(show_spinner=False, max_entries=500)
def measures_chart(shown: tuple[tuple[str, float], ...], language: str) -> dict[str, Any]:
    """Return the spec of the bars of a suggestion's measures."""
    return sort_charts.measures(shown, translator(language)).to_dict()


@st.cache_data(show_spinner=False, max_entries=500)
def terms_chart(shown: tuple[tuple[str, tuple[float, ...]], ...], language: str) -> dict[str, Any]:
    """Return the spec of the bars of firms' scores and their parts."""
    return sort_charts.terms(shown, translator(language)).to_dict()
