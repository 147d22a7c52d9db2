"""The map: what a reader may see on it, colours that stand out, plain text, and no outside request."""

import json

import pandas as pd
import pytest

from core.domain import reference
from core.domain.geography import RegionMap
from core.i18n import translator
from core.views import look, maps

T = translator("en")
GROUNDS = ("#ffffff", "#121a17", "#fcfcf9", "#1d2722")  # pages, and the region on the map: light, dark
HOSTILE = "<img src=x onerror=alert(1)>"


def found(**changes: pd.DataFrame) -> RegionMap:
    sites = pd.DataFrame(
        {
            "site_id": ["s1", "s2"],
            "firm_id": ["f1", "f2"],
            "name": [HOSTILE, "Meles Döküm"],
            "site_name": ["Merkez", "Merkez"],
            "sector": ["metal", None],
            "activity": [None, None],
            "zone_id": ["iaosb", None],
            "district": ["Çiğli", "Urla"],
            "lat": [38.48, 38.32],
            "lon": [27.03, 26.77],
            "is_exact": [True, False],
            "haves": [2, 0],
            "wants": [1, 0],
        }
    )
    flows = pd.DataFrame(
        {
            "flow_id": ["y1"],
            "title": ["Döküm kumu"],
            "kind": ["material"],
            "stage": ["running"],
            "giver_name": [HOSTILE],
            "taker_name": ["Meles Döküm"],
            "from_site": ["s1"],
            "to_site": ["s2"],
            "from_lat": [38.48],
            "from_lon": [27.03],
            "to_lat": [38.32],
            "to_lon": [26.77],
        }
    )
    unnamed = pd.DataFrame({"district": ["Torbalı"], "sector": [None], "firms": [3]})
    return RegionMap(
        **({"sites": sites, "cards": pd.DataFrame(), "flows": flows, "unnamed": unnamed} | changes)
    )


def layers(deck: object) -> dict[str, dict[str, object]]:
    return {layer["id"]: layer for layer in json.loads(deck.to_json())["layers"]}  # type: ignore[attr-defined]


def contrast(one: str, other: str) -> float:
    def luminance(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_black_on_white_has_the_contrast_that_wcag_names() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


def test_every_sector_has_a_colour_of_its_own() -> None:
    assert set(look.SECTOR) == set(reference.sector_groups())
    assert len(set(look.SECTOR.values())) == 21


@pytest.mark.parametrize("ground", GROUNDS)
def test_every_sector_stands_out_from_every_ground(ground: str) -> None:
    assert {one: colour for one, colour in look.SECTOR.items() if contrast(colour, ground) < 3} == {}


def test_without_tiles_the_deck_names_no_map_style_and_no_provider() -> None:
    spec = json.loads(maps.deck(found(), T, dark=False).to_json())
    assert spec["mapStyle"] == "__MAP_STYLE__"  # pydeck's word for "none given", which Streamlit drops
    assert spec.get("mapProvider") is None
    assert "http" not in json.dumps(spec)


def test_tiles_that_are_set_replace_our_own_ground() -> None:
    deck = maps.deck(found(), T, dark=False, tiles_url="https://tiles.example/style.json")
    assert json.loads(deck.to_json())["mapStyle"] == "https://tiles.example/style.json"
    assert "districts" not in layers(deck)


def test_a_tooltip_is_given_as_text_and_never_as_html() -> None:
    deck = maps.deck(found(), T, dark=True)
    assert set(deck._tooltip) == {"text", "style"}
    tips = [site["tip"] for site in layers(deck)["sites"]["data"]]  # type: ignore[index]
    assert tips[0].splitlines() == [HOSTILE, "Metal and casting", "İAOSB, Çiğli", "Haves: 2, wants: 1"]
    assert tips[1].splitlines()[-1] == "Place known only roughly"


def test_what_is_clicked_carries_the_firm_and_no_more_than_is_drawn() -> None:
    drawn = layers(maps.deck(found(), T, dark=False))["sites"]["data"][0]  # type: ignore[index]
    assert set(drawn) == {"firm_id", "lat", "lon", "colour", "radius", "tip"}
    assert drawn["colour"] == [int(look.SECTOR["metal"][i : i + 2], 16) for i in (1, 3, 5)]


def test_the_chosen_firm_gets_a_ring() -> None:
    ring = layers(maps.deck(found(), T, dark=False, chosen="f2"))["chosen"]["data"]
    assert [one["firm_id"] for one in ring] == ["f2"]  # type: ignore[index,attr-defined]


def test_a_flow_goes_from_giver_to_taker_and_says_its_stage() -> None:
    arc = layers(maps.deck(found(), T, dark=False))["flows"]["data"][0]  # type: ignore[index]
    assert arc["from"] == [27.03, 38.48]
    assert arc["to"] == [26.77, 38.32]
    assert arc["tip"].splitlines()[-1] == "Running"


def test_firms_that_are_not_named_are_a_number_at_their_district() -> None:
    numbers = layers(maps.deck(found(), T, dark=False))["unnamed_numbers"]["data"]
    assert [one["text"] for one in numbers] == ["+3"]  # type: ignore[index,attr-defined]


def test_zones_are_called_by_their_short_name_or_by_what_tells_them_from_others() -> None:
    drawn = {one["text"] for one in layers(maps.deck(found(), T, dark=False))["zone_names"]["data"]}  # type: ignore[index,attr-defined]
    assert {"İAOSB", "Pancar", "Menemen Plastics"} <= drawn


def test_a_map_looks_at_the_chosen_zone() -> None:
    view = json.loads(maps.deck(found(), T, dark=False, zone_id="tosbi").to_json())["initialViewState"]
    assert (view["latitude"], view["zoom"]) == (38.121905, 11.5)


def test_the_outlines_that_a_browser_must_load_stay_small() -> None:
    assert len(maps.deck(found(), T, dark=False).to_json()) < 150_000


@pytest.mark.parametrize(
    ("zone_id", "tr", "en"),
    [
        ("pancar_osb", "Pancar OSB", "Pancar OIZ"),
        ("menemen_plastik_osb", "Menemen Plastik OSB", "Menemen Plastics OIZ"),
        ("esbas", "Ege Serbest Bölgesi", "Aegean Free Zone"),
    ],
)
def test_a_zone_is_named_short_enough_for_a_table(zone_id: str, tr: str, en: str) -> None:
    zone = reference.zones()[zone_id]

    assert maps.zone_name(zone, translator("tr")) == tr
    assert maps.zone_name(zone, T) == en
    assert maps.place_name("pancar_osb", "Torbalı", translator("tr")) == "Pancar OSB, Torbalı"


def test_on_a_phone_the_whole_region_is_in_the_map() -> None:
    """İzmir reaches from 26.23 to 28.50 degrees east; a phone's map is 350 pixels wide."""
    for phone, most in ((False, 730), (True, 350)):
        view = json.loads(maps.deck(found(), T, dark=False, phone=phone).to_json())["initialViewState"]
        pixels = (28.502 - 26.232) / 360 * 512 * 2 ** view["zoom"]
        assert 0.8 * most < pixels <= most
