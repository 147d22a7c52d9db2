"""Charts of what synergies save and how far they come: DataFrame in, chart out, words in the reader's language."""

import altair as alt
import pandas as pd

from core.domain import reference
from core.domain.choices import STAGES_IN_ORDER, Basis, Kind, Stage
from core.domain.labels import label
from core.i18n import Translator
from core.i18n import marked as m
from core.views import look

MEASURES = {"co2e_t": m("t CO2e a year"), "diverted_t": m("t a year diverted from landfill")}
GROUPINGS = {"month": m("By month"), "kind": m("By kind"), "sector": m("By sector"), "zone_id": m("By zone")}
Drawn = alt.Chart | alt.LayerChart | alt.FacetChart
BASES = (Basis.VERIFIED, Basis.AGREED, Basis.ESTIMATED)


def saved(counted: pd.DataFrame, measure: str, grouping: str, t: Translator) -> Drawn:
    """Draw a measure of services.impact `counted` as bars by month, kind, sector or zone, one colour a basis.

    For CO2e a line shows low to high of each bar's sum. Months are when the synergy reached its stage.
    """
    rows = counted.dropna(subset=[measure]).assign(
        group=lambda frame: [group_name(grouping, value, t) for value in frame[grouping]],
        basis_name=lambda frame: [label(Basis(value), t) for value in frame["basis"]],
    )
    sums = rows.groupby(["group", "basis_name", grouping], as_index=False, dropna=False)[
        ["co2e_low_t", "co2e_t", "co2e_high_t", "diverted_t"]
    ].sum()
    bars = _bars(sums, measure, grouping, t)
    if measure != "co2e_t":
        plain: alt.Chart = bars.properties(height=alt.Step(36))
        return look.finished(plain, t)
    band = sums.groupby("group", as_index=False)[["co2e_low_t", "co2e_high_t"]].sum()
    lines = (
        alt.Chart(band)
        .mark_rule(strokeWidth=2, color=look.INK)
        .encode(x="co2e_low_t:Q", x2="co2e_high_t:Q", y=alt.Y("group:N"))
    )
    return look.finished(alt.layer(bars, lines).properties(height=alt.Step(36)), t)


def _bars(sums: pd.DataFrame, measure: str, grouping: str, t: Translator) -> alt.Chart:
    names = [label(basis, t) for basis in BASES]
    title = t(MEASURES[measure])
    position = alt.Y("group:N", title=None, sort="-x", axis=alt.Axis(labelLimit=260))
    if grouping == "month":
        position = alt.Y("group:N", title=None, sort=list(dict.fromkeys(sums.sort_values("month")["group"])))
    bars: alt.Chart = (
        alt.Chart(sums)
        .mark_bar(cornerRadiusEnd=3, height={"band": 0.7})
        .encode(
            x=alt.X(f"{measure}:Q", title=title),
            y=position,
            color=alt.Color(
                "basis_name:N",
                title=t("Basis"),
                legend=alt.Legend(columns=1),  # one below the other: side by side a phone cuts them off
                scale=alt.Scale(domain=names, range=[look.BASIS[basis] for basis in BASES]),
            ),
            order=alt.Order("basis_name:N"),
            tooltip=[
                alt.Tooltip("group:N", title=t("Group")),
                alt.Tooltip("basis_name:N", title=t("Basis")),
                alt.Tooltip(f"{measure}:Q", title=title, format=",.1f"),
            ],
        )
    )
    return bars


def funnel(reached: pd.DataFrame, t: Translator) -> Drawn:
    """Draw how many synergies ever reached each stage (services.overview `reached`), on a scale that shows the few."""
    order = [label(stage, t) for stage in STAGES_IN_ORDER]
    rows = reached.assign(
        name=[label(Stage(stage), t) for stage in reached["stage"]], shown=reached["synergies"] + 1
    )
    base = alt.Chart(rows).encode(y=alt.Y("name:N", sort=order, title=None, axis=alt.Axis(labelLimit=220)))
    bars = base.mark_bar(cornerRadiusEnd=3, height={"band": 0.7}, color=look.HAVE).encode(
        # Logarithmic (of n + 1): hundreds of ideas must not hide the one that was verified.
        x=alt.X("shown:Q", scale=alt.Scale(type="log", domainMin=1), axis=None),
        x2=alt.datum(1),
        tooltip=[
            alt.Tooltip("name:N", title=t("Stage")),
            alt.Tooltip("synergies:Q", title=t("Synergies")),
            alt.Tooltip("firms:Q", title=t("Firms")),
        ],
    )
    numbers = base.mark_text(align="left", dx=6, fontSize=15, color=look.INK).encode(
        x=alt.X("shown:Q", scale=alt.Scale(type="log", domainMin=1)), text="synergies:Q"
    )
    return look.finished(alt.layer(bars, numbers).properties(height=alt.Step(36)), t)


def group_name(grouping: str, value: object, t: Translator) -> str:
    """Return the name of a bar: a month as 2025-04, a kind, sector or zone in the reader's language."""
    if value is None or pd.isna(value):  # type: ignore[call-overload]
        return t("Not known") if grouping != "zone_id" else t("Outside zones")
    if grouping == "month":
        return f"{pd.Timestamp(str(value)):%Y-%m}"
    if grouping == "kind":
        return label(Kind(str(value)), t)
    if grouping == "sector":
        return reference.sector_groups()[str(value)].name(t.language)
    return reference.zones()[str(value)].name(t.language)
