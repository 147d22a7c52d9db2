"""The library: precedents to search and to map, for everybody, and the handbook a page at a time."""

from core.domain.choices import Role
from tests.pages.conftest import OpenPage


def test_a_participant_searches_the_precedents(open_page: OpenPage) -> None:
    at = open_page("library", Role.PARTICIPANT, "tr")
    assert any("246" in one.value for one in at.caption)

    at.text_input(key="library_search").set_value("zeytin karasuyu").run()

    assert not at.exception
    assert "zeytin" in at.markdown[1].value


def test_a_link_carries_part_view_and_filter(open_page: OpenPage) -> None:
    at = open_page("library", Role.ADVISOR, "en", country="JP", view="map")

    assert not at.exception
    assert at.selectbox(key="library_country").value == "JP"
    assert any(one.value == "Exchanges: 10" for one in at.caption)
    assert any("Japan" in one.value and "10" in one.value for one in at.caption)


def test_a_filter_that_leaves_nothing_says_so(open_page: OpenPage) -> None:
    at = open_page("library", Role.ADVISOR, "tr", country="JP", province="İzmir")

    assert [one.value for one in at.info] == ["Bu filtrelere uyan kayıt yok."]


def test_the_handbook_is_shown_a_page_at_a_time(open_page: OpenPage) -> None:
    at = open_page("library", Role.PARTICIPANT, "tr", part="legal")

    assert not at.exception
    assert len(at.subheader) <= 6


def test_the_invented_sheet_says_that_it_is_invented(open_page: OpenPage) -> None:
    at = open_page("library", Role.PARTICIPANT, "tr", part="practice")

    assert not at.exception
    assert [one.value for one in at.subheader] == ["Atık döküm kumu çimento farininde silis kaynağı"]
    assert any("Kurgu örnek" in one.value for one in at.warning)


def test_sheets_are_searched_without_turkish_letters(open_page: OpenPage) -> None:
    at = open_page("library", Role.ADVISOR, "en", part="practice")
    heads = [one.value for one in at.subheader]
    assert heads

    at.text_input(key="library_practice_search").input("cimento farini").run()
    assert [one.value for one in at.subheader] == heads
    at.text_input(key="library_practice_search").input("zeytin karasuyu").run()
    assert [one.value for one in at.subheader] == []
    assert not at.exception
