"""What speaks against a pair, and how far two amounts go together."""

from datetime import date
from typing import Any

import pytest

from core.domain.choices import Direction, Kind
from core.domain.matching.cards import Card
from core.domain.matching.objections import Against, Objection, against, coverage

PLAIN: dict[str, Any] = {
    "kind": "material",
    "hazardous": None,
    "months": None,
    "available_from": None,
    "available_until": None,
    "recurrence": None,
    "composition": "%72 nem",
    "condition": None,
}
SAND = Card("h", Direction.HAVE, "döküm kumu", Kind.MATERIAL)
DIRTY = Card("h", Direction.HAVE, "boya çamuru", Kind.MATERIAL, waste_codes=("080113", "080112"))


def said(
    have: dict[str, Any] | None = None, want: dict[str, Any] | None = None, km: float | None = None
) -> list[str]:
    return [one.objection.value for one in against(PLAIN | (have or {}), PLAIN | (want or {}), SAND, km)]


def test_a_complete_near_pair_has_nothing_against_it() -> None:
    assert said(km=3.0) == []


@pytest.mark.parametrize(
    ("have", "want", "expected"),
    [
        ({"composition": None}, {}, ["purity"]),
        ({"composition": " ", "condition": "kuru"}, {}, []),
        ({}, {"kind": "energy"}, ["kind"]),
        ({"hazardous": True}, {}, ["hazardous"]),
        ({"months": "7;8"}, {"months": "1;2"}, ["season"]),
        ({"months": "7;8"}, {"months": "8;9"}, ["season_partly"]),
        ({"months": "7;8;9"}, {"months": "8;9"}, []),
        ({"months": "7"}, {}, []),
        ({"recurrence": "one_off"}, {"recurrence": "recurring"}, ["once"]),
        ({"available_until": date(2026, 1, 1)}, {"available_from": date(2026, 6, 1)}, ["dates"]),
        ({"available_from": date(2026, 1, 1)}, {"available_until": date(2026, 6, 1)}, []),
    ],
)
def test_each_objection_is_said_where_it_holds(
    have: dict[str, Any], want: dict[str, Any], expected: list[str]
) -> None:
    assert said(have, want) == expected


def test_beyond_the_comfortable_distance_the_distance_is_said() -> None:
    assert said(km=2000.0) == ["far"]
    assert said(km=None) == []


def test_common_months_are_named() -> None:
    (found,) = against(PLAIN | {"months": "6;7;8"}, PLAIN | {"months": "8;9"}, SAND, None)

    assert found == Against(Objection.SEASON_PARTLY, months=(8,))


def test_a_hazardous_code_needs_a_permit_unless_one_is_on_record() -> None:
    def permits(known: set[str] | None) -> list[tuple[str, ...]]:
        return [
            one.codes
            for one in against(PLAIN, PLAIN, DIRTY, None, known)
            if one.objection is Objection.PERMIT
        ]

    assert permits(None) == [("080113",)]  # 08 01 12 is not hazardous
    assert permits({"080113"}) == []
    assert permits({"080112"}) == [("080113",)]


def row(
    amount: float | None, unit: str | None, period: str = "year", density: float | None = None
) -> dict[str, Any]:
    return {"yearly_amount": amount, "yearly_unit": unit, "period": period, "density_t_per_m3": density}


@pytest.mark.parametrize(
    ("have", "want", "share"),
    [
        (row(30, "t"), row(120, "t"), 0.25),
        (row(300, "t"), row(120, "t"), 2.5),
        (row(100, "t", density=0.5), row(400, "m3"), 0.5),  # 100 t are 200 m³
        (row(30, "t"), row(120, "m3"), None),
        (row(30, "t"), row(120, "MWh"), None),
        (row(30, "t", "once"), row(120, "t"), None),
        (row(30, "t", "once"), row(120, "t", "once"), 0.25),
        (row(None, None), row(120, "t"), None),
        (row(30, "t"), row(0, "t"), None),
    ],
)
def test_amounts_are_compared_only_where_that_is_sound(
    have: dict[str, Any], want: dict[str, Any], share: float | None
) -> None:
    found = coverage(have, want)

    assert (found.share if found else None) == share
