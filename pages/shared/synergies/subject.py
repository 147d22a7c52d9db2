"""What a synergy is about, corrected: its line, its kind, who said it, and the two cards it is about.

One entered by hand has no card at first; only once it names them does what flows lower what the cards still offer.
"""

from dataclasses import replace
from typing import Any

import streamlit as st

from core.domain.choices import Direction, Kind
from core.domain.labels import label
from core.domain.model import Synergy
from core.i18n import Translator
from core.services import synergies
from pages.shared import cache, clock, form_state, forms, session
from pages.shared.forms import Compared, Form
from pages.shared.synergies import plan


def draw(synergy: Synergy, t: Translator) -> None:
    """Draw the form folded away; it stands open while something in it is not saved yet."""
    begun = forms.begun(forms.begin(_draft(synergy.synergy_id), t))
    title = t("Correct cards, subject or kind")
    with st.expander(title, icon=":material/edit:", expanded=begun, key="synergies_subject_more"):
        _form(synergy.synergy_id)


@st.fragment
def _form(synergy_id: str) -> None:
    t = session.translator_of_session()
    kept = synergies.get(cache.database(), session.user(), synergy_id)
    form = forms.begin(_draft(synergy_id), t, _initial(kept), version=kept.row_version)
    haves, wants = _cards(kept)
    forms.problems(form, _compared(haves | wants, t))
    st.caption(t("Once it runs, what flows is taken off these cards."))
    said: dict[str, Any] = {"have_id": _card(form, "have_id", t("Card of the giver"), haves)}
    said["want_id"] = _card(form, "want_id", t("Card of the taker"), wants)
    said["title"] = forms.text(form, "title", t("What, in one line"), limit=200) or ""
    said["kind"] = forms.choice(form, "kind", t("Kind"), Kind, required=True)
    said["said_by"] = forms.text(form, "said_by", t("Who said it"), limit=200)
    with st.container(horizontal=True):
        if st.button(t("Save"), type="primary", icon=":material/check:", key="synergies_subject_save"):
            _save(form, replace(kept, **said, row_version=forms.version(form)))
        if forms.begun(form) and st.button(
            t("Leave as it was"), icon=":material/undo:", key="synergies_subject_undo"
        ):
            forms.clear(form)
            st.rerun()


def _draft(synergy_id: str) -> str:
    return f"synergies.subject.{synergy_id}"


def _card(form: Form, field: str, title: str, cards: dict[str, str]) -> str | None:
    chosen = forms.pick(form, field, title, cards)
    if not cards:
        st.caption(form.t("This firm has no card of this kind."))
    return chosen


def _cards(synergy: Synergy) -> tuple[dict[str, str], dict[str, str]]:
    """Return the cards of giver and taker by id, also those that it names and the register no longer lists."""
    cards, row = cache.cards(), synergies.named(cache.database(), session.user(), synergy.synergy_id)
    found = []
    for firm_id, direction, card_id, name in (
        (synergy.giver_firm_id, Direction.HAVE, synergy.have_id, row["have_name"]),
        (synergy.taker_firm_id, Direction.WANT, synergy.want_id, row["want_name"]),
    ):
        some = cards[(cards["firm_id"] == firm_id) & (cards["direction"] == direction.value)]
        named = {card_id: str(name)} if card_id else {}
        found.append(named | dict(zip(some["resource_id"], some["name"], strict=True)))
    return found[0], found[1]


def _initial(synergy: Synergy) -> dict[str, Any]:
    return {
        "have_id": synergy.have_id,
        "want_id": synergy.want_id,
        "title": synergy.title,
        "kind": synergy.kind.value,
        "said_by": synergy.said_by,
    }


def _save(form: Form, synergy: Synergy) -> None:
    def stored() -> dict[str, Any]:
        newer = synergies.get(cache.database(), session.user(), synergy.synergy_id)
        return _initial(newer) | {"row_version": newer.row_version}

    if forms.tried(
        form, lambda: synergies.save(cache.database(), session.user(), synergy, now=clock.now()), stored
    ):
        forms.clear(form)
        form_state.goes_on(plan.name_of(synergy.synergy_id), synergy.row_version)
        st.toast(form.t("Saved."), icon=":material/check:")
        st.rerun()
    st.rerun(scope="fragment")


def _compared(cards: dict[str, str], t: Translator) -> list[Compared]:
    return [
        Compared("have_id", t("Card of the giver"), lambda one: cards.get(one, one or "")),
        Compared("want_id", t("Card of the taker"), lambda one: cards.get(one, one or "")),
        Compared("title", t("What, in one line")),
        Compared("kind", t("Kind"), lambda one: label(Kind(one), t) if one else ""),
        Compared("said_by", t("Who said it")),
    ]
