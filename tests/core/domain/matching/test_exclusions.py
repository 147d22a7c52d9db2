"""What is never suggested."""

import csv
from pathlib import Path

import pytest

from core.config import KNOWLEDGE
from core.domain import reference
from core.domain.choices import Direction, Kind
from core.domain.knowledge.concepts import concept_base
from core.domain.knowledge.dangers import affirmed, all_groups, purposes
from core.domain.matching.cards import Card
from core.domain.matching.exclusions import all_exclusions, between, masks, of_bits, share
from core.domain.matching.ranking import build, rank_all, rank_one
from core.domain.matching.scoring import EVIDENCE, PARTS, Weights

HAVE, WANT = Direction.HAVE, Direction.WANT

Fields = dict[str, object]

UNSAFE: list[tuple[Fields, Fields]] = [
    ({"name": "kullanılmış kızartma yağı"}, {"name": "yem hammaddesi", "activity": "yem fabrikası"}),
    ({"name": "used cooking oil"}, {"name": "fat for compound feed", "nace": ("1091",)}),
    ({"name": "tıbbi atık"}, {"name": "kompost hammaddesi", "activity": "kompost tesisi"}),
    ({"name": "clinical waste", "waste_codes": ("180103",)}, {"name": "plastic raw material", "nace": ("2229",)}),
    ({"name": "asbestli çimento levha"}, {"name": "dolgu malzemesi", "activity": "yol yapımı"}),
    ({"name": "arıtma çamuru", "waste_codes": ("190805",)}, {"name": "yem katkısı", "nace": ("1091",)}),
    ({"name": "EAF dust"}, {"name": "soil improver", "activity": "farm"}),
    ({"name": "emprenyeli ahşap"}, {"name": "hayvan altlığı", "activity": "tavuk çiftliği"}),
    ({"name": "waste engine oil"}, {"name": "animal feed fat", "activity": "feed mill"}),
    ({"name": "yemekhane yemek artığı", "waste_codes": ("200108",)}, {"name": "yem", "activity": "besi çiftliği"}),
    ({"name": "krom tabaklanmış deri kırpıntısı"}, {"name": "protein for feed", "nace": ("1091",)}),
    ({"name": "kullanılmış solvent", "waste_codes": ("140603",)}, {"name": "gıda katkısı", "nace": ("1089",)}),
    ({"name": "pesticide containers"}, {"name": "drums for drinking water", "activity": "bottling"}),
    ({"name": "ölü hayvan"}, {"name": "et unu", "activity": "yem üretimi", "nace": ("1091",)}),
    ({"name": "restoran yemek artığı"}, {"name": "köpek maması hammaddesi", "nace": ("1092",)}),
    ({"name": "monofilament tangle"}, {"name": "protein for animal feed", "nace": ("1091",)}),
]  # fmt: skip
SAFE: list[tuple[Fields, Fields]] = [
    ({"name": "kullanılmış kızartma yağı"}, {"name": "biyodizel hammaddesi", "activity": "biyodizel üretimi"}),
    ({"name": "arıtma çamuru"}, {"name": "alternatif yakıt", "activity": "çimento fabrikası", "nace": ("2351",)}),
    ({"name": "fly ash"}, {"name": "cement additive", "nace": ("2351",)}),
    ({"name": "spent grain"}, {"name": "animal feed", "nace": ("1091",)}),
    ({"name": "ahşap talaşı"}, {"name": "hayvan altlığı", "activity": "tavuk çiftliği"}),
    ({"name": "EAF dust"}, {"name": "zinc raw material", "activity": "zinc smelter", "nace": ("2443",)}),
    ({"name": "animal manure"}, {"name": "fertiliser", "nace": ("01",)}),
    ({"name": "waste solvent", "waste_codes": ("140603",)}, {"name": "fuel", "nace": ("2351",)}),
]  # fmt: skip


CASES = Path(__file__).with_name("exclusion_cases.csv")


def _cases(unsafe: str) -> list[dict[str, str]]:
    with CASES.open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["unsafe"] == unsafe]


def _pair(case: dict[str, str]) -> tuple[Card, Card]:
    codes = (case["have_code"],) if case["have_code"] else ()
    want = Card("w", WANT, case["want_name"], activity=case["want_activity"], nace=(case["want_nace"],))
    have = Card("h", HAVE, case["have_name"], activity=case["have_activity"], waste_codes=codes)
    return have, want


def _cards(have: dict[str, object], want: dict[str, object]) -> tuple[Card, Card]:
    return Card("h", HAVE, **have), Card("w", WANT, **want)  # type: ignore[arg-type]


@pytest.mark.parametrize(("have", "want"), UNSAFE)
def test_an_unsafe_pair_is_excluded(have: dict[str, object], want: dict[str, object]) -> None:
    assert between(*_cards(have, want))


@pytest.mark.parametrize(("have", "want"), SAFE)
def test_a_sound_pair_is_not(have: dict[str, object], want: dict[str, object]) -> None:
    assert not between(*_cards(have, want))


@pytest.mark.parametrize("case", _cases("1"), ids=lambda case: str(case["case_id"]))
def test_a_danger_is_seen_in_whatever_words(case: dict[str, str]) -> None:
    assert between(*_pair(case)), case


@pytest.mark.parametrize("case", _cases("0"), ids=lambda case: str(case["case_id"]))
def test_what_only_looks_dangerous_is_not_kept_back(case: dict[str, str]) -> None:
    assert not between(*_pair(case)), case


def test_the_masks_of_many_cards_say_the_same_as_pairs_do() -> None:
    pairs = [_pair(case) for case in _cases("1")[:20] + _cases("0")[:20]]
    found = masks([card for pair in pairs for card in pair])
    both = found[0::2] & found[1::2]
    assert share(found[0::2], found[1::2]).tolist() == [bool(between(*pair)) for pair in pairs]
    assert [of_bits(row) for row in both.tolist()] == [between(*pair) for pair in pairs]


def test_a_sensitive_use_takes_only_what_is_known_to_be_fit_for_it() -> None:
    def said(have: str, want: str) -> list[str]:
        return [row.exclusion_id for row in between(Card("h", HAVE, have), Card("w", WANT, want))]

    assert "only_eatable" in said("monofilament tangle", "raw material for animal feed")
    assert not said("wheat bran", "raw material for animal feed")
    assert "only_for_soil" in said("carbon fibre cuttings", "compost raw material")


def test_the_trade_of_a_taker_tells_what_a_bare_good_is_for() -> None:
    crumbs, joists = Card("h", HAVE, "fungicide-dressed wheat"), Card("h", HAVE, "painted demolition timber")
    assert between(crumbs, Card("w", WANT, "wheat", activity="flour mill"))
    assert between(joists, Card("w", WANT, "wood chips", activity="horse bedding supplier"))
    assert between(joists, Card("w", WANT, "wood", activity="bakery oven fuel"))
    steam = Card("h", HAVE, "surplus steam", activity="paint factory", kind=Kind.ENERGY)
    assert not between(steam, Card("w", WANT, "steam", activity="dairy", nace=("1051",)))
    boxes = Card("h", HAVE, "cardboard boxes", activity="electronics factory")
    assert not between(boxes, Card("w", WANT, "cardboard boxes", activity="dairy", nace=("1051",)))


def test_exclusions_past_the_first_number_hold_in_the_ranking() -> None:
    assert len(all_exclusions()) > 63
    late = [row.exclusion_id for row in all_exclusions()[63:]]
    have, want = _cards(*UNSAFE[-1])
    assert [row.exclusion_id for row in between(have, want)] == ["only_eatable"] and "only_eatable" in late
    assert masks([have]).shape == (1, 2)


@pytest.mark.parametrize(
    ("have", "want"),
    [
        ({"name": "Greenhouse of 3,000 m2, empty since two seasons"}, {"name": "food for our tomato fair"}),
        ({"name": "Kontrollü atmosferli odalar, baharda boş"}, {"name": "elma için gıda deposu"}),
        ({"name": "boş kamyon dönüşü", "activity": "tabakhane"}, {"name": "sebze ve meyve taşınması"}),
        ({"name": "spare autoclave hours", "activity": "hospital"}, {"name": "sterilising our food jars"}),
    ],
)
def test_a_have_that_surely_speaks_of_a_service_meets_no_exclusion_made_for_goods(
    have: dict[str, object], want: dict[str, object]
) -> None:
    assert not between(*_cards(have, want))
    assert between(*_cards(have | {"kind": Kind.MATERIAL}, want))


def test_what_names_a_danger_is_goods_though_it_reads_like_a_service() -> None:
    load = {"name": "Vidanjörün yükü"}  # its kind is not said; its words are those of a haulier
    assert between(*_cards(load, {"name": "sebze bahçesine gübre"}))
    assert not between(*_cards(load | {"kind": Kind.LOGISTICS}, {"name": "sebze bahçesine gübre"}))


def test_a_service_that_says_what_it_does_is_no_danger_though_it_names_one() -> None:
    survey = {"name": "Asbestos inspection team, accredited, idle in March"}
    assert not between(*_cards(survey, {"name": "asbestos inspection of our old sheds"}))
    assert between(*_cards({"name": "asbestos gaskets"}, {"name": "gaskets for boilers"}))
    analysis = {"name": "Ağır metal analizi için boş laboratuvar kapasitesi"}
    assert not between(*_cards(analysis, {"name": "incirimizde ağır metal analizi"}))


@pytest.mark.parametrize(
    ("have", "want", "is_barred"),
    [
        ("Kurutulmuş çamur, Pb 1.150 mg/kg", "tarla için toprak düzenleyici", True),
        ("Kurutulmuş çamur, Pb 75 mg/kg", "tarla için toprak düzenleyici", False),
        ("Stabilised cake, Hg 14 mg/kg", "organic matter for vineyards", True),
        ("Zinc dust residue, Zn 640,000 mg/kg", "zinc raw material for our zinc smelter", False),
    ],
)
def test_more_metal_than_sludge_on_land_may_hold_is_read_from_its_figure(
    have: str, want: str, is_barred: bool
) -> None:
    rules = [row.exclusion_id for row in between(Card("h", HAVE, have), Card("w", WANT, want))]
    assert ("metals_over_limit" in rules) == is_barred


def test_a_taker_without_the_permit_is_not_taken_for_one_that_has_it() -> None:
    tyres = Card("h", HAVE, "tyre chips")
    assert between(tyres, Card("w", WANT, "kiln fuel, no co-incineration permit", activity="brick kiln"))
    assert not between(
        tyres, Card("w", WANT, "kiln fuel", activity="cement plant with permit", nace=("2351",))
    )


def test_the_trade_of_a_taker_tells_what_a_liquid_or_filler_will_meet() -> None:
    cyanide, slag = Card("h", HAVE, "siyanürlü banyo"), Card("h", HAVE, "aluminium salt slag")
    assert between(cyanide, Card("w", WANT, "banyo katkısı", activity="asitleme tesisi"))
    assert between(slag, Card("w", WANT, "mineral filler", activity="concrete products factory"))
    assert not between(slag, Card("w", WANT, "mineral filler", activity="salt slag recovery"))


def test_what_held_poison_is_not_lent_for_food_though_a_service_is_no_goods() -> None:
    tanker: Fields = {"name": "Tanker back empty from the solvent terminal", "kind": Kind.LOGISTICS}
    milk: Fields = {"name": "tanker for raw milk", "kind": Kind.LOGISTICS}
    assert [row.exclusion_id for row in between(*_cards(tanker, milk))] == ["dirty_vessel_for_food"]
    assert not between(*_cards(tanker, {"name": "tanker for waste acid"}))
    assert not between(*_cards({"name": "Milk tanker, washed", "kind": Kind.LOGISTICS}, milk))
    builders: Fields = {"name": "çatı söküm ekibi", "kind": Kind.WORKFORCE}
    asbestos: Fields = {"name": "asbestli çatıyı sökecek ekip"}
    assert [row.exclusion_id for row in between(*_cards(builders, asbestos))] == ["asbestos_work"]
    assert not between(*_cards(builders | {"name": "lisanslı asbest söküm ekibi"}, asbestos))


def test_a_time_when_something_is_free_is_not_read_as_a_denial() -> None:
    assert "plumbers" in affirmed("Plumbers free in winter") and "lead" not in affirmed("lead free solder")
    assert "pcb" not in affirmed("PCB'siz trafo yağı") and "pcb" in affirmed("PCB'li trafo yağı")


def test_the_un_number_of_a_dangerous_good_marks_its_pack() -> None:
    raisins = Card("w", WANT, "big bags for raisins")
    assert between(Card("h", HAVE, "big bags printed UN 2811"), raisins)
    assert not between(Card("h", HAVE, "big bags, 2811 pieces"), raisins)


def test_what_a_have_denies_is_not_held_against_it() -> None:
    want = Card("w", WANT, "hayvan altlığı", activity="tavuk çiftliği", nace=("0147",))
    assert between(Card("h", HAVE, "ahşap talaşı", description="Bir kısmı boyalı palet talaşı."), want)
    assert not between(Card("h", HAVE, "ahşap talaşı", description="Boya ve tutkal içermez."), want)
    assert not between(Card("h", HAVE, "wood shavings, never painted or impregnated"), want)
    fill = Card("w", WANT, "alt temel molozu")
    assert between(Card("h", HAVE, "sökülmüş ondüle çimento çatı"), fill)
    assert not between(Card("h", HAVE, "asbestsiz ondüle çimento çatı"), fill)
    assert "asbest" not in affirmed("asbest içermeyen levha") and "asbest" in affirmed("asbestli levha")


def test_a_want_is_bound_by_the_use_it_describes_not_by_what_it_rules_out() -> None:
    rinse = Card("h", HAVE, "nickel plating rinse water")
    assert between(rinse, Card("w", WANT, "water", description="We use it for irrigation of vegetables."))
    assert not between(rinse, Card("w", WANT, "water", description="Drinking quality is not needed."))
    assert purposes("icme kalitesi gereksiz. beton icin") == [" beton icin"]


def test_where_a_thing_comes_from_may_make_it_a_danger() -> None:
    want = Card("w", WANT, "sulama suyu", activity="sebze üreticisi")
    assert between(Card("h", HAVE, "durulama atıksuyu", activity="krom kaplama atölyesi"), want)
    assert between(Card("h", HAVE, "wash water", nace=("2561",)), want)
    assert not between(Card("h", HAVE, "wash water", activity="vegetable packer"), want)


def test_heat_of_a_dirty_gas_may_warm_but_not_touch_food() -> None:
    gas = Card("h", HAVE, "kazan baca gazı ısısı", kind=Kind.ENERGY)
    heat = Card("w", WANT, "sera ısıtma", kind=Kind.ENERGY, nace=("0113",))
    direct = Card("w", WANT, "gıdayı doğrudan kurutan sıcak gaz", activity="meyve kurutma", nace=("1039",))
    assert not between(gas, heat)
    assert between(gas, direct)


@pytest.mark.parametrize("alone", [None, *EVIDENCE])
def test_no_weighting_brings_an_excluded_pair_back(alone: str | None) -> None:
    weights = Weights() if alone is None else Weights(**(dict.fromkeys(PARTS, 0.0) | {alone: 1.0}))
    for have, want in UNSAFE:
        shared: Fields = {"description": "aynı sözler the same words", "lat": 38.4, "lon": 27.1}
        a, b = _cards(have | shared, want | shared)
        index = build([a, b])
        assert rank_all(index, None, weights).empty
        assert rank_one(index, a, None, weights).empty and rank_one(index, b, None, weights).empty


def test_every_row_is_complete_and_names_what_exists() -> None:
    with (KNOWLEDGE / "exclusions.csv").open(encoding="utf-8", newline="") as file:
        assert len(list(csv.DictReader(file))) == len(all_exclusions())
    names: dict[str, str] = {group.name: group.side for group in all_groups()}
    uses = {name for name, side in names.items() if side in ("use", "use_named")} | {"*"}
    for row in all_exclusions():
        assert row.dangers and (row.fit or "*" not in row.dangers)
        assert all(names[one].startswith("danger") for one in row.dangers - {"*"})
        assert all(names[one] == "quality" for one in row.fit)
        assert row.uses and row.uses <= uses
        assert all(names[one] == "way_out" for one in row.unless)
        assert row.reason_en and row.reason_tr and row.rule


def test_every_group_leans_on_what_exists_and_stands_above_it() -> None:
    known, codes = set(concept_base().row_of), reference.waste_codes()
    above: set[str] = set()
    for group in all_groups():
        parts = (group.single, group.unless, *(part for term in group.combined for part in term))
        for fact in {fact for part in parts for fact in part}:
            column, _, value = fact.partition(":")
            assert column != "concept" or value in known, fact
            assert column != "code" or value == "hazardous" or any(one.startswith(value) for one in codes), (
                fact
            )
            assert not fact.startswith("@") or fact[1:] in above, fact
        above.add(group.name)
