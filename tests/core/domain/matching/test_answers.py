"""What is of no use to a firm leaves its lists, before they are cut off, and only its lists."""

from datetime import datetime

import pandas as pd
import pytest

from core.domain.choices import AnswerReason, Sort, Verdict
from core.domain.matching import answers
from core.domain.model import Answer
from core.errors import InvalidRecordError, MissingValueError, TooLongError

SCORED = [("a", "x", 0.9), ("a", "y", 0.8), ("b", "x", 0.7), ("a", "z", 0.6), ("b", "z", 0.5)]


def ranked(top: int) -> pd.DataFrame:
    """What matching.rank_all would give: pairs among the best `top` of either card, best first."""
    frame = pd.DataFrame(SCORED, columns=["have_id", "want_id", "score"])
    for card, place in (("have_id", "want_rank"), ("want_id", "have_rank")):
        rank = frame.groupby(card).cumcount() + 1
        frame[place] = rank.where(rank <= top, 0)
    return frame[(frame["want_rank"] > 0) | (frame["have_rank"] > 0)].reset_index(drop=True)


def pairs(frame: pd.DataFrame) -> list[tuple[str, str, int, int]]:
    return list(frame[["have_id", "want_id", "want_rank", "have_rank"]].itertuples(index=False, name=None))


def test_without_hidden_pairs_the_list_is_the_ranking() -> None:
    assert pairs(answers.best(ranked, frozenset(), 1)) == pairs(ranked(1))


def test_a_hidden_pair_makes_room_for_the_next_one() -> None:
    assert pairs(ranked(1)) == [("a", "x", 1, 1), ("a", "y", 0, 1), ("b", "x", 1, 0), ("a", "z", 0, 1)]

    found = answers.best(ranked, frozenset({("a", "x")}), 1)

    assert pairs(found) == [("a", "y", 1, 1), ("b", "x", 1, 1), ("a", "z", 0, 1)]


def test_a_list_that_is_all_hidden_is_empty() -> None:
    hidden = frozenset((have, want) for have, want, _ in SCORED)

    assert answers.best(ranked, hidden, 1).empty


def standing() -> pd.DataFrame:
    """The firm of the have does not want a pair; the other one calls it useful."""
    return pd.DataFrame(
        [
            ("giver", "not_useful", "have", "want", "giver", "taker"),
            ("taker", "useful", "have", "want", "giver", "taker"),
        ],
        columns=["firm_id", "verdict", "have_id", "want_id", "have_firm_id", "want_firm_id"],
    ).assign(sort="pairs", other_card_id=None, other_firm_id=None)


def test_a_pair_is_hidden_for_the_firm_that_does_not_want_it() -> None:
    assert answers.hidden_for(standing(), "giver") == {("have", "want")}
    assert answers.hidden_for(standing(), "taker") == frozenset()


def test_a_list_of_the_region_leaves_out_what_one_of_the_two_does_not_want() -> None:
    assert answers.hidden_from_list(standing(), None) == {("have", "want")}
    assert answers.hidden_from_list(standing(), "somebody else") == {("have", "want")}
    assert answers.hidden_from_list(standing(), "giver") == {("have", "want")}
    assert answers.hidden_from_list(standing(), "taker") == frozenset()


def an_answer(**more: object) -> Answer:
    values = {"verdict": Verdict.NOT_USEFUL, "reason": AnswerReason.PRICE} | more
    return Answer(
        "id", "izmir", "giver", "have", "want", answered_by="u", answered_at=datetime(2026, 11, 2), **values
    )  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "field", "error"),
    [
        ({"reason": None}, "reason", MissingValueError),
        ({"reason": AnswerReason.OTHER, "note": " "}, "note", MissingValueError),
        ({"note": "n" * 501}, "note", TooLongError),
    ],
)
def test_not_useful_needs_a_reason_and_other_needs_words(
    given: dict[str, object], field: str, error: type[Exception]
) -> None:
    with pytest.raises(InvalidRecordError) as caught:
        answers.check_answer(an_answer(**given))

    assert isinstance(caught.value.findings[field], error)


def test_useful_needs_nothing_more() -> None:
    answers.check_answer(an_answer(verdict=Verdict.USEFUL, reason=None))


def test_another_sort_s_refusal_hides_no_pair_and_a_pair_s_nothing_else() -> None:
    told = pd.concat([standing(), standing().assign(sort="chains", other_firm_id="plant")])

    assert answers.hidden_for(told, "giver") == {("have", "want")}
    assert answers.hidden(told, Sort.CHAINS) == {answers.of_chain("have", "want", "plant")}
    assert answers.hidden(standing(), Sort.CHAINS) == frozenset()
    assert answers.hidden_for(standing().assign(sort="chains"), "giver") == frozenset()


def test_a_list_keeps_its_order_without_what_is_hidden() -> None:
    frame = pd.DataFrame({"site": ["p", "q", "r"]}, index=[5, 6, 7])
    asked = [answers.of_prospect("card", "want", firm) for firm in ("a", "b", "c")]

    left = answers.left(frame, asked, {answers.of_prospect("card", "want", "b")})

    assert list(left["site"]) == ["p", "r"]
    assert list(answers.left(frame, asked, {answers.of_prospect("card", "have", "b")})["site"]) == [
        "p",
        "q",
        "r",
    ]
