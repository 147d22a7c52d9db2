"""Tax numbers: check digits are proved, a person's number is never shown."""

import pytest

from core.domain.register.taxnumber import TaxNumberKind, check, masked
from core.errors import NotATaxNumberError, WrongTaxNumberError
from core.i18n import translator


def test_a_firm_number_is_shown_whole() -> None:
    found = check(" 454 053 69 20 ")
    assert (found.digits, found.kind, found.shown) == ("4540536920", TaxNumberKind.FIRM, "4540536920")


def test_a_person_number_is_masked() -> None:
    found = check("10000000146")
    assert (found.kind, found.shown) == (TaxNumberKind.PERSON, "*********46")
    assert masked("10000000146") == "*********46"
    assert masked("4540536920") == "4540536920"


@pytest.mark.parametrize("typed", ["4540536921", "10000000147", "00000000000"])
def test_a_wrong_check_digit_is_refused_without_repeating_the_number(typed: str) -> None:
    with pytest.raises(WrongTaxNumberError) as caught:
        check(typed)
    assert typed not in str(caught.value)
    assert caught.value.text(translator("tr")) != caught.value.text(translator("en"))


@pytest.mark.parametrize("typed", ["", "123", "454053692012", "45405369A0", "４５４０５３６９２０"])
def test_another_count_of_digits_is_refused(typed: str) -> None:
    with pytest.raises(NotATaxNumberError):
        check(typed)
