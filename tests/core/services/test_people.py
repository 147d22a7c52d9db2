"""People who can help: kept with their consent, asked, erased with all that the trail held; research beside them."""

from dataclasses import replace
from datetime import date, timedelta

import pandas as pd
import pytest

from core.domain.choices import ConsentWay, Role, StallReason
from core.domain.model import Synergy, User
from core.domain.programme.helping import Met
from core.domain.programme.people import (
    Expert,
    ExpertKind,
    ExpertRequest,
    RequestState,
    Research,
    ResearchKind,
)
from core.domain.synergies.following import Barrier
from core.errors import ChangedByOthersError, InvalidRecordError, NotFoundError, NotPermittedError
from core.services import exporting, following, people, synergies
from core.services.exporting import ExportTable, FileFormat
from core.storage.database import Database
from tests.core.services.conftest import ADVISOR, NOW, STRANGER, TODAY

MANAGER = User("manager", "Ece", Role.MANAGER)
ANA = Expert(
    "ana",
    "izmir",
    ExpertKind.ACADEMIC,
    "Ana Örnek",
    "Bir üniversite",
    "döküm kumu, atık mevzuatı",
    ("24",),
    ("tr", "en"),
    email="ana@example.invalid",
    consent_on=date(2026, 10, 1),
    consent_how=ConsentWay.EMAIL,
)
ASKED = ExpertRequest("r1", "s1", "ana", "Fenol analizi", TODAY, "", RequestState.ASKED, TODAY)


@pytest.fixture
def helped(database: Database) -> Database:
    sand = Synergy("s1", "izmir", "Döküm kumu", "foundry", "cement", have_id="sand", want_id="wanted")
    synergies.record(database, ADVISOR, sand, now=NOW)
    people.save(database, ADVISOR, ANA, now=NOW, new=True)
    return database


def values(database: Database) -> str:
    """Return all that the trail holds of personal values, as text."""
    with database.reading() as cursor:
        return str(cursor.raw.execute("SELECT values_json FROM audit_value").fetchall())


def test_a_person_is_kept_changed_and_never_another_regions(helped: Database) -> None:
    (kept,) = people.experts(helped, ADVISOR)
    assert kept == ANA

    people.save(helped, ADVISOR, replace(kept, languages=("tr",)), now=NOW, new=False)
    assert people.experts(helped, ADVISOR)[0].languages == ("tr",)
    with pytest.raises(ChangedByOthersError):
        people.save(helped, ADVISOR, kept, now=NOW, new=False)
    with pytest.raises(NotFoundError):
        people.save(helped, STRANGER, replace(kept, row_version=2), now=NOW, new=False)
    assert people.experts(helped, STRANGER) == ()


def test_contact_data_without_a_consent_is_refused(helped: Database) -> None:
    silent = replace(ANA, consent_on=None, consent_how=None)

    with pytest.raises(InvalidRecordError):
        people.save(helped, ADVISOR, silent, now=NOW, new=False)


def test_a_withdrawn_consent_takes_the_contact_out_of_the_trail_too(helped: Database) -> None:
    silent = replace(ANA, consent_on=None, consent_how=None, email=None)

    people.save(helped, ADVISOR, silent, now=NOW, new=False)

    assert people.experts(helped, ADVISOR)[0].email is None
    assert "ana@example" not in values(helped)


def test_an_erased_person_leaves_the_count_of_requests_and_nothing_else(helped: Database) -> None:
    people.ask(helped, ADVISOR, ASKED, now=NOW)
    done = replace(ASKED, state=RequestState.DONE, note="Ana Hanım rapor verdi")
    people.save_request(helped, ADVISOR, done, now=NOW)
    assert "Ana" in values(helped)

    with pytest.raises(NotPermittedError):
        people.erase(helped, ADVISOR, "ana", now=NOW)
    people.erase(helped, MANAGER, "ana", now=NOW)

    assert people.experts(helped, ADVISOR) == ()
    (left,) = people.requests(helped, ADVISOR).to_dict("records")
    assert (left["expert_name"], left["state"]) == ("", "done")
    assert pd.isna(left["note"])
    assert "Ana" not in values(helped)
    assert "ana@example" not in values(helped)
    with pytest.raises(NotFoundError):
        people.erase(helped, MANAGER, "ana", now=NOW)
    with pytest.raises(NotFoundError):
        people.ask(helped, ADVISOR, replace(ASKED, request_id="r2"), now=NOW)


def test_that_a_person_was_erased_stays_on_record(helped: Database) -> None:
    people.erase(helped, MANAGER, "ana", now=NOW)

    with helped.reading() as cursor:
        row = cursor.rows("audit_history", record_type="expert", record_id="ana")[0]
    assert (row["user_id"], row["action"], row["changed_fields"]) == ("manager", "people.erase", "erased_at")


def test_who_fits_a_synergy_is_told_with_the_reasons(helped: Database) -> None:
    following.save_barrier(
        helped, ADVISOR, Barrier("b1", "s1", StallReason.LEGAL, TODAY), now=NOW, today=TODAY, new=True
    )

    (found,) = people.for_synergy(helped, ADVISOR, "s1")

    assert found.expert.expert_id == "ana"
    assert {one.met for one in found.reasons} >= {Met.SUBJECT, Met.BARRIER, Met.SECTOR}


def test_a_barrier_that_is_gone_calls_for_nobody(helped: Database) -> None:
    gone = Barrier("b1", "s1", StallReason.LEGAL, TODAY, removed_on=TODAY)
    following.save_barrier(helped, ADVISOR, gone, now=NOW, today=TODAY, new=True)

    (found,) = people.for_synergy(helped, ADVISOR, "s1")

    assert Met.BARRIER not in {one.met for one in found.reasons}


def test_a_request_is_logged_by_who_acts_changed_and_taken_out(helped: Database) -> None:
    people.ask(helped, ADVISOR, replace(ASKED, asked_by="somebody else"), now=NOW)
    (row,) = people.requests(helped, ADVISOR, "s1").to_dict("records")
    assert (row["asked_by"], row["synergy_title"], row["expert_name"]) == (
        "advisor", "Döküm kumu", "Ana Örnek"
    )  # fmt: skip

    people.save_request(helped, MANAGER, replace(ASKED, state=RequestState.ACCEPTED), now=NOW)
    with pytest.raises(ChangedByOthersError):
        people.save_request(helped, MANAGER, replace(ASKED, state=RequestState.DONE), now=NOW)
    people.retire_request(helped, ADVISOR, "r1", 2, now=NOW)
    assert people.requests(helped, ADVISOR).empty


def test_a_request_of_another_region_is_not_there(helped: Database) -> None:
    with pytest.raises(NotFoundError):
        people.ask(helped, STRANGER, ASKED, now=NOW)
    with pytest.raises(InvalidRecordError):
        people.ask(helped, ADVISOR, replace(ASKED, asked_on=TODAY + timedelta(days=1)), now=NOW)


def test_a_research_topic_is_kept_with_its_synergy_and_taken_out(helped: Database) -> None:
    topic = Research(
        "x1", "izmir", ResearchKind.DOCTORATE, "Kumun geri kazanımı", synergy_id="s1", concept_id="sand"
    )
    people.save_research(helped, ADVISOR, topic, now=NOW, new=True)
    assert people.research(helped, ADVISOR) == (topic,)

    people.save_research(helped, ADVISOR, replace(topic, synergy_id=None), now=NOW, new=False)
    with pytest.raises(NotFoundError):
        people.save_research(helped, ADVISOR, replace(topic, synergy_id="none"), now=NOW, new=False)
    people.retire_research(helped, ADVISOR, "x1", 2, now=NOW)
    assert people.research(helped, ADVISOR) == ()


@pytest.mark.parametrize("table", list(ExportTable))
def test_no_export_holds_a_person(helped: Database, table: ExportTable) -> None:
    people.ask(helped, ADVISOR, ASKED, now=NOW)

    content = exporting.file(helped, ADVISOR, table, FileFormat.CSV, now=NOW).decode()

    assert "Ana" not in content
    assert "ana@example" not in content
