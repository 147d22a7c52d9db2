"""The page of one synergy: moving it, logging, its plan, readiness, barriers, texts; nothing typed is lost."""

from datetime import UTC, date, datetime

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from core.domain.choices import Role, Stage, StallReason
from core.domain.model import Synergy, User
from core.domain.synergies.following import Perspective, Readiness
from core.i18n import translator
from core.services import firms, following, synergies
from pages.shared import cache
from pages.shared.synergies import history, parts
from tests import examples
from tests.pages.conftest import OpenPage

ADVISOR = User("demo-advisor", "Demo", Role.ADVISOR)
ID = examples.SYNERGY


def by_hand() -> None:
    """The form of the dialog, alone."""
    from core.i18n import translator
    from pages.shared.synergies import form as synergy_form

    synergy_form.form(translator("en"))


def move_key(what: str) -> str:
    return f"synergies_move_{ID}_{synergies.get(cache.database(), ADVISOR, ID).row_version}_{what}"


@pytest.mark.parametrize("part", list(parts.PARTS))
@pytest.mark.parametrize("language", ["tr", "en"])
def test_every_part_opens_by_its_address(open_page: OpenPage, part: str, language: str) -> None:
    at = open_page("synergies", Role.ADVISOR, language, synergy=ID, part=part)

    assert not at.exception
    assert at.session_state["synergies_part"] == part


def test_the_head_tells_stage_owner_and_what_is_overdue(open_page: OpenPage) -> None:
    at = open_page("synergies", Role.ADVISOR, "en", synergy=ID)

    said = "\n".join(one.value for one in at.markdown)
    assert "Meeting" in said
    assert "overdue since" in said
    assert "How ready it is: not known" in said


def test_another_id_shows_the_list(open_page: OpenPage) -> None:
    at = open_page("synergies", Role.ADVISOR, "en", synergy="nothing")

    assert at.title[0].value == "Synergies"


def test_a_participant_cannot_open_the_page_of_a_synergy(open_page: OpenPage) -> None:
    at = open_page("synergies", Role.PARTICIPANT, "en", synergy=ID)

    assert not at.exception
    assert "synergies_part" not in at.session_state


def test_the_fields_of_a_part_that_is_left_are_forgotten_as_the_browser_forgets_them(
    open_page: OpenPage,
) -> None:
    at = open_page("synergies", Role.ADVISOR, "en", synergy=ID)
    pilot = f"synergies.plan.{ID}.is_pilot"
    assert at.session_state[pilot] == "no"

    at.button_group(key="synergies_part").set_value("ready").run()
    assert pilot not in at.session_state

    at.button_group(key="synergies_part").set_value("follow").run()
    assert at.button_group(key=pilot).proto.set_value  # the browser is told anew what stands in it
    assert at.session_state[pilot] == "no"


@pytest.mark.usefixtures("own_copy")
def test_what_is_missing_holds_a_move_up_until_it_is_passed_over(open_page: OpenPage) -> None:
    at = open_page("synergies", Role.ADVISOR, "en", synergy=ID)
    assert at.button(key=move_key("go")).disabled
    assert any("Who carries" in one.value for one in at.warning)

    at.checkbox(key=move_key("sure")).check().run()
    at.button(key=move_key("go")).click().run()

    assert not at.exception
    assert synergies.get(cache.database(), ADVISOR, ID).stage is Stage.SAMPLE
    way = following.way(cache.database(), ADVISOR, ID).set_index("stage")
    assert "who_carries" in str(way.loc["sample", "skipped"])


@pytest.mark.usefixtures("own_copy")
def test_stalling_without_a_reason_is_refused_and_with_one_it_can_be_revived(open_page: OpenPage) -> None:
    at = open_page("synergies", Role.ADVISOR, "en", synergy=ID)
    at.selectbox(key=move_key("stage")).set_value(Stage.STALLED).run()
    at.button(key=move_key("go")).click().run()
    assert any("needs a reason" in one.value for one in at.error)

    at.selectbox(key=move_key("reason")).select_index(0).run()
    at.button(key=move_key("go")).click().run()
    assert synergies.get(cache.database(), ADVISOR, ID).stage is Stage.STALLED

    at.button(key=move_key("go")).click().run()
    assert synergies.get(cache.database(), ADVISOR, ID).stage is Stage.MEETING


@pytest.mark.usefixtures("own_copy")
def test_a_call_is_logged_with_one_click(open_page: OpenPage) -> None:
    at = open_page("synergies", Role.ADVISOR, "en", synergy=ID)

    at.button(key="synergies_called_markup").click().run()

    log = following.log(cache.database(), ADVISOR, ID)
    assert (log["way"].iloc[0], log["firm_id"].iloc[0], log["made_by"].iloc[0]) == (
        "phone",
        "markup",
        "demo-advisor",
    )


@pytest.mark.usefixtures("own_copy")
@pytest.mark.parametrize(("part", "name"), [("follow", "log"), ("ready", "barrier")])
def test_a_note_that_was_not_saved_stands_there_again_after_another_part(
    open_page: OpenPage, part: str, name: str
) -> None:
    at = open_page("synergies", Role.ADVISOR, "en", synergy=ID, part=part)
    note = at.text_area if name == "log" else at.text_input
    note(key=f"synergies.{name}.{ID}.note").set_value("They wait for the ministry").run()

    at.button_group(key="synergies_part").set_value("files").run()
    at.button_group(key="synergies_part").set_value(part).run()

    assert note(key=f"synergies.{name}.{ID}.note").value == "They wait for the ministry"


@pytest.mark.usefixtures("own_copy")
def test_what_was_written_into_the_log_stands_there_once_and_no_more_in_the_form(open_page: OpenPage) -> None:
    at = open_page("synergies", Role.ADVISOR, "en", synergy=ID)
    before = len(following.log(cache.database(), ADVISOR, ID))
    at.text_area(key=f"synergies.log.{ID}.note").set_value("They wait for the ministry").run()
    at.button(key="synergies_log_save").click().run()

    log = following.log(cache.database(), ADVISOR, ID)
    assert (len(log) - before, log["way"].iloc[0], log["note"].iloc[0]) == (
        1, "phone", "They wait for the ministry",
    )  # fmt: skip
    assert at.text_area(key=f"synergies.log.{ID}.note").value == ""
    assert at.text_area(key=f"synergies.log.{ID}.note").proto.set_value  # the browser is told to empty it


@pytest.mark.usefixtures("own_copy")
def test_a_plan_that_cannot_be_read_stays_in_the_fields_and_is_saved_once_it_can(open_page: OpenPage) -> None:
    name = f"synergies.plan.{ID}"
    at = open_page("synergies", Role.ADVISOR, "en", synergy=ID)
    at.text_input(key=f"{name}.next_action").set_value("Send the analysis").run()
    at.text_input(key=f"{name}.quantity").set_value("a lot").run()
    at.button(key="synergies_plan_save").click().run()
    assert at.text_input(key=f"{name}.quantity").value == "a lot"
    assert at.text_input(key=f"{name}.next_action").value == "Send the analysis"

    at.text_input(key=f"{name}.quantity").set_value("12 t/month").run()
    at.button(key="synergies_plan_save").click().run()

    found = synergies.get(cache.database(), ADVISOR, ID)
    assert (found.next_action, found.quantity, found.unit, found.period) == (
        "Send the analysis",
        12.0,
        "t",
        "month",
    )


@pytest.mark.usefixtures("own_copy")
def test_readiness_is_set_with_one_click_and_blocks(open_page: OpenPage) -> None:
    at = open_page("synergies", Role.ADVISOR, "en", synergy=ID, part="ready")

    at.pills(key=f"synergies_ready_{ID}_legal_0_level").set_value(Readiness.NO).run()

    assert not at.exception
    mark = following.readiness(cache.database(), ADVISOR, ID)[Perspective.LEGAL]
    assert (mark.level, mark.set_by) == (Readiness.NO, "demo-advisor")


@pytest.mark.usefixtures("own_copy")
def test_a_barrier_is_written_down_and_removed(open_page: OpenPage) -> None:
    at = open_page("synergies", Role.ADVISOR, "en", synergy=ID, part="ready")
    at.text_input(key=f"synergies.barrier.{ID}.note").set_value("No licence").run()
    at.button(key="synergies_barrier_add").click().run()
    assert following.barriers(cache.database(), ADVISOR, ID) == ()  # not without a reason
    assert at.text_input(key=f"synergies.barrier.{ID}.note").value == "No licence"
    at.selectbox(key=f"synergies.barrier.{ID}.reason").set_value("legal").run()
    at.button(key="synergies_barrier_add").click().run()
    (barrier,) = following.barriers(cache.database(), ADVISOR, ID)
    assert (barrier.reason, barrier.note) == (StallReason.LEGAL, "No licence")

    at.button(key=f"synergies_barrier_{barrier.barrier_id}").click().run()

    (gone,) = following.barriers(cache.database(), ADVISOR, ID)
    assert isinstance(gone.removed_on, date)


def test_the_texts_are_filled_with_the_facts_in_the_language_asked_for(open_page: OpenPage) -> None:
    at = open_page(
        "synergies", Role.ADVISOR, "en", {"synergies_text_language": "tr"}, synergy=ID, part="texts"
    )

    text = at.code[0].value
    assert text.startswith("Konu: “Atık döküm kumu")
    assert "10 09 08" in text


@pytest.mark.usefixtures("own_copy")
def test_a_synergy_of_a_new_firm_is_recorded_by_hand() -> None:
    at = AppTest.from_function(by_hand, default_timeout=60).run()  # a dialog closes at AppTest's next run
    at.text_input(key="synergies_form_giver").set_value(examples.HIDDEN).run()
    at.text_input(key="synergies_form_taker").set_value("Bambaşka Zımpara Ltd.").run()
    at.text_input(key="synergies_form_line").set_value("Kompresör ısısı").run()
    at.button(key="synergies_record").click().run()

    found = synergies.table(cache.database(), ADVISOR)
    row = found[found["title"] == "Kompresör ısısı"].iloc[0]
    assert (row["giver_firm_id"], row["taker_name"], row["owner_id"]) == (
        "hidden",
        "Bambaşka Zımpara Ltd.",
        "demo-advisor",
    )
    assert firms.get(cache.database(), ADVISOR, row["taker_firm_id"]).is_sample


@pytest.mark.usefixtures("own_copy")
def test_a_synergy_entered_by_hand_gets_its_cards_and_a_better_line_later(open_page: OpenPage) -> None:
    by_hand = Synergy("by-hand", "izmir", "kum", "markup", "formula", owner_id="demo-advisor")
    synergies.record(cache.database(), ADVISOR, by_hand, now=datetime(2026, 11, 2, 9))
    cards = cache.cards()
    have = cards[(cards["firm_id"] == "markup") & (cards["direction"] == "have")]["resource_id"].iloc[0]
    at = open_page("synergies", Role.ADVISOR, "tr", synergy="by-hand", part="parties")

    at.selectbox(key="synergies.subject.by-hand.have_id").set_value(have).run()
    at.text_input(key="synergies.subject.by-hand.title").set_value("Döküm kumu asfalta").run()
    at.button(key="synergies_subject_save").click().run()

    kept = synergies.get(cache.database(), ADVISOR, "by-hand")
    assert (kept.have_id, kept.title, kept.want_id) == (have, "Döküm kumu asfalta", None)
    assert not at.exception


@pytest.mark.parametrize(
    ("record_type", "about", "said"),
    [
        ("synergy", None, "Sinerji"),
        ("synergy_party", "Körfez Nakliyat", "Diğer firma: Körfez Nakliyat"),
        ("synergy_readiness", "legal", "Hazırlık: Mevzuat"),
        ("log_entry", "phone", "Görüşmeler: Telefon"),
        ("impact_entry", "jobs_safeguarded", "Etki: Korunan istihdam"),
        ("by_product_check", "meets", "Yan ürün kontrolü: Koşulları sağlıyor"),
        ("legal_answer", "licence", "Mevzuat yolu: "),
        ("legal_paper", "a row that the handbook has no more", "a row that the handbook has no more"),
    ],
)
def test_the_history_says_of_what_and_at_what_time(record_type: str, about: str | None, said: str) -> None:
    trail = pd.DataFrame(
        {
            "acted_at": [pd.Timestamp(2026, 11, 2, 9, 5)],
            "user_id": ["advisor"],
            "role": ["advisor"],
            "action": ["legal.answer"],
            "record_type": [record_type],
            "record_id": ["1"],
            "changed_fields": ["note"],
            "about": [about],
        }
    )

    (row,) = history.changes(trail, {"advisor": "Deniz"}, translator("tr")).to_dict("records")

    local = datetime(2026, 11, 2, 9, 5, tzinfo=UTC).astimezone()
    assert row["Ne zaman"] == f"{local:%d.%m.%Y %H:%M}"
    assert said in row["Konu"] and row["Kim"] == "Deniz"


def test_the_proposed_step_leads_to_its_text(open_page: OpenPage) -> None:
    at = open_page("synergies", Role.ADVISOR, "tr", synergy=ID)

    at.button(key="synergies_step_text").click().run()

    assert at.session_state["synergies_part"] == "texts"
    assert at.code[0].value.startswith("Konu: “Atık döküm kumu")  # a meeting is followed by a sample


def test_the_people_of_the_firms_are_reached_from_the_page_of_the_synergy(open_page: OpenPage) -> None:
    at = open_page(
        "synergies", Role.ADVISOR, "tr", {"synergies_people_more": True}, synergy="example-synergy-silent"
    )

    addresses = [one.proto.url for one in at.get("link_button")]
    assert "tel:+902325550123" in addresses
    assert any(one.startswith("mailto:sakli@example.invalid?subject=") for one in addresses)


@pytest.mark.usefixtures("own_copy")
def test_a_carrier_that_the_register_lacks_takes_part_by_its_name(open_page: OpenPage) -> None:
    at = open_page("synergies", Role.ADVISOR, "tr", synergy=ID, part="parties")

    at.text_input(key="synergies_party_0_firm").set_value("Bambaşka Nakliyat Ltd.").run()
    at.button(key="synergies_party_add").click().run()

    assert not at.exception
    found = following.parties(cache.database(), ADVISOR, ID)
    assert ("Bambaşka Nakliyat Ltd.", "carrier") in zip(found["firm_name"], found["role"], strict=True)
    assert at.text_input(key="synergies_party_1_firm").value == ""


def test_the_date_of_the_next_action_is_taken_into_a_calendar(open_page: OpenPage) -> None:
    at = open_page("synergies", Role.ADVISOR, "tr", synergy=ID)

    assert f"my_day_ics_{ID}" in {one.key for one in at.get("download_button")}
