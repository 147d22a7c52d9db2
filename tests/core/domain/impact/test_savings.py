"""The rules of impact, with numbers worked by hand from the factors of 2025."""

from dataclasses import replace

import pytest

from core.domain import reference
from core.domain.choices import FOLLOWED, Handling, Kind, Stage
from core.domain.impact.savings import (
    Credit,
    Estimate,
    Flow,
    NotCounted,
    estimate,
    furthest_first,
)

GROUPS = reference.material_groups()


def estimated(flow: Flow) -> Estimate:
    found = estimate(flow)
    assert isinstance(found, Estimate)
    return found


def test_foundry_sand_to_a_cement_plant_saves_0_57_tonnes() -> None:
    sand = GROUPS["aggregates"]
    found = estimated(Flow(Kind.MATERIAL, 100.0, "t", sand, sand, Handling.LANDFILL, True, 33.0))
    # 100 t × 1.26338 kg + 100 t × 7.79306 kg − 3,300 t·km × 0.10163 kg
    assert found.central == pytest.approx(0.126338 + 0.779306 - 0.335379)
    assert found.diverted_t == 100.0


def test_polypropylene_scrap_saves_126_5_tonnes_before_transport() -> None:
    pp = GROUPS["pp"]
    found = estimated(Flow(Kind.MATERIAL, 100.0, "t", pp, pp, Handling.INCINERATION, bought_today=True))
    assert found.central == pytest.approx(126.5, abs=0.1)  # 100 × (2,577.6 − 1,312.6) kg
    assert found.diverted_t == 0.0


def test_landfill_is_credited_only_where_the_baseline_is_landfill() -> None:
    food = GROUPS["food"]
    landfilled = estimated(Flow(Kind.MATERIAL, 10.0, "t", food, None, Handling.LANDFILL))
    assert [term.credit for term in landfilled.terms] == [Credit.LANDFILL]
    assert landfilled.central == pytest.approx(7.0030886)
    assert estimate(Flow(Kind.MATERIAL, 10.0, "t", food, None, Handling.STORED)) is NotCounted.NO_BASELINE


def test_food_to_feed_is_never_credited_as_food() -> None:
    food = GROUPS["food"]
    found = estimate(Flow(Kind.MATERIAL, 10.0, "t", food, food, Handling.STORED, bought_today=True))
    assert found is NotCounted.NO_BASELINE


def test_what_is_recovered_or_sold_today_saves_nothing_new() -> None:
    pp = GROUPS["pp"]
    for today in (Handling.RECOVERY, Handling.SOLD, Handling.USED_ON_SITE):
        found = estimate(Flow(Kind.MATERIAL, 100.0, "t", pp, pp, today, bought_today=True))
        assert found is NotCounted.ALREADY_USED


def test_primary_material_is_credited_only_where_todays_handling_is_known() -> None:
    pp = GROUPS["pp"]
    assert (
        estimate(Flow(Kind.MATERIAL, 100.0, "t", pp, pp, None, bought_today=True)) is NotCounted.NO_BASELINE
    )


def test_of_two_material_groups_the_lower_credit_counts() -> None:
    scale, steel = GROUPS["aggregates"], GROUPS["steel"]
    found = estimated(Flow(Kind.MATERIAL, 100.0, "t", scale, steel, Handling.STORED, bought_today=True))
    assert found.central == pytest.approx(0.779306)  # as aggregate, not as 286 t of steel


def test_low_takes_low_credits_and_high_burdens() -> None:
    sand = GROUPS["aggregates"]
    found = estimated(Flow(Kind.MATERIAL, 100.0, "t", sand, sand, Handling.LANDFILL, True, 33.0))
    # low: 0.10107 + 0.623445 − 3.3 × 0.12226; high: 0.151606 + 0.935167 − 3.3 × 0.07431
    assert found.low == pytest.approx(0.10107 + 0.623445 - 0.403458)
    assert found.high == pytest.approx(0.151606 + 0.935167 - 0.245223)
    assert found.low < found.central < found.high


def test_discharged_water_saves_supply_and_treatment() -> None:
    water = GROUPS["water"]
    found = estimated(Flow(Kind.WATER, 10_000.0, "m3", water, water, Handling.DISCHARGED, True, 3.0))
    assert found.central == pytest.approx(10 * (0.1913 + 0.17088))


def test_an_unknown_quantity_is_not_counted_instead_of_counted_as_zero() -> None:
    assert estimate(Flow(Kind.MATERIAL, None, None, GROUPS["pp"])) is NotCounted.NO_QUANTITY
    assert estimate(Flow(Kind.MATERIAL, 5.0, "m3", GROUPS["pp"])) is NotCounted.NO_QUANTITY
    assert estimate(Flow(Kind.MATERIAL, 5.0, "t", None)) is NotCounted.NO_FACTOR
    assert estimate(Flow(Kind.MATERIAL, 0.0, "t", GROUPS["pp"])) is NotCounted.USED_UP
    assert estimate(Flow(Kind.EXPERTISE, 5.0, "t", None)) is NotCounted.OTHER_KIND


def test_a_group_without_factors_diverts_but_its_co2e_is_unknown() -> None:
    found = estimated(Flow(Kind.MATERIAL, 40.0, "t", GROUPS["sludge"], None, Handling.LANDFILL, False, 10.0))
    assert found.diverted_t == 40.0
    assert not found.knows_co2e


def test_only_followed_synergies_have_an_impact() -> None:
    assert set(Stage) - FOLLOWED == {Stage.IDEA, Stage.STALLED, Stage.DROPPED}


def test_the_furthest_stage_comes_first() -> None:
    assert sorted([Stage.SAMPLE, Stage.VERIFIED, Stage.RUNNING], key=furthest_first) == [
        Stage.VERIFIED,
        Stage.RUNNING,
        Stage.SAMPLE,
    ]


def test_the_hauls_that_end_are_taken_off_the_new_one() -> None:
    sand = GROUPS["aggregates"]
    flow = Flow(
        Kind.MATERIAL, 100.0, "t", sand, sand, Handling.STORED, True, 33.0, today_km=20.0, replaced_km=40.0
    )
    # 0.779306 − (3,300 − 2,000 − 4,000) t·km × 0.10163 kg: transport is saved
    assert estimated(flow).central == pytest.approx(0.779306 + 2_700 * 0.10163 / 1000)
    assert [term.credit for term in estimated(flow).terms][-2:] == [Credit.ROAD_TODAY, Credit.ROAD_REPLACED]


def test_the_haul_to_the_landfill_counts_once_for_the_landfills_factor_holds_it() -> None:
    sand = GROUPS["aggregates"]
    flow = Flow(
        Kind.MATERIAL, 100.0, "t", sand, sand, Handling.LANDFILL, True, 33.0, today_km=20.0, replaced_km=40.0
    )
    # 0.126338 + 0.779306 − (3,300 − 4,000) t·km × 0.10163 kg; the 2,000 t·km to the landfill are in the 0.126338
    assert estimated(flow).central == pytest.approx(0.905644 + 700 * 0.10163 / 1000)
    assert Credit.ROAD_TODAY not in [term.credit for term in estimated(flow).terms]


def test_what_is_ground_in_place_of_sand_bears_no_melting_furnace() -> None:
    glass, sand, steel = GROUPS["glass"], GROUPS["aggregates"], GROUPS["steel"]
    ground = estimated(Flow(Kind.MATERIAL, 100.0, "t", glass, sand, Handling.STORED, bought_today=True))
    assert ground.central == pytest.approx(0.779306)  # not 0.779306 − 100 t × 823.18954 kg
    rims = Flow(Kind.MATERIAL, 1.0, "t", GROUPS["aluminium"], steel, Handling.STORED, bought_today=True)
    assert estimated(rims).central == pytest.approx(1.040)  # 2,863.90131 − 1,823.90131 kg, both of steel


def test_energy_for_treatment_is_taken_off() -> None:
    sand = GROUPS["aggregates"]
    flow = Flow(
        Kind.MATERIAL, 100.0, "t", sand, sand, Handling.LANDFILL, True, electricity_mwh=1.0, gas_mwh=2.0
    )
    # 0.905644 − 1 MWh × 440 kg − 2 MWh × 201.96 kg: worse than before, and said so
    assert estimated(flow).central == pytest.approx(0.905644 - 0.440 - 0.40392)


def test_primary_material_is_replaced_at_most_one_to_one() -> None:
    sand = GROUPS["aggregates"]
    half = Flow(Kind.MATERIAL, 100.0, "t", sand, sand, Handling.STORED, bought_today=True, ratio=0.5)
    beyond = replace(half, ratio=1.4)
    assert estimated(half).central == pytest.approx(0.3896530)  # 50 t × 7.79306 kg
    assert estimated(beyond).central == pytest.approx(0.779306)


def test_food_that_becomes_biogas_is_credited_as_gas() -> None:
    food, gas = GROUPS["food"], GROUPS["fuel_gas"]
    flow = Flow(Kind.MATERIAL, 100.0, "t", food, gas, Handling.STORED, True, gas_replaced_mwh=10.0)
    assert [term.credit for term in estimated(flow).terms] == [Credit.GAS]
    assert estimated(flow).central == pytest.approx(2.0196)  # 10 MWh × 201.96 kg


def test_food_that_becomes_feed_is_credited_as_the_grain_that_it_replaces() -> None:
    food = GROUPS["food"]
    wet = Flow(Kind.MATERIAL, 100.0, "t", food, food, Handling.STORED, True, feed_replaced_t=20.0)
    found = estimated(wet)
    assert [term.credit for term in found.terms] == [Credit.FEED]
    assert found.central == pytest.approx(5.22)  # 20 t × 261 kg
    assert (found.low, found.high) == (pytest.approx(3.38), pytest.approx(8.52))  # 20 t × 169 and × 426 kg
    landfilled = estimated(replace(wet, today=Handling.LANDFILL, distance_km=10.0))
    # 100 t × 700.30886 kg + 5.22 − 1,000 t·km × 0.10163 kg
    assert landfilled.central == pytest.approx(70.030886 + 5.22 - 0.10163)


def test_a_tonne_never_replaces_more_than_a_tonne_of_grain_and_an_unknown_baseline_is_not_credited() -> None:
    food = GROUPS["food"]
    dry = Flow(Kind.MATERIAL, 10.0, "t", food, food, Handling.STORED, True, feed_replaced_t=30.0)
    assert estimated(dry).central == pytest.approx(2.61)  # 10 t × 261 kg
    assert estimate(replace(dry, today=None)) is NotCounted.NO_BASELINE
    unknown = replace(dry, today=None, feed_replaced_t=0.0, gas_replaced_mwh=5.0)
    assert estimate(unknown) is NotCounted.NO_BASELINE
    assert estimate(replace(dry, today=Handling.SOLD)) is NotCounted.ALREADY_USED  # it is feed already
