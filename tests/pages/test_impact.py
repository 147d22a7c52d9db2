"""The Impact page and a synergy's impact as people see them: three bases apart, two people for what is verified."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from core.domain.choices import Role
from pages.shared.impact.sections import SECTIONS
from tests.pages.conftest import OpenPage

SAND = "Y039"  # of the sample: verified, with a claim of the taker that waits


def impact_script(synergy_id: str, language: str, role: str) -> None:
    from core.domain.choices import Role
    from core.i18n import translator
    from core.services import synergies
    from pages.shared import cache, session
    from pages.shared.synergies import impact as synergy_impact

    session.set_language(language)
    session.set_role(Role(role))
    synergy = synergies.get(cache.database(), session.user(), synergy_id)
    synergy_impact.draw(synergy, translator(language))


def drawn(synergy_id: str, language: str = "tr", role: Role = Role.ADVISOR) -> AppTest:
    script = AppTest.from_function(impact_script, args=(synergy_id, language, role.value), default_timeout=60)
    return script.run()


def texts(at: AppTest) -> str:
    kinds = (at.markdown, at.caption, at.warning, at.info, at.error, at.success, at.metric)
    return "\n".join(str(one.value) for some in kinds for one in some)


@pytest.mark.parametrize("section", list(SECTIONS))
@pytest.mark.parametrize("language", ["tr", "en"])
def test_each_section_is_drawn(open_page: OpenPage, section: str, language: str) -> None:
    at = open_page("impact", Role.MANAGER, language, {"impact_section": section})

    assert not at.exception
    assert at.button_group(key="impact_section").value == section


def test_the_three_bases_stand_apart(open_page: OpenPage) -> None:
    at = open_page("impact", Role.MANAGER, "en")

    assert [one.label for one in at.metric] == [
        "Verified: t CO2e a year",
        "Agreed: t CO2e a year",
        "Estimated: t CO2e",
    ]
    assert [one.value for one in at.metric] == ["35.79", "311", "68.68"]
    assert "never added up" in texts(at)


def test_a_participant_meets_a_closed_door(open_page: OpenPage) -> None:
    at = open_page("impact", Role.PARTICIPANT, "en")

    assert "programme's staff" in texts(at)
    assert not at.metric


def test_a_manager_confirms_what_an_advisor_claimed(open_page: OpenPage, own_copy: Path) -> None:
    at = open_page("impact", Role.MANAGER, "en", {"impact_section": "confirming"})
    assert "Cost savings" in texts(at)

    at.button(key="impact_confirm_IE008").click().run()

    assert not at.exception
    assert "Nothing waits to be confirmed." in texts(at)


def test_an_advisor_cannot_confirm_but_sees_what_waits(open_page: OpenPage) -> None:
    at = open_page("impact", Role.ADVISOR, "en", {"impact_section": "confirming"})

    assert "Cost savings" in texts(at)
    assert "impact_confirm_IE008" not in {button.key for button in at.button}


def test_a_computed_estimate_is_taken_over_completed_and_entered(own_copy: Path) -> None:
    at = drawn("Y177", "en")
    assert not at.exception
    at.button(key="impact_take_diverted").click().run()
    assert at.text_input(key="impact_entry.Y177.value").value == "600"

    at.button(key="impact_entry_save").click().run()

    assert not at.exception
    assert "Diverted from landfill" in texts(at)
    assert "600 t a year" in texts(at)
    assert "Nobody has entered an impact yet" not in texts(at)


def test_emissions_worked_out_by_hand_name_their_factors_source_and_year(own_copy: Path) -> None:
    at = drawn("Y177", "en")
    at.button(key="impact_take_co2e").click().run()
    for field, typed in (("value", "100"), ("low", "90"), ("high", "110"), ("factor_source", "")):
        at.text_input(key=f"impact_entry.Y177.{field}").set_value(typed).run()
    at.button(key="impact_entry_save").click().run()
    assert "Nobody has entered an impact yet" in texts(at)  # a value of one's own needs its own source

    at.text_input(key="impact_entry.Y177.factor_source").set_value("Ministry, waste sector").run()
    at.text_input(key="impact_entry.Y177.factor_year").set_value("2024").run()
    at.button(key="impact_entry_save").click().run()

    assert not at.exception
    assert "100 t CO2e a year" in texts(at)
    assert "Factors, by hand: Ministry, waste sector (2024)" in texts(at).replace("\\", "")


def test_the_measured_quantity_is_computed_with_the_same_factors(own_copy: Path) -> None:
    at = drawn("Y177", "en")
    at.text_input(key="impact_given.Y177.amount").set_value("300").run()

    assert "the whole flow: 300 t" in "".join(one.value for one in at.code)


def test_what_is_refused_stays_in_the_form(own_copy: Path) -> None:
    at = drawn("Y072", "en")
    at.text_input(key="impact_entry.Y072.value").set_value("12,5").run()
    at.text_input(key="impact_entry.Y072.low").set_value("20").run()
    at.button(key="impact_entry_save").click().run()

    assert "The value must lie between low and high" in texts(at).replace("\\", "")
    assert at.text_input(key="impact_entry.Y072.value").value == "12.5"


def test_a_correction_is_laid_into_the_form_with_what_it_corrects(own_copy: Path) -> None:
    at = drawn("Y046", "tr")
    at.button(key="impact_correct_IE009").click().run()

    assert at.text_input(key="impact_entry.Y046.value").value == "3600"
    assert "Kaydı düzelt: yenisi yerine geçer" in [one.label for one in at.expander]


def test_an_address_opens_a_section_and_a_waiting_claim_leads_to_its_synergy(open_page: OpenPage) -> None:
    at = open_page("impact", Role.MANAGER, "en", {"impact_section": "confirming"})

    assert at.button_group(key="impact_section").value == "confirming"
    assert any(link.proto.label == "Open the synergy" for link in at.get("page_link"))
