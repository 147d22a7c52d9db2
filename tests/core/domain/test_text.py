"""Words of Turkish and English cards: what must meet, what must stay apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.text import fold, lower_tr, numbers, stem, stems, tokens

FAMILIES = [
    "kül külü külünün küllerinden külleri",
    "atık atığı atıkları atığın atıklarının atıktan",
    "hurda hurdası hurdaları hurdanın",
    "talaş talaşı talaşları talaşının",
    "yağ yağı yağları yağların",
    "su suyu suyun suları sular",
    "kâğıt kağıdı kağıtlar",
    "ağaç ağacı ağaçlar ağacın",
    "zeytinyağı zeytinyağları zeytinyağının",
    "plastik plastiği plastiklerin",
    "tesis tesisi tesislerinden",
    "ash ashes",
    "sludge sludges",
    "battery batteries",
    "recycle recycled recycling",
    "process processes processing",
    "oxide oxides",
    "metal metaller metalleri metals",
    "depo depomuz deponuz depomuzdan",
    "görevli görevlimiz görevlimizin",
    "atık atığımız atıklarımızı",
    "galvaniz galvanizi",
]


@pytest.mark.parametrize("family", FAMILIES)
def test_all_forms_of_a_word_meet_with_and_without_dots(family: str) -> None:
    forms = family.split()
    assert len({stem(fold(form)) for form in forms} | {stem(fold(fold(form))) for form in forms}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("heat", "head"), ("kül", "kum"), ("cam", "çamur"), ("su", "süt"), ("boya", "boru"), ("temiz", "temel")],
)
def test_different_words_stay_apart(one: str, other: str) -> None:
    assert stem(fold(one)) != stem(fold(other))


def test_capital_i_follows_turkish_rules_unless_the_text_is_english() -> None:
    assert lower_tr("IŞIK İLE ÇELİK HURDASI") == "ışık ile çelik hurdası"
    assert lower_tr("MILL SCALE FOR INDUSTRIAL FURNACES") == "mill scale for industrial furnaces"
    assert lower_tr("MIXED TALAŞI") == "mixed talaşı"


def test_letters_composed_of_two_signs_are_the_same_letters() -> None:
    assert lower_tr("c\u0327elik") == "çelik"
    assert fold("I\u0307zmir") == "izmir"


def test_fold_forgives_dots_accents_and_apostrophes() -> None:
    assert fold("  UÇUCU   Kül ") == fold("ucucu kul") == "ucucu kul"
    assert fold("Kemalpaşa’nın") == fold("KEMALPASANIN") == "kemalpasanin"


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_numbers_units_and_stop_words_are_not_words() -> None:
    assert tokens("ayda 12,5 ton çelik talaşı (%3 nem) ve 200kg bor yağı için") == [
        "ayda",
        "celik",
        "talasi",
        "nem",
        "bor",
        "yagi",
    ]
    assert tokens("500 m³ of water per year") == ["water"]
    assert numbers("12,5 ton; %3") == ["12,5", "3"]


def test_water_is_not_taken_for_a_stop_word() -> None:
    assert tokens("şu sıcak su") == ["sicak", "su"]


def test_codes_that_begin_with_a_letter_are_words() -> None:
    assert tokens("CO2 ve PA66") == ["co2", "pa66"]


def test_suffixes_after_an_apostrophe_fall_off() -> None:
    assert tokens("İZBAŞ'ta l'eau firm's") == ["izbas", "eau", "firm"]


def test_stems_keep_the_order() -> None:
    assert stems(["kulleri", "ashes"]) == ["kul", "ash"]
