"""My day: what is owed stands in its place, a call is logged with one click, a next action set with two."""

from dataclasses import replace
from datetime import timedelta

import pytest
from streamlit.testing.v1 import AppTest

from core.domain.choices import Role
from core.domain.settings import Name
from core.domain.synergies.following import LogWay
from core.services import following, settings, synergies
from pages.shared import cache, clock, session
from tests import examples
from tests.pages.conftest import OpenPage

SYNERGY = examples.SYNERGY
MANAGER = session.DEMO_USERS[Role.MANAGER]
EVERYBODY = {"my_day_whose_advisor": "everybody"}
UNFOLDED = {**EVERYBODY, "my_day.open": (SYNERGY, "next")}


def headings(at: AppTest) -> list[str]:
    """Return the sections' titles without icon and count."""
    return [one.value.split(": ", 1)[1].rsplit(" (", 1)[0] for one in at.subheader]


def test_what_is_overdue_comes_first_then_the_week(open_page: OpenPage) -> None:
    at = open_page("my_day", Role.ADVISOR, "en", EVERYBODY)

    assert headings(at)[:1] == ["Overdue"]
    assert any("2000 days late" in str(one.value) for one in at.markdown)


def test_everything_else_is_one_click_away_each_with_its_count(open_page: OpenPage) -> None:
    at = open_page("my_day", Role.ADVISOR, "en", EVERYBODY)
    parts = at.button_group(key="my_day_part")
    assert [one.content.partition(":")[0] for one in parts.proto.options] == [
        "To do now",
        "Silent",
        "Later",
        "Visits not closed",
        "Cards that lack something",
    ]

    for part, heading in (
        ("silent", "Silent"),
        ("later", "Later"),
        ("visits", "Visits not closed"),
        ("cards", "Cards that lack what a suggestion needs"),
    ):
        at.button_group(key="my_day_part").set_value(part).run()
        assert headings(at) == [heading]


def test_a_link_leads_to_a_part_of_the_day(open_page: OpenPage) -> None:
    assert headings(open_page("my_day", Role.ADVISOR, "en", EVERYBODY, part="silent")) == ["Silent"]


def test_managers_reach_the_days_of_silence_even_where_nothing_is_silent(open_page: OpenPage) -> None:
    at = open_page("my_day", Role.MANAGER, "en", {"my_day_whose_manager": "mine"}, part="silent")

    assert at.number_input(key="my_day_silent_0").value == 30


def test_managers_begin_with_everybodys_advisors_with_their_own(open_page: OpenPage) -> None:
    for role, whose in ((Role.MANAGER, "everybody"), (Role.ADVISOR, "mine")):
        at = open_page("my_day", role, "en")
        assert at.button_group(key=f"my_day_whose_{role}").value == whose


def test_participants_are_shown_the_way_to_their_own_synergies(open_page: OpenPage) -> None:
    at = open_page("my_day", Role.PARTICIPANT, "en")

    assert at.info[0].value.startswith("Your advisor keeps")
    assert not at.subheader


@pytest.mark.usefixtures("own_copy")
def test_one_click_logs_a_call_and_how_it_was_made_and_a_note_may_follow(open_page: OpenPage) -> None:
    at = open_page("my_day", Role.ADVISOR, "en", EVERYBODY)

    at.button(key=f"my_day_called_{SYNERGY}_giver").click().run()

    log = following.log(cache.database(), examples.ADVISOR, SYNERGY)
    assert list(log["way"]) == [LogWay.PHONE]
    assert list(log["firm_id"]) == ["markup"]
    assert log["made_on"].iloc[0].date() == clock.today()

    (field,) = [one for one in at.text_input if str(one.key).startswith("my_day_note_")]
    field.set_value("Müdür ilgili, numune istedi").run()
    at.button_group(key=str(field.key).replace("note", "way")).set_value(LogWay.MEETING).run()
    (save,) = [one for one in at.button if one.label == "Save"]
    save.click().run()

    assert not at.exception
    log = following.log(cache.database(), examples.ADVISOR, SYNERGY)
    assert list(log["note"]) == ["Müdür ilgili, numune istedi"]
    assert list(log["way"]) == [LogWay.MEETING]
    assert not [one for one in at.text_input if str(one.key).startswith("my_day_note_")]


@pytest.mark.usefixtures("own_copy")
def test_a_note_on_a_call_is_kept_though_one_goes_on_with_the_next_call(open_page: OpenPage) -> None:
    at = open_page("my_day", Role.ADVISOR, "en", EVERYBODY)
    at.button(key=f"my_day_called_{SYNERGY}_giver").click().run()
    (field,) = [one for one in at.text_input if str(one.key).startswith("my_day_note_")]

    field.set_value("Yarın geri arayacak")
    at.button(key=f"my_day_called_{SYNERGY}_taker").click().run()

    assert not at.exception
    log = following.log(cache.database(), examples.ADVISOR, SYNERGY)
    assert dict(zip(log["firm_id"], log["note"].fillna(""), strict=True)) == {
        "markup": "Yarın geri arayacak",
        "formula": "",
    }
    (field,) = [one for one in at.text_input if str(one.key).startswith("my_day_note_")]
    assert field.value == ""


@pytest.mark.usefixtures("own_copy")
def test_a_quick_choice_sets_the_next_action_and_its_day(open_page: OpenPage) -> None:
    version = synergies.get(cache.database(), examples.ADVISOR, SYNERGY).row_version
    key = f"my_day_next_{SYNERGY}_{version}"
    at = open_page("my_day", Role.ADVISOR, "en", UNFOLDED)

    at.text_input(key=f"{key}_what").set_value("Numuneyi sor")
    at.button(key=f"{key}_in_a_week").click().run()

    assert not at.exception
    kept = synergies.get(cache.database(), examples.ADVISOR, SYNERGY)
    assert (kept.next_action, kept.next_action_on) == ("Numuneyi sor", clock.today() + timedelta(days=7))
    assert kept.owner_id == examples.ADVISOR.user_id
    assert not [one for one in at.text_input if str(one.key).endswith("_what")], "a saved one folds"


def test_a_row_unfolds_in_its_place_and_one_at_a_time(open_page: OpenPage) -> None:
    at = open_page("my_day", Role.ADVISOR, "en", EVERYBODY)

    at.button(key=f"my_day_next_{SYNERGY}").click().run()
    (typed,) = [one for one in at.text_input if str(one.key).endswith("_what")]
    typed.set_value("Numuneyi sor").run()
    at.button(key=f"my_day_people_{SYNERGY}").click().run()
    assert not [one for one in at.text_input if str(one.key).endswith("_what")]

    at.button(key=f"my_day_next_{SYNERGY}").click().run()
    (typed,) = [one for one in at.text_input if str(one.key).endswith("_what")]
    assert typed.value == "Numuneyi sor"


@pytest.mark.usefixtures("own_copy")
def test_what_another_has_changed_meanwhile_is_told_and_nothing_typed_is_lost(open_page: OpenPage) -> None:
    database = cache.database()
    kept = synergies.get(database, examples.ADVISOR, SYNERGY)
    key = f"my_day_next_{SYNERGY}_{kept.row_version}"
    at = open_page("my_day", Role.ADVISOR, "en", UNFOLDED)
    at.text_input(key=f"{key}_what").set_value("Numuneyi sor")
    synergies.save(database, MANAGER, replace(kept, next_action="Fiyatı sor"), now=clock.now())

    at.button(key=f"{key}_tomorrow").click().run()

    assert synergies.get(database, examples.ADVISOR, SYNERGY).next_action == "Fiyatı sor"


@pytest.mark.usefixtures("own_copy")
def test_managers_set_the_days_of_silence_and_advisors_only_read_them(open_page: OpenPage) -> None:
    at = open_page("my_day", Role.MANAGER, "en", part="silent")
    at.number_input(key="my_day_silent_0").set_value(45)
    at.button(key="my_day_silent_save").click().run()

    assert settings.current(cache.database(), MANAGER)[Name.SILENT_DAYS].value == 45
    assert any("more than 45 days" in one.value for one in at.caption)
    at = open_page("my_day", Role.ADVISOR, "en", EVERYBODY, part="silent")
    assert headings(at) == ["Silent"]
    assert not at.number_input


def test_the_overview_shows_the_sum_and_the_way_to_my_day(open_page: OpenPage) -> None:
    at = open_page("overview", Role.MANAGER, "en")

    assert any("Overdue: " in str(one.value) for one in at.markdown)
    assert [one.proto.page for one in at.get("page_link")] == ["my_day"]


def test_people_are_called_mailed_and_written_to_by_links(open_page: OpenPage) -> None:
    synergy_id = "example-synergy-silent"
    state = {**EVERYBODY, "my_day.open": (synergy_id, "people")}
    at = open_page("my_day", Role.ADVISOR, "en", state, part="silent")

    links = [one.proto.url for one in at.get("link_button")]
    assert links[0] == "tel:+902325550123"
    assert links[1].startswith("mailto:sakli@example.invalid?subject=")
    assert len(links) == 2  # no WhatsApp to a landline


def test_each_date_and_all_of_mine_can_be_taken_into_a_calendar(open_page: OpenPage) -> None:
    at = open_page("my_day", Role.ADVISOR, "en", UNFOLDED)

    keys = {one.key for one in at.get("download_button")}
    assert {"my_day_ics_all", f"my_day_ics_{SYNERGY}"} <= keys
