"""Do the suggestions help? What advisors answered, beside the score and place that they were shown with."""

import pandas as pd
import streamlit as st

from core.domain.choices import Sort
from core.domain.labels import label
from core.domain.matching.agreement import LEAST, Agreement
from core.domain.numbers import format_number
from core.i18n import Translator
from core.services.permissions import allows
from core.views import agreement_charts
from pages.shared import cache, session


def draw(t: Translator) -> None:
    """Draw the answers and whether the ranking agrees with them, for those who may see it."""
    if not allows(session.role(), "answering.agreement"):
        return
    opened = st.expander(
        t("Do the suggestions help?"),
        icon=":material/fact_check:",
        key="suggestions_agreement",
        on_change="rerun",
    )
    if not opened.open:
        return
    with opened:
        _of_sort(t)
        st.caption(
            t(
                "Only what was shown can be answered: this says how well the list is ordered, not what it leaves out. "
                "Answers hide suggestions; they do not change the ranking by themselves. Weights are set by people, on "
                "evidence that is written down."
            )
        )


def _of_sort(t: Translator) -> None:
    """Draw the answers to one sort of suggestion: scores of different sorts cannot be compared."""
    every = cache.agreement()
    sort = st.pills(
        t("Sort of suggestion"),
        list(Sort),
        format_func=lambda one: f"{label(Sort(one), t)} ({format_number(every[one].answered, t.language)})",
        default=Sort.PAIRS,
        required=True,
        key="suggestions_agreement_sort",
        label_visibility="collapsed",
    )
    sort = Sort(sort or Sort.PAIRS)
    found = every[sort]
    _counts(found, t)
    if found.by_score:
        _separation(found, t)
        left, right = st.columns(2)
        with left:
            _chart(found, sort, agreement_charts.BY_SCORE, t)
        with right:
            _chart(found, sort, agreement_charts.BY_RANK, t)
    _reasons(found, t)


def _counts(found: Agreement, t: Translator) -> None:
    number = {
        t("Suggestions answered"): found.answered,
        t("Useful"): found.useful,
        t("Not useful"): found.answered - found.useful,
    }
    for column, (word, count) in zip(st.columns(3), number.items(), strict=True):
        column.metric(word, format_number(count, t.language))
    if found.answered < LEAST:
        st.info(
            t("From {least} answered suggestions on, shares and agreement are shown here.", least=LEAST),
            icon=":material/hourglass_top:",
        )


def _separation(found: Agreement, t: Translator) -> None:
    if found.auc is None or found.auc_interval is None:
        st.markdown(t("All answers say the same: there is nothing yet by which to judge the order."))
        return
    low, middle, high = (
        format_number(value * 100, t.language, 0)
        for value in (found.auc_interval[0], found.auc, found.auc_interval[1])
    )
    st.markdown(
        t(
            "Of a useful and a not useful suggestion, the useful one had the higher score in **{share} of 100** cases "
            "(95 % interval {low} to {high}; 50 would be chance).",
            share=middle,
            low=low,
            high=high,
        )
    )


def _chart(found: Agreement, sort: Sort, by: str, t: Translator) -> None:
    st.vega_lite_chart(
        cache.agreement_chart(sort, by, t.language),
        alt=agreement_charts.in_words(found, by, t),
        key=f"suggestions_agreement_{by}",
    )


def _reasons(found: Agreement, t: Translator) -> None:
    if not found.reasons:
        return
    rows = pd.DataFrame(
        {
            t("Why not"): [label(reason, t) for reason in found.reasons],
            t("Suggestions"): list(found.reasons.values()),
        }
    )
    st.dataframe(rows, hide_index=True, alt=t("Reasons why suggestions were not useful, with their number"))
