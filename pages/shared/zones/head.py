"""The head of a zone's page: which zone, its numbers, its place on the map and its firms."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from core.domain import disclosure, geography, reference
from core.domain.choices import Place
from core.domain.labels import label
from core.domain.numbers import format_number
from core.domain.register import firmname
from core.i18n import Translator
from core.services.permissions import allows
from core.services.zones import ZonePage
from core.views import maps
from pages.shared import cache, device, linked, session, tables
from pages.shared.text import plain

CROWD = disclosure.CROWD
_BESIDE = 190  # px: two columns that are whole beside the map and on a phone


def choose(compared: pd.DataFrame, t: Translator) -> str:
    """Draw the choice of a zone, most firms first, and return the chosen one."""
    options = list(compared["zone_id"])
    return str(
        st.selectbox(
            t("Zone"),
            options,
            format_func=lambda one: reference.zones()[one].name(t.language),
            width=480,
            **linked.arguments("zones", "zone", options, options[0]),
        )
    )


def number(value: object, t: Translator) -> str:
    """Return a number as it is read; what the reader may not know, or nobody said, is a dash."""
    return "–" if pd.isna(value) else format_number(float(value), t.language)  # type: ignore[call-overload, arg-type]


def table(
    frame: pd.DataFrame,
    alt: str,
    *,
    words: int = 1,
    more: dict[str, Any] | None = None,
    phone: Sequence[str] = (),
) -> None:
    """Draw a whole table; columns after the first `words` hold numbers as they are read and stand to the right.

    Of a table that is too wide for a phone, there only the columns `phone` are drawn.
    """
    shown = frame[list(phone)] if phone and device.is_phone() else frame
    columns = tables.fitted(shown, right=words) | {
        name: setting for name, setting in (more or {}).items() if name in shown
    }
    st.dataframe(shown, hide_index=True, height="content", column_config=columns, alt=alt)


def numbers(found: ZonePage, compared: pd.DataFrame, t: Translator) -> None:
    """Draw what the zone is and its numbers."""
    zone = reference.zones()[found.zone_id]
    short = [zone.short] if zone.short else []
    st.caption(" · ".join([label(Place(zone.place), t), *(plain(one) for one in (zone.district, *short))]))
    row = compared[compared["zone_id"] == found.zone_id].iloc[0]
    told = {
        t("Firms"): found.firm_count,
        t("Haves"): row["haves"],
        t("Wants"): row["wants"],
        t("Synergies inside"): row["inside"],
        t("Synergies across the border"): row["across"],
    }
    for column, (name, value) in zip(st.columns(len(told)), told.items(), strict=True):
        column.metric(name, number(value, t), border=True)
    if not session.user().is_staff:
        st.caption(
            t("Figures that fewer than {count} firms stand behind are merged or left out (–).", count=CROWD)
        )


def place(found: ZonePage, t: Translator) -> None:
    """Draw the zone on the map, and its firms beside it."""
    left, right = st.columns([3, 2], gap="medium")
    with left:
        shown = geography.narrowed(cache.region_map(), zone_id=found.zone_id)
        st.pydeck_chart(
            cache.map_deck(
                shown,
                ("zones", found.zone_id),
                t.language,
                dark=st.context.theme.type == "dark",
                chosen=None,
                zone_id=found.zone_id,
            ),
            height=380,
            key="zones_map",
            alt=t("Map of the zone and of what flows to and from it; the tables of this page say the same"),
        )
        if not shown.flows.empty:
            st.caption(t("Lines are followed synergies, from the giver (green) to the taker (blue)."))
    with right:
        _firms(found, t)


def _firms(found: ZonePage, t: Translator) -> None:
    shown = found.firms.drop_duplicates("firm_id")
    st.markdown(f"**{t('Firms')}**")
    if shown.empty:
        st.caption(
            t("No firm of this zone may be named to you.")
            if not session.user().is_staff
            else t("No firm yet.")
        )
        return
    frame = pd.DataFrame(
        {
            t("Firm"): [firmname.short(one) for one in shown["name"]],
            t("Sector"): [maps.sector_name(one, t) for one in shown["sector"]],
        }
    )
    st.dataframe(
        frame,
        hide_index=True,
        row_height=tables.HIGH,
        column_config=tables.fitted(frame, most=_BESIDE, breaks=True),
        height=min(380, tables.HIGH * len(shown) + 42),
        alt=t("Firms of the zone"),
    )
    unnamed = (found.firm_count or 0) - len(shown)
    if unnamed > 0:
        st.caption(t("Not named: {count}", count=unnamed))
    if allows(session.role(), "firms.get"):
        st.page_link("pages/register.py", label=t("Register"), icon=":material/list_alt:")
