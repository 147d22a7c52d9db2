"""Merged haves: several small haves that together serve one want."""

from typing import Any

import streamlit as st

from core.domain.choices import Kind
from core.domain.matching import cautions
from core.domain.matching.explaining import Explanation
from core.domain.model import Synergy
from core.domain.numbers import format_number
from core.i18n import Translator
from core.views import prospect_words, sentences
from core.views import why as words
from pages.shared import cache, cache_sorts
from pages.shared.suggestions import listing
from pages.shared.suggestions import why as suggestion_why
from pages.shared.text import plain


def draw(t: Translator) -> None:
    """Draw the merged haves that the user may see."""
    found = cache_sorts.pools()
    if found.empty:
        st.info(
            t("No merged haves yet. They need wants and haves with quantities in the same unit: fill these in on the "
              "cards, and small haves of different firms find together."),
            icon=":material/join:",
        )  # fmt: skip
        return
    st.markdown(t("Small haves that could not serve a want alone, put together: one buyer, several givers."))
    left = listing.filtered(found, ("have", "want"), t)
    wants = list(left["want_id"].drop_duplicates())
    said = t(
        "Merged haves: {count}, best first. Distances are as the crow flies.",
        count=format_number(len(wants), t.language),
    )
    shown = found[found["want_id"].isin(listing.paged(wants, said))]
    pairs = tuple((row["have_id"], row["want_id"]) for row in listing.rows(shown))
    why = {(one.have_id, one.want_id): one for one in cache.explanations(pairs)}
    for want_id in shown["want_id"].drop_duplicates():
        _pool(listing.rows(shown[shown["want_id"] == want_id]), why, t)


def _pool(rows: list[dict[str, Any]], why: dict[tuple[str, str], Explanation], t: Translator) -> None:
    first = rows[0]
    key = f"suggestions_pool_{first['want_id']}"
    told = [why[pair] for row in rows if (pair := (row["have_id"], row["want_id"])) in why]
    rules = cautions.together(one.cautions for one in told)
    with st.container(border=True, key=key):
        suggestion_why.caution(rules, t)
        st.markdown(prospect_words.pool(first, len(rows), t, plain))
        share = prospect_words.percent(first["pool_share"], t)
        st.progress(min(float(first["pool_share"]), 1.0), text=t("{share} % of the want", share=share))
        st.markdown(
            "\n".join(f"- {_member(row, why.get((row['have_id'], row['want_id'])), t)}" for row in rows)
        )
        fit, cover = (first["pool_fit"], min(first["pool_share"], 1.0))
        figures = [
            listing.score(first["pool_score"], t),
            prospect_words.apart(first["apart_km"], t),
            sentences.place(first, "want", t),
        ]
        hazardous = any(bool(row["is_hazardous"]) for row in rows)
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(listing.badges(figures, is_hazardous=hazardous, t=t), width="stretch")
            listing.start(f"{key}_start", [_synergy(row, t) for row in rows], t)
        st.caption(
            t("Score: the members fit by {fit} of 100 on average, times the {share} % that they cover. Ask: would the "
              "buyer take mixed lots, who sorts and stores, who drives the round?",
              fit=format_number(100 * fit, t.language, 0), share=prospect_words.percent(cover, t))
        )  # fmt: skip
        suggestion_why.rules(f"{key}_rules", rules, t)


def _member(row: dict[str, Any], why: Explanation | None, t: Translator) -> str:
    said = f"{prospect_words.member(row, t, plain)} :gray[{plain(sentences.place(row, 'have', t))}]"
    against = [words.objection(one, t, plain) for one in why.against] if why else []
    return "".join([said, *(f"  \n  :orange[:material/error:] :small[{one}]" for one in against)])


def _synergy(row: dict[str, Any], t: Translator) -> Synergy:
    return Synergy(
        synergy_id="",
        region_id="",
        title=t("{have} for {want}", have=row["have_name"], want=row["want_name"])[:200],
        giver_firm_id=row["have_firm_id"] or "",
        taker_firm_id=row["want_firm_id"] or "",
        have_id=row["have_id"],
        want_id=row["want_id"],
        kind=Kind(row["have_kind"]),
    )
