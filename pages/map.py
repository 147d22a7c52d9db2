"""Map: firms by sector, zones, and what flows between them; beside it the same as a table."""

import streamlit as st

from pages.shared import cache, frame, map_beside, map_filters, map_legend

t = frame.begin()
st.title(t("Map"))
if cache.region_map().sites.empty and cache.region_map().unnamed.empty:
    st.info(t("No firm yet. Begin with a company visit, or import a list of firms."), icon=":material/flag:")
    st.stop()

found = map_filters.draw(t)
left, right = st.columns([3, 2], gap="medium")
with left:
    st.pydeck_chart(
        cache.map_deck(
            found,
            map_filters.choice(),
            t.language,
            dark=st.context.theme.type == "dark",
            chosen=map_beside.chosen(),
            zone_id=map_filters.zone(),
        ),
        height=560,
        on_select=map_beside.choose_on_map,
        key=map_beside.DECK,
        alt=t("Map of the region's firms; the table beside it says the same"),
    )
    map_legend.draw(found, t)
with right:
    map_beside.draw(found, t)

if not found.flows.empty:
    st.subheader(t("Flows"))
    st.dataframe(
        map_beside.flow_table(found.flows, t), hide_index=True, alt=t("The flows of the map, one a row")
    )
