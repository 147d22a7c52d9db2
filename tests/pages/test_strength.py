"""The word for a score stands beside it where pairs are listed, and nowhere else."""

import re

import pytest

from core.domain.choices import Role
from core.domain.labels import LABELS
from core.domain.matching.strength import Strength, strength
from tests.pages.conftest import OpenPage

WORDS = LABELS[Strength]


def test_each_pair_has_the_word_of_its_score_beside_the_number(open_page: OpenPage) -> None:
    at = open_page("suggestions", Role.ADVISOR, "en")
    shown = [
        found.groups()
        for one in at.markdown
        if (found := re.search(r"-badge\[\*\*([\w ]+)\*\*\] :gray-badge\[Score (\d+) of 100\]", one.value))
    ]

    assert len(shown) == 10
    assert all(word == WORDS[strength(int(points) / 100)] for word, points in shown)
    legend = next(one.help for one in at.caption if one.help)
    assert all(word in legend for word in WORDS.values())


@pytest.mark.parametrize("sort", ["firms", "pools", "sharing", "chains"])
def test_scores_of_another_scale_borrow_no_word(open_page: OpenPage, sort: str) -> None:
    at = open_page("suggestions", Role.ADVISOR, "en", sort=sort)
    said = "\n".join(one.value for one in (*at.markdown, *at.caption))

    assert re.search(r"Score \d+ of 100", said)
    assert not any(word in said for word in WORDS.values())
