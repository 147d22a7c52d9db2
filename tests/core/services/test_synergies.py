"""Synergies: who may see them, how they move, and that nothing is lost when two people write."""

from dataclasses import replace
from datetime import date

import pytest

from core.domain.choices import Role, Stage, StallReason
from core.domain.model import Synergy, User
from core.errors import ChangedByOthersError, InvalidRecordError, NotFoundError, ReasonMissingError
from core.services import synergies
from core.storage.database import Database
from tests.core.services.conftest import ADVISOR, NOW, PARTICIPANT, STRANGER

SAND = Synergy(
    "s1", "izmir", "Döküm kumu", "foundry", "cement", have_id="sand", want_id="wanted", said_by="2. masa"
)


def stages_of(database: Database) -> list[tuple[str, str]]:
    found = synergies.stages(database, ADVISOR)
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

    synergies.move(database, ADVISOR, "s1", Stage.MEETING, 1, on=date(2026, 11, 9), now=NOW)
    synergies.move(database, ADVISOR, "s1", Stage.SAMPLE, 2, on=date(2026, 11, 20), now=NOW)

    assert sorted(stages_of(database)) == [
        ("idea", "02.11.2026"),
        ("meeting", "09.11.2026"),
        ("sample", "20.11.2026"),
    ]


@pytest.mark.parametrize("stage", [Stage.STALLED, Stage.DROPPED])
def test_a_stalled_or_dropped_synergy_needs_a_reason(database: Database, stage: Stage) -> None:
    synergies.record(database, ADVISOR, SAND, now=NOW)

    with pytest.raises(ReasonMissingError):
        synergies.move(database, ADVISOR, "s1", stage, 1, on=date(2026, 11, 9), now=NOW)

    assert synergies.get(database, ADVISOR, "s1").stage is Stage.IDEA


def test_a_synergy_that_runs_again_forgets_why_it_stalled(database: Database) -> None:
    synergies.record(database, ADVISOR, SAND, now=NOW)
    synergies.move(
        database, ADVISOR, "s1", Stage.STALLED, 1, on=date(2026, 11, 9), now=NOW, reason=StallReason.PRICE
    )

    synergies.move(database, ADVISOR, "s1", Stage.CONTACTED, 2, on=date(2026, 11, 10), now=NOW)

    assert synergies.get(database, ADVISOR, "s1").stall_reason is None


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
