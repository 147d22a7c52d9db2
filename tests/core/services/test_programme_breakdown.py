"""Years, money and sectors in the programme's report: the page's figures in PDF and XLSX, nothing of too few firms."""

from dataclasses import replace
from datetime import date

import pytest

from core.domain.choices import Basis, Recurrence
from core.domain.impact.entries import Entry, Measure
from core.domain.impact.money import USD, Deflator, ExchangeRate
from core.domain.impact.sums import by_year, flows, in_one_year, money
from core.domain.reports.periods import ProgrammeReport
from core.domain.reports.reporting import Audience, FileKind, Period
from core.i18n import translator
from core.services import impact_ledger, impact_results, programme_reports
from core.services import money as rates
from core.storage.database import Database
from core.views.reports import writing
from tests.core.services.conftest import ADVISOR, add_firm
from tests.core.services.test_programme_impact import DAY, MADE, enter, follow
from tests.ledger import MANAGER
from tests.reading import sheets, text_of

SO_FAR, OF_2026 = Period(None, DAY), Period(date(2026, 1, 1), DAY)
SAVED = Entry(
    "m1", "a", Measure.SAVINGS, 40_000.0, 30_000.0, 50_000.0, "TRY", date(2025, 10, 1), ADVISOR.user_id, MADE,
    period_to=date(2025, 12, 31), recurrence=Recurrence.ONE_OFF, basis=Basis.AGREED, firm_id="foundry",
    price_on=date(2025, 12, 31), note="n",
)  # fmt: skip


def save(database: Database, entry: Entry) -> None:
    impact_ledger.enter(database, ADVISOR, entry, now=MADE)


def record(database: Database, rate: float, day: date) -> None:
    one = ExchangeRate(f"r{day}", USD, day, rate, "bülten, sınama")
    rates.save_rate(database, MANAGER, one, now=MADE)


@pytest.fixture
def saving(database: Database) -> Database:
    """365 MWh a year agreed from 1 October 2025, foundry to cement; 40,000 TRY of 2025 saved once, by the foundry."""
    follow(database, "a", "foundry", "cement")
    enter(database, "e1", "a", 365.0, begins=date(2025, 10, 1))
    save(database, SAVED)
    return database


@pytest.fixture
def three(saving: Database) -> Database:
    """And 73 MWh a year from 1 October 2026 of a third firm, glass to cement."""
    add_firm(saving, "glass", 38.5, "2311")
    follow(saving, "b", "glass", "cement")
    enter(saving, "e2", "b", 73.0)
    return saving


def report(
    database: Database, period: Period = SO_FAR, audience: Audience = Audience.INSIDE
) -> ProgrammeReport:
    return programme_reports.programme(database, ADVISOR, period, audience, today=DAY)


def test_page_pdf_and_workbook_tell_the_same_of_years_sectors_and_money(three: Database) -> None:
    record(three, 40.0, date(2025, 12, 30))
    found = report(three)
    page = impact_results.of_region(three, ADVISOR, today=DAY)
    years = by_year(page.parts, Measure.ENERGY)[["year", "value"]].values.tolist()
    pairs = flows(page.lines, Measure.ENERGY, "agreed")[["sector", "taker_sector", "value"]].values.tolist()
    saved = money(page.parts, Measure.SAVINGS, rates.rates(three, ADVISOR))
    said = text_of(writing.content(found, translator("tr"), FileKind.PDF))
    cells = sheets(writing.content(found, translator("tr"), FileKind.XLSX))

    # October to December are 92 days; the whole of 2026, and 92 days of 73 / 365 MWh
    assert years == [[2025, pytest.approx(92.0)], [2026, pytest.approx(365.0 + 18.4)]]
    assert [[int(row.year), row.band.value] for row in found.years] == years
    assert "Tasarruf edilen enerji Mutabık kalınan 2026 383 192 767 MWh" in said
    assert [row[2:4] for row in cells["Takvim yılına göre"][1:3]] == [
        (str(int(year)), pytest.approx(value)) for year, value in years
    ]

    assert sorted(pairs) == [["metal", "minerals", 365.0], ["minerals", "minerals", 73.0]]
    told = sorted([row.sector, row.taker_sector, row.value] for row in found.flows)
    assert told == sorted(pairs)
    assert "Metal ve döküm Çimento, cam, seramik ve taş 365 MWh 1" in said
    assert [row[4] for row in cells["Sektörden sektöre"][1:3]] == [365, 73]

    assert saved[["price_year", "value_try", "value_usd"]].values.tolist() == [[2025, 40_000.0, 1_000.0]]
    (row,) = found.money
    assert row.so_far is not None
    assert (row.so_far.value_try, row.so_far.value_usd) == (40_000.0, 1_000.0)
    assert "Maliyet tasarrufu Mutabık kalınan 2025 1.000 1.000 30.12.2025: 40 TL (bülten, sınama)" in said
    assert cells["TL tutarlar"][1][3:5] == (40_000, 40_000)
    assert cells["USD tutarlar"][1][3:] == (1_000, 1_000, "30.12.2025: 40 TL (bülten, sınama)")


def test_money_without_a_rate_has_no_dollars_and_says_for_which_day(saving: Database) -> None:
    record(saving, 40.0, date(2025, 11, 29))  # 32 days before the prices' day
    found = report(saving)
    said = text_of(writing.content(found, translator("en"), FileKind.PDF))

    assert found.money[0].so_far is not None
    assert found.money[0].so_far.value_usd is None
    assert "Cost savings Agreed 2025 – – No rate recorded for prices of 31 Dec 2025" in said


def test_money_of_different_years_is_never_added(saving: Database) -> None:
    save(saving, replace(SAVED, entry_id="m2", firm_id="cement", price_on=date(2026, 1, 5)))

    found = [(row.price_year, row.so_far.value_try) for row in report(saving).money if row.so_far]

    assert found == [(2025, 40_000.0), (2026, 40_000.0)]


def test_years_are_added_by_a_recorded_index_and_page_pdf_and_workbook_tell_the_same_sum(
    saving: Database,
) -> None:
    save(saving, replace(SAVED, entry_id="m2", firm_id="cement", price_on=date(2026, 1, 5)))
    assert report(saving).money_sums == ()
    for year, value in ((2025, 200.0), (2026, 300.0)):
        index = Deflator(f"d{year}", year, value, "endeks 2003=100", "sınama")
        rates.save_deflator(saving, MANAGER, index, now=MADE)

    (told,) = report(saving).money_sums
    assert (told.year, told.value_try) == (2026, 100_000.0)  # 40,000 × 300 / 200 + 40,000
    page = impact_results.of_region(saving, ADVISOR, today=DAY)
    shown = money(page.parts, Measure.SAVINGS, rates.rates(saving, ADVISOR))
    assert in_one_year(shown, "agreed", {2025: 200.0, 2026: 300.0}) == (2026, 100_000.0)
    cells = sheets(writing.content(report(saving), translator("tr"), FileKind.XLSX))
    row = ("Maliyet tasarrufu", "Mutabık kalınan", "2026", 100_000, "endeks 2003=100 (sınama)")
    assert row in cells["Tek yılın fiyatlarıyla tutarlar"]
    said = text_of(writing.content(report(saving), translator("tr"), FileKind.PDF))
    assert "Maliyet tasarrufu Mutabık kalınan 2026 100.000 endeks 2003=100 (sınama)" in said
    assert report(saving, audience=Audience.OUTSIDE).money_sums == ()  # each year is one firm's


def test_only_what_falls_within_the_period_is_the_periods_money(saving: Database) -> None:
    december = report(saving, Period(date(2025, 12, 1), date(2025, 12, 31))).money[0]

    assert december.in_period is not None
    assert december.in_period.value_try == pytest.approx(40_000 * 31 / 92)


def test_outside_money_of_one_firm_is_not_told_although_three_take_part(three: Database) -> None:
    (row,) = report(three, audience=Audience.OUTSIDE).money
    said = text_of(writing.content(report(three, audience=Audience.OUTSIDE), translator("en"), FileKind.PDF))

    assert (row.so_far, row.in_period) == (None, None)
    assert "Cost savings Agreed 2025 – – Too few firms to be told" in said
    assert "40,000" not in said


def test_outside_pairs_of_sectors_with_two_firms_are_merged(three: Database) -> None:
    found = report(three, audience=Audience.OUTSIDE)

    assert [(row.sector, row.taker_sector, row.value, row.synergies) for row in found.flows] == [
        ("merged", "merged", 438.0, 2)
    ]


def test_outside_a_year_of_two_firms_is_merged_with_others(three: Database) -> None:
    found = report(three, audience=Audience.OUTSIDE)

    assert [(row.year, row.band.value) for row in found.years] == [("merged", pytest.approx(475.4))]


def test_outside_years_are_left_out_where_two_firms_would_follow_from_them_and_the_period(
    three: Database,
) -> None:
    found = report(three, OF_2026, Audience.OUTSIDE)
    told = [row.in_period.value for row in found.impact if row.in_period]

    assert told == [pytest.approx(383.4)]  # 475.4 of all years less this would be the 92 MWh of two firms
    assert found.years == ()


def test_outside_a_period_of_money_is_left_out_where_one_firms_would_follow_from_the_sum_so_far(
    three: Database,
) -> None:
    for place, firm in enumerate(("foundry", "cement", "glass")):
        synergy = "b" if firm == "glass" else "a"
        more = replace(SAVED, entry_id=f"n{place}", synergy_id=synergy, firm_id=firm, value=1_000.0 + place)
        more = replace(more, low=1_000.0, high=2_000.0, period_from=date(2026, 1, 1))
        save(three, replace(more, period_to=date(2026, 1, 1)))

    (row,) = report(three, OF_2026, Audience.OUTSIDE).money

    assert row.so_far is not None
    assert row.so_far.value_try == pytest.approx(43_003)
    assert row.in_period is None
