"""How the sample's synergies are followed: every reference leads somewhere, and what is said fits the stage."""

from datetime import UTC, date, datetime

import pytest

from core.domain.model import SYSTEM
from core.domain.synergies.stages import Need
from core.services import following, installing, resources, users
from core.storage import sample
from core.storage.database import Database, in_memory

LAST_DAY = "2026-11-15"


@pytest.fixture(scope="module")
def loaded() -> Database:
    database = in_memory()
    installing.fill(database, SYSTEM, "izmir", with_sample=True, now=datetime(2026, 11, 22, 9, tzinfo=UTC))
    return database


def by_id(name: str, key: str) -> dict[str, dict[str, str]]:
    return {row[key]: row for row in sample.read(name)}


def test_everybody_who_follows_a_synergy_has_an_account_marked_as_sample() -> None:
    accounts = by_id("users", "user_id")

    assert all("(örnek)" in row["name"] for row in accounts.values())
    assert {row["owner_id"] for row in sample.read("synergy_details")} <= accounts.keys()
    assert {row["made_by"] for row in sample.read("log_entries")} <= accounts.keys()


def test_every_followed_synergy_has_details_and_a_log_and_two_are_pilots_at_least() -> None:
    followed = {row["synergy_id"] for row in sample.read("synergies") if row["stages"]}
    details = by_id("synergy_details", "synergy_id")

    assert details.keys() == followed
    assert {row["synergy_id"] for row in sample.read("log_entries")} == followed
    assert sum(row["is_pilot"] == "yes" for row in details.values()) >= 2


def test_what_hangs_on_a_synergy_names_its_firms_and_lies_in_its_life() -> None:
    synergies = by_id("synergies", "synergy_id")
    contacts = by_id("contacts", "contact_id")
    parties = {(row["synergy_id"], row["firm_id"]) for row in sample.read("synergy_parties")}

    for row in sample.read("log_entries"):
        synergy = synergies[row["synergy_id"]]
        main = {(row["synergy_id"], synergy[f"{side}_firm_id"]) for side in ("giver", "taker")}
        assert row["firm_id"] is None or (row["synergy_id"], row["firm_id"]) in main | parties
        assert row["contact_id"] is None or contacts[row["contact_id"]]["firm_id"] == row["firm_id"]
        assert synergy["recorded_on"] <= row["made_on"] <= LAST_DAY
        assert date.fromisoformat(row["made_on"]).weekday() < 5
    for row in sample.read("synergy_barriers"):
        assert synergies[row["synergy_id"]]["recorded_on"] <= row["seen_on"] <= LAST_DAY
        assert row["removed_on"] is None or row["removed_on"] >= row["seen_on"]


def test_what_stalled_has_a_barrier_of_its_reason_that_still_stands() -> None:
    standing = {
        (row["synergy_id"], row["reason"]) for row in sample.read("synergy_barriers") if not row["removed_on"]
    }
    stalled = {
        (row["synergy_id"], row["stall_reason"]) for row in sample.read("synergies") if row["stall_reason"]
    }

    assert stalled <= standing


def test_what_runs_says_how_and_lacks_no_more_than_its_proof(loaded: Database) -> None:
    for synergy_id in ("Y046", "Y092"):
        assert following.standing(loaded, SYSTEM, synergy_id).missing in ((), (Need.VERIFIED_IMPACT,))


def test_the_haves_of_running_synergies_say_what_remains(loaded: Database) -> None:
    cards = resources.table(loaded, SYSTEM).set_index("resource_id")

    sand = cards.loc["H147"]
    assert (sand["taken_by"], sand["taken_amount"], sand["remaining_amount"]) == (1, 5040.0, 2760.0)


def test_names_are_known_for_all_who_acted(loaded: Database) -> None:
    names = users.names(loaded, SYSTEM)

    assert names["demo-advisor"] == "Danışman 2 (örnek)"
