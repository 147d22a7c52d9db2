"""Suggestions: who could use what a firm gives away, best first, each with its reason."""

import streamlit as st

from core.domain.choices import Sort
from core.domain.matching import choosing
from core.domain.numbers import format_number
from core.views import strength_words
from pages.shared import cache, cache_why, frame
from pages.shared.suggestions import (
    agreement,
    answer,
    filters,
    listing,
    money,
    sorts,
)
from pages.shared.suggestions import (
    rows as suggestion_rows,
)

A_PAGE = 10

t = frame.begin()
st.title(t("Suggestions"))
sort = sorts.choose(t)
if sort is not Sort.PAIRS:
    sorts.draw(sort, t)
    frame.end()

found = cache.suggestions()
answer.hidden("suggestions_hidden", t, Sort.PAIRS)
if found.empty:
    st.info(
        t("No good partner yet. Suggestions appear as soon as one firm's have fits another firm's want."),
        icon=":material/handshake:",
    )
    st.page_link("pages/visit.py", label=t("Add cards in a visit"), icon=":material/edit_note:")
    frame.end()

chosen = listing.filtered(found, ("have", "want"), t)
pages = choosing.page_count(chosen, A_PAGE)
st.caption(
    t(
        "Suggestions: {count}, best first. Score: 0 to 100. Distances are as the crow flies.",
        count=format_number(len(chosen), t.language),
    ),
    help=strength_words.legend(t),
)
rows = st.container(gap="medium")
page = st.pagination(pages, key=filters.PAGE, bind="query-params") if pages > 1 else 1
shown = choosing.page(chosen, page, A_PAGE)
pairs = tuple((row["have_id"], row["want_id"]) for row in shown)
why = {(one.have_id, one.want_id): one for one in cache.explanations(pairs)}
deals = cache_why.deals(pairs)
followed = cache.synergies()
stages = dict(zip(zip(followed["have_id"], followed["want_id"], strict=True), followed["stage"], strict=True))
with rows:
    for row in shown:
        pair = (row["have_id"], row["want_id"])
        suggestion_rows.draw(row, why.get(pair), deals.get(pair), stages.get(pair), t)
agreement.draw(t)
money.transport(t)
