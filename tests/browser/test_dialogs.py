"""Dialogs close by Escape: what was typed into one stands there again, until it is dropped on purpose."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import Visitor, settle


def open_form(page: Page) -> None:
    page.get_by_role("button", name="Kişi ekle").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    settle(page)


def test_what_was_typed_into_a_dialog_survives_escape_and_a_rerun_until_it_is_cancelled(
    visitor: Visitor,
) -> None:
    page = visitor.open("people")
    open_form(page)
    page.get_by_role("dialog").get_by_text("Uzman", exact=True).click()
    settle(page)
    page.get_by_role("dialog").get_by_label("Ad", exact=True).press_sequentially("Deneme Kişi")
    page.wait_for_timeout(800)  # a line is kept while it is typed
    settle(page)
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.locator(".st-key-frame_language").get_by_text("English").click()
    settle(page)
    page.locator(".st-key-frame_language").get_by_text("Türkçe").click()
    settle(page)

    open_form(page)
    expect(page.get_by_role("dialog").get_by_label("Ad", exact=True)).to_have_value("Deneme Kişi")
    page.get_by_role("dialog").get_by_role("button", name="Vazgeç").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    settle(page)

    open_form(page)
    expect(page.get_by_role("dialog").get_by_label("Ad", exact=True)).to_have_value("")
