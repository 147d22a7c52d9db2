"""Where a site is: coordinates as maps copy them, a zone, or only a district."""

import pytest

from core.domain import reference
from core.domain.choices import Place
from core.domain.model import Site
from core.domain.register import places
from core.errors import NotCoordinatesError

SITE = Site("s", "f", "Fabrika")


@pytest.mark.parametrize(
    "typed",
    ["38.4237, 27.1428", "38,4237 27,1428", "38.4237;27.1428", " 38.4237/27.1428 ", "38.4237° N, 27.1428° E"],
)
def test_coordinates_are_read_as_they_are_copied(typed: str) -> None:
    assert places.parse_coordinates(typed) == (38.4237, 27.1428)


@pytest.mark.parametrize("typed", ["27.1428, 38.4237", "38.4237", "0.0, 0.0", "Torbalı", "12.5, 190.0"])
def test_what_is_no_place_in_the_country_is_refused(typed: str) -> None:
    with pytest.raises(NotCoordinatesError):
        places.parse_coordinates(typed)


def test_a_zone_gives_district_place_and_a_borrowed_point() -> None:
    zone = reference.zones()["kosbi"]

    site = places.located(SITE, "kosbi", None, None)

    assert (site.zone_id, site.district, site.place) == ("kosbi", "Kemalpaşa", Place.ORGANISED_ZONE)
    assert (site.lat, site.lon, site.coordinate_quality) == (zone.lat, zone.lon, "approximate")


def test_a_point_of_its_own_goes_before_that_of_the_district() -> None:
    site = places.located(SITE, None, "Torbalı", (38.1, 27.3))

    assert (site.district, site.lat, site.lon, site.coordinate_quality) == ("Torbalı", 38.1, 27.3, "site")


def test_a_site_without_any_place_stays_without_one() -> None:
    site = places.located(SITE, None, None, None)

    assert (site.zone_id, site.district, site.lat, site.coordinate_quality) == (None, None, None, None)
