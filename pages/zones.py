"""Zones: each as an eco-industrial park with its firms, flows, synergies, savings and targets; all of them compared."""

import streamlit as st

from core.services.permissions import allows
from pages.shared import cache_zones, frame, session, zone_compared, zone_flows, zone_head, zone_targets

t = frame.begin()
st.title(t("Zones"))
compared = cache_zones.comparison()
if compared.empty:
    st.info(t("This region has no zones."), icon=":material/factory:")
    st.stop()

found = cache_zones.page(zone_head.choose(compared, t))
zone_head.numbers(found, compared, t)
zone_head.place(found, t)
zone_flows.flows(found, t)
zone_flows.stages(found, t)
zone_flows.efficiency(found, t)
if allows(session.role(), "impact_results.of_region"):
    zone_flows.impact(found, t)
    zone_targets.draw(found, t)
zone_compared.draw(compared, t)
