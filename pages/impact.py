"""Impact: what synergies bring, by basis; how they come through; what if; targets; money; what waits."""

from functools import partial

import streamlit as st

from core.services.permissions import allows
from pages.shared import frame, report_buttons, session
from pages.shared.impact import (
    computed,
    confirming,
    money,
    pipeline,
    saved,
    sections,
    targets,
    whatif,
)

t = frame.begin()
st.title(t("Impact"))
if not allows(session.role(), "impact_results.of_region"):
    st.info(t("Impact figures are for the programme's staff."), icon=":material/lock:")
    frame.end()

DRAW = {
    "saved": saved.draw,
    "pipeline": pipeline.draw,
    "whatif": whatif.draw,
    "targets": targets.draw,
    "money": money.draw,
    "confirming": confirming.draw,
    "computed": computed.draw,
    "reports": partial(report_buttons.draw_programme, key="impact"),
}
DRAW[sections.choose(list(DRAW), t)](t)
