"""Who works with the programme: names for ids, changed by those who lead it."""

import pytest

from core.domain.choices import Role
from core.domain.model import User
from core.domain.synergies.following import UserAccount
from core.errors import InvalidRecordError, NotFoundError
from core.services import users
from core.storage.database import Database
from tests.core.services.conftest import ADVISOR, NOW, STRANGER

MANAGER = User("boss", "Ayşe", Role.MANAGER)
ECE = UserAccount("ece", "izmir", "Ece", Role.ADVISOR)


def test_a_name_is_known_also_after_somebody_left(empty: Database) -> None:
    users.save(empty, MANAGER, ECE, now=NOW, new=True)

    users.retire(empty, MANAGER, "ece", 1, now=NOW)

    assert users.names(empty, ADVISOR)["ece"] == "Ece"
    found = users.table(empty, ADVISOR).set_index("user_id")
    assert found.loc["ece", "retired_at"] == NOW


def test_who_acts_has_a_name_without_an_account(empty: Database) -> None:
    assert users.names(empty, ADVISOR)["advisor"] == "Deniz"


def test_an_account_needs_a_name(empty: Database) -> None:
    with pytest.raises(InvalidRecordError):
        users.save(empty, MANAGER, UserAccount("x", "izmir", " ", Role.ADVISOR), now=NOW, new=True)


def test_another_regions_accounts_are_not_to_be_had(empty: Database) -> None:
    users.save(empty, MANAGER, ECE, now=NOW, new=True)
    boss_elsewhere = User("other-boss", "Can", Role.MANAGER, region_id="bursa")

    assert "ece" not in users.names(empty, STRANGER)
    with pytest.raises(NotFoundError):
        users.retire(empty, boss_elsewhere, "ece", 1, now=NOW)
