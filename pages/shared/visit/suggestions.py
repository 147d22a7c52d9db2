"""The best suggestions for a card during a visit. The plant manager looks on, so the guest view comes first.

The guest view holds only what the firm in the room may see; one pair can be unmasked, deliberately and on record.
"""

from typing import Any

import pandas as pd
import streamlit as st

from core.domain import reference
from core.domain.choices import Direction, Sort
from core.domain.frames import records
from core.domain.labels import label
from core.domain.matching.answers import Subject
from core.domain.matching.explaining import Explanation
from core.domain.register import quality
from core.errors import InvalidRecordError, SimbiyozError
from core.i18n import Translator
from core.services import suggesting
from core.services.dealing import Deal
from core.services.suggesting import Revealed
from core.views import sentences, strength_words
from pages.shared import cache, cache_why, clock, dialogs, forms, session
from pages.shared.suggestions import answer, chains, firms, listing, money
from pages.shared.suggestions import why as suggestion_why
from pages.shared.text import plain
from pages.shared.visit import state, synergy
from pages.shared.visit.state import Here

_TOP = 5
_OWN_VIEW = "visit.own_view"


def draw(here: Here) -> None:
    """Draw the step: choose a card, see its best suggestions."""
    t = here.t
    cards = cache.cards()
    cards = cards[cards["site_id"] == here.site.site_id]
    left, right = st.columns([3, 1], vertical_alignment="bottom")
    with right:
        synergy.by_hand(here)
    if cards.empty:
        st.info(t("Enter a card first; its suggestions then appear here."), icon=":material/edit_note:")
        return
    names = {
        row["resource_id"]: f"{label(Direction(row['direction']), t)}: {row['name']}"
        for _, row in cards.iterrows()
    }
    form = state.form(t)
    with left:
        chosen = forms.pick(form, "shown_id", t("Card"), names, required=True)
    if chosen:
        of_card(here, chosen)


def of_card(here: Here, resource_id: str) -> None:
    """Draw the best suggestions of a card, in the guest view unless the advisor chose his own."""
    t = here.t
    _gaps(resource_id, t)
    own_view = _own_view(t)
    guest, guest_of = not own_view, None if own_view else here.firm.firm_id
    try:
        with st.spinner(t("Looking for partners …")):
            found = cache.best_for_card(resource_id, _TOP, as_guest=guest, guest_of=guest_of)
    except SimbiyozError as error:
        st.info(error.text(t), icon=":material/info:")
        return
    if found.empty:
        suggestion_why.nothing(resource_id, t, as_guest=guest, guest_of=guest_of)
    else:
        _pairs(here, resource_id, found, guest, guest_of)
    suggestion_why.refused(resource_id, t, as_guest=guest, guest_of=guest_of)
    best = 0.0 if found.empty else float(found["score"].max())
    chains.of_card(here, resource_id, best, as_guest=guest, guest_of=guest_of)
    firms.of_card(here, resource_id, as_guest=guest, guest_of=guest_of)
    _hidden(here, resource_id, guest)


def _pairs(here: Here, resource_id: str, found: pd.DataFrame, guest: bool, guest_of: str | None) -> None:
    """Draw the best counterparts of a card."""
    t = here.t
    own = cache.cards().set_index("resource_id").loc[resource_id]
    rows = records(found)
    have = bool(own["direction"] == Direction.HAVE.value)
    others = [str(row["counterpart_id"]) for row in rows]
    pairs = tuple((resource_id, other) if have else (other, resource_id) for other in others)
    why = {
        (one.have_id, one.want_id): one
        for one in cache.reasons_for_guest(pairs, as_guest=guest, guest_of=guest_of)
    }
    deals = cache_why.deals(pairs, as_guest=guest, guest_of=guest_of)
    for row, pair in zip(rows, pairs, strict=True):
        with st.container(border=True, key=f"visit_suggestion_{row['counterpart_id']}"):
            reason = why.get(pair)
            if reason:
                suggestion_why.caution(reason.cautions, t)
            _suggestion(here, row, reason, have)
            if reason:
                _details(row, reason, deals.get(pair), t)
            _actions(here, row, str(own["name"]), pair)


def _own_view(t: Translator) -> bool:
    own_view = st.toggle(
        t("Advisor's own view"),
        key=_OWN_VIEW,
        persist_state="page",
        help=t(
            "Shows names and places that the firm in the room may not see. Turn the screen before you use it."
        ),
    )
    if own_view:
        st.warning(
            t("Advisor's own view: not for the eyes of the firm in the room."),
            icon=":material/visibility_off:",
        )
    return own_view


def _gaps(resource_id: str, t: Translator) -> None:
    """What to ask now, while the plant manager sits at the table."""
    own = cache.cards().set_index("resource_id").loc[resource_id]
    gaps = quality.missing({str(name): value for name, value in own.items()})
    if gaps:
        words = ", ".join(t(quality.LABELS[gap]) for gap in gaps)
        st.caption(":material/help: " + t("Missing on the card: {fields}", fields=plain(words)))


def _suggestion(here: Here, row: dict[str, Any], why: Explanation | None, have: bool) -> None:
    t = here.t
    firm = plain(sentences.capitalised(sentences.firm(row, "", t), t))
    thing = plain(row["name"])
    said = (
        t("{firm} looks for **{thing}**.", firm=firm, thing=thing)
        if have
        else t("{firm} gives **{thing}**.", firm=firm, thing=thing)
    )
    reason = sentences.reason(why, t, plain) if why else ""
    st.markdown(f"{said} {reason}")
    facts = [
        listing.score(row["score"], t),
        sentences.far(row["distance_km"], row["is_coarse"], t),
        sentences.amount(row, "", t),
        sentences.place(row, "", t),
    ]
    said = " ".join(f":gray-badge[{plain(fact)}]" for fact in facts)
    st.markdown(f"{strength_words.badge(row['score'], t, why)} {said}")
    revealed = _revealed(here).get(row["counterpart_id"])
    if revealed:
        _identity(revealed, t)


@st.fragment
def _details(row: dict[str, Any], why: Explanation, deal: Deal | None, t: Translator) -> None:
    key = f"visit_suggestion_{row['counterpart_id']}_why"
    opened = st.expander(
        t("Why, and more"), icon=":material/info:", type="compact", key=key, on_change="rerun"
    )
    if not opened.open:
        return
    with opened:
        suggestion_why.details(why, key, t)
        money.panel(deal, t)


def _actions(here: Here, row: dict[str, Any], own_name: str, pair: tuple[str, str]) -> None:
    t, other = here.t, row["counterpart_id"]
    with st.container(horizontal=True):
        synergy.start(here, row, own_name, pair)
        hidden = not row["is_named"] and other not in _revealed(here)
        if hidden and st.button(t("Unmask"), icon=":material/visibility:", key=f"visit.unmask.{other}"):
            st.dialog(t("Unmask this firm"))(_unmask)(here, other)
        answer.buttons(
            f"visit.answer.{other}", Subject(Sort.PAIRS, *pair), {here.firm.firm_id: here.firm.name}, t
        )


def _hidden(here: Here, resource_id: str, guest: bool) -> None:
    firm_id = here.firm.firm_id
    sorts = (Sort.PAIRS, Sort.FIRMS, Sort.CHAINS)
    answer.hidden("visit.hidden", here.t, *sorts, guest_of=firm_id, as_guest=guest, card_id=resource_id)


def _unmask(here: Here, resource_id: str) -> None:
    t = here.t
    st.markdown(
        t("This firm did not agree to be named. Its name, place and contacts are shown to **{firm}**, and who unmasked "
          "it, when and why stays on record.", firm=plain(here.firm.name))
    )  # fmt: skip
    key = f"visit.unmask_{here.visit.visit_id}_{resource_id}_"
    reason = st.text_input(
        t("Why"), placeholder=t("They agreed by phone today …"), **dialogs.typed(f"{key}reason")
    )
    with st.container(horizontal=True):
        agreed = st.button(t("Unmask"), type="primary", key="visit.unmask_go")
        dialogs.drop(key, t)
    if agreed:
        database, acting, firm_id = cache.database(), session.user(), here.firm.firm_id
        try:
            found = suggesting.reveal(
                database, acting, resource_id, to_firm_id=firm_id, reason=reason, now=clock.now()
            )
        except InvalidRecordError as error:
            st.error(error.findings["reason"].text(t), icon=":material/error:")
            return
        except SimbiyozError as error:
            st.error(error.text(t), icon=":material/error:")
            return
        session.forget(key)
        session.put(_key(here), {**_revealed(here), resource_id: found})
        st.rerun()


def _identity(revealed: Revealed, t: Translator) -> None:
    site = revealed.site
    zone = reference.zones().get(site.zone_id or "")
    where = " · ".join(part for part in (site.name, zone.name(t.language) if zone else site.district) if part)
    told = t(
        "Unmasked for this visit: **{firm}**, {place}", firm=plain(revealed.firm_name), place=plain(where)
    )
    lines = [f":material/lock_open: {told}"]
    for person in revealed.contacts:
        parts = [person.name, person.task, person.phone, person.email]
        lines.append(f":material/person: {plain(' · '.join(part for part in parts if part))}")
    st.markdown("  \n".join(lines))


def _revealed(here: Here) -> dict[str, Revealed]:
    return dict(session.get(_key(here)) or {})


def _key(here: Here) -> str:
    return f"visit.revealed.{here.visit.visit_id}"
