"""The five sorts of suggestion: which one the page shows, and how many there are of each."""

import streamlit as st

from core.domain.choices import Sort
from core.domain.labels import label
from core.domain.numbers import format_number
from core.i18n import Translator
from pages.shared import cache, cache_sorts, session
from pages.shared.suggestions import chains, filters, firms, pools, sharing

_KEY = "suggestions_sort"


def choose(t: Translator) -> Sort:
    """Draw the choice of a sort, each with its count, and return what is chosen; the address keeps it."""
    with st.spinner(t("Looking for partners …")):  # a server that was just started needs seconds
        counts = _counts()
    asked = st.query_params.get("sort")
    if _KEY not in st.session_state:
        session.put(_KEY, Sort(asked) if asked in list(Sort) else Sort.PAIRS)
    chosen = st.pills(
        t("Sort of suggestion"),
        list(Sort),
        format_func=lambda sort: f"{label(Sort(sort), t)} ({format_number(counts[sort], t.language)})",
        key=_KEY,
        required=True,
        on_change=_remember,
        label_visibility="collapsed",
    )
    return Sort(chosen or Sort.PAIRS)


def _counts() -> dict[Sort, int]:
    return {
        Sort.PAIRS: len(cache.suggestions()),
        Sort.FIRMS: cache_sorts.prospects().firms["card_id"].nunique(),
        Sort.POOLS: cache_sorts.pools()["want_id"].nunique(),
        Sort.SHARING: len(cache_sorts.shared_uses()),
        Sort.CHAINS: len(cache_sorts.chains()),
    }


def draw(sort: Sort, t: Translator) -> None:
    """Draw the suggestions of a sort other than pairs."""
    drawn = {
        Sort.FIRMS: firms.draw,
        Sort.POOLS: pools.draw,
        Sort.SHARING: sharing.draw,
        Sort.CHAINS: chains.draw,
    }
    drawn[sort](t)


def _remember() -> None:
    st.query_params["sort"] = str(session.get(_KEY))
    session.put(filters.PAGE, 1)
