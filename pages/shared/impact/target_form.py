"""For managers: add and change indicators, and enter the values that nobody can count from the records."""

from dataclasses import replace
from typing import Any

import streamlit as st

from core.domain.numbers import format_date, format_number
from core.domain.programme.indicators import (
    NAME_LIMIT,
    TEXT_LIMIT,
    CountedAs,
    Indicator,
    IndicatorUnit,
    IndicatorValue,
    Reached,
)
from core.i18n import Translator
from core.services import indicators
from pages.shared import cache, cache_impact, clock, forms, retire, session
from pages.shared.forms import Compared, Form
from pages.shared.text import plain

_NEW = "new"


def draw(found: tuple[Reached, ...], t: Translator) -> None:
    """Draw the two forms, each in its own fold."""
    entered = [one.indicator for one in found if one.indicator.counted_as is CountedAs.ENTERED]
    if entered:
        with st.expander(t("Enter a value"), icon=":material/edit_note:"):
            _values(entered, t)
    with st.expander(t("Add or change an indicator"), icon=":material/tune:"):
        names = {_NEW: t("A new indicator")}
        names |= {one.indicator.indicator_id: one.indicator.name(t.language) for one in found}
        chosen = st.selectbox(
            t("Indicator"), list(names), format_func=names.__getitem__, key="indicator_pick"
        )
        known = {one.indicator.indicator_id: one.indicator for one in found}
        _indicator(known.get(chosen), len(found), t)


def _values(entered: list[Indicator], t: Translator) -> None:
    names = {one.indicator_id: one.name(t.language) for one in entered}
    chosen = st.selectbox(
        t("Indicator"), list(names), format_func=names.__getitem__, key="indicator_value_pick"
    )
    kept = indicators.values(cache.database(), session.user(), chosen)
    for one in reversed(kept[-3:]):
        _entered(one, t)
    form = forms.begin(f"indicator_value.{chosen}", t, {"as_of": clock.today().isoformat()})
    forms.problems(form)
    value = forms.number(form, "value", t("Value, in all so far"))
    as_of = forms.day(form, "as_of", t("As of"))
    source = forms.text(form, "source", t("Source: attendance list, minutes …"), limit=TEXT_LIMIT)
    if st.button(t("Save"), key="indicator_value_save", type="primary"):
        told = IndicatorValue(clock.new_id(), chosen, as_of, value, source or "")
        _do(form, lambda: indicators.enter_value(cache.database(), session.user(), told, now=clock.now()))


def _entered(one: IndicatorValue, t: Translator) -> None:
    said = t(
        "{day}: {value} ({source})",
        day=format_date(one.as_of, t.language) if one.as_of else "",
        value=format_number(one.value or 0.0, t.language),
        source=plain(one.source),
    )
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(said, width="stretch")
        retire.button(
            t("Take out"),
            t("{record}: the value was entered by mistake and counts no more.", record=said),
            lambda: indicators.retire_value(
                cache.database(), session.user(), one.indicator_value_id, now=clock.now()
            ),
            lambda: None,
            t,
            key=f"indicator_value_out_{one.indicator_value_id}",
        )


def _indicator(kept: Indicator | None, count: int, t: Translator) -> None:
    name = kept.indicator_id if kept else _NEW
    form = forms.begin(f"indicator.{name}", t, _initial(kept), version=kept.row_version if kept else None)
    labels = _labels(t)
    forms.problems(form, [Compared(field, said) for field, said in labels.items()])
    told: dict[str, Any] = {
        field: forms.text(form, field, labels[field], limit=NAME_LIMIT) or ""
        for field in ("name_tr", "name_en")
    }
    for field in ("definition_tr", "definition_en"):
        told[field] = forms.text(form, field, labels[field], lines=2, limit=TEXT_LIMIT) or ""
    told["counted_as"] = forms.choice(form, "counted_as", labels["counted_as"], CountedAs, required=True)
    left, right = st.columns(2)
    with left:
        told["unit"] = forms.choice(form, "unit", labels["unit"], IndicatorUnit, required=True)
        told["baseline"] = forms.number(form, "baseline", labels["baseline"])
        told["counted_from"] = forms.day(form, "counted_from", labels["counted_from"])
    with right:
        told["funder"] = forms.text(form, "funder", labels["funder"], limit=NAME_LIMIT)
        told["target"] = forms.number(form, "target", labels["target"])
        told["due_on"] = forms.day(form, "due_on", labels["due_on"])
    if st.button(t("Save"), key="indicator_save", type="primary"):
        made = Indicator(kept.indicator_id if kept else clock.new_id(), count + 1, **told)
        if kept:
            made = replace(
                made, position=kept.position, is_sample=kept.is_sample, row_version=forms.version(form)
            )
        _do(form, lambda: indicators.save(cache.database(), session.user(), made, now=clock.now()), made)
    if kept:
        retire.button(
            t("Take out of the list"),
            t("“{name}” is no longer shown among the targets.", name=plain(kept.name(t.language))),
            lambda: indicators.retire(cache.database(), session.user(), kept, now=clock.now()),
            lambda: forms.clear(form),
            t,
            key="indicator_retire",
        )


def _do(form: Form, action: Any, made: Indicator | None = None) -> None:
    def stored() -> dict[str, Any]:
        known = {one.indicator.indicator_id: one.indicator for one in cache_impact.reached()}
        kept = known[made.indicator_id] if made else None
        return {**_initial(kept), "row_version": kept.row_version if kept else 1}

    if forms.tried(form, action, stored):
        forms.clear(form)
        st.toast(form.t("Saved."), icon=":material/check:")
    st.rerun()


def _labels(t: Translator) -> dict[str, str]:
    return {
        "name_tr": t("Name in Turkish"),
        "name_en": t("Name in English"),
        "definition_tr": t("What counts, in Turkish"),
        "definition_en": t("What counts, in English"),
        "counted_as": t("Counted as"),
        "unit": t("Unit"),
        "baseline": t("Baseline"),
        "counted_from": t("Counted from"),
        "funder": t("Funder"),
        "target": t("Target"),
        "due_on": t("Until"),
    }


def _initial(kept: Indicator | None) -> dict[str, Any]:
    if kept is None:
        return {}
    language = session.language()
    return {
        "name_tr": kept.name_tr,
        "name_en": kept.name_en,
        "definition_tr": kept.definition_tr,
        "definition_en": kept.definition_en,
        "counted_as": kept.counted_as.value,
        "unit": kept.unit.value,
        "funder": kept.funder,
        "baseline": forms.spelled(kept.baseline, language),
        "target": forms.spelled(kept.target, language),
        "counted_from": kept.counted_from.isoformat() if kept.counted_from else None,
        "due_on": kept.due_on.isoformat() if kept.due_on else None,
    }
