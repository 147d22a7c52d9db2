"""A pair called not useful leaves the lists and comes back; managers see whether the suggestions help; no sample
synergy is offered as a precedent."""

from datetime import datetime

import pytest
from streamlit.testing.v1 import AppTest

from core.domain.choices import AnswerReason, Direction, Role, Verdict, Visibility
from core.domain.matching.answers import of_prospect
from core.domain.model import Answer, Resource
from core.services import answering, resources, suggesting
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


FIRMS = {"suggestions_search": "soap stock"}


def in_sort(at: AppTest, ending: str) -> list[str]:
    """Return the keys of a page's buttons that end so."""
    return [str(one.key) for one in at.button if str(one.key).endswith(ending)]


@pytest.mark.usefixtures("own_copy")
def test_a_firm_by_activity_is_answered_hidden_and_brought_back(open_page: OpenPage) -> None:
    at = open_page("suggestions", Role.ADVISOR, "tr", FIRMS, sort="firms")
    before = in_sort(at, "_not_useful")
    first = before[0].removesuffix("_not_useful")
    card_id, site_id = first.removeprefix("suggestions_firms_").rsplit("_", 1)

    keep_firm_not_useful(card_id, site_id)

    at = open_page("suggestions", Role.ADVISOR, "tr", {**FIRMS, "suggestions_hidden": True}, sort="firms")
    assert not at.exception
    assert before[0] not in in_sort(at, "_not_useful")
    assert any("Firma bunu yapmıyor ya da kullanmıyor" in one for one in said(at))
    (back,) = [one for one in at.button if str(one.key).startswith("suggestions_hidden_back_")]
    back.click().run()
    at = open_page("suggestions", Role.ADVISOR, "tr", FIRMS, sort="firms")
    assert before[0] in in_sort(at, "_not_useful")


def keep_firm_not_useful(card_id: str, site_id: str) -> None:
    database = cache.database()
    with database.reading() as cursor:
        (firm_id,) = (
            cursor.raw.execute("SELECT firm_id FROM site WHERE site_id = ?", [site_id]).fetchone() or ()
        )
        (own,) = (
            cursor.raw.execute(
                "SELECT firm_id FROM resource JOIN site USING (site_id) WHERE resource_id = ?", [card_id]
            ).fetchone()
            or ()
        )
    subject = of_prospect(card_id, "have", firm_id)
    given = Answer(
        "firm-answer", "izmir", own, verdict=Verdict.NOT_USEFUL, answered_by="", answered_at=NOW,
        reason=AnswerReason.ACTIVITY, score=0.9, rank=1, **subject._asdict(),
    )  # fmt: skip
    index = suggesting.index(database, examples.ADVISOR)
    answering.answer(database, examples.ADVISOR, index, [given], now=NOW)


@pytest.mark.usefixtures("own_copy")
@pytest.mark.parametrize("sort", ["firms", "pools", "sharing", "chains"])
def test_useful_is_kept_for_every_sort_with_its_score_and_place(open_page: OpenPage, sort: str) -> None:
    at = open_page("suggestions", Role.ADVISOR, "en", sort=sort)
    at.button(key=in_sort(at, "_useful")[0]).click().run()

    assert not at.exception
    at = open_page("suggestions", Role.ADVISOR, "en", sort=sort)
    assert any("Useful, answered on" in one for one in said(at))
    kept = answering.standing(cache.database(), examples.ADVISOR)
    assert set(kept["sort"]) == {sort}
    assert kept["rank"].iloc[0] == 1
    assert 0 < kept["score"].iloc[0] <= 1


@pytest.mark.parametrize("sort", ["firms", "pools", "sharing", "chains"])
def test_participants_answer_no_sort(open_page: OpenPage, sort: str) -> None:
    at = open_page("suggestions", Role.PARTICIPANT, "en", sort=sort)

    assert not at.exception
    assert in_sort(at, "useful") == []


PLASTIC = Resource(
    "markup-plastic",
    "markup-site",
    Direction.HAVE,
    "HDPE ve PS ambalaj firesi",
    visibility=Visibility.EVERYBODY,
)


@pytest.mark.usefixtures("own_copy")
def test_a_visit_shows_a_chain_where_no_direct_partner_is_as_good_and_takes_its_answer(
    open_page: OpenPage,
) -> None:
    resources.save(cache.database(), examples.ADVISOR, PLASTIC, now=NOW, new=True)
    state = {
        "visit.visit_id": examples.VISIT,
        "visit.step": "suggestions",
        "visit.shown_id": PLASTIC.resource_id,
    }
    at = open_page("visit", Role.ADVISOR, "tr", state)

    assert not at.exception
    assert "Üçüncü bir firma üzerinden" in [one.value for one in at.subheader]
    chained = [key for key in in_sort(at, "_useful") if key.startswith("visit_chain_")]
    at.button(key=chained[0]).click().run()

    assert not at.exception
    kept = answering.standing(cache.database(), examples.ADVISOR).iloc[0]
    assert (kept["sort"], kept["firm_id"], kept["have_id"]) == ("chains", "markup", PLASTIC.resource_id)
