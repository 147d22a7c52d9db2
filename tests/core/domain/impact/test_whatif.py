"""The band of a what-if: hand-worked quantiles, one factor moves together, ten thousand draws in under a second."""

import time

import pytest

from core.domain.impact.whatif import DRAWS, Shape, Uncertain, outlook


def test_a_symmetric_triangle_has_its_median_at_the_value_and_its_known_tails() -> None:
    found = outlook([Uncertain(80.0, 100.0, 120.0)], Shape.TRIANGULAR)
    # 5 % of the triangle lie below 80 + √(0.05 × 40 × 20) = 86.32
    assert found.p50 == pytest.approx(100.0, abs=0.5)
    assert found.p5 == pytest.approx(86.32, abs=0.5)
    assert found.p95 == pytest.approx(113.68, abs=0.5)
    assert (found.lowest, found.central, found.highest) == (80.0, 100.0, 120.0)


def test_a_lognormal_has_ninety_percent_between_low_and_high() -> None:
    found = outlook([Uncertain(50.0, 100.0, 200.0)], Shape.LOGNORMAL)
    assert found.p50 == pytest.approx(100.0, rel=0.02)
    assert found.p5 == pytest.approx(50.0, rel=0.03)
    assert found.p95 == pytest.approx(200.0, rel=0.03)


def test_entries_that_rest_on_one_factor_err_together() -> None:
    alone = [Uncertain(80.0, 100.0, 120.0) for _ in range(25)]
    together = [Uncertain(80.0, 100.0, 120.0, factor="primary.pp") for _ in range(25)]
    free, bound = outlook(alone), outlook(together)
    # apart they cancel out: √25 = 5 times narrower than together, 25 × 27.4
    assert bound.p95 - bound.p5 == pytest.approx(25 * 27.36, rel=0.02)
    assert free.p95 - free.p5 == pytest.approx((bound.p95 - bound.p5) / 5, rel=0.1)


def test_what_can_be_negative_is_drawn_as_a_triangle() -> None:
    found = outlook([Uncertain(-1.0, 0.5, 2.0)], Shape.LOGNORMAL)
    assert -1.0 <= found.p5 < found.p95 <= 2.0


def test_two_readers_see_the_same_figures() -> None:
    given = [Uncertain(1.0, 2.0, 4.0), Uncertain(0.0, 10.0, 11.0)]
    assert outlook(given) == outlook(given)


def test_ten_thousand_draws_take_less_than_a_second() -> None:
    given = [Uncertain(80.0, 100.0, 120.0) for _ in range(200)]
    outlook(given, Shape.LOGNORMAL)  # the first call imports
    began = time.perf_counter()
    found = outlook(given, Shape.LOGNORMAL)
    assert time.perf_counter() - began < 1.0
    assert sum(found.counts) == DRAWS == 10_000
