"""Synergies: who may see them, how they move, and that nothing is lost when two people write."""

from dataclasses import replace
from datetime import date

import pytest

from core.domain.choices import Recurrence, Role, Stage, StallReason
from core.domain.model import Firm, Synergy, User
from core.domain.synergies.following import UserAccount
from core.domain.synergies.stages import Need
from core.errors import (
    ChangedByOthersError,
    InvalidRecordError,
    MoveNotAllowedError,
    NotFoundError,
    NotProvedError,
    ReasonMissingError,
    StageNeedsError,
)
from core.services import firms, following, synergies, users
from core.storage.database import Database
from tests import moving
from tests.core.services.conftest import ADVISOR, NOW, PARTICIPANT, STRANGER, TODAY

SAND = Synergy(
    "s1", "izmir", "Döküm kumu", "foundry", "cement", have_id="sand", want_id="wanted", said_by="2. masa"
)


def stages_of(database: Database) -> list[tuple[str, str]]:
    found = following.way(database, ADVISOR, "s1")
    return [(row["stage"], f"{row['entered_on']:%d.%m.%Y}") for row in found.to_dict("records")]


def test_a_recorded_synergy_is_an_idea_of_that_day(database: Database) -> None:
    synergies.record(database, ADVISOR, SAND, now=NOW)

    kept = synergies.get(database, ADVISOR, "s1")
    assert (kept.stage, kept.stage_since, kept.said_by) == (Stage.IDEA, date(2026, 11, 2), "2. masa")
    assert stages_of(database) == [("idea", "02.11.2026")]


def test_a_synergy_needs_a_line_and_two_firms(database: Database) -> None:
    with pytest.raises(InvalidRecordError) as found:
        synergies.record(database, ADVISOR, replace(SAND, title=" ", taker_firm_id=""), now=NOW)

    assert set(found.value.findings) == {"title", "taker_firm_id"}


def test_moving_keeps_every_stage_with_its_day(database: Database) -> None:
    synergies.record(database, ADVISOR, SAND, now=NOW)

    synergies.move(
        database, ADVISOR, "s1", Stage.MEETING, 1, on=date(2026, 11, 9), now=NOW, all_the_same=True
    )
    synergies.move(
        database, ADVISOR, "s1", Stage.SAMPLE, 2, on=date(2026, 11, 20), now=NOW, all_the_same=True
    )

    assert sorted(stages_of(database)) == [
        ("idea", "02.11.2026"),
        ("meeting", "09.11.2026"),
        ("sample", "20.11.2026"),
    ]


@pytest.mark.parametrize("stage", [Stage.STALLED, Stage.DROPPED])
def test_a_stalled_or_dropped_synergy_needs_a_reason(database: Database, stage: Stage) -> None:
    synergies.record(database, ADVISOR, SAND, now=NOW)

    with pytest.raises(ReasonMissingError):
        moving.move(
            database,
            ADVISOR,
            "s1",
            stage,
            1,
            on=date(2026, 11, 9),
            now=NOW,
        )

    assert synergies.get(database, ADVISOR, "s1").stage is Stage.IDEA


def test_a_synergy_that_runs_again_forgets_why_it_stalled(database: Database) -> None:
    synergies.record(database, ADVISOR, SAND, now=NOW)
    synergies.move(
        database,
        ADVISOR,
        "s1",
        Stage.STALLED,
        1,
        on=date(2026, 11, 9),
        now=NOW,
        reason=StallReason.PRICE,
        all_the_same=True,
    )

    synergies.move(database, ADVISOR, "s1", Stage.IDEA, 2, on=date(2026, 11, 10), now=NOW)

    assert synergies.get(database, ADVISOR, "s1").stall_reason is None


def test_a_stalled_synergy_is_revived_where_it_stood_and_nowhere_else(database: Database) -> None:
    synergies.record(database, ADVISOR, SAND, now=NOW)
    synergies.move(database, ADVISOR, "s1", Stage.SAMPLE, 1, on=TODAY, now=NOW, all_the_same=True)
    synergies.move(database, ADVISOR, "s1", Stage.STALLED, 2, on=TODAY, now=NOW, reason=StallReason.PRICE)

    with pytest.raises(MoveNotAllowedError):
        synergies.move(database, ADVISOR, "s1", Stage.MEETING, 3, on=TODAY, now=NOW, all_the_same=True)
    skipped = synergies.move(database, ADVISOR, "s1", Stage.SAMPLE, 3, on=TODAY, now=NOW)

    assert synergies.get(database, ADVISOR, "s1").stage is Stage.SAMPLE
    assert skipped == ()


def test_what_is_missing_refuses_a_move_until_a_person_says_so_and_is_kept(database: Database) -> None:
    synergies.record(database, ADVISOR, SAND, now=NOW)

    with pytest.raises(StageNeedsError) as found:
        synergies.move(database, ADVISOR, "s1", Stage.MEETING, 1, on=TODAY, now=NOW)
    synergies.move(database, ADVISOR, "s1", Stage.MEETING, 1, on=TODAY, now=NOW, all_the_same=True)

    expected = (Need.OWNER, Need.GIVER_CONTACTED, Need.TAKER_CONTACTED)
    assert found.value.needs == expected
    kept = following.way(database, ADVISOR, "s1").set_index("stage")["skipped"]
    assert kept["meeting"] == "owner;giver_contacted;taker_contacted"


def test_nobody_can_say_that_a_synergy_is_verified_all_the_same(database: Database) -> None:
    synergies.record(database, ADVISOR, SAND, now=NOW)

    with pytest.raises(NotProvedError):
        synergies.move(database, ADVISOR, "s1", Stage.VERIFIED, 1, on=TODAY, now=NOW, all_the_same=True)

    assert synergies.get(database, ADVISOR, "s1").stage is Stage.IDEA


def test_a_synergy_begins_to_run_once_or_again_and_again(database: Database) -> None:
    synergies.record(database, ADVISOR, SAND, now=NOW)

    synergies.move(
        database,
        ADVISOR,
        "s1",
        Stage.RUNNING,
        1,
        on=TODAY,
        now=NOW,
        recurrence=Recurrence.RECURRING,
        all_the_same=True,
    )

    assert synergies.get(database, ADVISOR, "s1").recurrence is Recurrence.RECURRING
    assert "recurrence" not in following.way(database, ADVISOR, "s1")["skipped"].iloc[-1]


def test_a_firm_that_the_register_lacks_is_added_with_the_synergy(database: Database) -> None:
    by_hand = Synergy("s1", "izmir", "Cam kırığı", "foundry", "new", said_by="Tesis müdürü")

    synergies.record(database, ADVISOR, by_hand, now=NOW, new_firms=[Firm("new", "izmir", "Körfez Cam A.Ş.")])

    assert firms.get(database, ADVISOR, "new").name == "Körfez Cam A.Ş."
    assert list(synergies.table(database, ADVISOR)["taker_name"]) == ["Körfez Cam A.Ş."]


def test_a_new_firm_that_the_register_has_under_its_legal_form_is_that_one(database: Database) -> None:
    by_hand = Synergy("s1", "izmir", "Cam kırığı", "foundry", "new")

    synergies.record(
        database, ADVISOR, by_hand, now=NOW, new_firms=[Firm("new", "izmir", "CEMENT SAN. A.Ş.")]
    )

    assert synergies.get(database, ADVISOR, "s1").taker_firm_id == "cement"
    with pytest.raises(NotFoundError):
        firms.get(database, ADVISOR, "new")


def test_a_refused_synergy_leaves_no_firm_behind(database: Database) -> None:
    by_hand = Synergy("s1", "izmir", "Cam kırığı", "nobody", "new")

    with pytest.raises(NotFoundError):
        synergies.record(database, ADVISOR, by_hand, now=NOW, new_firms=[Firm("new", "izmir", "Körfez Cam")])

    with pytest.raises(NotFoundError):
        firms.get(database, ADVISOR, "new")


def test_a_firm_does_not_give_to_itself(database: Database) -> None:
    with pytest.raises(InvalidRecordError) as found:
        synergies.record(database, ADVISOR, replace(SAND, taker_firm_id="foundry"), now=NOW)

    assert set(found.value.findings) == {"taker_firm_id"}


def test_an_owner_is_somebody_who_works_with_the_programme(database: Database) -> None:
    synergies.record(database, ADVISOR, SAND, now=NOW)
    seen = synergies.get(database, ADVISOR, "s1")
    boss = User("boss", "Ayşe", Role.ADMINISTRATOR)
    users.save(database, boss, UserAccount("ece", "izmir", "Ece", Role.ADVISOR), now=NOW, new=True)

    with pytest.raises(InvalidRecordError) as found:
        synergies.save(database, ADVISOR, replace(seen, owner_id="stranger"), now=NOW)
    synergies.save(database, ADVISOR, replace(seen, owner_id="ece", is_pilot=True), now=NOW)

    assert set(found.value.findings) == {"owner_id"}
    kept = synergies.get(database, ADVISOR, "s1")
    assert (kept.owner_id, kept.is_pilot) == ("ece", True)


def test_the_second_of_two_writers_gets_the_newer_values(database: Database) -> None:
    synergies.record(database, ADVISOR, SAND, now=NOW)
    seen = synergies.get(database, ADVISOR, "s1")
    synergies.save(database, ADVISOR, replace(seen, next_action="Numune al"), now=NOW)

    with pytest.raises(ChangedByOthersError) as found:
        synergies.save(database, ADVISOR, replace(seen, next_action="Telefon et"), now=NOW)

    assert found.value.newer["next_action"] == "Numune al"


def test_saving_changes_no_stage(database: Database) -> None:
    synergies.record(database, ADVISOR, SAND, now=NOW)
    seen = synergies.get(database, ADVISOR, "s1")

    synergies.save(database, ADVISOR, replace(seen, stage=Stage.VERIFIED), now=NOW)

    assert synergies.get(database, ADVISOR, "s1").stage is Stage.IDEA


def test_a_participant_sees_only_the_synergies_of_his_firm_and_not_what_was_noted(database: Database) -> None:
    synergies.record(database, ADVISOR, SAND, now=NOW)

    own = synergies.table(database, PARTICIPANT)
    others = synergies.table(database, User("p", "P", Role.PARTICIPANT, firm_id="nobody"))

    assert list(own["synergy_id"]) == ["s1"]
    assert {"notes", "said_by"}.isdisjoint(own.columns)
    assert others.empty


def test_another_region_finds_nothing(database: Database) -> None:
    synergies.record(database, ADVISOR, SAND, now=NOW)

    assert synergies.table(database, STRANGER).empty
    with pytest.raises(NotFoundError):
        synergies.get(database, STRANGER, "s1")
