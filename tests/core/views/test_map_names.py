"""Names on the map: none lies on another, and none on the circle of a zone."""

import pytest

from core.domain import reference
from core.views import map_ground, map_names

ZOOM = map_ground.REGION_ZOOM


def boxes(names: list[map_names.Named]) -> list[tuple[float, float, float, float]]:
    return [
        map_names._box(*map_names._pixels(one.lat, one.lon, ZOOM), one.text, one.offset, one.anchor)
        for one in names
    ]


def zones() -> list[map_names.Named]:
    return map_names.placed(
        ((one.short or one.zone_id, one.lat, one.lon) for one in reference.zones().values()), ZOOM
    )


def test_a_name_alone_stands_above_its_point() -> None:
    (one,) = map_names.placed([("Tire", 38.0, 27.7)], ZOOM)

    assert one.offset == (0, -20)
    assert one.anchor == "middle"


def test_a_second_name_close_by_gives_way() -> None:
    first, second = map_names.placed([("KOSBİ", 38.0, 27.0), ("BAYOSB", 38.0, 27.02)], ZOOM)

    assert first.offset == (0, -20)
    assert second.offset != (0, -20)


def test_no_name_of_a_zone_lies_on_another() -> None:
    found = boxes(zones())

    assert not [
        (i, j)
        for i, one in enumerate(found)
        for j, other in enumerate(found[:i])
        if map_names._meet(one, other)
    ]


def test_districts_are_named_where_no_zone_is() -> None:
    districts = [(one.name, one.lat, one.lon) for one in reference.districts().values()]
    found = map_names.with_room(districts, zones(), ZOOM)
    named = {one.text for one in found}
    all_boxes = boxes(zones()) + boxes(found)

    assert {"Çeşme", "Kiraz", "Karaburun"} <= named
    assert len(named) < len(districts), "the districts of the city lie too close"
    assert not [
        (i, j)
        for i, one in enumerate(all_boxes)
        for j, other in enumerate(all_boxes[:i])
        if map_names._meet(one, other)
    ]


def test_above_a_circle_is_its_radius_and_a_line() -> None:
    # 78,271.5 m a pixel at zoom 0; cos 60° is a half: at zoom 10 a pixel is 38.2 m, so 1,300 m are 34 px
    assert map_names.above_circle(1300, 60, 10) == (0, -50)
    assert map_names.above_circle(0, 0, 10)[1] == pytest.approx(-16)
