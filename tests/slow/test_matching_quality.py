"""What the matching must not fall below: a change that costs more than chance costs shows here.

Floors lie some three standard errors under what was measured (docs/matching.md). They judge no single case.
"""

import numpy as np
import pytest

from core.domain.evaluation import bands, hits, published, written
from core.domain.evaluation.measures import bm25, measured, scores
from core.domain.matching.scoring import EVIDENCE, FLOOR, Weights
from core.domain.matching.strength import BANDS, CASES


@pytest.mark.parametrize(
    ("name", "auc", "ndcg"),
    [("English", 0.85, 0.29), ("Turkish, no NACE", 0.85, 0.27), ("Turkish haves, English wants", 0.85, 0.27)],
)
def test_published_exchanges_are_found_with_their_place_and_source_held_out(
    name: str, auc: float, ndcg: float
) -> None:
    found = published.cases(published.SETTINGS[name])
    mean = measured(scores(found, Weights()), found).mean(axis=0)
    words = measured(found.parts["text"], found).mean(axis=0)
    counted = measured(bm25(found), found).mean(axis=0)
    assert mean[0] >= auc and mean[1] >= ndcg
    assert (mean[:2] > words[:2] + 0.05).all() and (mean[:2] > counted[:2] + 0.05).all()


@pytest.mark.parametrize(
    ("name", "auc", "ndcg"),
    [
        ("exchanges, English, no NACE", 0.92, 0.46),
        ("exchanges, Turkish, no NACE", 0.90, 0.43),
        ("parks, English", 0.86, 0.42),
        ("services, English", 0.93, 0.75),
        ("services, Turkish", 0.95, 0.76),
    ],
)
def test_written_cases_are_found(name: str, auc: float, ndcg: float) -> None:
    found = written.cases(*written.SETTINGS[name])
    mean = measured(scores(found, Weights()), found).mean(axis=0)
    assert mean[0] >= auc and mean[1] >= ndcg


def test_no_part_of_the_evidence_is_idle() -> None:
    for name in ("English", "Turkish"):
        found = published.cases(published.SETTINGS[name])
        assert all(found.parts[part].any() for part in EVIDENCE if part != "waste_code")


@pytest.mark.parametrize("language", ["en", "tr"])
def test_takers_and_waste_codes_are_named(language: str) -> None:
    assert hits.taker_hits("written", language, False)[1] >= 0.7
    first, among_five = hits.code_hits("written", language)
    assert first >= 0.5 and among_five >= 0.72


@pytest.mark.parametrize("language", ["en", "tr"])
def test_hardly_any_unsafe_pair_is_suggested(language: str) -> None:
    suggested, count = hits.kept_apart("unsafe", language, FLOOR)
    assert suggested <= count // 10


def test_the_words_for_a_score_rest_on_what_is_measured() -> None:
    # Where this fails, `python -m core evaluate --bands` prints what matching.strength and docs/matching.md are to say.
    starts = (0, *sorted(band.least_points for band in BANDS.values()))
    haves = np.concatenate([bands.by_have(found, starts) for found in bands.sources().values()])
    assert len(haves) == CASES
    found = {least: share.times for least, share in zip(starts, bands.measured(haves), strict=True)}
    for band in BANDS.values():
        assert 1 / 1.5 <= found[band.least_points] / band.times <= 1.5
    good, strong = sorted(band.least_points for band in BANDS.values())[1:]
    assert found[strong] >= 2 * found[good] >= 4 * found[starts[1]]
