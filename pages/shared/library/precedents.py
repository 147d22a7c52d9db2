"""The precedents of the library: search, filters, a list to read or a map, and the same on paper."""

from functools import partial

import streamlit as st

from core.domain.knowledge import library
from core.domain.knowledge.library import Shelved
from core.domain.reports.reporting import FileKind, Head
from core.i18n import Translator
from core.i18n import marked as m
from core.views import precedent_map
from core.views import precedent_words as said
from core.views.reports import pdf, shelf, writing
from pages.shared import cache_library, clock, linked
from pages.shared.library import filters
from pages.shared.text import plain

_ROWS = 15
_VIEWS = {"list": m("List"), "map": m("Map")}
_SCOPES = {precedent_map.WORLD: m("World"), precedent_map.HOME: m("Provinces of Türkiye")}


def draw(t: Translator) -> None:
    """Draw the search, the filters and what they leave."""
    shelf_of_region = cache_library.shelf()
    wanted = filters.draw(shelf_of_region, t)
    found = library.found(shelf_of_region, wanted)
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.caption(_count(found, t), width="content")
        view = st.segmented_control(
            t("View"),
            list(_VIEWS),
            format_func=lambda one: t(_VIEWS[one]),
            **linked.arguments("library", "view", list(_VIEWS), "list"),
            label_visibility="collapsed",
            required=True,
        )
        st.download_button(
            t("Print what is shown"),
            data=partial(_paper, found, cache_library.head(), t),
            file_name=writing.file_name(t("Precedents"), clock.today(), FileKind.PDF),
            mime="application/pdf",
            icon=":material/picture_as_pdf:",
            key="library_print",
            disabled=not found,
            on_click="ignore",
        )
    if not found:
        st.info(t("Nothing here with these filters."), icon=":material/search_off:")
    elif view == "map":
        _map(found, t)
    else:
        _list(found, t)


def _count(found: tuple[Shelved, ...], t: Translator) -> str:
    own = sum(one.is_own for one in found)
    if own:
        return t("Exchanges: {count}, of which this programme's own: {own}", count=len(found), own=own)
    return t("Exchanges: {count}", count=len(found))


def _list(found: tuple[Shelved, ...], t: Translator) -> None:
    pages = -(-len(found) // _ROWS)
    page = st.pagination(pages, key=filters.PAGE) if pages > 1 else 1
    for one in found[(page - 1) * _ROWS : page * _ROWS]:
        _row(one, t)


def _row(one: Shelved, t: Translator) -> None:
    precedent = one.precedent
    with st.container(border=True, gap="xsmall"):
        st.markdown(f"**{plain(said.resource(precedent, t))}**  →  **{plain(said.use(precedent, t))}**")
        st.markdown(f"{plain(said.giver(precedent, t))}  →  {plain(said.taker(precedent, t))}")
        badge = ":green-badge[:material/bookmark: {word}] " if one.is_own else ""
        mark = badge.format(word=plain(t("This programme's own")))
        codes = said.codes(precedent)
        quiet = [
            said.place(precedent, t),
            said.status(precedent.status, t),
            t("Waste code: {codes}", codes=codes) if codes else "",
        ]
        st.markdown(f"{mark}{' · '.join(plain(part) for part in quiet if part)} · {_source(one, t)}")


def _source(one: Shelved, t: Translator) -> str:
    if one.address is None:
        return plain(t("Source: {source}", source=said.source(one.precedent, t)))
    host = one.address.split("/")[2].removeprefix("www.")
    return f"[{plain(t('Source: {source}', source=host))}]({one.address.replace(')', '%29').replace('(', '%28')})"


def _map(found: tuple[Shelved, ...], t: Translator) -> None:
    scope = st.segmented_control(
        t("Map of"),
        list(_SCOPES),
        format_func=lambda one: t(_SCOPES[one]),
        **linked.arguments("library", "scope", list(_SCOPES), precedent_map.WORLD),
        label_visibility="collapsed",
        required=True,
    )
    world = scope == precedent_map.WORLD
    counts = library.by_country(found) if world else library.by_province(found)
    if counts:
        st.vega_lite_chart(
            cache_library.map_chart(tuple(counts.items()), str(scope), t.language),
            key="library_map",
            alt=t("Map of the exchanges; the list beside it names the places"),
        )
    names = (
        (library.country_name(one, t.language) if world else one, count) for one, count in counts.items()
    )
    st.caption(plain(" · ".join(f"{name}: {count}" for name, count in names)))
    absent = len(found) - sum(counts.values())
    if absent and world:
        st.caption(t("Not on the map, because their country is not known: {count}", count=absent))
    elif absent:
        st.caption(t("Not on the map, because they lie abroad or name no province: {count}", count=absent))


def _paper(found: tuple[Shelved, ...], head: Head, t: Translator) -> bytes:
    return pdf.content(shelf.document(found, head, t), t)
