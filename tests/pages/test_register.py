"""The register: a card's history is told in words and names."""

from core.domain.choices import Role
from tests.pages.conftest import OpenPage


def test_the_history_of_a_card_tells_who_did_what_without_any_id(open_page: OpenPage) -> None:
    at = open_page("register", Role.ADVISOR, "en", resource="markup-have")

    (told,) = [one.value for one in at.markdown if "Record added" in one.value]
    assert "system" not in told and "demo" not in told
    assert told.splitlines()[0].endswith("· Danışman 2 \\(örnek\\)  ")
