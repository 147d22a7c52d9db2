"""What a call asks an application to hold: what is there with what it says, what lacks with the way to it."""

from typing import Any

import streamlit as st

from core.domain.labels import label
from core.domain.numbers import format_number
from core.domain.programme.support import Fact
from core.domain.programme.support_facts import FILLED_IN, Grown, Where, asked_too_much, missing
from core.i18n import Translator
from core.views import support_words
from pages.shared import cache
from pages.shared.text import plain

_PART = {
    Fact.RESOURCES: "parties",
    Fact.QUANTITY: "parties",
    Fact.RISKS: "ready",
    Fact.PERMITS: "legal",
    Fact.READINESS: "ready",
    Fact.IMPACT: "impact",
    Fact.EXPERT: "people",
}
"""The part of the synergy's page on which a fact is written down."""


def draw(grown: Grown, t: Translator) -> None:
    """Draw how complete an application is, and its facts in the call's order."""
    lacking = missing(grown)
    total = len(grown.call.needed)
    st.markdown(f"**{plain(t('{count} of {all} facts are there', count=total - len(lacking), all=total))}**")
    st.progress((total - len(lacking)) / total if total else 1.0)
    with st.container(gap="xsmall"):
        for fact in grown.call.needed:
            _fact(fact, grown, t, lacks=fact in lacking)
    limit = asked_too_much(grown)
    if limit is not None:
        most = format_number(limit, t.language, 0)
        st.warning(t("More is asked for than the call may pay: at most {amount} TRY.", amount=most))
    st.page_link(
        "pages/synergies.py",
        label=t("Open the synergy"),
        icon=":material/conversion_path:",
        query_params={"synergy": grown.application.synergy_id},
    )


def _fact(fact: Fact, grown: Grown, t: Translator, *, lacks: bool) -> None:
    name = plain(label(fact, t))
    if not lacks:
        lines = support_words.held(fact, grown, t).splitlines()
        told = [f":small[:gray[{plain(one)}]]" for one in lines]
        st.markdown("  \n".join([f":green[:material/check_circle:] {name}", *told]))
        return
    where = FILLED_IN[fact]
    if where is Where.HERE:
        st.markdown(
            f":orange[:material/radio_button_unchecked:] {name}  \n:small[:gray[{plain(label(where, t))}]]"
        )
        return
    st.markdown(f":orange[:material/radio_button_unchecked:] {name}")
    page, query = _place(fact, grown.application.synergy_id)
    st.page_link(
        page, label=f":small[{plain(label(where, t))}]", icon=":material/arrow_forward:", query_params=query
    )


def _place(fact: Fact, synergy_id: str) -> tuple[str, dict[str, str]]:
    """Return the page on which a fact is filled in, and what to open there."""
    if FILLED_IN[fact] is Where.REGISTER:
        row: dict[Any, Any] = cache.synergies().set_index("synergy_id").loc[synergy_id].to_dict()
        if fact is not Fact.FIRMS and isinstance(row["have_id"], str):
            return "pages/register.py", {"resource": row["have_id"]}
        return "pages/register.py", {"firm": row["giver_firm_id"]}
    return "pages/synergies.py", {"synergy": synergy_id, "part": _PART[fact]}
