"""Charts of the pipeline: how far synergies come, how long they stay in a stage, and why they fall out."""

import altair as alt
import pandas as pd

from core.domain.choices import STAGES_IN_ORDER, Stage, StallReason
from core.domain.labels import label
from core.domain.numbers import format_number
from core.i18n import Translator
from core.views import look

Drawn = alt.Chart | alt.LayerChart | alt.FacetChart


def funnel(reached: pd.DataFrame, t: Translator) -> Drawn:
    """Draw how many synergies ever reached each stage (services.overview `reached`), on a scale that shows the few."""
    order = [label(stage, t) for stage in STAGES_IN_ORDER]
    rows = reached.assign(
        name=[label(Stage(stage), t) for stage in reached["stage"]], shown=reached["synergies"] + 1
    )
    base = alt.Chart(rows).encode(y=alt.Y("name:N", sort=order, title=None, axis=alt.Axis(labelLimit=220)))
    bars = base.mark_bar(cornerRadiusEnd=3, height={"band": 0.7}, color=look.HAVE).encode(
        # Logarithmic (of n + 1): hundreds of ideas must not hide the one that was verified.
        x=alt.X("shown:Q", scale=alt.Scale(type="log", domainMin=1), axis=None),
        x2=alt.datum(1),
        tooltip=[
            alt.Tooltip("name:N", title=t("Stage")),
            alt.Tooltip("synergies:Q", title=t("Synergies")),
            alt.Tooltip("firms:Q", title=t("Firms")),
        ],
    )
    numbers = base.mark_text(align="left", dx=6, fontSize=15, color=look.INK).encode(
        x=alt.X("shown:Q", scale=alt.Scale(type="log", domainMin=1)), text="synergies:Q"
    )
    return look.finished(alt.layer(bars, numbers).properties(height=alt.Step(36)), t)


def _days_told(t: Translator) -> list[alt.Tooltip]:
    return [
        alt.Tooltip("name:N", title=t("Stage")),
        alt.Tooltip("state:N", title=t("State")),
        alt.Tooltip("days:Q", title=t("Days, median"), format=",.0f"),
        alt.Tooltip("count:Q", title=t("Synergies")),
    ]


def times(found: pd.DataFrame, t: Translator) -> Drawn:
    """Draw the median days in each stage (stage_times.stage_times): of those who went on, and of those still there."""
    order = [label(Stage(stage), t) for stage in found["stage"]]
    gone, still = t("Went on"), t("Still there")
    rows = pd.concat(
        [
            pd.DataFrame(
                {"name": order, "state": gone, "days": found["median_days"], "count": found["left"]}
            ),
            pd.DataFrame(
                {"name": order, "state": still, "days": found["waiting_days"], "count": found["waiting"]}
            ),
        ]
    ).dropna(subset=["days"])
    # A median of one synergy is no median: how many are behind it is said beside it.
    rows["said"] = [
        t("{days} (n = {count})", days=format_number(float(days), t.language, 0), count=int(count))
        for days, count in zip(rows["days"], rows["count"], strict=True)
    ]
    base = alt.Chart(rows).encode(
        y=alt.Y("name:N", sort=order, title=None, axis=alt.Axis(labelLimit=220)),
        yOffset=alt.YOffset("state:N", sort=[gone, still]),
        # Room for the number beside the longest bar, on a phone too.
        x=alt.X(
            "days:Q",
            title=t("Days, median"),
            scale=alt.Scale(domainMax=1.55 * max(rows["days"], default=1.0)),
        ),
    )
    bars = base.mark_bar(cornerRadiusEnd=3).encode(
        color=alt.Color(
            "state:N",
            title=None,
            sort=[gone, still],
            legend=alt.Legend(columns=1),
            scale=alt.Scale(domain=[gone, still], range=[look.HAVE, look.WANT]),
        ),
        tooltip=_days_told(t),
    )
    numbers = base.mark_text(align="left", dx=5, fontSize=13, color=look.INK).encode(text="said:N")
    step = alt.Step(18, **{"for": "offset"})
    return look.finished(alt.layer(bars, numbers).properties(height=step), t)


def drop_outs(found: pd.DataFrame, t: Translator) -> Drawn:
    """Draw why synergies stalled or were dropped (stage_times.drop_outs), one colour a state."""
    rows = found.assign(
        name=[
            label(StallReason(reason), t) if isinstance(reason, str) else t("Not known")
            for reason in found["reason"]
        ],
        state_name=[label(Stage(state), t) for state in found["state"]],
        before=[label(Stage(stage), t) for stage in found["came_from"]],
    )
    names = [label(stage, t) for stage in (Stage.STALLED, Stage.DROPPED)]
    bars: alt.Chart = (
        alt.Chart(rows)
        .mark_bar(cornerRadiusEnd=3, height={"band": 0.7})
        .encode(
            x=alt.X("synergies:Q", title=t("Synergies"), axis=alt.Axis(tickMinStep=1, format="d")),
            y=alt.Y("name:N", title=None, sort="-x", axis=alt.Axis(labelLimit=220)),
            color=alt.Color(
                "state_name:N",
                title=None,
                legend=alt.Legend(columns=1),
                scale=alt.Scale(domain=names, range=["#d9822b", "#7d8a84"]),
            ),
            tooltip=[
                alt.Tooltip("name:N", title=t("Reason")),
                alt.Tooltip("state_name:N", title=t("State")),
                alt.Tooltip("before:N", title=t("Stage before")),
                alt.Tooltip("synergies:Q", title=t("Synergies")),
            ],
        )
        .properties(height=alt.Step(34))
    )
    return look.finished(bars, t)
