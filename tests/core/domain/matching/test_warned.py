"""What must be known where a side has no card: rules, hazard, season; and that exclusions hold for every sort."""

from typing import Any

import pandas as pd
import pytest

from core.domain.choices import Direction, Kind
from core.domain.matching import pools, prospects, ranking, sharing, warned
from core.domain.matching.cards import Card
from core.domain.matching.objections import Objection
from core.domain.matching.warned import Warned

GIVE, WANT = Direction.HAVE, Direction.WANT
ASH: dict[str, Any] = {
    "resource_id": "ash", "direction": "have", "name": "uçucu kül", "kind": "material", "description": None,
    "composition": None, "condition": None, "activity": None, "nace": "35.11", "waste_codes": "100102", "months": None,
    "available_from": None, "available_until": None, "recurrence": None, "hazardous": None, "lat": 38.4, "lon": 27.1,
    "place": None, "zone_id": None,
}  # fmt: skip
SITE = {"activity": "hazır beton", "nace": "23.63", "place": None, "zone_id": None}


def told(found: Warned) -> list[Objection]:
    return [one.objection for one in found.against]


def test_a_firm_that_takes_by_activity_is_told_the_rule_of_thing_and_use() -> None:
    found = warned.of_taker(ASH, SITE, 12.0, frozenset())

    assert found.cautions[0].caution_id == "fly_ash_concrete"
    assert told(found) == [Objection.PURITY]


def test_a_hazardous_have_needs_a_permit_of_the_taker_and_says_so_first() -> None:
    oil = ASH | {"name": "atık motor yağı", "waste_codes": "130205"}

    assert told(warned.of_taker(oil, SITE, 12.0, frozenset()))[0] is Objection.PERMIT
    assert Objection.PERMIT not in told(warned.of_taker(oil, SITE, 12.0, {"130205"}))
    assert warned.of_taker(oil, SITE, None, None).cautions


def test_a_firm_takes_by_activity_the_kind_that_is_given() -> None:
    mill = {"activity": "salça", "nace": "10.39", "place": None, "zone_id": None}
    water = ASH | {"name": "atıksu", "kind": "water", "waste_codes": None}

    def rules(card: dict[str, Any]) -> list[str]:
        return [one.caution_id for one in warned.of_taker(card, mill, 12.0, None).cautions]

    assert "water_food" in rules(water)
    assert "water_food" not in rules(water | {"name": "karasu", "kind": "material"})


def test_what_a_firm_gives_off_is_judged_as_the_thing_its_activity_names() -> None:
    want = ASH | {"direction": "want", "name": "beton katkısı", "nace": "23.63", "waste_codes": None}
    plant = {"activity": "termik santral", "nace": "35.11", "place": None, "zone_id": None}

    found = warned.of_giver(want, plant, "fly ash, uçucu kül", 400.0)

    assert "fly_ash_concrete" in [one.caution_id for one in found.cautions]
    assert told(found) == [Objection.FAR]


def test_two_neighbours_whose_months_do_not_overlap_are_told_so() -> None:
    found = warned.of_shared(ASH | {"months": "1;2"}, ASH | {"resource_id": "b", "months": "7;8"})

    assert told(found) == [Objection.SEASON]


def test_hazardous_waste_on_one_round_needs_a_licensed_vehicle() -> None:
    oil = ASH | {"name": "atık motor yağı", "waste_codes": "130205"}

    found = warned.of_shared(oil, oil | {"resource_id": "b"})

    assert "hazardous_transport" in [one.caution_id for one in found.cautions]


def test_what_is_said_of_all_is_said_once() -> None:
    near, far = (warned.of_taker(ASH, SITE, km, frozenset()) for km in (12.0, 900.0))
    shared = warned.common([near, far])

    assert told(shared) == [Objection.PURITY]
    assert told(warned.beside(far, shared)) == [Objection.FAR]
    assert warned.beside(near, shared) == Warned()
    assert warned.common([]) == Warned()


CLEAN = Card("clean", GIVE, "bira küspesi", Kind.MATERIAL, firm_id="b1", amount=30.0, amount_unit="t")
DIRTY = Card("dirty", GIVE, "bira küspesi, kontamine", Kind.MATERIAL, firm_id="b2", waste_codes=("160303",))
OTHER = Card("other", GIVE, "bira küspesi", Kind.MATERIAL, firm_id="b3", amount=30.0, amount_unit="t")
FEED = Card("feed", WANT, "yem hammaddesi küspe", Kind.MATERIAL, firm_id="mill", nace=("1091",))


def test_merged_haves_hold_nothing_excluded() -> None:
    ranked = ranking.rank_all(ranking.build([CLEAN, DIRTY, OTHER, FEED]), 10)
    names = {one.id: one for one in (CLEAN, DIRTY, OTHER, FEED)}
    rows = [
        {f"{side}_{key}": value for side in ("have", "want") for key, value in {
            "name": names[row[f"{side}_id"]].name, "description": None, "firm_id": names[row[f"{side}_id"]].firm_id,
            "yearly_amount": 40.0 if side == "have" else 100.0, "yearly_unit": "t", "period": "year", "lat": 38.0,
            "lon": 27.0}.items()}
        | {"have_id": row["have_id"], "want_id": row["want_id"], "score": 0.5}
        for row in ranked.to_dict("records")
    ]  # fmt: skip

    assert sorted(pools.pooled(pd.DataFrame(rows))["have_id"]) == ["clean", "other"]


def test_a_want_finds_no_firm_whose_thing_is_excluded() -> None:
    clinic = Card("clinic", WANT, "", firm_id="clinic", activity="hastane", nace=("8610",))
    brewery = Card("brewery", WANT, "", firm_id="brewery", activity="bira fabrikası", nace=("1105",))
    sites = prospects.sites_of([clinic, brewery])

    feed = Card("w", WANT, "hayvan yemi için bira küspesi", Kind.MATERIAL, firm_id="x")
    unsafe = Card("u", WANT, "hayvan yemi için tıbbi atık", Kind.MATERIAL, firm_id="x")

    assert list(prospects.of_cards([feed], sites, ())["site_id"]) == ["brewery"]
    assert prospects.of_cards([unsafe], sites, ()).empty


@pytest.mark.parametrize(
    ("name", "found"), [("bira küspesi", 1), ("bira küspesi, kontamine", 0)], ids=["clean", "dirty"]
)
def test_no_danger_rides_with_what_it_must_never_reach(name: str, found: int) -> None:
    codes = ("160303",) if found == 0 else ()
    feed = Card("a", GIVE, "hayvan yemi olarak bira küspesi", Kind.MATERIAL, firm_id="a", lat=38.0, lon=27.0)
    other = Card("b", GIVE, name, Kind.MATERIAL, firm_id="b", lat=38.0, lon=27.0, waste_codes=codes)

    assert len(sharing.shared([feed, other])) == found
