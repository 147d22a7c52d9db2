"""What the ledger adds up to: by basis, year and group, beside computed estimates, money and rates. Numbers by hand."""

from dataclasses import replace
from datetime import date

import pytest

from core.domain.choices import Basis, Recurrence
from core.domain.impact.entries import Measure
from core.domain.impact.money import USD, Deflator, ExchangeRate
from core.domain.impact.proposals import Proposal, formula
from core.domain.impact.sums import (
    by_group,
    by_year,
    flows,
    in_one_year,
    money,
    totals,
)
from core.errors import (
    ChangedByOthersError,
    InvalidRecordError,
)
from core.i18n import translator
from core.services import impact, impact_ledger, impact_results
from core.services import money as rates
from core.services.impact import Given
from core.storage.database import Database
from tests.core.services.conftest import ADVISOR, NOW, TODAY
from tests.ledger import CLAIM, DIVERTED, MANAGER, enter, run


@pytest.fixture
def running(database: Database) -> Database:
    return run(database)


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
    # 0.126338 (today's haul in it) + 0.779306 − 3,300 t·km × 0.10163 − 1 MWh × 201.96
    gas = by_measure[Measure.CO2E]
    assert gas.band.value == pytest.approx(0.905644 - 0.335379 - 0.20196)
    said = formula(gas, translator("tr"))
    assert "− 3.300 t·km × 0,1016 kg CO2e/t·km = − 0,34 t CO2e" in said
    assert said.endswith("= 0,37 t CO2e")
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
