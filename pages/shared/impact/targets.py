"""Targets: the programme's indicators, how far each has come, and for managers what they are."""

import pandas as pd
import streamlit as st

from core.domain.labels import label
from core.domain.numbers import format_date, format_number
from core.domain.programme.indicators import CountedAs, Reached
from core.i18n import Translator
from core.services.permissions import allows
from pages.shared import cache_impact, session, tables
from pages.shared.impact import target_form


def draw(t: Translator) -> None:
    """Draw the section."""
    found = cache_impact.reached()
    may_write = allows(session.role(), "indicators.save")
    if not found:
        st.info(t("No indicator is defined yet. A manager adds what was promised, to whom and until when."))
    else:
        if any(one.indicator.is_sample for one in found):
            st.caption(t("Sample data: these targets are invented."))
        _chart(found, t)
        frame = _table(found, t)
        st.dataframe(
            frame,
            hide_index=True,
            height="content",
            column_config=tables.fitted(frame, most=680),
            alt=t("Indicators against their targets"),
        )
    if may_write:
        target_form.draw(found, t)


def _chart(found: tuple[Reached, ...], t: Translator) -> None:
    rows = pd.DataFrame(
        [
            {
                "name": one.indicator.name(t.language),
                "share": one.share,
                "said": t("{value} / {target}", value=_number(one.value, t), target=_number(goal, t)),
            }
            for one in found
            if one.share is not None and (goal := one.indicator.target) is not None
        ]
    )
    if not rows.empty:
        st.vega_lite_chart(
            cache_impact.targets_chart(rows, t.language),
            alt=t("Bar chart: how much of its target each indicator has reached"),
            key="impact_targets",
        )


def _table(found: tuple[Reached, ...], t: Translator) -> pd.DataFrame:
    return pd.DataFrame(
        {
            t("Indicator"): [one.indicator.name(t.language) for one in found],
            t("Reached"): [_number(one.value, t) for one in found],
            t("Target"): [_number(one.indicator.target, t) for one in found],
            t("Unit"): [label(one.indicator.unit, t) for one in found],
            t("Until"): [
                format_date(one.indicator.due_on, t.language) if one.indicator.due_on else "" for one in found
            ],
            t("Baseline"): [_number(one.indicator.baseline, t) for one in found],
            t("Funder"): [one.indicator.funder or "" for one in found],
            t("What counts"): [one.indicator.definition(t.language) for one in found],
            t("Counted as"): [_counted_as(one, t) for one in found],
        }
    )


def _counted_as(one: Reached, t: Translator) -> str:
    said = label(one.indicator.counted_as, t)
    if one.indicator.counted_as is CountedAs.ENTERED and one.as_of:
        return t("{way}, as of {day}", way=said, day=format_date(one.as_of, t.language))
    return said


def _number(value: float | None, t: Translator) -> str:
    return "–" if value is None else format_number(value, t.language)
