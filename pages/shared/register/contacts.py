"""The contacts of a firm: personal data, kept short, erased on request by leaders."""

from dataclasses import replace
from typing import Any

import streamlit as st

from core.domain.choices import Gender
from core.domain.labels import label
from core.domain.model import Contact
from core.domain.numbers import format_date
from core.i18n import Translator
from core.services import firms
from core.services.permissions import allows
from pages.shared import cache, clock, forms, retire, session
from pages.shared.forms import Compared
from pages.shared.text import plain

_CHOSEN = "register_contact"
NEW = "new"


@st.fragment
def draw(firm_id: str) -> None:
    """Draw the contacts, and the form of the one that is opened."""
    t = session.translator_of_session()
    contacts = {one.contact_id: one for one in firms.contacts(cache.database(), session.user(), firm_id)}
    if not contacts:
        st.info(t("No contact yet."), icon=":material/person_off:")
    for contact in contacts.values():
        _line(contact, t)
    st.button(
        t("Add a contact"),
        icon=":material/person_add:",
        key="register_contact_new",
        on_click=session.put,
        args=(_CHOSEN, NEW),
    )
    chosen = session.get(_CHOSEN)
    if chosen == NEW:
        _form(firm_id, None, t)
    elif chosen in contacts:
        _form(firm_id, contacts[chosen], t)


def _line(contact: Contact, t: Translator) -> None:
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        details = [contact.task, contact.phone, contact.email]
        said = " · ".join(plain(one) for one in details if one)
        informed = (
            t("Informed on {day}", day=format_date(contact.informed_on, t.language))
            if contact.informed_on
            else t("Not informed yet about the use of personal data")
        )
        st.markdown(f"**{plain(contact.name)}** {said}  \n:small[{informed}]", width="stretch")
        st.button(
            t("Edit"),
            key=f"register_contact_{contact.contact_id}",
            on_click=session.put,
            args=(_CHOSEN, contact.contact_id),
        )
        if allows(session.role(), "firms.erase_contact"):
            retire.button(
                t("Erase"),
                t(
                    "All data of “{name}” will be erased, also from the history. This cannot be undone.",
                    name=plain(contact.name),
                ),
                lambda: firms.erase_contact(
                    cache.database(), session.user(), contact.contact_id, now=clock.now()
                ),
                lambda: session.put(_CHOSEN, None),
                t,
                key=f"register_erase_{contact.contact_id}",
                icon=":material/delete_forever:",
            )


def _form(firm_id: str, kept: Contact | None, t: Translator) -> None:
    form = forms.begin(
        f"register.contact.{kept.contact_id if kept else firm_id + '.new'}",
        t,
        _initial(kept),
        version=kept.row_version if kept else None,
    )
    sites = {one.site_id: one.name for one in firms.sites(cache.database(), session.user(), firm_id)}
    with st.container(border=True, key="register_contact_form"):
        forms.problems(form, _compared(sites, t))
        left, right = st.columns(2)
        with left:
            name = forms.text(form, "name", t("Name"), limit=200)
            task = forms.text(form, "task", t("Task at the firm"), limit=200)
            site_id = forms.pick(form, "site_id", t("Site"), sites)
        with right:
            phone = forms.text(form, "phone", t("Phone"), limit=40)
            email = forms.text(form, "email", t("E-mail"), limit=200)
            gender = forms.choice(
                form, "gender", t("Gender, as stated"), Gender, style="segments", required=True
            )
        informed = forms.day(form, "informed_on", t("Information notice given on"))
        with st.container(horizontal=True):
            if st.button(t("Save"), type="primary", icon=":material/check:", key="register_contact_save"):
                base = kept or Contact(clock.new_id(), firm_id, "")
                changed = replace(
                    base, name=name or "", task=task, phone=phone, email=email, gender=gender or Gender.NOT_SAID,
                    informed_on=informed, site_id=site_id, row_version=forms.version(form),
                )  # fmt: skip
                _save(form, changed, new=kept is None)
            if st.button(t("Cancel"), key="register_contact_cancel"):
                forms.clear(form)
                session.put(_CHOSEN, None)
                st.rerun(scope="fragment")


def _save(form: forms.Form, contact: Contact, *, new: bool) -> None:
    acting = session.user()
    done = forms.tried(
        form,
        lambda: firms.save_contact(cache.database(), acting, contact, now=clock.now(), new=new),
        lambda: _stored(contact),
    )
    if done:
        forms.clear(form)
        session.put(_CHOSEN, None)
        st.toast(form.t("Saved."), icon=":material/check:")
    st.rerun(scope="fragment")


def _stored(contact: Contact) -> dict[str, Any]:
    contacts = firms.contacts(cache.database(), session.user(), contact.firm_id)
    return _initial(next(one for one in contacts if one.contact_id == contact.contact_id))


def _initial(contact: Contact | None) -> dict[str, Any]:
    if contact is None:
        return {"gender": Gender.NOT_SAID.value}
    return {
        **{
            name: getattr(contact, name)
            for name in ("name", "task", "phone", "email", "site_id", "row_version")
        },
        "gender": contact.gender.value,
        "informed_on": contact.informed_on.isoformat() if contact.informed_on else None,
    }


def _compared(sites: dict[str, str], t: Translator) -> list[Compared]:
    return [
        Compared("name", t("Name")),
        Compared("task", t("Task at the firm")),
        Compared("phone", t("Phone")),
        Compared("email", t("E-mail")),
        Compared("site_id", t("Site"), lambda one: sites.get(one, "")),
        Compared("gender", t("Gender, as stated"), lambda one: label(Gender(one), t)),
        Compared("informed_on", t("Information notice given on")),
    ]
