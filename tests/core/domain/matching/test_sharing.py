"""Shared use: what two neighbours could use together, and what is too far, too unlike, or one firm's."""

from typing import Any

import pytest

from core.domain.choices import Direction, Kind
from core.domain.matching import sharing
from core.domain.matching.cards import Card
from core.domain.matching.sharing import Form

GIVE, WANT = Direction.HAVE, Direction.WANT


def card(card_id: str, direction: Direction, name: str, kind: Kind, **more: Any) -> Card:
    return Card(card_id, direction, name, kind, **{"firm_id": card_id, "lat": 38.0, "lon": 27.0, **more})


def scrap(card_id: str, **more: Any) -> Card:
    return card(card_id, GIVE, "kullanılmış ahşap palet", Kind.MATERIAL, **more)


def test_two_neighbours_with_the_same_waste_can_be_collected_on_one_round() -> None:
    found = sharing.shared([scrap("b", lat=38.1), scrap("a")])

    assert found[["one_id", "other_id", "form"]].values.tolist() == [["a", "b", Form.COLLECTION]]
    row = found.iloc[0]
    assert row["distance_km"] == pytest.approx(11.12, abs=0.01)
    assert row["near"] == pytest.approx(20 / 31.12, abs=0.001)  # half at 20 km
    assert row["alike"] == pytest.approx(1.0)
    assert row["score"] == pytest.approx(row["alike"] * row["near"])


def test_two_who_look_for_the_same_course_can_book_it_together() -> None:
    cards = [card(one, WANT, "iş güvenliği eğitimi", Kind.EXPERTISE) for one in ("a", "b")]

    assert list(sharing.shared(cards)["form"]) == [Form.ADVICE]


@pytest.mark.parametrize(
    "other",
    [
        scrap("b", lat=39.0),
        scrap("b", lat=None),
        scrap("b", firm_id="a"),
        card("b", GIVE, "balık unu", Kind.MATERIAL),
        card("b", WANT, "kullanılmış ahşap palet", Kind.MATERIAL),
        card("b", GIVE, "kullanılmış ahşap palet", Kind.ENERGY),
    ],
    ids=["far", "place unknown", "one firm", "another thing", "another direction", "another kind"],
)
def test_what_is_far_unlike_or_one_firms_is_not_shared(other: Card) -> None:
    assert sharing.shared([scrap("a"), other]).empty


def test_one_waste_code_is_a_weaker_reason_and_only_for_haves() -> None:
    names = ("karışık artık", "hat firesi")
    haves = [card(n, GIVE, n, Kind.MATERIAL, waste_codes=("150106",)) for n in names]
    wants = [card(n, WANT, n, Kind.MATERIAL, waste_codes=("150106",)) for n in names]

    assert sharing.shared(haves)["alike"].max() >= sharing.SAME_CODE
    assert sharing.shared(wants).empty or sharing.shared(wants)["alike"].max() < sharing.SAME_CODE


def test_no_card_is_named_more_often_than_three_times() -> None:
    found = sharing.shared([scrap(str(number)) for number in range(6)])

    named = [*found["one_id"], *found["other_id"]]
    assert max(named.count(one) for one in named) == sharing.PER_CARD


def test_no_cards_give_an_empty_table() -> None:
    assert list(sharing.shared([]).columns) == list(sharing.COLUMNS)


def test_each_line_of_the_data_says_a_form_a_kind_and_a_distance() -> None:
    assert {use.form for use in sharing.shared_uses()} == set(Form)
    assert all(use.half_km > 0 for use in sharing.shared_uses())
