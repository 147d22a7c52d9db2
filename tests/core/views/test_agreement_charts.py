"""The chart of useful answers: one bar a band that was answered, its interval and count, in the reader's language."""

from core.domain.matching.agreement import Agreement, Band
from core.i18n import translator
from core.views import agreement_charts

FOUND = Agreement(
    21, 12, {}, by_score=(Band(0.0, 0.3, 0, 0), Band(0.3, 0.4, 8, 2), Band(0.6, None, 13, 10)),
    by_rank=(Band(1, 2, 10, 8), Band(2, 4, 6, 4), Band(11, None, 5, 0)),
)  # fmt: skip


def rows(by: str, language: str) -> list[dict[str, object]]:
    spec = agreement_charts.shares(FOUND, by, translator(language)).to_dict()
    (data,) = spec["datasets"].values()
    return list(data)


def test_bands_that_nobody_answered_are_left_out() -> None:
    assert [row["band"] for row in rows("score", "en")] == ["30 to 40", "60 and more"]
    assert [row["band"] for row in rows("rank", "en")] == ["1.", "2–3", "11 and more"]


def test_a_bar_is_the_share_with_its_interval_and_count() -> None:
    first = rows("score", "en")[0]

    assert (first["share"], first["said"]) == (25.0, "2/8")
    assert 0 < first["low"] < 25 < first["high"] < 100  # type: ignore[operator]


def test_the_chart_speaks_turkish() -> None:
    assert [row["band"] for row in rows("score", "tr")] == ["30–40 arası", "60 ve üzeri"]
    assert agreement_charts.in_words(FOUND, "rank", translator("tr")) == (
        "Sıraya göre yararlı yanıtlar: 1.: 8/10; 2–3: 4/6; 11 ve üzeri: 0/5"
    )
