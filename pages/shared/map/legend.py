"""The legend of the map: colours of sectors and of a flow's two ends, and what is not on the map."""

from base64 import b64encode

import streamlit as st

from core.domain import reference
from core.domain.geography import RegionMap
from core.i18n import Translator
from core.views import look, maps
from pages.shared.text import plain


def draw(found: RegionMap, t: Translator) -> None:
    """Draw the legend for what the map shows."""
    present = set(found.sites["sector"].dropna())
    entries = [
        _dot(look.SECTOR[one], group.name(t.language))
        for one, group in reference.sector_groups().items()
        if one in present
    ]
    if found.sites["sector"].isna().any():
        entries.append(_dot(look.UNKNOWN_SECTOR, maps.sector_name(None, t)))
    with st.container(horizontal=True, gap="xsmall", key="map_legend"):
        for entry in entries:
            st.markdown(entry, width="content")
    if not found.flows.empty:
        st.markdown(
            f"{_line(look.HAVE, look.WANT)} :small[{t('Flow from the giver (green) to the taker (blue)')}]"
        )
    without = int(found.sites["lat"].isna().sum())
    if without:
        st.caption(t("{count} sites have no known place; they stand in the table only.", count=without))
    if not found.unnamed.empty:
        st.caption(
            t(
                "A number such as +3 counts the firms of a district that are not named, where there are at least three."
            )
        )


def _dot(colour: str, name: str) -> str:
    circle = f'<circle cx="8" cy="8" r="7" fill="{colour}"/>'
    return f"{_picture(circle, 16)} :small[{plain(name)}]"


def _line(start: str, end: str) -> str:
    shape = (
        f'<defs><linearGradient id="g"><stop stop-color="{start}"/><stop offset="1" stop-color="{end}"/>'
        "</linearGradient></defs>"
        '<rect x="0" y="6" width="40" height="4" rx="2" fill="url(#g)"/>'
    )
    return _picture(shape, 40)


def _picture(shape: str, width: int) -> str:
    """Return a small drawing of our own as a Markdown picture; what people typed never goes into it."""
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="16">{shape}</svg>'
    return f"![](data:image/svg+xml;base64,{b64encode(svg.encode()).decode()})"
