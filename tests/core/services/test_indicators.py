"""Indicators against targets: counted from the records, or entered with a source."""

from dataclasses import replace
from datetime import date

import pytest

from core.domain.choices import Role
from core.domain.model import User
from core.domain.programme.indicators import CountedAs, Indicator, IndicatorUnit, IndicatorValue
from core.errors import InvalidRecordError, NotFoundError, NotPermittedError
from core.services import indicators
from core.storage.database import Database
from tests.core.services.conftest import ADVISOR, NOW, TODAY

MANAGER = User("manager", "Ayşe", Role.MANAGER)
FIRMS = Indicator(
    "firms",
    1,
    "Firma",
    "Firms",
    "Kayıtlı firmalar",
    "Firms in the register",
    IndicatorUnit.NUMBER,
    CountedAs.FIRMS,
    target=8.0,
)
TRAININGS = replace(FIRMS, indicator_id="trainings", position=2, counted_as=CountedAs.ENTERED, target=10.0)


def standing(database: Database) -> dict[str, float | None]:
    found = indicators.of_region(database, ADVISOR, today=TODAY)
    return {one.indicator.indicator_id: one.value for one in found}


def test_what_the_records_hold_is_counted_from_them(database: Database) -> None:
    indicators.save(database, MANAGER, FIRMS, now=NOW)
    (one,) = indicators.of_region(database, ADVISOR, today=TODAY)
    assert (one.value, one.share) == (2.0, 0.25)


def test_only_what_happened_since_the_beginning_counts(database: Database) -> None:
    indicators.save(database, MANAGER, replace(FIRMS, counted_from=date(2026, 11, 3)), now=NOW)
    assert standing(database) == {"firms": 0.0}


def test_every_number_that_an_indicator_may_stand_for_is_counted(database: Database) -> None:
    for place, name in enumerate(CountedAs):
        one = replace(FIRMS, indicator_id=name.value, position=place, counted_as=name)
        indicators.save(database, MANAGER, one, now=NOW)
    assert [name for name, value in standing(database).items() if value is None] == ["entered"]


def test_what_nobody_can_count_is_entered_with_its_source_and_the_latest_day_stands(
    database: Database,
) -> None:
    indicators.save(database, MANAGER, TRAININGS, now=NOW)
    assert standing(database) == {"trainings": None}
    for name, day, value in (("v1", date(2026, 10, 1), 5.0), ("v2", date(2026, 6, 1), 3.0)):
        told = IndicatorValue(name, "trainings", day, value, "katılım listesi")
        indicators.enter_value(database, MANAGER, told, now=NOW)
    assert standing(database) == {"trainings": 5.0}
    indicators.retire_value(database, MANAGER, "v1", now=NOW)
    assert standing(database) == {"trainings": 3.0}


def test_a_value_needs_a_source_and_a_day_that_has_been(database: Database) -> None:
    indicators.save(database, MANAGER, TRAININGS, now=NOW)
    with pytest.raises(InvalidRecordError) as caught:
        told = IndicatorValue("v", "trainings", date(2027, 1, 1), None, " ")
        indicators.enter_value(database, MANAGER, told, now=NOW)
    assert set(caught.value.findings) == {"as_of", "value", "source"}
    with pytest.raises(NotFoundError):
        told = IndicatorValue("v", "elsewhere", TODAY, 1.0, "tutanak")
        indicators.enter_value(database, MANAGER, told, now=NOW)


def test_an_indicator_is_changed_by_managers_only_and_can_be_taken_out(database: Database) -> None:
    with pytest.raises(NotPermittedError):
        indicators.save(database, ADVISOR, FIRMS, now=NOW)
    indicators.save(database, MANAGER, FIRMS, now=NOW)
    indicators.save(database, MANAGER, replace(FIRMS, target=4.0, row_version=1), now=NOW)
    (one,) = indicators.of_region(database, ADVISOR, today=TODAY)
    assert (one.indicator.target, one.share) == (4.0, 0.5)
    indicators.retire(database, MANAGER, one.indicator, now=NOW)
    assert standing(database) == {}
