"""Settings: managers set them, staff reads them, each change is on record and nobody overwrites another."""

from dataclasses import replace
from datetime import date

import pytest

from core.domain.choices import Role
from core.domain.matching.room import Rate
from core.domain.model import User
from core.domain.settings import Name, Setting, rate_of
from core.errors import (
    ChangedByOthersError,
    FutureDateError,
    InvalidRecordError,
    MissingValueError,
    NotPermittedError,
    OutOfRangeError,
    SimbiyozError,
    TooLongError,
)
from core.services import settings
from core.storage import audit
from core.storage.database import Database
from tests.core.services.conftest import ADVISOR, NOW, PARTICIPANT

MANAGER = User("manager", "Ayşe", Role.MANAGER)
PRICE = Setting("izmir", Name.TRANSPORT, 5.5, date(2026, 10, 1), "üç nakliyeci teklifi")


def test_what_a_manager_sets_is_read_by_staff_with_its_day_source_and_name(empty: Database) -> None:
    assert settings.current(empty, ADVISOR) == {}
    settings.save(empty, MANAGER, PRICE, now=NOW)

    kept = settings.current(empty, ADVISOR)[Name.TRANSPORT]
    assert kept == replace(PRICE, set_by="Ayşe", row_version=1)
    assert rate_of(kept) == Rate(5.5, date(2026, 10, 1), "üç nakliyeci teklifi")
    assert rate_of(None) is None


def test_a_setting_belongs_to_the_region_of_who_sets_it(empty: Database) -> None:
    settings.save(empty, replace(MANAGER, region_id="bursa"), PRICE, now=NOW)

    assert settings.current(empty, ADVISOR) == {}


def test_a_change_is_on_record(empty: Database) -> None:
    settings.save(empty, MANAGER, PRICE, now=NOW)
    settings.save(empty, MANAGER, replace(PRICE, value=6.0, row_version=1), now=NOW)

    with empty.reading() as cursor:
        trail = audit.history(cursor, "setting", "izmir:transport_price")
    assert set(trail["action"]) == {"settings.save"}
    assert sorted(trail["changed_fields"]) == ["as_of;set_by;source;unit;value", "value"]
    assert settings.current(empty, ADVISOR)[Name.TRANSPORT].row_version == 2


def test_who_was_slower_changes_nothing_and_gets_the_newer_value(empty: Database) -> None:
    settings.save(empty, MANAGER, PRICE, now=NOW)
    with pytest.raises(ChangedByOthersError) as found:
        settings.save(empty, MANAGER, replace(PRICE, value=9.0), now=NOW)

    assert found.value.newer["value"] == 5.5
    assert settings.current(empty, ADVISOR)[Name.TRANSPORT].value == 5.5


@pytest.mark.parametrize("user", [ADVISOR, PARTICIPANT], ids=["advisor", "participant"])
def test_nobody_else_sets_a_value(empty: Database, user: User) -> None:
    with pytest.raises(NotPermittedError):
        settings.save(empty, user, PRICE, now=NOW)


@pytest.mark.parametrize(
    ("wrong", "field", "expected"),
    [
        ({"value": None}, "value", MissingValueError),
        ({"value": 0.0}, "value", OutOfRangeError),
        ({"value": 12000.0}, "value", OutOfRangeError),
        ({"value": float("nan")}, "value", OutOfRangeError),
        ({"as_of": date(2026, 11, 3)}, "as_of", FutureDateError),
        ({"source": " "}, "source", MissingValueError),
        ({"source": "x" * 201}, "source", TooLongError),
    ],
)
def test_a_value_needs_sense_a_day_and_a_source(
    empty: Database, wrong: dict[str, object], field: str, expected: type[SimbiyozError]
) -> None:
    with pytest.raises(InvalidRecordError) as found:
        settings.save(empty, MANAGER, replace(PRICE, **wrong), now=NOW)  # type: ignore[arg-type]

    assert isinstance(found.value.findings[field], expected)
    assert settings.current(empty, ADVISOR) == {}
