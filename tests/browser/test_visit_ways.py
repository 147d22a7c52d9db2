"""What only a browser sees of a visit beside its main path: reloads, dialogs, uploads, pasted rows."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import serving_a_copy, settle, visiting


@pytest.fixture(scope="module")
def own_server(laid_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server whose drafts and visits no other test touches."""
    with serving_a_copy(laid_file, tmp_path_factory.mktemp("visit")) as address:
        yield address


@pytest.fixture
def page(context: BrowserContext, own_server: str) -> Iterator[Page]:
    """An advisor at the table of Kordelya Salça."""
    for one in visiting(context, own_server):
        opened = one.open("visit")
        opened.reload()
        settle(opened)
        leave = opened.get_by_role("button", name="Başka firma")
        if leave.count():
            leave.click()
            settle(opened)
        opened.get_by_placeholder("Ad, yer ya da faaliyet").press_sequentially("kordelia salca", delay=15)
        opened.wait_for_timeout(700)
        press(opened, "Kordelya Salça")
        yield opened


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).first.click()
    settle(page)


def type_into(page: Page, label: str, said: str) -> None:
    """Type as people do: key by key, without leaving the field."""
    page.get_by_label(label, exact=True).first.press_sequentially(said, delay=15)
    page.wait_for_timeout(900)  # longer than the pause after which a live field is kept
    settle(page)


def test_a_reload_in_the_middle_of_a_card_loses_nothing(page: Page) -> None:
    type_into(page, "Ne", "yarım kalan kart")

    page.reload()
    settle(page)

    expect(page.get_by_label("Ne", exact=True).first).to_have_value("yarım kalan kart")
    press(page, "Temizle")
    expect(page.get_by_label("Ne", exact=True).first).to_have_value("")


def test_another_page_and_the_other_language_lose_nothing(page: Page) -> None:
    type_into(page, "Ne", "dil değişse de duran kart")
    type_into(page, "Ne kadar, ne sıklıkta", "1.200 ton/yıl")

    page.get_by_text("English").click()
    settle(page)
    page.get_by_role("link", name="Overview").first.click()
    settle(page)
    page.go_back()
    settle(page)

    expect(page.get_by_label("What", exact=True).first).to_have_value("dil değişse de duran kart")
    expect(page.get_by_text("1,200 t a year")).to_be_visible()
    press(page, "Clear")
    page.get_by_text("Türkçe").click()
    settle(page)


def test_unmasking_asks_why_and_then_names_the_firm(page: Page) -> None:
    type_into(page, "Ne", "domates çekirdeği, hayvan yemi")
    press(page, "Kartı kaydet")
    press(page, "Adını aç")
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name="Adını aç").click()
    settle(page)
    expect(dialog.get_by_text("Bu alan doldurulmalı.")).to_be_visible()

    dialog.get_by_label("Neden").fill("Telefonda onay verdiler")
    dialog.get_by_label("Neden").press("Tab")
    settle(page)
    dialog.get_by_role("button", name="Adını aç").click()
    settle(page)

    expect(page.get_by_text("Adı bu ziyaret için açıldı:").first).to_be_visible()


def test_a_broken_photo_is_refused_at_the_field_and_a_good_one_kept(page: Page, tmp_path: Path) -> None:
    good, broken = tmp_path / "posa.png", tmp_path / "bozuk.png"
    Image.new("RGB", (40, 30), "red").save(good)
    broken.write_bytes(b"no picture")
    type_into(page, "Ne", "fotoğraflı kart")
    page.get_by_text("Ayrıntılar", exact=True).click()
    page.locator("input[type=file]").first.set_input_files(broken)
    settle(page)
    press(page, "Kartı kaydet")
    expect(page.get_by_text("Bu resim okunamıyor.").first).to_be_visible()

    page.locator("input[type=file]").first.set_input_files(good)
    settle(page)
    press(page, "Kartı kaydet")
    page.get_by_role("button", name="Düzenle").last.scroll_into_view_if_needed()

    expect(page.get_by_text("“fotoğraflı kart” için en iyi öneriler")).to_be_visible()


def test_pasted_rows_become_draft_cards(page: Page) -> None:
    page.get_by_role("radio", name="Atık beyanı").click()
    settle(page)
    rows = "Atık Kodu\tMiktar\tBirim\tR/D Kodu\n15 01 01\t12.500\tkg\tR12\n12 01 09*\t3,4\tton\tD10\n"
    field = page.get_by_label("Yıllık atık beyanının satırları")
    field.fill(rows)
    field.press("Tab")
    settle(page)
    press(page, "2 taslak kart oluştur")

    expect(page.get_by_role("button", name="Tamamla")).to_have_count(2)
