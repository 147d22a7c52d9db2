"""Distances as the crow flies and how they count."""

import numpy as np
import pytest

from core.domain.distance import crow_flies_km, half_distances_km, nearness
from core.domain.model import Kind


def test_a_degree_of_latitude_is_111_km() -> None:
    km = crow_flies_km(np.array([38.0]), np.array([27.0]), np.array([39.0]), np.array([27.0]))
    assert km[0] == pytest.approx(111.195, abs=0.01)


def test_a_missing_coordinate_leaves_the_distance_unknown() -> None:
    km = crow_flies_km(np.array([38.0]), np.array([np.nan]), np.array([39.0]), np.array([27.0]))
    assert np.isnan(km[0]) and np.isnan(nearness(km, np.array([100.0]))[0])


def test_nearness_falls_with_distance_and_never_reaches_zero() -> None:
    near = nearness(np.array([0.0, 33.0, 1000.0]), np.array(100.0))
    assert near[0] == 1 and near[0] > near[1] > near[2] > 0


def test_every_kind_has_a_reach_and_heat_travels_least() -> None:
    reach = half_distances_km()
    assert set(reach) == {*(str(kind) for kind in Kind), ""}
    assert min(reach, key=lambda kind: reach[kind]) == "energy"
