"""The board: filtered, counted and cut by the database; participants see only their own firm's."""

from dataclasses import replace
from datetime import date

import pytest

from core.domain.choices import Kind, Stage, StallReason
from core.domain.model import Firm, Site, Synergy
from core.domain.synergies.board import Asked, Blocks, Sort
from core.domain.synergies.following import Barrier, Perspective, Readiness
from core.domain.synergies.readiness import Lowest
from core.services import board, firms, following, synergies
from core.storage.database import Database
from tests.core.services.conftest import ADVISOR, NOW, PARTICIPANT, STRANGER, TODAY

SAND = Synergy("a", "izmir", "Döküm kumu", "foundry", "cement", have_id="sand", owner_id="advisor")
STAGES = tuple(Stage)


@pytest.fixture
def boarded(database: Database) -> Database:
    """Four synergies: two ideas, one meeting that is due, one stalled; a third firm in a zone."""
    firms.save(database, ADVISOR, Firm("third", "izmir", "Çiğli Isı A.Ş."), now=NOW, new=True)
    site = Site("third-site", "third", "Merkez", zone_id="iaosb")
    firms.save_site(database, ADVISOR, site, now=NOW, new=True)
    heat = replace(
        SAND, synergy_id="d", title="Atık ısı", taker_firm_id="third", have_id=None, kind=Kind.ENERGY
    )
    made = {
        "a": (replace(SAND, is_pilot=True), None, date(2026, 10, 1)),
        "b": (replace(SAND, title="ILIK su", owner_id=None), None, date(2026, 10, 2)),
        "c": (replace(SAND, title="Cüruf", next_action_on=TODAY), Stage.MEETING, date(2026, 9, 1)),
        "d": (heat, Stage.STALLED, date(2026, 9, 2)),
    }
    for synergy_id, (synergy, stage, on) in made.items():
        one = replace(synergy, synergy_id=synergy_id, stage_since=on)
        synergies.record(database, ADVISOR, one, now=NOW)
        if stage:
            reason = StallReason.PRICE if stage is Stage.STALLED else None
            synergies.move(
                database, ADVISOR, synergy_id, stage, 1, on=on, now=NOW, reason=reason, all_the_same=True
            )
    return database


EVERYTHING = Asked()


def ids(database: Database, asked: Asked = EVERYTHING, sort: Sort = Sort.NEWEST) -> list[str]:
    return list(board.page(database, ADVISOR, asked, STAGES, sort, skip=0, most=9)["synergy_id"])


def test_every_stage_is_counted(boarded: Database) -> None:
    found = board.counts(boarded, ADVISOR, Asked())

    assert {stage: count for stage, count in found.items() if count} == {
        Stage.IDEA: 2,
        Stage.MEETING: 1,
        Stage.STALLED: 1,
    }
    assert set(found) == set(Stage)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (Asked(owner_id="advisor"), {"a", "c", "d"}),
        (Asked(nobodys=True), {"b"}),
        (Asked(kind=Kind.ENERGY), {"d"}),
        (Asked(zone_id="iaosb"), {"d"}),
        (Asked(pilots=True), {"a"}),
        (Asked(search="ılık"), {"b"}),
        (Asked(search="CIGLI"), {"d"}),
        (Asked(search="döküm kumu foundry"), {"a"}),
        (Asked(search="yok"), set()),
    ],
)
def test_each_filter_leaves_what_it_asks_for(boarded: Database, asked: Asked, expected: set[str]) -> None:
    assert set(ids(boarded, asked)) == expected
    assert sum(board.counts(boarded, ADVISOR, asked).values()) == len(expected)


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        (Sort.NEWEST, ["b", "a", "d", "c"]),
        (Sort.DUE, ["c", "b", "a", "d"]),
        (Sort.LONGEST, ["c", "d", "a", "b"]),
        (Sort.STAGE, ["b", "a", "c", "d"]),
        (Sort.TITLE, ["d", "c", "a", "b"]),  # Atık ısı, Cüruf, Döküm kumu, ILIK su
        (Sort.TAKER, ["b", "a", "c", "d"]),  # Cement thrice, then Çiğli
    ],
)
def test_the_table_is_sorted_by_turkish_rules(boarded: Database, sort: Sort, expected: list[str]) -> None:
    assert ids(boarded, sort=sort) == expected


def test_a_page_is_cut_by_the_database(boarded: Database) -> None:
    found = board.page(boarded, ADVISOR, Asked(), STAGES, Sort.NEWEST, skip=1, most=2)

    assert list(found["synergy_id"]) == ["a", "d"]


def test_each_column_of_the_board_has_its_own_limit(boarded: Database) -> None:
    found = board.cards(boarded, ADVISOR, Asked(), {Stage.IDEA: 1, Stage.MEETING: 5})

    assert list(found["synergy_id"]) == ["b", "c"]


def test_what_blocks_is_the_lowest_readiness_and_barriers_not_removed(boarded: Database) -> None:
    mark = following.readiness(boarded, ADVISOR, "a")[Perspective.LEGAL]
    following.save_readiness(boarded, ADVISOR, replace(mark, level=Readiness.NO), now=NOW)
    for barrier_id, removed in (("b1", None), ("b2", TODAY)):
        barrier = Barrier(barrier_id, "a", StallReason.TRANSPORT, date(2026, 10, 1), removed_on=removed)
        following.save_barrier(boarded, ADVISOR, barrier, now=NOW, today=TODAY, new=True)

    found = board.blocking(boarded, ADVISOR, ["a", "b"])

    lowest = Lowest(Readiness.NO, (Perspective.LEGAL,))
    assert found == {"a": Blocks((StallReason.TRANSPORT,), lowest)}


def test_participants_see_their_own_firms_without_owner_and_strangers_nothing(boarded: Database) -> None:
    own = replace(PARTICIPANT, firm_id="third")

    found = board.page(boarded, own, Asked(), STAGES, Sort.NEWEST, skip=0, most=9)

    assert list(found["synergy_id"]) == ["d"]
    assert "owner_id" not in found
    assert board.cards(boarded, replace(own, firm_id=None), Asked(), {Stage.IDEA: 9}).empty
    assert board.page(boarded, STRANGER, Asked(), STAGES, Sort.NEWEST, skip=0, most=9).empty
