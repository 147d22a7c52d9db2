"""The cards of a visit: the form for one, the fast ways to many, and what the site has and wants so far."""

from dataclasses import replace
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from core.domain.choices import Direction, Source
from core.domain.labels import label
from core.domain.model import Resource
from core.errors import NotFoundError
from core.i18n import Translator
from core.services import resources
from core.views import sentences
from pages.shared import cache, card_form, clock, forms, session
from pages.shared.text import plain
from pages.shared.visit import checklist, paste, state, suggestions
from pages.shared.visit.state import Here

_FORM = "visit.card."


def draw(here: Here) -> None:
    """Draw the form, then the list of what the site has and wants."""
    t = here.t
    ways = {
        "card": t("One card"),
        "checklist": t("Checklist"),
        "declaration": t("Waste declaration"),
        "materials": t("Capacity report"),
    }
    form = state.form(t)
    way = forms.pick(
        form, "way", t("How to enter"), ways, style="pills", required=True, label_visibility="collapsed"
    )
    if way == "checklist":
        checklist.draw(here)
    elif way in ("declaration", "materials"):
        paste.draw(here, way)
    else:
        _one_card(here, _card_id())
    cards = of_site(here)
    saved_id = state.get("saved_id")
    if saved_id in set(cards["resource_id"]):
        name = cards.set_index("resource_id").loc[saved_id, "name"]
        st.subheader(t("Best suggestions for “{name}”", name=plain(name)), anchor=False)
        suggestions.of_card(here, saved_id)
    st.subheader(t("Cards of this site"), anchor=False)
    if cards.empty:
        st.info(
            t("No cards yet. Enter the first one above, or use the checklist."), icon=":material/edit_note:"
        )
        return
    columns = st.columns(2)
    for column, direction in zip(columns, Direction, strict=True):
        some = cards[cards["direction"] == direction.value]
        with column:
            st.markdown(f"**{label(direction, t)}** ({len(some)})")
            for _, row in some.sort_values("is_draft", ascending=False, kind="stable").iterrows():
                _row(row, t)


def of_site(here: Here) -> pd.DataFrame:
    """Return the live cards of the visited site (columns: resources.table)."""
    table = cache.cards()
    return table[table["site_id"] == here.site.site_id]


def _card_id() -> str:
    """The card in the form: the one that was opened, else a new one, whose id the visit's state keeps."""
    card_id = state.get("card_id")
    if not card_id:
        card_id = clock.new_id()
        state.put("card_id", card_id)
    return str(card_id)


@st.fragment
def _one_card(here: Here, card_id: str) -> None:
    t = session.translator_of_session()
    kept = _kept(card_id)
    form = forms.begin(
        _FORM + card_id, t, card_form.initial(kept), version=kept.row_version if kept else None
    )
    main = next((one.code for one in here.site.activities if one.is_main), "")
    with st.container(border=True, key="visit_card"):
        values = card_form.draw(form, here.site.activity or "", main, with_photo=True)
        with st.container(horizontal=True):
            if st.button(t("Save card"), type="primary", icon=":material/check:", key="visit.card_save"):
                _save(here, form, kept, card_id, values)
                st.rerun()
            if st.button(
                t("Clear") if kept is None else t("Leave as it was"),
                key="visit.card_leave",
                icon=":material/undo:",
            ):
                forms.clear(form)
                state.put("card_id", None)
                st.rerun()


def _save(here: Here, form: forms.Form, kept: Resource | None, card_id: str, values: dict[str, Any]) -> None:
    base = kept or Resource(
        card_id, here.site.site_id, Direction.HAVE, "", source=Source.VISIT, source_id=here.visit.visit_id
    )
    card = replace(base, **values, is_draft=False, row_version=forms.version(form))
    write = partial(card_form.write, form, card, new=kept is None)
    if forms.tried(form, write, lambda: card_form.initial(_kept(card_id))):
        st.toast(form.t("“{name}” is saved.", name=plain(card.name)), icon=":material/check_circle:")
        forms.clear(form)
        state.put("card_id", None)
        state.put("saved_id", card_id)


def _kept(card_id: str) -> Resource | None:
    try:
        return resources.get(cache.database(), session.user(), card_id)
    except NotFoundError:
        return None


def _row(row: pd.Series, t: Translator) -> None:
    with st.container(border=True, horizontal=True, vertical_alignment="center", gap="small"):
        said = f"**{plain(row['name'])}**"
        if isinstance(row["quantity_typed"], str):
            said += f"  \n{plain(row['quantity_typed'])}"
        if taken := sentences.taken({str(name): row[name] for name in row.index}, t):
            said += f"  \n:gray[:material/conversion_path: {plain(taken)}]"
        st.markdown(said, width="stretch")
        if row["is_draft"]:
            st.badge(t("Draft"), icon=":material/pending:", color="orange")
        st.button(
            t("Complete") if row["is_draft"] else t("Edit"),
            key=f"visit.edit.{row['resource_id']}",
            on_click=_open,
            args=(row["resource_id"],),
        )


def _open(resource_id: str) -> None:
    state.put("way", "card")
    state.put("card_id", resource_id)
