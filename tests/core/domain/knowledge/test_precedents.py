"""The published exchanges, and what they say about cards."""

import re

import numpy as np
import pytest

from core.domain import reference
from core.domain.choices import Direction
from core.domain.knowledge.mentions import concepts_of
from core.domain.knowledge.precedents import all_precedents, as_giver, as_taker, base_of, nace_likeness
from core.domain.matching import evidence
from core.domain.matching.cards import Card
from core.domain.matching.ranking import build, rank_all

HAVE, WANT = Direction.HAVE, Direction.WANT


def test_there_are_246_precedents_each_with_its_source_in_both_languages() -> None:
    rows = all_precedents()
    assert len(rows) == len({row.id for row in rows}) == 246
    for row in rows:
        assert row.source and row.place and row.status
        for side in ("resource", "donor", "receiver", "use"):
            assert getattr(row, f"{side}_en") and getattr(row, f"{side}_tr")


def test_codes_of_precedents_are_real_and_a_changed_one_says_what_was_published() -> None:
    for row in all_precedents():
        for code in filter(None, row.waste_codes.split(";")):
            assert code in reference.waste_codes()
        for code in filter(None, (row.donor_nace, row.receiver_nace)):
            assert re.fullmatch(r"\d{2}(\d{2})?", code)
        assert not row.code_note or row.code_note.startswith("published with")


def test_no_turkish_letter_is_broken() -> None:
    for row in all_precedents():
        text = " ".join((row.resource_tr, row.donor_tr, row.receiver_tr, row.use_tr))
        assert not re.search(r"[\ufffdÃÄÅþðýÞÐÝ]", text)


def test_a_have_like_the_resource_and_a_want_like_the_receiver_meet_without_a_common_word() -> None:
    have = Card("h", HAVE, "çelikhane cürufu", activity="demir çelik fabrikası")
    want = Card("w", WANT, "aggregate", activity="road construction", nace=("4211",))
    index = build([have, want])
    pairs = rank_all(index)
    assert pairs["text"].iloc[0] == 0 and pairs["precedent"].iloc[0] > 0
    spoke = evidence.of_pairs([have], [want], index.knowledge)[0].precedent
    assert spoke is not None and "slag" in spoke.resource_en and spoke.receiver_nace == "4211"


def test_no_precedent_speaks_for_what_nobody_ever_did() -> None:
    have, want = Card("h", HAVE, "tercümanlık"), Card("w", WANT, "aggregate", activity="road construction")
    assert rank_all(build([have, want]), None)["precedent"].sum() == 0


def test_a_card_without_activity_lies_between_the_right_and_a_wrong_one() -> None:
    base = base_of(all_precedents())
    place = next(i for i, row in enumerate(base.precedents) if row.resource_en == "mill scales")
    cards = [Card("h", HAVE, "mill scales", nace=nace) for nace in (("2410",), (), ("5610",))]
    right, unknown, wrong = as_giver(cards, base, concepts_of(cards))[:, place]
    assert right > unknown > wrong
    wants = [Card("w", WANT, "iron source", activity=activity) for activity in ("cement plant", "", "bakery")]
    place = next(i for i, row in enumerate(base.precedents) if row.use_en == "iron source")
    right, unknown, wrong = as_taker(wants, base, concepts_of(wants))[:, place]
    assert right > unknown > wrong


def test_precedents_can_be_left_out_for_an_evaluation() -> None:
    none = base_of([])
    assert as_giver([Card("h", HAVE, "kül")], none, concepts_of([Card("h", HAVE, "kül")])).shape == (1, 0)
    some = base_of(all_precedents()[:5])
    assert as_taker([Card("w", WANT, "kül")], some, concepts_of([Card("w", WANT, "kül")])).shape == (1, 5)
    assert np.isfinite(as_giver([Card("h", HAVE, "")], some, concepts_of([Card("h", HAVE, "")]))).all()


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("2351", "2351", 1), ("235100", "2352", 0.8), ("23", "2370", 0.6), ("24", "2370", 0), ("", "", 0)],
)
def test_nace_codes_count_by_what_they_share(one: str, other: str, expected: float) -> None:
    assert nace_likeness(one, other) == expected
