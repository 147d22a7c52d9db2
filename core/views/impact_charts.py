"""Charts of what synergies save: DataFrame in, chart out, words in the reader's language.

Bases stand side by side and are never stacked: what is verified, agreed, estimated and only computed is not one sum.
"""

from typing import Any

import altair as alt
import pandas as pd

from core.domain import reference
from core.domain.choices import Basis, Kind
from core.domain.impact.entries import UNITS, Measure
from core.domain.impact.sums import COMPUTED
from core.domain.impact.whatif import Outlook
from core.domain.labels import label
from core.domain.reports.merging import MERGED
from core.i18n import Translator
from core.i18n import marked as m
from core.views import look

GROUPINGS = {
    "year": m("By year"),
    "sector": m("By sector"),
    "zone_id": m("By zone"),
    "kind": m("By kind"),
    "flows": m("From sector to sector"),
}
Drawn = alt.Chart | alt.LayerChart | alt.FacetChart
COLOURS = {**{basis.value: look.BASIS[basis] for basis in Basis}, COMPUTED: look.COMPUTED}
SHOWN = (Basis.VERIFIED.value, Basis.AGREED.value, Basis.ESTIMATED.value, COMPUTED)
UPRIGHT = 3  # names of so many columns stand side by side on a phone
# A name in lines of two words or so: after a comma, and before the word for "and".
_LINES = "split(replace(replace(datum.label, /, /g, ',\\n'), / (ve|and) /g, '\\n$1 '), '\\n')"
_PERCENT = ("round(datum.value * 100) + ' %'", "'%' + round(datum.value * 100)")  # English, Turkish
UNIT_WORDS = {"m3": m("m³"), "job": m("jobs"), "TRY": m("TRY")}


def by_group(sums: pd.DataFrame, measure: Measure, grouping: str, t: Translator) -> Drawn:
    """Draw what a year brings by sector, zone or kind (impact.sums.by_group), one bar a basis, a line low to high."""
    rows = _named(sums, t).assign(name=[group_name(grouping, value, t) for value in sums["group"]])
    title = per_year(measure, t)
    order = list(rows.groupby("name")["value"].max().sort_values(ascending=False).index)
    heads, bars = _stacked(rows, order)
    places = alt.Scale(domain=list(range(len(heads) + len(bars))), paddingInner=0.2, paddingOuter=0.1)
    place = alt.Y("place:O", axis=None, scale=places)
    base = alt.Chart(bars).encode(y=place)
    drawn = base.mark_bar(cornerRadiusEnd=3).encode(
        x=alt.X("value:Q", title=title), color=_colour(rows, t), tooltip=_told(title, t)
    )
    lines = base.mark_rule(strokeWidth=2, color=look.INK).encode(x="low:Q", x2="high:Q")
    return look.finished(alt.layer(_names(heads, place), drawn, lines).properties(height=alt.Step(24)), t)


def by_year(sums: pd.DataFrame, measure: Measure, t: Translator) -> Drawn:
    """Draw what each calendar year has had (impact.sums.by_year), one bar a basis, a line low to high."""
    rows = _named(sums, t).assign(name=[group_name("year", year, t) for year in sums["year"]])
    title = in_unit(measure, t)
    base = alt.Chart(rows).encode(
        x=alt.X("name:O", title=None, axis=alt.Axis(labelAngle=0)),
        xOffset=alt.XOffset("basis_name:N", sort=_order(rows, t)),
    )
    bars = base.mark_bar(cornerRadiusEnd=3).encode(
        y=alt.Y("value:Q", title=title), color=_colour(rows, t), tooltip=_told(title, t)
    )
    lines = base.mark_rule(strokeWidth=2, color=look.INK).encode(y="low:Q", y2="high:Q")
    return look.finished(alt.layer(bars, lines).properties(height=380), t)


def _stacked(rows: pd.DataFrame, order: list[str]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the names and the bars of all groups, each with its place from top to bottom."""
    heads: list[dict[str, Any]] = []
    bars: list[pd.DataFrame] = []
    place = 0
    for name in order:
        heads.append({"name": name, "place": place})
        own = rows[rows["name"] == name].sort_values("basis", key=lambda some: some.map(SHOWN.index))
        bars.append(own.assign(place=range(place + 1, place + 1 + len(own))))
        place += 1 + len(own)
    return pd.DataFrame(heads), pd.concat(bars)


def _colour(rows: pd.DataFrame, t: Translator) -> alt.Color:
    """Return the colours of the bases that have a bar; a legend of others would name what nobody sees."""
    return alt.Color(
        "basis_name:N",
        title=t("Basis"),
        sort=_order(rows, t),
        legend=alt.Legend(columns=2),  # all in one line a phone cuts off
        scale=alt.Scale(domain=_order(rows, t), range=[COLOURS[basis] for basis in _present(rows)]),
    )


def _told(title: str, t: Translator) -> list[alt.Tooltip]:
    return [
        alt.Tooltip("name:N", title=t("Group")),
        alt.Tooltip("basis_name:N", title=t("Basis")),
        alt.Tooltip("value:Q", title=title, format=",.2~f"),
        alt.Tooltip("low:Q", title=t("Low"), format=",.2~f"),
        alt.Tooltip("high:Q", title=t("High"), format=",.2~f"),
    ]


def heat(found: pd.DataFrame, measure: Measure, t: Translator) -> Drawn:
    """Draw which sector gives to which (impact.sums.flows): the darker, the more a year; givers above their rows."""
    rows = found.assign(
        giver=[group_name("sector", value, t) for value in found["sector"]],
        taker=[group_name("sector", value, t) for value in found["taker_sector"]],
    )
    title = per_year(measure, t)
    order = list(rows.groupby("giver")["value"].sum().sort_values(ascending=False).index)
    rows = rows.assign(place=[2 * order.index(one) + 1 for one in rows["giver"]])
    heads = pd.DataFrame({"name": [f"{one} →" for one in order], "place": range(0, 2 * len(order), 2)})
    places = alt.Scale(domain=list(range(2 * len(order))), padding=0.08)
    place = alt.Y("place:O", axis=None, scale=places)
    base = alt.Chart(rows).encode(
        x=alt.X("taker:N", title=t("Taker"), axis=_takers(rows["taker"].nunique())), y=place
    )
    cells = base.mark_rect(cornerRadius=3).encode(
        color=alt.Color("value:Q", title=title, scale=alt.Scale(scheme="greens"), legend=None),
        tooltip=[
            alt.Tooltip("giver:N", title=t("Giver")),
            alt.Tooltip("taker:N", title=t("Taker")),
            alt.Tooltip("value:Q", title=title, format=",.2~f"),
            alt.Tooltip("synergies:Q", title=t("Synergies")),
        ],
    )
    dark = float(rows["value"].max()) / 2 if len(rows) else 0.0
    numbers = base.mark_text(fontSize=14).encode(
        text=alt.Text("value:Q", format=",.3~r"),  # three digits in full: "6,3k" nobody writes
        color=alt.condition(alt.datum.value > dark, alt.value("white"), alt.value("#1d2a24")),
    )
    return look.finished(alt.layer(_names(heads, place), cells, numbers).properties(height=alt.Step(34)), t)


def _takers(count: int) -> alt.Axis:
    """Return an axis whose names are read: a few in lines, many turned."""
    if count <= UPRIGHT:
        return alt.Axis(labelAngle=0, labelExpr=_LINES, labelOverlap=False)
    return alt.Axis(labelAngle=-90, labelLimit=240, labelOverlap=False)


def _names(heads: pd.DataFrame, place: alt.Y) -> alt.Chart:
    """Return names that stand above their rows: beside them, long ones are cut off and leave a phone no room."""
    words: dict[str, Any] = {
        "align": "left",
        "baseline": "bottom",
        "dy": 10,
        "fontSize": 14,
        "color": look.INK,
    }
    drawn: alt.Chart = alt.Chart(heads).mark_text(**words).encode(y=place, x=alt.value(0), text="name:N")
    return drawn


def outlook(found: Outlook, measure: Measure, t: Translator) -> Drawn:
    """Draw how the draws of a what-if are spread; the lines mark the 5th, 50th and 95th percentile."""
    bars = pd.DataFrame({"begin": found.edges[:-1], "end": found.edges[1:], "draws": found.counts})
    marks = pd.DataFrame({"at": [found.p5, found.p50, found.p95], "name": [t("5 %"), t("Middle"), t("95 %")]})
    title = per_year(measure, t)
    area = (
        alt.Chart(bars)
        .mark_bar(color=look.BASIS[Basis.AGREED], binSpacing=1)
        .encode(
            x=alt.X("begin:Q", title=title, bin="binned", scale=alt.Scale(zero=False)),
            x2="end:Q",
            y=alt.Y("draws:Q", title=t("Draws")),
            tooltip=[
                alt.Tooltip("begin:Q", format=",.2~f", title=t("From")),
                alt.Tooltip("end:Q", format=",.2~f", title=t("To")),
                alt.Tooltip("draws:Q", title=t("Draws")),
            ],
        )
    )
    rules = alt.Chart(marks).mark_rule(strokeWidth=2, color=look.INK).encode(x="at:Q")
    names = (
        alt.Chart(marks)
        .mark_text(baseline="bottom", dy=-4, fontSize=14, color=look.INK)
        .encode(x="at:Q", y=alt.value(0), text="name:N")
    )
    return look.finished(alt.layer(area, rules, names).properties(height=260), t)


def targets(rows: pd.DataFrame, t: Translator) -> Drawn:
    """Draw how much of the way to its target each indicator has gone (what is beyond ends there): name, share, said."""
    shown = rows.assign(upto=rows["share"].clip(0, 1))
    # Names stand above their bars, not beside them: on a phone they would leave no room for the bars.
    base = alt.Chart(shown).encode(y=alt.Y("name:N", sort=list(rows["name"]), axis=None))
    tooltip = [alt.Tooltip("name:N", title=t("Indicator")), alt.Tooltip("said:N", title=t("Reached"))]
    bar: dict[str, Any] = {"cornerRadius": 3, "height": 12, "yOffset": 10}
    way = base.mark_bar(**bar, color=look.INK, opacity=0.2).encode(
        x=alt.datum(1), x2=alt.datum(0), tooltip=tooltip
    )
    bars = base.mark_bar(**bar, color=look.HAVE).encode(
        x=alt.X(
            "upto:Q",
            title=t("Share of the target"),
            scale=alt.Scale(domain=[0, 1], nice=False),
            axis=alt.Axis(labelExpr=_PERCENT[t.language == "tr"], values=[0, 0.5, 1]),
        ),
        tooltip=tooltip,
    )
    words: dict[str, Any] = {"dy": -8, "fontSize": 14, "color": look.INK}
    names = base.mark_text(align="left", **words).encode(x=alt.datum(0), text="name:N")
    numbers = base.mark_text(align="right", **words).encode(x=alt.datum(1), text="said:N")
    return look.finished(alt.layer(way, bars, names, numbers).properties(height=alt.Step(46)), t)


def in_unit(measure: Measure, t: Translator) -> str:
    """Return the unit of a measure as it is written, with what it measures where the unit does not say it."""
    if measure is Measure.CO2E:
        return "t CO2e"
    unit = UNITS[measure]
    return t(UNIT_WORDS[unit]) if unit in UNIT_WORDS else unit


def per_year(measure: Measure, t: Translator) -> str:
    """Return the unit of what a measure brings a year."""
    if UNITS[measure] == "job":
        return in_unit(measure, t)
    return t("{unit} a year", unit=in_unit(measure, t))


def basis_name(basis: str, t: Translator) -> str:
    """Return the word for a basis, and for what is only computed."""
    return t("Only computed") if basis == COMPUTED else label(Basis(basis), t)


def group_name(grouping: str, value: object, t: Translator) -> str:
    """Return the name of a bar: a year, kind, sector or zone in the reader's language, or what was merged."""
    if value is None or pd.isna(value):  # type: ignore[call-overload]
        return t("Not known") if grouping != "zone_id" else t("Outside zones")
    if value == MERGED:
        return t("Small groups, merged")
    if grouping == "year":
        return str(value)
    if grouping == "kind":
        return label(Kind(str(value)), t)
    if grouping in ("sector", "taker_sector"):
        return reference.sector_groups()[str(value)].name(t.language)
    return reference.zones()[str(value)].name(t.language)


def _present(rows: pd.DataFrame) -> list[str]:
    known = set(rows["basis"])
    return [basis for basis in SHOWN if basis in known]


def _order(rows: pd.DataFrame, t: Translator) -> list[str]:
    return [basis_name(basis, t) for basis in _present(rows)]


def _named(sums: pd.DataFrame, t: Translator) -> pd.DataFrame:
    return sums.assign(basis_name=[basis_name(basis, t) for basis in sums["basis"]])
