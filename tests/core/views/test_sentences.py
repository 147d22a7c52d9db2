"""What a suggestion says: the sentence, its reason, amounts, places and distances, in both languages."""

from dataclasses import replace
from typing import Any

import pytest

from core.domain.knowledge.materials import all_concepts
from core.domain.matching.explaining import Explanation
from core.domain.matching.objections import Against, Objection
from core.i18n import translator
from core.views import sentences

EN, TR = translator("en"), translator("tr")
ROW: dict[str, Any] = {
    "have_name": "Kırık cam",
    "have_firm_name": "Akdolum A.Ş.",
    "want_name": "Cam kırığı",
    "want_firm_name": None,
    "want_sector": "minerals",
    "want_district": "Bergama",
}


def why(terms: tuple[str, ...] = (), codes: tuple[str, ...] = (), **parts: float) -> Explanation:
    return Explanation("h", "w", 0.5, tuple(parts.items()), None, False, terms, codes)


def test_the_sentence_names_who_agreed_and_says_the_trade_of_who_did_not() -> None:
    assert sentences.sentence(ROW, EN) == (
        "Akdolum A.Ş. gives “Kırık cam”; "
        "a firm from Bergama (Cement, glass, ceramics and stone) looks for “Cam kırığı”."
    )
    assert sentences.sentence(ROW | {"want_district": None, "want_sector": None}, TR) == (
        "Akdolum A.Ş. “Kırık cam” veriyor; bir firma “Cam kırığı” arıyor."
    )


def test_what_people_typed_is_dressed_and_nothing_else() -> None:
    said = sentences.sentence(
        ROW | {"want_district": None, "want_sector": None}, EN, lambda typed: f"<{typed}>"
    )

    assert said == "<Akdolum A.Ş.> gives “<Kırık cam>”; <a firm> looks for “<Cam kırığı>”."


def test_a_sentence_begins_with_a_capital_also_in_turkish() -> None:
    assert sentences.capitalised("izmirli firma", TR) == "İzmirli firma"
    assert sentences.capitalised("a firm", EN) == "A firm"
    assert sentences.capitalised("", EN) == ""


def test_that_the_card_asks_for_something_else_is_said_before_what_speaks_for_the_pair() -> None:
    wood = next(one for one in all_concepts() if one.id == "wood")
    told = replace(why(sector=0.2), against=(Against(Objection.OTHER, thing=wood),))

    assert sentences.reason(told, EN) == (
        "The card asks for “Wood”; the have is something else: ask first. "
        "The taker's activity may use such a thing."
    )
    assert sentences.reason(told, TR).startswith("Kart aslında “Ahşap” arıyor, verilen ise başka bir şey")


@pytest.mark.parametrize(
    ("explanation", "expected"),
    [
        (
            why(("cam şişe",), ("150107",), text=0.3, waste_code=0.1),
            "Because both cards speak of “cam şişe” and carry waste code 15 01 07.",
        ),
        (why((), ("060101",), waste_code=0.1), "Because both cards carry waste code 06 01 01*."),
        (
            why(("cam",), (), text=0.1, sector=0.2),
            "Because both cards speak of “cam”. The taker's activity may use such a thing.",
        ),
        (why((), (), precedent=0.2, distance=0.3), "Something like it has been exchanged elsewhere."),
        (why((), (), distance=0.3), ""),
    ],
)
def test_the_reason_names_the_most_telling_evidence(explanation: Explanation, expected: str) -> None:
    assert sentences.reason(explanation, EN) == expected


@pytest.mark.parametrize(
    ("typed", "yearly", "unit", "period", "english", "turkish"),
    [
        ("12 ton/ay", 144.0, "t", "month", "144 t a year", "yılda 144 t"),
        ("7.000 m3", 7000.0, "m3", "year", "7,000 m³ a year", "yılda 7.000 m³"),
        ("40 t, tek sefer", 40.0, "t", "once", "40 t, once", "bir kerelik 40 t"),
        (
            "bir köşe",
            None,
            None,
            None,
            "“bir köşe”, not converted to a year",
            "“bir köşe” (yıllığa çevrilemedi)",
        ),
        (None, float("nan"), None, None, "quantity not known", "miktar bilinmiyor"),
    ],
)
def test_an_amount_is_a_year_where_it_can_be_and_as_typed_where_not(
    typed: str | None, yearly: float | None, unit: str | None, period: str | None, english: str, turkish: str
) -> None:
    row = {"quantity_typed": typed, "yearly_amount": yearly, "yearly_unit": unit, "period": period}

    assert (sentences.amount(row, "", EN), sentences.amount(row, "", TR)) == (english, turkish)


def test_a_place_is_as_exact_as_the_reader_may_know() -> None:
    row = {
        "zone_name_tr": "Bergama OSB",
        "zone_name_en": "Bergama Zone",
        "district": "Bergama",
        "is_named": True,
    }

    assert sentences.place(row, "", TR) == "Bergama OSB, Bergama"
    assert sentences.place(row | {"zone_name_en": None}, "", EN) == "Bergama"
    nothing = {"zone_name_tr": None, "zone_name_en": None, "district": None}
    assert sentences.place(nothing | {"is_named": True}, "", EN) == "place not known"
    assert sentences.place(nothing | {"is_named": False}, "", EN) == "place not disclosed"


@pytest.mark.parametrize(
    ("km", "is_coarse", "english", "turkish"),
    [
        (8.64, False, "8.6 km as the crow flies", "kuş uçuşu 8,6 km"),
        (33.4, False, "33 km as the crow flies", "kuş uçuşu 33 km"),
        (40.0, True, "at most 40 km as the crow flies", "kuş uçuşu en çok 40 km"),
        (None, True, "distance not disclosed", "uzaklık paylaşılmıyor"),
        (float("nan"), False, "distance not known", "uzaklık bilinmiyor"),
    ],
)
def test_a_distance_says_that_it_is_as_the_crow_flies(
    km: float | None, is_coarse: bool, english: str, turkish: str
) -> None:
    assert (sentences.far(km, is_coarse, EN), sentences.far(km, is_coarse, TR)) == (english, turkish)


def test_gaps_seasons_and_codes_are_words() -> None:
    assert sentences.lacking({"have_missing": ("quantity", "photo")}, "have", TR) == "yıllık miktar, fotoğraf"
    assert sentences.season("10;11;1", TR) == "Eki, Kas, Oca"
    assert sentences.season(None, EN) == ""
    assert sentences.codes("150107;999999", EN) == ["15 01 07 Glass packaging", "99 99 99"]
    assert sentences.codes(None, EN) == ()


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"taken_by": 0}, ""),
        ({"taken_by": 2, "taken_amount": 80.0}, "80 of 120 t a year taken by 2 synergies"),
        ({"taken_by": 1, "taken_amount": 80.0}, "80 of 120 t a year taken by 1 synergy"),
        ({"taken_by": 1, "taken_amount": 0.0}, "Synergies run with it, amount not known: 1"),
        (
            {"taken_by": 2, "taken_amount": 130.0, "is_used_up": True},
            "Nothing left of 120 t: no longer suggested (synergies: 2)",
        ),
    ],
)
def test_a_card_says_what_running_synergies_take(row: dict[str, object], said: str) -> None:
    whole = {"yearly_amount": 120.0, "yearly_unit": "t", "is_used_up": False}

    assert sentences.taken(whole | row, translator("en")) == said


def test_a_suggestion_says_what_is_still_free() -> None:
    row = {"have_quantity_typed": None, "have_yearly_amount": 40.0, "have_yearly_unit": "t"}
    taken = {"have_period": "year", "have_taken_by": 1, "have_whole_amount": 120.0}

    assert sentences.amount(row | taken, "have", translator("en")) == "40 of 120 t still free"
