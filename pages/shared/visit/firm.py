"""The first step of a visit: find the firm in seconds while typing, or add it with what is known at the door."""

import pandas as pd
import streamlit as st

from core.domain import nace, reference
from core.domain.model import Firm, Site, SiteActivity
from core.domain.register import places
from core.domain.register.finding import closest
from core.domain.register.validation import check_firm, check_site
from core.errors import InvalidRecordError, NotCoordinatesError
from core.i18n import Translator
from core.services import firms, visits
from pages.shared import cache, clock, forms, session
from pages.shared.text import plain
from pages.shared.visit import state

_NEW = "visit.new_firm"


def draw(t: Translator) -> None:
    """Draw the search, one's own open visits, and the form for a new firm."""
    st.title(t("Which firm are you visiting?"), anchor=False)
    if state.get("adding"):
        _new_firm()
    else:
        _search()
        _open_visits(t)


@st.fragment
def _search() -> None:
    t = session.translator_of_session()
    query = st.text_input(
        t("Firm"),
        type="search",
        live="250ms",
        key="visit.query",
        label_visibility="collapsed",
        placeholder=t("Name, place or activity"),
        icon=":material/search:",
    )
    table = cache.firms()
    hits = _hits(table, query or "")
    for _, row in hits.iterrows():
        if st.button(_line(row, t), key=f"visit.take.{row['site_id']}", width="stretch", wrap=True):
            state.begin_at(row["site_id"])
            st.rerun()
    if query and hits.empty:
        st.caption(t("No firm is called like this yet."))
    with st.container(horizontal=True):
        label = (
            t("Add “{name}”", name=plain(query.strip())) if query and query.strip() else t("Add a new firm")
        )
        if st.button(
            label,
            icon=":material/add_business:",
            key="visit.add",
            type="primary" if hits.empty else "secondary",
        ):
            forms.put(forms.begin(_NEW, t), "name", (query or "").strip())
            state.put("adding", True)
            st.rerun()


def _hits(table: pd.DataFrame, query: str) -> pd.DataFrame:
    table = table[table["site_id"].notna()]
    texts = (
        table[["name", "site_name", "zone_short_name", "district", "activity"]]
        .fillna("")
        .agg(" ".join, axis=1)
    )
    return table.iloc[closest(query, list(texts), 6)]


def _line(row: pd.Series, t: Translator) -> str:
    where = row["zone_name_tr" if t.language == "tr" else "zone_name_en"]
    parts = [row["site_name"], where if isinstance(where, str) else row["district"]]
    said = " · ".join(plain(part) for part in parts if isinstance(part, str))
    return f"**{plain(row['name'])}** — {said}" if said else f"**{plain(row['name'])}**"


def _open_visits(t: Translator) -> None:
    table = visits.table(cache.database(), session.user())
    mine = table[(table["advisor_id"] == session.user().user_id) & table["closed_at"].isna()].head(5)
    if mine.empty:
        return
    st.subheader(t("Your open visits"), anchor=False)
    for _, row in mine.iterrows():
        st.button(
            t(
                "{firm} — {site}, {day}",
                firm=plain(row["firm_name"]),
                site=plain(row["site_name"]),
                day=forms.said_day(row["visited_on"], t),
            ),
            key=f"visit.continue.{row['visit_id']}",
            icon=":material/resume:",
            on_click=state.go_on,
            args=(row["visit_id"],),
        )


@st.fragment
def _new_firm() -> None:
    t = session.translator_of_session()
    form = forms.begin(_NEW, t)
    st.subheader(t("New firm"), anchor=False)
    st.caption(t("Name and place are enough for now; the rest can be added in the register."))
    forms.problems(form)
    name = forms.text(form, "name", t("Name of the firm"), limit=200)
    where = forms.pick(form, "where", t("Zone or district"), _places(t))
    point_typed = forms.text(form, "point", t("Coordinates, if known"), placeholder="38.4237, 27.1428")
    activity = forms.text(
        form, "activity", t("What it makes or does"), placeholder=t("cheese dairy, die casting, 1041 …")
    )
    code = _activity_code(form, activity, t)
    with st.container(horizontal=True):
        if st.button(
            t("Save and start the visit"), type="primary", icon=":material/check:", key="visit.new_firm_save"
        ):
            if forms.tried(form, lambda: _save(name, where, point_typed, activity, code)):
                forms.clear(form)
            st.rerun()
        if st.button(t("Back to the search"), key="visit.new_firm_back", icon=":material/arrow_back:"):
            state.put("adding", False)
            st.rerun()


def _places(t: Translator) -> dict[str, str]:
    zones = {f"zone:{one.zone_id}": one.name(t.language) for one in reference.zones().values()}
    return zones | {f"district:{name}": name for name in reference.districts()}


def _activity_code(form: forms.Form, activity: str | None, t: Translator) -> str | None:
    hits = nace.search(activity, t.language, 5) if activity else []
    if not hits:
        return None
    options = {hit.code: f"{hit.code} {hit.title}" for hit in hits}
    return forms.pick(form, "nace", t("Activity code: tap the one that fits"), options, style="radio")


def _save(
    name: str | None, where: str | None, point_typed: str | None, activity: str | None, code: str | None
) -> None:
    try:
        point = places.parse_coordinates(point_typed) if point_typed else None
    except NotCoordinatesError as error:
        raise InvalidRecordError({"point": error}) from error
    acting = session.user()
    firm = Firm(clock.new_id(), acting.region_id, name or "", is_sample=cache.is_sample())
    sort, _, found = (where or "").partition(":")
    zone_id, district = (found, None) if sort == "zone" else (None, found or None)
    zone = reference.zones().get(zone_id or "")
    site = Site(
        clock.new_id(),
        firm.firm_id,
        name=(zone.short or zone.district) if zone else district or name or "",
        activity=activity,
        activities=(SiteActivity(code, is_main=True),) if code else (),
    )
    site = places.located(site, zone_id, district, point)
    check_firm(firm)
    check_site(site)  # before either is kept: no firm without its site
    firms.save(cache.database(), acting, firm, now=clock.now(), new=True)
    firms.save_site(cache.database(), acting, site, now=clock.now(), new=True)
    state.put("adding", False)
    state.begin_at(site.site_id)
