"""Chains through a processor: who stands between a have and a want, what never may, and that few are told."""

from dataclasses import replace

import pytest

from core.domain.choices import Direction, Kind
from core.domain.knowledge import processes
from core.domain.knowledge.concepts import concept_base
from core.domain.matching import chains
from core.domain.matching.answers import of_chain
from core.domain.matching.cards import Card
from core.domain.matching.chains import Permit
from core.domain.matching.index import build
from core.domain.reference import nace_codes

GIVE, WANT, MATERIAL = Direction.HAVE, Direction.WANT, Kind.MATERIAL
PLACE = {"lat": 38.4, "lon": 27.1}
TYRES = Card(
    "tyres", GIVE, "ömrünü tamamlamış lastik", MATERIAL, firm_id="fleet", waste_codes=("160103",), **PLACE
)
CRUMB = Card("crumb", WANT, "kauçuk granül", MATERIAL, firm_id="mats", nace=("2219",), **PLACE)
CRUSHER = Card(
    "crusher", WANT, "", firm_id="crusher", activity="ÖTL kırma, kauçuk granül", nace=("383202",), **PLACE
)
LASTING = Permit("R3", "160103")


def found(
    *cards: Card, sites: tuple[Card, ...] = (CRUSHER,), **permits: tuple[Permit, ...]
) -> list[tuple[str, ...]]:
    frame = chains.of_index(build(cards), sites, permits)
    return list(frame[["have_id", "site_id", "want_id"]].itertuples(index=False, name=None))


def test_a_have_reaches_a_want_through_the_firm_that_treats_it() -> None:
    frame = chains.of_index(build([TYRES, CRUMB]), [CRUSHER], {})

    row = frame.iloc[0]
    assert (row["have_id"], row["site_id"], row["want_id"]) == ("tyres", "crusher", "crumb")
    assert (row["process"], row["product"]) == ("rubber_crumbing", "rubber_crumb")
    assert row["score"] == pytest.approx(min(row["take"], row["make"]))  # nothing is lost next door
    assert not row["is_permitted"]


def test_a_recovery_permit_for_the_waste_code_makes_the_first_link_sure() -> None:
    frame = chains.of_index(build([TYRES, CRUMB]), [CRUSHER], {"crusher": (LASTING,)})
    other = chains.of_index(build([TYRES, CRUMB]), [CRUSHER], {"crusher": (Permit("R3", "200101"),)})

    assert frame["take"].iloc[0] == pytest.approx(1.0)
    assert list(frame["is_permitted"]) == [True]
    assert other["take"].iloc[0] == pytest.approx(chains.BY_BOTH)


def test_a_long_way_costs_some_of_the_score() -> None:
    far = Card(
        "crusher",
        WANT,
        "",
        firm_id="crusher",
        activity=CRUSHER.activity,
        nace=CRUSHER.nace,
        lat=39.4,
        lon=27.1,
    )
    near, farther = (
        chains.of_index(build([TYRES, CRUMB]), [site], {"crusher": (LASTING,)}) for site in (CRUSHER, far)
    )

    assert farther["score"].iloc[0] < near["score"].iloc[0]
    assert farther["distance_km"].iloc[0] == pytest.approx(2 * 111.19, abs=0.1)  # a degree of latitude, twice


@pytest.mark.parametrize(
    "site",
    [
        Card("b", WANT, "", firm_id="b", activity="ekmek fırını", nace=("1071",), **PLACE),
        Card("p", WANT, "", firm_id="p", activity="PE-PP plastik geri dönüşüm", nace=("3832",), **PLACE),
        Card("fleet", WANT, "", firm_id="fleet", activity=CRUSHER.activity, nace=("3832",), **PLACE),
        Card("mats", WANT, "", firm_id="mats", activity=CRUSHER.activity, nace=("3832",), **PLACE),
    ],
    ids=["another trade", "another process", "the giver itself", "the taker itself"],
)
def test_who_does_not_do_it_or_is_one_of_the_two_is_no_processor(site: Card) -> None:
    assert found(TYRES, CRUMB, sites=(site,)) == []


def test_what_fits_as_it_is_needs_no_processor() -> None:
    asked = Card("asked", WANT, "ömrünü tamamlamış lastik, kauçuk granül", MATERIAL, firm_id="mats", **PLACE)

    assert found(TYRES, asked) == []


def test_paper_does_not_become_plastic_and_one_polymer_not_another() -> None:
    site = Card(
        "r", WANT, "", firm_id="r", activity="plastik geri dönüşüm, plastik granül", nace=("3832",), **PLACE
    )
    film = Card("film", GIVE, "polietilen film firesi", MATERIAL, firm_id="f", **PLACE)
    granulate = "geri dönüştürülmüş plastik granül"
    same = Card("pe", WANT, f"{granulate}, polietilen", MATERIAL, firm_id="w", nace=("2222",), **PLACE)
    other = Card("pp", WANT, f"{granulate}, polipropilen", MATERIAL, firm_id="w", nace=("2222",), **PLACE)

    assert ("film", "r", "pp") not in found(film, same, other, sites=(site,))


COMPOSTER = Card("c", WANT, "", firm_id="c", activity="kompost tesisi", nace=("3821",), **PLACE)
SOIL = Card("soil", WANT, "kompost", MATERIAL, firm_id="vine", activity="bağ", nace=("0121",), **PLACE)


@pytest.mark.parametrize(
    ("name", "codes", "expected"),
    [
        ("park bahçe yeşil atık", (), [("g", "c", "soil")]),
        ("park bahçe yeşil atık, kontamine", ("170503",), []),
    ],
    ids=["clean", "hazardous"],
)
def test_no_chain_carries_a_danger_to_where_it_must_not_come(
    name: str, codes: tuple[str, ...], expected: list[tuple[str, ...]]
) -> None:
    green = Card("g", GIVE, name, MATERIAL, firm_id="g", waste_codes=codes, **PLACE)

    assert found(green, SOIL, sites=(COMPOSTER,)) == expected


def test_few_are_told_of_each_card_and_always_the_same() -> None:
    haves = [
        Card(f"h{number}", GIVE, TYRES.name, MATERIAL, firm_id=f"f{number}", **PLACE) for number in range(6)
    ]
    first = found(*haves, CRUMB)

    assert [have for have, _, _ in first] == ["h0", "h1", "h2", "h3"]
    assert first == found(*reversed(haves), CRUMB)


def test_hidden_cards_take_no_part() -> None:
    assert chains.of_index(build([TYRES, CRUMB]), [CRUSHER], {}, {"tyres"}).empty
    assert chains.of_index(build([]), [CRUSHER], {}).empty


WATER, ENERGY = Kind.WATER, Kind.ENERGY
SEWAGE = Card("sewage", GIVE, "evsel atık su", WATER, firm_id="canteen", zone="osb", **PLACE)
BOILER = Card("boiler", WANT, "proses suyu", WATER, firm_id="dyer", nace=("1330",), zone="osb", **PLACE)
PLANT = Card(
    "plant",
    WANT,
    "",
    firm_id="zone",
    activity="OSB ortak atıksu arıtma",
    nace=("370001",),
    zone="osb",
    **PLACE,
)


def test_water_is_treated_and_used_again_within_its_short_reach() -> None:
    frame = chains.of_index(build([SEWAGE, BOILER]), [PLANT], {})

    assert list(frame["process"]) == ["water_reclamation"]
    assert list(frame["product"]) == ["process_water"]
    assert found(SEWAGE, BOILER, sites=(PLANT,)) == [("sewage", "plant", "boiler")]


@pytest.mark.parametrize(
    ("lat", "zone", "expected"),
    [(38.44, None, 1), (38.46, None, 0), (38.46, "osb", 1), (None, None, 0)],
    ids=["4.4 km", "6.7 km", "6.7 km in one zone", "place unknown"],
)
def test_water_that_cannot_come_there_makes_no_chain(
    lat: float | None, zone: str | None, expected: int
) -> None:
    far = replace(BOILER, lat=lat, zone=zone)

    assert len(found(SEWAGE, far, sites=(PLANT,))) == expected


def test_a_dye_house_s_effluent_never_comes_to_plants() -> None:
    dye = replace(SEWAGE, name="boyahane atık suyu")
    garden = Card("garden", WANT, "sulama suyu", WATER, firm_id="park", zone="osb", **PLACE)

    assert found(SEWAGE, replace(garden, name="proses suyu"), sites=(PLANT,)) != []
    assert found(dye, garden, sites=(PLANT,)) == []


LUKEWARM = Card("air", GIVE, "kompresör atık ısısı", ENERGY, firm_id="press", zone="osb", **PLACE)
HEATER = Card(
    "heater",
    WANT,
    "",
    firm_id="heat",
    activity="bölgesel ısıtma, ısı pompası",
    nace=("353021",),
    zone="osb",
    **PLACE,
)


def test_a_heat_pump_makes_hot_water_of_lukewarm_air_next_door() -> None:
    laundry = Card("laundry", WANT, "proses ısısı", ENERGY, firm_id="wash", zone="osb", **PLACE)

    frame = chains.of_index(build([LUKEWARM, laundry]), [HEATER], {})

    assert list(frame["process"]) == ["heat_pump_upgrade"]
    assert found(LUKEWARM, replace(laundry, lat=38.43, zone=None), sites=(HEATER,)) == []  # 3.3 km of pipe


def test_an_organic_rankine_cycle_makes_electricity_of_flue_gas_which_the_grid_carries_far() -> None:
    gas = Card("gas", GIVE, "baca gazı", ENERGY, firm_id="kiln", zone="osb", **PLACE)
    power = Card("power", WANT, "elektrik", ENERGY, firm_id="mill", lat=38.9, lon=27.1)
    orc = replace(HEATER, id="orc", activity="atık ısıdan elektrik, ORC", nace=("351119",))

    assert found(gas, power, sites=(orc,)) == [("gas", "orc", "power")]


def test_a_draft_finds_its_chains_before_the_index_knows_it() -> None:
    frame = chains.of_index(build([CRUMB]), [CRUSHER], {}, haves=[TYRES])

    assert list(frame["have_id"]) == ["tyres"]


def test_a_draft_that_fits_as_it_is_needs_no_processor() -> None:
    asked = Card("asked", WANT, "ömrünü tamamlamış lastik, kauçuk granül", MATERIAL, firm_id="mats", **PLACE)

    assert chains.of_index(build([asked]), [CRUSHER], {}, haves=[TYRES]).empty


def test_what_an_answer_hides_makes_room_for_the_next_chain() -> None:
    haves = [Card(f"h{n}", GIVE, TYRES.name, MATERIAL, firm_id=f"f{n}", **PLACE) for n in range(6)]
    hidden = {of_chain("h0", "crumb", "crusher")}

    frame = chains.of_index(build([*haves, CRUMB]), [CRUSHER], {}, hidden=hidden)

    assert list(frame["have_id"]) == ["h1", "h2", "h3", "h4"]


def test_each_treatment_says_where_it_is_described_or_that_it_is_our_own() -> None:
    for one in processes.all_processes():
        is_own = one.source == processes.OWN
        assert one.source and is_own != one.source_url.startswith(("https://", "http://")), one.process_id


def test_each_process_names_known_things_classes_and_operations() -> None:
    known = concept_base().row_of
    digits = {code.replace(".", "") for code in nace_codes()}
    for one in processes.all_processes():
        assert {*one.takes, *one.makes, *one.keeps} <= set(known), one.process_id
        assert one.takes and one.makes and one.done_en and one.done_tr and one.words, one.process_id
        assert all(any(code.startswith(begin) for code in digits) for begin in one.nace), one.process_id
        assert all(operation[0] == "R" and 1 <= int(operation[1:]) <= 13 for operation in one.operations)
