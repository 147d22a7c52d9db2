"""The stages of a synergy: what each asks for, what may be jumped over, and what may not."""

from dataclasses import replace

import pytest

from core.domain.choices import Recurrence, Stage, Transporter
from core.domain.model import Synergy
from core.domain.synergies.following import DocumentKind, LogWay, Perspective, Readiness
from core.domain.synergies.stages import (
    Facts,
    Need,
    check_move,
    missing,
    moves,
    stage_before,
    step,
)
from core.errors import MoveNotAllowedError, NotProvedError

SAND = Synergy("s1", "izmir", "Döküm kumu", "foundry", "cement", stage=Stage.CONTACTED, owner_id="a")
READY = dict.fromkeys(Perspective, Readiness.YES)


def at(stage: Stage, **more: object) -> Facts:
    return replace(Facts(replace(SAND, stage=stage)), **more)  # type: ignore[arg-type]


def test_leaving_contacted_needs_a_contact_with_each_main_firm() -> None:
    called = frozenset({("foundry", LogWay.PHONE)})

    assert missing(at(Stage.CONTACTED)) == (Need.GIVER_CONTACTED, Need.TAKER_CONTACTED)
    assert missing(at(Stage.CONTACTED, contacts=called)) == (Need.TAKER_CONTACTED,)


def test_what_flowed_once_asks_for_nothing_more_once_verified() -> None:
    once = replace(SAND, stage=Stage.VERIFIED, recurrence=Recurrence.ONE_OFF)

    assert step(once).text.startswith("Nothing to do: it flowed once.")
    assert step(replace(once, recurrence=Recurrence.RECURRING)).text.startswith("Ask once a year")


def test_before_a_sample_leaves_the_legal_questions_are_open_and_somebody_carries() -> None:
    met = frozenset({("foundry", LogWay.SITE_VISIT)})
    asked = at(Stage.MEETING, contacts=met, is_legal_opened=True)

    assert missing(asked) == (Need.WHO_CARRIES,)
    assert missing(replace(asked, transporters=frozenset({Transporter.TAKER}))) == ()
    assert missing(replace(asked, transporters=frozenset({Transporter.EITHER}))) == (Need.WHO_CARRIES,)
    assert missing(replace(asked, has_carrier=True)) == ()


def test_feasibility_is_left_when_all_six_perspectives_are_known_good_or_bad() -> None:
    known = dict.fromkeys(Perspective, Readiness.NO)

    assert missing(at(Stage.FEASIBILITY, readiness=known)) == ()
    some = known | {Perspective.SOCIETY: Readiness.NOT_KNOWN}
    assert missing(at(Stage.FEASIBILITY, readiness=some)) == (Need.READINESS_KNOWN,)


def test_an_agreement_among_the_files_stands_for_quantity_and_price() -> None:
    files = frozenset({DocumentKind.AGREEMENT})
    signed = Facts(replace(SAND, stage=Stage.AGREEMENT), documents=files, readiness=READY)

    assert missing(at(Stage.AGREEMENT, readiness=READY)) == (Need.QUANTITY, Need.PRICE, Need.RECURRENCE)
    assert missing(signed) == (Need.RECURRENCE,)


def test_jumping_over_stages_asks_for_what_they_ask_for() -> None:
    assert missing(at(Stage.IDEA), Stage.SAMPLE) == (
        Need.GIVER_CONTACTED,
        Need.TAKER_CONTACTED,
        Need.MEETING_HELD,
        Need.LEGAL_OPENED,
        Need.WHO_CARRIES,
    )


def test_going_back_stalling_and_reviving_ask_for_nothing() -> None:
    assert missing(at(Stage.SAMPLE), Stage.CONTACTED) == ()
    assert missing(at(Stage.SAMPLE), Stage.STALLED) == ()
    assert missing(at(Stage.DROPPED), Stage.SAMPLE) == ()


def test_verified_needs_a_verified_impact_whatever_a_person_says() -> None:
    running = Facts(replace(SAND, stage=Stage.RUNNING, recurrence=Recurrence.RECURRING))

    with pytest.raises(NotProvedError):
        check_move(running, Stage.RUNNING, Stage.VERIFIED)
    assert check_move(replace(running, has_verified_impact=True), Stage.RUNNING, Stage.VERIFIED) == ()


def test_a_stalled_synergy_is_revived_where_it_stood() -> None:
    assert moves(Stage.STALLED, Stage.SAMPLE) == (Stage.SAMPLE, Stage.DROPPED)
    with pytest.raises(MoveNotAllowedError):
        check_move(at(Stage.STALLED), Stage.SAMPLE, Stage.AGREEMENT)


def test_the_stage_before_is_the_last_that_was_no_end() -> None:
    assert stage_before([Stage.IDEA, Stage.MEETING, Stage.STALLED, Stage.DROPPED]) is Stage.MEETING
    assert stage_before([]) is Stage.IDEA
