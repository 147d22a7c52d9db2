"""Pasted declarations and material lists: columns told, rows read, what is wrong found at its row."""

import pytest

from core.domain.choices import Direction, Handling, Recurrence
from core.domain.exchange import declarations
from core.domain.exchange.declarations import DECLARATION, MATERIALS, Column

PASTED = (
    "Atık Kodu\tAtık Adı\tMiktar\tBirim\tR/D Kodu\tGönderilen Tesis\n"
    "15 01 01\tKağıt ve karton ambalaj\t12.500\tkg\tR12\tAlıcı Geri Dönüşüm Ltd.\n"
    "12 01 09*\tEmülsiyon\t3,4\tton\tD10\tYakma A.Ş.\n"
    "99 99 99\tBilinmeyen\tçok\tkova\tX7\t\n"
)


def test_the_columns_of_a_declaration_are_told_by_their_headings() -> None:
    rows = declarations.table(PASTED)

    assert declarations.guess(rows, DECLARATION) == {column: i for i, column in enumerate(DECLARATION)}


def test_columns_without_headings_are_told_by_what_they_hold() -> None:
    rows = declarations.table("Karton;150101;1.200;kg;R3\nTalaş;120101;5.500;kg;R4")

    mapped = declarations.guess(rows, DECLARATION)

    assert mapped == {
        Column.NAME: 0, Column.CODE: 1, Column.AMOUNT: 2, Column.UNIT: 3, Column.OPERATION: 4,
    }  # fmt: skip


def test_rows_are_read_and_what_is_wrong_is_found_by_column() -> None:
    rows = declarations.table(PASTED)
    mapped = declarations.guess(rows, DECLARATION)

    card, oil, strange = declarations.read(rows, mapped, "tr", "kg")

    assert (card.code, card.amount, card.unit, card.operation) == ("150101", "12.500", "kg", "R12")
    assert (oil.code, oil.unit, oil.operation, dict(oil.problems)) == ("120109", "t", "D10", {})
    assert set(strange.problems) == {Column.CODE, Column.AMOUNT, Column.OPERATION}
    assert strange.line == 4
    assert strange.can_be_card


@pytest.mark.parametrize(("convention", "amount"), [("tr", 12500.0), ("en", 12.5)])
def test_how_numbers_are_written_is_said_and_not_guessed(convention: str, amount: float) -> None:
    rows = declarations.table(PASTED)
    first = declarations.read(rows, declarations.guess(rows, DECLARATION), convention, "kg")[0]  # type: ignore[arg-type]

    card = declarations.draft(
        first, Direction.HAVE, convention, "tr", resource_id="r", site_id="s", visit_id="v"  # type: ignore[arg-type]
    )  # fmt: skip

    assert card.quantity == amount


def test_a_declared_waste_becomes_a_draft_have() -> None:
    rows = declarations.table(PASTED)
    oil = declarations.read(rows, declarations.guess(rows, DECLARATION), "tr", "kg")[1]

    card = declarations.draft(oil, Direction.HAVE, "tr", "tr", resource_id="r", site_id="s", visit_id="v")

    assert (card.name, card.quantity_typed) == ("Emülsiyon", "3,4 t/yıl")
    assert (card.quantity, card.unit, card.period, card.recurrence) == (
        3.4,
        "t",
        "year",
        Recurrence.RECURRING,
    )
    assert (card.waste_codes, card.hazardous, card.handling) == (("120109",), True, Handling.INCINERATION)
    assert card.is_draft
    assert "Yakma" not in f"{card.description}{card.condition}{card.composition}", "others would read it"


def test_a_row_with_only_a_code_takes_the_name_of_the_list() -> None:
    rows = declarations.table("150103\t800\tkg")
    row = declarations.read(rows, {Column.CODE: 0, Column.AMOUNT: 1, Column.UNIT: 2}, "tr", "kg")[0]

    card = declarations.draft(row, Direction.HAVE, "tr", "en", resource_id="r", site_id="s", visit_id="v")

    assert card.name == "Wooden packaging"


def test_the_amount_of_one_column_tells_how_the_others_are_written() -> None:
    rows = declarations.table("150101\t1.200\n150102\t12,5")

    assert declarations.convention_of(rows, {Column.AMOUNT: 1}) == "tr"
    assert declarations.convention_of(rows[:1], {Column.AMOUNT: 1}) is None


def test_raw_materials_of_a_capacity_report_become_draft_wants() -> None:
    rows = declarations.table("Hammadde  Yıllık tüketim  Birim\nBuğday unu  4.200  ton\nŞeker  350  ton")
    mapped = declarations.guess(rows, MATERIALS)
    flour = declarations.read(rows, mapped, "tr", "t")[0]

    card = declarations.draft(flour, Direction.WANT, "tr", "tr", resource_id="r", site_id="s", visit_id="v")

    assert (card.name, card.quantity, card.unit, card.handling) == (
        "Buğday unu",
        4200.0,
        "t",
        Handling.BOUGHT,
    )


def test_nothing_and_empty_rows_are_no_cards() -> None:
    assert declarations.table("") == []
    assert declarations.guess([], DECLARATION) == {}
    row = declarations.read(
        [["", "12", "kg"]], {Column.NAME: 0, Column.AMOUNT: 1, Column.UNIT: 2}, "tr", "kg"
    )[0]
    assert not row.can_be_card
    assert Column.NAME in row.problems


def test_an_amount_without_a_unit_column_takes_the_unit_that_was_chosen() -> None:
    row = declarations.read([["Şeker", "350"]], {Column.NAME: 0, Column.AMOUNT: 1}, "tr", "t")[0]

    assert row.unit == "t"


def test_formulas_and_markup_stay_text() -> None:
    rows = declarations.table("=HYPERLINK(1)\t<b>x</b>\n150101\t5")

    assert rows[0] == ["=HYPERLINK(1)", "<b>x</b>"]
