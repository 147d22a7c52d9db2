"""Shared use: two haves or two wants of neighbours that one service could serve together."""

from typing import Any

import streamlit as st

from core.domain.choices import Direction, Kind, Sort
from core.domain.frames import records
from core.domain.matching.answers import of_shared_use
from core.domain.matching.sharing import Form
from core.domain.matching.warned import Warned
from core.domain.model import Synergy
from core.domain.numbers import format_number
from core.i18n import Translator
from core.views import prospect_words, sentences
from pages.shared import cache_sorts
from pages.shared.suggestions import answer, listing, why
from pages.shared.text import plain

_ROUND = frozenset({Form.COLLECTION, Form.DELIVERY, Form.TRANSPORT})


def draw(t: Translator) -> None:
    """Draw the pairs of cards that one service could serve together."""
    found = cache_sorts.shared_uses()
    answer.hidden("suggestions_hidden", t, Sort.SHARING)
    if found.empty:
        st.info(
            t("No shared use yet. It needs two firms near one another that give or look for the like; the place of a "
              "site and cards for transport, storage, machine hours, laboratory and training help."),
            icon=":material/share:",
        )  # fmt: skip
        return
    st.markdown(t("Neighbours that give or look for the like, and could use one service together."))
    left = listing.filtered(found, ("one", "other"), t)
    places = {key: rank for rank, key in enumerate(map(_key, records(found)), start=1)}
    rows = {_key(row): row for row in records(left)}
    keys = list(rows)
    said = t(
        "Shared uses: {count}, best first. Distances are as the crow flies.",
        count=format_number(len(keys), t.language),
    )
    for key in listing.paged(keys, said):
        _pair(key, rows[key], places[key], t)


def _key(row: dict[str, Any]) -> str:
    return f"suggestions_shared_{row['one_id']}_{row['other_id']}"


def _pair(key: str, row: dict[str, Any], rank: int, t: Translator) -> None:
    told: Warned = row["warned"]
    with st.container(border=True, key=key):
        why.caution(told.cautions, t)
        st.markdown(f"**{plain(prospect_words.together(row, t))}**")
        left, right = st.columns(2)
        left.markdown(_side(row, "one", t))
        right.markdown(_side(row, "other", t))
        figures = [
            listing.score(row["score"], t),
            sentences.far(row["distance_km"], False, t),
        ]
        with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
            hazardous = bool(row["is_hazardous"])
            st.markdown(listing.badges(figures, is_hazardous=hazardous, t=t), width="stretch")
            listing.start(f"{key}_start", [_synergy(row, t)], t)
            subject = of_shared_use(row["one_id"], row["other_id"], row["direction"])
            firms = {row[f"{side}_firm_id"]: row[f"{side}_firm_name"] for side in ("one", "other")}
            answer.buttons(key, answer.Shown(subject, float(row["score"]), rank), firms, t)
        why.against(told.against, t)
        st.caption(t(prospect_words.ASKED[Form(row["form"])]))
        _why(key, row, t)


@st.fragment
def _why(key: str, row: dict[str, Any], t: Translator) -> None:
    """Draw on demand what the score is made of, and all rules that meet the two cards."""
    title = t("Why, and more")
    opened = st.expander(title, icon=":material/info:", type="compact", key=f"{key}_why", on_change="rerun")
    if not opened.open:
        return
    with opened:
        shown = ((t("Alike"), float(row["alike"])), (t("Nearness"), float(row["near"])))
        why.measures(f"{key}_measures", shown, t)
        st.caption(t("Score: how far both speak of the same, times how near they are."))
        why.every_rule(row["warned"].cautions, t, t("To know before an exchange"))


def _side(row: dict[str, Any], side: str, t: Translator) -> str:
    gives = row["direction"] == Direction.HAVE
    icon = ":green[:material/output:]" if gives else ":blue[:material/input:]"
    lines = [
        f"{icon} **{plain(row[f'{side}_name'])}**",
        plain(sentences.capitalised(sentences.firm(row, side, t), t)),
        plain(sentences.amount(row, side, t)),
        f":material/location_on: {plain(sentences.place(row, side, t))}",
    ]
    return "  \n".join(lines)


def _synergy(row: dict[str, Any], t: Translator) -> Synergy:
    """Return the synergy of two neighbours: neither gives to the other, so the first card stands for both."""
    gives = row["direction"] == Direction.HAVE
    title = t("Shared use: {one} and {other}", one=row["one_name"], other=row["other_name"])
    return Synergy(
        synergy_id="",
        region_id="",
        title=title[:200],
        giver_firm_id=row["one_firm_id"] or "",
        taker_firm_id=row["other_firm_id"] or "",
        have_id=row["one_id"] if gives else None,
        want_id=None if gives else row["one_id"],
        kind=Kind.LOGISTICS if Form(row["form"]) in _ROUND else Kind(row["one_kind"]),
    )
