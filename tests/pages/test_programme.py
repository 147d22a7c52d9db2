"""The pages Programme and Zones: what a click writes, and what guests are not told."""

from pathlib import Path

from core.domain.choices import Role
from core.domain.model import User
from core.services import programme, zones
from pages.shared import cache, clock
from tests.pages.conftest import OpenPage

ADVISOR = User("demo-advisor", "Demo", Role.ADVISOR)


def owed() -> list[str]:
    found = programme.actions(cache.database(), ADVISOR, today=clock.today())
    mine = (found["state"] == "open") & (found["owner_id"] == ADVISOR.user_id)
    return found.loc[mine, "action_id"].tolist()


def test_an_overdue_action_is_done_with_one_click(open_page: OpenPage, own_copy: Path) -> None:
    before = owed()
    at = open_page("programme", Role.ADVISOR, "en")
    first = before[0]

    at.button(key=f"programme_done_{first}").click().run()

    after = owed()
    assert first not in after
    assert len(after) == len(before) - 1


def test_an_advisor_records_a_meeting_and_a_refusal_keeps_what_was_typed(
    open_page: OpenPage, own_copy: Path
) -> None:
    known = len(programme.meetings(cache.database(), ADVISOR))
    at = open_page("programme", Role.ADVISOR, "en", part="meetings")
    at.text_input(key="programme_meeting.new.subject").input("Kum akışı").run()
    at.text_input(key="programme_meeting.new.women").input("3").run()

    at.button(key="programme_meeting_save_new").click().run()

    assert len(programme.meetings(cache.database(), ADVISOR)) == known
    assert at.text_input(key="programme_meeting.new.subject").value == "Kum akışı"
    at.selectbox(key="programme_meeting.new.body_id").select("GB1").run()
    at.date_input(key="programme_meeting.new.held_on").set_value(clock.today()).run()
    at.button(key="programme_meeting_save_new").click().run()
    newest = programme.meetings(cache.database(), ADVISOR).iloc[0]
    assert (newest["subject"], newest["women"], newest["men"]) == ("Kum akışı", 3, 0)


def test_an_advisor_says_how_many_a_firm_sent(open_page: OpenPage, own_copy: Path) -> None:
    at = open_page("programme", Role.ADVISOR, "tr", part="trainings", training="TR06")
    at.selectbox(key="programme_attendance.TR06.firm_id").select("F001").run()
    at.text_input(key="programme_attendance.TR06.men").input("2").run()

    at.button(key="programme_attendance_save").click().run()

    found = programme.attendance(cache.database(), ADVISOR, "TR06").set_index("firm_id")
    assert (found.loc["F001", "men"], found.loc["F001", "women"]) == (2, 0)


def test_only_managers_are_offered_to_change_meetings(open_page: OpenPage) -> None:
    advisor = open_page("programme", Role.ADVISOR, "en", part="meetings")
    manager = open_page("programme", Role.MANAGER, "en", part="meetings")

    assert "Change this meeting" not in [one.label for one in advisor.expander]
    assert "Change this meeting" in [one.label for one in manager.expander]


def test_a_link_opens_its_zone_and_a_manager_sets_its_target(open_page: OpenPage, own_copy: Path) -> None:
    at = open_page("zones", Role.MANAGER, "en", zone="esbas")
    assert at.selectbox(key="zones_zone").value == "esbas"
    at.text_input(key="zone_target.esbas.firms.target").input("6").run()

    at.button(key="zones_target_save").click().run()

    kept = zones.page(cache.database(), User("demo-manager", "", Role.MANAGER), "esbas").targets
    assert [(one.counted_as.value, one.target) for one in kept] == [("firms", 6.0)]


def test_a_guest_reads_neither_impact_nor_the_numbers_of_two_firms(open_page: OpenPage) -> None:
    at = open_page("zones", Role.PARTICIPANT, "en", zone="odemis_osb")

    assert not {"What its synergies bring", "Indicators against targets"} & {
        one.value for one in at.subheader
    }
    told = {one.label: one.value for one in at.metric}
    assert {told[name] for name in ("Haves", "Wants", "Synergies across the border")} == {"–"}


def test_a_meeting_is_not_taken_out_before_the_question_is_answered(
    open_page: OpenPage, own_copy: Path
) -> None:
    at = open_page("programme", Role.MANAGER, "en", part="meetings", meeting="MT03")

    at.button(key="programme_meeting_retire").click().run()

    assert at.button(key="programme_meeting_retire_yes").label == "Take out of the list"
    assert "MT03" in set(programme.meetings(cache.database(), ADVISOR)["meeting_id"])
    assert not at.exception


def test_a_manager_corrects_a_decision_and_an_action(open_page: OpenPage, own_copy: Path) -> None:
    decision = programme.decisions(cache.database(), ADVISOR, "MT11")[0]
    at = open_page("programme", Role.MANAGER, "en", part="meetings", meeting="MT11")
    at.button(key=f"programme_edit_{decision.decision_id}").click().run()
    at.text_area(key=f"programme_decision.{decision.decision_id}.decided").input("Önce KOSBİ").run()
    at.button(key=f"programme_decision_{decision.decision_id}_save").click().run()
    assert programme.decisions(cache.database(), ADVISOR, "MT11")[0].decided == "Önce KOSBİ"

    first = owed()[0]
    at = open_page("programme", Role.MANAGER, "en")
    at.button(key=f"programme_edit_{first}").click().run()
    at.text_area(key=f"programme_action.{first}.what").input("Firmayı yeniden ara").run()
    at.button(key=f"programme_action_{first}_save").click().run()

    found = programme.actions(cache.database(), ADVISOR, today=clock.today()).set_index("action_id")
    assert found.loc[first, "what"] == "Firmayı yeniden ara"
    assert not at.exception


def test_a_settled_action_is_taken_up_again_by_its_owner(open_page: OpenPage, own_copy: Path) -> None:
    first = owed()[0]
    at = open_page("programme", Role.ADVISOR, "en")
    at.button(key=f"programme_done_{first}").click().run()
    assert first not in owed()

    at.button(key=f"programme_open_{first}").click().run()

    assert first in owed()


def test_my_day_shows_the_owners_actions_of_this_week_and_settles_them(
    open_page: OpenPage, own_copy: Path
) -> None:
    at = open_page("my_day", Role.ADVISOR, "en")
    assert any("From the meetings of the programme" in one.value for one in at.subheader)
    first = owed()[0]

    at.button(key=f"programme_done_{first}").click().run()

    assert first not in owed()


def test_a_zones_page_names_its_synergies_with_the_other_side(open_page: OpenPage) -> None:
    at = open_page("zones", Role.ADVISOR, "en", zone="kosbi")

    counted = at.get("button_group")
    assert not at.exception
    assert any("More than an idea (10)" in str(one.proto) for one in counted)
    said = " ".join(one.value for one in at.markdown)
    assert r"The zone takes · other side\: İzmir Atatürk OIZ" in said
    guest = open_page("zones", Role.PARTICIPANT, "en", zone="kosbi")
    assert "other side" not in " ".join(one.value for one in guest.markdown)


def test_a_meeting_says_how_many_women_and_men_took_part(open_page: OpenPage) -> None:
    at = open_page("programme", Role.ADVISOR, "en", part="meetings")

    said = [one.value for one in at.caption if "women 8" in one.value]
    assert said == [r"Participants\: 15\, women 53 \% · women 8\, men 7\, not said 0"]
