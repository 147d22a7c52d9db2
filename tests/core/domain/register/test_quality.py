"""How complete a card is: what it should say depends on what it is, and nothing said is not zero."""

from typing import Any

import pytest

from core.domain.register import quality
from core.domain.register.quality import Gap

WHOLE: dict[str, Any] = {
    "kind": "material",
    "direction": "have",
    "yearly_amount": 120.0,
    "description": "nemli",
    "lat": 38.4,
    "waste_codes": "100908",
    "composition": "SiO2",
    "hazardous": False,
    "recurrence": "recurring",
    "handling": "landfill",
    "price_per_unit": -400.0,
    "has_photo": True,
}


def test_a_card_that_says_everything_lacks_nothing() -> None:
    assert quality.missing(WHOLE) == ()


@pytest.mark.parametrize(
    ("column", "gap"),
    [
        ("yearly_amount", Gap.QUANTITY),
        ("description", Gap.DESCRIPTION),
        ("lat", Gap.PLACE),
        ("waste_codes", Gap.WASTE_CODE),
        ("composition", Gap.COMPOSITION),
        ("hazardous", Gap.HAZARD),
        ("recurrence", Gap.TIMING),
        ("handling", Gap.HANDLING),
        ("price_per_unit", Gap.PRICE),
    ],
)
@pytest.mark.parametrize("nothing", [None, float("nan"), "", "  "])
def test_what_is_not_said_is_missing(column: str, gap: Gap, nothing: object) -> None:
    assert quality.missing(WHOLE | {column: nothing}) == (gap,)


def test_no_and_zero_are_answers() -> None:
    assert quality.missing(WHOLE | {"hazardous": False, "price_per_unit": 0.0}) == ()


@pytest.mark.parametrize("nothing", [None, float("nan"), False])
def test_a_photo_is_there_or_missing(nothing: object) -> None:
    assert quality.missing(WHOLE | {"has_photo": nothing}) == (Gap.PHOTO,)


def test_a_zone_or_a_district_is_a_place_too() -> None:
    assert quality.missing(WHOLE | {"lat": None, "district": "Buca"}) == ()
    assert quality.missing(WHOLE | {"lat": None, "zone_id": "iaosb"}) == ()


def test_a_want_needs_no_photo_and_a_training_no_waste_code() -> None:
    want = {"kind": "material", "direction": "want"}
    assert quality.missing(want) == (
        Gap.QUANTITY,
        Gap.DESCRIPTION,
        Gap.PLACE,
        Gap.COMPOSITION,
        Gap.TIMING,
        Gap.HANDLING,
        Gap.PRICE,
    )
    assert Gap.WASTE_CODE not in quality.missing({"kind": "expertise", "direction": "have"})


def test_every_gap_has_its_word() -> None:
    assert set(quality.LABELS) == set(Gap)
