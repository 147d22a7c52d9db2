"""The questions that the Impact page answers, one at a time, and the measure that most of them ask about."""

import streamlit as st

from core.domain.impact.entries import MONEY, Measure
from core.domain.labels import label
from core.i18n import Translator
from core.i18n import marked as m
from pages.shared import cache_impact, linked

SECTIONS = {
    "saved": m("What is saved"),
    "pipeline": m("How synergies come through"),
    "whatif": m("What if"),
    "targets": m("Targets"),
    "money": m("Money"),
    "confirming": m("To be confirmed ({count})"),
    "computed": m("How it is computed"),
    "reports": m("Reports"),
}


def choose(names: list[str], t: Translator) -> str:
    """Draw the sections and return the chosen one."""
    waiting = sum(one.entry.is_waiting for one in cache_impact.results().entries)
    titles = {name: t(SECTIONS[name], count=waiting) for name in names}
    return linked.section("impact", t("Question"), titles, "section", "impact_section")


def measure(key: str, t: Translator) -> Measure:
    """Draw a choice among the measures of flows and jobs that something counts for, and return the chosen one."""
    known = set(cache_impact.results().lines["measure"])
    options = [one for one in Measure if one not in MONEY and one.value in known] or [Measure.CO2E]
    first = options.index(Measure.CO2E) if Measure.CO2E in options else 0
    return st.selectbox(
        t("Kind of impact"),
        options,
        index=first,
        format_func=lambda one: label(one, t),
        key=f"impact_{key}_measure",
    )
