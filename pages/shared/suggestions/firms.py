"""Firms by activity: below each card the firms that would take or give it, though they never listed it."""

from typing import Any

import pandas as pd
import streamlit as st

from core.domain.choices import Direction, Kind, Sort
from core.domain.frames import records
from core.domain.knowledge.precedents import Precedent
from core.domain.labels import label
from core.domain.matching import cautions, warned
from core.domain.matching.answers import of_prospect
from core.domain.matching.prospects import TERMS
from core.domain.matching.warned import Warned
from core.domain.model import Synergy
from core.domain.numbers import format_number
from core.errors import SimbiyozError
from core.i18n import Translator
from core.services.prospecting import Prospects
from core.views import prospect_words, sentences, sort_charts, why
from pages.shared import cache_sorts
from pages.shared.suggestions import answer, listing
from pages.shared.suggestions import why as suggestion_why
from pages.shared.suggestions.listing import bold
from pages.shared.text import plain
from pages.shared.visit.state import Here

_A_PAGE = 5  # cards, each with its firms
_AT_ONCE = 3  # firms below a card; the others are one click away
_TOP = 5  # firms in a visit
_CHARTED = 12


def draw(t: Translator) -> None:
    """Draw the cards that the user may see with the firms whose activity fits them."""
    found = cache_sorts.prospects()
    answer.hidden("suggestions_hidden", t, Sort.FIRMS)
    if found.firms.empty and found.crowds.empty:
        _nothing(t)
        return
    st.markdown(
        t("What firms need and give off is known from their activity, without any card. None of them has said so yet: "
          "a call shows whether it is true.")
    )  # fmt: skip
    firms = listing.filtered(found.firms, ("card", "site"), t)
    cards = list(firms["card_id"].drop_duplicates())
    said = t(
        "Cards: {cards}, with {count} firms by activity. Score: 0 to 100. Distances are as the crow flies.",
        cards=format_number(len(cards), t.language),
        count=format_number(len(firms), t.language),
    )
    for card_id in listing.paged(cards, said, _A_PAGE):
        _card(firms[firms["card_id"] == card_id], found, t)


def of_card(here: Here, resource_id: str, *, as_guest: bool, guest_of: str | None) -> None:
    """Draw the best firms by activity for a card of a visit, as the reader may see them."""
    t = here.t
    try:
        found = cache_sorts.prospects_of(resource_id, _TOP, as_guest=as_guest, guest_of=guest_of)
    except SimbiyozError:
        return  # the list above has said why
    if found.firms.empty and found.crowds.empty:
        return
    rows = records(found.firms)
    st.subheader(_heading(rows[0]["direction"] if rows else Direction.HAVE, t), divider="gray")
    st.caption(t("Known from their activity; none of them has listed it. A call shows whether it is true."))
    common = warned.common([row["warned"] for row in rows])
    suggestion_why.caution(common.cautions, t)
    for row in _each_told_once(rows, found.precedents, common):
        with st.container(border=True, key=f"visit_firm_{row['site_id']}"):
            _firm(f"visit_firm_{row['site_id']}", row, t, visit_id=here.visit.visit_id)
    if rows:
        suggestion_why.against(common.against, t)
        st.caption(prospect_words.to_ask(rows[0]["direction"], t))
        _why(f"visit_firms_{resource_id}", rows, t)
    _crowd(resource_id, found.crowds, t)


def _heading(direction: str, t: Translator) -> str:
    if direction == Direction.HAVE:
        return t("Firms whose activity uses this")
    return t("Firms whose activity gives this off")


def _card(firms: pd.DataFrame, found: Prospects, t: Translator) -> None:
    rows = records(firms)
    card = rows[0]
    key = f"suggestions_firms_{card['card_id']}"
    common = warned.common([row["warned"] for row in rows])
    with st.container(border=True, key=key):
        suggestion_why.caution(common.cautions, t)
        st.markdown(_who(card, t))
        facts = [
            sentences.amount(card, "card", t),
            sentences.place(card, "card", t),
            label(Kind(card["card_kind"]), t),
        ]
        st.markdown(listing.badges(facts, is_hazardous=bool(card["is_hazardous"]), t=t))
        told = _each_told_once(rows, found.precedents, common)
        for row in told[:_AT_ONCE]:
            _firm(f"{key}_{row['site_id']}", row, t)
        if more := told[_AT_ONCE:]:
            _more(key, more, t)
        _crowd(card["card_id"], found.crowds, t)
        suggestion_why.against(common.against, t)
        st.caption(prospect_words.to_ask(card["direction"], t))
        _why(key, rows, t)


def _each_told_once(
    rows: list[dict[str, Any]], known: dict[str, Precedent], common: Warned
) -> list[dict[str, Any]]:
    """Return the rows with a precedent only for the first firm that it speaks for, and warned without what all share.

    Said again it would tell nothing new.
    """
    told: set[str] = set()
    found = []
    for row in rows:
        precedent = None if row["precedent_id"] in told else known.get(row["precedent_id"])
        found.append(row | {"precedent": precedent, "warned": warned.beside(row["warned"], common)})
        told.add(row["precedent_id"])
    return found


def _who(card: dict[str, Any], t: Translator) -> str:
    firm = plain(sentences.capitalised(sentences.firm(card, "card", t), t))
    if card["direction"] == Direction.HAVE:
        return t("{firm} gives {thing}.", firm=firm, thing=bold(card["card_name"]))
    return t("{firm} looks for {thing}.", firm=firm, thing=bold(card["card_name"]))


@st.fragment
def _why(key: str, rows: list[dict[str, Any]], t: Translator) -> None:
    """Draw on demand what each firm's score is made of, and all rules that meet the card."""
    title = t("Why, and more")
    opened = st.expander(title, icon=":material/info:", type="compact", key=f"{key}_why", on_change="rerun")
    if not opened.open:
        return
    with opened:
        shown = tuple(
            (
                sentences.capitalised(sentences.firm(row, "site", t), t),
                tuple(float(row[term]) for term in TERMS),
            )
            for row in rows[:_CHARTED]
        )
        st.vega_lite_chart(
            cache_sorts.terms_chart(shown, t.language),
            alt=sort_charts.terms_in_words(shown, t),
            key=f"{key}_terms",
        )
        every = cautions.together(row["warned"].cautions for row in rows)
        suggestion_why.every_rule(every, t, t("To know before an exchange"))


@st.fragment
def _more(key: str, rows: list[dict[str, Any]], t: Translator) -> None:
    title = t("{count} more firms", count=format_number(len(rows), t.language))
    opened = st.expander(title, type="compact", key=f"{key}_more", on_change="rerun")
    if opened.open:
        with opened:
            for row in rows:
                _firm(f"{key}_{row['site_id']}", row, t)


def _firm(key: str, row: dict[str, Any], t: Translator, visit_id: str | None = None) -> None:
    icon = ":blue[:material/input:]" if row["direction"] == Direction.HAVE else ":green[:material/output:]"
    told: Warned = row["warned"]
    suggestion_why.caution(told.cautions, t)
    lines = [f"{icon} {prospect_words.by_activity(row, t, plain)}"]
    if row["precedent"]:
        done = prospect_words.done_elsewhere(row["precedent"], t, plain)
        lines.append(f":material/history: {done} {_source(row['precedent'], t)}")
    st.markdown("  \n".join(lines))
    suggestion_why.against(told.against, t)
    figures = [
        listing.score(row["score"], t),
        sentences.far(row["distance_km"], False, t),
        sentences.place(row, "site", t),
    ]
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
        st.markdown(listing.badges(figures, is_hazardous=False, t=t), width="stretch")
        listing.start(f"{key}_start", [_synergy(row, visit_id, t)], t)
        subject = of_prospect(row["card_id"], row["direction"], row["site_firm_id"])
        ends = [bold(row["card_name"]), plain(sentences.firm(row, "site", t))]
        about = " → ".join(ends if row["direction"] == Direction.HAVE else reversed(ends))
        shown = answer.Shown(subject, float(row["score"]), row["rank"], about)
        answer.buttons(key, shown, {row["card_firm_id"]: row["card_firm_name"]}, t)


def _source(precedent: Precedent, t: Translator) -> str:
    if precedent.source.startswith("http"):
        return t("[Source]({link})", link=precedent.source)
    return why.precedent_source(precedent, t, plain)


def _synergy(row: dict[str, Any], visit_id: str | None, t: Translator) -> Synergy:
    gives = row["direction"] == Direction.HAVE
    own, other = row["card_firm_id"], row["site_firm_id"]
    title = t("{thing}, by activity: {firm}", thing=row["card_name"], firm=row["site_firm_name"])
    return Synergy(
        synergy_id="",
        region_id="",
        title=title[:200],
        giver_firm_id=own if gives else other,
        taker_firm_id=other if gives else own,
        have_id=row["card_id"] if gives else None,
        want_id=None if gives else row["card_id"],
        kind=Kind(row["card_kind"]),
        visit_id=visit_id,
    )


def _crowd(card_id: str, crowds: pd.DataFrame, t: Translator) -> None:
    rows = records(crowds[crowds["card_id"] == card_id])
    if rows:
        said = [prospect_words.crowd(row["sector"], row["districts"], t) for row in rows]
        words = t("Firms of these sectors would fit too, but did not agree to be named: {sectors}. Your advisor can "
                  "ask them.", sectors="; ".join(said))  # fmt: skip
        st.markdown(f":material/visibility_off: {plain(words)}")


def _nothing(t: Translator) -> None:
    st.info(
        t("No firm by activity yet. A firm is found once its activity or NACE code is on record, and once a card names "
          "its material in plain words."),
        icon=":material/factory:",
    )  # fmt: skip
