"""The sites of a firm: place, activities, permits, and what they use and make in a year."""

from dataclasses import replace
from typing import Any

import streamlit as st

from core.domain import nace, reference
from core.domain.choices import Place
from core.domain.labels import label
from core.domain.model import Site
from core.domain.register import places
from core.errors import InvalidRecordError, NotCoordinatesError
from core.i18n import Translator
from core.services import firms
from core.services.permissions import allows
from pages.shared import cache, clock, forms, retire, session
from pages.shared.forms import Compared, Form
from pages.shared.register import codes
from pages.shared.register import permits as register_permits
from pages.shared.text import plain

YEARLY = ("electricity_kwh_per_year", "gas_sm3_per_year", "water_m3_per_year", "output_quantity")
NEW = "new"
_CHOSEN = "register_site"


@st.fragment
def draw(firm_id: str) -> None:
    """Draw the choice of a site, and the form of the chosen one."""
    t = session.translator_of_session()
    sites = {site.site_id: site for site in firms.sites(cache.database(), session.user(), firm_id)}
    options = [*sites, NEW]
    if session.get(_CHOSEN) not in options:
        session.put(_CHOSEN, options[0])
    chosen = st.pills(
        t("Site"),
        options,
        required=True,
        wrap=True,
        format_func=lambda one: t("New site") if one == NEW else plain(sites[one].name),
        label_visibility="collapsed",
        key=_CHOSEN,
    )
    kept = sites.get(str(chosen))
    form = forms.begin(
        f"register.site.{kept.site_id if kept else firm_id + '.new'}",
        t,
        initial(kept),
        version=kept.row_version if kept else None,
    )
    forms.problems(form, _compared(t))
    _buttons(form, kept, _fields(form, kept or Site(clock.new_id(), firm_id, "")))


def _buttons(form: Form, kept: Site | None, site: Site) -> None:
    t = form.t
    with st.container(horizontal=True):
        if st.button(t("Save"), type="primary", icon=":material/check:", key="register_site_save"):
            _save(form, site, new=kept is None)
        if forms.begun(form) and st.button(
            t("Leave as it was"), icon=":material/undo:", key="register_site_undo"
        ):
            forms.clear(form)
            st.rerun(scope="fragment")
        if kept and allows(session.role(), "firms.retire_site"):
            retire.button(
                t("Retire the site"),
                t(
                    "“{name}” and its cards will no longer appear in lists, on the map or in suggestions.",
                    name=plain(kept.name),
                ),
                lambda: firms.retire_site(
                    cache.database(), session.user(), kept.site_id, kept.row_version, now=clock.now()
                ),
                lambda: session.forget(_CHOSEN),
                t,
            )


def initial(site: Site | None) -> dict[str, Any]:
    """Return a site as the values of the form's fields; None gives a new one's."""
    if site is None:
        return {"place": Place.NONE.value}
    own_point = site.lat is not None and site.coordinate_quality != "approximate"
    return {
        "name": site.name,
        "place": site.place.value,
        "zone_id": site.zone_id,
        "district": site.district,
        "point": f"{site.lat}, {site.lon}" if own_point else None,
        "activity": site.activity,
        "output_unit": site.output_unit,
        "output_product": site.output_product,
        "row_version": site.row_version,
        **{name: forms.spelled(getattr(site, name), "tr") for name in YEARLY},
        **codes.initial(site),
        **register_permits.initial(site),
    }


def _fields(form: Form, base: Site) -> Site:
    """Draw the fields and return the site that they describe; what cannot be read is said when it is saved."""
    t = form.t
    left, right = st.columns(2)
    with left:
        name = forms.text(form, "name", t("Name of the site"), limit=200)
        zones = {one.zone_id: one.name(t.language) for one in reference.zones().values()}
        zone_id = forms.pick(form, "zone_id", t("Zone"), zones)
        if zone_id is None:
            place = forms.choice(form, "place", t("Sort of place"), Place, required=True)
            district = forms.pick(
                form, "district", t("District"), {one: one for one in reference.districts()}
            )
        else:
            zone = reference.zones()[zone_id]
            place, district = Place(zone.place), zone.district
            st.caption(f"{label(place, t)} · {plain(district)}")
        forms.text(form, "point", t("Coordinates, if known"), placeholder="38.4237, 27.1428", limit=60)
    with right:
        activity = forms.text(form, "activity", t("What it makes or does"), lines=6)
    activities = codes.draw(form, base)
    yearly = _yearly(form)
    permits = register_permits.draw(form)
    site = replace(
        base,
        name=name or "",
        place=place or Place.NONE,
        activity=activity,
        activities=activities,
        permits=permits,
        row_version=forms.version(form),
        **yearly,
    )
    return places.located(site, zone_id, district, None)


def _yearly(form: Form) -> dict[str, Any]:
    t = form.t
    labels = {
        "electricity_kwh_per_year": (t("Electricity (kWh)"), "kWh"),
        "gas_sm3_per_year": (t("Natural gas (Sm³)"), "Sm³"),
        "water_m3_per_year": (t("Water (m³)"), "m³"),
    }
    st.markdown(f"**{t('In a year')}**")
    found: dict[str, Any] = {}
    for column, (field, (text, unit)) in zip(st.columns(3), labels.items(), strict=True):
        with column:
            found[field] = forms.number(form, field, text, unit=unit)
    left, middle, right = st.columns(3)
    with left:
        found["output_quantity"] = forms.number(form, "output_quantity", t("Output"))
    with middle:
        found["output_unit"] = forms.text(form, "output_unit", t("Unit of the output"), limit=40)
    with right:
        found["output_product"] = forms.text(form, "output_product", t("Product"), limit=200)
    return found


def _save(form: Form, site: Site, *, new: bool) -> None:
    acting = session.user()
    done = forms.tried(
        form,
        lambda: firms.save_site(cache.database(), acting, _read(form, site), now=clock.now(), new=new),
        lambda: _stored(site),
    )
    if done:
        forms.clear(form)
        session.forget(_CHOSEN)
        st.toast(form.t("Saved."), icon=":material/check:")
        st.rerun()
    st.rerun(scope="fragment")


def _read(form: Form, site: Site) -> Site:
    typed = forms.value(form, "point")
    if not typed:
        return site
    try:
        return places.located(site, site.zone_id, site.district, places.parse_coordinates(typed))
    except NotCoordinatesError as error:
        raise InvalidRecordError({"point": error}) from error


def _stored(site: Site) -> dict[str, Any]:
    sites = firms.sites(cache.database(), session.user(), site.firm_id)
    return initial(next(one for one in sites if one.site_id == site.site_id))


def _compared(t: Translator) -> list[Compared]:
    texts = {
        "name": t("Name of the site"),
        "district": t("District"),
        "point": t("Coordinates, if known"),
        "activity": t("What it makes or does"),
        "electricity_kwh_per_year": t("Electricity (kWh)"),
        "gas_sm3_per_year": t("Natural gas (Sm³)"),
        "water_m3_per_year": t("Water (m³)"),
        "output_quantity": t("Output"),
        "output_unit": t("Unit of the output"),
        "output_product": t("Product"),
        "main": t("Main activity"),
    }
    zones = reference.zones()
    return [
        *[Compared(name, said) for name, said in texts.items()],
        Compared("zone_id", t("Zone"), lambda one: zones[one].name(t.language) if one in zones else ""),
        Compared("place", t("Sort of place"), lambda one: label(Place(one), t) if one else ""),
        Compared(
            "codes",
            t("Activity codes"),
            lambda some: ", ".join(nace.normalise(one) or one for one in some or []),
        ),
    ]
