"""Impact in the programme's report: the page's sums, cut to a period, and nothing of fewer than three firms."""

from datetime import date, datetime, timedelta

import pytest

from core.domain.choices import Basis, Handling, Stage, StallReason
from core.domain.impact.entries import Entry, Measure
from core.domain.impact.sums import totals
from core.domain.model import Synergy
from core.domain.reports.reporting import Audience, FileKind, Period
from core.domain.synergies.following import Party, PartyRole
from core.i18n import translator
from core.services import following, impact_ledger, impact_results, programme_reports, synergies
from core.storage.database import Database
from core.views.reports import writing
from tests.core.services.conftest import ADVISOR, NOW, add_firm
from tests.reading import sheets, text_of

MADE = datetime(2026, 11, 1, 9)
DAY = date(2026, 12, 31)
OCTOBER = Period(date(2026, 10, 1), date(2026, 10, 31))


def enter(
    database: Database,
    entry_id: str,
    synergy_id: str,
    value: float,
    basis: Basis = Basis.AGREED,
    begins: date = date(2026, 10, 1),
) -> None:
    entry = Entry(
        entry_id, synergy_id, Measure.ENERGY, value, value / 2, value * 2, "MWh", begins, ADVISOR.user_id,
        MADE, lifetime_years=5, basis=basis, formula="elle", note="n",
    )  # fmt: skip
    impact_ledger.enter(database, ADVISOR, entry, now=MADE)


def follow(database: Database, synergy_id: str, giver: str, taker: str) -> None:
    made = Synergy(synergy_id, "izmir", f"Kum {synergy_id}", giver, taker, owner_id=ADVISOR.user_id)
    synergies.record(database, ADVISOR, made, now=NOW)
    synergies.move(
        database, ADVISOR, synergy_id, Stage.CONTACTED, 1, on=date(2026, 9, 1), now=NOW, all_the_same=True
    )


@pytest.fixture
def saving(database: Database) -> Database:
    """365 MWh a year from 1 October, agreed; the foundry and the cement plant."""
    follow(database, "a", "foundry", "cement")
    enter(database, "e1", "a", 365.0)
    return database


def energy(
    database: Database, period: Period = OCTOBER, audience: Audience = Audience.INSIDE
) -> dict[str, object]:
    found = programme_reports.programme(database, ADVISOR, period, audience, today=DAY)
    return {row.basis: row for row in found.impact if row.measure is Measure.ENERGY}


def test_a_yearly_saving_counts_in_a_period_by_its_days(saving: Database) -> None:
    october = energy(saving)["agreed"]
    week = energy(saving, Period(date(2026, 10, 5), date(2026, 10, 11)))["agreed"]

    assert (october.in_period.low, october.in_period.value, october.in_period.high) == (15.5, 31.0, 62.0)
    assert october.a_year.value == 365.0
    assert week.in_period.value == pytest.approx(7.0)


def test_until_today_the_report_tells_the_sums_of_the_impact_page(saving: Database) -> None:
    page = totals(impact_results.of_region(saving, ADVISOR, today=DAY).lines, Measure.ENERGY)["agreed"]
    told = energy(saving, Period(None, DAY))["agreed"]

    assert (told.a_year, told.once, told.synergies) == (page.a_year, page.once, page.synergies)


def test_bases_stand_apart(saving: Database) -> None:
    follow(saving, "b", "cement", "foundry")
    enter(saving, "e2", "b", 100.0, Basis.ESTIMATED)

    found = energy(saving)

    assert (found["agreed"].a_year.value, found["estimated"].a_year.value) == (365.0, 100.0)


def test_outside_figures_of_two_firms_are_left_out_and_of_three_are_told(saving: Database) -> None:
    row = energy(saving, audience=Audience.OUTSIDE)["agreed"]
    assert (row.in_period, row.a_year, row.synergies) == (None, None, None)
    add_firm(saving, "glass", 38.5, "2311")
    follow(saving, "b", "glass", "cement")
    enter(saving, "e2", "b", 73.0)

    row = energy(saving, audience=Audience.OUTSIDE)["agreed"]

    assert (row.a_year.value, row.synergies) == (438.0, 2)
    report = programme_reports.programme(saving, ADVISOR, OCTOBER, Audience.OUTSIDE, today=DAY)
    sectors = [(one.group, one.band.value) for one in report.groups if one.grouping == "sector"]
    assert sectors == [("merged", 438.0)], "metal and glass have two firms each"


def test_pdf_and_workbook_tell_the_same_impact(saving: Database) -> None:
    report = programme_reports.programme(saving, ADVISOR, OCTOBER, Audience.INSIDE, today=DAY)
    said = text_of(writing.content(report, translator("tr"), FileKind.PDF))
    cells = sheets(writing.content(report, translator("tr"), FileKind.XLSX))

    assert "Tasarruf edilen enerji Mutabık kalınan 31 15,5 62 MWh" in said
    assert ("Tasarruf edilen enerji", "Mutabık kalınan", 31, 15.5, 62, "MWh") in cells["Dönem içinde"]
    assert ("Tasarruf edilen enerji", "Mutabık kalınan", 365, 182.5, 730, 0, "MWh", 1) in cells[
        "Bir yılın getirdiği"
    ]


def test_outside_who_only_carries_hides_nobody_and_who_processes_does(saving: Database) -> None:
    add_firm(saving, "third", 38.5, "4941")
    for role, told in ((PartyRole.CARRIER, False), (PartyRole.PROCESSOR, True)):
        party = Party(role.value, "a", "third", role)
        following.save_party(saving, ADVISOR, party, now=NOW, new=True)
        row = energy(saving, audience=Audience.OUTSIDE)["agreed"]
        assert (row.a_year is not None) is told, role


def test_outside_reasons_and_medians_of_two_firms_are_merged_or_left_out(saving: Database) -> None:
    add_firm(saving, "glass", 38.5, "2311")
    for name, giver, reason in (
        ("b", "foundry", StallReason.NO_ANSWER),
        ("c", "glass", StallReason.PRICE),
    ):
        follow(saving, name, giver, "cement")
        synergies.move(
            saving,
            ADVISOR,
            name,
            Stage.STALLED,
            2,
            on=date(2026, 9, 11),
            now=NOW + timedelta(minutes=1),
            reason=reason,
        )

    def report(audience: Audience) -> tuple[list[object], dict[Stage, object]]:
        found = programme_reports.programme(saving, ADVISOR, OCTOBER, audience, today=DAY)
        fallen = [(row.reason, row.came_from, row.synergies, row.is_merged) for row in found.drop_outs]
        return fallen, {row.stage: (row.left, row.median_days, row.waiting_days) for row in found.times}

    fallen, times = report(Audience.INSIDE)
    assert set(fallen) == {
        (StallReason.NO_ANSWER, Stage.CONTACTED, 1, False),
        (StallReason.PRICE, Stage.CONTACTED, 1, False),
    }
    assert times[Stage.CONTACTED] == (2, 10.0, 60.0)  # 1 to 11 September; the third waits since 1 September

    fallen, times = report(Audience.OUTSIDE)
    assert fallen == [(None, None, 2, True)]  # foundry, cement, glass
    assert times[Stage.CONTACTED] == (2, 10.0, None)  # the one that waits is of two firms


def test_every_factor_of_an_entry_stands_in_the_report_with_its_value(saving: Database) -> None:
    entry = Entry(
        "gas", "a", Measure.CO2E, 0.57, 0.3, 0.9, "t", date(2026, 10, 1), ADVISOR.user_id, MADE,
        lifetime_years=5, basis=Basis.AGREED, baseline=Handling.STORED, formula="= 0.57", is_computed=True,
        factor_ids=("primary.aggregates", "road.all_hgv"), factor_years=(2025,), factor_source="DESNZ",
    )  # fmt: skip
    impact_ledger.enter(saving, ADVISOR, entry, now=MADE)
    report = programme_reports.programme(saving, ADVISOR, OCTOBER, Audience.INSIDE, today=DAY)
    assert {row.factor_id for row in report.factors} >= {"primary.aggregates", "road.all_hgv"}
    cells = sheets(writing.content(report, translator("tr"), FileKind.XLSX))["Katsayıların değerleri"]
    assert ("Birincil üretim: agrega", 7.79306, 6.23445, 9.35167, "kg CO2e/t", "2025") in cells
