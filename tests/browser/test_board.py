"""The board's move by the keyboard alone, which only a browser can show: what is focused, and in which order."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.conftest import serving_a_copy, settle, visiting


@pytest.fixture
def page(
    context: BrowserContext, laid_file: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Page]:
    """The board of a server whose synergies no other test moves."""
    with serving_a_copy(laid_file, tmp_path_factory.mktemp("board")) as address:
        for one in visiting(context, address):
            yield one.open("synergies?view=board")


def column(page: Page, stage: str) -> Locator:
    return page.locator(f'[class*="st-key-synergies_column_{stage}"]')


def tab_to(page: Page, wanted: Locator, most: int) -> None:
    """Press Tab until an element has the focus; more than `most` steps is too far for somebody without a mouse."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if wanted.evaluate("element => element === document.activeElement"):
            return
    expect(wanted).to_be_focused(timeout=1)


def test_a_card_is_moved_one_stage_on_by_the_keyboard_alone(page: Page) -> None:
    card = column(page, "contacted").locator('[class*="st-key-synergies_card_"]').first
    title = card.get_by_role("paragraph").first.inner_text()
    expect(column(page, "meeting").get_by_text(title)).to_have_count(0)

    card.locator("summary").focus()
    page.keyboard.press("Enter")
    settle(page)
    stage = page.locator('[class*="st-key-synergies_move_"][class*="_to"]').get_by_role("combobox")
    expect(stage).to_have_value("Toplantı")  # the next stage stands there already
    tab_to(page, stage, 2)
    move = page.locator('[class*="st-key-synergies_move_"][class*="_do"]').get_by_role("button")
    tab_to(page, move, 3)
    page.keyboard.press("Enter")
    settle(page)
    anyway = page.locator('[class*="st-key-synergies_move_"][class*="_all_the_same"]').get_by_role("button")
    if anyway.count():  # what is missing was said; it may be moved all the same
        tab_to(page, anyway, 2)
        page.keyboard.press("Enter")
        settle(page)

    expect(column(page, "meeting").get_by_text(title)).to_be_visible()
    expect(column(page, "contacted").get_by_text(title)).to_have_count(0)
