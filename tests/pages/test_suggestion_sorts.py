"""The other sorts of suggestion on the page: each opens, is translated, and shows participants no hidden firm."""

from pathlib import Path

import pytest

from core.domain.choices import Role
from core.i18n import LANGUAGES, PSEUDO
from tests import examples
from tests.pages.conftest import Noting, OpenPage
from tests.pages.test_every_page import assert_no_error, assert_translated
from tests.pages.test_masking import firm_names, leaked, personal

SORTS = ("firms", "pools", "sharing", "chains")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("role", [Role.ADVISOR, Role.PARTICIPANT])
@pytest.mark.parametrize("sort", SORTS)
def test_each_sort_opens_in_both_languages(open_page: OpenPage, sort: str, role: Role, language: str) -> None:
    at = open_page("suggestions", role, language, sort=sort)

    assert_no_error(at)
    assert at.pills(key="suggestions_sort").value == sort


@pytest.mark.parametrize("sort", SORTS)
def test_each_text_of_a_sort_has_its_turkish(open_page: OpenPage, turkish: Noting, sort: str) -> None:
    open_page("suggestions", Role.ADVISOR, "tr", sort=sort)

    assert turkish.missing == set()


@pytest.mark.parametrize("sort", SORTS)
def test_no_sort_shows_an_untranslated_text(open_page: OpenPage, sort: str) -> None:
    assert_translated(open_page("suggestions", Role.ADVISOR, PSEUDO, sort=sort))


@pytest.mark.parametrize("sort", SORTS)
def test_no_sort_sends_a_hidden_firm_to_a_participant(
    open_page: OpenPage, laid_file: Path, sort: str
) -> None:
    open_page("suggestions", Role.MANAGER, "tr", sort=sort)

    at = open_page("suggestions", Role.PARTICIPANT, "tr", sort=sort)

    hidden = firm_names(laid_file) | personal(laid_file) | frozenset(examples.HIDDEN_WORDS)
    assert leaked(at, hidden) == []


def test_filters_chosen_for_one_sort_hold_for_the_next(open_page: OpenPage) -> None:
    at = open_page("suggestions", Role.ADVISOR, "tr", sort="firms", suggestions_search="cam")
    firms = at.caption[0].value

    at.pills(key="suggestions_sort").set_value("sharing").run()

    assert_no_error(at)
    assert at.text_input(key="suggestions_search").value == "cam"
    assert at.caption[0].value != firms
