"""Starting a synergy in a visit: from a suggestion, or by hand in ten seconds (two firms, one line, who said it)."""

from typing import Any

import streamlit as st

from core.domain.choices import Kind
from core.domain.model import Synergy
from core.domain.register.finding import closest
from core.i18n import Translator
from pages.shared import cache, clock, dialogs, session
from pages.shared.synergies import form as synergy_form
from pages.shared.text import plain
from pages.shared.visit.state import Here


def start(here: Here, row: dict[str, Any], own_name: str, pair: tuple[str, str]) -> None:
    """Draw the button that makes a suggestion a synergy, or say that it is one already."""
    t = here.t
    followed = cache.synergies()
    if ((followed["have_id"] == pair[0]) & (followed["want_id"] == pair[1])).any():
        st.badge(t("Already a synergy"), icon=":material/check_circle:", color="green")
    elif st.button(
        t("Start a synergy"), icon=":material/handshake:", key=f"visit.start.{row['counterpart_id']}"
    ):
        st.dialog(t("Start a synergy"))(_from_suggestion)(here, row, own_name, pair)


def by_hand(here: Here) -> None:
    """Draw the button that opens the form for a synergy that somebody named."""
    if st.button(here.t("Record by hand"), icon=":material/add:", key="visit.by_hand", width="stretch"):
        st.dialog(here.t("A synergy that somebody named"))(_by_hand)(here)


def _from_suggestion(here: Here, row: dict[str, Any], own_name: str, pair: tuple[str, str]) -> None:
    t = here.t
    key = f"visit.synergy_{pair[0]}_{pair[1]}_"
    have, want = (own_name, row["name"]) if pair[1] == row["counterpart_id"] else (row["name"], own_name)
    title = st.text_input(
        t("What, in one line"),
        value=t("{have} for {want}", have=have, want=want)[:200],
        **dialogs.typed(f"{key}title"),
    )
    said_by = st.text_input(t("Who said it"), value=session.user().name, **dialogs.typed(f"{key}said_by"))
    with st.container(horizontal=True):
        started = st.button(t("Start"), type="primary", key="visit.synergy_go")
        dialogs.drop(key, t)
    if started:
        firms = cache.cards().set_index("resource_id")["firm_id"]  # the true ones, whatever the view shows
        kind = Kind(row["kind"])
        _record(here, str(firms[pair[0]]), str(firms[pair[1]]), title, said_by, kind, pair)


def _by_hand(here: Here) -> None:
    t = here.t
    key = f"visit.hand_{here.visit.visit_id}_"
    options = {"gives": t("This firm gives"), "takes": t("This firm takes")}
    role = st.segmented_control(
        t("Role of {firm}", firm=plain(here.firm.name)),
        list(options),
        format_func=options.__getitem__,
        required=True,
        default="gives",
        **dialogs.kept(f"{key}role"),
    )
    other = _other_firm(here, key, t)
    title = st.text_input(t("What, in one line"), max_chars=200, **dialogs.typed(f"{key}title"))
    said_by = st.text_input(
        t("Who said it"),
        placeholder=t("the plant manager …"),
        max_chars=200,
        **dialogs.typed(f"{key}said_by"),
    )
    with st.container(horizontal=True):
        recorded = st.button(t("Record"), type="primary", key="visit.hand_go")
        dialogs.drop(key, t)
    if recorded:
        own = here.firm.firm_id
        giver, taker = (own, other) if role == "gives" else (other, own)
        _record(here, giver or "", taker or "", title, said_by, Kind.MATERIAL, None)


def _other_firm(here: Here, key: str, t: Translator) -> str | None:
    """Names appear only for what was typed: the list of firms is not for the eyes of the firm in the room."""
    typed = st.text_input(
        t("The other firm"),
        **dialogs.kept(f"{key}other"),
        type="search",
        live="300ms",
        placeholder=t("Type at least three letters"),
    )
    firms = cache.firms().drop_duplicates("firm_id")
    firms = firms[firms["firm_id"] != here.firm.firm_id]
    if not typed or len(typed.strip()) < 3:
        return None
    names = {firms["firm_id"].iloc[i]: firms["name"].iloc[i] for i in closest(typed, list(firms["name"]), 4)}
    if not names:
        st.caption(t("No firm is called like this yet."))
        return None
    chosen = st.radio(
        t("Which one"),
        list(names),
        format_func=lambda firm_id: plain(names[firm_id]),
        **dialogs.kept(f"{key}firm"),
        label_visibility="collapsed",
    )
    return str(chosen) if chosen else None


def _record(
    here: Here, giver: str, taker: str, title: str, said_by: str, kind: Kind, pair: tuple[str, str] | None
) -> None:
    synergy = Synergy(
        synergy_id=clock.new_id(),
        region_id=here.firm.region_id,
        title=title,
        giver_firm_id=giver,
        taker_firm_id=taker,
        have_id=pair[0] if pair else None,
        want_id=pair[1] if pair else None,
        kind=kind,
        said_by=said_by or None,
        owner_id=session.user().user_id,
        visit_id=here.visit.visit_id,
    )
    if synergy_form.record(synergy, here.t):
        session.forget("visit.synergy_", "visit.hand_")
        st.rerun()
