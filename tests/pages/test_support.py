"""The support programme's page: pilots, applications with what they lack, calls for leaders to keep."""

from dataclasses import replace
from pathlib import Path

from core.domain.choices import Role
from core.domain.model import User
from core.domain.programme.support import Application
from core.services import support
from pages.shared import cache, clock
from tests.pages.conftest import OpenPage

ADVISOR = User("demo-advisor", "Demo", Role.ADVISOR)


def test_an_application_names_what_it_lacks(open_page: OpenPage) -> None:
    at = open_page("support", Role.ADVISOR, "en", {"support_application_chosen": "SA2"})

    said = " ".join(one.value for one in at.markdown)
    assert not at.exception
    assert "of 14 facts are there" in said
    assert "Fill it in on this page" in said
    assert at.metric[0].value == "2 of at least 2"


def test_calls_are_kept_by_leaders_only(open_page: OpenPage) -> None:
    for role, may in ((Role.MANAGER, True), (Role.ADVISOR, False)):
        at = open_page("support", role, "en", {"support_section": "calls"})
        assert not at.exception
        assert ("support_call_new" in [one.key for one in at.button]) is may


def test_participants_see_no_application(open_page: OpenPage) -> None:
    at = open_page("support", Role.PARTICIPANT, "tr")

    assert not at.selectbox or all(one.key != "support_application_chosen" for one in at.selectbox)


def chosen() -> Application:
    found = support.applications(cache.database(), ADVISOR)
    return next(one for one in found if one.application_id == "SA2")


def test_an_application_keeps_what_was_typed_when_others_were_faster(
    open_page: OpenPage, own_copy: Path
) -> None:
    at = open_page("support", Role.ADVISOR, "en", {"support_application_chosen": "SA2"})
    at.text_area(key="support_said.SA2.summary").input("Önce numune, sonra deneme üretimi").run()
    others = replace(chosen(), summary="Başkasının metni")
    support.save(cache.database(), ADVISOR, others, now=clock.now())

    at.button(key="support_form_save").click().run()

    assert at.text_area(key="support_said.SA2.summary").value == "Önce numune, sonra deneme üretimi"
    assert any("Başkasının metni" in one.value for one in at.markdown)
    at.button(key="support_form_save").click().run()
    assert chosen().summary == "Önce numune, sonra deneme üretimi"
    assert not at.exception


def test_a_state_is_saved_beside_a_text_that_is_still_being_written(
    open_page: OpenPage, own_copy: Path
) -> None:
    at = open_page("support", Role.ADVISOR, "en", {"support_application_chosen": "SA2"})
    at.text_input(key="support_said.SA2.title").input("Yeni başlık").run()
    at.text_input(key="support_state.SA2.reference").input("2026-17").run()

    at.button(key="support_form_state_save").click().run()

    assert chosen().reference == "2026-17"
    assert at.text_input(key="support_said.SA2.title").value == "Yeni başlık"
    at.button(key="support_form_save").click().run()
    assert (chosen().title, chosen().reference) == ("Yeni başlık", "2026-17")
    assert not at.exception


def test_an_application_tells_its_facts_and_leads_to_what_it_lacks(open_page: OpenPage) -> None:
    at = open_page("support", Role.ADVISOR, "en", application="SA2")

    said = " ".join(one.value for one in at.markdown)
    asked = {one.proto.label for one in at.get("page_link")}
    assert at.selectbox(key="support_application_chosen").value == "SA2"
    assert "1\\,800\\,000 TRY" in said
    assert any("On the synergy" in one for one in asked)
    assert not at.exception


def test_a_synergys_page_grows_an_application_and_lists_it(open_page: OpenPage, own_copy: Path) -> None:
    synergy_id = chosen().synergy_id
    at = open_page("synergies", Role.ADVISOR, "en", synergy=synergy_id, part="support")
    before = {one.application_id for one in support.applications(cache.database(), ADVISOR)}
    assert sum("arap sabunu" in one.value for one in at.markdown) == 1

    at.button(key="synergy_support_grow").click().run()

    grown = [
        one
        for one in support.applications(cache.database(), ADVISOR)
        if one.application_id not in before and one.synergy_id == synergy_id
    ]
    assert len(grown) == 1
    again = open_page("synergies", Role.ADVISOR, "en", synergy=synergy_id, part="support")
    assert sum("arap sabunu" in one.value for one in again.markdown) == 2


def test_money_of_the_expected_impact_is_in_liras_for_turkish_readers(open_page: OpenPage) -> None:
    at = open_page("support", Role.ADVISOR, "tr", application="SA1")

    said = " ".join(one.value for one in at.markdown).replace("\\", "")
    assert "Maliyet tasarrufu 1.246.500 TL/yıl" in said
    assert "TRY" not in said
