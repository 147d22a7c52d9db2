"""One suggestion as a readable row: the sentence first, then the figures of both sides; details on demand."""

from typing import Any

import streamlit as st

from core.domain.choices import Kind, Sort, Stage
from core.domain.labels import label
from core.domain.matching.answers import Subject
from core.domain.matching.explaining import Explanation
from core.domain.model import Synergy
from core.i18n import Translator
from core.services.dealing import Deal
from core.views import sentences, strength_words
from pages.shared import cache
from pages.shared.suggestions import answer, listing, money
from pages.shared.suggestions import why as suggestion_why
from pages.shared.text import plain


def draw(
    row: dict[str, Any], why: Explanation | None, deal: Deal | None, stage: str | None, t: Translator
) -> None:
    """Draw a suggested pair; `stage` is that of the synergy it has become, if any."""
    key = f"suggestions_{row['have_id']}_{row['want_id']}"
    with st.container(border=True, key=key):
        if why:
            suggestion_why.caution(why.cautions, t)
        st.markdown(sentences.sentence(row, t, listing.bold))
        if why:
            st.markdown(sentences.reason(why, t, plain))
        left, right = st.columns(2)
        left.markdown(_side(row, "have", t))
        right.markdown(_side(row, "want", t))
        money.line(deal, t)
        with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
            st.markdown(_figures(row, why, t), width="stretch")
            _synergy(f"{key}_start", row, stage, t)
            firms = {row[f"{side}_firm_id"]: row[f"{side}_firm_name"] for side in ("have", "want")}
            answer.buttons(key, Subject(Sort.PAIRS, row["have_id"], row["want_id"]), firms, t)
        if why:
            _details(key, row, why, deal, t)


def _figures(row: dict[str, Any], why: Explanation | None, t: Translator) -> str:
    figures = [
        listing.score(row["score"], t),
        sentences.far(row["distance_km"], row["is_coarse"], t),
        label(Kind(row["have_kind"]), t),
    ]
    said = listing.badges(figures, is_hazardous=row["is_hazardous"], t=t)
    return f"{strength_words.badge(row['score'], t, why)} {said}"


def _side(row: dict[str, Any], side: str, t: Translator) -> str:
    heads = {"have": ":green[:material/output: **{}**]", "want": ":blue[:material/input: **{}**]"}
    amount = sentences.amount(row, side, t)
    said = t("Gives: {amount}", amount=amount) if side == "have" else t("Looks for: {amount}", amount=amount)
    lines = [
        heads[side].format(plain(said)),
        f":material/location_on: {plain(sentences.place(row, side, t))}",
    ]
    if season := sentences.season(row[f"{side}_months"], t):
        lines.append(f":material/calendar_month: {plain(season)}")
    if lacking := sentences.lacking(row, side, t):
        lines.append(f":material/help: {plain(t('Missing on the card: {fields}', fields=lacking))}")
    return "  \n".join(lines)


def _synergy(key: str, row: dict[str, Any], stage: str | None, t: Translator) -> None:
    if stage is not None:
        known = cache.synergies()
        found = known[(known["have_id"] == row["have_id"]) & (known["want_id"] == row["want_id"])]
        words = t("Synergy: {stage}", stage=label(Stage(stage), t))
        listing.opener(None if found.empty else str(found["synergy_id"].iloc[0]), words, t)
        return
    synergy = Synergy(
        synergy_id="",
        region_id="",
        title=t("{have} for {want}", have=row["have_name"], want=row["want_name"])[:200],
        giver_firm_id=row["have_firm_id"],
        taker_firm_id=row["want_firm_id"],
        have_id=row["have_id"],
        want_id=row["want_id"],
        kind=Kind(row["have_kind"]),
    )
    listing.start(key, [synergy], t)


@st.fragment
def _details(key: str, row: dict[str, Any], why: Explanation, deal: Deal | None, t: Translator) -> None:
    opened = st.expander(
        t("Why, and more"), icon=":material/info:", type="compact", key=f"{key}_why", on_change="rerun"
    )
    if not opened.open:
        return
    with opened:
        suggestion_why.details(why, key, t)
        money.panel(deal, t)
        left, right = st.columns(2)
        with left:
            _card(row, "have", t("The have"), t)
        with right:
            _card(row, "want", t("The want"), t)


def _card(row: dict[str, Any], side: str, title: str, t: Translator) -> None:
    st.markdown(f"**{plain(title)}: {plain(row[f'{side}_name'])}**")
    if isinstance(row[f"{side}_description"], str):
        st.markdown(plain(row[f"{side}_description"]))
    for code in sentences.codes(row[f"{side}_waste_codes"], t):
        st.caption(plain(code))
