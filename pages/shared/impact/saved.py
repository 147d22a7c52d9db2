"""What is saved: a number for each basis, a chart, and the entries that count or do not."""

import streamlit as st

from core.domain.impact.counting import Counted
from core.domain.impact.entries import Measure
from core.domain.impact.sums import BASES, COMPUTED, Total
from core.domain.labels import label
from core.domain.numbers import format_number
from core.i18n import Translator
from core.views.impact_charts import GROUPINGS, basis_name, in_unit, per_year
from pages.shared import cache_impact
from pages.shared.impact import paging, sections, tables


def draw(t: Translator) -> None:
    """Draw the section."""
    found = cache_impact.results()
    if found.lines.empty and not found.entries:
        st.info(
            t(
                "Nothing is saved yet. Follow a synergy beyond “Idea” on the page “Synergies” and enter its "
                "impact there."
            ),
            icon=":material/eco:",
        )
        return
    measure = sections.measure("saved", t)
    _numbers(cache_impact.totals(measure), measure, t)
    _chart(measure, t)
    _entries(t)


def _numbers(sums: dict[str, Total], measure: Measure, t: Translator) -> None:
    for column, basis in zip(st.columns(len(BASES)), BASES, strict=True):
        total = sums[basis]
        single = total.a_year.value == 0 and total.once.value != 0
        band = total.once if single else total.a_year
        unit = in_unit(measure, t) if single else per_year(measure, t)
        column.metric(
            t("{basis}: {unit}", basis=basis_name(basis, t), unit=unit),
            _said(band.value, t) if total.synergies else "–",
            border=True,
        )
        if total.synergies:
            column.caption(_more(total, single, measure, t))
    if sums[COMPUTED].synergies:
        computed = sums[COMPUTED]
        st.caption(
            t(
                "Computed, not entered: {value} {unit} of {count} synergies without entries. "
                "It is no basis: nobody has taken it over yet.",
                value=_said(computed.a_year.value, t),
                unit=per_year(measure, t),
                count=computed.synergies,
            )
        )
    st.caption(t("Estimated, agreed and verified are never added up. Values are after attribution."))


def _more(total: Total, single: bool, measure: Measure, t: Translator) -> str:
    band = total.once if single else total.a_year
    said = t(
        "{low} to {high} · synergies: {count}",
        low=_said(band.low, t),
        high=_said(band.high, t),
        count=total.synergies,
    )
    if single or not total.once.value:
        return said
    once = t("and once: {value} {unit}", value=_said(total.once.value, t), unit=in_unit(measure, t))
    return f"{said}  \n{once}"


def _chart(measure: Measure, t: Translator) -> None:
    grouping = st.pills(
        t("Shown"),
        list(GROUPINGS),
        default="year",
        format_func=lambda name: t(GROUPINGS[name]),
        key="impact_grouping",
        label_visibility="collapsed",
        required=True,
        wrap=True,
    )
    if grouping == "flows":
        _heat(measure, t)
        return
    spec = cache_impact.chart(measure, str(grouping), t.language)
    if spec is None:
        st.caption(
            t("No entry of this measure counts yet; what is only computed has no years.")
            if grouping == "year"
            else t("Nothing recurs here yet.")
        )
        return
    alt = t(
        "Bar chart: {measure}, {grouping}, one colour for each basis",
        measure=label(measure, t),
        grouping=t(GROUPINGS[str(grouping)]),
    )
    st.vega_lite_chart(spec, alt=alt, key="impact_chart")


def _heat(measure: Measure, t: Translator) -> None:
    lines = cache_impact.results().lines
    known = [
        basis
        for basis in (*BASES, COMPUTED)
        if ((lines["measure"] == measure.value) & (lines["basis"] == basis)).any()
    ]
    if not known:
        st.caption(t("Nothing recurs here yet."))
        return
    basis = st.pills(
        t("Basis"),
        known,
        default=known[0],
        format_func=lambda one: basis_name(one, t),
        key=f"impact_heat_basis_{measure.value}",
        required=True,
        wrap=True,
    )
    spec = cache_impact.heat(measure, str(basis), t.language)
    if spec is None:
        st.caption(t("Nothing recurs here yet."))
        return
    alt = t("Table in colours: {measure} from the giver's to the taker's sector", measure=label(measure, t))
    st.vega_lite_chart(spec, alt=alt, key="impact_heat")


def _entries(t: Translator) -> None:
    found = cache_impact.results()
    counted = [one for one in found.entries if isinstance(one.state, Counted)]
    with st.expander(t("Entries that count: {count}", count=len(counted)), icon=":material/fact_check:"):
        paging.draw(
            "entries",
            [one.title for one in counted],
            [one.entry.synergy_id for one in counted],
            lambda places: tables.counted([counted[place] for place in places], t),
            t("Entries that count"),
            t,
            breaks=True,
        )
    others = found.not_counted
    if others.empty:
        return
    with st.expander(t("Entries that do not count: {count}", count=len(others)), icon=":material/block:"):
        paging.draw(
            "others",
            list(others["title"]),
            list(others["synergy_id"]),
            lambda places: tables.not_counted(others.iloc[places], t),
            t("Entries that do not count"),
            t,
        )


def _said(value: float, t: Translator) -> str:
    return format_number(value, t.language)
