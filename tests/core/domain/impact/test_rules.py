"""What an entry must be before it is kept or confirmed: each rule of decisions 5 and 20 with numbers by hand."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from core.domain.choices import Basis, Handling, Recurrence, Role
from core.domain.impact.booking import Document
from core.domain.impact.entries import PROOFS, Entry, Measure
from core.domain.impact.rules import check, check_confirming, credited
from core.domain.model import User
from core.domain.synergies.following import DocumentKind
from core.errors import InvalidRecordError, NotPermittedError
from core.errors.impact import (
    NotWaitingError,
    OwnEntryError,
    OwnSynergyError,
)
from core.i18n import translator

TODAY = date(2026, 11, 23)
SAND = Entry(
    "sand",
    "synergy",
    Measure.DIVERTED,
    100.0,
    95.0,
    105.0,
    "t",
    date(2025, 2, 3),
    "advisor",
    datetime(2026, 3, 1, 9),
    lifetime_years=5,
    baseline=Handling.LANDFILL,
)
VERIFIED = replace(
    SAND,
    basis=Basis.VERIFIED,
    period_to=date(2026, 2, 2),
    quantity=100.0,
    quantity_unit="t",
    is_measured=True,
)
SLIP = (DocumentKind.WEIGHBRIDGE_SLIP,)
MANAGER = User("manager", "Ayşe", Role.MANAGER)


def wrong(
    entry: Entry,
    documents: tuple[DocumentKind, ...] = (),
    runs_since: date | None = None,
    on: date | None = TODAY,
) -> dict[str, str]:
    given = [Document(kind.value, f"{kind.value}.pdf", kind, on) for kind in documents]
    try:
        check(entry, ("giver", "taker"), given, today=TODAY, runs_since=runs_since)
    except InvalidRecordError as error:
        return {field: type(found).__name__ for field, found in error.findings.items()}
    return {}


def test_an_estimate_of_what_goes_to_landfill_is_right() -> None:
    assert wrong(SAND) == {}


@pytest.mark.parametrize("today", [one for one in Handling if one is not Handling.LANDFILL])
def test_only_what_went_to_landfill_is_diverted_from_it(today: Handling) -> None:
    assert wrong(replace(SAND, baseline=today)) == {"baseline": "NotBaselineLandfillError"}


def test_landfill_and_virgin_material_together_only_from_landfill_and_truly_replaced() -> None:
    assert credited(Handling.LANDFILL, 1.0) == (True, True)
    assert credited(Handling.INCINERATION, 1.0) == (False, True)
    assert credited(Handling.LANDFILL, None) == (True, False)
    assert credited(Handling.RECOVERY, 1.0) == (False, False)
    assert credited(None, 1.0) == (False, False)


def test_virgin_material_is_at_most_the_quantity_times_the_ratio() -> None:
    virgin = replace(
        SAND,
        measure=Measure.VIRGIN,
        value=80.0,
        low=80.0,
        high=80.0,
        quantity=100.0,
        quantity_unit="t",
        replacement_ratio=0.8,
    )
    assert wrong(virgin) == {}
    assert wrong(replace(virgin, value=81.0, high=81.0)) == {"value": "RatioBeyondError"}
    assert wrong(replace(virgin, replacement_ratio=None)) == {"replacement_ratio": "MissingValueError"}
    assert wrong(replace(virgin, replacement_ratio=1.1)) == {"replacement_ratio": "OutOfRangeError"}
    assert wrong(replace(virgin, baseline=Handling.SOLD)) == {"baseline": "NotNewError"}


def test_the_value_lies_between_low_and_high() -> None:
    assert wrong(replace(SAND, low=101.0)) == {"low": "BandError"}
    assert wrong(replace(SAND, high=99.0)) == {"high": "BandError"}


def test_only_greenhouse_gas_may_come_out_negative_and_it_shows_formula_and_factor() -> None:
    gas = replace(
        SAND,
        measure=Measure.CO2E,
        value=-0.2,
        low=-0.3,
        high=-0.1,
        formula="0.9 − 1.1 = −0.2 t",
        factor_source="DESNZ",
        factor_years=(2025,),
    )
    assert wrong(gas) == {}
    assert wrong(replace(gas, formula=None)) == {"formula": "MissingValueError"}
    assert wrong(replace(gas, factor_source=None)) == {"factor_source": "MissingValueError"}
    assert wrong(replace(gas, factor_years=())) == {"factor_year": "MissingValueError"}
    assert wrong(replace(gas, factor_years=(2025, 2027))) == {"factor_year": "OutOfRangeError"}
    assert wrong(replace(SAND, value=-1.0, low=-2.0)) == {"value": "NegativeNumberError"}


def test_no_more_is_diverted_than_the_flow_behind_it() -> None:
    weighed = replace(SAND, quantity=100.0, quantity_unit="t")
    assert wrong(weighed) == {}
    assert wrong(replace(weighed, quantity=99.0)) == {"value": "BeyondQuantityError"}
    assert (
        wrong(replace(weighed, quantity=50.0, quantity_unit="m3")) == {}
    )  # nobody knows what a m³ of it weighs
    water = replace(SAND, measure=Measure.WATER, unit="m3", quantity=50.0, quantity_unit="m3")
    assert wrong(water) == {"value": "BeyondQuantityError"}


def test_attribution_is_a_share_of_the_whole() -> None:
    assert wrong(replace(SAND, attribution=0.5)) == {}
    assert wrong(replace(SAND, attribution=0.0)) == {"attribution": "OutOfRangeError"}
    assert wrong(replace(SAND, attribution=1.01)) == {"attribution": "OutOfRangeError"}


def test_what_recurs_has_a_lifetime_and_what_happens_once_needs_none() -> None:
    assert wrong(replace(SAND, lifetime_years=None)) == {"lifetime_years": "MissingValueError"}
    assert wrong(replace(SAND, lifetime_years=51)) == {"lifetime_years": "OutOfRangeError"}
    assert wrong(replace(SAND, recurrence=Recurrence.ONE_OFF, lifetime_years=None)) == {}


def test_a_measure_is_kept_in_its_own_unit() -> None:
    assert wrong(replace(SAND, unit="kg")) == {"unit": "WrongUnitError"}


def test_money_names_the_firm_and_the_day_of_its_prices() -> None:
    saved = replace(
        SAND, measure=Measure.SAVINGS, unit="TRY", firm_id="giver", price_on=date(2026, 3, 1), baseline=None
    )
    assert wrong(saved) == {}
    assert wrong(replace(saved, firm_id=None, price_on=None)) == {
        "firm_id": "MissingValueError",
        "price_on": "MissingValueError",
    }
    assert wrong(replace(saved, firm_id="stranger")) == {"firm_id": "OtherSynergysFirmError"}
    assert wrong(replace(saved, price_on=date(2026, 11, 24))) == {"price_on": "FutureDateError"}


def test_verified_needs_a_period_a_measured_quantity_and_a_document() -> None:
    assert wrong(VERIFIED, SLIP) == {}
    assert wrong(replace(VERIFIED, period_to=None), SLIP) == {"period_to": "MissingValueError"}
    assert wrong(replace(VERIFIED, is_measured=False), SLIP) == {"is_measured": "NotMeasuredError"}
    assert wrong(replace(VERIFIED, quantity=None), SLIP) == {"quantity": "MissingValueError"}
    assert wrong(VERIFIED) == {"evidence": "ProofMissingError"}


def test_a_document_from_before_the_period_proves_nothing_of_it() -> None:
    assert wrong(VERIFIED, SLIP, on=date(2025, 2, 2)) == {
        "evidence": "ProofTooOldError"
    }  # begins on 3 February
    assert wrong(VERIFIED, SLIP, on=date(2025, 2, 3)) == {}
    assert wrong(VERIFIED, SLIP, on=None) == {}


def test_what_is_still_to_come_cannot_be_verified() -> None:
    assert wrong(replace(VERIFIED, period_to=date(2026, 11, 24)), SLIP) == {"period_to": "FutureDateError"}


@pytest.mark.parametrize("kind", list(DocumentKind))
def test_seven_kinds_of_documents_prove(kind: DocumentKind) -> None:
    assert (wrong(VERIFIED, (kind,)) == {}) is (kind in PROOFS)
    assert tuple(DocumentKind)[:7] == PROOFS


def test_who_confirms_is_a_manager_who_neither_entered_it_nor_owns_the_synergy() -> None:
    check_confirming(VERIFIED, MANAGER, owner_id="advisor")
    with pytest.raises(NotPermittedError):
        check_confirming(VERIFIED, replace(MANAGER, role=Role.ADVISOR), owner_id=None)
    with pytest.raises(OwnEntryError):
        check_confirming(replace(VERIFIED, entered_by="manager"), MANAGER, owner_id=None)
    with pytest.raises(OwnSynergyError):
        check_confirming(VERIFIED, MANAGER, owner_id="manager")


def test_only_a_claim_that_waits_can_be_confirmed() -> None:
    for done in (SAND, replace(VERIFIED, confirmed_on=TODAY), replace(VERIFIED, withdrawn_on=TODAY)):
        with pytest.raises(NotWaitingError):
            check_confirming(done, MANAGER, owner_id=None)


@pytest.mark.parametrize(
    ("runs_since", "found"),
    [
        (None, {}),  # nobody has said since when it runs
        (date(2025, 2, 3), {}),  # the day on which the period begins
        (date(2025, 2, 4), {"period_from": "BeforeItRanError"}),  # a day of it lies before
        (date(2026, 2, 3), {"period_from": "BeforeItRanError"}),  # all of it lies before
    ],
)
def test_nothing_is_verified_of_a_time_before_the_synergy_ran(
    runs_since: date | None, found: dict[str, str]
) -> None:
    assert wrong(VERIFIED, SLIP, runs_since) == found


def test_an_estimate_may_reach_back_before_the_synergy_ran() -> None:
    assert wrong(SAND, runs_since=date(2026, 2, 3)) == {}


def test_the_refusal_names_the_day_since_when_it_runs_and_what_to_do() -> None:
    with pytest.raises(InvalidRecordError) as raised:
        check(VERIFIED, (), (), today=TODAY, runs_since=date(2026, 2, 4))

    said = raised.value.findings["period_from"].text(translator("tr"))
    assert said.startswith("Sinerji 04.02.2026 tarihinden beri yürüyor")
