"""What if: what the synergies of one basis would bring a year if all of them ran, with a band."""

import streamlit as st

from core.domain.impact.entries import Measure
from core.domain.impact.sums import BASES, COMPUTED
from core.domain.impact.whatif import DRAWS, Outlook, Shape
from core.domain.labels import label
from core.domain.numbers import format_number
from core.i18n import Translator
from core.views.impact_charts import basis_name, per_year
from pages.shared import cache_impact
from pages.shared.impact import sections


def draw(t: Translator) -> None:
    """Draw the section."""
    left, right = st.columns(2)
    with left:
        measure = sections.measure("whatif", t)
    with right:
        shape = st.selectbox(
            t("Spread between low and high"),
            list(Shape),
            format_func=lambda one: label(one, t),
            key="impact_shape",
        )
    shape = shape or Shape.TRIANGULAR
    basis = st.pills(
        t("If all of these run"),
        [*BASES[1:], COMPUTED],
        default="agreed",
        format_func=lambda one: basis_name(one, t),
        key="impact_whatif_basis",
        required=True,
        wrap=True,
    )
    found = cache_impact.outlook(measure, str(basis), shape)
    if found is None:
        st.info(t("No recurring synergy counts here for this measure."), icon=":material/help:")
        return
    _result(found, measure, str(basis), t)
    st.vega_lite_chart(
        cache_impact.outlook_chart(measure, str(basis), shape, t.language),
        alt=t("Histogram: how {count} draws are spread", count=format_number(DRAWS, t.language)),
        key="impact_outlook",
    )
    st.caption(
        t(
            "{count} draws, the same for every reader. Entries that rest on the same factors err together; "
            "all others are drawn independently. What is drawn is the band of each entry, not whether it will run.",
            count=format_number(DRAWS, t.language),
        )
    )


def _result(found: Outlook, measure: Measure, basis: str, t: Translator) -> None:
    number = {
        name: format_number(value, t.language)
        for name, value in (
            ("central", found.central),
            ("p5", found.p5),
            ("p50", found.p50),
            ("p95", found.p95),
            ("low", found.lowest),
            ("high", found.highest),
        )
    }
    st.metric(
        t("{basis}: {unit}", basis=basis_name(basis, t), unit=per_year(measure, t)),
        t("{p5} to {p95}", p5=number["p5"], p95=number["p95"]),
        border=True,
    )
    st.caption(
        t(
            "Nine draws in ten lie between these two; the middle is {p50}, the sum of the entered values {central}, "
            "the sums of all low and all high values {low} and {high}.",
            **number,
        )
    )
