"""Beside the map: the chosen firm with its cards and flows, and the same firms as a table for the keyboard."""

from functools import partial

import pandas as pd
import streamlit as st

from core.domain.choices import Direction, Kind
from core.domain.geography import RegionMap
from core.domain.labels import label
from core.i18n import Translator
from core.services.permissions import allows
from core.views import maps
from pages.shared import cache, device, session, tables
from pages.shared.text import plain

DECK, TABLE = "map_deck", "map_table"
_MOST = 190  # px: beside the map names break into lines
_PHONE = 172  # px: giver and taker of a flow side by side on a phone


def chosen() -> str | None:
    """Return the firm that the link names, if the user may see it."""
    asked = st.query_params.get("firm")
    return asked if asked in set(cache.region_map().sites["firm_id"]) else None


def choose_on_map() -> None:
    """Open the firm that was clicked; a click beside the firms closes it."""
    objects = st.session_state[DECK]["selection"]["objects"]
    picked = [one["firm_id"] for one in objects.get(maps.SITES, [])]
    _open(picked[0] if picked else None)


def draw(found: RegionMap, t: Translator) -> None:
    """Draw the chosen firm, or how to choose one, and the table."""
    firm_id = chosen()
    if firm_id:
        with st.container(border=True, key="map_detail"):
            _firm(firm_id, found, t)
    elif not found.sites.empty:
        st.caption(t("Click a firm on the map, or choose its row here."))
    if found.sites.empty:
        st.info(t("No firm fits these filters."), icon=":material/filter_alt_off:")
        return
    frame = table(found.sites, t)
    st.dataframe(
        frame,
        hide_index=True,
        height=280 if firm_id else 340 if device.is_phone() else 560,
        row_height=tables.HIGH,
        on_select=partial(_choose_row, list(found.sites["firm_id"])),
        selection_mode="single-row",
        key=TABLE,
        column_config=tables.fitted(frame, most=_MOST, breaks=True),
        alt=t("The firms of the map, one site a row; choose a row to open it"),
    )


def table(sites: pd.DataFrame, t: Translator) -> pd.DataFrame:
    """Return the sites of the map for reading."""
    return pd.DataFrame(
        {
            t("Firm"): sites["name"],
            label(Direction.HAVE, t): sites["haves"],
            label(Direction.WANT, t): sites["wants"],
            t("Place"): [
                maps.place_name(zone, district, t)
                for zone, district in zip(sites["zone_id"], sites["district"], strict=True)
            ],
            t("Sector"): [maps.sector_name(one, t) for one in sites["sector"]],
        }
    )


def flow_table(flows: pd.DataFrame, t: Translator) -> pd.DataFrame:
    """Return the flows of the map for reading."""
    return pd.DataFrame(
        {
            t("Giver"): flows["giver_name"],
            t("Taker"): flows["taker_name"],
            t("What"): flows["title"],
            t("Stage"): [maps.stage_name(one, t) for one in flows["stage"]],
        }
    )


def draw_flows(flows: pd.DataFrame, t: Translator) -> None:
    """Draw the flows of the map."""
    frame = flow_table(flows, t)
    st.dataframe(
        frame,
        hide_index=True,
        row_height=tables.HIGH,
        height=min(tables.HIGH * len(frame) + 42, 600),
        column_config=tables.fitted(frame, most=_PHONE if device.is_phone() else 300, breaks=True),
        alt=t("The flows of the map, one a row"),
    )


def _choose_row(firm_ids: list[str]) -> None:
    rows = st.session_state[TABLE]["selection"]["rows"]
    _open(firm_ids[rows[0]] if rows else None)


def _open(firm_id: str | None) -> None:
    if firm_id:
        st.query_params["firm"] = firm_id
    else:
        st.query_params.pop("firm", None)


def _firm(firm_id: str, found: RegionMap, t: Translator) -> None:
    sites = cache.region_map().sites
    sites = sites[sites["firm_id"] == firm_id]
    first = sites.iloc[0]
    left, right = st.columns([5, 1], vertical_alignment="top")
    left.subheader(plain(first["name"]), anchor=False)
    right.button(
        "",
        icon=":material/close:",
        help=t("Close"),
        type="tertiary",
        key="map_close",
        on_click=_open,
        args=(None,),
    )
    for row in sites.to_dict("records"):
        where = maps.place_name(row["zone_id"], row["district"], t)
        st.caption(" · ".join(plain(one) for one in (maps.sector_name(row["sector"], t), where) if one))
    if allows(session.role(), "firms.get"):
        st.page_link(
            "pages/register.py",
            label=t("Open in the register"),
            icon=":material/list_alt:",
            query_params={"firm": firm_id},
        )
    cards = cache.cards()
    cards = cards[cards["firm_id"] == firm_id]
    with st.container(height=230, border=False, gap="xsmall"):
        for direction in Direction:
            _cards(cards[cards["direction"] == direction.value], direction, t)
        _flows(
            found.flows[
                found.flows["from_site"].isin(sites["site_id"])
                | found.flows["to_site"].isin(sites["site_id"])
            ],
            t,
        )
    if cards.empty:
        st.caption(t("No card yet."))


def _cards(cards: pd.DataFrame, direction: Direction, t: Translator) -> None:
    if cards.empty:
        return
    st.markdown(f"**{label(direction, t)}** ({len(cards)})")
    for row in cards.to_dict("records"):
        said = [row["name"], row["quantity_typed"]]
        words = [plain(one) for one in said if isinstance(one, str)]
        st.markdown(" · ".join([*words, f":gray[{label(Kind(row['kind']), t)}]"]))


def _flows(flows: pd.DataFrame, t: Translator) -> None:
    if flows.empty:
        return
    st.markdown(f"**{t('Flows')}** ({len(flows)})")
    for row in flows.to_dict("records"):
        st.markdown(f"{plain(row['giver_name'])} → {plain(row['taker_name'])}  \n{plain(row['title'])}")
