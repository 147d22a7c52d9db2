"""Activity codes: every writing is read, unknown ones are kept, words find codes."""

import pytest

from core.domain import nace


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("1041", "10.41"), ("10.41.05", "10.41.05"), ("10 41", "10.41"), ("104105", "10.41.05"),
        ("10.4", "10.4"), ("10", "10"), (" 01.11 ", "01.11"), ("c", "C"), ("C10.41", "10.41"),
        ("10-41", "10.41"),
        ("99.99.99", "99.99.99"), ("1", None), ("10415", None), ("gıda", None), ("", None),
    ],
)  # fmt: skip
def test_a_code_is_read_however_written(typed: str, code: str | None) -> None:
    assert nace.normalise(typed) == code


def test_a_code_of_another_revision_is_kept_and_said_to_be_unknown() -> None:
    assert nace.normalise("10.99") == "10.99"
    assert not nace.known("10.99")
    assert nace.known("104105")


def test_a_title_falls_back_to_the_nearest_parent() -> None:
    assert nace.title("10.41", "tr") == "Sıvı ve katı yağ imalatı"
    assert nace.title("10.41.99", "tr") == "Sıvı ve katı yağ imalatı"
    assert nace.title("10.41.07", "en") == "Manufacture of oils and fats"
    assert nace.title("10.99", "en") == "Manufacture of prepared animal feeds"  # group 10.9
    assert nace.title("00.00", "en") == ""


def test_division_and_sector_group_follow_the_code() -> None:
    assert nace.division("10.41.05") == "10"
    assert nace.division("C") is None
    group = nace.sector_group("2451")
    assert group is not None
    assert group.name("tr") == "Metal ve döküm"
    assert nace.sector_group("gıda") is None


@pytest.mark.parametrize(
    ("text", "language", "code"),
    [
        ("zeytinyağı", "tr", "10.41.07"), ("zeytinyagi", "tr", "10.41.07"),
        ("zeytin yağı fabrikası", "tr", "10.41.07"),
        ("demir dokum", "tr", "24.51"), ("DEMİR DÖKÜM", "tr", "24.51"), ("casting of irn", "en", "24.51"),
        ("manufacture of cement", "en", "23.51"), ("mobilya", "tr", "31"),
    ],
)  # fmt: skip
def test_words_find_the_code_without_dots_and_with_typing_errors(text: str, language: str, code: str) -> None:
    assert nace.search(text, language, 3)[0].code == code


def test_digits_find_the_codes_that_begin_with_them() -> None:
    assert [hit.code for hit in nace.search("10.41", "tr", 2)] == ["10.41", "10.41.01"]
    assert nace.search("", "tr", 5) == []
    assert nace.search("qqqqqq", "tr", 5) == []
