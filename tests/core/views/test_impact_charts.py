"""Charts of what is saved: whole names, a legend of what is there, numbers as the reader writes them."""

from typing import Any

import pandas as pd

from core.domain.impact.entries import Measure
from core.i18n import translator
from core.views import impact_charts

TR, EN = translator("tr"), translator("en")


def row(group: str, basis: str, value: float) -> dict[str, Any]:
    return {"group": group, "basis": basis, "low": value / 2, "value": value, "high": value * 2}


def legend(spec: dict[str, Any]) -> list[str]:
    scales = [
        layer["encoding"]["color"]["scale"] for layer in spec["layer"] if "color" in layer.get("encoding", {})
    ]
    return list(scales[0]["domain"])


def texts(spec: dict[str, Any], field: str) -> list[str]:
    return [one[field] for rows in spec["datasets"].values() for one in rows if field in one]


def test_the_legend_names_only_the_bases_that_have_a_bar() -> None:
    sums = pd.DataFrame([row("x", "agreed", 2.0), row("x", "verified", 1.0)]).assign(year=2026)

    assert legend(impact_charts.by_year(sums, Measure.CO2E, EN).to_dict()) == ["Verified", "Agreed"]
    assert legend(
        impact_charts.by_group(sums.assign(group="food"), Measure.CO2E, "sector", EN).to_dict()
    ) == [
        "Verified",
        "Agreed",
    ]


def test_a_group_has_its_name_above_its_bars_and_no_room_for_bars_that_are_not() -> None:
    sums = pd.DataFrame(
        [row("food", "computed", 5.0), row("metal", "computed", 8.0), row("metal", "verified", 1.0)]
    )

    spec = impact_charts.by_group(sums, Measure.CO2E, "sector", EN).to_dict()
    places = {
        (one["name"], one.get("basis")): one["place"] for rows in spec["datasets"].values() for one in rows
    }

    assert places == {
        ("Metal and casting", None): 0,
        ("Metal and casting", "verified"): 1,
        ("Metal and casting", "computed"): 2,
        ("Food, beverages and tobacco", None): 3,
        ("Food, beverages and tobacco", "computed"): 4,
    }
    assert spec["layer"][1]["encoding"]["y"]["scale"]["domain"] == [0, 1, 2, 3, 4]


def test_givers_stand_above_their_rows_and_a_few_takers_in_lines() -> None:
    flows = pd.DataFrame(
        [("metal", "minerals", 8.0, 1), ("food", "minerals", 2.0, 1)],
        columns=["sector", "taker_sector", "value", "synergies"],
    )

    spec = impact_charts.heat(flows, Measure.CO2E, TR).to_dict()

    assert "Metal ve döküm →" in texts(spec, "name")
    assert spec["layer"][2]["encoding"]["text"]["format"] == ",.3~r"
    axis = spec["layer"][1]["encoding"]["x"]["axis"]
    assert axis["labelAngle"] == 0
    assert "split(" in axis["labelExpr"]


def test_many_takers_stand_turned_so_that_none_hides_another() -> None:
    takers = ["minerals", "food", "textile", "paper_printing"]
    flows = pd.DataFrame(
        [("metal", taker, 8.0, 1) for taker in takers],
        columns=["sector", "taker_sector", "value", "synergies"],
    )

    axis = impact_charts.heat(flows, Measure.CO2E, TR).to_dict()["layer"][1]["encoding"]["x"]["axis"]

    assert axis["labelAngle"] == -90


def test_a_share_of_a_target_is_written_as_the_language_writes_it() -> None:
    rows = pd.DataFrame({"name": ["Visits"], "share": [0.5], "said": ["5 / 10"]})

    def axis(t: Any) -> str:
        spec = impact_charts.targets(rows, t).to_dict()
        return str(
            next(one for one in spec["layer"] if "axis" in one["encoding"]["x"])["encoding"]["x"]["axis"]
        )

    assert "'%' + round" in axis(TR)
    assert "+ ' %'" in axis(EN)
