"""People who can help on their page and on a synergy's: searched, asked, kept only with a consent."""

import pytest

from core.domain.choices import Role
from core.domain.model import User
from core.services import people
from pages.shared import cache
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


def test_people_stand_in_the_order_of_their_numbers_with_a_way_to_write_to_them(open_page: OpenPage) -> None:
    at = open_page("people", Role.ADVISOR, "en")

    said = markdown(at)
    places = [said.index(f"Uzman {number} ") for number in (8, 9, 10, 11, 12)]
    assert places == sorted(places)
    links = {one.proto.url.partition("?")[0] for one in at.get("link_button")}
    assert "mailto:kisi01@ornek-uzman.example" in links
    assert not any("kisi04" in one for one in links)  # who gave no consent is not written to


def test_projects_are_found_by_what_they_are_about(open_page: OpenPage) -> None:
    at = open_page("people", Role.ADVISOR, "en", {"people_section": "research"})
    at.text_input(key="people_research_search").set_value("karasu").run()

    assert [one.value for one in at.caption if "projects and topics" in one.value] == [
        "1 of 4 projects and topics"
    ]
    assert not at.exception


def test_a_synergy_shows_the_research_that_serves_it(open_page: OpenPage) -> None:
    served = open_page("synergies", Role.ADVISOR, "tr", synergy="Y002", part="people")
    research = people.research(cache.database(), User("demo-advisor", "", Role.ADVISOR))
    titles = [one.title("tr") for one in research if one.synergy_id == "Y039"]
    at = open_page("synergies", Role.ADVISOR, "tr", synergy="Y039", part="people")

    assert len(titles) == 1
    assert titles[0] in markdown(at)
    assert titles[0] not in markdown(served)


def test_somebody_who_is_not_among_the_best_can_be_asked_too(open_page: OpenPage) -> None:
    at = open_page("synergies", Role.ADVISOR, "en", synergy="Y002", part="people")
    others = at.selectbox(key="synergy_experts_other_Y002")
    assert not any("Akademisyen 3 " in one for one in others.options)  # who fits best stands above

    others.select_index(0).run()
    asked = others.options[0].partition(" · ")[0]
    at.button(key="synergy_experts_ask_other_Y002").click().run()

    assert any(asked in one.value.replace("\\", "") for one in at.markdown)
    assert any(one.key.endswith("_asked") for one in at.text_input)
