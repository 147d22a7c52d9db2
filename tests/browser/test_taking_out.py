"""What asks before it is done, which only a browser can go through: taking out, handing over, correcting the log."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import Visitor, serving_a_copy, settle


@pytest.fixture(scope="module")
def own_server(laid_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server of these tests alone: what they write must not change what other tests see."""
    with serving_a_copy(laid_file, tmp_path_factory.mktemp("taking_out")) as address:
        yield address


@pytest.fixture
def visitor(context: BrowserContext, own_server: str) -> Visitor:
    return Visitor(context.new_page(), own_server)


def become(page: Page, role: str) -> None:
    page.get_by_role("combobox").first.click()
    page.get_by_role("option", name=role, exact=True).click()
    settle(page)


def test_a_decision_is_taken_out_only_after_the_question(visitor: Visitor) -> None:
    page = visitor.open("programme?lang=tr&part=meetings")
    become(page, "Yönetici")
    detail = page.locator(".st-key-programme_meeting_detail")
    detail.get_by_role("button", name="Düzenle").first.click()
    settle(page)
    decided = detail.get_by_label("Alınan karar").first.input_value()
    detail.get_by_role("button", name="Çıkar").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text(decided)
    dialog.get_by_role("button", name="Vazgeç").click()
    settle(page)
    expect(detail.get_by_label("Alınan karar").first).to_have_value(decided)

    detail.get_by_role("button", name="Çıkar").click()
    page.get_by_role("dialog").get_by_role("button", name="Çıkar").click()
    settle(page)

    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(detail.get_by_text(decided)).to_have_count(0)


def test_who_leaves_hands_over_what_is_open(visitor: Visitor) -> None:
    page = visitor.open("administration?lang=tr")
    become(page, "Sistem yöneticisi")
    name = page.get_by_text("Danışman 1 (örnek)").first
    expect(name).to_be_visible()
    page.locator(".st-key-administration_over_retire_sample-advisor").get_by_role("button").click()
    dialog = page.get_by_role("dialog")
    confirm = dialog.get_by_role("button", name="Hesabı kaldır")
    expect(confirm).to_be_disabled()
    dialog.get_by_role("combobox").click()
    page.get_by_role("option", name="Danışman 2 (örnek)").click()
    confirm.click()
    settle(page)

    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_text("Kullanılmayan hesaplar (1)")).to_be_visible()


def test_what_was_logged_is_corrected(visitor: Visitor) -> None:
    page = visitor.open("synergies?lang=tr&synergy=Y039")
    page.get_by_role("button", name="Düzenle").first.click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Not", exact=True).fill("Kantar dökümü geldi.")
    dialog.get_by_role("button", name="Kaydet").click()
    settle(page)

    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_text("Kantar dökümü geldi.")).to_be_visible()
