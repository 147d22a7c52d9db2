"""Map: firms by sector, zones, and what flows between them; beside it the same as a table."""

import streamlit as st

from pages.shared import cache, device, frame
from pages.shared.map import beside, filters, legend

t = frame.begin()
st.title(t("Map"))
if cache.region_map().sites.empty and cache.region_map().unnamed.empty:
    st.info(t("No firm yet. Begin with a company visit, or import a list of firms."), icon=":material/flag:")
    frame.end()

found = filters.draw(t)
left, right = st.columns([3, 2], gap="medium")
with left:
    st.pydeck_chart(
        cache.map_deck(
            found,
            filters.choice(),
            t.language,
            dark=st.context.theme.type == "dark",
            chosen=beside.chosen(),
            zone_id=filters.zone(),
        ),
        height=380 if device.is_phone() else 560,
        on_select=beside.choose_on_map,
        key=beside.DECK,
        alt=t("Map of the region's firms; the table beside it says the same"),
    )
    legend.draw(found, t)
with right:
    beside.draw(found, t)

if not found.flows.empty:
    st.subheader(t("Flows"))
    beside.draw_flows(found.flows, t)
