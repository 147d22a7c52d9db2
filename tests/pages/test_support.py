"""The support programme's page: pilots, applications with what they lack, calls for leaders to keep."""

from core.domain.choices import Role
from tests.pages.conftest import OpenPage


def test_an_application_names_what_it_lacks(open_page: OpenPage) -> None:
    at = open_page("support", Role.ADVISOR, "en", {"support_application_chosen": "SA2"})

    said = " ".join(one.value for one in at.markdown)
    assert not at.exception
    assert "of 14 facts are there" in said
    assert "Fill it in on this page" in said
    assert at.metric[0].value == "2 of at least 2"


def test_calls_are_kept_by_leaders_only(open_page: OpenPage) -> None:
    for role, may in ((Role.MANAGER, True), (Role.ADVISOR, False)):
        at = open_page("support", role, "en", {"support_section": "calls"})
        assert not at.exception
        assert ("support_call_new" in [one.key for one in at.button]) is may


def test_participants_see_no_application(open_page: OpenPage) -> None:
    at = open_page("support", Role.PARTICIPANT, "tr")

    assert not at.selectbox or all(one.key != "support_application_chosen" for one in at.selectbox)
