"""The pool of academics and experts: searched as one types, added, changed, erased."""

from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

import streamlit as st

from core.domain import nace, reference
from core.domain.choices import ConsentWay
from core.domain.labels import label
from core.domain.numbers import format_date
from core.domain.programme.people import LANGUAGES, Expert, ExpertKind, found
from core.domain.register import phones
from core.i18n import Translator
from core.i18n import marked as m
from core.services import people
from core.services.permissions import allows
from core.views import contact_links, people_words
from pages.shared import cache, cache_people, clock, dialogs, retire, session, telling
from pages.shared.text import plain

_KEY = "people_expert_"
FIELDS = {
    "name": m("Name"),
    "institution": m("Institution"),
    "fields": m("Fields, with commas between"),
    "sectors": m("Sectors"),
    "email": m("E-mail"),
    "phone": m("Phone"),
    "consent_on": m("Consent given on"),
    "consent_how": m("How the consent was given"),
}


@st.fragment
def draw() -> None:
    """Draw the search, the people found, and the form."""
    t = session.translator_of_session()
    with st.container(horizontal=True, vertical_alignment="bottom"):
        typed = st.text_input(
            t("Search people"),
            live="250ms",
            placeholder=t("Name, field, sector or language, for example compost"),
            icon=":material/search:",
            key="people_search",
            width=380,
        )
        if st.button(t("Add a person"), icon=":material/person_add:", key=f"{_KEY}new"):
            dialogs.lasting(t("Add a person"), width="large")(_form)(None, t)
    known = cache_people.experts()
    shown = found(known, typed or "")
    st.caption(t("{shown} of {all} people", shown=len(shown), all=len(known)))
    if not known:
        st.info(t("Nobody yet. Add the first academic or expert."), icon=":material/school:")
    for place in range(0, len(shown), 2):  # by rows, so that a phone shows them in their order
        for column, expert in zip(st.columns(2), shown[place : place + 2], strict=False):
            with column:
                _card(expert, t)


def line(expert: Expert, t: Translator) -> str:
    """Return name, kind and institution for reading."""
    kind = f":blue-badge[{plain(label(expert.kind, t))}]"
    institution = f"  \n{plain(expert.institution)}" if expert.institution else ""
    return f"**{plain(expert.name)}** {kind}{institution}"


def _card(expert: Expert, t: Translator) -> None:
    with st.container(border=True, gap="xsmall"):
        st.markdown(line(expert, t))
        if expert.fields:
            st.markdown(plain(expert.fields))
        sectors = ", ".join(people_words.sector(code, t) for code in expert.sectors)
        languages = ", ".join(people_words.language(code, t) for code in expert.languages)
        st.caption("  \n".join(plain(one) for one in (sectors, languages) if one))
        _contact(expert, t)
        with st.container(horizontal=True):
            _links(expert, t)
            if st.button(t("Edit"), type="tertiary", icon=":material/edit:", key=f"{_KEY}{expert.expert_id}"):
                dialogs.lasting(t("Change a person"), width="large")(_form)(expert, t)
            if allows(session.role(), "people.erase"):
                retire.button(
                    t("Erase"),
                    t(
                        "All data of “{name}” will be erased, also from the history. This cannot be undone.",
                        name=plain(expert.name),
                    ),
                    lambda: people.erase(cache.database(), session.user(), expert.expert_id, now=clock.now()),
                    lambda: None,
                    t,
                    key=f"{_KEY}erase_{expert.expert_id}",
                    icon=":material/delete_forever:",
                )


def _contact(expert: Expert, t: Translator) -> None:
    if not expert.has_consent or expert.consent_on is None or expert.consent_how is None:
        st.caption(f":orange[{plain(t('No consent yet: no contact data is kept.'))}]")
        return
    said = " · ".join(plain(one) for one in (expert.email, expert.phone) if one)
    day = format_date(expert.consent_on, t.language)
    consent = t("Consent: {day}, {how}", day=day, how=label(expert.consent_how, t))
    st.caption(f"{said}  \n{plain(consent)}" if said else plain(consent))


def _links(expert: Expert, t: Translator) -> None:
    """Draw what begins a call or a mail; contact data stands only with a consent."""
    phone = phones.read(expert.phone)
    if phone:
        st.link_button(t("Call"), contact_links.call(phone), icon=":material/call:", type="tertiary")
    if expert.email:
        address = contact_links.mail(expert.email, t("Industrial symbiosis programme"), "")
        st.link_button(t("E-mail"), address, icon=":material/mail:", type="tertiary")


def _form(kept: Expert | None, t: Translator) -> None:
    base = kept or Expert(clock.new_id(), session.user().region_id, ExpertKind.ACADEMIC, "")
    key = f"{_KEY}form_{f'{kept.expert_id}_{kept.row_version}' if kept else 'new'}_"
    kinds: list[ExpertKind] = list(ExpertKind)
    kind = st.segmented_control(
        t("Kind"), kinds, default=base.kind, format_func=lambda one: label(one, t), required=True,
        **dialogs.kept(f"{key}kind"),
    )  # fmt: skip
    left, right = st.columns(2)
    name = left.text_input(t("Name"), value=base.name, max_chars=200, **dialogs.typed(f"{key}name"))
    institution = right.text_input(
        t("Institution"), value=base.institution or "", **dialogs.typed(f"{key}institution")
    )
    fields = st.text_area(
        t("Fields, with commas between"),
        value=base.fields or "",
        placeholder=t("for example foundry sand, waste legislation, life cycle assessment"),
        max_chars=2000,
        **dialogs.kept(f"{key}fields"),
    )
    sectors = st.multiselect(
        t("Sectors"), _divisions(), default=list(base.sectors),
        format_func=lambda one: f"{one} {people_words.sector(one, t)}", **dialogs.kept(f"{key}sectors"),
        placeholder=t("Choose"),
    )  # fmt: skip
    languages = st.pills(
        t("Languages"), list(LANGUAGES), selection_mode="multi", default=list(base.languages),
        format_func=lambda one: people_words.language(one, t), **dialogs.kept(f"{key}languages"), wrap=True,
    )  # fmt: skip
    contact = _contact_form(base, key, t)
    with st.container(horizontal=True):
        saved = st.button(t("Save"), type="primary", key=f"{key}save")
        dialogs.ways_out(key, t)
    if saved:
        changed = replace(
            base, kind=kind, name=name.strip(), institution=institution.strip() or None,
            fields=fields.strip() or None, sectors=tuple(sectors), languages=tuple(languages),
        )  # fmt: skip
        _save(replace(changed, **contact), kept is None, t)


def _contact_form(base: Expert, key: str, t: Translator) -> dict[str, Any]:
    st.caption(t("Contact data only with the person's consent; without it leave all four empty."))
    left, right = st.columns(2)
    email = left.text_input(t("E-mail"), value=base.email or "", **dialogs.typed(f"{key}email"))
    phone = right.text_input(t("Phone"), value=base.phone or "", **dialogs.typed(f"{key}phone"))
    left, right = st.columns(2)  # a second row, so that a phone shows the fields in their order
    day = left.date_input(
        t("Consent given on"), value=base.consent_on, format="DD.MM.YYYY", **dialogs.kept(f"{key}on")
    )
    ways: list[ConsentWay] = list(ConsentWay)
    how = right.selectbox(
        t("How the consent was given"), ways,
        index=ways.index(base.consent_how) if base.consent_how else None,
        format_func=lambda one: label(one, t), placeholder=t("Choose"), **dialogs.kept(f"{key}how"),
    )  # fmt: skip
    return {
        "email": email.strip() or None,
        "phone": phone.strip() or None,
        "consent_on": day if isinstance(day, date) else None,
        "consent_how": how,
    }


def _divisions() -> list[str]:
    codes = (nace.division(code) for code in reference.nace_codes())
    return sorted({code for code in codes if code})


def _save(expert: Expert, new: bool, t: Translator) -> None:
    save = partial(people.save, cache.database(), session.user(), expert, now=clock.now(), new=new)
    telling.saved(save, t, FIELDS, f"{_KEY}form_")
