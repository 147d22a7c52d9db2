"""What the map shows: sector, zone, kind, direction, and which flows; a link carries the choice."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import streamlit as st

from core.domain import geography, reference
from core.domain.choices import Direction, Kind
from core.domain.geography import RegionMap
from core.domain.labels import label
from core.i18n import LANGUAGES, Translator, translator
from core.i18n import marked as m
from pages.shared import cache, session

FLOWS = {"followed": m("Followed synergies"), "suggested": m("Best suggestions"), "none": m("No flows")}
Words = Callable[[str, Translator], str]


def draw(t: Translator) -> RegionMap:
    """Draw the filters and return what they leave of the region."""
    found = cache.region_map()
    with st.container(horizontal=True, vertical_alignment="top", key="map_filters"):
        sectors = _sectors(found, t)
        zone_id = _select(t("Zone"), "map_zone", list(reference.zones()), _zone, 250, t)
        kind = _select(t("Kind"), "map_kind", [one.value for one in Kind], _kind, 160, t)
        direction = _segments(
            t("Have or want"), "map_direction", [one.value for one in Direction], _direction, None, t
        )
        flows = _segments(t("Flows"), "map_flows", list(FLOWS), _flow, "followed", t)
    if flows == "suggested":
        found = replace(found, flows=cache.suggested_flows())
    elif flows == "none":
        found = replace(found, flows=found.flows.head(0))
    return geography.narrowed(found, sectors=sectors, zone_id=zone_id, kind=kind, direction=direction)


def choice() -> tuple[object, ...]:
    """Return what the filters say, as the key of what is drawn from it."""
    sectors = tuple(session.get("map_sector") or ())
    return sectors, *(session.get(key) for key in ("map_zone", "map_kind", "map_direction", "map_flows"))


def zone() -> str | None:
    """Return the zone that is looked at."""
    asked = session.get("map_zone")
    return str(asked) if asked else None


def _sectors(found: RegionMap, t: Translator) -> list[str]:
    present = set(found.sites["sector"].dropna()) | set(found.unnamed["sector"].dropna())
    options = [one for one in reference.sector_groups() if one in present]
    shared = _shared("map_sector", options, _sector)
    if shared:
        session.put("map_sector", shared)
    return st.multiselect(
        t("Sector"),
        options,
        format_func=lambda one: _sector(one, t),
        placeholder=t("All"),
        key="map_sector",
        bind="query-params",
        width=320,
    )


def _select(
    title: str, key: str, options: Sequence[str], words: Words, width: int, t: Translator
) -> str | None:
    shared = _shared(key, options, words)
    if shared:
        session.put(key, shared[0])
    return st.selectbox(
        title,
        options,
        index=None,
        format_func=lambda one: words(one, t),
        placeholder=t("All"),
        key=key,
        bind="query-params",
        width=width,
    )


def _segments(
    title: str, key: str, options: Sequence[str], words: Words, first: str | None, t: Translator
) -> str | None:
    shared = _shared(key, options, words)
    if shared:
        session.put(key, shared[0])
    return st.pills(
        title,
        options,
        default=None if shared else first,
        wrap=True,
        required=first is not None,
        format_func=lambda one: words(one, t),
        key=key,
        bind="query-params",
    )


def _shared(key: str, options: Sequence[str], words: Words) -> list[str]:
    """Return what a link in the other language chose: it holds words, and Streamlit knows only those of this one."""
    asked = st.query_params.get_all(key)
    if key in st.session_state or set(asked) <= {
        words(one, session.translator_of_session()) for one in options
    }:
        return []
    known = {words(one, translator(language)): one for language in LANGUAGES for one in options}
    return [known[one] for one in asked if one in known]


def _sector(group_id: str, t: Translator) -> str:
    return reference.sector_groups()[group_id].name(t.language)


def _zone(zone_id: str, t: Translator) -> str:
    return reference.zones()[zone_id].name(t.language)


def _kind(kind: str, t: Translator) -> str:
    return label(Kind(kind), t)


def _direction(direction: str, t: Translator) -> str:
    return label(Direction(direction), t)


def _flow(flow: str, t: Translator) -> str:
    return t(FLOWS[flow])
