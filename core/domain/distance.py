"""How far two places are apart, as the crow flies, and what that means for a kind of resource.

How far a resource travels is our own assumption, kept as editable data in data/knowledge/reach.csv.
"""

import csv
from functools import cache

import numpy as np
import numpy.typing as npt

from core.config import KNOWLEDGE

Floats = npt.NDArray[np.float64]

EARTH_RADIUS_KM = 6371.0088


def crow_flies_km(lat_a: Floats, lon_a: Floats, lat_b: Floats, lon_b: Floats) -> Floats:
    """Return great-circle distances in km between places in degrees; nan where a coordinate is nan.

    >>> round(float(crow_flies_km(np.array(38.42), np.array(27.14), np.array(38.80), np.array(26.97))), 1)
    44.8
    """
    north_a, east_a, north_b, east_b = (
        np.radians(np.asarray(x, dtype=float)) for x in (lat_a, lon_a, lat_b, lon_b)
    )
    half = (
        np.sin((north_b - north_a) / 2) ** 2
        + np.cos(north_a) * np.cos(north_b) * np.sin((east_b - east_a) / 2) ** 2
    )
    return np.asarray(2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(np.clip(half, 0.0, 1.0))), dtype=np.float64)


def nearness(distance_km: Floats, half_km: Floats) -> Floats:
    """Return 1 at no distance, 1/2 at `half_km`, towards 0 far away; nan stays nan.

    >>> nearness(np.array([0.0, 50.0, 150.0]), np.array(50.0)).tolist()
    [1.0, 0.5, 0.25]
    """
    return np.asarray(half_km / (half_km + distance_km), dtype=np.float64)


@cache
def half_distances_km() -> dict[str, float]:
    """Return the distance in km that halves `nearness`, by kind; "" holds for an unknown kind."""
    with (KNOWLEDGE / "reach.csv").open(encoding="utf-8", newline="") as file:
        return {row["kind"]: float(row["half_km"]) for row in csv.DictReader(file)}
