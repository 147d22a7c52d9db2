"""The filters of the synergies, the same for board and table; a link carries what each says."""

from dataclasses import replace

import streamlit as st

from core.domain import reference
from core.domain.choices import Kind
from core.domain.labels import label
from core.domain.synergies.board import Asked
from core.i18n import Translator
from core.services.permissions import allows
from pages.shared import cache_accounts, linked, session

NOBODY = "nobody"
_MORE = ("owner", "kind", "zone", "pilots")
PAGE = "synergies_page"


def draw(t: Translator) -> Asked:
    """Draw the filters and return what they say; on a phone all but the search fold away."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        search = st.text_input(
            t("Search"),
            key="synergies_search",
            placeholder=t("Firm or subject"),
            icon=":material/search:",
            width=320,
            max_chars=100,
            bind="query-params",
            on_change=to_first_page,
        )
    used = sum(bool(session.get(f"synergies_{name}")) for name in _MORE)
    title = t("More filters, {count} in use", count=used) if used else t("More filters")
    with st.expander(title, icon=":material/tune:", type="compact", key="synergies_more_filters"):
        asked = _more(t)
    return replace(asked, search=(search or "").strip())


def _more(t: Translator) -> Asked:
    zones = reference.zones()
    with st.container(horizontal=True, vertical_alignment="bottom"):
        owner = _owner(t) if allows(session.role(), "users.names") else None
        kind = st.selectbox(
            t("Kind"),
            [kind.value for kind in Kind],
            format_func=lambda one: label(Kind(one), t),
            placeholder=t("All"),
            width=190,
            **linked.arguments("synergies", "kind", list(Kind), None, then=to_first_page),
        )
        zone = st.selectbox(
            t("Zone"),
            list(zones),
            format_func=lambda one: zones[one].name(t.language),
            placeholder=t("All"),
            width=260,
            **linked.arguments("synergies", "zone", list(zones), None, then=to_first_page),
        )
        pilots = st.toggle(
            t("Pilots only"), key="synergies_pilots", bind="query-params", on_change=to_first_page
        )
    return Asked(
        owner_id=owner if owner != NOBODY else None,
        nobodys=owner == NOBODY,
        kind=Kind(kind) if kind else None,
        zone_id=zone,
        pilots=pilots,
    )


def to_first_page() -> None:
    """Go back to the first page of the table, since the filters leave other rows now."""
    session.put(PAGE, 1)


def _owner(t: Translator) -> str | None:
    names = cache_accounts.names()
    chosen: str | None = st.selectbox(
        t("Owner"),
        [*names, NOBODY],
        format_func=lambda one: t("Nobody") if one == NOBODY else names[one],
        placeholder=t("All"),
        width=200,
        **linked.arguments("synergies", "owner", [*names, NOBODY], None, then=to_first_page),
    )
    return chosen
