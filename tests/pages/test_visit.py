"""The main job on the sample region: a firm, two cards, suggestions, a synergy, an opportunity, a closed visit."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from core.domain.choices import Role
from core.services import drafts, firms, resources, visits
from pages.shared import cache, session
from tests.pages.conftest import OpenPage, serving

USER = session.DEMO_USERS[Role.ADVISOR]


@pytest.fixture(autouse=True, scope="module")
def own_database(served: Path, laid_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A database of these tests' own: what they enter must not appear on the pages of others."""
    path = tmp_path_factory.mktemp("visit") / "sample.duckdb"
    shutil.copy(laid_file, path)
    with serving(path):
        yield path


@pytest.fixture(autouse=True)
def no_draft_of_the_test_before() -> Iterator[None]:
    yield
    with cache.database().writing(changes_records=False) as cursor:
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
    shown = (*at.markdown, *at.caption, *at.error, *at.info, *at.warning)
    return "\n".join(one.value for one in shown).replace("\\", "")


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


def test_a_daily_amount_of_a_season_waits_for_its_months(open_page: OpenPage) -> None:
    at = _at_firm(open_page)
    _type(at, ".name", "karasu")
    _type(at, ".quantity_typed", "kampanyada gunde 60 ton")
    assert "In which months?" in _said(at)
    assert "t a year" not in _said(at)

    months = next(one for one in at.button_group if str(one.key).endswith(".months"))
    months.set_value([11, 12]).run()

    assert "3,650 t a year" in _said(at)  # 60 t on each of 365 × 2/12 days


def test_the_kind_that_a_name_speaks_of_is_offered_and_taken_by_a_tap(open_page: OpenPage) -> None:
    at = _at_firm(open_page)
    _type(at, ".name", "sac kırpıntısı")
    assert not [one for one in at.button if str(one.key).endswith(".other_kind")]
    _type(at, ".name", "düşük basınçlı buhar")

    _press(at, next(str(one.key) for one in at.button if str(one.key).endswith(".other_kind")))

    assert next(one for one in at.selectbox if str(one.key).endswith(".kind")).value == "energy"
    assert not [one for one in at.button if str(one.key).endswith(".other_kind")]
    _press(at, "visit.card_save")
    assert _card("düşük basınçlı buhar")["kind"] == "energy"


def test_both_codes_of_a_pair_are_in_sight_where_one_is_proposed(open_page: OpenPage) -> None:
    at = _at_firm(open_page)
    _type(at, ".name", "döküm kumu")

    lines = [one.label for one in at.checkbox if "**" in one.label]
    used = next(place for place, line in enumerate(lines) if "10 09 08" in line)
    assert "10 09 07\\*" in lines[used + 1]
    assert "if analysis shows a hazard" in lines[used + 1]
    assert "only if analysis shows no hazard" in lines[used]


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

    assert "is not a place in Türkiye" in _said(at)


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
    shown = _said(at)
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


def test_a_code_that_nobody_proposed_is_typed_in_and_a_wrong_one_holds_up_saving(open_page: OpenPage) -> None:
    at = _at_firm(open_page)
    _type(at, ".name", "kod denemesi")
    _type(at, ".other_codes", "99 99 99")
    _press(at, "visit.card_save")
    assert "99 99 99 is not in the list of wastes" in _said(at)
    assert (resources.table(cache.database(), USER)["name"] == "kod denemesi").sum() == 0

    _type(at, ".other_codes", "13 02 05")
    _press(at, "visit.card_save")

    card = _card("kod denemesi")
    assert (card["waste_codes"], card["hazardous"]) == ("130205", True)


def test_answers_of_the_checklist_become_draft_cards_and_the_rest_is_asked_later(open_page: OpenPage) -> None:
    at = _at_firm(open_page)
    at.pills(key="visit.way").set_value("checklist").run()
    fields = [str(one.key) for one in at.segmented_control if ":have:" in str(one.key)]
    pomace = next(key for key in fields if "peel" in key)
    later = next(key for key in fields if "pallets" in key)
    at.segmented_control(key=pomace).set_value("have").run()
    at.segmented_control(key=later).set_value("later").run()
    _press(at, "visit.checklist_make")

    card = _card("Peel, pomace and stones")
    assert (card["is_draft"], card["waste_codes"]) == (True, "020304")
    at.segmented_control(key="visit.step").set_value("close").run()
    assert "Still to ask: Broken and single-use pallets" in _said(at)


def test_pasted_rows_become_draft_haves_and_receivers_stay_with_the_advisors(open_page: OpenPage) -> None:
    at = _at_firm(open_page)
    at.pills(key="visit.way").set_value("declaration").run()
    rows = "Atık Kodu\tMiktar\tBirim\tR/D Kodu\tAlıcı\n17 02 03\t12.500\tkg\tR12\tGizli Alıcı Ltd.\n"
    field = next(one for one in at.text_area if str(one.key).endswith(".pasted"))
    field.set_value(rows).run()
    written = next(str(one.key) for one in at.segmented_control if str(one.key).endswith(".convention"))
    at.segmented_control(key=written).set_value("tr").run()
    _press(at, "visit.paste_make")

    table = resources.table(cache.database(), USER)
    card = table[table["waste_codes"] == "170203"].iloc[-1]
    assert (card["is_draft"], card["quantity"], card["unit"], card["handling"]) == (
        True,
        12500.0,
        "kg",
        "recovery",
    )
    assert "Gizli Alıcı" not in str(card.to_dict())
    notes = visits.get(cache.database(), USER, str(card["source_id"])).visit.notes
    assert "Gizli Alıcı Ltd." in str(notes)


def test_which_column_is_what_is_remembered_for_the_next_table_of_its_kind(open_page: OpenPage) -> None:
    at = _at_firm(open_page)
    at.pills(key="visit.way").set_value("materials").run()
    field = next(str(one.key) for one in at.text_area if str(one.key).endswith(".pasted"))
    at.text_area(key=field).set_value("Buğday unu\t12\tŞeker").run()
    assert at.selectbox(key="visit.column.name").value == 0
    at.selectbox(key="visit.column.name").set_value(2).run()

    at.text_area(key=field).set_value("Yağ\t7\tNişasta").run()

    assert at.selectbox(key="visit.column.name").value == 2
