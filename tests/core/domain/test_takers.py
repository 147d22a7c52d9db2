"""Which activities would take a have."""

import pytest

from core.domain.cards import Card
from core.domain.choices import Direction
from core.domain.takers import takers


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
