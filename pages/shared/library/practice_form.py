"""The form of a good-practice sheet: texts in both languages, and for managers publishing it or taking it out."""

from dataclasses import replace
from datetime import date
from typing import Any

import streamlit as st

from core.domain.choices import ConsentWay
from core.domain.labels import label
from core.domain.model import Consent
from core.domain.synergies.good_practice import LIMITS, PARTS, TEXTS, Sheet
from core.errors import SimbiyozError
from core.i18n import Translator
from core.i18n import marked as m
from core.services import good_practice, synergies
from core.services.permissions import allows
from pages.shared import cache, clock, session, telling
from pages.shared.text import plain

FIELDS = {
    "title_tr": m("Title in Turkish"),
    "title_en": m("Title in English"),
    "challenge_tr": m("The challenge, in Turkish"),
    "challenge_en": m("The challenge, in English"),
    "exchanged_tr": m("What was exchanged, in Turkish"),
    "exchanged_en": m("What was exchanged, in English"),
    "learnt_tr": m("What was learnt, in Turkish"),
    "learnt_en": m("What was learnt, in English"),
    "needed_tr": m("What others need, in Turkish"),
    "needed_en": m("What others need, in English"),
    "given_by": m("Who consented"),
    "given_on": m("On"),
}


def button(synergy_id: str, t: Translator, *, key: str) -> None:
    """Draw the button that opens the form of a synergy's sheet; `key` is the page's name."""
    if st.button(t("Good-practice sheet"), icon=":material/auto_stories:", key=f"{key}_practice_open"):
        session.forget("practice_")
        st.dialog(t("Good-practice sheet"), width="large")(_form)(synergy_id, t)


def _form(synergy_id: str, t: Translator) -> None:
    database, acting = cache.database(), session.user()
    try:
        kept = good_practice.of_synergy(database, acting, synergy_id)
        sheet = kept or good_practice.draft(database, acting, synergy_id, clock.new_id())
    except SimbiyozError as error:
        st.info(error.text(t), icon=":material/info:")
        return
    st.caption(
        t(
            "Steps with their days, readiness, removed barriers and verified figures are added from the records. Name "
            "no firm here that did not agree to be named."
        )
    )
    written = replace(sheet, **_texts(sheet, t))
    if st.button(t("Save the texts"), key="practice_save", type="primary" if kept is None else "secondary"):
        _save(written, kept is None, t)
    if kept is not None and allows(acting.role, "good_practice.publish"):
        if written != kept:
            st.caption(t("Save the texts before you publish them."))
        else:
            _publishing(kept, t)


def _texts(sheet: Sheet, t: Translator) -> dict[str, Any]:
    texts: dict[str, Any] = {}
    for part in PARTS:
        for column, language in zip(st.columns(2), ("tr", "en"), strict=True):
            field = f"{part}_{language}"
            draw = column.text_input if part == "title" else column.text_area
            said = draw(
                t(FIELDS[field]),
                value=getattr(sheet, field) or "",
                max_chars=LIMITS[part],
                key=f"practice_{field}",
            )
            texts[field] = str(said or "").strip() or None
    return texts


def _save(sheet: Sheet, new: bool, t: Translator) -> None:
    try:
        good_practice.save(cache.database(), session.user(), sheet, now=clock.now(), new=new)
    except SimbiyozError as error:
        telling.refusal(error, t, {field: t(FIELDS[field]) for field in TEXTS})
        return
    st.success(t("Saved."), icon=":material/check:")
    if session.once(f"practice_saved_{sheet.sheet_id}_{sheet.row_version}"):
        st.rerun(scope="fragment")


def _publishing(sheet: Sheet, t: Translator) -> None:
    st.divider()
    row = synergies.named(cache.database(), session.user(), sheet.synergy_id)
    synergy = synergies.get(cache.database(), session.user(), sheet.synergy_id)
    naming = []
    for side, firm_id in (("giver", synergy.giver_firm_id), ("taker", synergy.taker_firm_id)):
        consent = _naming(side, firm_id, str(row[f"{side}_name"]), t)
        naming += [consent] if consent else []
    with st.container(horizontal=True):
        if st.button(t("Publish the sheet"), type="primary", key="practice_publish"):
            _publish(sheet, naming, t)
        if st.button(t("Take the sheet out"), key="practice_withdraw"):
            _withdraw(sheet, t)


def _naming(side: str, firm_id: str, name: str, t: Translator) -> Consent | None:
    agreed = st.toggle(
        plain(t("{firm} agreed to be named in the sheet", firm=name)), key=f"practice_{side}_named"
    )
    if not agreed:
        return None
    by, on, way = st.columns(3)
    given_by = by.text_input(t(FIELDS["given_by"]), max_chars=120, key=f"practice_{side}_by")
    given_on = on.date_input(
        t(FIELDS["given_on"]),
        value=clock.today(),
        max_value=clock.today(),
        format="DD.MM.YYYY",
        key=f"practice_{side}_on",
    )
    ways: list[ConsentWay] = list(ConsentWay)
    how = way.selectbox(t("How"), ways, format_func=lambda one: label(one, t), key=f"practice_{side}_how")
    day = given_on if isinstance(given_on, date) else clock.today()
    return Consent(firm_id, given_by.strip(), day, how)


def _publish(sheet: Sheet, naming: list[Consent], t: Translator) -> None:
    try:
        good_practice.publish(
            cache.database(), session.user(), sheet.synergy_id, naming, today=clock.today(), now=clock.now()
        )
    except SimbiyozError as error:
        telling.refusal(error, t, {field: t(word) for field, word in FIELDS.items()})
        return
    session.forget("practice_")
    st.toast(t("Published in the library."), icon=":material/check:")
    st.rerun()


def _withdraw(sheet: Sheet, t: Translator) -> None:
    try:
        good_practice.withdraw(
            cache.database(),
            session.user(),
            sheet.synergy_id,
            sheet.sheet_id,
            sheet.row_version,
            now=clock.now(),
        )
    except SimbiyozError as error:
        st.error(error.text(t), icon=":material/error:")
        return
    session.forget("practice_")
    st.toast(t("Taken out."), icon=":material/check:")
    st.rerun()
