"""The dialog of "not useful", which only a browser can go through: it asks why, hides the pair and gives it back."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import serving_a_copy, settle, visiting


@pytest.fixture
def page(
    context: BrowserContext, laid_file: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Page]:
    """The Suggestions page of a server whose answers no other test sees, narrowed down to one search."""
    yield from opened(context, laid_file, tmp_path_factory, "suggestions?suggestions_search=salça")


@pytest.fixture
def firms_page(
    context: BrowserContext, laid_file: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Page]:
    """The same with the firms by activity of one card."""
    address = "suggestions?sort=firms&suggestions_search=soap+stock"
    yield from opened(context, laid_file, tmp_path_factory, address)


def opened(
    context: BrowserContext, laid_file: Path, tmp_path_factory: pytest.TempPathFactory, page: str
) -> Iterator[Page]:
    with serving_a_copy(laid_file, tmp_path_factory.mktemp("answers")) as address:
        for one in visiting(context, address):
            yield one.open(page)


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).first.click()
    settle(page)


def listed(page: Page) -> int:
    """Return how many suggestions the page says it lists."""
    said = page.get_by_text(re.compile(r"^Öneri sayısı: \d+")).inner_text()
    return int(re.findall(r"\d+", said)[0])


def best(page: Page) -> str:
    """Return the sentence of the first pair; another one takes the place of a hidden pair in the list of its card."""
    return page.get_by_text(re.compile("veriyor; .* arıyor")).first.inner_text()


def test_not_useful_asks_why_hides_the_pair_and_gives_it_back(page: Page) -> None:
    before, pair = listed(page), best(page)
    press(page, "Yararlı değil")
    dialog = page.get_by_role("dialog")

    dialog.get_by_role("button", name="Kaydet").click()
    expect(dialog.get_by_text("Neden: Bu alan doldurulmalı.")).to_be_visible()
    dialog.get_by_text("Kalite uymuyor").click()
    settle(page)
    dialog.get_by_role("button", name="Kaydet").click()
    expect(dialog).to_have_count(0)
    settle(page)
    expect(page.get_by_text(pair, exact=True)).to_have_count(0)

    page.get_by_text("Yararlı bulunmadığı için gizlenen: 1").click()
    settle(page)
    press(page, "Yeniden göster")
    assert (listed(page), best(page)) == (before, pair)


def test_a_firm_by_activity_is_hidden_for_its_card_and_given_back(firms_page: Page) -> None:
    page = firms_page
    cards = page.locator('[class*="st-key-suggestions_firms_"]')
    firm = cards.first.locator("strong").nth(1).inner_text()
    expect(cards.first.get_by_text(firm)).to_have_count(1)

    press(page, "Yararlı değil")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_text(firm)).to_be_visible()  # which of several firms
    dialog.get_by_text("Firma bunu yapmıyor ya da kullanmıyor").click()
    settle(page)
    dialog.get_by_role("button", name="Kaydet").click()
    expect(dialog).to_have_count(0)
    settle(page)
    expect(cards.first.get_by_text(firm)).to_have_count(0)

    page.get_by_text("Yararlı bulunmadığı için gizlenen: 1").click()
    settle(page)
    expect(page.get_by_text(re.compile("Firma bunu yapmıyor ya da kullanmıyor"))).to_be_visible()
    press(page, "Yeniden göster")
    expect(cards.first.get_by_text(firm)).to_have_count(1)
