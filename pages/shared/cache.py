"""The only caches. Shared by all sessions, so each key holds the data's version and what the viewer may see."""

import threading
from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st
from streamlit import runtime

from core import config
from core.domain import geography
from core.domain.choices import Sort
from core.domain.frames import records
from core.domain.geography import RegionMap
from core.domain.matching import choosing
from core.domain.matching.agreement import Agreement
from core.domain.matching.explaining import Explanation
from core.domain.matching.features import knowledge
from core.domain.matching.ranking import Index
from core.domain.model import SYSTEM, User
from core.domain.numbers import format_number
from core.domain.register import listing
from core.i18n import translator
from core.services import answering as answering_service
from core.services import firms as firms_service
from core.services import mapping as mapping_service
from core.services import overview as overview_service
from core.services import resources as resources_service
from core.services import suggesting as suggesting_service
from core.services import synergies as synergies_service
from core.services.indexing import LiveIndex
from core.services.overview import Overview
from core.storage.database import Database, open_database
from core.views import agreement_charts, charts, maps, stage_charts
from pages.shared import clock, device, session


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


def funnel_chart(language: str) -> dict[str, Any]:
    """Return the spec of the funnel."""
    return _funnel_chart(session.user(), database().version, language)


def overview() -> Overview:
    """Return the region's numbers, computed once a data version."""
    return _overview(session.user(), database().version)


@st.cache_data(show_spinner=False, max_entries=20)
def _overview(acting: User, version: int) -> Overview:
    return overview_service.of_region(database(), acting)


@st.cache_data(show_spinner=False, max_entries=40)
def _funnel_chart(acting: User, version: int, language: str) -> dict[str, Any]:
    return stage_charts.funnel(_overview(acting, version).reached, translator(language)).to_dict()


def synergies() -> pd.DataFrame:
    """Return the synergies that the user may see."""
    return _synergies(session.user(), database().version)


@st.cache_data(show_spinner=False, max_entries=20)
def _synergies(acting: User, version: int) -> pd.DataFrame:
    return synergies_service.table(database(), acting)


def firms() -> pd.DataFrame:
    """Return the firms that the user may see, one row a site."""
    return _firms(session.user(), database().version)


@st.cache_data(show_spinner=False, max_entries=20)
def _firms(acting: User, version: int) -> pd.DataFrame:
    return firms_service.table(database(), acting)


def suggestion_index() -> Index:
    """Return the region's cards ready to be ranked, shared by all and up to date with every write: never shown.

    Called before, never inside, a cached function: what is drawn here while it is built would be kept there and drawn
    again at every run.
    """
    live, t = _live_index(session.user().region_id), session.translator_of_session()
    bar = None if live.is_ready else st.progress(0.0, text=t("Getting the suggestions ready …"))

    def tell(done: int, total: int) -> None:
        nonlocal bar
        counts = {"done": format_number(done, t.language), "total": format_number(total, t.language)}
        said = t("Suggestions are being prepared: {done} of {total} cards", **counts)
        bar = (bar or st).progress(done / max(total, 1), text=said)

    index = live.current(tell)
    if bar is not None:
        bar.empty()
    return index


def index_for(acting: User) -> Index:
    """Return the same for a given user: a file that is made when it is asked for knows no session."""
    return _live_index(acting.region_id).current()


def prepare_suggestions() -> None:
    """Load the index of the reader's region and what explanations need, beside the pages, once a server.

    A cold server needs seconds for it; nobody should wait for them in a plant manager's office.
    """
    if runtime.exists():  # a page that is tested has no server
        _preparing(session.user().region_id)


@st.cache_resource(show_spinner=False)
def _preparing(region_id: str) -> threading.Thread:
    live = _live_index(region_id)
    thread = threading.Thread(target=lambda: (live.current(), knowledge()), name="preparing", daemon=True)
    thread.start()
    return thread


def suggestions() -> pd.DataFrame:
    """Return the suggested pairs that the user may see (columns: services.suggesting.pairs, choosing.prepared)."""
    suggestion_index()
    return _suggestions(session.user(), database().version)


def explanations(chosen: tuple[tuple[str, str], ...]) -> tuple[Explanation, ...]:
    """Return why the pairs (have_id, want_id) were suggested, as the user may see them."""
    return _explanations(session.user(), database().version, chosen, clock.today())


def parts_chart(parts: tuple[tuple[str, float], ...], language: str) -> dict[str, Any]:
    """Return the spec of the bar of a score's parts."""
    return _parts_chart(parts, language)


@st.cache_resource(show_spinner=False, max_entries=2)
def _live_index(region_id: str) -> LiveIndex:
    return LiveIndex(database(), replace(SYSTEM, region_id=region_id))


@st.cache_data(show_spinner=False, max_entries=20)
def _suggestions(acting: User, version: int) -> pd.DataFrame:
    index = index_for(acting)
    return choosing.prepared(suggesting_service.pairs(database(), acting, index))


@st.cache_data(show_spinner=False, max_entries=200)
def _explanations(
    acting: User, version: int, chosen: tuple[tuple[str, str], ...], today: date
) -> tuple[Explanation, ...]:
    index = index_for(acting)
    return suggesting_service.explain(database(), acting, index, chosen, today=today)


@st.cache_data(show_spinner=False, max_entries=500)
def _parts_chart(parts: tuple[tuple[str, float], ...], language: str) -> dict[str, Any]:
    return charts.score_parts(parts, translator(language)).to_dict()


def answers(*, as_guest: bool = False, guest_of: str | None = None) -> pd.DataFrame:
    """Return the answers that count, as the reader may see them (columns: services.answering.standing)."""
    return _answers(session.user(), database().version, as_guest, guest_of)


@st.cache_data(show_spinner=False, max_entries=50)
def _answers(acting: User, version: int, as_guest: bool, guest_of: str | None) -> pd.DataFrame:
    return answering_service.standing(database(), acting, as_guest=as_guest, guest_of=guest_of)


def agreement() -> dict[Sort, Agreement]:
    """Return for each sort of suggestion whether its order agrees with the advisors."""
    return _agreement(session.user(), database().version)


@st.cache_data(show_spinner=False, max_entries=20)
def _agreement(acting: User, version: int) -> dict[Sort, Agreement]:
    return answering_service.agreement(database(), acting)


def agreement_chart(sort: Sort, by: str, language: str) -> dict[str, Any]:
    """Return the spec of the chart of useful suggestions of a sort by "score" or "rank"."""
    return _agreement_chart(session.user(), database().version, sort, by, language)


@st.cache_data(show_spinner=False, max_entries=40)
def _agreement_chart(acting: User, version: int, sort: Sort, by: str, language: str) -> dict[str, Any]:
    return agreement_charts.shares(_agreement(acting, version)[sort], by, translator(language)).to_dict()


def cards() -> pd.DataFrame:
    """Return the live cards that the user may see (columns: services.resources.table)."""
    return _cards(session.user(), database().version)


@st.cache_data(show_spinner=False, max_entries=20)
def _cards(acting: User, version: int) -> pd.DataFrame:
    return resources_service.table(database(), acting)


def card(resource_id: str | None) -> dict[str, Any] | None:
    """Return one of `cards` as a row, None where it is not among them."""
    found = cards()
    return next(iter(records(found[found["resource_id"] == resource_id])), None)


def region_map() -> RegionMap:
    """Return the region as the user may see it on the map, with the flows of followed synergies."""
    return _region_map(session.user(), database().version)


@st.cache_data(show_spinner=False, max_entries=20)
def _region_map(acting: User, version: int) -> RegionMap:
    return mapping_service.of_region(database(), acting)


def suggested_flows() -> pd.DataFrame:
    """Return the best suggestions as flows between sites that the user may see."""
    return _suggested_flows(session.user(), database().version)


@st.cache_data(show_spinner=False, max_entries=20)
def _suggested_flows(acting: User, version: int) -> pd.DataFrame:
    return geography.suggested(_region_map(acting, version), _suggestions(acting, version))


def best_for_card(resource_id: str, top: int, *, as_guest: bool, guest_of: str | None) -> pd.DataFrame:
    """Return the best suggestions for a card as the reader may see them (columns: services.suggesting.for_card)."""
    suggestion_index()
    return _best_for_card(session.user(), database().version, resource_id, top, as_guest, guest_of)


@st.cache_data(show_spinner=False, max_entries=500)
def _best_for_card(
    acting: User, version: int, resource_id: str, top: int, as_guest: bool, guest_of: str | None
) -> pd.DataFrame:
    index = index_for(acting)
    found = suggesting_service.for_card(
        database(), acting, index, resource_id, top=top, as_guest=as_guest, guest_of=guest_of
    )
    return found.loc[:, ~found.columns.duplicated(keep="last")]  # the part “sector” gives way to the sector


def reasons_for_guest(
    chosen: tuple[tuple[str, str], ...], *, as_guest: bool, guest_of: str | None
) -> tuple[Explanation, ...]:
    """Return why pairs were suggested, as the reader of a visit may see them."""
    return _reasons_for_guest(session.user(), database().version, chosen, as_guest, guest_of, clock.today())


@st.cache_data(show_spinner=False, max_entries=500)
def _reasons_for_guest(
    acting: User,
    version: int,
    chosen: tuple[tuple[str, str], ...],
    as_guest: bool,
    guest_of: str | None,
    today: date,
) -> tuple[Explanation, ...]:
    index = index_for(acting)
    return suggesting_service.explain(
        database(), acting, index, chosen, today=today, as_guest=as_guest, guest_of=guest_of
    )


def firm_rows() -> pd.DataFrame:
    """Return the firms that the user may see, one row a firm, with words to search by."""
    return _firm_rows(session.user(), database().version)


@st.cache_data(show_spinner=False, max_entries=20)
def _firm_rows(acting: User, version: int) -> pd.DataFrame:
    return listing.firm_rows(_firms(acting, version), _cards(acting, version))


def card_rows() -> pd.DataFrame:
    """Return the cards of firms that the user may see named, with words to search by."""
    return _card_rows(session.user(), database().version)


@st.cache_data(show_spinner=False, max_entries=20)
def _card_rows(acting: User, version: int) -> pd.DataFrame:
    return listing.card_rows(_cards(acting, version))


def map_deck(
    found: RegionMap,
    choice: tuple[object, ...],
    language: str,
    *,
    dark: bool,
    chosen: str | None,
    zone_id: str | None,
) -> maps.Deck:
    """Return the map of what the filters left; `choice` is what they say and stands for `found` in the key."""
    reader, phone = session.user(), device.is_phone()
    return _map_deck(found, reader, database().version, choice, language, dark, chosen, zone_id, phone)


@st.cache_resource(show_spinner=False, max_entries=60)
def _map_deck(
    _found: RegionMap,
    acting: User,
    version: int,
    choice: tuple[object, ...],
    language: str,
    dark: bool,
    chosen: str | None,
    zone_id: str | None,
    phone: bool,
) -> maps.Deck:
    return maps.deck(
        _found,
        translator(language),
        dark=dark,
        chosen=chosen,
        zone_id=zone_id,
        phone=phone,
        tiles_url=config.map_tiles_url(),
    )
