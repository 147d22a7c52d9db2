"""Charts of the pipeline: a median says of how many synergies it is."""

import pandas as pd

from core.i18n import translator
from core.views import stage_charts


def test_a_median_says_how_many_synergies_are_behind_it() -> None:
    found = pd.DataFrame(
        [("idea", 45, 1033.4, 636, 716.0), ("running", 1, 589.0, 0, float("nan"))],
        columns=["stage", "left", "median_days", "waiting", "waiting_days"],
    )
    spec = stage_charts.times(found, translator("tr")).to_dict()
    said = [one["said"] for rows in spec["datasets"].values() for one in rows]
    assert said == ["1.033 (n = 45)", "589 (n = 1)", "716 (n = 636)"]
