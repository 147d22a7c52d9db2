"""The by-product check of a synergy: the conditions as a form, the last result, and the earlier ones."""

from datetime import date

import streamlit as st

from core.domain.legal import handbook
from core.domain.legal.guidance import ByProduct
from core.domain.legal.handbook import Condition, Said
from core.domain.legal.state import Check
from core.domain.numbers import format_date
from core.errors import SimbiyozError
from core.i18n import Translator
from core.services import legal as service
from core.services.legal import Legal
from core.views import legal_words
from pages.shared import cache, clock, session, telling
from pages.shared.text import plain

_KEY = "synergy_legal_check_"
_COLOURS = {ByProduct.MEETS: "green", ByProduct.DOES_NOT_MEET: "red", ByProduct.OPEN: "orange"}
_CHOICES = (Said.YES, Said.NO, Said.NOT_KNOWN)


def draw(found: Legal, t: Translator) -> None:
    """Draw the results so far and the form for a new check, begun with what the last one said."""
    st.markdown(f"**{plain(t('By-product check'))}**")
    first = next(iter(handbook.conditions().values()))
    cited = legal_words.citation(
        first.regulation, first.article_tr if t.language == "tr" else first.article_en, t
    )
    st.caption(f"{plain(cited)} · :orange[{plain(legal_words.standing(first.source, t))}]")
    for check in found.checks[:1]:
        st.markdown(_result(check, t))
    if len(found.checks) > 1:
        with st.popover(
            t("Earlier checks ({count})", count=len(found.checks) - 1), icon=":material/history:"
        ):
            st.markdown("  \n".join(_result(check, t) for check in found.checks[1:]))
    opened = st.expander(
        t("Check again") if found.checks else t("Fill in the check"),
        icon=":material/checklist:",
        expanded=not found.checks,
        key=f"{_KEY}{found.synergy_id}_open",
        on_change="rerun",
    )
    if opened.open:
        with opened:
            _form(found, t)


def _result(check: Check, t: Translator) -> str:
    badge = f":{_COLOURS[check.result]}-badge[{plain(legal_words.word(check.result, t))}]"
    told = t("{person}, {day}", person=check.person, day=format_date(check.checked_on, t.language))
    unmet = [
        condition.text(t.language)
        for condition_id, condition in handbook.conditions().items()
        if check.said.get(condition_id) is not Said.YES
    ]
    lines = [f"{badge} {plain(told)}", *(f":gray[– {plain(one)}]" for one in unmet)]
    if check.note:
        lines.append(plain(check.note))
    return "  \n".join(lines)


def _form(found: Legal, t: Translator) -> None:
    last = found.checks[0] if found.checks else None
    key = f"{_KEY}{found.synergy_id}_{len(found.checks)}"
    with st.form(key, border=False):
        said, notes = {}, {}
        for condition_id, condition in handbook.conditions().items():
            answer, note = _condition(condition, last, f"{key}_{condition_id}", t)
            said[condition_id] = answer
            if note.strip():
                notes[condition_id] = note.strip()
        day = st.date_input(
            t("Checked on"),
            value=clock.today(),
            max_value=clock.today(),
            format="DD.MM.YYYY",
            key=f"{key}_day",
        )
        note = st.text_area(t("Overall note"), max_chars=2000, key=f"{key}_note")
        if not st.form_submit_button(t("Save the check"), type="primary"):
            return
    on = day if isinstance(day, date) else clock.today()
    _save(Check(clock.new_id(), found.synergy_id, on, said, notes, note.strip() or None), t)


def _condition(condition: Condition, last: Check | None, key: str, t: Translator) -> tuple[Said, str]:
    before = last.said.get(condition.condition_id) if last else None
    said = st.pills(
        plain(condition.text(t.language)),
        list(_CHOICES),
        default=before,
        format_func=lambda one: legal_words.word(one, t),
        key=key,
        wrap=True,
    )
    note = st.text_input(
        t("What shows it"),
        value=last.notes.get(condition.condition_id, "") if last else "",
        placeholder=condition.evidence(t.language),
        label_visibility="collapsed",
        max_chars=500,
        key=f"{key}_note",
    )
    return said or Said.NOT_KNOWN, note


def _save(check: Check, t: Translator) -> None:
    try:
        service.check_by_product(cache.database(), session.user(), check, now=clock.now())
    except SimbiyozError as error:
        names = {name: one.text(t.language) for name, one in handbook.conditions().items()}
        telling.refusal(error, t, {"note": t("Overall note"), "checked_on": t("Checked on"), **names})
        return
    st.toast(t("The check is kept."), icon=":material/check:")
    st.rerun()
