"""A card's record: all its fields, the photo, its history, and retiring it."""

from dataclasses import replace

import streamlit as st

from core.domain.choices import Direction, Source
from core.domain.labels import label
from core.domain.model import Resource, Site
from core.domain.numbers import format_date
from core.errors import NotFoundError
from core.i18n import Translator
from core.services import firms, resources
from core.services.permissions import allows
from core.views import sentences
from pages.shared import cache, card_form, clock, forms, retire, session
from pages.shared.register import history, listing
from pages.shared.text import plain


def draw_card(resource_id: str, t: Translator) -> None:
    """Draw the record of a card, or the form for a new one of the site that the address names."""
    kept = _kept(resource_id)
    found = _site(kept.site_id if kept else st.query_params.get("site"))
    if found is None:
        st.warning(NotFoundError().text(t), icon=":material/search_off:")
        return
    if kept and not cache.card(resource_id):
        st.warning(t("“{name}” is retired.", name=plain(kept.name)), icon=":material/archive:")
        history.draw(resources.history(cache.database(), session.user(), resource_id), t)
        return
    firm_id, firm_name, site = found
    st.title(plain(kept.name) if kept else t("New card"), anchor=False)
    with st.container(horizontal=True, vertical_alignment="center"):
        if kept:
            st.badge(label(kept.direction, t), color="green" if kept.direction is Direction.HAVE else "blue")
            if kept.is_draft:
                st.badge(t("Draft"), icon=":material/pending:", color="orange")
        st.button(
            plain(firm_name),
            icon=":material/domain:",
            type="tertiary",
            wrap=True,
            key="register_card_firm",
            on_click=listing.show,
            args=("firm", firm_id),
        )
        st.caption(plain(site.name), width="content")
    left, right = st.columns([2, 1], gap="large")
    with left:
        _fields(resource_id, site)
    with right:
        if kept:
            _beside(kept, t)


@st.fragment
def _fields(resource_id: str, site: Site) -> None:
    t = session.translator_of_session()
    kept = _kept(resource_id)
    form = forms.begin(
        f"register.card.{resource_id}", t, card_form.initial(kept), version=kept.row_version if kept else None
    )
    main = next((one.code for one in site.activities if one.is_main), "")
    values = card_form.draw(form, site.activity or "", main, with_photo=True)
    with st.container(horizontal=True):
        if st.button(t("Save card"), type="primary", icon=":material/check:", key="register_card_save"):
            base = kept or Resource(resource_id, site.site_id, Direction.HAVE, "", source=Source.REGISTER)
            _save(
                form, replace(base, **values, is_draft=False, row_version=forms.version(form)), kept is None
            )
        if forms.begun(form) and st.button(
            t("Leave as it was"), icon=":material/undo:", key="register_card_undo"
        ):
            forms.clear(form)
            st.rerun(scope="fragment")


def _save(form: forms.Form, card: Resource, new: bool) -> None:
    done = forms.tried(
        form,
        lambda: card_form.write(form, card, new=new),
        lambda: card_form.initial(_kept(card.resource_id)),
    )
    if done:
        forms.clear(form)
        st.toast(form.t("“{name}” is saved.", name=plain(card.name)), icon=":material/check:")
        st.rerun()
    st.rerun(scope="fragment")


def _beside(card: Resource, t: Translator) -> None:
    row = cache.card(card.resource_id) or {}
    photo = (
        resources.photo(cache.database(), session.user(), card.resource_id) if row.get("has_photo") else None
    )
    if photo:
        st.image(photo.content, alt=t("Photo of the resource"))
    if row:
        if taken := sentences.taken(row, t):
            st.info(plain(taken), icon=":material/conversion_path:")
        st.caption(
            t(
                "Entered on {day} · {source}",
                day=format_date(row["entered_at"], t.language),
                source=label(card.source, t),
            )
        )
    with st.expander(t("History"), icon=":material/history:", key="register_card_history"):
        history.lines(resources.history(cache.database(), session.user(), card.resource_id), t)
    if allows(session.role(), "resources.retire"):
        retire.button(
            t("Retire the card"),
            t(
                "“{name}” will no longer appear in lists, on the map or in suggestions.",
                name=plain(card.name),
            ),
            lambda: resources.retire(
                cache.database(), session.user(), card.resource_id, card.row_version, now=clock.now()
            ),
            listing.close,
            t,
        )


def _kept(resource_id: str) -> Resource | None:
    try:
        return resources.get(cache.database(), session.user(), resource_id)
    except NotFoundError:
        return None


def _site(site_id: str | None) -> tuple[str, str, Site] | None:
    rows = cache.firms()
    rows = rows[rows["site_id"] == site_id]
    if rows.empty:
        return None
    firm_id, name = str(rows.iloc[0]["firm_id"]), str(rows.iloc[0]["name"])
    site = next(
        one for one in firms.sites(cache.database(), session.user(), firm_id) if one.site_id == site_id
    )
    return firm_id, name, site
