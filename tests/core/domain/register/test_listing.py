"""The register's lists: one row a firm, and a search that forgives missing dots, typing errors and blanks in codes."""

import pandas as pd
import pytest

from core.domain.register import listing

FIRM_COLUMNS = "firm_id name tax_number external_id site_id site_name zone_id district activity sector"
CARD_COLUMNS = (
    "resource_id site_id direction name description firm_name site_name zone_id district waste_codes is_named"
)


@pytest.fixture
def firms() -> pd.DataFrame:
    return pd.DataFrame(
        [
            (
                "f1",
                "Kordelya Salça",
                "4540536920",
                None,
                "s1",
                "Torbalı fabrikası",
                "torbali_osb",
                "Torbalı",
                "salça",
                "food",
            ),
            ("f1", "Kordelya Salça", "4540536920", None, "s2", "Depo", None, "Aliağa", None, None),
            (
                "f2",
                "Şahin Usta",
                "10000000146",
                None,
                "s3",
                "Atölye",
                None,
                "Konak",
                "marangoz",
                "wood_furniture",
            ),
        ],
        columns=FIRM_COLUMNS.split(),
    )


@pytest.fixture
def cards() -> pd.DataFrame:
    return pd.DataFrame(
        [
            (
                "r1",
                "s1",
                "have",
                "Domates posası",
                None,
                "Kordelya Salça",
                "Fabrika",
                None,
                "Torbalı",
                "020304",
                True,
            ),
            ("r2", "s2", "want", "Palet", "ahşap", "Kordelya Salça", "Depo", None, "Aliağa", None, True),
            ("r3", None, "have", "Talaş", None, None, None, None, None, "030105", False),
        ],
        columns=CARD_COLUMNS.split(),
    )


def test_a_firm_with_two_sites_is_one_row_with_the_cards_of_both(
    firms: pd.DataFrame, cards: pd.DataFrame
) -> None:
    rows = listing.firm_rows(firms, cards).set_index("firm_id")

    assert rows.loc["f1", ["sites", "haves", "wants", "district"]].tolist() == [2, 1, 1, "Torbalı"]
    assert rows.loc["f2", ["sites", "haves", "wants"]].tolist() == [1, 0, 0]


def test_a_persons_tax_number_is_masked_in_the_list(firms: pd.DataFrame, cards: pd.DataFrame) -> None:
    assert listing.firm_rows(firms, cards)["tax_number"].tolist() == ["4540536920", "*********46"]


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("kordelia", ["f1"]),
        ("salca", ["f1"]),
        ("SAHIN", ["f2"]),
        ("aliaga", ["f1"]),
        ("torbalı organize", ["f1"]),
        ("454 053", ["f1"]),
        ("", ["f1", "f2"]),
        ("yok böyle", []),
    ],
)
def test_firms_are_found_as_people_type(
    firms: pd.DataFrame, cards: pd.DataFrame, query: str, ids: list[str]
) -> None:
    assert listing.searched(listing.firm_rows(firms, cards), query)["firm_id"].tolist() == ids


def test_cards_of_firms_that_are_not_named_are_not_listed(cards: pd.DataFrame) -> None:
    assert listing.card_rows(cards)["resource_id"].tolist() == ["r1", "r2"]


@pytest.mark.parametrize(
    ("query", "ids"), [("02 03 04*", ["r1"]), ("domates pos", ["r1"]), ("ahsap", ["r2"])]
)
def test_cards_are_found_by_word_and_by_waste_code(cards: pd.DataFrame, query: str, ids: list[str]) -> None:
    assert listing.searched(listing.card_rows(cards), query)["resource_id"].tolist() == ids


def test_a_filter_keeps_the_rows_with_its_value(cards: pd.DataFrame) -> None:
    rows = listing.card_rows(cards)

    assert listing.searched(rows, "", direction="want", district=None)["resource_id"].tolist() == ["r2"]
