"""Zones: each as an eco-industrial park with its firms, flows, synergies, savings and targets; all of them compared."""

import streamlit as st

from core.services.permissions import allows
from pages.shared import cache_zones, frame, session
from pages.shared.zones import compared as zone_compared
from pages.shared.zones import flows, head, synergies, targets

t = frame.begin()
st.title(t("Zones"))
compared = cache_zones.comparison()
if compared.empty:
    st.info(t("This region has no zones."), icon=":material/factory:")
    frame.end()

found = cache_zones.page(head.choose(compared, t))
head.numbers(found, compared, t)
head.place(found, t)
flows.flows(found, t)
synergies.draw(found, t)
flows.efficiency(found, t)
if allows(session.role(), "impact_results.of_region"):
    flows.impact(found, t)
    targets.draw(found, t)
zone_compared.draw(compared, t)
