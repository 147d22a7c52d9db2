"""The cards of a firm as a list, each with the way to it, and the way to a new one."""

import streamlit as st

from core.domain.choices import Direction
from core.domain.labels import label
from core.i18n import Translator
from core.services import firms
from core.services.permissions import allows
from core.views import sentences
from pages.shared import cache, clock, session
from pages.shared.register import listing
from pages.shared.text import plain


def draw(firm_id: str, t: Translator) -> None:
    """Draw the firm's haves and wants."""
    if allows(session.role(), "resources.save"):
        _add(firm_id, t)
    cards = cache.cards()
    cards = cards[cards["firm_id"] == firm_id]
    if cards.empty:
        st.info(t("No card yet."), icon=":material/note_add:")
        return
    for column, direction in zip(st.columns(2), Direction, strict=True):
        some = cards[cards["direction"] == direction.value]
        with column:
            st.markdown(f"**{label(direction, t)}** ({len(some)})")
            for row in some.to_dict("records"):
                with st.container(border=True, horizontal=True, vertical_alignment="center"):
                    said = f"**{plain(row['name'])}**"
                    if isinstance(row["quantity_typed"], str):
                        said += f"  \n{plain(row['quantity_typed'])}"
                    if taken := sentences.taken({str(name): one for name, one in row.items()}, t):
                        said += f"  \n:gray[:material/conversion_path: {plain(taken)}]"
                    st.markdown(said, width="stretch")
                    if row["is_draft"]:
                        st.badge(t("Draft"), icon=":material/pending:", color="orange")
                    st.button(
                        t("Open"),
                        key=f"register_open_{row['resource_id']}",
                        on_click=listing.show,
                        args=("resource", row["resource_id"]),
                    )


def _add(firm_id: str, t: Translator) -> None:
    sites = firms.sites(cache.database(), session.user(), firm_id)
    if not sites:
        st.info(t("Add a site first: a card belongs to a site."), icon=":material/location_on:")
        return
    with st.container(horizontal=True):
        for site in sites:
            text = t("Add a card") if len(sites) == 1 else t("Add a card: {site}", site=plain(site.name))
            st.button(
                text,
                icon=":material/add:",
                key=f"register_add_{site.site_id}",
                on_click=_open_new,
                args=(site.site_id,),
            )


def _open_new(site_id: str) -> None:
    listing.show("resource", clock.new_id())
    st.query_params["site"] = site_id
