"""What things are wanted for: wants that name none of the things that would serve them."""

from dataclasses import replace

import numpy as np
import pytest

from core.domain.choices import FLOWS, Direction, Kind
from core.domain.datafiles import rows_of
from core.domain.knowledge.concepts import concept_base
from core.domain.knowledge.materials import all_concepts
from core.domain.knowledge.wanted_for import readings
from core.domain.matching.cards import Card
from core.domain.matching.features import knowledge, parts_of_pairs
from core.domain.matching.ranking import build


def _want(name: str, activity: str = "") -> Card:
    return Card("w", Direction.WANT, name, activity=activity)


def _served_by(want: Card) -> list[str]:
    """Return the things that would serve a want, likeliest first."""
    row = readings([want], np.ones(1)).toarray()[0]
    base = concept_base()
    return [base.concepts[place].id for place in np.argsort(-row, kind="stable") if row[place] > 0]


def test_each_line_tells_of_goods_in_both_languages_and_each_thing_once() -> None:
    goods = {one.id for one in all_concepts() if Kind(one.kind) in FLOWS}
    rows = rows_of("wanted_for.csv")
    told = [row["concept_id"] for row in rows]
    assert len(told) == len(set(told)) and set(told) <= goods
    assert len(told) > 0.99 * len(goods)
    assert all(row["words_en"].strip() and row["words_tr"].strip() for row in rows)


@pytest.mark.parametrize(
    ("want", "thing"),
    [
        ("pozzolan for our blended cement", "fly_ash"),
        ("harmanlı çimentomuza puzolan", "diatomite"),
        ("kümes altlığı", "wood_shavings"),
        ("something to neutralise our acidic wastewater", "alkaline_effluent"),
    ],
)
def test_a_want_is_read_as_a_use_of_things_that_it_does_not_name(want: str, thing: str) -> None:
    assert thing in _served_by(_want(want))[:5]


def test_a_want_of_raw_material_says_nothing_and_the_takers_activity_tells() -> None:
    assert not _served_by(_want("hammadde ihtiyacı"))
    assert "brick_clay" in _served_by(_want("raw material", "brick works"))[:10]


def test_what_a_firm_makes_does_not_tell_what_serves_its_energy() -> None:
    steam = _want("buhar", "mandıra, beyaz peynir, lor")
    assert "whey" in _served_by(steam)
    assert "whey" not in _served_by(replace(steam, kind=Kind.ENERGY))
    assert _served_by(replace(steam, kind=Kind.MATERIAL)) == _served_by(steam)


def test_no_thing_serves_what_is_wanted_for_a_service() -> None:
    assert readings([_want("pozzolan for our blended cement")], np.zeros(1)).nnz == 0


def test_a_have_meets_a_want_for_what_it_is_used_for_although_no_word_is_in_common() -> None:
    index = build([Card("h", Direction.HAVE, "uçucu kül"), _want("pozzolan for blended cement")], knowledge())
    parts = parts_of_pairs(index.features, index.haves, index.features, index.wants)
    assert parts["text"][0] == 0 and parts["use"][0] > 0.3
