"""The form of a good-practice sheet: texts in both languages, a preview, and for managers publishing or taking it out.

What is typed stays as a draft until it is saved; what is saved is published only by a manager, with what the records
say on that day.
"""

from dataclasses import replace
from datetime import date
from typing import Any

import streamlit as st

from core.domain.choices import ConsentWay
from core.domain.labels import label
from core.domain.model import Consent
from core.domain.reports.reporting import Audience
from core.domain.synergies.good_practice import LIMITS, PARTS, TEXTS, Published, Sheet
from core.errors import SimbiyozError
from core.i18n import Translator
from core.i18n import marked as m
from core.services import dossiers, good_practice, own_precedents, synergies
from core.services.permissions import allows
from core.views.reports import practice, practice_draft
from pages.shared import cache, clock, forms, retire, session, telling
from pages.shared.forms import Compared, Form
from pages.shared.library import practice_sheet
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


def link(synergy_id: str, t: Translator) -> None:
    """Draw the way from a synergy to the form of its sheet."""
    st.page_link(
        "pages/library.py",
        label=t("Good-practice sheet"),
        icon=":material/auto_stories:",
        query_params={"part": "practice", "write": synergy_id},
    )


def draw(synergy_id: str, t: Translator) -> None:
    """Draw the form of a verified synergy's sheet."""
    database, acting = cache.database(), session.user()
    try:
        kept = good_practice.of_synergy(database, acting, synergy_id)
        sheet = kept or _begun(synergy_id)
    except SimbiyozError as error:
        st.info(error.text(t), icon=":material/info:")
        return
    st.caption(
        t(
            "Steps with their days, readiness, removed barriers and verified figures are added from the records. Name "
            "no firm here that did not agree to be named."
        )
    )
    form = forms.begin(
        f"library.practice.{synergy_id}", t, _initial(sheet), version=kept.row_version if kept else None
    )
    forms.problems(form, [Compared(field, t(FIELDS[field])) for field in TEXTS])
    written = replace(sheet, **_texts(form))
    _buttons(form, written, kept)
    with st.expander(t("Preview with what the records say"), icon=":material/preview:"):
        _preview(written, t)
    if kept is not None and allows(acting.role, "good_practice.publish"):
        if forms.begun(form):
            st.caption(t("Save the texts before you publish them."))
        else:
            _publishing(kept, t)


def _begun(synergy_id: str) -> Sheet:
    """Return a sheet to begin with, worded from what the records say where its precedent may be read."""
    database, acting, today = cache.database(), session.user(), clock.today()
    sheet = good_practice.draft(database, acting, synergy_id, clock.new_id())
    become = own_precedents.of_synergy(database, acting, synergy_id)
    if become is None and not allows(acting.role, "own_precedents.draft"):
        return sheet
    own = become.precedent if become else own_precedents.draft(database, acting, synergy_id).precedent
    report = dossiers.synergy(database, acting, synergy_id, Audience.INSIDE, today=today)
    facts = good_practice.facts(database, acting, synergy_id, today=today)
    return practice_draft.filled(sheet, own, report, facts)


def _initial(sheet: Sheet) -> dict[str, Any]:
    return {field: getattr(sheet, field) for field in TEXTS}


def _texts(form: Form) -> dict[str, Any]:
    """Draw the texts, Turkish beside English, and return them by field."""
    texts: dict[str, Any] = {}
    for part in PARTS:
        for column, language in zip(st.columns(2), ("tr", "en"), strict=True):
            field = f"{part}_{language}"
            lines = 1 if part == "title" else 4
            with column:
                texts[field] = forms.text(form, field, form.t(FIELDS[field]), lines=lines, limit=LIMITS[part])
    return texts


def _buttons(form: Form, written: Sheet, kept: Sheet | None) -> None:
    t = form.t
    with st.container(horizontal=True):
        changed = kept is None or forms.begun(form)
        if st.button(t("Save the texts"), key="practice_save", type="primary" if changed else "secondary"):
            version = forms.version(form) if kept else 1
            _save(form, replace(written, row_version=version), new=kept is None)
        if forms.begun(form) and st.button(t("Leave as it was"), icon=":material/undo:", key="practice_undo"):
            forms.clear(form)
            st.rerun()


def _save(form: Form, sheet: Sheet, *, new: bool) -> None:
    database, acting = cache.database(), session.user()

    def stored() -> dict[str, Any]:
        newer = good_practice.of_synergy(database, acting, sheet.synergy_id) or sheet
        return _initial(newer) | {"row_version": newer.row_version}

    if forms.tried(
        form, lambda: good_practice.save(database, acting, sheet, now=clock.now(), new=new), stored
    ):
        forms.clear(form)
        st.toast(form.t("Saved."), icon=":material/check:")
    st.rerun()


def _preview(sheet: Sheet, t: Translator) -> None:
    today = clock.today()
    facts = good_practice.facts(cache.database(), session.user(), sheet.synergy_id, today=today)
    st.markdown(f"#### {plain(sheet.text('title', t.language))}")
    practice_sheet.draw(practice.sections(Published(sheet, facts, 1, today), t), t)


def _publishing(sheet: Sheet, t: Translator) -> None:
    st.divider()
    st.markdown(f"**{t('Publish in the library')}**")
    row = synergies.named(cache.database(), session.user(), sheet.synergy_id)
    synergy = synergies.get(cache.database(), session.user(), sheet.synergy_id)
    naming = []
    for side, firm_id in (("giver", synergy.giver_firm_id), ("taker", synergy.taker_firm_id)):
        consent = _naming(side, firm_id, str(row[f"{side}_name"]), t)
        naming += [consent] if consent else []
    with st.container(horizontal=True):
        if st.button(t("Publish the sheet"), type="primary", key="practice_publish"):
            _publish(sheet, naming, t)
        retire.button(
            t("Take the sheet out"),
            t("The sheet leaves the library, its texts too. What was published stays on record."),
            lambda: good_practice.withdraw(
                cache.database(),
                session.user(),
                sheet.synergy_id,
                sheet.sheet_id,
                sheet.row_version,
                now=clock.now(),
            ),
            _done,
            t,
            key="practice_withdraw",
        )


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
    _done()
    st.toast(t("Published in the library."), icon=":material/check:")
    st.rerun()


def _done() -> None:
    """Close the form: the sheet stands in the library, or is gone."""
    session.forget("practice_", "library_write")
    st.query_params.pop("write", None)
