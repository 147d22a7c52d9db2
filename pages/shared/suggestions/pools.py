"""Merged haves: several small haves that together serve one want."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from core.domain.choices import Kind, Sort
from core.domain.frames import records
from core.domain.matching import cautions
from core.domain.matching.answers import Subject
from core.domain.matching.cautions import Caution
from core.domain.matching.explaining import Explanation
from core.domain.model import Synergy
from core.domain.numbers import format_number
from core.i18n import Translator
from core.views import prospect_words, sentences
from core.views import why as words
from pages.shared import cache, cache_sorts
from pages.shared.suggestions import answer, listing
from pages.shared.suggestions import why as suggestion_why
from pages.shared.text import plain


def draw(t: Translator) -> None:
    """Draw the merged haves that the user may see."""
    found = cache_sorts.pools()
    answer.hidden("suggestions_hidden", t, Sort.POOLS)
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
    place = {want_id: number for number, want_id in enumerate(found["want_id"].drop_duplicates(), start=1)}
    shown = found[found["want_id"].isin(listing.paged(wants, said))]
    pairs = tuple((row["have_id"], row["want_id"]) for row in records(shown))
    why = {(one.have_id, one.want_id): one for one in cache.explanations(pairs)}
    for want_id in shown["want_id"].drop_duplicates():
        _pool(records(shown[shown["want_id"] == want_id]), why, place[want_id], t)


def _pool(
    rows: list[dict[str, Any]], why: dict[tuple[str, str], Explanation], rank: int, t: Translator
) -> None:
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
        figures = [
            listing.score(first["pool_score"], t),
            prospect_words.apart(first["apart_km"], t),
            sentences.place(first, "want", t),
        ]
        hazardous = any(bool(row["is_hazardous"]) for row in rows)
        with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
            st.markdown(listing.badges(figures, is_hazardous=hazardous, t=t), width="stretch")
            listing.start(f"{key}_start", [_synergy(row, t) for row in rows], t)
            subject = Subject(Sort.POOLS, want_id=first["want_id"])
            shown = answer.Shown(subject, float(first["pool_score"]), rank)
            answer.buttons(key, shown, {first["want_firm_id"]: first["want_firm_name"]}, t)
        st.caption(
            t("Ask: would the buyer take mixed lots, who sorts and stores, who drives the collection round?")
        )
        _why(key, rows, rules, t)


@st.fragment
def _why(key: str, rows: list[dict[str, Any]], rules: Sequence[Caution], t: Translator) -> None:
    """Draw on demand what the score is made of, and all rules that meet the members."""
    title = t("Why, and more")
    opened = st.expander(title, icon=":material/info:", type="compact", key=f"{key}_why", on_change="rerun")
    if not opened.open:
        return
    with opened:
        fit = (t("Members fit, on average"), float(rows[0]["pool_fit"]))
        covered = (t("Of the want covered"), min(float(rows[0]["pool_share"]), 1.0))
        suggestion_why.measures(f"{key}_measures", (fit, covered), t)
        st.caption(t("Score: how well the members fit, times how much of the want they cover."))
        suggestion_why.every_rule(rules, t, t("To know before an exchange"))


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
