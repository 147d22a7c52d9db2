"""The visual language of charts and maps: few colours, each with one meaning, readable on light and dark ground."""

import altair as alt

from core.domain.model import Basis, Direction, Kind
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
DIRECTION = {Direction.HAVE: HAVE, Direction.WANT: WANT}
BASIS = {Basis.VERIFIED: "#0b8f66", Basis.AGREED: "#6bbf9c", Basis.ESTIMATED: "#b9c9c1"}
_TURKISH = {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["", " TL"]}
_ENGLISH = {"decimal": ".", "thousands": ",", "grouping": [3], "currency": ["TRY ", ""]}


def finished(
    chart: alt.Chart | alt.LayerChart | alt.HConcatChart | alt.VConcatChart, t: Translator
) -> alt.Chart | alt.LayerChart | alt.HConcatChart | alt.VConcatChart:
    """Return a chart with our type sizes and the number format of the reader's language."""
    numbers = _TURKISH if t.language == "tr" else _ENGLISH
    return (
        chart.configure(locale=alt.Locale(number=alt.NumberLocale(**numbers)))
        .configure_axis(labelFontSize=14, titleFontSize=14, titleFontWeight="normal", gridOpacity=0.4)
        .configure_legend(labelFontSize=14, titleFontSize=14, orient="top")
        .configure_view(strokeWidth=0)
    )
