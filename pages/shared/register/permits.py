"""The permits and licences of a site: sort, R/D operation, waste code, and until when each is valid."""

from datetime import date
from typing import Any

import streamlit as st

from core.domain import reference, wastecodes
from core.domain.model import Permit, Site
from core.i18n import Translator
from pages.shared import forms
from pages.shared.forms import Form

_PARTS = ("kind", "operation", "waste_code", "valid_until")


def initial(site: Site) -> dict[str, Any]:
    """Return the permits of a site as JSON values; each is called by its number."""
    fields: dict[str, Any] = {"permits": [str(i) for i in range(len(site.permits))]}
    for i, permit in enumerate(site.permits):
        for part in _PARTS:
            value = getattr(permit, part)
            fields[f"permit.{i}.{part}"] = value.isoformat() if isinstance(value, date) else value
    return fields


def draw(form: Form) -> tuple[Permit, ...]:
    """Draw the permits and return them, the unfinished too: saving says what is missing."""
    t = form.t
    numbers: list[str] = list(forms.value(form, "permits") or [])
    with st.expander(
        t("Permits and licences ({count})", count=len(numbers)),
        icon=":material/verified:",
        key=form.key("permits_open"),
        expanded=any(field.startswith("permit.") for field in forms.errors(form)),
    ):
        found = [_permit(form, number) for number in numbers]
        st.button(
            t("Add a permit"), icon=":material/add:", key=form.key("permit_add"), on_click=_add, args=(form,)
        )
    return tuple(found)


def kinds(t: Translator) -> dict[str, str]:
    """Return the sorts of permit that people choose among."""
    return {"permit": t("Environmental permit"), "licence": t("Environmental licence")}


def _permit(form: Form, number: str) -> Permit:
    t = form.t
    known = kinds(t)
    kept = forms.value(form, f"permit.{number}.kind")
    options = known if kept in (None, *known) else known | {kept: kept}
    operations = {
        one.code: f"{one.code} {one.name_tr if t.language == 'tr' else one.name_en}"
        for one in reference.operations().values()
    }
    with st.container(border=True):
        first, second = st.columns(2)
        third, fourth, last = st.columns([2, 2, 1], vertical_alignment="bottom")
        with first:
            kind = forms.pick(form, f"permit.{number}.kind", t("Sort of permit"), options)
        with second:
            operation = forms.pick(form, f"permit.{number}.operation", t("Operation (R/D)"), operations)
        with third:
            code = forms.text(
                form, f"permit.{number}.waste_code", t("Waste code"), placeholder="10 09 08", limit=12
            )
        with fourth:
            until = forms.day(form, f"permit.{number}.valid_until", t("Valid until"))
        with last:
            st.button(
                t("Remove"),
                key=form.key(f"permit_remove.{number}"),
                type="tertiary",
                on_click=_remove,
                args=(form, number),
            )
    return Permit(kind or "", operation, wastecodes.normalise(code or "") or code, until)


def _add(form: Form) -> None:
    numbers = list(forms.value(form, "permits") or [])
    forms.put(form, "permits", [*numbers, str(len(numbers))])


def _remove(form: Form, number: str) -> None:
    """Move the later permits up, so that numbers stay those of the record and errors find their field."""
    last = len(forms.value(form, "permits") or []) - 1
    for i in range(int(number), last + 1):
        for part in _PARTS:
            forms.put(
                form, f"permit.{i}.{part}", forms.value(form, f"permit.{i + 1}.{part}") if i < last else None
            )
    forms.put(form, "permits", [str(i) for i in range(last)])
