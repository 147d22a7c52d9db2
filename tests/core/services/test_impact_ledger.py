"""The ledger: two people for what is verified, corrections that supersede, sums by basis and year. Numbers by hand."""

import io
import json
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pandas as pd
import pytest

from core import config
from core.domain.choices import Basis, Handling, Recurrence, Role, Stage
from core.domain.following import DocumentKind
from core.domain.impact_counting import Counted, NotCounted, Uncounted
from core.domain.impact_entries import Entry, Measure
from core.domain.impact_money import USD, Deflator, ExchangeRate
from core.domain.impact_proposals import Proposal, formula
from core.domain.impact_sums import by_group, by_year, flows, in_one_year, money, totals
from core.domain.model import Synergy, User
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
from core.i18n import translator
from core.services import checking, exporting, filing, impact, impact_ledger, impact_results, synergies
from core.services import money as rates
from core.services.exporting import ExportTable, FileFormat
from core.services.impact import Given
from core.storage.database import Database
from tests.core.services.conftest import ADVISOR, NOW, PARTICIPANT, STRANGER, TODAY

MANAGER = User("manager", "Ayşe", Role.MANAGER)
SAND = Synergy("first", "izmir", "Döküm kumu", "foundry", "cement", have_id="sand", want_id="wanted")
DIVERTED = Entry(
    "estimate",
    "first",
    Measure.DIVERTED,
    120.0,
    100.0,
    120.0,
    "t",
    date(2025, 1, 1),
    "nobody",
    datetime(2000, 1, 1),
    lifetime_years=5,
    baseline=Handling.LANDFILL,
    quantity=120.0,
    quantity_unit="t",
)
CLAIM = replace(
    DIVERTED,
    entry_id="claim",
    value=110.0,
    low=110.0,
    high=110.0,
    quantity=110.0,
    basis=Basis.VERIFIED,
    period_to=date(2025, 12, 31),
    is_measured=True,
    supersedes="estimate",
)


@pytest.fixture
def running(database: Database) -> Database:
    """The foundry's synergy runs, owned by the advisor, and has a weighbridge slip."""
    synergies.record(database, ADVISOR, replace(SAND, owner_id="advisor"), now=NOW)
    synergies.move(
        database,
        ADVISOR,
        "first",
        Stage.RUNNING,
        1,
        on=date(2025, 1, 1),
        now=NOW,
        recurrence=Recurrence.RECURRING,
        all_the_same=True,
    )
    _file(database, "slip", DocumentKind.WEIGHBRIDGE_SLIP)
    return database


def _file(database: Database, file_id: str, kind: DocumentKind) -> None:
    content = (config.SAMPLE / "files" / "ornek_kantar_dokumu_Y039.pdf").read_bytes()
    filing.add(
        database,
        ADVISOR,
        "first",
        f"{file_id}.pdf",
        content,
        kind,
        file_id=file_id,
        document_on=TODAY,
        now=NOW,
    )


def enter(database: Database, entry: Entry, *evidence: str, by: User = ADVISOR) -> None:
    impact_ledger.enter(database, by, entry, evidence, now=NOW)


def states(database: Database) -> dict[str, Any]:
    found = impact_ledger.of_region(database, ADVISOR, today=TODAY)
    return {one.entry.entry_id: one.state for one in found}


def test_an_entry_is_made_in_the_name_of_whoever_enters_it(running: Database) -> None:
    enter(running, DIVERTED)
    (one,) = impact_ledger.of_synergy(running, ADVISOR, "first", today=TODAY)
    assert (one.entry.entered_by, one.entry.entered_at) == ("advisor", NOW)
    assert isinstance(one.state, Counted)


def test_a_claim_counts_only_once_a_manager_confirmed_it(running: Database) -> None:
    enter(running, DIVERTED)
    enter(running, CLAIM, "slip")
    assert isinstance(states(running)["estimate"], Counted)
    assert [one.entry.entry_id for one in impact_ledger.waiting(running, MANAGER, today=TODAY)] == ["claim"]

    impact_ledger.confirm(running, MANAGER, "claim", 1, on=TODAY, now=NOW)

    found = states(running)
    assert found["claim"].basis is Basis.VERIFIED
    assert (found["estimate"].why, found["estimate"].instead) == (Uncounted.SUPERSEDED, "claim")
    assert impact_ledger.waiting(running, MANAGER, today=TODAY) == ()


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
    _file(running, "photo", DocumentKind.PHOTO)
    with pytest.raises(InvalidRecordError) as caught:
        enter(running, replace(CLAIM, supersedes=None), "photo")
    assert set(caught.value.findings) == {"evidence"}
    with pytest.raises(NotFoundError):
        enter(running, replace(CLAIM, supersedes=None), "nowhere")


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
            replace(DIVERTED, entry_id="gas", measure=Measure.CO2E, formula="= 120", supersedes="newer"),
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
    (one,) = impact_ledger.lapsed(running, MANAGER, today=later)
    assert one.entry.entry_id == "claim"
    found = impact_results.of_region(running, MANAGER, today=later)
    assert totals(found.lines, Measure.DIVERTED)["agreed"].a_year.value == 110.0
    assert totals(found.lines, Measure.DIVERTED)["verified"].synergies == 0


def test_sums_by_basis_year_and_group_are_those_of_the_entries(running: Database) -> None:
    enter(running, replace(CLAIM, supersedes=None, attribution=0.5), "slip")
    impact_ledger.confirm(running, MANAGER, "claim", 1, on=TODAY, now=NOW)
    found = impact_results.of_region(running, MANAGER, today=date(2026, 3, 14))
    # 110 t × 0.5 in 2025; then 73 of 365 days of 2026 as agreed: 11 t
    sums = by_year(found.parts, Measure.DIVERTED)
    assert [(row["year"], row["basis"], round(row["value"], 9)) for _, row in sums.iterrows()] == [
        (2025, "verified", 55.0),
        (2026, "agreed", 11.0),
    ]
    groups = by_group(found.lines, Measure.DIVERTED, "sector")
    assert groups[["group", "basis", "value"]].values.tolist() == [["metal", "verified", 55.0]]
    pairs = flows(found.lines, Measure.DIVERTED, "verified")
    assert pairs[["sector", "taker_sector", "value", "synergies"]].values.tolist() == [
        ["metal", "minerals", 55.0, 1]
    ]


def test_a_synergy_without_entries_is_computed_and_stands_apart(running: Database) -> None:
    found = impact_results.of_region(running, MANAGER, today=TODAY)
    assert totals(found.lines, Measure.DIVERTED)["computed"].a_year.value == 120.0
    assert totals(found.lines, Measure.DIVERTED)["estimated"].synergies == 0

    enter(running, DIVERTED)

    found = impact_results.of_region(running, MANAGER, today=TODAY)
    assert totals(found.lines, Measure.DIVERTED)["computed"].synergies == 0
    assert totals(found.lines, Measure.DIVERTED)["estimated"].a_year.value == 120.0


def test_an_estimate_is_offered_with_its_formula_in_the_readers_language(running: Database) -> None:
    offered = impact.propose(
        running, ADVISOR, "first", Given(distance_km=33.0, today_km=13.0, amount=100.0, gas_mwh=1.0)
    )
    assert isinstance(offered, tuple)
    by_measure: dict[Measure, Proposal] = {one.measure: one for one in offered}
    assert set(by_measure) == {Measure.DIVERTED, Measure.CO2E, Measure.VIRGIN}
    # 0.126338 + 0.779306 − 3,300 t·km × 0.10163 + 1,300 t·km × 0.10163 − 1 MWh × 201.96
    gas = by_measure[Measure.CO2E]
    assert gas.band.value == pytest.approx(0.905644 - 0.20326 - 0.20196)
    said = formula(gas, translator("tr"))
    assert "− 3.300 t·km × 0,1016 kg CO2e/t·km = − 0,34 t CO2e" in said
    assert said.endswith("= 0,5 t CO2e")
    assert "= + 0.78 t CO2e" in formula(gas, translator("en"))


def test_money_is_shown_in_its_own_year_and_in_dollars_only_by_recorded_rates(running: Database) -> None:
    saved = replace(
        DIVERTED,
        entry_id="saved",
        measure=Measure.SAVINGS,
        unit="TRY",
        value=1000.0,
        low=1000.0,
        high=1000.0,
        firm_id="foundry",
        price_on=date(2025, 6, 15),
        recurrence=Recurrence.ONE_OFF,
        lifetime_years=None,
        period_to=date(2025, 1, 1),
        basis=Basis.AGREED,
    )
    enter(running, saved)
    enter(running, replace(saved, entry_id="newer", firm_id="cement", price_on=date(2026, 1, 10)))
    parts = impact_results.of_region(running, MANAGER, today=TODAY).parts

    told = money(parts, Measure.SAVINGS, rates.rates(running, MANAGER))
    assert told[["basis", "price_year", "value_try"]].values.tolist() == [
        ["agreed", 2025, 1000.0],
        ["agreed", 2026, 1000.0],
    ]
    assert told["value_usd"].isna().all()
    assert in_one_year(told, "agreed", {}) is None

    rate = ExchangeRate("r1", USD, date(2025, 6, 13), 40.0, "TCMB bülteni, test")
    rates.save_rate(running, MANAGER, rate, now=NOW)
    for year, value in ((2025, 100.0), (2026, 130.0)):
        index = Deflator(f"d{year}", year, value, "test 2025 = 100", "test")
        rates.save_deflator(running, MANAGER, index, now=NOW)
    told = money(parts, Measure.SAVINGS, rates.rates(running, MANAGER))
    assert told["value_usd"].tolist()[0] == 25.0
    indices = {one.year: one.index_value for one in rates.deflators(running, MANAGER)}
    assert in_one_year(told, "agreed", indices) == (2026, 2300.0)  # 1,000 × 130 / 100 + 1,000


def test_a_rate_needs_its_source_and_is_changed_only_from_the_version_that_was_read(
    running: Database,
) -> None:
    rate = ExchangeRate("r1", USD, date(2025, 6, 13), 40.0, " ")
    with pytest.raises(InvalidRecordError):
        rates.save_rate(running, MANAGER, rate, now=NOW)
    rates.save_rate(running, MANAGER, replace(rate, source="TCMB"), now=NOW)
    rates.save_rate(running, MANAGER, replace(rate, source="TCMB", try_per_unit=41.0, row_version=1), now=NOW)
    with pytest.raises(ChangedByOthersError):
        rates.save_rate(running, MANAGER, replace(rate, source="TCMB", row_version=1), now=NOW)
    (kept,) = rates.rates(running, MANAGER)
    assert (kept.try_per_unit, kept.row_version) == (41.0, 2)
    rates.retire_rate(running, MANAGER, kept, now=NOW)
    assert rates.rates(running, MANAGER) == ()


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
    _file(running, "photo", DocumentKind.PHOTO)
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
