"""What running synergies take of cards, worked out by hand: 120 t a year of sand, and what remains to be suggested."""

from dataclasses import replace

import pandas as pd
import pytest

from core.domain.choices import Recurrence, Stage, StallReason
from core.domain.model import Synergy
from core.domain.synergies.following import Party, PartyRole
from core.errors import InvalidRecordError
from core.services import following, indexing, resources, suggesting, synergies
from core.storage import cards
from core.storage.database import Database
from tests import moving
from tests.core.services.conftest import ADVISOR, NOW, TODAY, add_firm, sand

SAND = Synergy("s1", "izmir", "Döküm kumu", "foundry", "cement", have_id="sand", want_id="wanted")


def run(
    database: Database,
    synergy: Synergy,
    *,
    stage: Stage = Stage.RUNNING,
    recurrence: Recurrence = Recurrence.RECURRING,
) -> None:
    """Record a synergy and put it into a stage."""
    synergies.record(database, ADVISOR, replace(synergy, recurrence=recurrence), now=NOW)
    to(database, synergy.synergy_id, stage)


def to(database: Database, synergy_id: str, stage: Stage) -> None:
    version = synergies.get(database, ADVISOR, synergy_id).row_version
    reason = StallReason.PRICE if stage in (Stage.STALLED, Stage.DROPPED) else None
    moving.move(
        database,
        ADVISOR,
        synergy_id,
        stage,
        version,
        on=TODAY,
        now=NOW,
        reason=reason,
    )


def left(database: Database, resource_id: str = "sand") -> tuple[int, float, float | None]:
    """Return by how many synergies a card is taken, how much, and what remains."""
    row = resources.table(database, ADVISOR).set_index("resource_id").loc[resource_id]
    return int(row["taken_by"]), float(row["taken_amount"]), row["remaining_amount"]


def ranked(database: Database, resource_id: str = "sand") -> float | None:
    """Return the amount that the ranking knows of a card, None where it does not know the card."""
    with database.reading() as cursor:
        found = {card.id: card.amount for card in cards.to_rank(cursor, "izmir")}
    return found.get(resource_id)


def test_a_running_synergy_takes_from_its_have_and_meets_its_want(database: Database) -> None:
    want = resources.get(database, ADVISOR, "wanted")
    resources.save(
        database, ADVISOR, replace(want, quantity=100.0, unit="t", period="year"), now=NOW, new=False
    )

    run(database, replace(SAND, quantity=80.0, unit="t", period="year"))

    assert left(database) == (1, 80.0, 40.0)
    assert left(database, "wanted") == (1, 80.0, 20.0)
    assert (ranked(database), ranked(database, "wanted")) == (40.0, 20.0)


def test_before_it_runs_and_after_it_ends_a_synergy_takes_nothing(database: Database) -> None:
    run(database, replace(SAND, quantity=5.0, unit="t", period="month"), stage=Stage.AGREEMENT)
    assert left(database) == (0, 0.0, 120.0)

    to(database, "s1", Stage.RUNNING)
    assert left(database) == (1, 60.0, 60.0)

    to(database, "s1", Stage.VERIFIED)
    assert left(database) == (1, 60.0, 60.0)

    to(database, "s1", Stage.DROPPED)
    assert left(database) == (0, 0.0, 120.0)


def test_a_synergy_entered_without_cards_takes_from_the_card_that_it_names_later(database: Database) -> None:
    by_hand = replace(SAND, have_id=None, want_id=None, quantity=30.0, unit="t", period="year")
    run(database, by_hand)
    assert left(database) == (0, 0.0, 120.0)

    kept = synergies.get(database, ADVISOR, "s1")
    synergies.save(database, ADVISOR, replace(kept, have_id="sand"), now=NOW)

    assert left(database) == (1, 30.0, 90.0)


def test_a_synergy_names_no_card_of_another_firm_or_of_the_wrong_direction(database: Database) -> None:
    synergies.record(database, ADVISOR, replace(SAND, have_id=None, want_id=None), now=NOW)
    kept = synergies.get(database, ADVISOR, "s1")

    with pytest.raises(InvalidRecordError) as refused:
        synergies.save(database, ADVISOR, replace(kept, have_id="wanted", want_id="sand"), now=NOW)

    assert set(refused.value.findings) == {"have_id", "want_id"}


def test_several_synergies_of_one_have_are_summed_and_what_is_used_up_is_not_suggested(
    database: Database,
) -> None:
    add_firm(database, "asphalt", 38.5, "2399")
    run(database, replace(SAND, quantity=50.0, unit="t", period="year"))
    other = replace(SAND, synergy_id="s2", taker_firm_id="asphalt", want_id=None)
    run(database, replace(other, quantity=80.0, unit="t", period="year"))

    index = suggesting.index(database, ADVISOR)

    assert left(database) == (2, 130.0, 0.0)
    assert ranked(database) is None
    assert suggesting.for_card(database, ADVISOR, index, "sand").empty
    assert "sand" not in set(suggesting.for_card(database, ADVISOR, index, "wanted")["counterpart_id"])


def test_merged_haves_share_what_flows_as_their_amounts_stand(database: Database) -> None:
    add_firm(database, "second", 38.5, "2451")
    resources.save(
        database,
        ADVISOR,
        replace(sand("more", quantity=60.0, unit="t", period="year"), site_id="second-site"),
        now=NOW,
        new=True,
    )
    run(database, replace(SAND, quantity=90.0, unit="t", period="year"))
    party = Party("p1", "s1", "second", PartyRole.GIVER, "more")

    following.save_party(database, ADVISOR, party, now=NOW, new=True)
    assert left(database) == (1, 60.0, 60.0)
    assert left(database, "more") == (1, 30.0, 30.0)

    following.retire_party(database, ADVISOR, "p1", 1, now=NOW)
    assert left(database) == (1, 90.0, 30.0)


def test_what_flows_once_counts_once_and_no_longer_when_it_is_over(database: Database) -> None:
    once = replace(SAND, quantity=20.0, unit="t", period="month")
    run(database, once, recurrence=Recurrence.ONE_OFF)
    assert left(database) == (1, 20.0, 100.0)

    to(database, "s1", Stage.VERIFIED)
    assert left(database) == (0, 0.0, 120.0)


def test_what_is_there_once_stays_used_up(database: Database) -> None:
    resources.save(
        database, ADVISOR, sand("stock", quantity=40.0, unit="t", period="once"), now=NOW, new=True
    )
    once = replace(SAND, have_id="stock", quantity=40.0, unit="t", period="once")

    run(database, once, recurrence=Recurrence.ONE_OFF, stage=Stage.VERIFIED)

    assert left(database, "stock") == (1, 40.0, 0.0)


def test_a_flow_without_an_amount_is_said_and_takes_nothing_known(database: Database) -> None:
    run(database, SAND)

    assert left(database) == (1, 0.0, 120.0)
    assert ranked(database) == 120.0


def test_cubic_metres_are_not_taken_from_tonnes(database: Database) -> None:
    run(database, replace(SAND, quantity=50.0, unit="m3", period="year"))

    assert left(database) == (1, 0.0, 120.0)


def test_a_card_without_an_amount_has_nothing_that_could_remain(database: Database) -> None:
    run(database, replace(SAND, have_id="unweighed", quantity=5.0, unit="t", period="year"))

    taken_by, _, remaining = left(database, "unweighed")
    assert (taken_by, pd.isna(remaining)) == (1, True)
    assert ranked(database, "unweighed") is None  # unknown, and still suggested
    with database.reading() as cursor:
        assert "unweighed" in {card.id for card in cards.to_rank(cursor, "izmir")}


def test_the_live_index_follows_a_synergy_that_begins_and_ends(database: Database) -> None:
    index = indexing.LiveIndex(database, ADVISOR)
    assert index.current().card("sand").amount == 120.0

    run(database, replace(SAND, quantity=80.0, unit="t", period="year"))
    assert index.current().card("sand").amount == 40.0

    seen = synergies.get(database, ADVISOR, "s1")
    synergies.save(database, ADVISOR, replace(seen, quantity=120.0), now=NOW)
    assert "sand" not in index.current()

    to(database, "s1", Stage.STALLED)
    assert index.current().card("sand").amount == 120.0


def test_a_suggestion_speaks_of_what_remains(database: Database) -> None:
    add_firm(database, "asphalt", 38.5, "2399")
    taken = replace(SAND, taker_firm_id="asphalt", want_id=None, quantity=80.0, unit="t", period="year")
    run(database, taken)

    index = suggesting.index(database, ADVISOR)
    pairs = suggesting.pairs(database, ADVISOR, index).set_index("have_id")

    row = pairs.loc["sand"]
    assert (row["have_yearly_amount"], row["have_whole_amount"], row["have_taken_by"]) == (40.0, 120.0, 1)
