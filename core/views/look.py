"""The visual language of charts and maps: few colours, each with one meaning, readable on light and dark ground."""

from typing import Any, TypeVar, cast

import altair as alt

from core.domain.choices import Basis, Kind
from core.i18n import Translator

HAVE = "#0b8f66"
WANT = "#2f7fc1"
INK = "#7d8a84"
KIND = {
    Kind.MATERIAL: "#8a6d3b",
    Kind.ENERGY: "#d9822b",
    Kind.WATER: "#2aa5b8",
    Kind.LOGISTICS: "#7a6bb3",
    Kind.CAPACITY: "#b0568b",
    Kind.SPACE: "#8d9440",
    Kind.EXPERTISE: "#4b74b8",
    Kind.WORKFORCE: "#c0604f",
    Kind.TECHNOLOGY: "#5f8f9a",
}
BASIS = {Basis.VERIFIED: "#0b8f66", Basis.AGREED: "#6bbf9c", Basis.ESTIMATED: "#b9c9c1"}
COMPUTED = "#d8b878"  # no basis: nobody has taken the estimate over
PART = {  # of scoring.PARTS, those to come included; each 3 : 1 or more on light and dark (tested)
    "text": "#2f7fc1",
    "concept": "#0b8f66",
    "precedent": "#b0568b",
    "sector": "#a87a1f",
    "use": "#c0604f",
    "waste_code": "#d07316",
    "kind": "#7d8a84",
    "distance": "#7a6bb3",
    "quantity": "#1f93a5",
    "timing": "#7d8a3a",
}
# Of sector_groups.csv. Each stands out from light and dark ground by 3 : 1 or more (tested); 21 hues are too many
# to be told apart by colour alone, so neighbours differ in lightness, and the name is always at hand.
SECTOR = {
    "agriculture": "#699c1c",
    "mining": "#886b54",
    "food": "#bf820c",
    "textile": "#c16dd4",
    "clothing": "#c63895",
    "leather": "#a85c39",
    "wood_furniture": "#856f09",
    "paper_printing": "#2f9cb2",
    "petrochemistry": "#7268a9",
    "chemicals": "#a76ef8",
    "plastics_rubber": "#067d82",
    "minerals": "#e16c5b",
    "metal": "#3174b3",
    "machinery_electrical": "#5484f7",
    "vehicles": "#d43034",
    "energy": "#dd7200",
    "water_waste": "#0ea175",
    "construction": "#aa7a7a",
    "logistics_trade": "#12823d",
    "public_other": "#7c8b9b",
    "research_services": "#e66292",
}
UNKNOWN_SECTOR = "#7d8a84"
_TURKISH: dict[str, Any] = {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["", " TL"]}
_ENGLISH: dict[str, Any] = {"decimal": ".", "thousands": ",", "grouping": [3], "currency": ["TRY ", ""]}


Drawing = TypeVar("Drawing", bound=alt.TopLevelMixin)


def finished(chart: Drawing, t: Translator) -> Drawing:
    """Return a chart with our type sizes and the number format of the reader's language."""
    numbers = _TURKISH if t.language == "tr" else _ENGLISH
    drawn = (
        chart.configure(locale=alt.Locale(number=alt.NumberLocale(**numbers)))
        .configure_axis(labelFontSize=14, titleFontSize=14, titleFontWeight="normal", gridOpacity=0.4)
        .configure_legend(labelFontSize=14, titleFontSize=14, orient="top")
        .configure_view(strokeWidth=0)
    )
    return cast(Drawing, drawn)
