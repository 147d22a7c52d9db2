"""The overview: how many, how far, and what needs attention today."""

from dataclasses import replace

from core.domain.choices import Direction, Stage, StallReason
from core.domain.model import Resource, Synergy, Visit
from core.services import overview, resources, synergies, visits
from core.storage.database import Database
from tests.core.services.conftest import ADVISOR, NOW, PARTICIPANT, STRANGER, TODAY

SAND = Synergy("s1", "izmir", "Döküm kumu", "foundry", "cement", have_id="sand")


def test_cards_count_by_direction_and_drafts_do_not(database: Database) -> None:
    draft = Resource("draft", "foundry-site", Direction.HAVE, "taslak", is_draft=True)
    resources.save(database, ADVISOR, draft, now=NOW, new=True)

    numbers = overview.of_region(database, PARTICIPANT).numbers

    assert (numbers["firms"], numbers["sites"], numbers["haves"], numbers["wants"]) == (2, 2, 2, 1)


def test_a_firm_visited_twice_is_one_visited_firm(database: Database) -> None:
    for visit_id in ("v1", "v2"):
        visit = Visit(visit_id, "foundry-site", ADVISOR.user_id, TODAY)
        visits.start(database, ADVISOR, visit, now=NOW)

    assert overview.of_region(database, ADVISOR).numbers["visited_firms"] == 1


def test_who_reached_a_later_stage_has_passed_the_earlier_ones_also_if_it_stalled_since(
    database: Database,
) -> None:
    synergies.record(database, ADVISOR, SAND, now=NOW)
    synergies.move(database, ADVISOR, "s1", Stage.SAMPLE, 1, on=TODAY, now=NOW, all_the_same=True)
    synergies.move(
        database,
        ADVISOR,
        "s1",
        Stage.STALLED,
        2,
        on=TODAY,
        now=NOW,
        reason=StallReason.PRICE,
        all_the_same=True,
    )
    synergies.record(database, ADVISOR, replace(SAND, synergy_id="s2"), now=NOW)

    reached = overview.of_region(database, ADVISOR).reached.set_index("stage")

    assert list(reached["synergies"]) == [2, 1, 1, 1, 0, 0, 0, 0]
    assert list(reached["firms"]) == [2, 2, 2, 2, 0, 0, 0, 0]


def test_another_region_counts_nothing(database: Database) -> None:
    assert set(overview.of_region(database, STRANGER).numbers.values()) == {0}


def test_an_empty_region_has_numbers_all_zero(empty: Database) -> None:
    found = overview.of_region(empty, ADVISOR)

    assert set(found.numbers.values()) == {0}
    assert found.stages.empty
