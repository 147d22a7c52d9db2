"""The board: a card moves to its next stage, what is missing is said and may be overridden, a link carries the view."""

import pytest
from streamlit.testing.v1 import AppTest

from core.domain.choices import Role, Stage, StallReason
from core.services import synergies
from pages.shared import cache
from tests import examples
from tests.pages.conftest import OpenPage, opened

IDEA, MEETING = "example-synergy-idea", examples.SYNERGY


def moving(synergy_id: str, language: str = "en") -> tuple[AppTest, str]:
    """Open the board with the move of a card unfolded; return its key too."""
    synergy = synergies.get(cache.database(), examples.ADVISOR, synergy_id)
    key = f"synergies_move_{synergy_id}_{synergy.row_version}"
    state = {key: True, "synergies_stage": synergy.stage.value, "synergies.most.idea": 2000}
    return opened("synergies", Role.ADVISOR, language, state, view="board"), key


def stage_of(synergy_id: str) -> Stage:
    return synergies.get(cache.database(), examples.ADVISOR, synergy_id).stage


def said(at: AppTest) -> str:
    return "\n".join(str(one.value) for one in at.markdown)


def test_a_link_opens_the_board_at_a_stage_with_its_filters(warm_server: None) -> None:
    at = opened("synergies", Role.ADVISOR, "tr", view="board", stage="sample", owner="nobody")

    assert at.button_group(key="synergies_view").value == "board"
    assert at.button_group(key="synergies_stage").value == "sample"
    assert at.selectbox(key="synergies_owner").value == "nobody"
    at = opened("synergies", Role.ADVISOR, "tr", view="nonsense", stage="x", kind="y")
    assert not at.exception
    assert at.button_group(key="synergies_view").value == "list"


def test_an_overdue_next_action_is_marked(open_page: OpenPage) -> None:
    at = open_page("synergies", Role.ADVISOR, "en", view="board", stage="meeting")

    assert ":red[:material/alarm: Overdue: " in said(at)


@pytest.mark.usefixtures("own_copy", "warm_server")
def test_the_next_stage_stands_first_and_a_card_moves_there() -> None:
    at, key = moving(IDEA)
    assert at.selectbox(key=f"{key}_to").value is Stage.CONTACTED

    at.button(key=f"{key}_do").click().run()  # an idea needs an owner
    assert stage_of(IDEA) is Stage.IDEA
    assert "Somebody who owns it" in said(at)

    at.button(key=f"{key}_all_the_same").click().run()
    assert not at.exception
    assert stage_of(IDEA) is Stage.CONTACTED


@pytest.mark.usefixtures("own_copy", "warm_server")
def test_stalling_asks_for_a_reason() -> None:
    at, key = moving(MEETING)
    at.selectbox(key=f"{key}_to").set_value(Stage.STALLED).run()

    at.button(key=f"{key}_do").click().run()
    assert [one.value for one in at.error] == ["Please say why: a stalled or dropped synergy needs a reason."]

    at.selectbox(key=f"{key}_reason").set_value(StallReason.PRICE).run()
    at.button(key=f"{key}_do").click().run()
    assert stage_of(MEETING) is Stage.STALLED


@pytest.mark.usefixtures("own_copy", "warm_server")
def test_nobody_makes_a_synergy_verified_without_proof() -> None:
    at, key = moving(MEETING)
    at.selectbox(key=f"{key}_to").set_value(Stage.VERIFIED).run()
    at.button(key=f"{key}_do").click().run()

    assert stage_of(MEETING) is Stage.MEETING
    assert at.error[0].value.startswith("Only a verified impact")


def test_a_column_shows_some_cards_and_more_on_demand(open_page: OpenPage) -> None:
    at = open_page("synergies", Role.ADVISOR, "en", view="board", stage="idea")
    assert sum(str(one.key).startswith("synergies_open_") for one in at.button) == 8

    at.button(key="synergies_more_idea").click().run()
    assert sum(str(one.key).startswith("synergies_open_") for one in at.button) == 20


def test_the_table_tells_owner_and_what_blocks_to_staff_only(open_page: OpenPage) -> None:
    staff = open_page("synergies", Role.ADVISOR, "en", {"synergies_scope": "all"})
    assert {"Owner", "What blocks"} <= set(staff.dataframe[0].value.columns)
    assert len(staff.dataframe[0].value) == 50

    participant = open_page("synergies", Role.PARTICIPANT, "en", {"synergies_scope": "all"})
    assert not [one for one in participant.get("button_group") if one.key == "synergies_view"]
    assert all("Owner" not in one.value.columns for one in participant.dataframe)


def test_an_opened_card_stands_in_the_boards_place(open_page: OpenPage) -> None:
    at = open_page("synergies", Role.ADVISOR, "en", view="board", synergy=MEETING)

    assert any(one.key == "synergies_close" for one in at.button)
    assert not any(str(one.key).startswith("synergies_open_") for one in at.button)
