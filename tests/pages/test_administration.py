"""The page Administration, and who sits at the machine that serves real data."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from core.domain.choices import Role
from core.domain.model import SYSTEM, User
from core.domain.synergies.following import UserAccount
from core.services import installing, users
from pages.shared import cache, session
from tests.conftest import BUILT_AT
from tests.pages.conftest import OpenPage, opened, serving

BOSS = User("demo-administrator", "Demo", Role.ADMINISTRATOR)
FIRST = UserAccount("first", "izmir", "İlk Yönetici", Role.ADMINISTRATOR)


@pytest.fixture
def real(warm_server: None, tmp_path: Path) -> Iterator[Path]:
    """A database of a real region with its first administrator, and an advisor."""
    path = tmp_path / "real.duckdb"
    installing.create(path, SYSTEM, "izmir", with_sample=False, now=BUILT_AT, administrator=FIRST)
    with serving(path):
        advisor = UserAccount("advisor", "izmir", "Ece", Role.ADVISOR)
        users.save(cache.database(), SYSTEM, advisor, now=BUILT_AT, new=True)
        yield path


def keys(at: AppTest) -> set[str]:
    return {str(one.key) for one in at.button}


def test_an_administrator_adds_an_account_and_a_refusal_keeps_what_was_typed(
    open_page: OpenPage, own_copy: Path
) -> None:
    at = open_page("administration", Role.ADMINISTRATOR, "tr")
    at.button(key="administration_new").click().run()
    at.text_input(key="administration.account.new.name").input("Yeni Danışman").run()
    at.text_input(key="administration.account.new.email").input("adres değil").run()
    at.button(key="administration_save").click().run()
    assert any("e\\-posta adresi bekleniyor" in one.value for one in at.caption)
    assert at.text_input(key="administration.account.new.name").value == "Yeni Danışman"

    at.text_input(key="administration.account.new.email").input("").run()
    at.button(key="administration_save").click().run()

    found = users.table(cache.database(), BOSS).set_index("name")
    assert found.loc["Yeni Danışman", "role"] == "advisor"
    assert not at.exception


def test_who_was_slower_sees_what_the_other_one_stored(open_page: OpenPage, own_copy: Path) -> None:
    at = open_page("administration", Role.ADMINISTRATOR, "en", {"administration.opened": "demo-advisor"})
    at.text_input(key="administration.account.demo-advisor.organisation").input("Bölge ajansı").run()
    row = users.table(cache.database(), BOSS).set_index("user_id").loc["demo-advisor"]
    kept = UserAccount("demo-advisor", "izmir", row["name"], Role.ADVISOR)
    users.save(cache.database(), BOSS, replace(kept, organisation="OSB"), now=BUILT_AT, new=False)

    at.button(key="administration_save").click().run()

    assert any("Bölge ajansı" in one.value and "OSB" in one.value for one in at.markdown)


def test_a_manager_reads_accounts_and_others_do_not(open_page: OpenPage) -> None:
    manager = open_page("administration", Role.MANAGER, "en")
    assert any("Answers for" in one.value or "Synergies:" in one.value for one in manager.caption)
    assert not {one for one in keys(manager) if one.startswith("administration")}

    advisor = open_page("administration", Role.ADVISOR, "en")
    assert [one.value for one in advisor.info] == [
        "Accounts and settings are for managers and administrators."
    ]


def test_the_database_is_looked_through_when_asked(open_page: OpenPage) -> None:
    at = open_page("administration", Role.ADMINISTRATOR, "en", section="check")
    assert not at.success

    at.button(key="administration_check").click().run()

    assert [one.value for one in at.success] == ["No fault was found."]
    found, counted = (one.value for one in at.dataframe)
    assert set(found["Table"]) == {"Sites"}
    assert set(found["Field"]) == {"Activity code"}
    assert not found["Name"].isin(found["Record's id"]).any()  # a firm's name, not the site's id
    assert counted["Table"].str[0].str.isupper().all()


def test_whoever_sits_at_the_machine_is_chosen_and_remembered(real: Path) -> None:
    at = opened("overview", Role.ADVISOR, "en")
    assert at.selectbox(key="frame_who").value == session.LOCAL_USER.user_id

    at.selectbox(key="frame_who").select("advisor").run()

    again = opened("administration", Role.ADVISOR, "en")
    assert again.selectbox(key="frame_who").value == "advisor"
    assert [one.value for one in again.info] == ["Accounts and settings are for managers and administrators."]
