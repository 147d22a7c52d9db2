"""What the library's precedents are searched and filtered by; a link carries what each says."""

from collections.abc import Callable, Sequence

import streamlit as st

from core.domain import reference
from core.domain.choices import Kind
from core.domain.knowledge import library
from core.domain.knowledge.library import Shelved, Wanted
from core.domain.labels import label
from core.domain.text import fold
from core.i18n import Translator
from core.views import maps, precedent_words
from pages.shared import linked, session

PAGE = "library_page"
_MORE = ("giver", "taker", "kind", "country", "province", "status", "own")


def draw(shelf: Sequence[Shelved], t: Translator) -> Wanted:
    """Draw search and filters and return what they ask for; the filters fold away."""
    query = st.text_input(
        t("Search"),
        type="search",
        live="250ms",
        key="library_search",
        icon=":material/search:",
        placeholder=t("Resource, use, trade or place"),
        max_chars=100,
        bind="query-params",
        on_change=to_first_page,
    )
    used = sum(bool(session.get(f"library_{name}")) for name in _MORE)
    title = t("More filters, {count} in use", count=used) if used else t("More filters")
    with (
        st.expander(title, icon=":material/tune:", type="compact", key="library_more"),
        st.container(horizontal=True, vertical_alignment="bottom"),
    ):
        return _more(shelf, query or "", t)


def to_first_page() -> None:
    """Turn to the first page: what is listed has changed."""
    session.put(PAGE, 1)


def _more(shelf: Sequence[Shelved], query: str, t: Translator) -> Wanted:
    def sector(one: str) -> str:
        return maps.sector_name(one, t)

    groups = list(reference.sector_groups())
    givers = {one.giver_sector for one in shelf}
    takers = {one.taker_sector for one in shelf}
    giver = _pick(t("Giver's sector"), "giver", [one for one in groups if one in givers], sector, t)
    taker = _pick(t("Taker's sector"), "taker", [one for one in groups if one in takers], sector, t)
    kinds = [one.value for one in Kind if any(shelved.kind is one for shelved in shelf)]
    kind = _pick(t("Kind"), "kind", kinds, lambda one: label(Kind(one), t), t)
    countries = sorted(library.by_country(shelf), key=lambda one: fold(library.country_name(one, t.language)))
    country = _pick(t("Country"), "country", countries, lambda one: library.country_name(one, t.language), t)
    provinces = sorted(library.by_province(shelf), key=fold)
    province = _pick(t("Province"), "province", provinces, str, t)
    there = {one.precedent.status for one in shelf}
    statuses = [one for one in library.STATUSES if one in there]
    status = _pick(t("Standing"), "status", statuses, lambda one: precedent_words.status(one, t), t)
    own = any(one.is_own for one in shelf) and st.toggle(
        t("This programme's own only"), key="library_own", on_change=to_first_page
    )
    return Wanted(
        query, giver, taker, Kind(kind) if kind else None, country, province, status, True if own else None
    )


def _pick(title: str, name: str, options: list[str], word: Callable[[str], str], t: Translator) -> str | None:
    chosen = st.selectbox(
        title,
        options,
        format_func=word,
        placeholder=t("All"),
        width=210,
        **linked.arguments("library", name, options, None, then=to_first_page),
    )
    return str(chosen) if chosen else None
