"""Chains: a have that a firm of the region would first turn into what another looks for."""

from typing import Any

import streamlit as st

from core.domain.choices import Kind
from core.domain.matching.warned import Warned
from core.domain.model import Synergy
from core.domain.numbers import format_number
from core.domain.synergies.following import Party, PartyRole
from core.i18n import Translator
from core.views import chain_words, sentences
from pages.shared import cache_sorts
from pages.shared.suggestions import listing, why
from pages.shared.text import plain


def draw(t: Translator) -> None:
    """Draw the chains that the user may see."""
    found = cache_sorts.chains()
    if found.empty:
        st.info(
            t(
                "No chain yet. It needs a firm that recovers or treats such things: its activity and permits on record."
            ),
            icon=":material/conversion_path:",
        )
        return
    st.markdown(
        t("What does not fit as it is may fit after a recovery plant, a renderer or a crusher of the region. Known "
          "from their activity and permits: a call shows whether they would do it.")
    )  # fmt: skip
    left = listing.filtered(found, ("have", "want"), t)
    rows = {_key(row): row for row in listing.rows(left)}
    said = t(
        "Chains: {count}, best first. Distances are as the crow flies.",
        count=format_number(len(rows), t.language),
    )
    for key in listing.paged(list(rows), said):
        _chain(key, rows[key], t)


def _key(row: dict[str, Any]) -> str:
    return f"suggestions_chain_{row['have_id']}_{row['want_id']}"


def _chain(key: str, row: dict[str, Any], t: Translator) -> None:
    told: Warned = row["warned"]
    with st.container(border=True, key=key):
        why.caution(told.cautions, t)
        st.markdown(chain_words.sentence(row, t, listing.bold))
        st.markdown(
            "  \n".join(f":green[:material/add_circle:] {one}" for one in chain_words.links(row, t, plain))
        )
        columns = st.columns(3)
        columns[0].markdown(_side(row, "have", ":green[:material/output:]", t))
        columns[1].markdown(_processor(row, t))
        columns[2].markdown(_side(row, "want", ":blue[:material/input:]", t))
        why.against(told.against, t)
        figures = [
            listing.score(row["score"], t),
            t("to the processor: {way}", way=sentences.far(row["km_in"], False, t)),
            t("from there: {way}", way=sentences.far(row["km_out"], False, t)),
        ]
        with st.container(horizontal=True, vertical_alignment="center"):
            hazardous = bool(row["is_hazardous"])
            st.markdown(listing.badges(figures, is_hazardous=hazardous, t=t), width="stretch")
            processor = Party("", "", row["site_firm_id"], PartyRole.PROCESSOR)
            listing.start(f"{key}_start", [_synergy(row, t)], t, [processor])
        why.rules(f"{key}_rules", told.cautions, t)


def _side(row: dict[str, Any], side: str, icon: str, t: Translator) -> str:
    lines = [
        f"{icon} **{plain(row[f'{side}_name'])}**",
        plain(sentences.capitalised(sentences.firm(row, side, t), t)),
        plain(sentences.amount(row, side, t)),
        f":material/location_on: {plain(sentences.place(row, side, t))}",
    ]
    return "  \n".join(lines)


def _processor(row: dict[str, Any], t: Translator) -> str:
    lines = [
        f":orange[:material/conversion_path:] **{plain(sentences.capitalised(sentences.firm(row, 'site', t), t))}**",
        plain(row["site_activity"]),
        f":material/location_on: {plain(sentences.place(row, 'site', t))}",
    ]
    return "  \n".join(lines)


def _synergy(row: dict[str, Any], t: Translator) -> Synergy:
    title = t("{have} for {want}, through {processor}", have=row["have_name"], want=row["want_name"],
              processor=row["site_firm_name"])  # fmt: skip
    return Synergy(
        synergy_id="",
        region_id="",
        title=title[:200],
        giver_firm_id=row["have_firm_id"],
        taker_firm_id=row["want_firm_id"],
        have_id=row["have_id"],
        want_id=row["want_id"],
        kind=Kind(row["have_kind"]),
    )
