"""The ground of the map: sea, neighbouring land, the region's districts, and where the map looks at first.

The outlines are our own (data/reference): the map must be right without the internet.
"""

import json
from functools import cache
from typing import Any

import pydeck as pdk
from pydeck.types import String

from core.domain import reference

_EDGE = (34.0, 20.0, 43.0, 46.0)  # south, west, north, east of the sea that is drawn
REGION_ZOOM = 7.65  # the whole region in a map 560 pixels high
PHONE_ZOOM = 6.7  # the whole region in a map 350 pixels wide
ZONE_ZOOM = 11.5
_NEIGHBOURS = (36.6, 25.0, 40.4, 30.2)  # what can be seen beside the region


@cache
def layers(dark: bool) -> str:
    """Return sea, neighbouring land and the region's districts as JSON of layers, each with a comma behind it."""
    sea, land, region, line = (
        ([15, 24, 32], [23, 30, 27], [29, 39, 34], [74, 92, 83])
        if dark
        else ([221, 234, 242], [240, 240, 236], [252, 252, 249], [176, 190, 182])
    )
    south, west, north, east = _EDGE
    box = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    drawn = [
        pdk.Layer("PolygonLayer", [{"polygon": box}], id="sea", get_polygon="polygon", get_fill_color=sea),
        _outline("land", "land", land, line, 0.5),
        _outline("provinces", "provinces", land, line, 0.5),
        _outline("districts", "districts", region, line, 1),
    ]
    written = json.loads(pdk.Deck(drawn).to_json())["layers"]
    return "".join(json.dumps(layer, separators=(",", ":")) + "," for layer in written)


def _outline(layer: str, name: str, fill: list[int], line: list[int], width: float) -> pdk.Layer:
    return pdk.Layer(
        "GeoJsonLayer",
        {"type": "FeatureCollection", "features": _near(name)},
        id=layer,
        filled=True,
        stroked=True,
        get_fill_color=fill,
        get_line_color=line,
        get_line_width=width,
        line_width_units=String("pixels"),
    )


@cache
def _near(name: str) -> list[dict[str, Any]]:
    """Return the outlines that can be seen, their points to 0.001° (100 m): a third of the bytes."""
    return [
        {
            "type": "Feature",
            "properties": {},
            "geometry": feature["geometry"] | {"coordinates": _rounded(kept)},
        }
        for feature in reference.outlines(name)["features"]
        if (kept := _visible(feature["geometry"]))
    ]


def _visible(geometry: dict[str, Any]) -> list[Any]:
    """Return the coordinates of a geometry, of a MultiPolygon only the parts near the region; [] for nothing."""
    if geometry["type"] == "Polygon":
        return geometry["coordinates"] if _overlaps(geometry["coordinates"]) else []
    return [polygon for polygon in geometry["coordinates"] if _overlaps(polygon)]


def _overlaps(polygon: list[Any]) -> bool:
    south, west, north, east = _NEIGHBOURS
    lons, lats = zip(*((point[0], point[1]) for point in polygon[0]), strict=True)
    return bool(min(lons) < east and max(lons) > west and min(lats) < north and max(lats) > south)


def _rounded(coordinates: Any) -> Any:
    if isinstance(coordinates[0], (int, float)):
        return [round(coordinates[0], 3), round(coordinates[1], 3)]
    parts = [_rounded(part) for part in coordinates]
    return [part for i, part in enumerate(parts) if i == 0 or part != parts[i - 1]]


def view(zone_id: str | None, zoom: float) -> pdk.ViewState:
    """Return a look at a zone, or at the whole region from `zoom`."""
    zone = reference.zones().get(zone_id or "")
    if zone:
        return pdk.ViewState(latitude=zone.lat, longitude=zone.lon, zoom=ZONE_ZOOM)
    points = [
        point
        for feature in reference.outlines("districts")["features"]
        for point in _points(feature["geometry"])
    ]
    lons, lats = zip(*points, strict=True)
    return pdk.ViewState(
        latitude=round((min(lats) + max(lats)) / 2, 3),
        longitude=round((min(lons) + max(lons)) / 2, 3),
        zoom=zoom,
        min_zoom=6,
        max_zoom=15,
    )


def _points(geometry: dict[str, Any]) -> list[tuple[float, float]]:
    polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    return [(point[0], point[1]) for polygon in polygons for point in polygon[0]]
