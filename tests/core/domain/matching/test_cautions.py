"""What must be known before an exchange: which rules meet a pair, and that they never touch its score."""

from dataclasses import replace

import pytest

from core.domain import reference
from core.domain.choices import Direction, Kind, Place
from core.domain.knowledge.concepts import concept_base
from core.domain.matching import cautions
from core.domain.matching.cards import Card
from core.domain.matching.cautions import (
    HAZARDOUS,
    PAIRED,
    Caution,
    Level,
    Spot,
    all_cautions,
    between,
)
from core.domain.matching.ranking import build, rank_all

HAVE, WANT = Direction.HAVE, Direction.WANT
ZONE, FREE = Place.ORGANISED_ZONE, Place.FREE_ZONE


def ids(have: Card, want: Card, **more: object) -> list[str]:
    return [one.caution_id for one in between(have, want, **more)]  # type: ignore[arg-type]


def have(name: str, *codes: str, kind: Kind = Kind.MATERIAL) -> Card:
    return Card("h", HAVE, name, kind, waste_codes=codes)


def want(name: str, *nace: str, activity: str = "") -> Card:
    return Card("w", WANT, name, Kind.MATERIAL, activity=activity, nace=nace)


@pytest.mark.parametrize("row", all_cautions(), ids=lambda row: row.caution_id)
def test_each_row_names_what_exists_says_both_languages_and_its_source(row: Caution) -> None:
    concepts, codes = concept_base().row_of, reference.waste_codes()
    known_hazards = {hazard for concept in concept_base().concepts for hazard in concept.hazards}
    digits = [code for code in row.have_codes if code not in (HAZARDOUS, PAIRED)]

    assert (row.have_concepts | row.want_concepts) <= concepts.keys()
    assert [code for code in digits if not any(one.startswith(code) for one in codes)] == []
    assert row.have_hazards <= known_hazards
    assert row.have_kinds | row.want_kinds <= set(Kind)
    assert all(code.isdigit() for code in row.want_nace)
    assert row.rule_en
    assert row.rule_tr
    assert row.rule_en != row.rule_tr
    assert row.source


def test_each_row_has_an_id_of_its_own_and_asks_for_something() -> None:
    rows = all_cautions()

    assert len({row.caution_id for row in rows}) == len(rows)
    assert all(row.have_kinds or row.have_concepts or row.have_codes or row.have_hazards for row in rows)


@pytest.mark.parametrize(
    ("giver", "taker", "expected"),
    [
        (have("arıtma çamuru"), want("toprak iyileştirici", "0121"), "industrial_sludge_soil"),
        (have("arıtma çamuru", "190805"), want("toprak iyileştirici"), "sewage_sludge_soil"),
        (have("fly ash"), want("concrete admixture", "2361"), "fly_ash_concrete"),
        (have("kullanılmış kızartma yağı"), want("biyodizel hammaddesi"), "used_cooking_oil"),
        (have("soap stock"), want("sabun hammaddesi"), "soap_stock"),
        (have("yemek artığı", "200108"), want("yem"), "catering_feed"),
        (have("çelik hurdası"), want("hurda", "2410"), "scrap_radiation"),
        (have("boya çamuru", "080113"), want("boya"), "hazardous_transport"),
        (have("PET flake"), want("plastic bottles for drinks", "1107"), "plastic_food_contact"),
        (have("arıtılmış atıksu", kind=Kind.WATER), want("sulama suyu"), "irrigation"),
    ],
)
def test_a_pair_meets_the_rules_for_thing_and_use(giver: Card, taker: Card, expected: str) -> None:
    assert expected in ids(giver, taker)


def test_another_use_of_the_same_thing_meets_other_rules() -> None:
    assert "sewage_sludge_soil" not in ids(have("arıtma çamuru", "190805"), want("alternatif yakıt", "2351"))
    assert "fly_ash_concrete" not in ids(have("uçucu kül"), want("dolgu", "4211"))
    assert ids(have("sunta kırpıntısı"), want("eğitim")) == []


def test_water_is_kept_from_food_and_not_from_the_vineyard_of_a_winery() -> None:
    assert "water_food" in ids(have("atıksu"), replace(want("proses suyu", "1102"), kind=Kind.WATER))
    assert "water_food" not in ids(have("karasu"), want("bağ toprağı için organik madde", "1102"))


def test_what_a_known_activity_makes_is_no_use_of_what_it_takes() -> None:
    assert "extracts_food" not in ids(have("karasu"), want("", "0113", activity="serada domates yetiştirme"))
    assert "extracts_food" in ids(have("karasu"), want("", "1039", activity="domates salçası"))
    assert "extracts_food" in ids(have("karasu"), want("", activity="gıda bileşeni"))


def test_pallets_need_no_decontaminated_plastic() -> None:
    assert "plastic_food_contact" not in ids(have("streç film"), want("tamir edilecek palet", "1624"))


def test_the_gravest_comes_first() -> None:
    found = between(have("yemek artığı", "200108"), want("yem", "1091"))

    assert found[0].level is Level.FORBIDDEN
    assert [list(Level).index(one.level) for one in found] == sorted(
        list(Level).index(one.level) for one in found
    )


def test_what_a_card_says_of_its_hazard_counts_beside_its_codes() -> None:
    assert "hazardous_taker" in ids(have("kutu"), want("kutu"), is_hazardous=True)
    assert "hazardous_taker" not in ids(have("kutu"), want("kutu"))


def test_a_zone_speaks_only_where_the_place_is_known() -> None:
    heat = have("atık ısı", kind=Kind.ENERGY)

    assert "zone_energy" in ids(heat, want("proses ısısı"), taker=Spot(ZONE, "Z1"))
    assert "zone_energy" not in ids(heat, want("proses ısısı"))


@pytest.mark.parametrize(
    ("taker", "expected"),
    [(Spot(Place.NONE), True), (Spot(ZONE, "Z2"), True), (Spot(FREE, "F1"), False), (Spot(), False)],
)
def test_waste_leaves_a_free_zone_only_to_a_place_known_to_lie_outside(taker: Spot, expected: bool) -> None:
    found = ids(have("kutu"), want("kutu"), giver=Spot(FREE, "F1"), taker=taker)

    assert ("free_zone" in found) is expected


def test_a_caution_leaves_the_score_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    cards = (Card("h", HAVE, "uçucu kül"), Card("w", WANT, "uçucu kül", nace=("2361",)))
    with_rows = rank_all(build(cards))["score"].tolist()
    assert ids(*cards)

    monkeypatch.setattr(cautions, "all_cautions", lambda: ())
    assert ids(*cards) == []
    assert rank_all(build(cards))["score"].tolist() == with_rows
