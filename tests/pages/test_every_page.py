"""Every page, in both languages, for every role, on full, opened and empty records; none holds a text of its own."""

from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from core.domain.choices import Role
from core.domain.model import SYSTEM
from core.i18n import LANGUAGES, PSEUDO
from core.services import installing
from pages.shared import cache
from tests import examples
from tests.conftest import BUILT_AT
from tests.pages import texts
from tests.pages.conftest import APP, TIMEOUT, Noting, OpenPage, opened, serving

PAGES = sorted(path.stem for path in (APP.parent / "pages").glob("*.py"))
STATES: list[tuple[str, dict[str, object], dict[str, str]]] = [
    *((page, {}, {}) for page in PAGES),
    *(("synergies", {}, {"synergy": examples.SYNERGY, "part": part}) for part in
      ("follow", "ready", "legal", "impact", "parties", "people", "files", "texts", "report", "history")),
    ("synergies", {"synergies_scope": "all"}, {}),
    ("synergies", {}, {"view": "board", "ended": "true"}),
    *(("my_day", {"my_day_whose_advisor": "everybody"}, {"part": part}) for part in
      ("now", "silent", "later", "visits", "cards")),
    ("my_day", {"my_day_whose_advisor": "everybody", "my_day.open": (examples.SYNERGY, "next")}, {}),
    ("my_day", {"my_day_whose_advisor": "everybody", "my_day.open": (examples.SYNERGY, "people")}, {}),
    *(("visit", {"visit.visit_id": examples.VISIT, "visit.step": step}, {}) for step in
      ("cards", "suggestions", "opportunities", "close")),
    ("visit", {"visit.adding": True}, {}),
    ("map", {"map_flows": "suggested"}, {"firm": "markup"}),
    *(("register", {"register_part": part}, {"firm": "hidden"}) for part in
      ("firm", "sites", "contacts", "cards", "history")),
    ("register", {"register_list": "resources"}, {}),
    ("register", {}, {"resource": "markup-have"}),
    ("register", {}, {"resource": "not-yet", "site": "markup-site"}),
    ("register", {}, {"resource": "hidden-have"}),
    ("map", {}, {"firm": "hidden"}),
    *(("programme", {}, {"part": part}) for part in ("meetings", "trainings")),
    ("zones", {}, {"zone": "odemis_osb"}),
    *(("library", {}, {"part": part}) for part in ("practice", "legal")),
    ("library", {}, {"view": "map"}),
]  # fmt: skip
STATES = [state for state in STATES if state[0] in PAGES]


def assert_no_error(at: AppTest) -> None:
    assert "\n".join(one.message for one in at.exception) == ""
    assert "\n".join(one.value for one in at.error) == ""


def assert_translated(at: AppTest) -> None:
    assert "\n".join(texts.untranslated(texts.visible(at), texts.data_of(cache.database()))) == ""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("page", PAGES)
def test_every_page_opens_in_both_languages_for_every_role(
    open_page: OpenPage, page: str, role: Role, language: str
) -> None:
    at = open_page(page, role, language)

    assert_no_error(at)
    assert len(at.main.children) > 1, "a page must show more than the frame"


@pytest.mark.parametrize(("page", "state", "query"), STATES)
def test_every_text_that_a_page_asks_for_has_its_turkish(
    open_page: OpenPage, turkish: Noting, page: str, state: dict[str, object], query: dict[str, str]
) -> None:
    open_page(page, Role.ADVISOR, "tr", state, **query)

    assert turkish.missing == set()


@pytest.mark.parametrize("page", PAGES)
def test_a_page_that_runs_without_app_py_draws_the_frame_itself(page: str) -> None:
    at = AppTest.from_file(APP, default_timeout=TIMEOUT).switch_page(f"pages/{page}.py").run()

    assert_no_error(at)
    assert at.selectbox(key="frame_role").label == "Rol"


@pytest.mark.parametrize(("page", "state", "query"), STATES)
def test_no_visible_text_lacks_its_translation(
    open_page: OpenPage, page: str, state: dict[str, object], query: dict[str, str]
) -> None:
    at = open_page(page, Role.ADVISOR, PSEUDO, state, **query)

    assert_no_error(at)
    assert_translated(at)


@pytest.mark.parametrize("page", PAGES)
def test_what_a_participant_reads_is_translated_too(open_page: OpenPage, page: str) -> None:
    at = open_page(page, Role.PARTICIPANT, PSEUDO)

    assert_no_error(at)
    assert_translated(at)


@pytest.mark.parametrize("page", PAGES)
def test_a_server_that_others_can_reach_shows_nothing_but_the_gate(
    monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    asked = st.get_option
    monkeypatch.setattr(st, "get_option", lambda key: "0.0.0.0" if key == "server.address" else asked(key))

    at = AppTest.from_file(APP, default_timeout=TIMEOUT).switch_page(f"pages/{page}.py").run()

    assert [one.value[:45] for one in at.error] == ["Bu sunucuya dışarıdan erişilebiliyor, ancak h"]
    assert not (at.title or at.header or at.subheader or at.dataframe or at.button)


def test_the_language_of_a_link_is_taken(warm_server: None) -> None:
    at = AppTest.from_file(APP, default_timeout=TIMEOUT)
    at.query_params["lang"] = "en"

    assert at.run().title[0].value == "Overview"


def test_the_menu_lists_every_page(open_page: OpenPage) -> None:
    at = open_page("overview", Role.ADVISOR, "en")

    assert {page["url_pathname"] or "overview" for page in at._registered_pages.values()} == set(PAGES)


def test_an_empty_region_says_on_every_page_what_to_do_next(warm_server: None, tmp_path: Path) -> None:
    path = tmp_path / "empty.duckdb"
    installing.create(path, SYSTEM, "izmir", with_sample=False, now=BUILT_AT)
    with serving(path):
        for page in PAGES:
            at = opened(page, Role.ADVISOR, PSEUDO)
            assert_no_error(at)
            assert_translated(at)
            assert not any(box.key == "frame_role" for box in at.selectbox), "no role chooser on real data"
