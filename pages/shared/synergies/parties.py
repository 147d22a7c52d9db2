"""Who takes part in a synergy: giver and taker, further firms in their roles, and the cards they bring."""

from typing import Any

import streamlit as st

from core.domain.choices import Direction
from core.domain.labels import label
from core.domain.model import Firm, Synergy
from core.domain.synergies.following import Party, PartyRole
from core.errors import SimbiyozError
from core.i18n import Translator
from core.services import following, synergies
from core.views import sentences
from pages.shared import cache, clock, session, telling
from pages.shared.synergies import form as synergy_form
from pages.shared.synergies import subject
from pages.shared.text import plain

_ROUND = "synergies.parties_added"
_BRINGS = {PartyRole.GIVER: Direction.HAVE, PartyRole.TAKER: Direction.WANT}


def draw(synergy: Synergy, t: Translator) -> None:
    """Draw the parties with their cards and the form for a further one."""
    row = synergies.named(cache.database(), session.user(), synergy.synergy_id)
    for side, role in (("giver", PartyRole.GIVER), ("taker", PartyRole.TAKER)):
        card_id = synergy.have_id if side == "giver" else synergy.want_id
        _line(role, str(row[f"{side}_name"]), card_id, t)
    more = following.parties(cache.database(), session.user(), synergy.synergy_id)
    for one in more.to_dict("records"):
        card_id = one["resource_id"] if isinstance(one["resource_id"], str) else None
        _line(PartyRole(one["role"]), str(one["firm_name"]), card_id, t, one)
    subject.draw(synergy, t)
    with st.expander(t("A further firm"), icon=":material/add:", key="synergies_party_more"):
        _form(synergy.synergy_id)


def _line(
    role: PartyRole, name: str, card_id: str | None, t: Translator, party: dict[Any, Any] | None = None
) -> None:
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        said = f":gray-badge[{plain(label(role, t))}] **{plain(name)}**"
        card = cache.card(card_id)
        if card:
            said += f"  \n{plain(card['name'])} · {plain(sentences.amount(card, '', t))}"
            if taken := sentences.taken(card, t):
                said += f"  \n:gray[:material/conversion_path: {plain(taken)}]"
        else:
            said += f"  \n:gray[{plain(t('no card'))}]"
        st.markdown(said, width="stretch")
        if card_id and card:
            st.page_link(
                "pages/register.py",
                label=t("Open"),
                icon=":material/open_in_new:",
                query_params={"resource": card_id},
            )
        if party and st.button(
            t("Remove"), icon=":material/close:", key=f"synergies_party_{party['party_id']}"
        ):
            _remove(str(party["party_id"]), int(party["row_version"]), t)


@st.fragment
def _form(synergy_id: str) -> None:
    """Draw the form; after each firm another one, since the browser goes on showing what is only forgotten here."""
    t = session.translator_of_session()
    key = f"synergies_party_{session.get(_ROUND, 0)}"
    role = st.segmented_control(
        t("Role"),
        list(PartyRole),
        default=PartyRole.CARRIER,
        required=True,
        wrap=True,
        format_func=lambda one: label(one, t),
        key=f"{key}_role",
    )
    firm = synergy_form.firm(t("Firm"), f"{key}_firm", t)
    firm_id = firm.firm_id if firm else ""
    card_id = _brings(PartyRole(role), firm_id, t)
    if st.button(t("Add"), type="primary", key="synergies_party_add", disabled=firm is None):
        _add(Party(clock.new_id(), synergy_id, firm_id, PartyRole(role), card_id), firm, t)


def _add(party: Party, firm: Firm | None, t: Translator) -> None:
    is_known = firm is None or firm.firm_id in set(cache.firms()["firm_id"])
    new_firms = [] if is_known or firm is None else [firm]
    try:
        following.save_party(
            cache.database(), session.user(), party, now=clock.now(), new=True, new_firms=new_firms
        )
    except SimbiyozError as error:
        telling.refusal(error, t, {"role": t("Role"), "resource_id": t("Card"), "name": t("Firm")})
        return
    session.put(_ROUND, session.get(_ROUND, 0) + 1)
    st.toast(t("Saved."), icon=":material/check:")
    st.rerun()


def _brings(role: PartyRole, firm_id: str, t: Translator) -> str | None:
    """Draw the choice of the card that the firm brings, where its role gives or takes something."""
    if role not in _BRINGS or not firm_id:
        return None
    cards = cache.cards()
    some = cards[(cards["firm_id"] == firm_id) & (cards["direction"] == _BRINGS[role].value)]
    names = dict(zip(some["resource_id"], some["name"], strict=True))
    if not names:
        st.caption(t("This firm has no card of this kind."))
        return None
    chosen: str | None = st.selectbox(
        t("Card that it brings"),
        list(names),
        index=None,
        format_func=names.__getitem__,
        placeholder=t("Choose"),
        key=f"synergies_party_card_{firm_id}",
    )
    return chosen


def _remove(party_id: str, row_version: int, t: Translator) -> None:
    try:
        following.retire_party(cache.database(), session.user(), party_id, row_version, now=clock.now())
    except SimbiyozError as error:
        telling.refusal(error, t)
        return
    st.toast(t("Taken out."), icon=":material/check:")
    st.rerun()
