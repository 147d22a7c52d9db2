"""Where the region's values are set: each stands beside what it is used for, and here is the way to it."""

from dataclasses import dataclass, field

import streamlit as st

from core.i18n import Translator
from core.i18n import marked as m


@dataclass(frozen=True)
class Place:
    """A page where something is set, with the part of it that the address names."""

    page: str
    title: str
    said: str
    icon: str
    query: dict[str, str] = field(default_factory=dict)


PLACES = (
    Place(
        "suggestions",
        m("Transport price"),
        m("On “Suggestions”: what a tonne and kilometre costs."),
        ":material/local_shipping:",
    ),
    Place(
        "impact",
        m("USD rates and price index"),
        m("On “Impact”, “Money”: rates by day and price indices by year, each with its source."),
        ":material/payments:",
        {"impact_section": "money"},
    ),
    Place(
        "impact",
        m("Indicators and targets"),
        m("On “Impact”, “Targets”: what was promised, to whom and until when."),
        ":material/flag:",
        {"impact_section": "targets"},
    ),
    Place(
        "zones", m("Targets of zones"), m("On “Zones”: what each zone wants to reach."), ":material/factory:"
    ),
    Place(
        "my_day",
        m("Silent synergies"),
        m("On “My day”: after how many days without a sign a synergy counts as silent."),
        ":material/notifications_paused:",
        {"part": "silent"},
    ),
    Place(
        "programme",
        m("Bodies of the programme"),
        m("On “Programme”: who steers it, with what task."),
        ":material/account_tree:",
        {"part": "meetings"},
    ),
    Place(
        "support",
        m("Calls"),
        m("On “Support programme”: dates, budget and what each asks for."),
        ":material/campaign:",
        {"section": "calls"},
    ),
)


def draw(t: Translator) -> None:
    """Draw a link to each place."""
    st.caption(t("Each value is set where it is used. These are the places:"))
    for place in PLACES:
        with st.container(border=True, horizontal=True, vertical_alignment="center"):
            st.markdown(f"**{t(place.title)}**  \n:gray[{t(place.said)}]", width="stretch")
            st.page_link(f"pages/{place.page}.py", label=t("Open"), icon=place.icon, query_params=place.query)
