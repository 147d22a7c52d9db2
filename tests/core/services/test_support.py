"""The support programme: an application grows from a synergy, says what is missing, and keeps its result."""

from dataclasses import replace
from datetime import date

import pytest

from core.domain.choices import Handling, Role, Stage, StallReason, Transporter
from core.domain.impact.entries import Entry, Measure
from core.domain.legal.handbook import Route
from core.domain.legal.state import Choice
from core.domain.model import Synergy, User
from core.domain.programme.people import Expert, ExpertKind, ExpertRequest, RequestState
from core.domain.programme.support import (
    Application,
    ApplicationState,
    Call,
    Cost,
    Fact,
    Step,
)
from core.domain.programme.support_facts import asked_too_much, missing
from core.domain.synergies.following import Barrier, Perspective, Readiness, ReadinessMark
from core.errors import ChangedByOthersError, InvalidRecordError, NotFoundError, NotPermittedError
from core.services import following, impact_ledger, legal, people, support, synergies
from core.storage.database import Database
from tests.core.services.conftest import ADVISOR, NOW, STRANGER, TODAY

MANAGER = User("manager", "Ece", Role.MANAGER)
CALL = Call(
    "c1", "izmir", "Çağrı", highest_share=0.5, highest_grant_try=400_000, needed=tuple(Fact), system="KAYS"
)
SAND = Synergy("s1", "izmir", "Döküm kumu", "foundry", "cement", have_id="sand", want_id="wanted")


@pytest.fixture
def called(database: Database) -> Database:
    synergies.record(database, ADVISOR, SAND, now=NOW)
    support.save_call(database, MANAGER, CALL, now=NOW, new=True)
    support.begin(database, ADVISOR, "a1", "c1", "s1", now=NOW)
    return database


def lacking(database: Database) -> set[Fact]:
    return set(missing(support.grown(database, ADVISOR, "a1", today=TODAY)))


def test_an_application_takes_its_title_its_firm_and_its_facts_from_the_synergy(called: Database) -> None:
    (kept,) = support.applications(called, ADVISOR)
    grown = support.grown(called, ADVISOR, "a1", today=TODAY)

    assert (kept.title, kept.applicant_firm_id, kept.made_by) == ("Döküm kumu", "cement", "advisor")
    assert kept.state is ApplicationState.DRAFT
    assert grown.applicant == "Cement"
    assert [one.name for one in grown.synergy.parties] == ["Foundry", "Cement"]
    assert [card.yearly_amount for card in grown.synergy.cards] == [120.0, None]


def test_what_the_call_asks_for_and_the_records_lack_is_named(called: Database) -> None:
    assert lacking(called) == {
        Fact.SUMMARY,
        Fact.IMPACT,
        Fact.COSTS,
        Fact.ASKED,
        Fact.SCHEDULE,
        Fact.RISKS,
        Fact.PERMITS,
        Fact.READINESS,
        Fact.EXPERT,
    }


def test_a_fact_that_the_call_does_not_ask_for_is_not_missed(called: Database) -> None:
    (call,) = support.calls(called, ADVISOR)
    support.save_call(called, MANAGER, replace(call, needed=(Fact.COSTS, Fact.FIRMS)), now=NOW, new=False)

    assert lacking(called) == {Fact.COSTS}


def test_filled_in_where_it_belongs_nothing_is_missing(called: Database) -> None:
    synergies.move(called, ADVISOR, "s1", Stage.CONTACTED, 1, on=TODAY, now=NOW, all_the_same=True)
    barrier = Barrier("b1", "s1", StallReason.QUALITY, TODAY)
    following.save_barrier(called, ADVISOR, barrier, now=NOW, today=TODAY, new=True)
    legal.choose(called, ADVISOR, Choice("s1", Route.RECOVERY, Transporter.CARRIER), now=NOW)
    for one in Perspective:
        following.save_readiness(called, ADVISOR, ReadinessMark("s1", one, Readiness.PARTLY), now=NOW)
    people.save(called, ADVISOR, Expert("e1", "izmir", ExpertKind.EXPERT, "Ana"), now=NOW, new=True)
    agreed = ExpertRequest("r1", "s1", "e1", "Analiz", TODAY, "", RequestState.ACCEPTED, TODAY)
    people.ask(called, ADVISOR, agreed, now=NOW)
    entry = Entry(
        "i1",
        "s1",
        Measure.DIVERTED,
        100,
        80,
        120,
        "t",
        TODAY,
        "advisor",
        NOW,
        lifetime_years=5,
        baseline=Handling.LANDFILL,
    )
    impact_ledger.enter(called, ADVISOR, entry, now=NOW)
    (draft,) = support.applications(called, ADVISOR)
    filled = replace(
        draft,
        summary="Kum elenir.",
        costs=(Cost("Elek", 600_000.0),),
        asked_try=300_000.0,
        steps=(Step("Kurulum", TODAY, date(2027, 1, 31)),),
    )
    support.save(called, ADVISOR, filled, now=NOW)

    assert lacking(called) == set()
    (kept,) = support.applications(called, ADVISOR)
    assert kept == replace(filled, row_version=2)


def test_more_support_than_the_call_pays_is_no_fact_yet(called: Database) -> None:
    (draft,) = support.applications(called, ADVISOR)
    greedy = replace(draft, costs=(Cost("Elek", 600_000.0),), asked_try=300_001.0)
    support.save(called, ADVISOR, greedy, now=NOW)

    grown = support.grown(called, ADVISOR, "a1", today=TODAY)

    assert Fact.ASKED in missing(grown)
    assert asked_too_much(grown) == 300_000.0


def test_state_and_result_are_kept_and_nothing_is_overwritten_unseen(called: Database) -> None:
    (draft,) = support.applications(called, ADVISOR)
    submitted = replace(draft, state=ApplicationState.SUBMITTED, reference="TR31/1")
    support.save(called, ADVISOR, submitted, now=NOW)

    with pytest.raises(ChangedByOthersError):
        support.save(called, ADVISOR, replace(draft, summary="spät"), now=NOW)
    with pytest.raises(InvalidRecordError):
        support.save(
            called, ADVISOR, replace(submitted, state=ApplicationState.ACCEPTED, row_version=2), now=NOW
        )
    granted = replace(submitted, state=ApplicationState.ACCEPTED, grant_try=250_000.0, row_version=2)
    support.save(called, ADVISOR, granted, now=NOW)

    (kept,) = support.applications(called, ADVISOR)
    assert (kept.state, kept.grant_try, kept.reference) == (ApplicationState.ACCEPTED, 250_000.0, "TR31/1")


def test_changed_costs_are_on_the_trail(called: Database) -> None:
    (draft,) = support.applications(called, ADVISOR)
    support.save(called, ADVISOR, replace(draft, costs=(Cost("Elek", 1.0),)), now=NOW)

    with called.reading() as cursor:
        found = cursor.rows("audit_history", record_type="support_application", record_id="a1")
    assert "costs" in {row["changed_fields"] for row in found}


def test_only_leaders_keep_calls_and_nobody_anothers_region(called: Database) -> None:
    with pytest.raises(NotPermittedError):
        support.save_call(called, ADVISOR, CALL, now=NOW, new=False)
    assert support.calls(called, STRANGER) == ()
    assert support.applications(called, STRANGER) == ()
    for wrong in (
        lambda: support.begin(called, STRANGER, "a2", "c1", "s1", now=NOW),
        lambda: support.grown(called, STRANGER, "a1", today=TODAY),
        lambda: support.save(called, ADVISOR, Application("none", "c1", "s1", "x", "u", TODAY), now=NOW),
    ):
        with pytest.raises(NotFoundError):
            wrong()


def test_a_call_and_an_application_can_be_taken_out(called: Database) -> None:
    support.retire(called, ADVISOR, "a1", 1, now=NOW)
    support.retire_call(called, MANAGER, "c1", 1, now=NOW)

    assert support.applications(called, ADVISOR) == ()
    assert support.calls(called, ADVISOR) == ()


def test_a_pilot_counts_once_it_runs(called: Database) -> None:
    kept = synergies.get(called, ADVISOR, "s1")
    synergies.save(called, ADVISOR, replace(kept, is_pilot=True), now=NOW)

    (pilot,) = support.pilots(called, ADVISOR)
    assert (pilot.synergy_id, pilot.counts) == ("s1", False)
    assert replace(pilot, stage=Stage.RUNNING).counts
