"""Following a synergy: its stage with what is missing, its plan, and its log."""

import streamlit as st

from core.domain.model import Synergy
from core.i18n import Translator
from pages.shared.synergies import log, plan, stage


def draw(synergy: Synergy, t: Translator) -> None:
    """Draw stage and log beside the plan; on a phone the log, which is used most there, comes before the long form."""
    left, right = st.columns(2, gap="large")
    with left:
        stage.draw(synergy, t)
        log.draw(synergy, t)
    with right:
        plan.draw(synergy, t)
