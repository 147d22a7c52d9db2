"""The checklist: every group is usable, and a site is asked its own things first."""

from collections import Counter

import pytest

from core.domain import reference
from core.domain.choices import Direction, Kind
from core.domain.knowledge import checklist
from core.domain.knowledge.checklist import Answer
from core.domain.text import fold


def test_at_least_45_activities_have_five_to_ten_things_to_ask() -> None:
    counts = Counter(item.nace for item in checklist.items() if item.nace)

    assert len(counts) >= 45
    assert {count for count in counts.values() if not 5 <= count <= 10} == set()


def test_every_activity_and_every_waste_code_is_in_our_lists() -> None:
    for item in checklist.items():
        assert not item.nace or item.nace in reference.nace_codes(), item
        assert not item.waste_code or item.waste_code in reference.waste_codes(), item
        assert item.name_tr, item
        assert item.name_en, item


def test_ids_are_one_of_a_kind() -> None:
    ids = [item.item_id for item in checklist.items()]

    assert len(ids) == len(set(ids))


def test_only_materials_and_water_carry_a_waste_code() -> None:
    assert {item.kind for item in checklist.items() if item.waste_code} <= {Kind.MATERIAL, Kind.WATER}


def test_an_olive_oil_mill_is_asked_for_pomace_first_and_packaging_last() -> None:
    names = [item.name_tr for item in checklist.for_activities(["10.41.05"])]

    assert names[0] == "Pirina"
    assert names[-1] == "Boş dönen araç"


def test_two_activities_are_asked_the_things_of_both_once() -> None:
    names = [fold(item.name_tr) for item in checklist.for_activities(["22.29.90", "25.62.02"])]

    assert "bos enjeksiyon makinesi" in names
    assert "bos cnc saati" in names
    assert len(names) == len(set(names))


@pytest.mark.parametrize("code", ["", "99.99.99", "no code"])
def test_a_site_without_a_known_activity_is_asked_what_all_have(code: str) -> None:
    assert {item.nace for item in checklist.for_activities([code])} == {""}


def test_an_answer_becomes_a_draft_card_in_the_language_of_the_user() -> None:
    item = next(one for one in checklist.for_activities(["25.62.02"]) if one.waste_code == "120109")

    card = checklist.draft(item, Answer.HAVE, "en", resource_id="r", site_id="s", visit_id="v")

    assert (card.name, card.direction, card.is_draft) == ("Used cutting fluid", Direction.HAVE, True)
    assert (card.waste_codes, card.hazardous, card.source_id) == (("120109",), True, "v")
