"""Narrowing suggestions down: each filter alone, sides, spelling, and pages."""

from typing import Any

import pandas as pd
import pytest

from core.domain.matching import choosing
from core.domain.matching.choosing import Choice

EMPTY = {
    "id": "",
    "name": "",
    "description": None,
    "firm_name": None,
    "district": None,
    "kind": "material",
    "sector": None,
    "zone_id": None,
    "waste_codes": None,
    "hazardous": None,
    "yearly_amount": None,
    "yearly_unit": None,
}


def pair(have: dict[str, Any], want: dict[str, Any], km: float | None = None) -> dict[str, Any]:
    sides = {"have": EMPTY | have, "want": EMPTY | want}
    return {f"{side}_{name}": value for side, card in sides.items() for name, value in card.items()} | {
        "distance_km": km
    }


PAIRS = choosing.prepared(
    pd.DataFrame(
        [
            pair(
                {"id": "H1", "name": "Kırık cam şişe", "sector": "food", "waste_codes": "150107;200102"},
                {"id": "W1", "name": "Cam kırığı", "sector": "minerals", "zone_id": "bosbi"},
                12.0,
            ),
            pair(
                {
                    "id": "H2",
                    "name": "Mermer çamuru",
                    "waste_codes": "010413",
                    "yearly_amount": 7000.0,
                    "yearly_unit": "t",
                },
                {"id": "W2", "name": "Boyaya dolgu", "firm_name": "Fırçadan Boya A.Ş."},
                60.0,
            ),
            pair(
                {"id": "H3", "name": "Atık ısı", "kind": "energy", "yearly_amount": 900.0, "yearly_unit": "MWh"},
                {"id": "W3", "name": "Sera ısıtma", "kind": "energy", "sector": "agriculture"},
            ),
            pair({"id": "H4", "name": "Boya çamuru", "waste_codes": "080111"}, {"id": "W4", "name": "Yakıt"}, 5.0),
        ]
    )
)  # fmt: skip


def ids(choice: Choice) -> list[str]:
    return list(choosing.chosen(PAIRS, choice)["have_id"])


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        (Choice(), ["H1", "H2", "H3", "H4"]),
        (Choice(search="cam"), ["H1"]),  # not çamuru
        (Choice(search="çamur"), ["H2", "H4"]),
        (Choice(search="CAMURU boya"), ["H2", "H4"]),
        (Choice(search="şişeler"), ["H1"]),
        (Choice(search="mermr"), ["H2"]),  # a letter is missing
        (Choice(search="fırçadan"), ["H2"]),
        (Choice(search="w3"), ["H3"]),
        (Choice(search="zürafa"), []),
        (Choice(search="dolgu", side="have"), []),
        (Choice(kind="energy"), ["H3"]),
        (Choice(sector="minerals"), ["H1"]),
        (Choice(sector="minerals", side="have"), []),
        (Choice(zone_id="bosbi", side="want"), ["H1"]),
        (Choice(most_km=25.0), ["H1", "H4"]),  # an unknown distance is not near
        (Choice(code="15 01"), ["H1"]),
        (Choice(code="20 01 02"), ["H1"]),
        (Choice(code="01 04 13*"), ["H2"]),
        (Choice(least=5000.0), ["H2"]),
        (Choice(least=500.0, unit="MWh"), ["H3"]),
        (Choice(least=500.0, unit="MWh", side="want"), []),
        (Choice(hazardous=True), ["H4"]),  # 08 01 11* is starred
        (Choice(hazardous=False, search="boya"), ["H2"]),
    ],
)
def test_each_wish_narrows_the_list(choice: Choice, expected: list[str]) -> None:
    assert ids(choice) == expected


def test_what_a_name_says_comes_before_what_a_description_mentions() -> None:
    pairs = [
        pair({"id": "H1", "name": "Testere talaşı", "description": "kesim sıvısı buharlaşır"}, {"id": "W1"}),
        pair({"id": "H2", "name": "Kondens"}, {"id": "W2", "name": "Proses buharı"}),
        pair({"id": "H3", "name": "Baca gazı"}, {"id": "W3", "firm_name": "Buhar Kazan A.Ş."}),
    ]
    found = choosing.chosen(choosing.prepared(pd.DataFrame(pairs)), Choice(search="buhar"))

    assert list(found["have_id"]) == ["H2", "H3", "H1"]


def test_a_card_may_say_itself_that_it_is_hazardous() -> None:
    pairs = choosing.prepared(pd.DataFrame([pair({"hazardous": True}, {}), pair({"hazardous": False}, {})]))

    assert pairs["is_hazardous"].tolist() == [True, False]


def test_choices_are_those_that_some_card_has() -> None:
    assert choosing.values(PAIRS, "sector") == ["agriculture", "food", "minerals"]


def test_pages_hold_what_is_left_over() -> None:
    assert choosing.page_count(PAIRS, 3) == 2
    assert [row["have_id"] for row in choosing.page(PAIRS, 2, 3)] == ["H4"]


def test_nothing_to_choose_from_stays_nothing() -> None:
    none = choosing.prepared(PAIRS.drop(columns=["have_words", "want_words", "is_hazardous"]).iloc[:0])

    assert choosing.chosen(none, Choice(search="cam", hazardous=True, code="15")).empty
