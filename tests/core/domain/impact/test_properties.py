"""What holds for every entry: parts add up to the whole, rounding makes nothing negative, units convert back."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain import reference
from core.domain.choices import Basis, Handling, Kind, Recurrence, Stage
from core.domain.impact.counting import Claim, settle
from core.domain.impact.entries import Entry, Measure
from core.domain.impact.money import in_money_of, in_usd
from core.domain.impact.savings import Estimate, Flow, estimate
from core.domain.impact.whatif import Shape, Uncertain, outlook
from core.domain.impact.years import band_of, parts
from core.domain.quantity import annual

FAR = date(2100, 1, 1)
DAYS = st.dates(date(2015, 1, 1), date(2030, 12, 31))
AMOUNTS = st.floats(0, 1e9, allow_nan=False)


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    low, value, high = sorted(draw(st.tuples(AMOUNTS, AMOUNTS, AMOUNTS)))
    begin = draw(DAYS)
    recurs = draw(st.booleans())
    return Entry(
        str(draw(st.integers(0, 10**6))),
        draw(st.sampled_from(["first", "second", "third"])),
        Measure.VIRGIN,
        value,
        low,
        high,
        "t",
        begin,
        "advisor",
        datetime(2026, 1, 1) + timedelta(seconds=draw(st.integers(0, 10**6))),
        period_to=begin + timedelta(days=draw(st.integers(0, 2000))),
        recurrence=Recurrence.RECURRING if recurs else Recurrence.ONE_OFF,
        lifetime_years=draw(st.integers(1, 20)) if recurs else None,
        basis=draw(st.sampled_from([Basis.ESTIMATED, Basis.AGREED])),
        attribution=draw(st.floats(0.01, 1)),
        quantity=value,
        quantity_unit="t",
    )


def claim(entry: Entry, have: float = 1e12) -> Claim:
    return Claim(entry, Stage.RUNNING, "have", have, "t")


@given(entries())
def test_the_years_of_what_happens_once_add_up_to_the_whole(entry: Entry) -> None:
    single = replace(entry, recurrence=Recurrence.ONE_OFF, lifetime_years=None)
    (counted,), _ = settle([claim(single)], FAR)
    found = parts(counted, FAR)
    whole = band_of(counted)
    assert sum(part.band.value for part in found) == pytest.approx(whole.value, rel=1e-9, abs=1e-9)
    assert sum(part.band.low for part in found) == pytest.approx(whole.low, rel=1e-9, abs=1e-9)
    assert sum(part.band.high for part in found) == pytest.approx(whole.high, rel=1e-9, abs=1e-9)


@given(entries())
def test_no_part_is_negative_and_none_is_more_than_a_whole_year(entry: Entry) -> None:
    (counted,), _ = settle([claim(entry)], FAR)
    whole = band_of(counted)
    for part in parts(counted, FAR):
        assert 0 <= part.band.low <= part.band.value <= part.band.high
        assert part.band.value <= whole.value * (1 + 1e-12)


@given(st.lists(entries(), max_size=12, unique_by=lambda entry: entry.entry_id), AMOUNTS)
def test_each_entry_counts_once_or_says_why_not_and_shares_stay_within_the_have(
    made: list[Entry], have: float
) -> None:
    counted, others = settle([claim(entry, have) for entry in made], FAR)
    told = [one.entry.entry_id for one in counted] + [one.claim.entry.entry_id for one in others]
    assert sorted(told) == sorted(entry.entry_id for entry in made)
    for one in counted:
        assert 0 < one.share <= 1


@given(st.lists(entries(), max_size=8, unique_by=lambda entry: entry.entry_id))
def test_the_order_in_which_entries_come_changes_nothing(made: list[Entry]) -> None:
    claims = [claim(entry, 1e9) for entry in made]
    there, _ = settle(claims, FAR)
    back, _ = settle(reversed(claims), FAR)
    assert {one.entry.entry_id: one.share for one in there} == {one.entry.entry_id: one.share for one in back}


@given(
    st.sampled_from(["aggregates", "pp", "steel", "wood", "glass"]),
    st.floats(0.001, 1e6),
    st.floats(0, 1000),
    st.floats(0, 1),
)
def test_the_terms_of_an_estimate_add_up_and_low_is_never_above_high(
    group: str, amount: float, km: float, ratio: float
) -> None:
    material = reference.material_groups()[group]
    flow = Flow(Kind.MATERIAL, amount, "t", material, material, Handling.LANDFILL, True, km, ratio=ratio)
    found = estimate(flow)
    assert isinstance(found, Estimate)
    assert sum(term.tonnes(term.factor.central) for term in found.terms) == pytest.approx(found.central)
    assert found.low <= found.central <= found.high
    assert all(term.amount >= 0 for term in found.terms)


@given(st.sampled_from(["kg", "g", "kWh", "GWh", "MJ", "GJ", "toe", "L", "mL"]), st.floats(1e-6, 1e9))
def test_units_convert_back(unit: str, amount: float) -> None:
    found = annual(amount, unit, "year")
    assert found is not None
    assert found.amount / (reference.units()[unit].to_base or 0.0) == pytest.approx(amount, rel=1e-12)


@given(st.floats(0.01, 1e9), st.floats(1, 1e4), st.floats(1, 1e4))
def test_money_of_another_year_converts_back(amount: float, first: float, second: float) -> None:
    indices = {2024: first, 2026: second}
    there = in_money_of(amount, 2024, 2026, indices)
    assert there is not None
    assert in_money_of(there, 2026, 2024, indices) == pytest.approx(amount, rel=1e-12)
    assert in_usd(amount, None) is None


@given(
    st.lists(st.tuples(AMOUNTS, AMOUNTS, AMOUNTS), min_size=1, max_size=5),
    st.floats(0.01, 1),
)
def test_draws_between_low_and_high_stay_between_their_sums(
    bands: list[tuple[float, float, float]], weight: float
) -> None:
    addends = [Uncertain(*sorted(band), weight=weight) for band in bands]
    found = outlook(addends, Shape.TRIANGULAR, draws=200)
    slack = 1e-6 * (1 + abs(found.highest))
    assert found.lowest - slack <= found.p5 <= found.p50 <= found.p95 <= found.highest + slack
