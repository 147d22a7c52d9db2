"""A pair called not useful leaves the lists and comes back; managers see whether the suggestions help; no sample
synergy is offered as a precedent."""

from datetime import datetime

import pytest
from streamlit.testing.v1 import AppTest

from core.domain.choices import AnswerReason, Role, Verdict
from core.domain.model import Answer
from core.services import answering, suggesting
from pages.shared import cache
from tests import examples
from tests.pages.conftest import OpenPage

PAIR = "suggestions_markup-have_formula-want"
VISITED = "visit.answer.formula-want_not_useful"
SEARCH = {"suggestions_search": "döküm kumu"}
NOW = datetime(2026, 11, 2, 10)


def has(at: AppTest, key: str) -> bool:
    return any(one.key == key for one in at.button)


def said(at: AppTest) -> list[str]:
    """Return the texts of a page without the backslashes that keep Markdown from reading them."""
    return [one.value.replace("\\", "") for one in at.markdown]


def keep_not_useful(*firm_ids: str) -> None:
    """Answer as the dialog does (AppTest cannot go on inside one: tests/browser/test_answers.py does)."""
    given = [
        Answer(
            f"answer-{firm_id}", "izmir", firm_id, "markup-have", "formula-want", Verdict.NOT_USEFUL, "", NOW,
            AnswerReason.TOO_FAR,
        )
        for firm_id in firm_ids
    ]  # fmt: skip
    database = cache.database()
    answering.answer(database, examples.ADVISOR, suggesting.index(database, examples.ADVISOR), given, now=NOW)


@pytest.mark.usefixtures("own_copy")
def test_a_pair_that_is_not_useful_disappears_and_comes_back(open_page: OpenPage) -> None:
    assert has(open_page("suggestions", Role.ADVISOR, "tr", SEARCH), f"{PAIR}_useful")

    keep_not_useful("markup", "formula")

    at = open_page("suggestions", Role.ADVISOR, "tr", {**SEARCH, "suggestions_hidden": True})
    assert not at.exception
    assert not has(at, f"{PAIR}_useful")
    assert sum(one.count("için yararlı değil: Fazla uzak") for one in said(at)) == 2
    (back,) = [one for one in at.button if str(one.key).startswith("suggestions_hidden_back_")]
    back.click().run()
    assert has(open_page("suggestions", Role.ADVISOR, "tr", SEARCH), f"{PAIR}_useful")


@pytest.mark.usefixtures("own_copy")
def test_useful_is_said_beside_the_pair(open_page: OpenPage) -> None:
    open_page("suggestions", Role.ADVISOR, "en", SEARCH).button(key=f"{PAIR}_useful").click().run()

    at = open_page("suggestions", Role.ADVISOR, "en", SEARCH)
    assert any("Useful, answered on" in one for one in said(at))
    assert not has(at, f"{PAIR}_useful")
    assert has(at, f"{PAIR}_not_useful")


@pytest.mark.usefixtures("own_copy")
def test_in_a_visit_what_is_of_no_use_to_the_firm_in_the_room_is_hidden(open_page: OpenPage) -> None:
    state = {"visit.visit_id": examples.VISIT, "visit.step": "suggestions", "visit.hidden": True}
    assert has(open_page("visit", Role.ADVISOR, "tr", state), VISITED)

    keep_not_useful("formula")
    assert has(open_page("visit", Role.ADVISOR, "tr", state), VISITED)  # the other firm said so, not this one

    keep_not_useful("markup")
    at = open_page("visit", Role.ADVISOR, "tr", state)
    assert not at.exception
    assert not has(at, VISITED)
    assert has(at, "visit.hidden_back_answer-markup")


@pytest.mark.parametrize(("role", "sees"), [(Role.MANAGER, True), (Role.ADVISOR, False)])
def test_managers_see_whether_the_suggestions_help(open_page: OpenPage, role: Role, sees: bool) -> None:
    at = open_page("suggestions", role, "en", {**SEARCH, "suggestions_agreement": True})

    assert not at.exception
    assert ("Suggestions answered" in [one.label for one in at.metric]) is sees


def test_participants_answer_nothing(open_page: OpenPage) -> None:
    at = open_page("suggestions", Role.PARTICIPANT, "en")

    assert not any(str(one.key).endswith("_useful") for one in at.button)


def test_a_sample_synergy_is_not_offered_as_a_precedent(open_page: OpenPage) -> None:
    at = open_page(
        "synergies",
        Role.MANAGER,
        "en",
        synergy="example-synergy-verified",
        part="report",
    )

    assert not has(at, "precedent_new")
    assert any(one.value.startswith("Sample data never becomes a precedent") for one in at.caption)
