"""The computed estimates: a have counts once and up to its quantity, ideas count nothing, unknowns are listed.

Numbers by hand: foundry sand, landfilled, in place of bought aggregate: 1.26338 + 7.79306 = 9.05644 kg CO2e/t, less the
road haul of 22.24 km × 0.10163 kg/t·km (0.2 degrees of latitude at 6371.0088 km: 22.239 km).
"""

from dataclasses import replace
from datetime import date

import pytest

from core.domain.choices import Stage
from core.domain.impact.estimates import Impact
from core.domain.model import Synergy
from core.services import impact, synergies
from core.storage.database import Database
from tests import moving
from tests.core.services.conftest import ADVISOR, NOW, STRANGER

SAND = Synergy("first", "izmir", "Döküm kumu", "foundry", "cement", have_id="sand", want_id="wanted")
ROAD_KM = 6371.0088 * 3.14159265358979 / 180 * 0.2
KG_PER_T = 1.26338 + 7.79306 - ROAD_KM * 0.10163


def follow(database: Database, synergy: Synergy, stage: Stage, on: date = date(2026, 5, 20)) -> None:
    synergies.record(database, ADVISOR, synergy, now=NOW)
    moving.move(
        database,
        ADVISOR,
        synergy.synergy_id,
        stage,
        1,
        on=on,
        now=NOW,
    )


def amounts(found: Impact) -> dict[str, float]:
    return dict(zip(found.counted["synergy_id"], found.counted["amount"], strict=True))


def test_a_followed_synergy_saves_landfill_and_aggregate_less_the_road(database: Database) -> None:
    follow(database, SAND, Stage.RUNNING)

    row = impact.of_region(database, ADVISOR).counted.iloc[0]

    assert (row["amount"], row["unit"], f"{row['month']:%Y-%m-%d}") == (120.0, "t", "2026-05-01")
    assert row["diverted_t"] == 120.0
    assert row["co2e_t"] == pytest.approx(120 * KG_PER_T / 1000, rel=1e-3)
    assert row["co2e_low_t"] < row["co2e_t"] < row["co2e_high_t"]


def test_ideas_stalled_and_dropped_synergies_have_no_impact(database: Database) -> None:
    synergies.record(database, ADVISOR, SAND, now=NOW)

    found = impact.of_region(database, ADVISOR)

    assert found.counted.empty
    assert found.not_counted.empty


def test_one_have_counts_once_for_two_synergies_the_furthest_stage_first(database: Database) -> None:
    follow(database, replace(SAND, quantity=8.0, unit="t", period="month"), Stage.MEETING, date(2026, 3, 1))
    later = replace(SAND, synergy_id="later", quantity=5.0, unit="t", period="month")
    follow(database, later, Stage.VERIFIED, date(2026, 9, 1))

    found = impact.of_region(database, ADVISOR)

    assert amounts(found) == {"later": 60.0, "first": 60.0}  # 96 t asked for, 120 − 60 t left
    assert found.counted["diverted_t"].sum() == 120.0


def test_among_equal_stages_the_older_one_is_served_first(database: Database) -> None:
    follow(
        database,
        replace(SAND, synergy_id="young", quantity=100.0, unit="t", period="year"),
        Stage.MEETING,
        date(2026, 6, 1),
    )
    follow(
        database,
        replace(SAND, synergy_id="old", quantity=100.0, unit="t", period="year"),
        Stage.MEETING,
        date(2026, 2, 1),
    )

    assert amounts(impact.of_region(database, ADVISOR)) == {"old": 100.0, "young": 20.0}


def test_what_is_used_up_is_listed_as_not_counted(database: Database) -> None:
    follow(database, SAND, Stage.VERIFIED)
    follow(database, replace(SAND, synergy_id="second"), Stage.MEETING)

    found = impact.of_region(database, ADVISOR)

    assert amounts(found) == {"first": 120.0}
    assert found.not_counted[["synergy_id", "reason"]].values.tolist() == [["second", "used_up"]]


def test_an_unknown_quantity_is_listed_and_not_counted_as_zero(database: Database) -> None:
    follow(database, replace(SAND, have_id="unweighed"), Stage.MEETING)

    found = impact.of_region(database, ADVISOR)

    assert found.counted.empty
    assert found.not_counted[["synergy_id", "reason"]].values.tolist() == [["first", "no_quantity"]]


def test_each_addend_names_its_factor_source_and_year(database: Database) -> None:
    follow(database, SAND, Stage.SAMPLE)

    terms = impact.of_region(database, ADVISOR).terms

    assert list(terms["credit"]) == ["landfill", "primary", "road"]
    assert terms["source"].str.len().min() > 0
    assert set(terms["year"].astype(str).str[:4]) <= {"2024", "2025", "2026"}


def test_another_region_has_its_own_impact(database: Database) -> None:
    follow(database, SAND, Stage.RUNNING)

    assert impact.of_region(database, STRANGER).counted.empty
