"""Zones as frames: sums by kind, sides of synergies, and nothing that one or two firms stand behind for guests."""

import pandas as pd
import pytest

from core.domain.programme import zones
from core.domain.programme.indicators import CountedAs
from core.domain.programme.zones import ZoneTarget
from core.errors import InvalidRecordError


def cards(*rows: tuple[str, str, str, float | None, str | None, str | None]) -> pd.DataFrame:
    columns = ["firm_id", "direction", "kind", "yearly_amount", "yearly_unit", "period"]
    return pd.DataFrame(rows, columns=columns).assign(recurrence=None)


def by_kind(found: pd.DataFrame) -> dict[object, object]:
    return {
        None if pd.isna(kind) else kind: None if pd.isna(number) else int(number)
        for kind, number in zip(found["kind"], found["cards"], strict=True)
    }


def test_flows_are_summed_by_kind_and_unit_and_what_comes_once_stands_apart() -> None:
    found = zones.flows(
        cards(
            ("a", "have", "material", 100.0, "t", "year"),
            ("b", "have", "material", 20.5, "t", "year"),
            ("b", "have", "material", 7.0, "m3", "year"),
            ("c", "have", "material", None, None, None),
            ("a", "have", "material", 50.0, "t", "once"),
        ),
        crowded=False,
    )

    assert found["once"].tolist() == [False, True]
    assert found["t"].tolist() == [120.5, 50.0]
    assert (found["m3"][0], found["cards"][0], found["firms"][0]) == (7.0, 4, 3)


def test_for_guests_small_kinds_are_merged_until_three_firms_stand_behind_them() -> None:
    found = zones.flows(
        cards(
            *((firm, "have", "material", 10.0, "t", "year") for firm in "abcd"),
            *((firm, "have", "energy", 5.0, "MWh", "year") for firm in "abc"),
            ("a", "have", "water", 9.0, "m3", "year"),
        ),
        crowded=True,
    )

    assert by_kind(found) == {"material": 4, None: 4}
    assert found.loc[found["kind"].isna(), "m3"].isna().all()


def test_for_guests_a_zone_of_two_firms_tells_no_number() -> None:
    found = zones.flows(
        cards(("a", "have", "material", 10.0, "t", "year"), ("b", "have", "water", 1.0, "m3", "year")),
        crowded=True,
    )

    assert by_kind(found) == {None: None}
    assert found[["firms", "t", "m3"]].isna().all().all()


PLACES = pd.DataFrame(
    [
        ("in", "running", "a", "b", "east", "east"),
        ("out", "idea", "a", "x", "east", "west"),
        ("to", "idea", "y", "b", None, "east"),
        ("far", "idea", "x", "y", "west", None),
    ],
    columns="synergy_id stage giver_firm_id taker_firm_id giver_zone_id taker_zone_id".split(),
)


def test_a_synergy_is_inside_or_crosses_the_border_in_one_direction() -> None:
    found = zones.sided(PLACES, "east")

    assert dict(zip(found["synergy_id"], found["relation"], strict=True)) == {
        "in": "inside",
        "out": "gives",
        "to": "takes",
    }
    staged = zones.stages(found, crowded=False)
    assert staged.to_dict("records") == [
        {"stage": "idea", "inside": 0, "gives": 1, "takes": 1},
        {"stage": "running", "inside": 1, "gives": 0, "takes": 0},
    ]


def test_the_partners_of_a_zone_are_no_crowd_of_its_own() -> None:
    partners = pd.DataFrame(
        [(f"s{n}", "idea", "a", f"x{n}", "east", "west") for n in range(4)], columns=list(PLACES.columns)
    )

    told = zones.stages(zones.sided(partners, "east"), crowded=True)

    assert told.to_dict("records") == [{"stage": None, "inside": 0, "gives": None, "takes": 0}]


OPPORTUNITIES = pd.DataFrame(
    [
        ("a", "electricity", "MWh", 100.0, 400.0, 900.0, "idea"),
        ("b", "electricity", "MWh", 50.0, 200.0, None, "done"),
        ("c", "electricity", "MWh", 70.0, 1.0, 1.0, "dropped"),
        ("c", "water", "m3", 30.0, None, None, "planned"),
    ],
    columns="firm_id carrier saving_unit saving_per_year saving_try_per_year investment_try state".split(),
)


def test_what_is_done_and_what_could_be_saved_are_not_one_sum() -> None:
    rows = zones.efficiency(OPPORTUNITIES, crowded=False).set_index("carrier").to_dict("index")

    power = rows["electricity"]
    assert (power["found"], power["done"], power["saving"], power["saving_done"]) == (2, 1, 100.0, 50.0)
    assert (power["saving_try"], power["saving_try_done"], power["investment_try"]) == (400.0, 200.0, 900.0)
    assert rows["water"]["saving"] == 30.0


def test_for_guests_savings_of_three_firms_are_counted_and_those_of_one_not_told() -> None:
    found = zones.efficiency(OPPORTUNITIES, crowded=True)

    assert found["found"].tolist() == [3]
    assert found[["done", "saving", "saving_done", "saving_try", "investment_try"]].isna().all().all()


def test_a_target_is_of_what_the_records_count_by_zone() -> None:
    with pytest.raises(InvalidRecordError) as raised:
        zones.check_target(ZoneTarget("z", "iaosb", CountedAs.MEETINGS, -1.0))

    assert set(raised.value.findings) == {"counted_as", "target"}


def test_synergies_of_a_zone_stand_furthest_first_with_the_zone_of_their_other_side() -> None:
    columns = ["synergy_id", "stage", "giver_firm_id", "taker_firm_id", "giver_zone_id", "taker_zone_id"]
    places = pd.DataFrame(
        [
            ("idea", "idea", "a", "b", "here", "here"),
            ("dropped", "dropped", "a", "c", "here", None),
            ("running", "running", "d", "a", "there", "here"),
            ("elsewhere", "running", "d", "d", "there", "there"),
        ],
        columns=columns,
    )

    found = zones.listed(zones.sided(places, "here"))

    assert found.to_dict("records") == [
        {"synergy_id": "running", "stage": "running", "relation": "takes", "other_zone_id": "there"},
        {"synergy_id": "idea", "stage": "idea", "relation": "inside", "other_zone_id": "here"},
        {"synergy_id": "dropped", "stage": "dropped", "relation": "gives", "other_zone_id": None},
    ]
