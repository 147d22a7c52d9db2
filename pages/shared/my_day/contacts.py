"""The people of a synergy's firms, each with links that call, mail or write to them, the text ready.

For a row of My day and for the page of a synergy alike.
"""

from typing import Any

import streamlit as st

from core.domain.model import Contact
from core.domain.register import phones
from core.i18n import Translator
from core.services import firms
from core.views import contact_links
from pages.shared import cache, cache_accounts, session
from pages.shared.text import plain


def of_both(row: dict[str, Any], t: Translator) -> None:
    """Draw the people of a row's two firms."""
    for side, column in zip(("giver", "taker"), st.columns(2), strict=True):
        with column:
            card = row["have_name"] if side == "giver" else row["want_name"]
            of_firm(str(row[f"{side}_firm_id"]), str(row[f"{side}_name"]), card, t)


def of_firm(firm_id: str, name: str, card: object, t: Translator) -> None:
    """Draw the people of a firm; the text is about the name of its `card`, if that is one."""
    st.markdown(f"**{plain(name)}**")
    about = card if isinstance(card, str) else t("use of resources between firms")
    people = firms.contacts(cache.database(), session.user(), firm_id)
    for person in people:
        _person(person, about, t)
    if not people:
        st.caption(t("No contact is known."))
        st.page_link("pages/register.py", label=t("Add one in the register"), query_params={"firm": firm_id})


def _person(person: Contact, about: str, t: Translator) -> None:
    acting = session.user()
    sender = cache_accounts.names().get(acting.user_id, acting.name)
    text = contact_links.message(person.name, about, sender, t)
    phone = phones.read(person.phone)
    said = [person.name, person.task, phone.shown if phone else person.phone, person.email]
    st.markdown(" · ".join(plain(one) for one in said if one))
    with st.container(horizontal=True, gap="small"):
        if phone:
            st.link_button(t("Call"), contact_links.call(phone), icon=":material/call:")
        if person.email:
            address = contact_links.mail(person.email, contact_links.subject(about, t), text)
            st.link_button(t("E-mail"), address, icon=":material/mail:")
        if phone and phone.may_chat:
            st.link_button(t("WhatsApp"), contact_links.whatsapp(phone, text), icon=":material/chat:")
