"""Which activities would take a have."""

from itertools import pairwise

import pytest

from core.domain.choices import Direction
from core.domain.datafiles import rows_of
from core.domain.knowledge.materials import all_concepts
from core.domain.knowledge.sectors import sector_base
from core.domain.knowledge.takers import division_scores, takers
from core.domain.matching.cards import Card
from core.domain.matching.features import knowledge


@pytest.mark.parametrize(
    ("name", "division"),
    [
        ("çelik hurdası", "24"),
        ("steel scrap", "24"),
        ("uçucu kül", "23"),
        ("waste paper", "17"),
        ("melas", "10"),
    ],
)
def test_the_right_division_is_among_the_first_three(name: str, division: str) -> None:
    (found,) = takers([Card("h", Direction.HAVE, name)], 3)
    assert division in [taker.nace for taker in found]
    assert [taker.confidence for taker in found] == sorted((one.confidence for one in found), reverse=True)
    assert all(0 < taker.confidence <= 1 for taker in found)


def test_what_nobody_knows_has_no_taker() -> None:
    assert takers([Card("h", Direction.HAVE, "asdfgh")], 3) == [[]]
    assert takers([], 3) == []


def test_an_excluded_division_is_left_out() -> None:
    (found,) = takers([Card("h", Direction.HAVE, "asbestli çimento levha")], 50)
    assert {taker.nace for taker in found} <= {"38", "39"}


def test_practice_comes_before_what_could_take_it_too() -> None:
    """Workshops take steel too; its turnings go to the steelworks."""
    for name in ("steel turnings", "çelik talaşı"):
        (found,) = takers([Card("h", Direction.HAVE, name)], 1)
        assert found[0].nace == "24"


def test_a_narrow_thing_is_taken_like_what_it_is_a_sort_of() -> None:
    assert "nail_and_wire_scrap" not in {row["concept_id"] for row in rows_of("takers.csv")}
    (found,) = takers([Card("h", Direction.HAVE, "çivi ve tel hurdası")], 3)
    assert found[0].nace == "24"


def test_confidences_are_shares_of_all_divisions() -> None:
    scores, divisions = division_scores(
        [Card("h", Direction.HAVE, "uçucu kül"), Card("h", Direction.HAVE, "asdfgh")], knowledge()
    )
    assert scores.shape == (2, len(divisions))
    assert scores.sum(axis=1).round(6).tolist() == [1.0, 0.0]


def test_takers_are_known_concepts_and_sectors_likeliest_first() -> None:
    concepts, codes, rows = (
        {one.id for one in all_concepts()},
        set(sector_base().codes),
        rows_of("takers.csv"),
    )
    assert {row["concept_id"] for row in rows} <= concepts
    assert {row["nace"] for row in rows} <= codes
    assert len({(row["concept_id"], row["nace"]) for row in rows}) == len(rows)
    assert all(0 < float(row["weight"]) <= 1 for row in rows)
    for one, following in pairwise(rows):
        if one["concept_id"] == following["concept_id"]:
            assert float(one["weight"]) >= float(following["weight"])
