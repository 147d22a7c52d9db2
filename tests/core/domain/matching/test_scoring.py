"""The parts of a score, and how they add up."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.matching.scoring import (
    CIRCUMSTANCE,
    EVIDENCE,
    NEUTRAL,
    PARTS,
    Weights,
    terms,
)

VALUE = st.one_of(st.just(float("nan")), st.floats(0, 1))
PARTS_OF_A_PAIR = st.fixed_dictionaries(dict.fromkeys(PARTS, VALUE))


def _score(values: dict[str, float], weights: Weights | None = None) -> float:
    arrays = {part: np.array([values.get(part, np.nan)]) for part in PARTS}
    return float(sum(term[0] for term in terms(arrays, weights or Weights()).values()))


@given(PARTS_OF_A_PAIR)
def test_a_score_lies_between_0_and_1_and_so_does_each_term(values: dict[str, float]) -> None:
    arrays = {part: np.array([values[part]]) for part in PARTS}
    found = terms(arrays, Weights())
    assert tuple(found) == PARTS
    assert all(0 <= term[0] <= 1 for term in found.values())
    assert 0 <= sum(term[0] for term in found.values()) <= 1 + 1e-12


@given(PARTS_OF_A_PAIR)
def test_a_pair_without_evidence_scores_0_however_near_it_is(values: dict[str, float]) -> None:
    nothing = values | dict.fromkeys(EVIDENCE, 0.0)
    assert _score(nothing) == 0


@given(PARTS_OF_A_PAIR, st.sampled_from([p for p in PARTS if p not in ("text", "precedent", "concept")]))
def test_the_unknown_lies_between_the_worst_and_the_best(values: dict[str, float], part: str) -> None:
    values = values | {"text": 0.4}
    worst, unknown, best = (_score(values | {part: value}) for value in (0.0, float("nan"), 1.0))
    assert worst <= unknown <= best
    assert worst < best or getattr(Weights(), part) == 0


@given(PARTS_OF_A_PAIR, st.sampled_from(PARTS), st.floats(0, 1), st.floats(0, 1))
def test_more_of_a_part_never_lowers_the_score(
    values: dict[str, float], part: str, a: float, b: float
) -> None:
    low, high = min(a, b), max(a, b)
    assert _score(values | {part: low}) <= _score(values | {part: high}) + 1e-12


def test_with_all_else_off_the_score_is_the_cosine() -> None:
    alone = Weights(**(dict.fromkeys(PARTS, 0.0) | {"text": 1.0}))
    assert _score({"text": 0.37, "distance": 0.1, "waste_code": 1.0}, alone) == pytest.approx(0.37)


def test_a_score_worked_out_by_hand() -> None:
    only = dict.fromkeys(PARTS, 0.0) | {"text": 3.0, "waste_code": 1.0, "distance": 0.2}
    # evidence (3 × 0.4 + 1 × 0.6) / 4 = 0.45; score 0.45 × (1 − 0.2 + 0.2 × 0.5) = 0.405
    assert _score({"text": 0.4, "waste_code": 0.6, "distance": 0.5}, Weights(**only)) == pytest.approx(0.405)


def test_every_part_has_a_weight_and_a_neutral_value() -> None:
    assert set(NEUTRAL) == set(PARTS) == {*EVIDENCE, *CIRCUMSTANCE} == set(Weights().__dict__)


def test_wrong_weights_are_refused() -> None:
    with pytest.raises(ValueError):
        Weights(text=-1)
    with pytest.raises(ValueError):
        Weights(distance=0.9, kind=0.9)
