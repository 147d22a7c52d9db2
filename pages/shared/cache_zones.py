"""Caches of the Zones page: one zone, all side by side, what the impact ledger holds for one; keys as in `cache`."""

from datetime import date

import pandas as pd
import streamlit as st

from core.domain.model import User
from core.domain.programme import zones as domain
from core.domain.programme.indicators import CountedAs
from core.services import zones
from core.services.zones import ZonePage
from pages.shared import cache, cache_impact, clock, session


def comparison() -> pd.DataFrame:
    """Return all zones side by side as the user may see them."""
    return _comparison(session.user(), cache.database().version)


@st.cache_data(show_spinner=False, max_entries=20)
def _comparison(acting: User, version: int) -> pd.DataFrame:
    return zones.comparison(cache.database(), acting)


def page(zone_id: str) -> ZonePage:
    """Return a zone as the user may see it."""
    return _page(session.user(), cache.database().version, zone_id)


@st.cache_data(show_spinner=False, max_entries=60)
def _page(acting: User, version: int, zone_id: str) -> ZonePage:
    return zones.page(cache.database(), acting, zone_id)


def impact(zone_id: str) -> pd.DataFrame:
    """Return what synergies with a side in the zone bring, by basis (core.domain.zones.impact); for staff."""
    return _impact(session.user(), cache.database().version, clock.today(), zone_id)


@st.cache_data(show_spinner=False, max_entries=60)
def _impact(acting: User, version: int, today: date, zone_id: str) -> pd.DataFrame:
    return domain.impact(cache_impact.results().lines, set(page(zone_id).synergy_ids))


def counts(zone_id: str) -> dict[CountedAs, float]:
    """Return all that is counted by zone, what is verified included; for staff."""
    results, found = cache_impact.results(), page(zone_id)
    return found.counts | domain.verified_counts(results.lines, results.parts, set(found.synergy_ids))
