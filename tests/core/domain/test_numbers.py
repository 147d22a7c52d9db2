"""Numbers and dates as typed: read rightly or reported."""

from datetime import date

import pytest

from core.domain.numbers import (
    detect_convention,
    detect_date_order,
    format_date,
    format_number,
    parse_date,
    parse_number,
)
from core.errors import AmbiguousDateError, AmbiguousNumberError, NotADateError, NotANumberError
from core.i18n import translator


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12.0),
        ("1.234,56", 1234.56),
        ("1,234.56", 1234.56),
        ("1 250", 1250.0),
        ("1\u00a0250,5", 1250.5),
        ("12,5", 12.5),
        ("12.5", 12.5),
        ("0,125", 0.125),
        ("0.125", 0.125),
        ("1.234.567", 1234567.0),
        ("1,234,567.8", 1234567.8),
        ("1234,567", 1234.567),
        ("-3,5", -3.5),
        ("+7", 7.0),
        ("1E+05", 100000.0),
        (" 40 ", 40.0),
    ],
)
def test_a_number_with_one_reading_is_read(text: str, value: float) -> None:
    assert parse_number(text) == value


@pytest.mark.parametrize("text", ["1.234", "1,234", "12.500", "999,000", "-1.000"])
def test_one_separator_before_three_digits_is_reported_not_guessed(text: str) -> None:
    with pytest.raises(AmbiguousNumberError) as caught:
        parse_number(text)
    assert text in str(caught.value)


def test_a_convention_decides_what_the_text_does_not() -> None:
    assert parse_number("1.234", "tr") == 1234.0
    assert parse_number("1.234", "en") == 1.234
    assert parse_number("1,234", "tr") == 1.234
    assert parse_number("12.5", "tr") == 12.5


@pytest.mark.parametrize(
    "text", ["", "abc", "1.23.4", "1,23,4", "%5", "5 %", "12 ton", "1..2", "1 25", "nan", "inf", "--1", ","]
)
def test_what_is_no_number_is_reported(text: str) -> None:
    with pytest.raises(NotANumberError):
        parse_number(text)


def test_a_column_tells_its_convention_by_any_clear_cell() -> None:
    assert detect_convention(["1.234", "5.600,75", "12"]) == "tr"
    assert detect_convention(["1,234", "5,600.75", ""]) == "en"
    assert detect_convention(["1.234", "1.500"]) is None
    assert detect_convention(["12,5", "12.5"]) is None
    assert detect_convention([]) is None


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-22",
        "2026/11/22",
        "22.11.2026",
        "22/11/2026",
        "11/22/2026",
        "22-11-2026",
        "2026-11-22 00:00:00",
        "2026-11-22T08:30:00Z",
    ],
)
def test_a_date_with_one_reading_is_read(text: str) -> None:
    assert parse_date(text) == date(2026, 11, 22)


def test_with_dots_the_day_stands_first() -> None:
    assert parse_date("03.04.2026") == date(2026, 4, 3)


def test_a_date_with_two_readings_is_reported_unless_an_order_is_given() -> None:
    with pytest.raises(AmbiguousDateError):
        parse_date("03/04/2026")
    assert parse_date("03/04/2026", "dmy") == date(2026, 4, 3)
    assert parse_date("03/04/2026", "mdy") == date(2026, 3, 4)
    assert parse_date("05/05/2026") == date(2026, 5, 5)


@pytest.mark.parametrize("text", ["", "31.02.2026", "22.11.26", "13/13/2026", "yarın", "2026-13-01", "45000"])
def test_what_is_no_date_is_reported(text: str) -> None:
    with pytest.raises(NotADateError):
        parse_date(text)


def test_a_column_tells_its_order_of_day_and_month() -> None:
    assert detect_date_order(["03/04/2026", "22/11/2026"]) == "dmy"
    assert detect_date_order(["03/04/2026", "11/22/2026"]) == "mdy"
    assert detect_date_order(["22/11/2026", "11/22/2026"]) is None
    assert detect_date_order(["03.04.2026"]) is None


def test_numbers_and_dates_are_written_as_the_reader_does() -> None:
    assert format_number(12345.6, "tr") == "12.346"
    assert format_number(12345.6, "en") == "12,346"
    assert format_number(1.5, "tr") == "1,5"
    assert format_number(0.1234, "en", 3) == "0.123"
    assert format_date(date(2026, 4, 3), "tr") == "03.04.2026"
    assert format_date(date(2026, 4, 3), "en") == "3 Apr 2026"


def test_an_error_speaks_turkish() -> None:
    with pytest.raises(AmbiguousNumberError) as caught:
        parse_number("1.234")
    assert caught.value.text(translator("tr")).startswith("“1.234” iki türlü okunabilir")
