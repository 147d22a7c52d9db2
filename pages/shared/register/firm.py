"""A firm's record: what it is, its sites, contacts, cards and history."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import streamlit as st

from core.domain.choices import SizeClass
from core.domain.labels import label
from core.domain.model import Firm
from core.domain.register import taxnumber
from core.domain.reports.reporting import ReportKind
from core.errors import NotFoundError
from core.i18n import Translator
from core.i18n import marked as m
from core.services import firms
from core.services.permissions import allows
from pages.shared import cache, clock, forms, report_buttons, retire, session
from pages.shared.forms import Compared
from pages.shared.register import (
    cards,
    contacts,
    history,
    listing,
    site,
)
from pages.shared.text import plain

PARTS = {
    "firm": m("Firm"),
    "sites": m("Sites"),
    "contacts": m("Contacts"),
    "cards": m("Cards"),
    "report": m("Report"),
    "history": m("History"),
}


def draw_firm(firm_id: str, t: Translator) -> None:
    """Draw the record with the part that is chosen."""
    try:
        firm = firms.get(cache.database(), session.user(), firm_id)
    except NotFoundError as error:
        st.warning(error.text(t), icon=":material/search_off:")
        return
    if firm_id not in set(cache.firms()["firm_id"]):
        st.warning(t("“{name}” is retired.", name=plain(firm.name)), icon=":material/archive:")
        history.draw(firms.history(cache.database(), session.user(), firm_id), t)
        return
    st.title(plain(firm.name), anchor=False)
    with st.container(horizontal=True):
        if firm.is_sample:
            st.badge(t("Sample"), icon=":material/science:", color="orange")
        if firm.size_class:
            st.badge(label(firm.size_class, t), color="gray")
        if firm.tax_number:
            st.badge(t("Tax number {number}", number=plain(taxnumber.masked(firm.tax_number))), color="gray")
    part = st.pills(
        t("Part of the record"),
        list(PARTS),
        default="firm",
        required=True,
        format_func=lambda one: t(PARTS[one]),
        label_visibility="collapsed",
        wrap=True,
        key="register_part",
    )
    drawn: dict[str, Callable[[], None]] = {
        "firm": lambda: _fields(firm_id),
        "sites": lambda: site.draw(firm_id),
        "contacts": lambda: contacts.draw(firm_id),
        "cards": lambda: cards.draw(firm_id, t),
        "report": lambda: report_buttons.draw(ReportKind.FIRM, firm_id, firm.name, t, key="register"),
        "history": lambda: history.draw(firms.history(cache.database(), session.user(), firm_id), t),
    }
    drawn[str(part)]()


@st.fragment
def _fields(firm_id: str) -> None:
    t = session.translator_of_session()
    firm = firms.get(cache.database(), session.user(), firm_id)
    form = forms.begin(f"register.firm.{firm_id}", t, _initial(firm), version=firm.row_version)
    forms.problems(form, _compared(t))
    left, right = st.columns(2)
    with left:
        name = forms.text(form, "name", t("Name of the firm"), limit=200)
        tax_number = forms.text(
            form,
            "tax_number",
            t("Tax number"),
            help=t("10 digits (VKN). A person's 11 digits are shown masked."),
            limit=20,
        )
    with right:
        size = forms.choice(form, "size_class", t("Size"), SizeClass)
        external_id = forms.text(form, "external_id", t("Number in another list"), limit=100)
    about = forms.text(form, "about", t("About the firm"), lines=4)
    unchanged = tax_number == taxnumber.masked(firm.tax_number or "")
    changed = replace(
        firm,
        name=name or "",
        tax_number=firm.tax_number if unchanged else tax_number,
        size_class=size,
        external_id=external_id,
        about=about,
        row_version=forms.version(form),
    )
    _buttons(form, firm, changed)


def _buttons(form: forms.Form, firm: Firm, changed: Firm) -> None:
    t = form.t
    with st.container(horizontal=True):
        if st.button(t("Save"), type="primary", icon=":material/check:", key="register_firm_save"):
            _save(form, changed)
        if forms.begun(form) and st.button(
            t("Leave as it was"), icon=":material/undo:", key="register_firm_undo"
        ):
            forms.clear(form)
            st.rerun(scope="fragment")
        if allows(session.role(), "firms.retire"):
            retire.button(
                t("Retire the firm"),
                t(
                    "“{name}” and its cards will no longer appear in lists, on the map or in suggestions.",
                    name=plain(firm.name),
                ),
                lambda: firms.retire(
                    cache.database(), session.user(), firm.firm_id, firm.row_version, now=clock.now()
                ),
                listing.close,
                t,
            )


def _save(form: forms.Form, firm: Firm) -> None:
    acting = session.user()
    done = forms.tried(
        form,
        lambda: firms.save(cache.database(), acting, firm, now=clock.now(), new=False),
        lambda: _initial(firms.get(cache.database(), acting, firm.firm_id)),
    )
    if done:
        forms.clear(form)
        st.toast(form.t("Saved."), icon=":material/check:")
        st.rerun()
    st.rerun(scope="fragment")


def _initial(firm: Firm) -> dict[str, Any]:
    return {
        "name": firm.name,
        "tax_number": taxnumber.masked(firm.tax_number) if firm.tax_number else None,
        "size_class": firm.size_class.value if firm.size_class else None,
        "external_id": firm.external_id,
        "about": firm.about,
        "row_version": firm.row_version,
    }


def _compared(t: Translator) -> list[Compared]:
    return [
        Compared("name", t("Name of the firm")),
        Compared("tax_number", t("Tax number"), lambda one: taxnumber.masked(one or "")),
        Compared("size_class", t("Size"), lambda one: label(SizeClass(one), t) if one else ""),
        Compared("external_id", t("Number in another list")),
        Compared("about", t("About the firm")),
    ]
