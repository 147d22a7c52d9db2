"""Chains: a have that a firm of the region would first turn into what another looks for."""

from typing import Any

import streamlit as st

from core.domain.choices import Kind, Sort
from core.domain.frames import records
from core.domain.matching.answers import of_chain
from core.domain.matching.chains import beats
from core.domain.matching.warned import Warned
from core.domain.model import Synergy
from core.domain.numbers import format_number
from core.domain.synergies.following import Party, PartyRole
from core.errors import SimbiyozError
from core.i18n import Translator
from core.views import chain_words, sentences
from pages.shared import cache_sorts
from pages.shared.suggestions import answer, listing, why
from pages.shared.text import plain
from pages.shared.visit.state import Here


def draw(t: Translator) -> None:
    """Draw the chains that the user may see."""
    found = cache_sorts.chains()
    answer.hidden("suggestions_hidden", t, Sort.CHAINS)
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
    places = {_key(row): rank for rank, row in enumerate(records(found), start=1)}
    rows = {_key(row): row for row in records(left)}
    said = t(
        "Chains: {count}, best first. Distances are as the crow flies.",
        count=format_number(len(rows), t.language),
    )
    for key in listing.paged(list(rows), said):
        _chain(key, rows[key], places[key], t)


def _key(row: dict[str, Any]) -> str:
    return f"suggestions_chain_{row['have_id']}_{row['want_id']}"


def of_card(here: Here, resource_id: str, direct: float, *, as_guest: bool, guest_of: str | None) -> None:
    """Draw the chains of a visited firm's have that say more than `direct`, the score of its best partner (0: none)."""
    t = here.t
    try:
        found = cache_sorts.chains_of(resource_id, as_guest=as_guest, guest_of=guest_of)
    except SimbiyozError:
        return  # the list above has said why
    rows = [row for row in records(found) if beats(float(row["score"]), direct)]
    if not rows:
        return
    st.subheader(t("Through a third firm"), divider="gray")
    st.caption(
        t("No direct partner fits so well. A firm of the region could first turn it into what others look for; known "
          "from its activity and permits, a call shows whether it would.")
    )  # fmt: skip
    room = {here.firm.firm_id: here.firm.name}
    for rank, row in enumerate(rows, start=1):
        _chain(f"visit_chain_{row['want_id']}", row, rank, t, visit_id=here.visit.visit_id, said_for=room)


def _chain(
    key: str,
    row: dict[str, Any],
    rank: int,
    t: Translator,
    *,
    visit_id: str | None = None,
    said_for: answer.Firms | None = None,
) -> None:
    told: Warned = row["warned"]
    with st.container(border=True, key=key):
        why.caution(told.cautions, t)
        st.markdown(chain_words.sentence(row, t, plain, listing.bold))
        columns = st.columns(3)
        columns[0].markdown(_side(row, "have", t))
        columns[1].markdown(_processor(row, t))
        columns[2].markdown(_side(row, "want", t))
        why.against(told.against, t)
        figures = [
            listing.score(row["score"], t),
            t("to the processor: {way}", way=sentences.far(row["km_in"], False, t)),
            t("from there: {way}", way=sentences.far(row["km_out"], False, t)),
        ]
        with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
            hazardous = bool(row["is_hazardous"])
            st.markdown(listing.badges(figures, is_hazardous=hazardous, t=t), width="stretch")
            processor = Party("", "", row["site_firm_id"], PartyRole.PROCESSOR)
            listing.start(f"{key}_start", [_synergy(row, visit_id, t)], t, [processor])
            subject = of_chain(row["have_id"], row["want_id"], row["site_firm_id"])
            firms = {row[f"{side}_firm_id"]: row[f"{side}_firm_name"] for side in ("have", "site", "want")}
            answer.buttons(key, answer.Shown(subject, float(row["score"]), rank), said_for or firms, t)
        _details(key, row, told, t)


@st.fragment
def _details(key: str, row: dict[str, Any], told: Warned, t: Translator) -> None:
    """Draw on demand why each link holds, how sure it is, where the treatment is described, and all rules."""
    title = t("Why, and more")
    opened = st.expander(title, icon=":material/info:", type="compact", key=f"{key}_why", on_change="rerun")
    if not opened.open:
        return
    with opened:
        why.measures(f"{key}_links", chain_words.strengths(row, t), t)
        st.caption(t("A chain is as strong as its weaker link; a long way takes off up to a fifth."))
        for one in chain_words.links(row, t, plain):
            st.markdown(f":green[:material/add_circle:] {one}")
        st.caption(chain_words.source(row["process"], t, plain))
        why.every_rule(told.cautions, t)


def _side(row: dict[str, Any], side: str, t: Translator) -> str:
    """Return how much a side gives or looks for, and where; the sentence has named thing and firm."""
    amount = sentences.amount(row, side, t)
    if side == "have":
        head = f":green[:material/output: **{plain(t('Gives: {amount}', amount=amount))}**]"
    else:
        head = f":blue[:material/input: **{plain(t('Looks for: {amount}', amount=amount))}**]"
    return f"{head}  \n:material/location_on: {plain(sentences.place(row, side, t))}"


def _processor(row: dict[str, Any], t: Translator) -> str:
    activity = f":orange[:material/conversion_path: **{plain(row['site_activity'])}**]"
    return f"{activity}  \n:material/location_on: {plain(sentences.place(row, 'site', t))}"


def _synergy(row: dict[str, Any], visit_id: str | None, t: Translator) -> Synergy:
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
        visit_id=visit_id,
    )
