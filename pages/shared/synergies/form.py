"""A synergy by hand in ten seconds: two firms, one line, who said it; a new firm is added with it."""

from collections.abc import Sequence

import streamlit as st

from core.domain.choices import Kind
from core.domain.model import Firm, Synergy
from core.domain.register import firmname
from core.domain.register.finding import closest
from core.domain.synergies.following import Party
from core.errors import SimbiyozError
from core.i18n import Translator
from core.services import synergies
from pages.shared import cache, clock, dialogs, session, telling
from pages.shared.text import plain


def button(t: Translator) -> None:
    """Draw the button that opens the form."""
    if st.button(t("Record a synergy"), icon=":material/add:", type="primary", key="synergies_new"):
        st.dialog(t("Record a synergy"))(form)(t)


def form(t: Translator) -> None:
    """Draw the fields and what records them."""
    giver = firm(t("Who gives"), "synergies_form_giver", t)
    taker = firm(t("Who takes"), "synergies_form_taker", t)
    line = st.text_input(t("What, in one line"), max_chars=200, **dialogs.typed("synergies_form_line"))
    said_by = st.text_input(
        t("Who said it"),
        **dialogs.typed("synergies_form_said_by"),
        placeholder=t("Advisor, table 4, the plant manager …"),
        max_chars=200,
    )
    with st.container(horizontal=True):
        recorded = st.button(t("Record"), type="primary", key="synergies_record")
        dialogs.drop("synergies_form_", t)
    if recorded:
        synergy = Synergy(
            synergy_id=clock.new_id(),
            region_id=session.user().region_id,
            title=line,
            giver_firm_id=giver.firm_id if giver else "",
            taker_firm_id=taker.firm_id if taker else "",
            kind=Kind.MATERIAL,
            said_by=said_by or None,
            owner_id=session.user().user_id,
        )
        known = set(cache.firms()["firm_id"])
        if record(synergy, t, [one for one in (giver, taker) if one and one.firm_id not in known]):
            session.forget("synergies_form_")
            st.query_params["synergy"] = synergy.synergy_id
            st.rerun()


def record(
    synergy: Synergy, t: Translator, new_firms: Sequence[Firm] = (), parties: Sequence[Party] = ()
) -> bool:
    """Record a synergy, its further firms and those that the register lacks; say what is wrong, or that it is done."""
    words = {
        "title": t("What, in one line"),
        "giver_firm_id": t("Who gives"),
        "taker_firm_id": t("Who takes"),
    }
    try:
        synergies.record(
            cache.database(), session.user(), synergy, now=clock.now(), new_firms=new_firms, parties=parties
        )
    except SimbiyozError as error:
        telling.refusal(error, t, words)
        return False
    st.toast(t("Recorded."), icon=":material/check:")
    return True


def firm(title: str, key: str, t: Translator) -> Firm | None:
    """Draw the field for a firm's name and return the firm: one of the register, or a new one of this name."""
    typed = st.text_input(
        title,
        max_chars=200,
        live="300ms",
        placeholder=t("Type a name; a new firm is added"),
        **dialogs.kept(key),
    )
    name = " ".join((typed or "").split())
    if not name:
        return None
    firms = cache.firms().drop_duplicates("firm_id")
    names = [str(one) for one in firms["name"]]
    places = closest(name, names, 4)
    same = next((i for i in places if firmname.key(names[i]) == firmname.key(name)), None)
    new = t("New firm: {name}", name=name)
    options = {str(firms["firm_id"].iloc[i]): names[i] for i in places} | (
        {} if same is not None else {"": new}
    )
    chosen = st.pills(
        t("Which one"),
        list(options),
        default=next(iter(options)),
        required=True,
        wrap=True,
        format_func=lambda one: plain(options[one]),
        **dialogs.kept(f"{key}_which_{name}"),
        label_visibility="collapsed",
    )
    if chosen:
        return Firm(str(chosen), session.user().region_id, options[str(chosen)])
    return Firm(_new_id(key, name), session.user().region_id, name, is_sample=cache.is_sample())


def _new_id(key: str, name: str) -> str:
    """Return the id of a new firm, the same until its name changes."""
    kept = f"{key}_id_{name}"
    if session.get(kept) is None:
        session.put(kept, clock.new_id())
    return str(session.get(kept))
