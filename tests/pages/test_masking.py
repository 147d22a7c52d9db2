"""What the pages send to a participant's browser, seen or unseen, after a manager's visit has warmed every cache.

The raw messages are searched, not only what is drawn: names in ids, links, map data and chart data are read by anybody
who opens the browser's tools.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import pytest
from google.protobuf.message import Message
from streamlit.testing.v1 import AppTest

from core.domain.choices import Role
from tests import examples
from tests.pages.conftest import OpenPage
from tests.pages.test_every_page import PAGES, STATES
from tests.pages.texts import nodes

GUEST_STEPS = [state for state in STATES if state[1].get("visit.step") in ("cards", "suggestions")]


def sent(at: AppTest) -> bytes:
    """Return all that a run sent, as bytes: Arrow and protobuf keep text as plain UTF-8."""
    protos: list[Any] = [getattr(node, "proto", None) for node in nodes(at._tree)]
    return b"\n".join(proto.SerializeToString() for proto in protos if isinstance(proto, Message))


def leaked(at: AppTest, secrets: frozenset[str]) -> list[str]:
    raw = sent(at)
    return sorted(
        secret for secret in secrets if secret.encode() in raw or json.dumps(secret)[1:-1].encode() in raw
    )


@cache
def firm_names(database: Path) -> frozenset[str]:
    """Return the names of firms none of whose live cards may be seen by everybody."""
    return _column(
        database,
        "SELECT name FROM firm WHERE firm_id NOT IN "
        "(SELECT firm_id FROM live_resource WHERE visibility = 'everybody' AND NOT is_draft)",
    )


@cache
def personal(database: Path) -> frozenset[str]:
    """Return every contact's name, phone and e-mail and every tax number."""
    contacts = "SELECT unnest([name, phone, email]) FROM contact WHERE erased_at IS NULL"
    return _column(database, contacts) | _column(database, "SELECT tax_number FROM firm")


def _column(database: Path, query: str) -> frozenset[str]:
    with duckdb.connect(str(database), read_only=True) as connection:
        return frozenset(value for (value,) in connection.execute(query).fetchall() if value)


@pytest.mark.parametrize(("page", "state", "query"), STATES)
def test_a_participant_after_a_manager_gets_no_hidden_name_contact_or_number(
    open_page: OpenPage, laid_file: Path, page: str, state: dict[str, object], query: dict[str, str]
) -> None:
    hidden = firm_names(laid_file) | personal(laid_file) | frozenset(examples.HIDDEN_WORDS)
    open_page(page, Role.MANAGER, "tr", state, **query)

    at = open_page(page, Role.PARTICIPANT, "tr", state, **query)

    assert not at.exception
    assert leaked(at, hidden) == []


def test_the_search_finds_what_a_manager_may_see(open_page: OpenPage) -> None:
    at = open_page("synergies", Role.MANAGER, "tr")

    assert leaked(at, frozenset({examples.HIDDEN, examples.MARKUP, "nobody's name"})) == [
        examples.MARKUP,
        examples.HIDDEN,
    ]


@pytest.mark.parametrize(("page", "state", "query"), GUEST_STEPS)
def test_the_plant_manager_who_looks_on_sees_no_hidden_firm(
    open_page: OpenPage, laid_file: Path, page: str, state: dict[str, object], query: dict[str, str]
) -> None:
    at = open_page(page, Role.ADVISOR, "tr", state, **query)

    assert not at.exception
    assert leaked(at, firm_names(laid_file) | personal(laid_file)) == []


@pytest.mark.parametrize("page", PAGES)
def test_a_hidden_firms_place_is_not_sent_to_a_participant(open_page: OpenPage, page: str) -> None:
    at = open_page(page, Role.PARTICIPANT, "tr")

    assert leaked(at, frozenset({"39.0871", "27.3833"})) == []
