"""What only a browser sees of every page: deep links on a cold server, outside requests, phone width, hostile names."""

import pytest
from playwright.sync_api import expect

from tests import examples
from tests.browser.conftest import PAGES, Visitor

SHOWING = {  # addresses that show hostile names in the page itself, not only in a canvas
    "synergies": f"synergies?synergy={examples.SYNERGY}",
    "visit": "visit",
}
PHONE = {"width": 390, "height": 844}


@pytest.mark.parametrize("page", PAGES)
def test_a_stranger_with_a_deep_link_on_a_cold_server_meets_the_frame(stranger: Visitor, page: str) -> None:
    opened = stranger.open(page)

    expect(opened.get_by_text("Örnek bölge: tüm firmalar kurgudur.")).to_be_visible()
    expect(opened.get_by_role("link", name="Genel bakış").first).to_be_visible()
    expect(opened.get_by_role("radio", name="English")).to_be_visible()
    expect(opened.locator("h1, h2").first).to_be_visible()
    expect(opened.get_by_test_id("stException")).to_have_count(0)


@pytest.mark.parametrize("page", PAGES)
def test_no_page_is_wider_than_a_phone(visitor: Visitor, page: str) -> None:
    visitor.page.set_viewport_size(PHONE)

    opened = visitor.open(page)

    wider = opened.evaluate(
        """() => [document.documentElement, document.querySelector('[data-testid="stMain"]')]
            .filter(one => one.scrollWidth > one.clientWidth + 1)
            .map(one => `${one.tagName}: ${one.scrollWidth} > ${one.clientWidth}`)"""
    )
    assert wider == []


@pytest.mark.parametrize("page", PAGES)
def test_hostile_names_are_text_and_nothing_is_asked_from_outside(visitor: Visitor, page: str) -> None:
    opened = visitor.open(SHOWING.get(page, "" if page == "overview" else page))
    if page == "map":
        expect(opened.locator("canvas").first).to_be_visible()
    opened.wait_for_timeout(1500)  # late requests: fonts, tiles, statistics

    assert visitor.outside == []
    expect(opened.get_by_test_id("stException")).to_have_count(0)
    assert opened.title() != "hit"
    expect(opened.locator('img[src="x"]')).to_have_count(0)
    expect(opened.locator('a[href^="http://example.invalid"]')).to_have_count(0)
    if page in SHOWING:
        expect(opened.get_by_text(examples.MARKUP).filter(visible=True).first).to_be_visible()
