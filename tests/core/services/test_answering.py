"""Answers: what they hide and for whom, that all are kept and dated, and that they can be taken back."""

from dataclasses import replace
from datetime import timedelta

import pytest

from core.domain.choices import AnswerReason, Direction, Role, Sort, Verdict, Visibility
from core.domain.matching.ranking import Index
from core.domain.model import Answer, Resource, User
from core.errors import ChangedByOthersError, InvalidRecordError, NotFoundError, NotPermittedError
from core.services import answering, resources, suggesting
from core.storage.database import Database
from tests.core.services.conftest import ADVISOR, NOW, STRANGER, add_firm

MANAGER = User("manager", "Nur", Role.MANAGER)
GIVER, TAKER = "foundry", "cement"
LATER = NOW + timedelta(hours=1)


@pytest.fixture
def database(empty: Database) -> Database:
    """A foundry's broken glass, and three firms that look for some; the cement plant comes first."""
    for firm_id, lat in ((GIVER, 38.40), (TAKER, 38.40), ("far", 38.60), ("farther", 39.00)):
        add_firm(empty, firm_id, lat, "2351")
    give = Resource(
        "glass", f"{GIVER}-site", Direction.HAVE, "kırık cam şişe", visibility=Visibility.EVERYBODY
    )
    resources.save(empty, ADVISOR, give, now=NOW, new=True)
    for firm_id in (TAKER, "far", "farther"):
        want = Resource(
            f"{firm_id}-want",
            f"{firm_id}-site",
            Direction.WANT,
            "kırık cam şişe",
            visibility=Visibility.EVERYBODY,
        )
        resources.save(empty, ADVISOR, want, now=NOW, new=True)
    return empty


@pytest.fixture
def index(database: Database) -> Index:
    return suggesting.index(database, ADVISOR)


def not_useful(firm_id: str = GIVER, want: str = "cement-want", answer_id: str = "answer") -> Answer:
    return Answer(
        answer_id, "izmir", firm_id, "glass", want, Verdict.NOT_USEFUL, "", NOW, AnswerReason.QUALITY, "ıslak"
    )


def partners(database: Database, index: Index, card: str = "glass", top: int = 2) -> list[str]:
    return list(suggesting.for_card(database, ADVISOR, index, card, top=top)["counterpart_id"])


def test_not_useful_hides_the_pair_and_the_next_one_moves_up(database: Database, index: Index) -> None:
    assert partners(database, index) == ["cement-want", "far-want"]

    answering.answer(database, ADVISOR, index, [not_useful()], now=NOW)

    assert partners(database, index) == ["far-want", "farther-want"]
    assert "cement-want" not in set(suggesting.pairs(database, ADVISOR, index)["want_id"])


def test_the_list_of_pairs_is_cut_off_after_the_hidden_ones_left(database: Database, index: Index) -> None:
    answering.answer(database, ADVISOR, index, [not_useful()], now=NOW)

    found = suggesting.pairs(database, ADVISOR, index, top=1)

    assert list(found["want_id"]) == ["far-want", "farther-want"]  # each the best, or the best for its want


def test_the_other_firm_still_sees_what_only_one_does_not_want(database: Database, index: Index) -> None:
    answering.answer(database, ADVISOR, index, [not_useful()], now=NOW)

    assert partners(database, index, "cement-want") == ["glass"]
    taker = User("p", "Can", Role.PARTICIPANT, firm_id=TAKER)
    assert "cement-want" in set(suggesting.pairs(database, taker, index)["want_id"])


def test_an_answer_for_both_firms_is_one_act(database: Database, index: Index) -> None:
    answering.answer(database, ADVISOR, index, [not_useful(), not_useful(TAKER, answer_id="other")], now=NOW)

    assert partners(database, index, "cement-want") == []
    assert partners(database, index) == ["far-want", "farther-want"]


def test_a_wrong_answer_among_several_keeps_none(database: Database, index: Index) -> None:
    with pytest.raises(NotFoundError):
        answering.answer(
            database, ADVISOR, index, [not_useful(), not_useful("far", answer_id="other")], now=NOW
        )  # "far" is not in this pair

    assert answering.standing(database, ADVISOR).empty


def test_the_score_and_rank_of_that_moment_are_kept(database: Database, index: Index) -> None:
    shown = suggesting.for_card(database, ADVISOR, index, "glass")

    answering.answer(database, ADVISOR, index, [not_useful(want="far-want")], now=NOW)

    kept = answering.standing(database, ADVISOR).iloc[0]
    assert (kept["rank"], kept["answered_by"], kept["answered_at"]) == (2, "advisor", NOW)
    assert kept["score"] == pytest.approx(shown["score"][1])
    assert (kept["reason"], kept["note"], kept["firm_name"]) == ("quality", "ıslak", "Foundry")


def test_a_second_thought_about_a_hidden_pair_keeps_what_was_shown(database: Database, index: Index) -> None:
    answering.answer(database, ADVISOR, index, [not_useful()], now=NOW)

    useful = replace(not_useful(answer_id="second"), verdict=Verdict.USEFUL, reason=None)
    answering.answer(database, ADVISOR, index, [useful], now=LATER)

    kept = answering.standing(database, ADVISOR)
    assert (list(kept["verdict"]), list(kept["rank"])) == (["useful"], [1])
    assert partners(database, index) == ["cement-want", "far-want"]


def test_taken_back_the_pair_is_listed_again_and_the_older_answer_stays_silent(
    database: Database, index: Index
) -> None:
    answering.answer(database, ADVISOR, index, [not_useful()], now=NOW)
    answering.answer(database, ADVISOR, index, [not_useful(answer_id="again")], now=LATER)

    answering.take_back(database, ADVISOR, {"again": 1}, now=LATER)

    assert partners(database, index) == ["cement-want", "far-want"]
    with database.reading() as cursor:
        kept = cursor.raw.execute("SELECT answer_id, withdrawn_by FROM answer ORDER BY answer_id").fetchall()
    assert kept == [("again", "advisor"), ("answer", None)]


def test_an_answer_is_taken_back_once(database: Database, index: Index) -> None:
    answering.answer(database, ADVISOR, index, [not_useful()], now=NOW)

    with pytest.raises(ChangedByOthersError):
        answering.take_back(database, ADVISOR, {"answer": 7}, now=NOW)
    with pytest.raises(NotFoundError):
        answering.take_back(database, STRANGER, {"answer": 1}, now=NOW)
    answering.take_back(database, ADVISOR, {"answer": 1}, now=NOW)
    with pytest.raises(NotFoundError):
        answering.take_back(database, ADVISOR, {"answer": 2}, now=NOW)


def test_each_answer_is_on_the_trail_and_its_words_can_be_erased(database: Database, index: Index) -> None:
    answering.answer(database, ADVISOR, index, [not_useful()], now=NOW)
    answering.take_back(database, ADVISOR, {"answer": 1}, now=NOW)

    with database.reading() as cursor:
        trail = cursor.rows("audit_history", record_type="answer", record_id="answer")
    assert [row["action"] for row in trail] == ["answering.take_back", "answering.answer"]
    assert "ıslak" not in str(trail)


def test_without_a_reason_nothing_is_kept(database: Database, index: Index) -> None:
    with pytest.raises(InvalidRecordError):
        answering.answer(database, ADVISOR, index, [replace(not_useful(), reason=None)], now=NOW)

    assert answering.standing(database, ADVISOR).empty


@pytest.mark.parametrize("swapped", [("cement-want", "glass"), ("glass", "nothing")])
def test_a_pair_is_a_have_and_a_want_of_the_region(
    database: Database, index: Index, swapped: tuple[str, str]
) -> None:
    have, want = swapped
    with pytest.raises(NotFoundError):
        answering.answer(
            database, ADVISOR, index, [replace(not_useful(), have_id=have, want_id=want)], now=NOW
        )


def test_managers_see_whether_ranking_and_advisors_agree(database: Database, index: Index) -> None:
    answering.answer(database, ADVISOR, index, [not_useful()], now=NOW)

    found = answering.agreement(database, MANAGER)[Sort.PAIRS]

    assert (found.answered, found.useful, found.reasons) == (1, 0, {AnswerReason.QUALITY: 1})
    with pytest.raises(NotPermittedError):
        answering.agreement(database, ADVISOR)


def test_an_answer_leaves_what_is_prepared_of_the_cards_alone(database: Database, index: Index) -> None:
    before = database.version, database.cards_version

    answering.answer(database, ADVISOR, index, [not_useful()], now=NOW)

    assert (database.version, database.cards_version) == (before[0] + 1, before[1])


def test_answers_are_taken_back_all_or_none(database: Database, index: Index) -> None:
    answering.answer(database, ADVISOR, index, [not_useful(), not_useful(TAKER, answer_id="other")], now=NOW)

    with pytest.raises(ChangedByOthersError):
        answering.take_back(database, ADVISOR, {"answer": 1, "other": 9}, now=NOW)
    assert len(answering.standing(database, ADVISOR)) == 2
    answering.take_back(database, ADVISOR, {"answer": 1, "other": 1}, now=NOW)
    assert answering.standing(database, ADVISOR).empty


def test_a_note_can_be_erased_everywhere_and_the_answer_stays(database: Database, index: Index) -> None:
    answering.answer(database, ADVISOR, index, [not_useful()], now=NOW)
    answering.answer(
        database, ADVISOR, index, [replace(not_useful(), answer_id="b", note="tozlu")], now=LATER
    )

    with pytest.raises(NotPermittedError):
        answering.erase_note(database, ADVISOR, "b", 1, now=LATER)
    with pytest.raises(ChangedByOthersError):
        answering.erase_note(database, MANAGER, "b", 9, now=LATER)
    with pytest.raises(NotFoundError):
        answering.erase_note(database, replace(STRANGER, role=Role.MANAGER), "b", 1, now=LATER)
    answering.erase_note(database, MANAGER, "b", 1, now=LATER)

    assert list(answering.standing(database, MANAGER)["note"].isna()) == [True]
    assert "cement-want" not in partners(database, index)
    with database.reading() as cursor:
        told = cursor.raw.execute("SELECT values_json FROM audit_value").fetchall()
        trail = cursor.raw.execute(
            "SELECT record_id, changed_fields FROM audit WHERE action = 'answering.erase_note' ORDER BY record_id"
        ).fetchall()
        kept = cursor.raw.execute("SELECT count(*) FROM answer WHERE note IS NOT NULL").fetchall()
    assert trail == [("answer", "note"), ("b", "note")]
    assert kept == [(0,)]
    assert not any("ıslak" in values or "tozlu" in values for (values,) in told)
