"""The parts of a pair as the compiled loops work them out, against values worked out by hand."""

from dataclasses import replace

import numpy as np
import pytest

from core.domain.choices import Direction, Kind
from core.domain.matching import candidates, compiled
from core.domain.matching.cards import Card
from core.domain.matching.features import parts_of_pairs
from core.domain.matching.ranking import build, rank_one
from core.domain.matching.scoring import PARTS

HAVE, WANT = (
    Card(name, direction, "kül") for name, direction in (("h", Direction.HAVE), ("w", Direction.WANT))
)


def part(name: str, have: dict[str, object], want: dict[str, object]) -> float:
    features = build([replace(HAVE, **have), replace(WANT, **want)]).features  # type: ignore[arg-type]
    return float(parts_of_pairs(features, np.array([0]), features, np.array([1]))[name][0])


@pytest.mark.parametrize(
    ("given", "wanted", "likeness"),
    [
        (("100202",), ("100202",), 1.0),
        (("100202",), ("100210",), 0.6),
        (("100202",), ("101008",), 0.3),
        (("100202",), ("200101",), 0.0),
        (("200101", "100202"), ("100210", "030105"), 0.6),
        ((), ("200101",), float("nan")),
    ],
)
def test_waste_codes_count_by_what_they_share(
    given: tuple[str, ...], wanted: tuple[str, ...], likeness: float
) -> None:
    found = part("waste_code", {"waste_codes": given}, {"waste_codes": wanted})
    assert found == pytest.approx(likeness, nan_ok=True)


@pytest.mark.parametrize(
    ("given", "wanted", "fit"),
    [(10.0, 10.0, 1.0), (10.0, 100.0, 0.5), (5.0, 500.0, 1 / 3), (0.0, 5.0, float("nan"))],
)
def test_amounts_fit_by_their_ratio_and_zero_is_unknown(given: float, wanted: float, fit: float) -> None:
    found = part("quantity", {"amount": given, "amount_unit": "t"}, {"amount": wanted, "amount_unit": "t"})
    assert found == pytest.approx(fit, nan_ok=True)


def test_amounts_of_different_units_are_not_compared() -> None:
    assert np.isnan(
        part("quantity", {"amount": 1.0, "amount_unit": "t"}, {"amount": 1.0, "amount_unit": "m3"})
    )


@pytest.mark.parametrize(
    ("given", "wanted", "fit"),
    [
        (Kind.MATERIAL, Kind.MATERIAL, 1.0),
        (Kind.MATERIAL, Kind.ENERGY, 0.5),
        (Kind.MATERIAL, Kind.SPACE, 0.0),
        (None, Kind.ENERGY, float("nan")),
    ],
)
def test_kinds_fit_or_not_and_an_unknown_one_is_unknown(
    given: Kind | None, wanted: Kind | None, fit: float
) -> None:
    assert part("kind", {"kind": given}, {"kind": wanted}) == pytest.approx(fit, nan_ok=True)


@pytest.mark.parametrize(
    ("given", "wanted", "share"),
    [
        ((6, 7, 8), (8, 9, 10, 11), 1 / 3),
        ((7,), (6, 7, 8), 1.0),
        ((1, 2), (7,), 0.0),
        ((), (7,), float("nan")),
    ],
)
def test_seasons_count_by_what_the_shorter_one_shares(
    given: tuple[int, ...], wanted: tuple[int, ...], share: float
) -> None:
    assert part("timing", {"months": given}, {"months": wanted}) == pytest.approx(share, nan_ok=True)


def test_the_terms_of_a_score_add_up_to_it() -> None:
    have = replace(
        HAVE, kind=Kind.MATERIAL, waste_codes=("100102",), amount=3.0, amount_unit="t", months=(1, 2)
    )
    want = replace(
        WANT, name="uçucu kül", activity="çimento fabrikası", kind=Kind.MATERIAL, waste_codes=("100101",)
    )
    (row,) = rank_one(build([have, want]), have).to_dict("records")
    assert sum(row[name] for name in PARTS) == pytest.approx(row["score"], abs=1e-9)


def test_compiled_code_is_kept_apart_for_each_state_of_the_files_that_call_one_another() -> None:
    for function in (compiled.circumstance, candidates.candidates):
        assert "compiled-" in function.stats.cache_path
