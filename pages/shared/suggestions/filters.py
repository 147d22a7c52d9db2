"""The filters of the Suggestions page. Each is bound to the address, so that the link shows others the same list."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from core.domain import reference
from core.domain.choices import Kind
from core.domain.labels import label
from core.domain.matching import choosing
from core.domain.matching.choosing import Choice
from core.i18n import LANGUAGES, Translator, translator
from core.views import sentences
from pages.shared import session

PAGE = "suggestions_page"
DISTANCES_KM = (5.0, 10.0, 25.0, 50.0, 100.0)
UNITS = ("t", "m3", "MWh")
_MORE = tuple(f"suggestions_{name}" for name in ("sector", "zone", "km", "code", "side", "least", "hazard"))


def draw(pairs: pd.DataFrame, t: Translator, sides: tuple[str, str] = choosing.SIDES) -> Choice:
    """Draw the filters and return what they say; `sides` are the prefixes of the pairs' columns."""
    left, right = st.columns([3, 1], vertical_alignment="bottom")
    with left:
        search = st.text_input(
            t("Search cards and firms"),
            key="suggestions_search",
            type="search",
            icon=":material/search:",
            placeholder=t("For example: glass, pomace, waste heat …"),
            bind="query-params",
            on_change=_to_first_page,
            max_chars=100,
        )
    with right:
        kind = _choice(t("Kind"), "suggestions_kind", choosing.values(pairs, "kind", sides), _kind, t)
    choice = Choice(search=search or "", kind=kind)
    used = sum(bool(session.get(key)) or session.get(key) is False for key in _MORE)
    title = t("More filters, {count} in use", count=used) if used else t("More filters")
    with st.expander(title, icon=":material/tune:", type="compact", key="suggestions_more"):
        return _amounts(_places(choice, pairs, sides, t), sides, t)


def clear() -> None:
    """Take all filters back; for a button's callback, since a drawn widget cannot be set."""
    for key in ("suggestions_kind", *_MORE):
        session.put(key, "" if key == "suggestions_code" else None)
    session.put("suggestions_search", "")
    _to_first_page()


def _places(choice: Choice, pairs: pd.DataFrame, sides: tuple[str, str], t: Translator) -> Choice:
    left, middle, right = st.columns(3, vertical_alignment="bottom")
    with left:
        sectors = choosing.values(pairs, "sector", sides)
        sector = _choice(t("Sector"), "suggestions_sector", sectors, sentences.sector_name, t)
    with middle:
        zones = choosing.values(pairs, "zone_id", sides)
        zone = _choice(t("Zone"), "suggestions_zone", zones, _zone, t)
    with right:
        most_km = _choice(t("At most, as the crow flies"), "suggestions_km", DISTANCES_KM, _km, t)
    return replace(choice, sector=sector, zone_id=zone, most_km=most_km)


def _amounts(choice: Choice, sides: tuple[str, str], t: Translator) -> Choice:
    left, middle, right = st.columns(3, vertical_alignment="bottom")
    with left:
        code = st.text_input(
            t("Waste code begins with"),
            key="suggestions_code",
            placeholder="15 01",
            bind="query-params",
            on_change=_to_first_page,
            max_chars=9,
        )
    with middle:
        least = st.number_input(
            t("At least, a year"),
            min_value=0.0,
            value=None,
            step=10.0,
            key="suggestions_least",
            bind="query-params",
            on_change=_to_first_page,
        )
    with right:
        unit = _choice(t("Unit"), "suggestions_unit", UNITS, _unit, t, None)
    left, middle, _ = st.columns(3, vertical_alignment="bottom")
    with left:
        hazardous = _choice(t("Hazard"), "suggestions_hazard", (False, True), _hazard, t)
    side = None
    if sides == choosing.SIDES:
        with middle:
            side = _choice(t("These filters look at"), "suggestions_side", sides, _side, t, t("either side"))
    return replace(
        choice, side=side, code=code or "", hazardous=hazardous, least=least, unit=unit or UNITS[0]
    )


def _choice(
    title: str,
    key: str,
    options: Any,
    word: Callable[[Any, Translator], str],
    t: Translator,
    all_of_them: str | None = "",
) -> Any:
    """Draw a selectbox that may stay empty (`all_of_them` says what empty means; None: something is always chosen).

    The address holds the words of a language: those of the other one, from somebody else's link, are understood too.
    """
    shared = st.query_params.get(key)
    if shared and key not in st.session_state and shared not in [word(one, t) for one in options]:
        for language in LANGUAGES:
            for one in options:
                if word(one, translator(language)) == shared:
                    session.put(key, one)
    return st.selectbox(
        title,
        options,
        index=0 if all_of_them is None else None,
        format_func=lambda one: word(one, t),
        key=key,
        placeholder=all_of_them or t("All"),
        bind="query-params",
        on_change=_to_first_page,
    )


def _to_first_page() -> None:
    session.put(PAGE, 1)


def _kind(kind: str, t: Translator) -> str:
    return label(Kind(kind), t)


def _zone(zone_id: str, t: Translator) -> str:
    return reference.zones()[zone_id].name(t.language)


def _side(side: str, t: Translator) -> str:
    return t("the side that gives") if side == "have" else t("the side that looks for")


def _km(km: float, t: Translator) -> str:
    return t("{km} km", km=round(km))


def _hazard(hazardous: bool, t: Translator) -> str:
    return t("Hazardous only") if hazardous else t("Without hazardous")


def _unit(unit: str, t: Translator) -> str:
    return reference.units()[unit].symbol(t.language)
