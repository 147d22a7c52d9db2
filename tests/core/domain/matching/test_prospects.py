"""Firms by activity: who is found without any card, what is never said, and what the score is made of."""

from dataclasses import replace

import pytest

from core.domain.choices import Direction, Kind
from core.domain.knowledge.own_precedents import as_precedent
from core.domain.knowledge.precedents import base_of
from core.domain.matching import prospects
from core.domain.matching.cards import Card
from core.domain.matching.features import knowledge
from core.domain.model import OwnPrecedent

GIVE, WANT = Direction.HAVE, Direction.WANT


def site(site_id: str, activity: str = "", nace: str = "", lat: float | None = 38.4, **more: object) -> Card:
    firm_id = str(more.pop("firm_id", site_id))
    codes = (nace,) if nace else ()
    place = {"lat": lat, "lon": None if lat is None else 27.2}
    return Card(site_id, WANT, "", firm_id=firm_id, activity=activity, nace=codes, **place, **more)  # type: ignore[arg-type]


CEMENT = site("cement", "çimento fabrikası", "2351", 38.6)
BAKERY = site("bakery", "ekmek fırını", "1071")
FEED = site("feed", "yem fabrikası", "1091")
DAIRY = site("dairy", "süt fabrikası", "1051")
ASH = Card("ash", GIVE, "kazan altı külü", Kind.MATERIAL, firm_id="boiler", lat=38.4, lon=27.2)


def found(card: Card, *sites: Card, listed: tuple[Card, ...] = ()) -> list[str]:
    frame = prospects.of_cards([card], prospects.sites_of(sites), listed)
    return list(frame["site_id"])


def test_a_have_finds_the_trade_that_takes_it_and_no_other() -> None:
    assert found(ASH, CEMENT, BAKERY) == ["cement"]


def test_a_want_finds_the_trade_that_gives_it_off() -> None:
    whey = Card("whey", WANT, "peynir altı suyu", Kind.MATERIAL, firm_id="pigs", lat=38.4, lon=27.2)

    assert found(whey, DAIRY, CEMENT) == ["dairy"]


def test_a_want_that_names_a_use_finds_the_trade_whose_output_serves_it() -> None:
    filler = Card("filler", WANT, "beton için mineral katkı", Kind.MATERIAL, firm_id="x", lat=38.4, lon=27.2)
    power = site("power", "kömürlü termik santral", "3511")

    frame = prospects.of_cards([filler], prospects.sites_of([power, DAIRY]), ())

    assert list(frame["site_id"]) == ["power"]
    assert prospects.serves(frame["thing"][0])
    assert prospects.names_of(frame["thing"][0]) == ("Fly ash", "Uçucu kül")


def test_a_want_that_names_a_thing_says_so_and_not_what_else_would_serve() -> None:
    whey = Card("whey", WANT, "peynir altı suyu", Kind.MATERIAL, firm_id="pigs", lat=38.4, lon=27.2)

    thing = prospects.of_cards([whey], prospects.sites_of([DAIRY]), ())["thing"][0]

    assert not prospects.serves(thing)
    assert "peynir altı suyu" in prospects.names_of(thing)[1]


def test_what_would_serve_a_want_is_held_against_the_exclusions_too() -> None:
    bait = Card(
        "feed", WANT, "yem hammaddesi, protein kaynağı", Kind.MATERIAL, firm_id="x", lat=38.4, lon=27.2
    )
    clinic = site("clinic", "hastane", "8610")

    assert found(bait, clinic) == []
    assert found(bait, site("brewery", "bira fabrikası", "1105")) == ["brewery"]


def test_what_only_concepts_say_has_no_name_that_could_stand_for_the_want() -> None:
    first_concept = len(knowledge().sectors.flows)

    assert prospects.called(-1) == ""
    assert prospects.called(first_concept) == ", ".join(prospects.names_of(first_concept))


def test_a_site_with_a_code_alone_is_read_by_the_title_of_its_class() -> None:
    fly_ash = replace(ASH, name="uçucu kül")

    assert found(fly_ash, site("coded", nace="2351")) == ["coded"]


def test_a_want_nobody_serves_finds_nobody() -> None:
    assert (
        found(Card("odd", WANT, "zxqv", Kind.MATERIAL, firm_id="x", lat=38.4, lon=27.2), DAIRY, CEMENT) == []
    )


def test_a_site_is_found_by_its_words_without_a_code() -> None:
    assert found(ASH, site("nameless", "çimento fabrikası")) == ["nameless"]


def test_the_terms_add_up_to_the_score_and_the_sector_and_precedent_are_named() -> None:
    row = prospects.of_cards([ASH], prospects.sites_of([CEMENT]), ()).iloc[0]

    assert sum(row[term] for term in prospects.TERMS) == pytest.approx(row["score"])
    assert row["nace"] == "2351"
    assert row["distance_km"] == pytest.approx(22.24, abs=0.01)  # 0.2 degrees of latitude of 111.2 km


def test_the_nearer_of_two_alike_comes_first_and_equal_ones_go_by_id() -> None:
    near, far = (
        site("z-near", "çimento fabrikası", "2351", 38.41),
        site("a-far", "çimento fabrikası", "2351", 39.4),
    )
    twin = site("b-far", "çimento fabrikası", "2351", 39.4)

    assert found(ASH, twin, far, near) == ["z-near", "a-far", "b-far"]


def test_a_firm_of_the_givers_own_trade_comes_later() -> None:
    twin = site("a-twin", "çimento fabrikası", "2351")
    other = site("b-other", "çimento fabrikası", "23")
    card = replace(ASH, nace=("235101",))

    assert found(ASH, twin, other) == ["a-twin", "b-other"]
    assert found(card, twin, other)[0] == "b-other"


def test_a_firm_is_no_prospect_for_its_own_card() -> None:
    assert found(ASH, site("own", "çimento fabrikası", "2351", firm_id="boiler")) == []


def test_a_firm_that_lists_such_a_want_is_left_to_the_pairs() -> None:
    want = Card("w", WANT, "kül", Kind.MATERIAL, firm_id="cement")
    other = Card("o", WANT, "palet", Kind.MATERIAL, firm_id="cement")

    assert found(ASH, CEMENT, listed=(want,)) == []
    assert found(ASH, CEMENT, listed=(other,)) == ["cement"]


def test_hazardous_waste_finds_no_feed_mill() -> None:
    clean = Card("clean", GIVE, "bira küspesi", Kind.MATERIAL, firm_id="brewery")
    dirty = Card(
        "dirty", GIVE, "bira küspesi, kontamine", Kind.MATERIAL, firm_id="brewery", waste_codes=("160303",)
    )

    assert found(clean, FEED) == ["feed"]
    assert found(dirty, FEED) == []


@pytest.mark.parametrize(
    ("lat", "zone", "expected"),
    [
        (38.41, None, ["dairy"]),
        (38.5, None, []),
        (38.5, "zone", ["dairy"]),
        (None, None, []),
        (None, "zone", ["dairy"]),
    ],
)  # 0.01 degrees are 1.1 km, 0.1 are 11 km
def test_heat_finds_only_the_same_zone_or_what_is_known_to_be_near(
    lat: float | None, zone: str | None, expected: list[str]
) -> None:
    heat = Card("heat", GIVE, "buhar", Kind.ENERGY, firm_id="boiler", lat=38.4, lon=27.2, zone="zone")

    assert found(heat, site("dairy", "süt fabrikası", "1051", lat, zone=zone)) == expected
    assert prospects.is_bound(heat)
    assert not prospects.is_bound(ASH)


def test_services_have_no_prospects() -> None:
    assert found(Card("van", GIVE, "boş kamyon", Kind.LOGISTICS, firm_id="x"), CEMENT) == []


def test_a_precedent_of_the_programme_speaks_as_published_ones_do() -> None:
    own = OwnPrecedent("own", "izmir", "boiler ash", "kazan altı külü", "35.11", "23.51", "raw material", "hammadde",
                       "İzmir")  # fmt: skip
    known = replace(knowledge(), precedents=base_of([as_precedent(own)]))

    frame = prospects.of_cards([ASH], prospects.sites_of([CEMENT], known), ())

    assert list(frame["precedent_id"]) == ["own"]


def test_no_cards_and_no_sites_give_an_empty_table() -> None:
    assert list(prospects.of_cards([], prospects.sites_of([CEMENT]), ()).columns) == list(prospects.COLUMNS)
    assert prospects.of_cards([ASH], prospects.sites_of([]), ()).empty
