"""How long synergies stay in a stage and where they fall out: what a manager asks of the pipeline."""

from datetime import date

import pandas as pd

from core.domain.choices import STAGES_IN_ORDER, Stage

_OUT = (Stage.STALLED.value, Stage.DROPPED.value)


def stage_times(entered: pd.DataFrame, today: date) -> pd.DataFrame:
    """Return for each stage: stage, left (how many went on), median_days (of these), waiting (how many are in it now),
    waiting_days (their median so far; nan where nobody is).

    `entered`: synergy_id, stage, entered_on, in the order in which it happened.
    """
    known = stays(entered, today)
    rows = []
    for stage in STAGES_IN_ORDER:
        here = known[known["stage"] == stage.value]
        gone, still = here[here["left"]], here[~here["left"].astype(bool)]
        rows.append(
            [stage.value, len(gone), gone["days"].median(), len(still), still["days"].median()],
        )
    return pd.DataFrame(rows, columns=["stage", "left", "median_days", "waiting", "waiting_days"])


def drop_outs(entered: pd.DataFrame) -> pd.DataFrame:
    """Return who is stalled or dropped now: reason, came_from (the stage before), state, synergies."""
    return (
        fallen(entered)
        .groupby(["reason", "came_from", "state"], as_index=False, dropna=False)
        .size()
        .rename(columns={"size": "synergies"})
    )


def fallen(entered: pd.DataFrame) -> pd.DataFrame:
    """Return each synergy that is stalled or dropped now: synergy_id, reason, came_from, state."""
    last = entered.drop_duplicates("synergy_id", keep="last")
    out = last[last["stage"].isin(_OUT)]
    before = entered[~entered["stage"].isin(_OUT)].drop_duplicates("synergy_id", keep="last")
    came_from = out["synergy_id"].map(before.set_index("synergy_id")["stage"]).fillna(Stage.IDEA.value)
    return pd.DataFrame(
        {
            "synergy_id": out["synergy_id"],
            "reason": out["stall_reason"],
            "came_from": came_from,
            "state": out["stage"],
        }
    )


def stays(entered: pd.DataFrame, today: date) -> pd.DataFrame:
    """Return each stay: synergy_id, stage, days, left. A verified synergy has arrived: it waits for nothing."""
    days = pd.to_datetime(entered["entered_on"])
    until = days.groupby(entered["synergy_id"], sort=False).shift(-1)
    found = pd.DataFrame(
        {
            "synergy_id": entered["synergy_id"],
            "stage": entered["stage"],
            "days": (until.fillna(pd.Timestamp(today)) - days).dt.days.clip(lower=0),
            "left": until.notna(),
        }
    )
    return found[~found["stage"].isin((*_OUT, Stage.VERIFIED.value))]
