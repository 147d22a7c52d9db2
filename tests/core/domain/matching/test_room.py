"""Room for a deal, worked out by hand; what is not known is named and never guessed."""

from dataclasses import replace
from datetime import date

import pytest

from core.domain.choices import Kind
from core.domain.matching.room import (
    Item,
    Line,
    Mark,
    Money,
    Rate,
    between,
    own_part,
)

TODAY = date(2026, 11, 22)
SPRING = date(2026, 4, 1)
HAVE = Money(-500, "t", SPRING, False, yearly=100, yearly_unit="t")
WANT = Money(1200, "t", SPRING, False, yearly=300, yearly_unit="t")
RATE = Rate(5, SPRING, "three quotes")


def amounts(lines: tuple[Line, ...]) -> dict[str, float]:
    return {line.item.value: line.amount for line in lines}


def test_cost_saved_and_price_saved_less_transport_make_the_room() -> None:
    found = between(HAVE, WANT, Kind.MATERIAL, 40, RATE, TODAY)

    assert amounts(found.lines) == {"giver": 500, "taker": 1200, "transport": -200}  # 40 km × 5 TRY/t·km
    assert (found.unit, found.per_unit, found.yearly, found.per_year) == ("t", 1500, 100, 150_000)
    assert found.unknown == (Item.TREATMENT,)


def test_income_that_the_giver_has_today_takes_room() -> None:
    found = between(replace(HAVE, price=300), WANT, Kind.MATERIAL, 40, RATE, TODAY)

    assert found.per_unit == 700  # 1200 − 300 − 200


def test_transport_can_eat_the_room() -> None:
    assert between(HAVE, WANT, Kind.MATERIAL, 400, RATE, TODAY).per_unit == -300  # 1700 − 2000


@pytest.mark.parametrize(
    ("have", "want", "km", "rate", "unknown"),
    [
        (replace(HAVE, price=None), WANT, 40.0, RATE, Item.GIVER),
        (HAVE, replace(WANT, price=None), 40.0, RATE, Item.TAKER),
        (HAVE, WANT, None, RATE, Item.TRANSPORT),
        (HAVE, WANT, 40.0, None, Item.TRANSPORT),
        (HAVE, replace(WANT, unit="piece"), 40.0, RATE, Item.TAKER),
        (HAVE, replace(WANT, unit="avuç"), 40.0, RATE, Item.TAKER),
    ],
)
def test_without_an_item_there_is_no_sum_and_the_item_is_named(
    have: Money, want: Money, km: float | None, rate: Rate | None, unknown: Item
) -> None:
    found = between(have, want, Kind.MATERIAL, km, rate, TODAY)

    assert found.per_unit is None
    assert found.per_year is None
    assert unknown in found.unknown


def test_without_both_amounts_there_is_no_yearly_sum() -> None:
    found = between(HAVE, replace(WANT, yearly=None), Kind.MATERIAL, 40, RATE, TODAY)

    assert (found.per_unit, found.per_year, found.yearly) == (1500, None, None)
    assert found.unknown == (Item.TREATMENT, Item.QUANTITY)


def test_volume_becomes_weight_by_the_density_of_a_card() -> None:
    have = Money(-90, "m3", SPRING, False, density_t_per_m3=0.9, yearly=200, yearly_unit="m3")
    found = between(have, WANT, Kind.MATERIAL, 40, RATE, TODAY)

    assert amounts(found.lines)["giver"] == pytest.approx(100)  # 90 TRY/m³ ÷ 0.9 t/m³
    assert found.yearly == pytest.approx(180)  # 200 m³ × 0.9, less than 300 t


def test_a_price_by_volume_without_density_is_not_compared_with_one_by_weight() -> None:
    found = between(replace(HAVE, unit="m3"), WANT, Kind.MATERIAL, 40, RATE, TODAY)

    assert found.unit is None
    assert found.lines == ()
    assert found.unknown == (Item.GIVER, Item.TAKER, Item.TRANSPORT, Item.TREATMENT, Item.QUANTITY)


def test_heat_is_piped_so_its_connection_is_the_open_question() -> None:
    have, want = Money(0, "MWh", SPRING, False), Money(1800, "MWh", SPRING, False)
    found = between(have, want, Kind.ENERGY, 1, RATE, TODAY)

    assert found.unknown == (Item.CONNECTION, Item.TREATMENT, Item.QUANTITY)
    assert found.per_unit == 1800


def test_a_service_has_neither_transport_nor_treatment() -> None:
    have, want = Money(400, "m2", SPRING, False), Money(900, "m2", SPRING, False)

    assert between(have, want, Kind.SPACE, 30, RATE, TODAY).unknown == (Item.QUANTITY,)


@pytest.mark.parametrize(
    ("money", "marks"),
    [
        (replace(HAVE, on=date(2025, 11, 21)), (Mark.OLD,)),
        (replace(HAVE, on=None, vat_included=True), (Mark.UNDATED, Mark.VAT_INCLUDED)),
        (replace(HAVE, vat_included=None), (Mark.VAT_UNKNOWN,)),
        (HAVE, ()),
    ],
)
def test_an_amount_says_what_to_mind(money: Money, marks: tuple[Mark, ...]) -> None:
    assert between(money, WANT, Kind.MATERIAL, 40, RATE, TODAY).lines[0].marks == marks


def test_an_old_transport_price_is_marked_too() -> None:
    found = between(HAVE, WANT, Kind.MATERIAL, 40, Rate(5, date(2024, 1, 1)), TODAY)

    assert found.lines[2].marks == (Mark.OLD, Mark.CROW_FLIES)


def test_one_firms_part_lets_nobody_work_out_the_others_price() -> None:
    found = own_part(between(HAVE, WANT, Kind.MATERIAL, 40, RATE, TODAY), Item.GIVER)

    assert amounts(found.lines) == {"giver": 500}
    assert (found.per_unit, found.per_year, found.yearly, found.unknown) == (None, None, None, ())
