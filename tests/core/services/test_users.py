"""Who works with the programme: names for ids, changed by administrators; who leaves hands over what is open."""

from dataclasses import replace

import pytest

from core.domain.choices import Role
from core.domain.model import Synergy, User, Visit
from core.domain.programme.governance import Action, Body, Meeting
from core.domain.synergies.following import Owned, UserAccount
from core.errors import (
    ChangedByOthersError,
    InvalidRecordError,
    MissingValueError,
    NotFoundError,
    NotPermittedError,
    UnknownUserError,
)
from core.errors.accounts import LastAdministratorError, NotAnEmailError, StillOwnsError
from core.services import programme, synergies, users, visits
from core.storage.database import Database
from tests.core.services.conftest import ADVISOR, NOW, STRANGER, TODAY

BOSS = User("boss", "Ayşe", Role.ADMINISTRATOR)
MANAGER = User("manager", "Nur", Role.MANAGER)
ECE = UserAccount("ece", "izmir", "Ece", Role.ADVISOR, email="ece@example.org", phone="0232 555 01 00")
CAN = UserAccount("can", "izmir", "Can", Role.ADVISOR)
AYSE = UserAccount("boss", "izmir", "Ayşe", Role.ADMINISTRATOR)


@pytest.fixture
def owning(database: Database) -> Database:
    """Ece answers for an open synergy, an open action and an open visit, Can and Ayşe for nothing."""
    for account in (ECE, CAN, AYSE):
        users.save(database, BOSS, account, now=NOW, new=True)
    ece = User("ece", "Ece", Role.ADVISOR)
    synergies.record(
        database,
        ece,
        Synergy("s1", "izmir", "Kum", "foundry", "cement", said_by="2. masa", owner_id="ece"),
        now=NOW,
    )
    programme.save_body(
        database, MANAGER, Body("field", "izmir", 1, "Saha", "Field", "Gezer", "Visits"), now=NOW, new=True
    )
    programme.add_meeting(database, ece, Meeting("m", "izmir", "field", TODAY, "Sıra"), now=NOW)
    programme.add_action(database, ece, Action("a", "m", "Firmayı ara", "ece", TODAY), now=NOW)
    visits.start(database, ece, Visit("v", "foundry-site", "ece", TODAY), now=NOW)
    return database


def test_a_name_is_known_also_after_somebody_left(empty: Database) -> None:
    users.save(empty, BOSS, ECE, now=NOW, new=True)

    users.retire(empty, BOSS, "ece", 1, now=NOW)

    assert users.names(empty, ADVISOR)["ece"] == "Ece"
    found = users.table(empty, ADVISOR).set_index("user_id")
    assert found.loc["ece", "retired_at"] == NOW


def test_how_to_reach_somebody_who_left_is_erased_also_from_the_trail(empty: Database) -> None:
    users.save(empty, BOSS, ECE, now=NOW, new=True)
    users.retire(empty, BOSS, "ece", 1, now=NOW)

    (row,) = users.table(empty, ADVISOR).to_dict("records")
    assert (row["email"], row["phone"]) == (None, None)
    with empty.reading() as cursor:
        kept = cursor.raw.execute("SELECT values_json FROM audit_value").fetchall()
    assert not any("ece@example.org" in (one or "") for (one,) in kept)


def test_who_leaves_hands_over_what_is_open_and_the_trail_says_so(owning: Database) -> None:
    assert users.owned(owning, MANAGER) == {"ece": Owned(1, 1, 1)}

    given = users.retire(owning, BOSS, "ece", 1, to_id="can", now=NOW)

    assert given == Owned(synergies=1, actions=1, visits=1)
    assert users.owned(owning, MANAGER) == {"can": Owned(1, 1, 1)}
    assert synergies.get(owning, ADVISOR, "s1").owner_id == "can"
    with owning.reading() as cursor:
        trail = cursor.frame("audit_history", record_type="visit", record_id="v")
    assert trail[["action", "changed_fields"]].iloc[0].tolist() == ["users.retire", "advisor_id"]


def test_nobody_leaves_while_something_open_has_no_taker_and_nothing_is_half_done(owning: Database) -> None:
    with pytest.raises(StillOwnsError):
        users.retire(owning, BOSS, "ece", 1, now=NOW)
    with pytest.raises(ChangedByOthersError):
        users.retire(owning, BOSS, "ece", 7, to_id="can", now=NOW)
    for taker in ("ece", "nobody"):
        with pytest.raises(InvalidRecordError) as found:
            users.retire(owning, BOSS, "ece", 1, to_id=taker, now=NOW)
        assert {name: type(one) for name, one in found.value.findings.items()} == {"to_id": UnknownUserError}

    assert users.owned(owning, MANAGER) == {"ece": Owned(1, 1, 1)}


def test_work_from_before_there_were_accounts_is_handed_over_too(owning: Database) -> None:
    local = User("local", "Simbiyoz", Role.ADMINISTRATOR)
    early = Synergy("s0", "izmir", "Cam", "foundry", "cement", said_by="2. masa", owner_id="local")
    synergies.record(owning, local, early, now=NOW)

    assert users.hand_over(owning, BOSS, "local", "can", now=NOW) == Owned(1, 0, 0)
    assert synergies.get(owning, ADVISOR, "s0").owner_id == "can"


def test_nothing_new_is_given_to_somebody_who_left(owning: Database) -> None:
    users.retire(owning, BOSS, "can", 1, now=NOW)

    with pytest.raises(InvalidRecordError) as found:
        programme.add_action(owning, ADVISOR, Action("b", "m", "Firmayı ara", "can", TODAY), now=NOW)
    assert set(found.value.findings) == {"owner_id"}
    seen = synergies.get(owning, ADVISOR, "s1")
    with pytest.raises(InvalidRecordError):
        synergies.save(owning, ADVISOR, replace(seen, owner_id="can"), now=NOW)


def test_somebody_remains_administrator(owning: Database) -> None:
    with pytest.raises(LastAdministratorError):
        users.retire(owning, BOSS, "boss", 1, now=NOW)
    with pytest.raises(InvalidRecordError) as found:
        users.save(owning, BOSS, replace(AYSE, role=Role.MANAGER), now=NOW, new=False)
    assert isinstance(found.value.findings["role"], LastAdministratorError)

    users.save(owning, BOSS, replace(CAN, role=Role.ADMINISTRATOR), now=NOW, new=False)
    users.retire(owning, BOSS, "boss", 1, now=NOW)


def test_a_manager_sees_accounts_but_changes_none(owning: Database) -> None:
    assert len(users.table(owning, MANAGER)) == 3
    with pytest.raises(NotPermittedError):
        users.save(owning, MANAGER, replace(CAN, role=Role.ADMINISTRATOR), now=NOW, new=False)


def test_who_acts_has_a_name_without_an_account(empty: Database) -> None:
    assert users.names(empty, ADVISOR)["advisor"] == "Deniz"


def test_an_account_needs_a_name_and_an_address_that_looks_like_one(empty: Database) -> None:
    wrong = UserAccount("x", "izmir", " ", Role.ADVISOR, email="ece at example")
    with pytest.raises(InvalidRecordError) as found:
        users.save(empty, BOSS, wrong, now=NOW, new=True)

    kinds = {name: type(one) for name, one in found.value.findings.items()}
    assert kinds == {"name": MissingValueError, "email": NotAnEmailError}


def test_another_regions_accounts_are_not_to_be_had(empty: Database) -> None:
    users.save(empty, BOSS, ECE, now=NOW, new=True)
    boss_elsewhere = User("other-boss", "Can", Role.ADMINISTRATOR, region_id="bursa")

    assert "ece" not in users.names(empty, STRANGER)
    with pytest.raises(NotFoundError):
        users.retire(empty, boss_elsewhere, "ece", 1, now=NOW)
