"""What counts and what does not: nothing twice, nothing unconfirmed, nothing beyond what the giver has."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from core.domain.choices import Basis, Handling, Recurrence, Stage
from core.domain.impact.counting import Claim, Counted, NotCounted, Uncounted, settle
from core.domain.impact.entries import Entry, Measure
from core.domain.impact.years import a_year, band_of, once, parts

TODAY = date(2026, 11, 23)
ENTRY = Entry(
    "a",
    "first",
    Measure.DIVERTED,
    100.0,
    90.0,
    120.0,
    "t",
    date(2025, 1, 1),
    "advisor",
    datetime(2025, 1, 5, 9),
    lifetime_years=5,
    baseline=Handling.LANDFILL,
    quantity=100.0,
    quantity_unit="t",
)
MEASURED = replace(
    ENTRY,
    basis=Basis.VERIFIED,
    period_to=date(2025, 12, 31),
    is_measured=True,
    confirmed_by="manager",
    confirmed_on=date(2026, 2, 1),
)


def claims(*entries: Entry, stage: Stage = Stage.RUNNING, have: float | None = None) -> list[Claim]:
    return [Claim(one, stage, "have" if have else None, have, "t" if have else None) for one in entries]


def settled(given: list[Claim], today: date = TODAY) -> tuple[dict[str, Counted], dict[str, NotCounted]]:
    counted, others = settle(given, today)
    assert len(counted) + len(others) == len(given)
    return {one.entry.entry_id: one for one in counted}, {one.claim.entry.entry_id: one for one in others}


def test_attribution_multiplies() -> None:
    counted, _ = settled(claims(replace(ENTRY, attribution=0.25)))
    band = band_of(counted["a"])
    assert (band.low, band.value, band.high) == (22.5, 25.0, 30.0)


def test_a_flow_that_two_firms_report_counts_once_by_the_lower_figure() -> None:
    giver, taker = replace(ENTRY, firm_id="giver"), replace(ENTRY, entry_id="b", firm_id="taker", value=98.0)
    counted, others = settled(claims(giver, taker))
    assert list(counted) == ["b"]
    assert (others["a"].why, others["a"].instead) == (Uncounted.SAME_FLOW, "b")


def test_landfill_and_virgin_material_count_together_only_where_both_say_landfill() -> None:
    virgin = replace(ENTRY, entry_id="v", measure=Measure.VIRGIN, replacement_ratio=0.9, value=90.0)
    counted, _ = settled(claims(ENTRY, virgin))
    assert set(counted) == {"a", "v"}

    burnt = replace(virgin, baseline=Handling.INCINERATION)
    counted, others = settled(claims(MEASURED, burnt))
    assert list(counted) == ["a"]  # verified before estimated
    assert (others["v"].why, others["v"].instead) == (Uncounted.OTHER_BASELINE, "a")
    counted, others = settled(claims(ENTRY, burnt))
    assert list(counted) == ["v"]  # of equal bases the lower figure: 90 t before 100 t

    later = replace(burnt, period_from=date(2030, 1, 1))  # the first five years are over
    counted, others = settled(claims(ENTRY, later))
    assert set(counted) == {"a", "v"}


def test_of_equal_figures_the_earlier_one_counts() -> None:
    later = replace(ENTRY, entry_id="0", entered_at=datetime(2025, 1, 6, 9))
    counted, others = settled(claims(later, ENTRY))
    assert list(counted) == ["a"]
    assert others["0"].instead == "a"


def test_what_is_verified_counts_before_an_estimate_of_the_same_days() -> None:
    counted, others = settled(claims(replace(ENTRY, entry_id="guess", value=50.0, low=50.0), MEASURED))
    assert list(counted) == ["a"]
    assert others["guess"].why is Uncounted.SAME_FLOW


def test_two_periods_that_do_not_overlap_both_count() -> None:
    next_year = replace(
        MEASURED,
        entry_id="b",
        period_from=date(2026, 1, 1),
        period_to=date(2026, 6, 30),
    )
    counted, _ = settled(claims(MEASURED, next_year))
    assert set(counted) == {"a", "b"}
    assert not counted["a"].is_latest
    assert [one.entry.entry_id for one, _ in a_year(counted.values(), TODAY)] == ["b"]


def test_money_is_each_firms_own() -> None:
    giver = replace(ENTRY, measure=Measure.SAVINGS, unit="TRY", firm_id="giver", price_on=date(2025, 1, 1))
    counted, _ = settled(claims(giver, replace(giver, entry_id="b", firm_id="taker")))
    assert set(counted) == {"a", "b"}


def test_synergies_that_share_a_have_count_together_at_most_what_it_is() -> None:
    second = replace(ENTRY, entry_id="b", synergy_id="second", entered_at=datetime(2025, 2, 1, 9))
    third = replace(ENTRY, entry_id="c", synergy_id="third", entered_at=datetime(2025, 3, 1, 9))
    counted, others = settled(claims(ENTRY, second, third, have=150.0))
    assert {name: one.share for name, one in counted.items()} == {"a": 1.0, "b": 0.5}  # 100 + 50 of 150 t
    assert others["c"].why is Uncounted.BEYOND_HAVE
    assert sum(band_of(one).value for one in counted.values()) == 150.0


def test_one_synergy_alone_may_move_more_than_its_card_says() -> None:
    counted, _ = settled(claims(MEASURED, have=80.0))
    assert counted["a"].share == 1.0


def test_the_verified_flow_has_the_first_claim_on_a_have() -> None:
    estimate = replace(ENTRY, entry_id="b", synergy_id="second", value=10.0, low=10.0, quantity=10.0)
    counted, _ = settled(claims(MEASURED, estimate, have=105.0))
    assert {name: one.share for name, one in counted.items()} == {"a": 1.0, "b": 0.5}


def test_a_correction_takes_the_place_of_the_entry_it_names() -> None:
    newer = replace(ENTRY, entry_id="b", supersedes="a", value=95.0)
    newest = replace(ENTRY, entry_id="c", supersedes="b", value=97.0)
    counted, others = settled(claims(ENTRY, newer, newest))
    assert list(counted) == ["c"]
    assert {name: one.why for name, one in others.items()} == {
        "a": Uncounted.SUPERSEDED,
        "b": Uncounted.SUPERSEDED,
    }


def test_until_a_claim_is_confirmed_what_it_corrects_counts_on() -> None:
    claim = replace(MEASURED, entry_id="b", supersedes="a", confirmed_by=None, confirmed_on=None)
    counted, others = settled(claims(ENTRY, claim))
    assert list(counted) == ["a"]
    assert others["b"].why is Uncounted.WAITING


def test_a_correction_that_is_withdrawn_lets_the_older_entry_count_again() -> None:
    newer = replace(ENTRY, entry_id="b", supersedes="a", withdrawn_on=TODAY)
    counted, others = settled(claims(ENTRY, newer))
    assert list(counted) == ["a"]
    assert others["b"].why is Uncounted.WITHDRAWN


@pytest.mark.parametrize("stage", [Stage.IDEA, Stage.STALLED, Stage.DROPPED])
def test_an_estimate_counts_only_while_the_synergy_is_followed(stage: Stage) -> None:
    counted, others = settled(claims(ENTRY, stage=stage))
    assert counted == {}
    assert others["a"].why is Uncounted.NOT_FOLLOWED


def test_what_was_verified_stays_verified_when_the_synergy_stops_but_does_not_go_on() -> None:
    counted, _ = settled(claims(MEASURED, stage=Stage.DROPPED))
    found = parts(counted["a"], TODAY)
    assert [(one.year, one.basis, one.band.value) for one in found] == [(2025, Basis.VERIFIED, 100.0)]
    assert list(a_year(counted.values(), TODAY)) == []


def test_a_recurring_verification_lapses_twelve_months_after_its_period() -> None:
    last_day = date(2026, 12, 31)
    before, _ = settled(claims(MEASURED), last_day)
    after, _ = settled(claims(MEASURED), last_day + timedelta(days=1))
    assert (before["a"].basis, before["a"].lapsed) == (Basis.VERIFIED, False)
    assert (after["a"].basis, after["a"].lapsed) == (Basis.AGREED, True)


def test_a_new_verification_keeps_the_older_one_from_lapsing() -> None:
    renewal = replace(MEASURED, entry_id="b", period_from=date(2026, 1, 1), period_to=date(2026, 12, 31))
    counted, _ = settled(claims(MEASURED, renewal), date(2027, 6, 1))
    assert [one.lapsed for one in counted.values()] == [False, False]


def test_what_happened_once_never_lapses_and_is_spread_over_its_days() -> None:
    single = replace(
        MEASURED,
        recurrence=Recurrence.ONE_OFF,
        lifetime_years=None,
        period_from=date(2024, 12, 27),
        period_to=date(2025, 1, 5),
    )
    counted, _ = settled(claims(single), date(2030, 1, 1))
    found = parts(counted["a"], date(2030, 1, 1))
    assert counted["a"].lapsed is False
    assert [(one.year, one.band.value) for one in found] == [(2024, 50.0), (2025, 50.0)]  # five days each
    assert [band.value for _, band in once(counted.values())] == [100.0]


def test_behind_its_measured_period_a_flow_goes_on_as_agreed_until_the_next_begins() -> None:
    renewal = replace(MEASURED, entry_id="b", period_from=date(2026, 3, 15), period_to=date(2026, 6, 30))
    counted, _ = settled(claims(MEASURED, renewal), TODAY)
    found = parts(counted["a"], TODAY)
    # 1 January to 14 March 2026: 31 + 28 + 14 = 73 days of 365, 20 t
    assert [(one.year, one.basis, round(one.band.value, 9)) for one in found] == [
        (2025, Basis.VERIFIED, 100.0),
        (2026, Basis.AGREED, 20.0),
    ]


def test_an_estimate_is_not_counted_before_it_begins_nor_behind_its_lifetime() -> None:
    counted, _ = settled(claims(replace(ENTRY, lifetime_years=1)), TODAY)
    assert [(one.year, one.band.value) for one in parts(counted["a"], TODAY)] == [(2025, 100.0)]
    assert list(a_year(counted.values(), TODAY)) == []
    assert parts(counted["a"], date(2024, 12, 31)) == ()
