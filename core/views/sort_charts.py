"""Charts of why suggestions of the other sorts have their scores: measures out of 100, parts of firms' scores."""

from collections.abc import Sequence

import altair as alt
import pandas as pd

from core.domain.matching.prospects import TERMS
from core.domain.matching.strength import POINTS
from core.domain.numbers import format_number
from core.i18n import Translator
from core.i18n import marked as m
from core.views import look

Measures = Sequence[tuple[str, float]]
Terms = Sequence[tuple[str, tuple[float, ...]]]
TERM_LABELS = {
    "activity": m("Its activity fits"),
    "precedent": m("Done elsewhere"),
    "distance": m("Nearness"),
}
_COLOUR = {
    "activity": look.PART["sector"],
    "precedent": look.PART["precedent"],
    "distance": look.PART["distance"],
}
_NAME_PX = 190  # on a telephone half of the width; longer names end in dots, the tooltip says all


def measures(shown: Measures, t: Translator) -> alt.LayerChart | alt.FacetChart:
    """Draw measures of 0–1, each in words, as bars out of 100 with their numbers."""
    rows = pd.DataFrame(
        [(name, value * POINTS, format_number(value * POINTS, t.language, 0)) for name, value in shown],
        columns=["name", "points", "said"],
    )
    base = alt.Chart(rows, height=alt.Step(30)).encode(
        y=alt.Y("name:N", sort=None, title=None, axis=alt.Axis(labelLimit=_NAME_PX)),
        x=alt.X(
            "points:Q", title=t("Of 100"), scale=alt.Scale(domain=[0, POINTS]), axis=alt.Axis(tickCount=4)
        ),
        tooltip=[alt.Tooltip("name:N", title=t("Part")), alt.Tooltip("said:N", title=t("Of 100"))],
    )
    bars = base.mark_bar(cornerRadius=2, height=18, color=look.HAVE)
    numbers = base.mark_text(align="left", dx=5, color=look.INK).encode(text="said:N")
    return look.finished(alt.layer(bars, numbers), t)


def terms(shown: Terms, t: Translator) -> alt.Chart:
    """Draw the scores of firms, each a name and its prospects.TERMS (0–1), as bars of these parts."""
    labels = [t(TERM_LABELS[term]) for term in TERMS]
    rows = pd.DataFrame(
        [
            (name, label, value * POINTS, place)
            for name, values in shown
            for place, (label, value) in enumerate(zip(labels, values, strict=True))
        ],
        columns=["name", "part", "points", "place"],
    )
    bars: alt.Chart = (
        alt.Chart(rows, height=alt.Step(30))
        .mark_bar(cornerRadius=2, height=18)
        .encode(
            y=alt.Y("name:N", sort=None, title=None, axis=alt.Axis(labelLimit=_NAME_PX)),
            x=alt.X(
                "points:Q",
                title=t("Points of the score"),
                stack="zero",
                scale=alt.Scale(domain=[0, POINTS]),
                axis=alt.Axis(tickCount=4),
            ),
            color=alt.Color(
                "part:N",
                title=None,
                scale=alt.Scale(domain=labels, range=[_COLOUR[term] for term in TERMS]),
                legend=alt.Legend(orient="bottom", direction="vertical", columns=1),
            ),
            order=alt.Order("place:Q"),
            tooltip=[
                alt.Tooltip("name:N", title=t("Firm")),
                alt.Tooltip("part:N", title=t("Part")),
                alt.Tooltip("points:Q", title=t("Points"), format=",.0f"),
            ],
        )
    )
    return look.finished(bars, t)


def measures_in_words(shown: Measures, t: Translator) -> str:
    """Return what `measures` shows as plain text, for who cannot see it."""
    said = ", ".join(f"{name} {format_number(value * POINTS, t.language, 0)}" for name, value in shown)
    return t("Out of 100: {parts}", parts=said)


def terms_in_words(shown: Terms, t: Translator) -> str:
    """Return what `terms` shows as plain text, for who cannot see it."""
    labels = [t(TERM_LABELS[term]) for term in TERMS]
    firms = []
    for name, values in shown:
        parts = ", ".join(
            f"{label} {format_number(value * POINTS, t.language, 0)}"
            for label, value in zip(labels, values, strict=True)
        )
        firms.append(f"{name}: {parts}")
    return t("Points of the score by firm: {firms}", firms="; ".join(firms))
