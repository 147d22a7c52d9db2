"""Charts of what advisors answered to suggestions: how many were useful, by the score or rank they were shown with."""

from collections.abc import Sequence

import altair as alt
import pandas as pd

from core.domain.matching.agreement import Agreement, Band
from core.domain.matching.strength import POINTS
from core.domain.numbers import format_number
from core.i18n import Translator
from core.views import look

BY_SCORE, BY_RANK = "score", "rank"


def shares(found: Agreement, by: str, t: Translator) -> alt.LayerChart | alt.FacetChart:
    """Draw the share of useful answers in each band of "score" or "rank" with its 95 % interval and count."""
    rows = _rows(found.by_score if by == BY_SCORE else found.by_rank, by, t)
    base = alt.Chart(rows).encode(
        y=alt.Y(
            "band:N",
            sort=list(rows["band"]),
            title=t("Score as shown") if by == BY_SCORE else t("Place as shown"),
            axis=alt.Axis(labelLimit=160),
        )
    )
    percent = alt.Scale(domain=[0, 100])
    bars = base.mark_bar(cornerRadiusEnd=3, height={"band": 0.6}, color=look.HAVE).encode(
        x=alt.X("share:Q", scale=percent, title=t("Useful, of 100 answered")),
        tooltip=[
            alt.Tooltip("band:N", title=t("Band")),
            alt.Tooltip("share:Q", title=t("Useful, of 100 answered"), format=".0f"),
            alt.Tooltip("said:N", title=t("Useful of answered")),
        ],
    )
    lines = base.mark_rule(strokeWidth=2, color=look.INK).encode(x=alt.X("low:Q", scale=percent), x2="high:Q")
    counts = base.mark_text(align="left", dx=6, fontSize=13, color=look.INK).encode(
        x=alt.X("high:Q", scale=percent), text="said:N"
    )
    return look.finished(alt.layer(bars, lines, counts).properties(height=alt.Step(40)), t)


def in_words(found: Agreement, by: str, t: Translator) -> str:
    """Return what the chart shows as plain text, for who cannot see it."""
    rows = _rows(found.by_score if by == BY_SCORE else found.by_rank, by, t)
    said = "; ".join(f"{band}: {of}" for band, of in zip(rows["band"], rows["said"], strict=True))
    head = t("Useful answers by score") if by == BY_SCORE else t("Useful answers by place")
    return f"{head}: {said}"


def _rows(bands: Sequence[Band], by: str, t: Translator) -> pd.DataFrame:
    rows = [
        {
            "band": _name(band, by, t),
            "share": band.share * 100,
            "low": band.interval[0] * 100,
            "high": band.interval[1] * 100,
            "said": f"{band.useful}/{band.answered}",
        }
        for band in bands
        if band.answered
    ]
    return pd.DataFrame(rows, columns=["band", "share", "low", "high", "said"])


def _name(band: Band, by: str, t: Translator) -> str:
    """Return the name of a band: points of the score, or places."""
    if by == BY_SCORE:
        low, high = (format_number((edge or 0) * POINTS, t.language, 0) for edge in (band.low, band.high))
        if band.high is None:
            return t("{low} and more", low=low)
        return t("below {high}", high=high) if not band.low else t("{low} to {high}", low=low, high=high)
    first = round(band.low)
    if band.high is None:
        return t("{low} and more", low=first)
    last = round(band.high) - 1
    return t("{place}.", place=first) if last == first else t("{first}–{last}", first=first, last=last)
