"""The register's two lists: search as one types, filters, a table; a chosen row opens its record."""

from collections.abc import Callable
from typing import Any

import pandas as pd
import streamlit as st

from core.domain import reference, wastecodes
from core.domain.choices import Direction, Kind, SizeClass, Visibility
from core.domain.labels import label
from core.domain.model import Firm
from core.domain.register import listing
from core.i18n import Translator
from core.services import firms as firms_service
from core.services.permissions import allows
from core.views import maps
from pages.shared import cache, clock, forms, session, tables


def back(t: Translator) -> None:
    """Draw the way from a record to the lists."""
    st.button(
        t("All firms and resources"),
        icon=":material/arrow_back:",
        type="tertiary",
        key="register_back",
        on_click=close,
    )


def close() -> None:
    """Close the opened record."""
    for name in ("firm", "resource", "site"):
        st.query_params.pop(name, None)


def show(record: str, record_id: str) -> None:
    """Open a record: `record` is "firm" or "resource"."""
    close()
    st.query_params[record] = record_id


@st.fragment
def firms() -> None:
    """Draw the firms."""
    t = session.translator_of_session()
    rows = cache.firm_rows()
    with st.container(horizontal=True, vertical_alignment="bottom"):
        staff = session.user().is_staff
        query = _search(
            t("Firm, place, activity or tax number") if staff else t("Firm, place or activity"), t
        )
        sector = _filter(
            t("Sector"), "register_sector", _present(rows["sector"], reference.sector_groups()), _sector, t
        )
        zone = _filter(t("Zone"), "register_zone", _present(rows["zone_id"], reference.zones()), _zone, t)
        if allows(session.role(), "firms.save") and st.button(
            t("Add a firm"), icon=":material/add_business:", key="register_new_firm"
        ):
            st.dialog(t("Add a firm"))(_new_firm)()
    found = listing.searched(rows, query, sector=sector, zone_id=zone)
    st.caption(t("{count} firms", count=len(found)))
    _table(found, firm_table(found, t), "firm", t)


@st.fragment
def resources() -> None:
    """Draw the cards."""
    t = session.translator_of_session()
    rows = cache.card_rows()
    with st.container(horizontal=True, vertical_alignment="bottom"):
        query = _search(t("Resource, firm, place or waste code"), t)
        direction = _filter(t("Have or want"), "register_direction", list(Direction), label, t)
        kind = _filter(t("Kind"), "register_kind", list(Kind), label, t)
        sector = _filter(
            t("Sector"), "register_sector", _present(rows["sector"], reference.sector_groups()), _sector, t
        )
        zone = _filter(t("Zone"), "register_zone", _present(rows["zone_id"], reference.zones()), _zone, t)
        draft = rows["is_draft"].any() and st.checkbox(
            t("Drafts only"), key="register_draft", persist_state="page"
        )
    found = listing.searched(
        rows,
        query,
        direction=direction,
        kind=kind,
        sector=sector,
        zone_id=zone,
        is_draft=True if draft else None,
    )
    st.caption(t("{count} resources", count=len(found)))
    _table(found, card_table(found, t), "resource", t)


def firm_table(rows: pd.DataFrame, t: Translator) -> pd.DataFrame:
    """Return firms for reading."""
    shown = {
        t("Firm"): rows["name"],
        t("Sector"): [maps.sector_name(one, t) for one in rows["sector"]],
        t("Place"): _places(rows, t),
        label(Direction.HAVE, t): rows["haves"],
        label(Direction.WANT, t): rows["wants"],
    }
    if session.user().is_staff:
        shown |= {t("Sites"): rows["sites"], t("Tax number"): rows["tax_number"].fillna("")}
    return pd.DataFrame(shown)


def card_table(rows: pd.DataFrame, t: Translator) -> pd.DataFrame:
    """Return cards for reading."""
    shown = {
        t("Resource"): rows["name"],
        t("Have or want"): [label(Direction(one), t) for one in rows["direction"]],
        t("Kind"): [label(Kind(one), t) for one in rows["kind"]],
        t("Quantity"): rows["quantity_typed"].fillna(""),
        t("Firm"): rows["firm_name"],
        t("Place"): _places(rows, t),
        t("Waste codes"): [
            ", ".join(map(wastecodes.format_code, one.split(";"))) if isinstance(one, str) else ""
            for one in rows["waste_codes"]
        ],
    }
    if session.user().is_staff:
        shown[t("Who may see it")] = [label(Visibility(one), t) for one in rows["visibility"]]
    return pd.DataFrame(shown)


def _search(placeholder: str, t: Translator) -> str:
    return (
        st.text_input(
            t("Search"),
            type="search",
            live="250ms",
            key="register_search",
            persist_state="page",
            icon=":material/search:",
            placeholder=placeholder,
            max_chars=100,
            width=360,
        )
        or ""
    )


def _filter(
    title: str, key: str, options: list[Any], word: Callable[[Any, Translator], str], t: Translator
) -> str | None:
    chosen = st.selectbox(
        title,
        options,
        index=None,
        format_func=lambda one: word(one, t),
        placeholder=t("All"),
        key=key,
        persist_state="page",
        width=200,
    )
    return str(chosen) if chosen else None


def _table(found: pd.DataFrame, shown: pd.DataFrame, record: str, t: Translator) -> None:
    if found.empty:
        st.info(t("Nothing here with these filters."), icon=":material/search_off:")
        return
    picked = st.dataframe(
        shown,
        hide_index=True,
        column_config=tables.fitted(shown, most=360),
        height=min(36 * len(found) + 40, 620),
        on_select="rerun",
        selection_mode="single-row",
        key=f"register_{record}_table",
        alt=t("One record a row; choose a row to open it"),
    )
    rows = picked["selection"]["rows"]
    if rows and rows[0] < len(found):
        show(record, str(found.iloc[rows[0]][f"{record}_id"]))
        session.forget(f"register_{record}_table")
        st.rerun()


def _new_firm() -> None:
    t = session.translator_of_session()
    form = forms.begin("register.new_firm", t)
    forms.problems(form)
    name = forms.text(form, "name", t("Name of the firm"), limit=200)
    tax_number = forms.text(form, "tax_number", t("Tax number"), limit=20)
    size = forms.choice(form, "size_class", t("Size"), SizeClass)
    if st.button(t("Add"), type="primary", key="register_new_firm_save"):
        acting = session.user()
        firm = Firm(
            clock.new_id(), acting.region_id, name or "", tax_number, size, is_sample=cache.is_sample()
        )
        if forms.tried(
            form, lambda: firms_service.save(cache.database(), acting, firm, now=clock.now(), new=True)
        ):
            forms.clear(form)
            show("firm", firm.firm_id)
            st.rerun()
        st.rerun(scope="fragment")


def _places(rows: pd.DataFrame, t: Translator) -> list[str]:
    return [
        maps.place_name(zone, district, t)
        for zone, district in zip(rows["zone_id"], rows["district"], strict=True)
    ]


def _present(column: "pd.Series[Any]", known: Any) -> list[str]:
    present = set(column.dropna())
    return [one for one in known if one in present]


def _sector(group_id: str, t: Translator) -> str:
    return reference.sector_groups()[group_id].name(t.language)


def _zone(zone_id: str, t: Translator) -> str:
    return reference.zones()[zone_id].name(t.language)
