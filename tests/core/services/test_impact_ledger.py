"""The ledger: two people for what is verified, corrections that supersede, who may do what. Numbers by hand."""

import io
import json
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from core.domain.choices import Basis, Role, Stage
from core.domain.impact.counting import Counted, NotCounted, Uncounted
from core.domain.impact.entries import Measure
from core.domain.impact.sums import totals
from core.domain.synergies.following import DocumentKind
from core.errors import (
    ChangedByOthersError,
    InvalidRecordError,
    NotFoundError,
    NotPermittedError,
    NotProvedError,
)
from core.errors.impact import (
    AlreadySupersededError,
    EvidenceError,
    NotTheSameFlowError,
    OwnEntryError,
    OwnSynergyError,
    WeakerCorrectionError,
)
from core.services import checking, exporting, filing, impact_ledger, impact_results, synergies
from core.services.exporting import ExportTable, FileFormat
from core.storage.database import Database
from tests.core.services.conftest import ADVISOR, NOW, PARTICIPANT, STRANGER, TODAY
from tests.ledger import CLAIM, DIVERTED, MANAGER, add_file, enter, run, states


@pytest.fixture
def running(database: Database) -> Database:
    return run(database)


def waiting(database: Database) -> list[str]:
    found = impact_ledger.of_region(database, MANAGER, today=TODAY)
    return [one.entry.entry_id for one in found if one.entry.is_waiting]


def test_an_entry_is_made_in_the_name_of_whoever_enters_it(running: Database) -> None:
    enter(running, DIVERTED)
    (one,) = impact_ledger.of_synergy(running, ADVISOR, "first", today=TODAY)
    assert (one.entry.entered_by, one.entry.entered_at) == ("advisor", NOW)
    assert isinstance(one.state, Counted)


def test_a_claim_counts_only_once_a_manager_confirmed_it(running: Database) -> None:
    enter(running, DIVERTED)
    enter(running, CLAIM, "slip")
    assert isinstance(states(running)["estimate"], Counted)
    assert waiting(running) == ["claim"]

    impact_ledger.confirm(running, MANAGER, "claim", 1, on=TODAY, now=NOW)

    found = states(running)
    assert found["claim"].basis is Basis.VERIFIED
    assert (found["estimate"].why, found["estimate"].instead) == (Uncounted.SUPERSEDED, "claim")
    assert waiting(running) == []


def test_verified_needs_two_people(running: Database) -> None:
    enter(running, replace(CLAIM, supersedes=None), "slip", by=MANAGER)
    with pytest.raises(NotPermittedError):
        impact_ledger.confirm(running, ADVISOR, "claim", 1, on=TODAY, now=NOW)
    with pytest.raises(OwnEntryError):
        impact_ledger.confirm(running, MANAGER, "claim", 1, on=TODAY, now=NOW)
    owner = replace(MANAGER, user_id="advisor")
    with pytest.raises(OwnSynergyError):
        impact_ledger.confirm(running, owner, "claim", 1, on=TODAY, now=NOW)
    other = replace(MANAGER, user_id="administrator", role=Role.ADMINISTRATOR)
    impact_ledger.confirm(running, other, "claim", 1, on=TODAY, now=NOW)
    assert states(running)["claim"].basis is Basis.VERIFIED


def test_a_claim_without_a_document_that_proves_is_refused(running: Database) -> None:
    add_file(running, "photo", DocumentKind.PHOTO)
    with pytest.raises(InvalidRecordError) as caught:
        enter(running, replace(CLAIM, supersedes=None), "photo")
    assert set(caught.value.findings) == {"evidence"}
    with pytest.raises(NotFoundError):
        enter(running, replace(CLAIM, supersedes=None), "nowhere")


def test_a_claim_begins_no_earlier_than_the_synergy_and_its_first_day_can_be_put_right(
    running: Database,
) -> None:
    early = replace(CLAIM, period_from=date(2024, 12, 31), supersedes=None)  # it runs since 1 January 2025
    with pytest.raises(InvalidRecordError) as caught:
        enter(running, early, "slip")
    assert set(caught.value.findings) == {"period_from"}

    version = synergies.get(running, ADVISOR, "first").row_version
    for stage, on in ((Stage.AGREEMENT, TODAY), (Stage.RUNNING, date(2024, 12, 31))):
        synergies.move(running, ADVISOR, "first", stage, version, on=on, now=NOW, all_the_same=True)
        version += 1
    enter(running, early, "slip")
    assert waiting(running) == ["claim"]


def test_only_the_version_that_was_read_can_be_confirmed(running: Database) -> None:
    enter(running, replace(CLAIM, supersedes=None), "slip")
    with pytest.raises(ChangedByOthersError):
        impact_ledger.confirm(running, MANAGER, "claim", 2, on=TODAY, now=NOW)


def test_a_refused_claim_says_why_and_what_it_corrects_counts_on(running: Database) -> None:
    enter(running, DIVERTED)
    enter(running, CLAIM, "slip")
    with pytest.raises(InvalidRecordError):
        impact_ledger.refuse(running, MANAGER, "claim", 1, " ", on=TODAY, now=NOW)
    impact_ledger.refuse(running, MANAGER, "claim", 1, "Fişler eksik", on=TODAY, now=NOW)
    found = states(running)
    assert found["claim"].why is Uncounted.REFUSED
    assert isinstance(found["estimate"], Counted)


def test_corrections_supersede_and_never_overwrite(running: Database) -> None:
    enter(running, DIVERTED)
    enter(running, replace(DIVERTED, entry_id="newer", value=115.0, supersedes="estimate"))
    with pytest.raises(AlreadySupersededError):
        enter(running, replace(DIVERTED, entry_id="other", supersedes="estimate"))
    with pytest.raises(NotTheSameFlowError):
        enter(
            running,
            replace(
                DIVERTED,
                entry_id="gas",
                measure=Measure.CO2E,
                formula="= 120",
                factor_source="DESNZ",
                factor_years=(2025,),
                supersedes="newer",
            ),
        )
    found = states(running)
    assert found["estimate"].why is Uncounted.SUPERSEDED
    assert isinstance(found["newer"], Counted)


def test_what_was_verified_is_not_undone_by_an_estimate_nor_by_an_advisor(running: Database) -> None:
    enter(running, replace(CLAIM, supersedes=None), "slip")
    impact_ledger.confirm(running, MANAGER, "claim", 1, on=TODAY, now=NOW)
    with pytest.raises(WeakerCorrectionError):
        enter(running, replace(DIVERTED, supersedes="claim"))
    with pytest.raises(NotPermittedError):
        impact_ledger.withdraw(running, ADVISOR, "claim", 2, "yanlış", on=TODAY, now=NOW)
    impact_ledger.withdraw(running, MANAGER, "claim", 2, "Fiş başka sinerjinin", on=TODAY, now=NOW)
    assert states(running)["claim"].why is Uncounted.WITHDRAWN


def test_a_lapsed_verification_counts_as_agreed_and_is_listed(running: Database) -> None:
    enter(running, replace(CLAIM, supersedes=None), "slip")
    impact_ledger.confirm(running, MANAGER, "claim", 1, on=TODAY, now=NOW)
    later = date(2027, 1, 1)
    (one,) = impact_ledger.of_region(running, MANAGER, today=later)
    assert one.state.lapsed
    found = impact_results.of_region(running, MANAGER, today=later)
    assert totals(found.lines, Measure.DIVERTED)["agreed"].a_year.value == 110.0
    assert totals(found.lines, Measure.DIVERTED)["verified"].synergies == 0


def test_every_entry_and_decision_is_on_the_trail_and_hangs_together(running: Database) -> None:
    enter(running, replace(CLAIM, supersedes=None, note="Tartan: Ali"), "slip")
    impact_ledger.confirm(running, MANAGER, "claim", 1, on=TODAY, now=NOW)
    with running.reading() as cursor:
        trail = cursor.frame("audit_history", record_type="impact_entry", record_id="claim")
    assert sorted(trail["action"]) == ["impact_ledger.confirm", "impact_ledger.enter"]
    administrator = replace(MANAGER, role=Role.ADMINISTRATOR)
    found = checking.findings(running, administrator)
    assert not found["record_type"].isin(["impact_entry", "impact_evidence"]).any()


def test_others_region_and_participants_see_and_write_nothing(running: Database) -> None:
    enter(running, DIVERTED)
    assert impact_ledger.of_region(running, STRANGER, today=TODAY) == ()
    with pytest.raises(NotFoundError):
        impact_ledger.enter(running, STRANGER, replace(DIVERTED, entry_id="x"), now=NOW)
    with pytest.raises(NotPermittedError):
        impact_ledger.of_region(running, PARTICIPANT, today=TODAY)


def test_a_synergy_becomes_verified_only_by_what_the_ledger_holds(running: Database) -> None:
    def verify() -> None:
        synergies.move(running, ADVISOR, "first", Stage.VERIFIED, 2, on=TODAY, now=NOW, all_the_same=True)

    with pytest.raises(NotProvedError):
        verify()
    enter(running, replace(CLAIM, supersedes=None), "slip")
    with pytest.raises(NotProvedError):
        verify()
    impact_ledger.confirm(running, MANAGER, "claim", 1, on=TODAY, now=NOW)
    verify()
    assert synergies.get(running, ADVISOR, "first").stage is Stage.VERIFIED
    assert all(not isinstance(state, NotCounted) for state in states(running).values())


def test_the_ledger_leaves_as_a_table_without_persons(running: Database) -> None:
    enter(running, replace(DIVERTED, note="Tartan: Ali"))
    enter(running, replace(CLAIM, supersedes=None), "slip")
    impact_ledger.confirm(running, MANAGER, "claim", 1, on=TODAY, now=NOW)

    text = exporting.file(running, ADVISOR, ExportTable.IMPACT, FileFormat.CSV, now=NOW).decode("utf-8-sig")

    frame = pd.read_csv(io.StringIO(text), keep_default_na=False).set_index("entry_id")
    assert frame["counts_as"].to_dict() == {"estimate": "", "claim": "verified"}
    assert frame["why_not"].to_dict() == {"estimate": "same_flow", "claim": ""}
    assert frame.loc["claim", "evidence"] == "slip"
    assert "Ali" not in text
    assert "manager" not in text
    places = json.loads(exporting.file(running, ADVISOR, ExportTable.IMPACT, FileFormat.GEOJSON, now=NOW))
    assert places["features"][0]["geometry"]["coordinates"] == [[27.2, 38.4], [27.2, 38.6]]


def test_a_file_that_a_standing_entry_rests_on_is_not_erased(running: Database) -> None:
    add_file(running, "photo", DocumentKind.PHOTO)
    enter(running, replace(CLAIM, supersedes=None), "slip")
    with pytest.raises(EvidenceError):
        filing.retire(running, ADVISOR, "slip", 1, now=NOW)
    assert filing.content(running, ADVISOR, "slip")
    filing.retire(running, ADVISOR, "photo", 1, now=NOW)  # no entry names it

    impact_ledger.confirm(running, MANAGER, "claim", 1, on=TODAY, now=NOW)
    with pytest.raises(EvidenceError):
        filing.retire(running, ADVISOR, "slip", 1, now=NOW)

    impact_ledger.withdraw(running, MANAGER, "claim", 2, "Yanlış fiş", on=TODAY, now=NOW)
    filing.retire(running, ADVISOR, "slip", 1, now=NOW)
    with pytest.raises(NotFoundError):
        filing.content(running, ADVISOR, "slip")


def test_a_refused_claim_holds_no_file_back(running: Database) -> None:
    enter(running, replace(CLAIM, supersedes=None), "slip")
    impact_ledger.refuse(running, MANAGER, "claim", 1, "Fiş okunmuyor", on=TODAY, now=NOW)
    filing.retire(running, ADVISOR, "slip", 1, now=NOW)
