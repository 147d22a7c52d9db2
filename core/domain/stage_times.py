"""How long synergies stay in a stage and where they fall out: what a manager asks of the pipeline."""

from collections.abc import Iterator
from datetime import date

import pandas as pd

from core.domain.choices import STAGES_IN_ORDER, Stage

_OUT = (Stage.STALLED.value, Stage.DROPPED.value)


def stage_times(entered: pd.DataFrame, today: date) -> pd.DataFrame:
    """Return for each stage: stage, left (how many went on), median_days (of these), waiting (how many are in it now),
    waiting_days (their median so far; nan where nobody is).

    `entered`: synergy_id, stage, entered_on, in the order in which it happened.
    """
    stays = pd.DataFrame(_stays(entered, today), columns=["stage", "days", "left"])
    rows = []
    for stage in STAGES_IN_ORDER:
        here = stays[stays["stage"] == stage.value]
        gone, still = here[here["left"]], here[~here["left"].astype(bool)]
        rows.append(
            [stage.value, len(gone), gone["days"].median(), len(still), still["days"].median()],
        )
    return pd.DataFrame(rows, columns=["stage", "left", "median_days", "waiting", "waiting_days"])


def drop_outs(entered: pd.DataFrame) -> pd.DataFrame:
    """Return who is stalled or dropped now: reason, came_from (the stage before), state, synergies."""
    rows = []
    for _, way in entered.groupby("synergy_id", sort=False):
        last = way.iloc[-1]
        if last["stage"] in _OUT:
            before = [stage for stage in way["stage"] if stage not in _OUT]
            rows.append([last["stall_reason"], before[-1] if before else Stage.IDEA.value, last["stage"]])
    found = pd.DataFrame(rows, columns=["reason", "came_from", "state"])
    return (
        found.groupby(["reason", "came_from", "state"], as_index=False, dropna=False)
        .size()
        .rename(columns={"size": "synergies"})
    )


def _stays(entered: pd.DataFrame, today: date) -> Iterator[tuple[str, int, bool]]:
    """Give each stay: stage, days, whether it ended. A verified synergy has arrived: it waits for nothing."""
    for _, way in entered.groupby("synergy_id", sort=False):
        days = [pd.Timestamp(day) for day in way["entered_on"]]
        stages = list(way["stage"])
        for place, stage in enumerate(stages):
            if stage in _OUT or stage == Stage.VERIFIED.value:
                continue
            ended = place + 1 < len(stages)
            until = days[place + 1] if ended else pd.Timestamp(today)
            yield stage, max(0, (until - days[place]).days), ended
