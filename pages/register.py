"""Register: firms and resources: search, open, edit, see the history, retire."""

import streamlit as st

from core.i18n import marked as m
from core.services.permissions import allows
from pages.shared import frame, session
from pages.shared.register import card, firm, listing, reading

LISTS = {"firms": m("Firms"), "resources": m("Resources")}

t = frame.begin()
may_edit = allows(session.role(), "firms.get")
firm_id, resource_id = st.query_params.get("firm"), st.query_params.get("resource")

if resource_id:
    listing.back(t)
    (card if may_edit else reading).draw_card(resource_id, t)
    frame.end()
if firm_id:
    listing.back(t)
    (firm if may_edit else reading).draw_firm(firm_id, t)
    frame.end()

st.title(t("Register"))
shown = st.segmented_control(
    t("Shown"),
    list(LISTS),
    default="firms",
    required=True,
    format_func=lambda one: t(LISTS[one]),
    label_visibility="collapsed",
    key="register_list",
    persist_state="page",  # opened from the list, a record is drawn instead of it
)
if shown == "resources":
    listing.resources()
else:
    listing.firms()
