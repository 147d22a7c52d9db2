"""Eco-efficiency opportunities of the visited site, as records; never summed with symbiosis impact."""

import streamlit as st

from core.domain import reference
from core.domain.choices import Carrier, OpportunityState
from core.domain.labels import label
from core.domain.model import Opportunity
from core.domain.numbers import format_number
from core.domain.register.visiting import payback_years
from core.errors import SimbiyozError
from core.i18n import Translator
from core.services import visits
from pages.shared import cache, clock, forms, session
from pages.shared.text import plain
from pages.shared.visit import state as visit_state
from pages.shared.visit.state import Here

_FORM = "visit.opportunity."
_UNITS = {
    Carrier.ELECTRICITY: ("kWh", "MWh"),
    Carrier.GAS: ("Sm3", "MWh"),
    Carrier.HEAT: ("MWh", "kWh"),
    Carrier.WATER: ("m3",),
    Carrier.MATERIAL: ("t", "kg"),
    Carrier.WASTE: ("t", "kg"),
}


def draw(here: Here) -> None:
    """Draw the form for one opportunity and the list of those of the site."""
    t = here.t
    found = visits.opportunities(cache.database(), session.user(), here.site.site_id)
    st.caption(t("Savings inside the plant. They are kept apart from the impact of synergies."))
    _one(here, _opened(found))
    if not found:
        st.info(t("No opportunity is recorded at this site yet."), icon=":material/eco:")
    for one in found:
        _row(one, t)


def _opened(found: list[Opportunity]) -> Opportunity | str:
    """The opportunity in the form, or the id of a new one."""
    chosen = visit_state.get("opportunity_id")
    if not chosen:
        chosen = clock.new_id()
        visit_state.put("opportunity_id", chosen)
    return next((one for one in found if one.opportunity_id == chosen), str(chosen))


@st.fragment
def _one(here: Here, opened: Opportunity | str) -> None:
    t = session.translator_of_session()
    kept = opened if isinstance(opened, Opportunity) else None
    opportunity_id = kept.opportunity_id if kept else str(opened)
    form = forms.begin(
        _FORM + opportunity_id, t, _initial(kept, t), version=kept.row_version if kept else None
    )
    with st.container(border=True, key="visit_opportunity"):
        said = _said(here, form, opportunity_id, kept)
        if years := _payback(said, t):
            st.markdown(f":material/schedule: {years}")
        with st.container(horizontal=True):
            words = t("Save opportunity")
            if st.button(words, type="primary", icon=":material/check:", key="visit.opportunity_save"):
                _save(form, said, kept is None)
            if st.button(t("Clear"), icon=":material/undo:", key="visit.opportunity_clear"):
                _leave(form)


def _said(here: Here, form: forms.Form, opportunity_id: str, kept: Opportunity | None) -> Opportunity:
    t = form.t
    forms.problems(form)
    measure = forms.text(
        form, "measure", t("Measure"), placeholder=t("frequency converter on the compressor …")
    )
    left, middle, right = st.columns(3)
    with left:
        carrier = forms.choice(form, "carrier", t("Saves"), Carrier, required=True) or Carrier.ELECTRICITY
        state = forms.choice(form, "state", t("State"), OpportunityState, required=True)
    with middle:
        saving = forms.number(form, "saving", t("Saving a year"))
        unit = forms.pick(form, "unit", t("Unit"), _unit_names(carrier, t), required=True)
    with right:
        money = forms.number(form, "money", t("Saving a year (TRY)"))
        investment = forms.number(form, "investment", t("Investment (TRY)"))
    return Opportunity(
        opportunity_id,
        here.site.site_id,
        measure or "",
        carrier,
        visit_id=kept.visit_id if kept else here.visit.visit_id,
        saving_per_year=saving,
        saving_unit=unit if saving is not None else None,
        saving_try_per_year=money,
        investment_try=investment,
        price_date=(kept.price_date if kept else None) or clock.today(),
        state=state or OpportunityState.IDEA,
        row_version=forms.version(form),
    )


def _save(form: forms.Form, said: Opportunity, new: bool) -> None:
    database, acting = cache.database(), session.user()
    if forms.tried(form, lambda: visits.save_opportunity(database, acting, said, now=clock.now(), new=new)):
        st.toast(form.t("“{name}” is saved.", name=plain(said.measure)), icon=":material/check_circle:")
        _leave(form)
    st.rerun()


def _leave(form: forms.Form) -> None:
    forms.clear(form)
    visit_state.put("opportunity_id", None)
    st.rerun()


def _initial(kept: Opportunity | None, t: Translator) -> dict[str, object]:
    if kept is None:
        return {}
    return {
        "measure": kept.measure,
        "carrier": kept.carrier.value,
        "state": kept.state.value,
        "saving": forms.spelled(kept.saving_per_year, t.language),
        "unit": kept.saving_unit,
        "money": forms.spelled(kept.saving_try_per_year, t.language),
        "investment": forms.spelled(kept.investment_try, t.language),
    }


def _unit_names(carrier: Carrier, t: Translator) -> dict[str, str]:
    return {code: reference.units()[code].symbol(t.language) for code in _UNITS[carrier]}


def _payback(one: Opportunity, t: Translator) -> str:
    years = payback_years(one)
    return t("Payback: {years} years", years=format_number(years, t.language, 1)) if years is not None else ""


def _row(one: Opportunity, t: Translator) -> None:
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        facts = [label(one.carrier, t)]
        if one.saving_per_year is not None and one.saving_unit:
            unit = reference.units()[one.saving_unit].symbol(t.language)
            amount = f"{format_number(one.saving_per_year, t.language)} {unit}"
            facts.append(t("{amount} a year", amount=amount))
        if one.saving_try_per_year is not None:
            facts.append(t("{amount} TRY a year", amount=format_number(one.saving_try_per_year, t.language)))
        if one.investment_try is not None:
            facts.append(t("investment {amount} TRY", amount=format_number(one.investment_try, t.language)))
        facts += [said for said in (_payback(one, t),) if said]
        st.markdown(f"**{plain(one.measure)}**  \n{plain(' · '.join(facts))}", width="stretch")
        st.badge(label(one.state, t), color="gray")
        st.button(
            t("Edit"),
            key=f"visit.opportunity_edit.{one.opportunity_id}",
            on_click=visit_state.put,
            args=("opportunity_id", one.opportunity_id),
        )
        if st.button(
            t("Remove"), icon=":material/delete:", key=f"visit.opportunity_remove.{one.opportunity_id}"
        ):
            _remove(one, t)


def _remove(one: Opportunity, t: Translator) -> None:
    try:
        visits.retire_opportunity(
            cache.database(), session.user(), one.opportunity_id, one.row_version, now=clock.now()
        )
    except SimbiyozError as error:
        st.error(error.text(t), icon=":material/error:")
        return
    st.rerun()
