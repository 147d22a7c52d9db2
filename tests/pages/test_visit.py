"""The main job on the sample region: a firm, two cards, suggestions, a synergy, an opportunity, a closed visit."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from core.domain.model import Role
from core.services import drafts, firms, resources, visits
from pages.shared import cache, session
from tests.pages.conftest import OpenPage

USER = session.DEMO_USERS[Role.ADVISOR]


@pytest.fixture(autouse=True)
def no_draft_of_others(served: Path) -> Iterator[None]:
    _forget_drafts()
    yield
    _forget_drafts()


def _forget_drafts() -> None:
    database = cache.database()
    with database.writing(changes_records=False) as cursor:
        cursor.raw.execute("DELETE FROM draft")


def _press(at: AppTest, key: str) -> AppTest:
    at.button(key=key).click().run()
    assert not at.exception, at.exception[0].message
    return at


def _field(at: AppTest, ending: str) -> str:
    return next(one.key for one in at.text_input if str(one.key).endswith(ending))


def _type(at: AppTest, ending: str, said: str) -> AppTest:
    at.text_input(key=_field(at, ending)).set_value(said).run()
    assert not at.exception, at.exception[0].message
    return at


def _at_firm(open_page: OpenPage, query: str = "kordelia salca", language: str = "en") -> AppTest:
    at = open_page("visit", Role.ADVISOR, language)
    at.text_input(key="visit.query").set_value(query).run()
    return _press(at, next(str(one.key) for one in at.button if str(one.key).startswith("visit.take.")))


def _said(at: AppTest) -> str:
    return "\n".join(one.value for one in (*at.markdown, *at.caption, *at.error, *at.info, *at.warning))


def _card(name: str) -> "pd.Series[Any]":
    table = resources.table(cache.database(), USER)
    return table[table["name"] == name].iloc[0]


def test_a_firm_is_found_without_dots_and_with_a_typing_error(open_page: OpenPage) -> None:
    at = _at_firm(open_page)

    assert "Kordelya Salça" in _said(at)


def test_two_cards_show_their_suggestions_and_the_visit_closes(open_page: OpenPage) -> None:
    at = _at_firm(open_page)
    _type(at, ".name", "domates posası, yaş")
    _type(at, ".quantity_typed", "60 ton/gün")
    assert "21,900 t a year" in _said(at)
    code = next(one for one in at.checkbox if "02 03 04" in one.label)
    code.check().run()
    _press(at, "visit.card_save")
    card = _card("domates posası, yaş")
    assert (card["waste_codes"], card["yearly_amount"], card["visibility"]) == (
        "020304",
        21900.0,
        "anonymous",
    )
    assert "Best suggestions for" in "\n".join(one.value for one in at.subheader)

    _type(at, ".name", "domates çekirdeği, hayvan yemi")
    _press(at, "visit.card_save")
    assert [one for one in at.button if str(one.key).startswith("visit.start.")], (
        "a suggestion can be taken up"
    )

    at.segmented_control(key="visit.step").set_value("close").run()
    steps = next(one for one in at.text_area if str(one.key).endswith(".next_steps"))
    steps.set_value("Numune alınacak").run()
    _press(at, "visit.close_go")
    closed = visits.table(cache.database(), USER).set_index("visit_id").loc[card["source_id"]]
    assert closed["next_steps"] == "Numune alınacak"
    assert closed["closed_at"] is not None


def test_what_is_typed_survives_a_new_session_and_the_other_language(open_page: OpenPage) -> None:
    at = _at_firm(open_page)
    _type(at, ".name", "ılık kondens")
    _type(at, ".quantity_typed", "650 m3/gün")

    again = open_page("visit", Role.ADVISOR, "tr")

    assert again.text_input(key=_field(again, ".name")).value == "ılık kondens"
    assert "237.250 m³" in _said(again)


def test_a_card_without_a_name_says_at_the_field_what_is_missing_and_keeps_the_rest(
    open_page: OpenPage,
) -> None:
    at = _at_firm(open_page)
    _type(at, ".quantity_typed", "bir köşe dolusu")
    assert "it stays as typed" in _said(at)

    _press(at, "visit.card_save")

    assert "This must be filled in" in _said(at)
    assert at.text_input(key=_field(at, ".quantity_typed")).value == "bir köşe dolusu"


def test_a_new_firm_is_added_with_its_zone_and_activity(open_page: OpenPage) -> None:
    at = open_page("visit", Role.ADVISOR, "tr")
    at.text_input(key="visit.query").set_value("Deneme Peynircilik").run()
    _press(at, "visit.add")
    at.selectbox(key="visit.new_firm.where").set_value("zone:kosbi").run()
    _type(at, ".activity", "peynir imalatı")
    at.radio(key="visit.new_firm.nace").set_value(at.radio(key="visit.new_firm.nace").options[0]).run()
    _press(at, "visit.new_firm_save")

    table = firms.table(cache.database(), USER)
    row = table[table["name"] == "Deneme Peynircilik"].iloc[0]
    assert (row["zone_id"], row["district"], str(row["nace"])[:5]) == ("kosbi", "Kemalpaşa", "10.51")
    assert "Deneme Peynircilik" in _said(at)


def test_wrong_coordinates_are_said_at_the_field(open_page: OpenPage) -> None:
    at = open_page("visit", Role.ADVISOR, "en")
    _press(at, "visit.add")
    _type(at, ".name", "Somewhere Ltd.")
    _type(at, ".point", "12.5, 190.0")

    _press(at, "visit.new_firm_save")

    assert "is not a place in Türkiye" in _said(at).replace("\\", "")


def test_two_people_on_one_card_the_second_sees_the_newer_values_beside_his_own(open_page: OpenPage) -> None:
    at = _at_firm(open_page)
    card_id = next(str(one.key) for one in at.button if str(one.key).startswith("visit.edit."))
    _press(at, card_id)
    _type(at, ".name", "Benim adım")
    database = cache.database()
    kept = resources.get(database, USER, card_id.removeprefix("visit.edit."))
    newer = replace(kept, name="Onun adı")
    resources.save(database, USER, newer, now=datetime(2026, 11, 22), new=False)

    _press(at, "visit.card_save")

    assert "yours is “Benim adım”, stored now is “Onun adı”" in _said(at)
    assert resources.get(database, USER, kept.resource_id).name == "Onun adı"
    _press(at, "visit.card_save")
    assert resources.get(database, USER, kept.resource_id).name == "Benim adım"


def test_the_guest_view_comes_first_and_names_no_firm_that_did_not_agree(open_page: OpenPage) -> None:
    at = _at_firm(open_page)
    at.segmented_control(key="visit.step").set_value("suggestions").run()

    assert at.toggle(key="visit.own_view").value is False
    hidden = [str(one.key) for one in at.button if str(one.key).startswith("visit.unmask.")]
    for option in at.selectbox(key="visit.shown_id").options:
        if hidden:
            break
        at.selectbox(key="visit.shown_id").select(option).run()
        hidden = [str(one.key) for one in at.button if str(one.key).startswith("visit.unmask.")]
    assert hidden, "some firm did not agree to be named"
    cards = resources.table(cache.database(), USER)
    named = set(cards.loc[(cards["visibility"] == "everybody") & ~cards["is_draft"], "firm_name"])
    secret = set(cards["firm_name"]) - named - {"Kordelya Salça Gıda San. ve Tic. A.Ş."}
    shown = _said(at).replace("\\", "")
    assert [name for name in secret if name in shown] == []


def test_an_opportunity_is_a_record_with_its_payback(open_page: OpenPage) -> None:
    at = _at_firm(open_page)
    at.segmented_control(key="visit.step").set_value("opportunities").run()
    _type(at, ".measure", "Kompresör ısı geri kazanımı")
    _type(at, ".money", "400,000")
    _type(at, ".investment", "1,000,000")
    assert "Payback: 2.5 years" in _said(at)

    _press(at, "visit.opportunity_save")

    visited = visits.table(cache.database(), USER)
    site_id = visited.loc[visited["firm_name"].str.startswith("Kordelya"), "site_id"].iloc[0]
    kept = visits.opportunities(cache.database(), USER, site_id)
    said = {one.measure: (one.saving_try_per_year, one.investment_try) for one in kept}
    assert said["Kompresör ısı geri kazanımı"] == (400_000.0, 1_000_000.0)


def test_a_workshop_participant_gets_no_visit(open_page: OpenPage) -> None:
    at = open_page("visit", Role.PARTICIPANT, "en")

    assert "Visits are the advisors' work" in _said(at)


def test_drafts_are_their_authors_alone(open_page: OpenPage) -> None:
    _type(_at_firm(open_page), ".name", "yalnız benim")

    manager = session.DEMO_USERS[Role.MANAGER]
    assert drafts.load(cache.database(), manager, "visit") == {}
