"""Visits: started, noted, closed; opportunities; and a report whose copies say no more than their reader may know."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from core.domain.choices import Carrier, Direction, OpportunityState, Visibility
from core.domain.model import Opportunity, Resource, Synergy, Visit
from core.domain.visiting import ReportReader, payback_years
from core.errors import ChangedByOthersError, InvalidRecordError, NotFoundError, NotPermittedError
from core.i18n import translator
from core.services import firms, pasting, resources, suggesting, synergies, visits
from core.storage.database import Database
from core.views import visit_report
from tests.core.services.conftest import ADVISOR, NOW, PARTICIPANT, STRANGER, TODAY, add_firm

VISIT = Visit("v1", "foundry-site", ADVISOR.user_id, TODAY, notes="Müdür temkinli")
LATER = datetime(2026, 11, 3, 9)
DRIVE = Opportunity(
    "o1",
    "foundry-site",
    "Kompresöre frekans konvertörü",
    Carrier.ELECTRICITY,
    visit_id="v1",
    saving_per_year=90_000,
    saving_unit="kWh",
    saving_try_per_year=400_000,
    investment_try=1_000_000,
    price_date=TODAY,
)


@pytest.fixture
def visited(database: Database) -> Database:
    visits.start(database, ADVISOR, VISIT, now=NOW)
    return database


def report(database: Database, reader: ReportReader) -> str:
    index = suggesting.index(database, ADVISOR)
    found = visits.report(database, ADVISOR, index, "v1", reader)
    return visit_report.document(found, translator("en"), is_sample=False)


def test_a_visit_is_found_with_its_firm_and_site(visited: Database) -> None:
    one = visits.get(visited, ADVISOR, "v1")

    assert (one.firm.name, one.site.name, one.visit.visited_on) == ("Foundry", "Merkez", TODAY)
    assert one.site.activities[0].code == "2451"


def test_an_open_visit_has_no_day_of_closing(visited: Database) -> None:
    assert visits.table(visited, ADVISOR)["closed_at"].isna().all()

    visits.close(visited, ADVISOR, replace(VISIT, next_steps="Numune"), now=LATER)

    row = visits.table(visited, ADVISOR).iloc[0]
    assert (row["closed_at"], row["next_steps"]) == (LATER, "Numune")


def test_notes_saved_after_closing_leave_the_visit_closed(visited: Database) -> None:
    visits.close(visited, ADVISOR, VISIT, now=LATER)

    visits.save(visited, ADVISOR, replace(VISIT, notes="sonradan", row_version=2), now=LATER)

    kept = visits.get(visited, ADVISOR, "v1").visit
    assert (kept.notes, kept.closed_at) == ("sonradan", LATER)


def test_the_second_of_two_who_write_notes_is_told_the_newer_ones(visited: Database) -> None:
    visits.save(visited, ADVISOR, replace(VISIT, notes="birinci"), now=LATER)

    with pytest.raises(ChangedByOthersError) as found:
        visits.save(visited, ADVISOR, replace(VISIT, notes="ikinci"), now=LATER)

    assert found.value.newer["notes"] == "birinci"


def test_a_site_of_another_region_is_not_visited(database: Database) -> None:
    with pytest.raises(NotFoundError):
        visits.start(database, STRANGER, VISIT, now=NOW)


def test_a_participant_sees_no_visits(visited: Database) -> None:
    with pytest.raises(NotPermittedError):
        visits.table(visited, PARTICIPANT)


def test_notes_longer_than_allowed_are_found(visited: Database) -> None:
    with pytest.raises(InvalidRecordError) as found:
        visits.save(visited, ADVISOR, replace(VISIT, notes="x" * 4001), now=LATER)

    assert set(found.value.findings) == {"notes"}


def test_an_opportunity_is_kept_changed_and_taken_off(visited: Database) -> None:
    visits.save_opportunity(visited, ADVISOR, DRIVE, now=NOW, new=True)
    visits.save_opportunity(
        visited, ADVISOR, replace(DRIVE, state=OpportunityState.PLANNED), now=LATER, new=False
    )
    kept = visits.opportunities(visited, ADVISOR, "foundry-site")
    assert [(one.measure, one.state, one.row_version) for one in kept] == [
        ("Kompresöre frekans konvertörü", OpportunityState.PLANNED, 2)
    ]

    visits.retire_opportunity(visited, ADVISOR, "o1", 2, now=LATER)

    assert visits.opportunities(visited, ADVISOR, "foundry-site") == []


def test_an_opportunity_needs_a_measure_and_no_negative_saving(visited: Database) -> None:
    with pytest.raises(InvalidRecordError) as found:
        visits.save_opportunity(
            visited, ADVISOR, replace(DRIVE, measure=" ", saving_per_year=-1.0), now=NOW, new=True
        )

    assert set(found.value.findings) == {"measure", "saving_per_year"}


@pytest.mark.parametrize(
    ("saving", "investment", "years"),
    [(400_000, 1_000_000, 2.5), (None, 1_000_000, None), (0, 5, None), (10, 0, 0)],
)
def test_payback_is_investment_over_yearly_saving(
    saving: float | None, investment: float, years: float | None
) -> None:
    assert payback_years(replace(DRIVE, saving_try_per_year=saving, investment_try=investment)) == years


def test_the_firms_copy_holds_no_notes_and_names_nobody_who_did_not_agree(visited: Database) -> None:
    cement = firms.get(visited, ADVISOR, "cement")
    firms.save(visited, ADVISOR, replace(cement, name="Kaledibi Çimento A.Ş."), now=NOW, new=False)
    synergy = Synergy(
        "s1", "izmir", "Kum Kaledibi'ne", "foundry", "cement", have_id="sand", want_id="wanted",
        next_action="Ayşe Hanım aransın", next_action_on=date(2026, 12, 1),
    )  # fmt: skip
    synergies.record(visited, ADVISOR, synergy, now=NOW)

    for_firm, for_advisor = report(visited, ReportReader.FIRM), report(visited, ReportReader.ADVISOR)

    assert "Kaledibi" not in for_firm
    assert "Ayşe Hanım" not in for_firm
    assert "Müdür temkinli" not in for_firm
    assert "Copy for the firm" in for_firm
    assert "silis kumu" in for_firm, "what somebody looks for may be said"
    assert "Kaledibi Çimento" in for_advisor
    assert "Ayşe Hanım" in for_advisor
    assert "Müdür temkinli" in for_advisor
    assert "do not hand it out" in for_advisor


def test_a_firm_that_agreed_is_named_on_the_firms_copy(visited: Database) -> None:
    wanted = resources.get(visited, ADVISOR, "wanted")
    resources.save(visited, ADVISOR, replace(wanted, visibility=Visibility.EVERYBODY), now=NOW, new=False)

    assert "Cement" in report(visited, ReportReader.FIRM)


def test_cards_kept_to_advisors_do_not_reach_the_firms_copy(visited: Database) -> None:
    wanted = resources.get(visited, ADVISOR, "wanted")
    resources.save(visited, ADVISOR, replace(wanted, visibility=Visibility.ADVISORS), now=NOW, new=False)

    assert "silis kumu" not in report(visited, ReportReader.FIRM)
    assert "silis kumu" in report(visited, ReportReader.ADVISOR)


def test_only_the_visited_site_stands_in_the_report(visited: Database) -> None:
    add_firm(visited, "glass", 38.5, "2311")
    resources.save(
        visited, ADVISOR, Resource("cullet", "glass-site", Direction.HAVE, "cam kırığı"), now=NOW, new=True
    )

    assert "cam kırığı" not in report(visited, ReportReader.ADVISOR)


def test_what_people_typed_stays_text_in_the_printed_report(visited: Database) -> None:
    hostile = "<img src=x onerror=alert(1)>"
    firm = firms.get(visited, ADVISOR, "foundry")
    firms.save(visited, ADVISOR, replace(firm, name=hostile), now=NOW, new=False)
    visits.save(visited, ADVISOR, replace(VISIT, next_steps=hostile, notes=hostile), now=NOW)
    visits.save_opportunity(visited, ADVISOR, replace(DRIVE, measure=hostile), now=NOW, new=True)
    sand = resources.get(visited, ADVISOR, "sand")
    resources.save(visited, ADVISOR, replace(sand, name=hostile, description=hostile), now=NOW, new=False)

    for reader in ReportReader:
        assert "<img" not in report(visited, reader)
        assert "&lt;img" in report(visited, reader)


def test_the_report_is_one_document_in_the_readers_language(visited: Database) -> None:
    index = suggesting.index(visited, ADVISOR)
    found = visits.report(visited, ADVISOR, index, "v1", ReportReader.FIRM)

    said = visit_report.document(found, translator("tr"), is_sample=True)

    assert said.startswith('<!doctype html><html lang="tr">')
    assert "02.11.2026" in said
    assert "tüm firmalar kurgudur" in said
    assert "http" not in said, "nothing is fetched from elsewhere"


def test_draft_cards_are_kept_all_or_none(visited: Database) -> None:
    cards = [
        Resource(f"d{i}", "foundry-site", Direction.HAVE, name, source_id="v1", is_draft=True)
        for i, name in enumerate(("kum", "cüruf", ""))
    ]

    with pytest.raises(InvalidRecordError):
        pasting.save_drafts(visited, ADVISOR, cards, now=NOW)
    assert not resources.table(visited, ADVISOR)["is_draft"].any()

    pasting.save_drafts(visited, ADVISOR, cards[:2], now=NOW)
    assert resources.table(visited, ADVISOR)["is_draft"].sum() == 2


def test_draft_cards_of_another_regions_site_are_refused(visited: Database) -> None:
    card = Resource("d", "foundry-site", Direction.HAVE, "kum", is_draft=True)

    with pytest.raises(NotFoundError):
        pasting.save_drafts(visited, STRANGER, [card], now=NOW)
