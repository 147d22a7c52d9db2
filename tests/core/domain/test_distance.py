"""Distances as the crow flies and how they count."""

import numpy as np
import pytest

from core.domain.choices import Direction, Kind
from core.domain.distance import crow_flies_km, nearness, reach_rows, reaches
from core.domain.matching.cards import Card
from core.domain.matching.ranking import build, rank_one


def test_a_degree_of_latitude_is_111_km() -> None:
    km = crow_flies_km(np.array([38.0]), np.array([27.0]), np.array([39.0]), np.array([27.0]))
    assert km[0] == pytest.approx(111.195, abs=0.01)


def test_a_missing_coordinate_leaves_the_distance_unknown() -> None:
    km = crow_flies_km(np.array([38.0]), np.array([np.nan]), np.array([39.0]), np.array([27.0]))
    assert np.isnan(km[0]) and np.isnan(nearness(km, np.array([100.0]))[0])


def test_nearness_falls_with_distance_and_never_reaches_zero() -> None:
    near = nearness(np.array([0.0, 33.0, 1000.0]), np.array(100.0))
    assert near[0] == 1 and near[0] > near[1] > near[2] > 0


def test_every_kind_has_a_reach_and_heat_and_water_travel_least() -> None:
    reach = {line.kind: line.half_km for line in reaches() if not line.concepts}
    assert set(reach) == {*(str(kind) for kind in Kind), ""}
    assert sorted(reach, key=lambda kind: reach[kind])[:2] == ["water", "energy"]
    heat = next(line for line in reaches() if "heat" in line.concepts)
    assert heat.half_km == min(line.half_km for line in reaches())
    assert {line.kind: line.limit_km for line in reaches() if line.limit_km < np.inf} == {
        "energy": 2,
        "water": 5,
    }


@pytest.mark.parametrize(
    ("name", "kind", "limit_km", "half_km"),
    [
        ("atık ısı", Kind.ENERGY, 2, 1),
        ("steam", None, 2, 1),
        ("elektrik", Kind.ENERGY, np.inf, 500),
        ("biyogaz", Kind.ENERGY, np.inf, 20),
        ("yakıt", Kind.ENERGY, np.inf, 100),
        ("soğutma suyu", Kind.WATER, 5, 2),
        ("ısı geri kazanım danışmanlığı", Kind.EXPERTISE, np.inf, 300),
        ("arıtma çamuru", Kind.MATERIAL, np.inf, 50),
        ("çelik hurdası", Kind.MATERIAL, np.inf, 400),
        ("qwxqw", None, np.inf, 100),
    ],
)
def test_how_far_something_goes_follows_from_what_it_is(
    name: str, kind: Kind | None, limit_km: float, half_km: float
) -> None:
    (row,) = reach_rows([Card("1", Direction.HAVE, name, kind)])
    assert (reaches()[row].limit_km, reaches()[row].half_km) == (limit_km, half_km)


def test_hazardous_waste_travels_the_country() -> None:
    (row,) = reach_rows([Card("1", Direction.HAVE, "çamur", Kind.MATERIAL, waste_codes=("060502",))])
    assert reaches()[row].half_km == 400


def test_nothing_from_beyond_its_reach_is_proposed_to_a_want_of_water() -> None:
    wash_water = Card("h", Direction.HAVE, "yıkama suyu", kind=Kind.MATERIAL, lat=38.4, lon=27.1)
    near, far = (
        Card(name, Direction.WANT, "yıkama suyu", kind=Kind.WATER, lat=lat, lon=27.1)
        for name, lat in (("near", 38.42), ("far", 38.9))
    )
    assert rank_one(build([near, far]), wash_water)["want_id"].tolist() == ["near"]
