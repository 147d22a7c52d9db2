"""Chains through a processor: who stands between a have and a want, what never may, and that few are told."""

import pytest

from core.domain.choices import Direction, Kind
from core.domain.knowledge.concepts import concept_base
from core.domain.matching import chains
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


def test_each_process_names_known_things_classes_and_operations() -> None:
    known = concept_base().row_of
    digits = {code.replace(".", "") for code in nace_codes()}
    for one in chains.all_processes():
        assert {*one.takes, *one.makes, *one.keeps} <= set(known), one.process_id
        assert one.takes and one.makes and one.done_en and one.done_tr and one.words, one.process_id
        assert all(any(code.startswith(begin) for code in digits) for begin in one.nace), one.process_id
        assert all(operation[0] == "R" and 1 <= int(operation[1:]) <= 13 for operation in one.operations)
