"""Impact: what synergies bring, by basis; how they come through; what if; targets; money; what waits."""

from functools import partial

import streamlit as st

from core.services.permissions import allows
from pages.shared import (
    frame,
    impact_computed,
    impact_confirming,
    impact_money,
    impact_pipeline,
    impact_saved,
    impact_sections,
    impact_targets,
    impact_whatif,
    report_buttons,
    session,
)

t = frame.begin()
st.title(t("Impact"))
if not allows(session.role(), "impact_results.of_region"):
    st.info(t("Impact figures are for the programme's staff."), icon=":material/lock:")
    st.stop()

DRAW = {
    "saved": impact_saved.draw,
    "pipeline": impact_pipeline.draw,
    "whatif": impact_whatif.draw,
    "targets": impact_targets.draw,
    "money": impact_money.draw,
    "confirming": impact_confirming.draw,
    "computed": impact_computed.draw,
    "reports": partial(report_buttons.draw_programme, key="impact"),
}
DRAW[impact_sections.choose(list(DRAW), t)](t)
