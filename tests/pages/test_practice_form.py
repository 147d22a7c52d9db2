"""The form of a good-practice sheet on real data: written, kept as typed, published by a manager, taken out."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from core.domain.choices import Role, Stage
from core.domain.model import SYSTEM, Resource, Synergy, User
from core.domain.synergies.following import UserAccount
from core.domain.synergies.good_practice import TEXTS
from core.services import good_practice, installing, own_precedents, resources, synergies, users
from pages.shared import cache, clock
from tests import moving
from tests.core.services.conftest import ADVISOR, add_firm, sand
from tests.core.services.test_own_precedents import SAND, consents
from tests.pages.conftest import opened, serving

MANAGER = User("manager", "Nur", Role.MANAGER)


@pytest.fixture
def real(warm_server: None, tmp_path: Path) -> Iterator[None]:
    """A real region with a verified synergy between a foundry and a cement plant, and its manager at the machine."""
    path = tmp_path / "real.duckdb"
    now = datetime(2026, 11, 2, 9)
    installing.create(path, SYSTEM, "izmir", with_sample=False, now=now)
    with serving(path):
        database = cache.database()
        users.save(database, SYSTEM, UserAccount("manager", "izmir", "Nur", Role.MANAGER), now=now, new=True)
        add_firm(database, "foundry", 38.40, "2451")
        add_firm(database, "cement", 38.60, "2351")
        card: Resource = sand("sand")
        resources.save(database, ADVISOR, card, now=now, new=True)
        kum = Synergy("s1", "izmir", "Kum çimentoya", "foundry", "cement", have_id="sand", said_by="ziyaret")
        synergies.record(database, ADVISOR, kum, now=now)
        moving.move(database, ADVISOR, "s1", Stage.VERIFIED, 1, on=now.date(), now=now)
        yield


def key(field: str) -> str:
    return f"library.practice.s1.{field}"


def written() -> AppTest:
    """Open the form as the manager and write every text."""
    at = opened("library", Role.MANAGER, "en", {"frame.who": "manager"}, part="practice", write="s1")
    at.text_input(key=key("title_tr")).input("Kum").run()
    at.text_input(key=key("title_en")).input("Sand").run()
    for field in TEXTS[2:]:
        at.text_area(key=key(field)).input(f"said {field}").run()
    return at


def test_texts_stay_as_a_draft_until_they_are_saved_and_only_then_are_published(real: None) -> None:
    at = written()
    again = opened("library", Role.MANAGER, "tr", {"frame.who": "manager"}, part="practice", write="s1")
    assert again.text_area(key=key("learnt_en")).value == "said learnt_en"

    at.button(key="practice_save").click().run()
    assert good_practice.of_synergy(cache.database(), MANAGER, "s1") is not None
    at.button(key="practice_publish").click().run()
    assert [one.value for one in at.error] != [], "without the consents of a precedent nothing is published"

    own_precedents.record(
        cache.database(), MANAGER, "s1", SAND, consents(), today=clock.today(), now=clock.now()
    )
    at.button(key="practice_publish").click().run()

    (found,) = good_practice.published(cache.database(), MANAGER)
    assert (found.sheet.title_tr, found.sheet.learnt_en) == ("Kum", "said learnt_en")
    assert not at.exception
    assert [one.value for one in at.subheader] == ["Sand"]


def test_a_missing_text_is_named_when_publishing_and_nothing_is_lost(real: None) -> None:
    own_precedents.record(
        cache.database(), MANAGER, "s1", SAND, consents(), today=clock.today(), now=clock.now()
    )
    at = written()
    at.text_area(key=key("needed_tr")).input("").run()
    at.button(key="practice_save").click().run()

    at.button(key="practice_publish").click().run()

    assert len(at.error) == 1
    assert at.error[0].value.startswith("What others need")
    assert at.text_area(key=key("learnt_tr")).value == "said learnt_tr"


def test_an_advisor_writes_but_does_not_publish(real: None) -> None:
    users.save(
        cache.database(), SYSTEM, UserAccount("advisor", "izmir", "Ece", Role.ADVISOR),
        now=clock.now(), new=True,
    )  # fmt: skip
    at = opened("library", Role.ADVISOR, "en", {"frame.who": "advisor"}, part="practice", write="s1")
    at.text_input(key=key("title_tr")).input("Kum").run()

    at.button(key="practice_save").click().run()

    assert good_practice.of_synergy(cache.database(), ADVISOR, "s1") is not None
    assert "practice_publish" not in {str(one.key) for one in at.button}


def test_a_sheet_begins_with_what_the_records_say_in_both_languages_and_names_no_firm(real: None) -> None:
    own_precedents.record(
        cache.database(), MANAGER, "s1", SAND, consents(), today=clock.today(), now=clock.now()
    )
    at = opened("library", Role.MANAGER, "en", {"frame.who": "manager"}, part="practice", write="s1")

    assert at.text_area(key=key("exchanged_en")).value.startswith(
        "used foundry sand went to a plant of the sector “Cement, glass, ceramics and stone”. "
        "Its use there: raw material."
    )
    assert at.text_area(key=key("exchanged_tr")).value.startswith("Verilen: atık döküm kumu.")
    assert at.text_area(key=key("challenge_tr")).value
    assert at.text_area(key=key("learnt_en")).value == ""  # no barrier was written down: nothing is made up
    at.button(key="practice_save").click().run()
    kept = good_practice.of_synergy(cache.database(), MANAGER, "s1")
    assert kept is not None
    assert kept.title_tr == "atık döküm kumu → hammadde"
