"""What a call and an application must be, and which facts of the call an application lacks."""

from dataclasses import replace
from datetime import date

import pytest

from core.domain.programme.support import (
    Application,
    ApplicationState,
    Call,
    Cost,
    Fact,
    Step,
    check_application,
    check_call,
)
from core.domain.programme.support_facts import FILLED_IN, days_left
from core.errors import InvalidRecordError

TODAY = date(2026, 11, 2)
CALL = Call("c", "izmir", "Çağrı", highest_share=0.5, highest_grant_try=400_000)
DRAFT = Application("a", "c", "s", "Kum", "u", TODAY)


def refused(check: object, *given: object) -> set[str]:
    with pytest.raises(InvalidRecordError) as error:
        check(*given)  # type: ignore[operator]
    return set(error.value.findings)


def test_a_call_has_a_name_days_in_order_a_share_and_a_web_address() -> None:
    check_call(CALL)
    wrong = replace(
        CALL,
        name="",
        opens_on=date(2026, 3, 2),
        closes_on=date(2026, 3, 1),
        highest_share=50.0,
        budget_try=-1.0,
        address="kays",
    )

    assert refused(check_call, wrong) == {"name", "closes_on", "highest_share", "budget_try", "address"}


def test_a_call_pays_its_share_and_no_more_than_its_highest_grant() -> None:
    assert CALL.highest_grant(600_000) == 300_000
    assert CALL.highest_grant(1_000_000) == 400_000
    assert replace(CALL, highest_share=None).highest_grant(1.0) == 400_000
    assert replace(CALL, highest_share=None, highest_grant_try=None).highest_grant(1.0) is None


def test_a_call_is_open_between_its_days_and_without_days() -> None:
    between = replace(CALL, opens_on=date(2026, 11, 1), closes_on=date(2026, 11, 30))

    assert [between.is_open(date(2026, *day)) for day in ((10, 31), (11, 1), (11, 30), (12, 1))] == [
        False, True, True, False
    ]  # fmt: skip
    assert CALL.is_open(TODAY)
    assert days_left(between, TODAY) == 28
    assert days_left(CALL, TODAY) is None


def test_costs_and_steps_are_whole() -> None:
    whole = replace(
        DRAFT, costs=(Cost("Elek", 100.0), Cost("Nakliye", 50.5)), steps=(Step("Deneme", TODAY, TODAY),)
    )
    check_application(whole, TODAY)
    assert whole.costs_try == 150.5

    assert refused(check_application, replace(DRAFT, costs=(Cost(" ", 1.0),)), TODAY) == {"costs"}
    assert refused(check_application, replace(DRAFT, costs=(Cost("Elek", -1.0),)), TODAY) == {"costs"}
    backwards = replace(DRAFT, steps=(Step("Deneme", TODAY, date(2026, 11, 1)),))
    assert refused(check_application, backwards, TODAY) == {"steps"}


@pytest.mark.parametrize("state", [ApplicationState.ACCEPTED, ApplicationState.RUNNING])
def test_what_was_granted_says_how_much(state: ApplicationState) -> None:
    assert refused(check_application, replace(DRAFT, state=state), TODAY) == {"grant_try"}
    check_application(replace(DRAFT, state=state, grant_try=250_000.0), TODAY)


def test_a_state_is_of_a_day_that_has_come() -> None:
    assert refused(check_application, replace(DRAFT, state_on=date(2026, 11, 3)), TODAY) == {"state_on"}


def test_of_every_fact_it_is_known_where_it_is_filled_in() -> None:
    assert set(FILLED_IN) == set(Fact)
