"""People who can help on their page and on a synergy's: searched, asked, kept only with a consent."""

import pytest

from core.domain.choices import Role
from tests.pages.conftest import OpenPage


def markdown(at: object) -> str:
    return " ".join(one.value for one in at.markdown)  # type: ignore[attr-defined]


def test_people_are_found_as_one_types_without_turkish_letters(open_page: OpenPage) -> None:
    at = open_page("people", Role.ADVISOR, "en")
    assert "Akademisyen 1" in markdown(at)

    at.text_input(key="people_search").set_value("doküm kumu").run()

    assert "Akademisyen 2" in markdown(at)
    assert "Akademisyen 1 " not in markdown(at)


@pytest.mark.parametrize("section", ["requests", "research"])
@pytest.mark.parametrize("language", ["tr", "en"])
def test_the_other_sections_draw(open_page: OpenPage, section: str, language: str) -> None:
    at = open_page("people", Role.MANAGER, language, {"people_section": section})

    assert not at.exception
    assert len(at.markdown) > 3


def test_participants_see_nobody(open_page: OpenPage) -> None:
    at = open_page("people", Role.PARTICIPANT, "en")

    assert "Akademisyen" not in markdown(at)
    assert at.info[0].value.startswith("People and requests")


def test_a_synergy_says_who_can_help_and_why(open_page: OpenPage) -> None:
    at = open_page("synergies", Role.ADVISOR, "en", synergy="Y002", part="people")

    assert not at.exception
    assert "Akademisyen 3" in markdown(at)
    assert "Knows Soap stock" in markdown(at)


@pytest.mark.parametrize(("language", "said"), [("tr", "Türkçe, İngilizce"), ("en", "Turkish, English")])
def test_what_somebody_speaks_is_said_in_the_readers_language(
    open_page: OpenPage, language: str, said: str
) -> None:
    at = open_page("people", Role.ADVISOR, language)

    assert said in " ".join(one.value for one in at.caption).replace("\\", "")
