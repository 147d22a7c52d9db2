"""The plan of a synergy: owner, next action, what was agreed, pilot, notes. Typed values stay as drafts."""

from dataclasses import replace
from typing import Any

import streamlit as st

from core.domain import reference
from core.domain.choices import Recurrence
from core.domain.labels import label
from core.domain.model import Synergy
from core.domain.quantity import Quantity, parse_quantity
from core.domain.synergies.stages import step
from core.errors import InvalidRecordError, NotAQuantityError
from core.i18n import Translator
from core.services import synergies, users
from pages.shared import cache, cache_accounts, clock, forms, session
from pages.shared.forms import Compared, Form
from pages.shared.my_day import dates

_PRICE_UNITS = ("t", "kg", "m3", "Sm3", "kWh", "MWh", "piece", "hour", "lorry_load")


def draw(synergy: Synergy, t: Translator) -> None:
    """Draw the plan's form."""
    st.subheader(t("Plan"), anchor=False)
    _form(synergy.synergy_id)


@st.fragment
def _form(synergy_id: str) -> None:
    t = session.translator_of_session()
    kept = synergies.get(cache.database(), session.user(), synergy_id)
    form = forms.begin(name_of(synergy_id), t, _initial(kept, t), version=kept.row_version)
    names = _names(kept)
    forms.problems(form, _compared(names, t))
    said: dict[str, Any] = {"owner_id": forms.pick(form, "owner_id", t("Owner"), names)}
    said["next_action"] = forms.text(
        form, "next_action", t("Next action"), limit=200, placeholder=t(step(kept).text)
    )
    said["next_action_on"] = forms.day(form, "next_action_on", t("Due"))
    left, right = st.columns(2)
    with left:
        typed = forms.text(
            form, "quantity", t("Quantity agreed, as in the card"), placeholder=t("for example 12 t/month")
        )
    with right:
        said["recurrence"] = forms.choice(form, "recurrence", t("How it runs"), Recurrence, style="segments")
    said |= _price(form, t)
    said["is_pilot"] = forms.yes_no(form, "is_pilot", t("Pilot of the programme"), required=True)
    said["notes"] = forms.text(form, "notes", t("Notes"), lines=3, limit=4000)
    with st.container(horizontal=True):
        if st.button(t("Save"), type="primary", icon=":material/check:", key="synergies_plan_save"):
            _save(form, replace(kept, **said, row_version=forms.version(form)), typed)
        if forms.begun(form) and st.button(
            t("Leave as it was"), icon=":material/undo:", key="synergies_plan_undo"
        ):
            forms.clear(form)
            st.rerun(scope="fragment")
        _calendar(kept, t)


def _calendar(kept: Synergy, t: Translator) -> None:
    """Draw the download of the saved date for a calendar."""
    row = synergies.named(cache.database(), session.user(), kept.synergy_id)
    said = {name: getattr(kept, name) for name in ("title", "next_action", "next_action_on", "row_version")}
    dates.button({**row, **said, "updated_at": clock.now()}, t)


def name_of(synergy_id: str) -> str:
    """Return the name of the plan's draft."""
    return f"synergies.plan.{synergy_id}"


def _price(form: Form, t: Translator) -> dict[str, Any]:
    st.caption(
        t("Price agreed, without VAT: what the taker pays the giver; with a minus where the giver pays.")
    )
    first, second, third = st.columns(3)
    with first:
        price = forms.number(form, "price_per_unit", t("Price (TRY)"))
    with second:
        unit = forms.pick(form, "price_unit", t("per"), {one: one for one in _PRICE_UNITS})
    with third:
        on = forms.day(form, "price_date", t("Price of"))
    return {"price_per_unit": price, "price_unit": unit, "price_date": on}


def _save(form: Form, synergy: Synergy, typed: str | None) -> None:
    def action() -> None:
        read = _read(typed)
        changed = replace(synergy, quantity=read.amount, unit=read.unit, period=read.period)
        synergies.save(cache.database(), session.user(), changed, now=clock.now())

    def stored() -> dict[str, Any]:
        newer = synergies.get(cache.database(), session.user(), synergy.synergy_id)
        return _initial(newer, form.t) | {"row_version": newer.row_version}

    if forms.tried(form, action, stored):
        forms.clear(form)
        st.toast(form.t("Saved."), icon=":material/check:")
        st.rerun()
    st.rerun(scope="fragment")


def _read(typed: str | None) -> Quantity:
    """Return what was typed, an empty quantity for nothing. Raises InvalidRecordError where it cannot be read."""
    if not typed:
        return Quantity("")
    read = parse_quantity(typed)
    if not read.is_complete:
        raise InvalidRecordError({"quantity": NotAQuantityError()})
    return read


def _initial(synergy: Synergy, t: Translator) -> dict[str, Any]:
    return {
        "owner_id": synergy.owner_id,
        "next_action": synergy.next_action,
        "next_action_on": synergy.next_action_on.isoformat() if synergy.next_action_on else None,
        "quantity": _typed(synergy, t),
        "recurrence": synergy.recurrence.value if synergy.recurrence else None,
        "price_per_unit": forms.spelled(synergy.price_per_unit, "tr"),
        "price_unit": synergy.price_unit,
        "price_date": synergy.price_date.isoformat() if synergy.price_date else None,
        "is_pilot": "yes" if synergy.is_pilot else "no",
        "notes": synergy.notes,
    }


def _typed(synergy: Synergy, t: Translator) -> str | None:
    """Return the agreed quantity as it may be typed again: without thousands, which can be read in two ways."""
    if synergy.quantity is None:
        return None
    units = reference.units()
    unit, period = (
        units[code].symbol(t.language) for code in (synergy.unit or "t", synergy.period or "year")
    )
    return f"{forms.spelled(synergy.quantity, t.language)} {unit}/{period}"


def _names(synergy: Synergy) -> dict[str, str]:
    """Return who may own it: those who work with the programme now, and whoever owns it."""
    acting = session.user()
    known = cache_accounts.names()
    table = users.table(cache.database(), acting)
    ids = [*table.loc[table["retired_at"].isna(), "user_id"], acting.user_id, synergy.owner_id]
    return {one: known.get(one, one) for one in dict.fromkeys(ids) if one}


def _compared(names: dict[str, str], t: Translator) -> list[Compared]:
    return [
        Compared("owner_id", t("Owner"), lambda one: names.get(one, one or "")),
        Compared("next_action", t("Next action")),
        Compared("next_action_on", t("Due")),
        Compared("quantity", t("Quantity agreed, as in the card")),
        Compared("recurrence", t("How it runs"), lambda one: label(Recurrence(one), t) if one else ""),
        Compared("price_per_unit", t("Price (TRY)")),
        Compared("notes", t("Notes")),
    ]
