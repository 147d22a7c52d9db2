"""Caches of what stands behind suggestions: room for a deal, refused pairs, what would help. Keys as in cache.py."""

from datetime import date

import streamlit as st

from core.domain.matching.exclusions import Exclusion
from core.domain.matching.ranking import Index
from core.domain.model import User
from core.services import dealing, reasons
from core.services.dealing import Deal
from core.services.reasons import Nearest
from pages.shared import cache, clock, session

Pair = tuple[str, str]


def deals(
    chosen: tuple[Pair, ...], *, as_guest: bool = False, guest_of: str | None = None
) -> dict[Pair, Deal]:
    """Return the room for a deal of pairs (have_id, want_id), as the reader may see it."""
    return _deals(session.user(), cache.database().version, chosen, as_guest, guest_of, clock.today())


@st.cache_data(show_spinner=False, max_entries=300)
def _deals(
    acting: User, version: int, chosen: tuple[Pair, ...], as_guest: bool, guest_of: str | None, today: date
) -> dict[Pair, Deal]:
    return dealing.rooms(cache.database(), acting, chosen, today=today, as_guest=as_guest, guest_of=guest_of)


def refused(resource_id: str, *, as_guest: bool, guest_of: str | None) -> tuple[Exclusion, ...]:
    """Return the rules by which would-be partners of a card are never suggested."""
    index = cache.suggestion_index()
    return _refused(session.user(), cache.database().version, resource_id, as_guest, guest_of, index)


@st.cache_data(show_spinner=False, max_entries=300)
def _refused(
    acting: User, version: int, resource_id: str, as_guest: bool, guest_of: str | None, _index: Index
) -> tuple[Exclusion, ...]:
    return reasons.refused(
        cache.database(), acting, _index, resource_id, as_guest=as_guest, guest_of=guest_of
    )


def nearest(resource_id: str, *, as_guest: bool, guest_of: str | None) -> Nearest:
    """Return what would help a card without a partner."""
    index = cache.suggestion_index()
    return _nearest(session.user(), cache.database().version, resource_id, as_guest, guest_of, index)


@st.cache_data(show_spinner=False, max_entries=300)
def _nearest(
    acting: User, version: int, resource_id: str, as_guest: bool, guest_of: str | None, _index: Index
) -> Nearest:
    return reasons.nearest(
        cache.database(), acting, _index, resource_id, as_guest=as_guest, guest_of=guest_of
    )
