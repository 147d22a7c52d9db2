"""The map of the library's precedents: countries, or provinces of Türkiye, shaded by how many there are.

A shaded area claims no more than is known: no precedent has a point.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any

import altair as alt

from core.domain import reference
from core.domain.knowledge import library
from core.i18n import Translator
from core.views import look

WORLD, HOME = "world", "home"
_GROUND = "#c9d3cd"
_SHADES = ["#8fd0b8", "#0b6e4f"]


def chart(counts: Mapping[str, int], scope: str, t: Translator) -> alt.LayerChart:
    """Return the map; `counts` by country code where `scope` is WORLD, by province where it is HOME."""
    outlines = _features("countries", "code") if scope == WORLD else _features("provinces", "name")
    name = (lambda key: library.country_name(key, t.language)) if scope == WORLD else str
    there = [
        {**shape, "place": name(key), "precedents": counts[key]} for key, shape in outlines if key in counts
    ]
    ground = alt.Chart(alt.InlineData(values=[shape for _, shape in outlines])).mark_geoshape(
        fill=_GROUND, stroke="white" if scope == HOME else _GROUND, strokeWidth=0.5
    )
    shaded = (
        alt.Chart(alt.InlineData(values=there))
        .mark_geoshape(stroke="white", strokeWidth=0.6)
        .encode(
            color=alt.Color(
                "precedents:Q",
                title=t("Precedents"),
                scale=alt.Scale(range=_SHADES, type="sqrt"),
                legend=alt.Legend(tickMinStep=1, format="d"),
            ),
            tooltip=[
                alt.Tooltip("place:N", title=t("Place")),
                alt.Tooltip("precedents:Q", title=t("Precedents"), format="d"),
            ],
        )
    )
    projection = alt.Projection(type="equalEarth" if scope == WORLD else "mercator")
    drawn = alt.LayerChart(layer=[ground, shaded], projection=projection)
    return look.finished(drawn.properties(height=430), t)


@cache
def _features(name: str, key: str) -> tuple[tuple[str, dict[str, Any]], ...]:
    return tuple(
        (
            str(one["properties"].get(key, "")),
            {
                "type": "Feature",
                "geometry": one["geometry"] if name == "countries" else _wound(one["geometry"]),
            },
        )
        for one in reference.outlines(name)["features"]
    )


def _wound(geometry: Mapping[str, Any]) -> dict[str, Any]:
    """Return a geometry whose outer rings run clockwise: d3 takes any other for the rest of the globe.

    Those of countries.geojson do already; on both sides of the date line the area of a ring would say nothing.
    """
    single = geometry["type"] == "Polygon"
    polygons = [geometry["coordinates"]] if single else geometry["coordinates"]
    turned = [[_clockwise(rings[0]), *(_clockwise(one)[::-1] for one in rings[1:])] for rings in polygons]
    return {"type": "MultiPolygon", "coordinates": turned}


def _clockwise(ring: list[list[float]]) -> list[list[float]]:
    area = sum(
        (one[0] - other[0]) * (one[1] + other[1]) for one, other in zip(ring[1:], ring[:-1], strict=True)
    )
    short = [[round(one[0], 2), round(one[1], 2)] for one in ring]
    return short if area > 0 else short[::-1]
