"""What a reader may see: names only where agreed, places only in a crowd, no phone, and the own firm always."""

from typing import Any

import numpy as np
import pandas as pd
import pytest

from core.domain import disclosure
from core.domain.choices import Role
from core.domain.model import User

ADVISOR = User("a", "Deniz", Role.ADVISOR, firm_id=None)
PARTICIPANT = User("p", "Ece", Role.PARTICIPANT, firm_id="F1")
WITHHELD = (
    "firm_id",
    "firm_name",
    "site_id",
    "site_name",
    "lat",
    "lon",
    "zone_id",
    "zone_name_tr",
    "zone_short_name",
    "place",
    "activity",
    "nace",
    "handling",
    "price_per_unit",
    "entered_by",
    "external_id",
)
CROWDED = {("minerals", "Bergama")}


def cards(**changes: Any) -> pd.DataFrame:
    """Return one card of a jar maker in Bergama, as storage gives it, with what a test changes."""
    card = {
        "resource_id": "R1",
        "name": "Pergalar cam kırığı",
        "description": None,
        "composition": None,
        "condition": None,
        "quantity_typed": "12 t/ay",
        "interval_text": None,
        "firm_id": "F2",
        "firm_name": "Pergalar Kavanoz ve Şişe San. A.Ş.",
        "site_id": "S2",
        "site_name": "Bergama fabrikası",
        "external_id": "REC-1",
        "place": "organised_zone",
        "zone_id": "bosbi",
        "zone_name_tr": "Bergama OSB",
        "zone_name_en": "Bergama Zone",
        "zone_short_name": "BOSBİ",
        "district": "Bergama",
        "lat": 39.1,
        "lon": 27.2,
        "coordinate_quality": "site",
        "nace": "23.13",
        "activity": "kavanoz",
        "handling": "landfill",
        "price_per_unit": 5.0,
        "price_unit": "t",
        "price_date": None,
        "price_vat_included": None,
        "entered_by": "a",
        "source_id": None,
        "visibility": "anonymous",
        "is_draft": False,
        "has_photo": True,
    }
    return pd.DataFrame([card | changes])


def seen(reader: disclosure.Reader, **changes: Any) -> pd.DataFrame:
    return disclosure.cards_for(cards(**changes), reader, CROWDED)


def test_staff_sees_everything_and_learns_the_sector() -> None:
    card = seen(disclosure.STAFF).iloc[0]

    assert (card["firm_name"], card["sector"], card["is_named"]) == (
        "Pergalar Kavanoz ve Şişe San. A.Ş.",
        "minerals",
        True,
    )


def test_an_anonymous_card_is_shown_to_others_without_what_tells_the_firm() -> None:
    card = seen(disclosure.guest("F1")).iloc[0]

    assert all(card[column] is None for column in WITHHELD)
    assert (card["name"], card["is_named"], card["has_photo"]) == ("… cam kırığı", False, False)
    assert (card["sector"], card["quantity_typed"]) == ("minerals", "12 t/ay")


def test_the_district_is_said_only_where_the_firm_stands_in_a_crowd() -> None:
    assert seen(disclosure.guest(None)).iloc[0]["district"] == "Bergama"
    assert seen(disclosure.guest(None), nace="10.39").iloc[0]["district"] is None
    assert seen(disclosure.guest(None), nace=None).iloc[0]["district"] is None


def test_a_text_names_neither_zone_nor_a_district_that_is_withheld() -> None:
    said = "BOSBİ'de, Bergama'da cam"

    assert seen(disclosure.guest(None), description=said).iloc[0]["description"] == "…'de, Bergama'da cam"
    alone = seen(disclosure.guest(None), description=said, nace="10.39").iloc[0]
    assert alone["description"] == "…'de, …'da cam"


def test_a_card_for_everybody_names_its_firm_but_no_phone_or_address_of_a_person() -> None:
    said = "Pergalar, Ali Bey 0532 444 55 66, ali@pergalar.com.tr, +90 232 111 22 33, tel 0(232)1112233"
    card = seen(disclosure.guest("F1"), visibility="everybody", description=said).iloc[0]

    assert (card["firm_name"], card["lat"], card["is_named"]) == (
        "Pergalar Kavanoz ve Şişe San. A.Ş.",
        39.1,
        True,
    )
    assert card["description"] == "Pergalar, Ali Bey …, …, …, tel …"


def test_amounts_and_codes_are_not_taken_for_phones() -> None:
    said = "150107, 10.09.08, 0,5 mm, 2024 05 12, 1.200.000 kg, 05-12 mm"

    assert seen(disclosure.guest(None), description=said).iloc[0]["description"] == said


def test_cards_for_advisors_and_drafts_are_not_shown_to_others() -> None:
    assert seen(disclosure.guest("F1"), visibility="advisors").empty
    assert seen(disclosure.guest("F1"), is_draft=True).empty
    assert seen(disclosure.guest("F1"), is_draft=True, visibility="everybody").empty


@pytest.mark.parametrize("visibility", ["everybody", "anonymous", "advisors"])
def test_a_firm_sees_its_own_cards_whole(visibility: str) -> None:
    card = seen(
        disclosure.guest("F2"), visibility=visibility, is_draft=True, description="0532 444 55 66"
    ).iloc[0]

    assert (card["firm_name"], card["name"], card["description"]) == (
        "Pergalar Kavanoz ve Şişe San. A.Ş.",
        "Pergalar cam kırığı",
        "0532 444 55 66",
    )


def test_no_cards_stay_no_cards() -> None:
    assert disclosure.cards_for(cards().iloc[:0], disclosure.guest("F1"), CROWDED).empty


def test_staff_may_look_as_a_guest_but_nobody_else_becomes_another_firms() -> None:
    assert disclosure.reader_of(ADVISOR) == disclosure.STAFF
    assert disclosure.reader_of(ADVISOR, as_guest=True, guest_of="F9") == disclosure.Reader(False, "F9")
    assert disclosure.reader_of(PARTICIPANT, as_guest=True, guest_of="F9") == disclosure.Reader(False, "F1")


def test_three_firms_of_a_sector_make_a_crowd_in_a_district_but_three_sites_of_one_do_not() -> None:
    firms = pd.DataFrame(
        [
            ("F1", "23.13", "Bergama"),
            ("F2", "23.51", "Bergama"),
            ("F3", "23.70", "Bergama"),
            ("F4", "10.39", "Torbalı"),
            ("F4", "10.41", "Torbalı"),
            ("F4", "10.51", "Torbalı"),
            ("F5", None, "Torbalı"),
            ("F6", "10.39", None),
        ],
        columns=["firm_id", "nace", "district"],
    )

    assert disclosure.crowded_places(firms) == {("minerals", "Bergama")}


@pytest.mark.parametrize(
    ("firm", "said", "expected"),
    [
        ("Kordelya Salça Gıda A.Ş.", "Kordelyanın salça posası", "… salça posası"),
        ("Kordelya Salça Gıda A.Ş.", "www.kordelyasalca.com", "www.….com"),
        ("S.S. Falaka Zeytin Kooperatifi", "FALAKA zeytin karasuyu", "… zeytin karasuyu"),
        ("Çinkotaş Galvaniz A.Ş.", "cinkotas galvaniz külü", "… galvaniz külü"),
        ("Külçe Ege Alüminyum San. A.Ş.", "Külçe Ege cürufu, alüminyum külçe", "… … cürufu, alüminyum külçe"),
        ("Nif A.Ş.", "Nif suyu, nifçe", "… suyu, nifçe"),
        ("Kordelya A.Ş.", None, None),
        (None, "salça posası", "salça posası"),
    ],
)
def test_a_text_does_not_name_its_firm_and_stays_readable(
    firm: str | None, said: str | None, expected: str | None
) -> None:
    assert disclosure.without_name(said, firm) == expected


def test_firms_that_agreed_to_nothing_are_for_staff_only() -> None:
    firms = pd.DataFrame(
        {
            "firm_id": ["F1", "F2", "F3"],
            "nace": ["10.39"] * 3,
            "tax_number": ["1"] * 3,
            "external_id": ["x"] * 3,
        }
    )

    others = disclosure.firms_for(firms, disclosure.reader_of(PARTICIPANT), {"F2"})
    assert others["firm_id"].tolist() == ["F1", "F2"]  # its own, and the one that is named
    assert others["tax_number"].isna().all()
    assert disclosure.firms_for(firms, disclosure.STAFF, {"F2"})["tax_number"].tolist() == ["1"] * 3


def test_coarse_figures_tell_no_exact_distance_and_still_add_up() -> None:
    pairs = pd.DataFrame(
        {
            "score": [0.456, 0.456, 0.456],
            "text": [0.333, 0.333, 0.333],
            "distance": [0.123, 0.123, 0.123],
            "distance_km": [12.3, 12.3, 12.3],
        }
    )

    found = disclosure.coarse_pairs(
        pairs, np.array([False, True, True]), np.array([True, True, False]), ("text", "distance")
    )

    assert found["distance_km"].tolist()[:2] == [12.3, 20.0]
    assert np.isnan(found["distance_km"].iloc[2])
    assert found["distance"].tolist() == [0.123, 0.1, 0.1]
    assert found["text"].tolist() == [0.333, 0.33, 0.33]
    assert found["score"].tolist() == [0.456, 0.43, 0.43]
    assert found["is_coarse"].tolist() == [False, True, True]
