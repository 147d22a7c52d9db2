"""Visits: started, noted, closed; and the opportunities that were found."""

from dataclasses import replace
from datetime import datetime

import pytest

from core.domain.choices import Carrier, Direction, OpportunityState
from core.domain.model import Opportunity, Resource, Visit
from core.domain.register.visiting import payback_years
from core.errors import ChangedByOthersError, InvalidRecordError, NotFoundError, NotPermittedError
from core.services import pasting, resources, visits
from core.storage.database import Database
from tests.core.services.conftest import ADVISOR, NOW, PARTICIPANT, STRANGER, TODAY

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
