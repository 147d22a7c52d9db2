"""What a record must be: every finding at its field, all at once, and half a card is a right card."""

from dataclasses import replace
from datetime import date

import pytest

from core.domain.choices import Carrier, Direction
from core.domain.model import Contact, Firm, Opportunity, Permit, Resource, Site, SiteActivity, Synergy, Visit
from core.domain.register import validation
from core.errors import (
    InvalidRecordError,
    MissingValueError,
    NegativeNumberError,
    NotATaxNumberError,
    NotAWasteCodeError,
    OutOfRangeError,
    SimbiyozError,
    TooLongError,
    WrongDateOrderError,
)

FIRM = Firm("f", "izmir", "Ege Cam")
SITE = Site("s", "f", "Merkez")
CARD = Resource("r", "s", Direction.HAVE, "cam kırığı")


def found(check: object, record: object) -> dict[str, type[SimbiyozError]]:
    try:
        check(record)  # type: ignore[operator]
    except InvalidRecordError as error:
        return {field: type(one) for field, one in error.findings.items()}
    return {}


def test_a_name_is_all_that_a_firm_a_site_a_card_and_a_contact_need() -> None:
    assert found(validation.check_firm, FIRM) == {}
    assert found(validation.check_site, SITE) == {}
    assert found(validation.check_resource, CARD) == {}
    assert found(validation.check_contact, Contact("c", "f", "Zeynep Ak")) == {}


@pytest.mark.parametrize("name", ["", "   ", None])
def test_a_name_of_nothing_is_missing(name: str) -> None:
    assert found(validation.check_firm, replace(FIRM, name=name)) == {"name": MissingValueError}


def test_a_name_of_more_than_200_letters_is_too_long() -> None:
    assert found(validation.check_firm, replace(FIRM, name="a" * 200)) == {}
    assert found(validation.check_firm, replace(FIRM, name="a" * 201)) == {"name": TooLongError}


def test_all_findings_come_at_once() -> None:
    wrong = replace(FIRM, name="", tax_number="12", about="x" * 4001)
    assert found(validation.check_firm, wrong) == {
        "name": MissingValueError,
        "tax_number": NotATaxNumberError,
        "about": TooLongError,
    }


def test_coordinates_lie_on_earth_and_come_in_pairs() -> None:
    assert found(validation.check_site, replace(SITE, lat=91.0, lon=27.0)) == {"lat": OutOfRangeError}
    assert found(validation.check_site, replace(SITE, lat=38.0)) == {"lon": MissingValueError}
    assert found(validation.check_site, replace(SITE, lat=38.0, lon=27.0)) == {}


@pytest.mark.parametrize("amount", [-1.0, float("inf"), float("nan")])
def test_a_yearly_figure_is_zero_or_more_and_a_number(amount: float) -> None:
    assert found(validation.check_site, replace(SITE, water_m3_per_year=amount)) == {
        "water_m3_per_year": NegativeNumberError
    }


def test_an_activity_code_that_no_list_knows_is_right_and_an_empty_one_is_not() -> None:
    assert found(validation.check_site, replace(SITE, activities=(SiteActivity("99.99.99"),))) == {}
    assert found(validation.check_site, replace(SITE, activities=(SiteActivity(" "),))) == {
        "activities": MissingValueError
    }


def test_a_permit_needs_its_sort_and_its_waste_code_six_digits() -> None:
    permits = (Permit("licence", "R4", "100908"), Permit("", None, "1009"))
    assert found(validation.check_site, replace(SITE, permits=permits)) == {
        "permit.1.kind": MissingValueError,
        "permit.1.waste_code": NotAWasteCodeError,
    }


@pytest.mark.parametrize(("density", "right"), [(0.001, True), (0.0005, False), (25.0, True), (25.1, False)])
def test_a_density_lies_between_that_of_a_gas_and_that_of_a_metal(density: float, right: bool) -> None:
    assert (found(validation.check_resource, replace(CARD, density_t_per_m3=density)) == {}) is right


def test_months_run_from_1_to_12() -> None:
    assert found(validation.check_resource, replace(CARD, months=(1, 12))) == {}
    assert found(validation.check_resource, replace(CARD, months=(0,))) == {"months": OutOfRangeError}


def test_waste_codes_have_six_digits_whether_our_list_knows_them_or_not() -> None:
    assert found(validation.check_resource, replace(CARD, waste_codes=("100908", "999999"))) == {}
    assert found(validation.check_resource, replace(CARD, waste_codes=("cam",))) == {
        "waste_codes": NotAWasteCodeError
    }


def test_the_end_of_an_offer_does_not_lie_before_its_beginning() -> None:
    first, last = date(2026, 5, 1), date(2026, 4, 30)
    assert found(validation.check_resource, replace(CARD, available_from=first, available_until=first)) == {}
    assert found(validation.check_resource, replace(CARD, available_from=first, available_until=last)) == {
        "available_until": WrongDateOrderError
    }


def test_a_have_may_cost_money() -> None:
    assert found(validation.check_resource, replace(CARD, price_per_unit=-850.0)) == {}


def test_notes_of_a_visit_have_an_end() -> None:
    visit = Visit("v", "s", "a", date(2026, 5, 1), notes="x" * 4001)
    assert found(validation.check_visit, visit) == {"notes": TooLongError}


def test_an_opportunity_names_its_measure_and_saves_no_less_than_nothing() -> None:
    wrong = Opportunity("o", "s", "", Carrier.WATER, saving_per_year=-1.0)
    assert found(validation.check_opportunity, wrong) == {
        "measure": MissingValueError,
        "saving_per_year": NegativeNumberError,
    }


def test_a_synergy_needs_a_line_and_two_firms() -> None:
    assert found(validation.check_synergy, Synergy("y", "izmir", "", "", "")) == {
        "title": MissingValueError,
        "giver_firm_id": MissingValueError,
        "taker_firm_id": MissingValueError,
    }
