"""The by-product check of a synergy: the conditions as a form, the last result, and the earlier ones."""

from typing import Any

import streamlit as st

from core.domain.legal import handbook
from core.domain.legal.guidance import ByProduct
from core.domain.legal.handbook import Said
from core.domain.legal.state import Check
from core.domain.numbers import format_date
from core.i18n import Translator
from core.services import legal as service
from core.services.legal import Legal
from core.views import legal_words
from pages.shared import cache, clock, forms, session
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
        expanded=not found.checks or forms.begun(forms.begin(_draft(found.synergy_id), t)),
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
    """Draw the check, begun with what the last one said; what is filled in is a draft until it is saved."""
    words = {one.value: legal_words.word(one, t) for one in _CHOICES}
    form = forms.begin(_draft(found.synergy_id), t, _initial(found.checks[0] if found.checks else None))
    forms.problems(form)
    said, notes = {}, {}
    for condition_id, condition in handbook.conditions().items():
        answer = forms.pick(form, condition_id, plain(condition.text(t.language)), words, style="pills")
        said[condition_id] = Said(answer) if answer else Said.NOT_KNOWN
        note = forms.text(
            form, f"{condition_id}_note", t("What shows it"), limit=500, label_visibility="collapsed",
            placeholder=condition.evidence(t.language),
        )  # fmt: skip
        if note:
            notes[condition_id] = note
    day = forms.day(form, "checked_on", t("Checked on"), max_value=clock.today())
    overall = forms.text(form, "note", t("Overall note"), lines=2, limit=2000)
    if not st.button(t("Save the check"), type="primary", key=f"{_KEY}save"):
        return
    check = Check(clock.new_id(), found.synergy_id, day or clock.today(), said, notes, overall)
    if forms.tried(
        form,
        lambda: service.check_by_product(cache.database(), session.user(), check, now=clock.now()),
    ):
        forms.clear(form)
        st.toast(t("The check is kept."), icon=":material/check:")
    st.rerun()


def _draft(synergy_id: str) -> str:
    return f"synergies.by_product.{synergy_id}"


def _initial(last: Check | None) -> dict[str, Any]:
    said = {name: one.value for name, one in last.said.items()} if last else {}
    notes = {f"{name}_note": note for name, note in last.notes.items()} if last else {}
    return {**said, **notes, "checked_on": clock.today().isoformat()}
