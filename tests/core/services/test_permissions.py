"""Every public service function is in the table of role × action, is wrapped by `permitted`, and refuses the others."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

import core.services
from core.domain.choices import Role
from core.domain.model import User
from core.errors import NotPermittedError
from core.services import installing, permissions
from core.services.permissions import PERMISSIONS, allows, permitted
from core.storage.database import Database, in_memory

UNGUARDED = {
    "permissions.allows",  # the question itself
    "permissions.permitted",  # the wrapper itself
    "installing.create",  # has no database yet; asks the table itself, see below
}


def services() -> dict[str, Callable[..., Any]]:
    """Return every public function that a module of core.services defines, by module.function."""
    found = {}
    for module in pkgutil.iter_modules(core.services.__path__):
        loaded = importlib.import_module(f"core.services.{module.name}")
        for name, function in inspect.getmembers(loaded, inspect.isfunction):
            if not name.startswith("_") and function.__module__ == loaded.__name__:
                found[f"{module.name}.{name}"] = function
    return found


GUARDED = {action: function for action, function in services().items() if action not in UNGUARDED}


@pytest.fixture(scope="module")
def database() -> Database:
    return in_memory()


def test_every_service_function_is_in_the_table() -> None:
    assert sorted(GUARDED.keys() - PERMISSIONS.keys()) == []


def test_the_table_names_no_action_that_is_gone() -> None:
    assert sorted(PERMISSIONS.keys() - services().keys()) == []


@pytest.mark.parametrize("role", [Role.MANAGER, Role.ADVISOR, Role.PARTICIPANT])
def test_only_administrators_make_a_database(role: Role, tmp_path: Path) -> None:
    path = tmp_path / "new.duckdb"

    with pytest.raises(NotPermittedError):
        installing.create(path, User("x", "X", role), "izmir", with_sample=False, now=datetime(2026, 11, 2))

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("action", sorted(GUARDED))
def test_a_service_takes_the_database_and_the_acting_user_first(action: str) -> None:
    names = list(inspect.signature(GUARDED[action]).parameters)

    assert names[:2] == ["database", "user"]


@pytest.mark.parametrize("action", sorted(GUARDED))
def test_a_service_refuses_every_role_that_the_table_does_not_name(database: Database, action: str) -> None:
    for role in Role:
        if not allows(role, action):
            with pytest.raises(NotPermittedError):
                GUARDED[action](database, User("somebody", "Somebody", role))


@pytest.mark.parametrize("action", sorted(GUARDED))
def test_a_service_asks_the_table_each_time(
    database: Database, action: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(PERMISSIONS, action, frozenset())

    with pytest.raises(NotPermittedError):
        GUARDED[action](database, User("boss", "Boss", Role.ADMINISTRATOR))


def test_a_service_runs_for_a_role_that_the_table_names(monkeypatch: pytest.MonkeyPatch) -> None:
    def greet(database: Database, user: User, word: str) -> str:
        return f"{word}, {user.name}"

    greet.__module__ = "core.services.greeting"
    monkeypatch.setitem(PERMISSIONS, "greeting.greet", frozenset({Role.ADVISOR}))

    assert permitted(greet)(in_memory(), User("a", "Ayşe", Role.ADVISOR), "Hello") == "Hello, Ayşe"


def test_participants_write_nothing_but_their_drafts() -> None:
    verbs = (
        "save",
        "retire",
        "erase",
        "record",
        "move",
        "start",
        "close",
        "import",
        "fill",
        "create",
        "reveal",
    )
    written = {action for action in PERMISSIONS if action.partition(".")[2].startswith(verbs)}

    assert [action for action in sorted(written) if allows(Role.PARTICIPANT, action)] == []


def test_nobody_is_asked_for_an_action_without_a_row() -> None:
    with pytest.raises(KeyError):
        permissions.allows(Role.ADMINISTRATOR, "firms.burn")
