"""Numbers as people type them become one form that telephones take; landlines are not asked to chat."""

import pytest

from core.domain.register import phones
from core.domain.register.phones import Phone


@pytest.mark.parametrize(
    ("typed", "e164"),
    [
        ("0532 123 45 67", "+905321234567"),
        ("532-123-4567", "+905321234567"),
        ("+90 (532) 123 45 67", "+905321234567"),
        ("0090 532 1234567", "+905321234567"),
        ("Tel: 0 232 441 12 34 (santral)", "+902324411234"),
        ("+49 30 901820", "+4930901820"),
    ],
)
def test_what_people_type_is_read(typed: str, e164: str) -> None:
    found = phones.read(typed)

    assert found is not None
    assert found.e164 == e164


@pytest.mark.parametrize("typed", [None, "", "sekreter", "12", "0532"])
def test_what_is_no_number_is_none(typed: str | None) -> None:
    assert phones.read(typed) is None


def test_a_landline_is_not_asked_to_chat() -> None:
    assert phones.read("0232 441 12 34") == Phone("+902324411234", "+90 232 441 12 34", may_chat=False)
    assert phones.read("0532 123 45 67") == Phone("+905321234567", "+90 532 123 45 67", may_chat=True)
