"""Where sites stand on the map, what flows between them, and who is only counted."""

import pandas as pd
import pytest

from core.domain import geography
from core.domain.geography import RegionMap


def firms(*rows: tuple[str, str | None, str | None, float | None, float | None]) -> pd.DataFrame:
    """One firm a row with one site: firm, zone, district, lat, lon."""
    return pd.DataFrame(
        [
            {
                "firm_id": firm, "site_id": f"{firm}-site", "name": firm.upper(), "site_name": "Merkez",
                "sector": "food", "activity": None, "zone_id": zone, "district": district, "lat": lat, "lon": lon,
                "is_sample": True, "nace": "10.41",
            }
            for firm, zone, district, lat, lon in rows
        ]
    )  # fmt: skip


CARDS = pd.DataFrame(
    [
        ("r1", "a-site", "a", "have", "material"),
        ("r2", "a-site", "a", "have", "energy"),
        ("r3", "b-site", "b", "want", "material"),
    ],
    columns=["resource_id", "site_id", "firm_id", "direction", "kind"],
)


def pairs(**changes: object) -> pd.DataFrame:
    row = {
        "flow_id": "y", "have_id": None, "want_id": None, "giver_firm_id": "a", "taker_firm_id": "b", "title": "Kum",
        "kind": "material", "stage": "running",
    }  # fmt: skip
    return pd.DataFrame([row | changes])


def region() -> RegionMap:
    sites = geography.sites(
        firms(
            ("a", "iaosb", "Çiğli", 38.48, 27.03),
            ("b", None, "Urla", None, None),
            ("c", None, None, None, None),
        ),
        CARDS,
    )
    unnamed = pd.DataFrame({"district": ["Urla", "Urla"], "sector": [None, "food"], "firms": [5, 3]})
    return RegionMap(sites, CARDS, geography.flows(pairs(), sites, CARDS), unnamed)


def test_a_site_without_coordinates_stands_at_its_zone_else_at_its_district() -> None:
    placed = geography.placed(firms(("a", "tosbi", "Tire", None, None), ("b", None, "Urla", None, None)))
    assert placed["lat"].tolist() == [38.121905, pytest.approx(38.32, abs=0.1)]
    assert placed["is_exact"].tolist() == [False, False]


def test_a_site_of_which_nothing_is_known_stays_without_a_place() -> None:
    assert region().sites.set_index("firm_id")["lat"].isna().to_dict() == {"a": False, "b": False, "c": True}


def test_sites_at_one_point_are_laid_around_it_and_others_stay() -> None:
    spread = geography.spread(
        firms(("a", None, None, 38.0, 27.0), ("b", None, None, 38.0, 27.0), ("c", None, None, 38.5, 27.0))
    )
    assert spread["lat"].tolist()[0] == 38.0
    assert spread["lat"].tolist()[2] == 38.5
    assert (
        len({(round(lat, 4), round(lon, 4)) for lat, lon in zip(spread["lat"], spread["lon"], strict=True)})
        == 3
    )
    assert abs(spread["lat"][1] - 38.0) * 111.2 <= 0.25


def test_haves_and_wants_are_counted_by_site() -> None:
    sites = region().sites.set_index("firm_id")
    assert sites["haves"].to_dict() == {"a": 2, "b": 0, "c": 0}
    assert sites["wants"].to_dict() == {"a": 0, "b": 1, "c": 0}


def test_a_flow_without_cards_goes_from_firm_to_firm() -> None:
    flow = region().flows.iloc[0]
    assert (flow["from_site"], flow["to_site"], flow["giver_name"], flow["taker_name"]) == (
        "a-site",
        "b-site",
        "A",
        "B",
    )


def test_a_flow_to_a_firm_that_the_reader_may_not_see_is_not_drawn() -> None:
    assert geography.flows(pairs(taker_firm_id="hidden"), region().sites, CARDS).empty


def test_suggestions_with_an_unnamed_side_are_not_drawn() -> None:
    told = {
        "have_id": ["r1", "r2"], "want_id": ["r3", "r3"], "have_is_named": [True, True],
        "want_is_named": [True, False], "have_firm_id": ["a", "a"], "want_firm_id": ["b", None],
        "have_name": ["Pirina", "Isı"], "want_name": ["Yakıt", "x"],
        "have_kind": ["material", "energy"],
    }  # fmt: skip
    drawn = geography.suggested(region(), pd.DataFrame(told))
    assert drawn[["flow_id", "title", "stage"]].to_numpy().tolist() == [["r1|r3", "Pirina → Yakıt", None]]


def test_unnamed_firms_are_counted_only_where_there_are_three() -> None:
    everyone = firms(
        *((name, None, "Urla", None, None) for name in "abcd"),
        *((name, None, "Foça", None, None) for name in "ef"),
    )
    counts = geography.unnamed(everyone, {"a"})
    assert counts.to_numpy().tolist() == [["Urla", None, 3], ["Urla", "food", 3]]
    assert geography.unnamed(everyone, {"a", "b"}).empty


def test_a_filter_by_sector_counts_the_unnamed_of_that_sector() -> None:
    assert geography.narrowed(region()).unnamed["firms"].tolist() == [5]
    assert geography.narrowed(region(), sectors=["food"]).unnamed["firms"].tolist() == [3]


@pytest.mark.parametrize("more", [{"kind": "energy"}, {"direction": "have"}, {"zone_id": "iaosb"}])
def test_any_other_filter_leaves_the_unnamed_out(more: dict[str, str]) -> None:
    assert geography.narrowed(region(), **more).unnamed.empty


def test_a_kind_leaves_the_firms_that_have_or_want_it() -> None:
    shown = geography.narrowed(region(), kind="energy")
    assert shown.sites[["firm_id", "haves", "wants"]].to_numpy().tolist() == [["a", 1, 0]]
    assert shown.flows.empty


def test_a_flow_stays_while_one_of_its_ends_does() -> None:
    assert geography.narrowed(region(), zone_id="iaosb").flows["flow_id"].tolist() == ["y"]
