"""An index that takes in what changes ranks like one that is built anew."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from core.domain.choices import Direction
from core.domain.matching import features
from core.domain.matching import index as index_module
from core.domain.matching.cards import Card
from core.domain.matching.index import Index, build, updated
from core.domain.matching.ranking import rank_all, rank_one, shared_terms

HAVE, WANT = Direction.HAVE, Direction.WANT
CARDS = (
    Card("h1", HAVE, "cam kırığı", firm="A", activity="şişe dolum"),
    Card("h2", HAVE, "çelik hurdası", firm="B", lat=38.4, lon=27.1),
    Card("w1", WANT, "cam hurdası", firm="C", activity="cam fabrikası"),
    Card("w2", WANT, "çelik hurda", firm="D", lat=38.5, lon=27.2),
)


def assert_same(found: Index, cards: tuple[Card, ...]) -> None:
    fresh = build(cards)
    assert len(found) == len(cards)
    columns = ["have_id", "want_id", "score", "want_rank", "have_rank"]
    for top in (None, 2):
        pd.testing.assert_frame_equal(
            rank_all(found, top)[columns], rank_all(fresh, top)[columns], atol=1e-11, rtol=0
        )
    for card in cards:
        one, other = rank_one(found, card), rank_one(fresh, card)
        assert one[["have_id", "want_id"]].equals(other[["have_id", "want_id"]])
        assert np.allclose(one["score"], other["score"], atol=1e-11, rtol=0)


def test_a_new_card_counts_at_once_and_so_do_words_that_nobody_used_before() -> None:
    new = Card("h3", HAVE, "qwertik tozu", firm="E")
    asked = Card("w3", WANT, "qwertik tozu", firm="F")
    found = updated(updated(build(CARDS), [new]), [asked])
    assert rank_one(found, asked)["have_id"][0] == "h3"
    assert "qwertik tozu" in shared_terms(found, "h3", "w3")
    assert_same(found, (*CARDS, new, asked))


def test_building_tells_how_far_it_is_and_gives_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(features, "_TOLD_AT_ONCE", 3)
    told: list[tuple[int, int]] = []
    found = build(CARDS, tell=lambda done, total: told.append((done, total)))

    assert told == [(3, 4), (4, 4)]
    assert_same(found, CARDS)


def test_a_changed_card_replaces_the_old_one_and_a_retired_one_is_gone() -> None:
    changed = replace(CARDS[0], name="kağıt balyası")
    found = updated(build(CARDS), [changed], ["w2", "never there"])
    assert "w2" not in found and found.card("h1") == changed
    assert_same(found, (changed, CARDS[1], CARDS[2]))
    assert_same(updated(found, [CARDS[0], CARDS[3]]), CARDS)


def test_the_index_it_came_from_stays_as_it_was() -> None:
    before = build(CARDS)
    listed = rank_all(before, None)
    updated(before, [Card("h9", HAVE, "cam kırığı")], ["w1"])
    assert rank_all(before, None).equals(listed)


def test_a_long_tail_is_joined_to_the_main_part(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index_module, "TAIL", 1)
    found = build(CARDS[:1])
    for card in CARDS[1:]:
        found = updated(found, [card])
    assert len(found.main.ids) > 1
    assert_same(found, CARDS)


def test_a_card_may_turn_from_a_have_into_a_want() -> None:
    turned = replace(CARDS[0], direction=WANT)
    assert_same(updated(build(CARDS), [turned]), (turned, *CARDS[1:]))
