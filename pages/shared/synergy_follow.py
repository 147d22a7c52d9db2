"""Following a synergy: its stage with what is missing, its plan, and its log."""

import streamlit as st

from core.domain.model import Synergy
from core.i18n import Translator
from pages.shared import synergy_log, synergy_plan, synergy_stage


def draw(synergy: Synergy, t: Translator) -> None:
    """Draw stage and plan beside each other, the log below."""
    left, right = st.columns(2, gap="large")
    with left:
        synergy_stage.draw(synergy, t)
    with right:
        synergy_plan.draw(synergy, t)
    synergy_log.draw(synergy, t)
