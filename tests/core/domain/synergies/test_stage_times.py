"""How long synergies stay, and why they fall out, counted by hand."""

from datetime import date

import pandas as pd

from core.domain.synergies.stage_times import drop_outs, stage_times

ENTERED = pd.DataFrame(
    [
        ["a", "idea", date(2026, 1, 1), None],
        ["a", "contacted", date(2026, 1, 11), None],  # 10 days an idea
        ["a", "meeting", date(2026, 1, 31), None],  # 20 days contacted
        ["b", "idea", date(2026, 1, 1), None],
        ["b", "contacted", date(2026, 2, 10), None],  # 40 days an idea
        ["b", "stalled", date(2026, 3, 12), "price"],  # 30 days contacted
        ["c", "idea", date(2026, 1, 1), None],
        ["c", "dropped", date(2026, 1, 4), "legal"],  # 3 days an idea
        ["d", "verified", date(2026, 1, 1), None],
    ],
    columns=["synergy_id", "stage", "entered_on", "stall_reason"],
)


def test_the_median_stay_of_those_who_went_on_and_of_those_still_there() -> None:
    found = stage_times(ENTERED, date(2026, 2, 10)).set_index("stage")
    assert found.loc["idea", ["left", "median_days", "waiting"]].tolist() == [3, 10.0, 0]  # 3, 10, 40
    assert found.loc["contacted", ["left", "median_days"]].tolist() == [2, 25.0]  # 20, 30
    assert found.loc["meeting", ["left", "waiting", "waiting_days"]].tolist() == [0, 1, 10.0]
    assert found.loc["verified", "waiting"] == 0


def test_drop_outs_name_their_reason_and_the_stage_before() -> None:
    assert sorted(drop_outs(ENTERED).values.tolist()) == [
        ["legal", "idea", "dropped", 1],
        ["price", "contacted", "stalled", 1],
    ]


def test_who_was_revived_has_not_fallen_out() -> None:
    revived = pd.concat(
        [ENTERED, pd.DataFrame([["b", "meeting", date(2026, 4, 1), None]], columns=ENTERED.columns)]
    )
    assert drop_outs(revived)["reason"].tolist() == ["legal"]
