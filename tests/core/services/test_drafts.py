"""Drafts: what was typed and not yet saved is its author's alone and outlives everything but saving."""

from datetime import datetime

import pytest

from core.domain.choices import Role
from core.domain.model import User
from core.services import drafts
from core.storage.database import Database
from tests.core.services.conftest import ADVISOR, NOW

OTHER = User("other-advisor", "Efe", Role.ADVISOR)
LATER = datetime(2026, 11, 2, 10)


def test_each_field_is_kept_as_it_was_typed(empty: Database) -> None:
    for field, value in {"name": "uçucu kül", "months": [6, 7], "hazardous": None, "open": True}.items():
        drafts.keep(empty, ADVISOR, "visit.card.1", field, value, now=NOW)

    assert drafts.load(empty, ADVISOR, "visit.card.1") == {
        "name": "uçucu kül", "months": [6, 7], "hazardous": None, "open": True,
    }  # fmt: skip


def test_the_newest_value_of_a_field_counts(empty: Database) -> None:
    drafts.keep(empty, ADVISOR, "form", "name", "k", now=NOW)
    drafts.keep(empty, ADVISOR, "form", "name", "kül", now=LATER)

    assert drafts.load(empty, ADVISOR, "form") == {"name": "kül"}


def test_nobody_sees_the_draft_of_somebody_else(empty: Database) -> None:
    drafts.keep(empty, ADVISOR, "form", "name", "kül", now=NOW)

    assert drafts.load(empty, OTHER, "form") == {}
    drafts.discard(empty, OTHER, "form")
    assert drafts.load(empty, ADVISOR, "form") == {"name": "kül"}


def test_discarding_one_form_leaves_the_others(empty: Database) -> None:
    for form in ("visit.card.1", "visit.card.2"):
        drafts.keep(empty, ADVISOR, form, "name", form, now=NOW)

    drafts.discard(empty, ADVISOR, "visit.card.1")

    assert drafts.load(empty, ADVISOR, "visit.card.1") == {}
    assert drafts.load(empty, ADVISOR, "visit.card.2") == {"name": "visit.card.2"}


def test_a_draft_changes_no_record_and_so_no_cache(empty: Database) -> None:
    before = empty.version

    drafts.keep(empty, ADVISOR, "form", "name", "kül", now=NOW)
    drafts.discard(empty, ADVISOR, "form")

    assert empty.version == before


@pytest.mark.parametrize("value", ["<b>x</b>", '"quoted"', "=HYPERLINK(1)", "1.234,5", ""])
def test_what_was_typed_comes_back_letter_by_letter(empty: Database, value: str) -> None:
    drafts.keep(empty, ADVISOR, "form", "name", value, now=NOW)

    assert drafts.load(empty, ADVISOR, "form")["name"] == value
