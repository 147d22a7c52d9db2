"""Where a site is, as people say it: coordinates copied from a map, a zone, or only a district."""

import re
from dataclasses import replace

from core.domain import reference
from core.domain.choices import Place
from core.domain.model import Site
from core.errors import NotCoordinatesError

_PAIR = re.compile(r"(-?\d{1,3}[.,]\d+)\s*°?\s*[NKnk]?\s*[,;/\s]\s*(-?\d{1,3}[.,]\d+)\s*°?\s*[EDed]?")
_SOUTH, _NORTH, _WEST, _EAST = 35.5, 42.5, 25.5, 45.0  # Türkiye


def parse_coordinates(typed: str) -> tuple[float, float]:
    """Return latitude and longitude in degrees, as maps copy them. Raises NotCoordinatesError.

    >>> parse_coordinates("38.0851, 27.3466"), parse_coordinates("38,0851 27,3466")
    ((38.0851, 27.3466), (38.0851, 27.3466))
    """
    found = _PAIR.fullmatch(typed.strip())
    if not found:
        raise NotCoordinatesError(value=typed.strip())
    lat, lon = (float(part.replace(",", ".")) for part in found.groups())
    if not (_SOUTH <= lat <= _NORTH and _WEST <= lon <= _EAST):
        raise NotCoordinatesError(value=typed.strip())
    return lat, lon


def located(site: Site, zone_id: str | None, district: str | None, point: tuple[float, float] | None) -> Site:
    """Return the site put into a zone or district, at its own point or else at that of the place.

    `coordinate_quality` is "site" for its own point, "approximate" for a borrowed one.
    """
    zone = reference.zones().get(zone_id or "")
    area = reference.districts().get(zone.district if zone else district or "")
    borrowed = (zone.lat, zone.lon) if zone else (area.lat, area.lon) if area else None
    lat, lon = point or borrowed or (None, None)
    return replace(
        site,
        place=Place(zone.place) if zone else site.place,
        zone_id=zone.zone_id if zone else None,
        district=area.name if area else None,
        lat=lat,
        lon=lon,
        coordinate_quality="site" if point else "approximate" if borrowed else None,
    )
