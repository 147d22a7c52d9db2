"""Where the names of zones stand on the map: beside their circle, so that no name lies on another.

The places are chosen for the look at the whole region; where one looks closer, names have room anyway.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass

_CIRCLE = 11  # px: half of a zone's circle with its line
_LETTER, _LINE = 8.2, 16  # px: a bold letter of size 13, and its line
_TILE = 512  # px: the world at zoom 0
_METRES = 78271.5  # a pixel at zoom 0 on the equator


@dataclass(frozen=True)
class Named:
    """A name at a point, and how it stands to it: offset in pixels, anchored at its start, middle or end."""

    text: str
    lat: float
    lon: float
    offset: tuple[int, int]
    anchor: str


def placed(names: Iterable[tuple[str, float, float]], zoom: float) -> list[Named]:
    """Return names (text, lat, lon) with the first place beside their point where none before them stands.

    Tried are above, below, right, left, and further off; a name without a free place stands above.
    """
    points = [(text, lat, lon, *_pixels(lat, lon, zoom)) for text, lat, lon in names]
    taken = [_circle(x, y) for _, _, _, x, y in points]
    found = []
    for own, (text, lat, lon, x, y) in enumerate(points):
        others = taken[:own] + taken[own + 1 :]
        tried = [(offset, anchor, _box(x, y, text, offset, anchor)) for offset, anchor in _PLACES]
        free = (one for one in tried if not any(_meet(one[2], other) for other in others))
        offset, anchor, box = next(free, tried[0])
        taken.append(box)
        found.append(Named(text, lat, lon, offset, anchor))
    return found


def with_room(names: Iterable[tuple[str, float, float]], zones: list[Named], zoom: float) -> list[Named]:
    """Return those names (text, lat, lon), below their points, that lie on no zone and on no name before them."""
    taken = []
    for one in zones:
        x, y = _pixels(one.lat, one.lon, zoom)
        taken += [_circle(x, y), _box(x, y, one.text, one.offset, one.anchor)]
    found = []
    for text, lat, lon in names:
        box = _box(*_pixels(lat, lon, zoom), text, _BELOW, "middle")
        if not any(_meet(box, other) for other in taken):
            taken.append(box)
            found.append(Named(text, lat, lon, _BELOW, "middle"))
    return found


def above_circle(radius_m: float, lat: float, zoom: float) -> tuple[int, int]:
    """Return the offset that puts a name above a circle of so many metres."""
    pixel_m = _METRES * math.cos(math.radians(lat)) / 2**zoom
    return 0, -round(radius_m / pixel_m + _LINE)


_PLACES = (
    ((0, -20), "middle"),
    ((0, 20), "middle"),
    ((14, 0), "start"),
    ((-14, 0), "end"),
    ((14, -14), "start"),
    ((-14, -14), "end"),
    ((14, 14), "start"),
    ((-14, 14), "end"),
    ((0, -36), "middle"),
    ((0, 36), "middle"),
)
_BELOW = (0, 16)
_Box = tuple[float, float, float, float]


def _pixels(lat: float, lon: float, zoom: float) -> tuple[float, float]:
    size = _TILE * 2**zoom
    north = math.log(math.tan(math.pi / 4 + math.radians(lat) / 2)) / (2 * math.pi)
    return lon / 360 * size, (0.5 - north) * size


def _circle(x: float, y: float) -> _Box:
    return x - _CIRCLE, y - _CIRCLE, x + _CIRCLE, y + _CIRCLE


def _box(x: float, y: float, text: str, offset: tuple[int, int], anchor: str) -> _Box:
    width = _LETTER * len(text)
    left = x + offset[0] - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
    middle = y + offset[1]
    return left, middle - _LINE / 2, left + width, middle + _LINE / 2


def _meet(one: _Box, other: _Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
