"""What stays in sight through a visit: the firm, its site, and the line of steps."""

import streamlit as st

from core.domain import nace, reference
from pages.shared import forms
from pages.shared.text import plain
from pages.shared.visit import state
from pages.shared.visit.state import Here


def draw(here: Here) -> str:
    """Draw the firm and the steps and return the step that shows."""
    t = here.t
    left, right = st.columns([5, 1], vertical_alignment="center")
    left.markdown(f"### {plain(here.firm.name)}  \n{_where(here)}", anchors=False)
    if right.button(t("Another firm"), icon=":material/swap_horiz:", key="visit.leave", width="stretch"):
        state.leave()
        st.rerun()
    steps = {
        "cards": t("Cards"),
        "suggestions": t("Suggestions"),
        "opportunities": t("Opportunities"),
        "close": t("Close"),
    }
    form = state.form(t)
    chosen = forms.pick(
        form, "step", t("Step"), steps, style="segments", required=True, label_visibility="collapsed"
    )
    return chosen or "cards"


def _where(here: Here) -> str:
    t, site = here.t, here.site
    zone = reference.zones().get(site.zone_id or "")
    main = next((one.code for one in site.activities if one.is_main), None)
    parts = [
        site.name,
        zone.name(t.language) if zone else site.district,
        nace.title(main, t.language).partition("(")[0].strip() if main else site.activity,
    ]
    return " · ".join(plain(part) for part in dict.fromkeys(parts) if part)
