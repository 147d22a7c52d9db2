"""What was typed into a dialog stands there again after Escape, until it is dropped on purpose.

A dialog with a text area does not close by Escape: what is typed there would be lost, for it is told when one leaves.
"""

from playwright.sync_api import Page, expect

from tests.browser.conftest import Visitor, settle


def open_form(page: Page, name: str = "Sinerji kaydet") -> None:
    page.get_by_role("button", name=name).click()
    expect(page.get_by_role("dialog")).to_be_visible()
    settle(page)


def test_what_was_typed_into_a_dialog_survives_escape_and_a_rerun_until_it_is_cancelled(
    visitor: Visitor,
) -> None:
    page = visitor.open("synergies")
    open_form(page)
    page.get_by_role("dialog").get_by_label("Ne, tek satırda").press_sequentially("Talaş briketi")
    page.wait_for_timeout(800)  # a line is kept while it is typed
    settle(page)
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.locator(".st-key-frame_language").get_by_text("English").click()
    settle(page)
    page.locator(".st-key-frame_language").get_by_text("Türkçe").click()
    settle(page)

    open_form(page)
    expect(page.get_by_role("dialog").get_by_label("Ne, tek satırda")).to_have_value("Talaş briketi")
    page.get_by_role("dialog").get_by_role("button", name="Vazgeç").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    settle(page)

    open_form(page)
    expect(page.get_by_role("dialog").get_by_label("Ne, tek satırda")).to_have_value("")


def test_a_text_area_left_at_once_by_escape_loses_nothing(visitor: Visitor) -> None:
    page = visitor.open("people")
    open_form(page, "Kişi ekle")
    fields = page.get_by_role("dialog").locator("textarea").first
    fields.press_sequentially("sıcak daldırma galvaniz")
    page.keyboard.press("Escape")
    page.wait_for_timeout(1000)
    expect(fields).to_have_value("sıcak daldırma galvaniz")

    page.get_by_role("dialog").get_by_role("button", name="Kapat").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    settle(page)
    open_form(page, "Kişi ekle")
    expect(page.get_by_role("dialog").locator("textarea").first).to_have_value("sıcak daldırma galvaniz")
