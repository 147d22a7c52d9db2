"""Charts of suggestions: data in, Altair chart out, words in the reader's language."""

from collections.abc import Sequence

import altair as alt
import pandas as pd

from core.domain.matching.scoring import PARTS
from core.domain.matching.strength import POINTS
from core.i18n import Translator
from core.i18n import marked as m
from core.views import look

NAMED_FROM = 0.5  # points: the legend names what can be seen
BAR_HEIGHT = 190  # with legend and axis
PART_LABELS = {
    "text": m("Words"),
    "concept": m("Material"),
    "precedent": m("Precedent"),
    "sector": m("Activity"),
    "use": m("Use"),
    "waste_code": m("Waste code"),
    "kind": m("Kind"),
    "distance": m("Distance"),
    "quantity": m("Quantity"),
    "timing": m("Timing"),
}


def score_parts(parts: Sequence[tuple[str, float]], t: Translator) -> alt.Chart:
    """Draw a score as one stacked bar of its parts: (part, weight × value) in the order of scoring.PARTS."""
    said = [(t(PART_LABELS[part]), value * POINTS) for part, value in parts]
    rows = pd.DataFrame(said, columns=["part", "points"]).assign(place=range(len(said)))
    bar: alt.Chart = (
        alt.Chart(rows, height=BAR_HEIGHT)
        .mark_bar(cornerRadius=2, height=28)
        .encode(
            x=alt.X("points:Q", title=t("Points of the score"), stack="zero"),
            color=alt.Color(
                "part:N",
                title=None,
                scale=alt.Scale(
                    domain=[t(PART_LABELS[part]) for part in PARTS], range=[look.PART[part] for part in PARTS]
                ),
                legend=alt.Legend(columns=3, values=[part for part, points in said if points >= NAMED_FROM]),
            ),
            order=alt.Order("place:Q"),
            tooltip=[
                alt.Tooltip("part:N", title=t("Part")),
                alt.Tooltip("points:Q", title=t("Points"), format=",.1f"),
            ],
        )
    )
    return look.finished(bar, t)


def in_words(parts: Sequence[tuple[str, float]], t: Translator) -> str:
    """Return what the bar shows as plain text, for who cannot see it."""
    said = ", ".join(f"{t(PART_LABELS[part])} {round(value * POINTS)}" for part, value in parts)
    total = round(sum(value for _, value in parts) * POINTS)
    return t("Score {score} of 100. Its parts in points: {parts}", score=total, parts=said)
