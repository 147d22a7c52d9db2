"""The life of one synergy in a browser: an advisor takes it from a suggestion to a claim, with a stall on the way; a
manager, who sits at a screen of his own, confirms it and sees exactly its numbers.
"""

from collections.abc import Iterator
from datetime import datetime

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.conftest import Visitor, settle, visiting
from tests.core.domain.synergies.test_documents import a_pdf

TITLE = "Yürüyüş sinerjisi"
DIVERTED = "Depolamadan kurtarılan atık"
# 25 t were weighed and went to the taker instead of a landfill, half of it thanks to the programme: 25 × 0.5 = 12.5 t.
CLAIM = {"value": "25", "attribution": "0,5", "quantity": "25"}
# The sample's own two verified flows bring 4,986 t a year; what happened once stands beside them, never in the sum.
A_YEAR, ONCE = "4.986", "ayrıca bir kereye mahsus: 12,5 t"


@pytest.fixture
def manager(context: BrowserContext, server: str) -> Iterator[Visitor]:
    """A second person on the same server."""
    yield from visiting(context, server)


def keyed(page: Page, *parts: str) -> Locator:
    """Return the elements whose key begins with the first and holds the other parts."""
    return page.locator("".join(f'[class*="{part}"]' for part in (f"st-key-{parts[0]}", *parts[1:])))


def press(page: Page, *parts: str, nth: int = 0) -> None:
    keyed(page, *parts).get_by_role("button").nth(nth).click()
    settle(page)


def click(page: Page, words: str, *parts: str) -> None:
    keyed(page, *parts).get_by_text(words, exact=True).first.click()
    settle(page)


def pick(page: Page, words: str, *parts: str) -> None:
    """Choose in a select box. A late rerun may close its list under one's hands: what is only typed then goes again."""
    box = keyed(page, *parts).get_by_role("combobox")
    for _ in range(5):
        if box.input_value() == words:
            return
        box.fill(words)
        page.wait_for_timeout(200)
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        settle(page)
    expect(box).to_have_value(words)


def fill(page: Page, words: str, *parts: str) -> None:
    keyed(page, *parts).get_by_role("textbox").first.fill(words)
    page.keyboard.press("Tab")
    settle(page)


def part(page: Page, words: str) -> None:
    keyed(page, "synergies_part").get_by_text(words).click()
    settle(page)


def move(page: Page, stage: str) -> None:
    """Move on as the page proposes: nothing may be missing."""
    expect(keyed(page, "synergies_move_", "_stage").get_by_role("combobox")).to_have_value(stage)
    press(page, "synergies_move_", "_go")
    expect(page.get_by_text(f"beri “{stage}” aşamasında")).to_be_visible()


def start(page: Page) -> str:
    """Make the first suggestion a synergy, open it, and return its address."""
    links = page.get_by_role("link", name="Sinerji: ")
    expect(page.get_by_role("button", name="Sinerji başlat").first).to_be_visible()
    before = {one.get_attribute("href") for one in links.all()}
    page.get_by_role("button", name="Sinerji başlat").first.click()
    page.get_by_role("dialog").get_by_role("textbox").first.fill(TITLE)
    page.get_by_role("dialog").get_by_role("button", name="Başlat").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    settle(page)
    (own,) = {one.get_attribute("href") for one in links.all()} - before
    links.and_(page.locator(f'a[href="{own}"]')).first.click()
    expect(page.get_by_role("heading", name=TITLE)).to_be_visible()
    settle(page)
    return str(own)


def contact(page: Page) -> None:
    """Call both firms, then meet."""
    move(page, "Görüşüldü")
    press(page, "synergies_called_")
    press(page, "synergies_called_", nth=1)
    move(page, "Toplantı")
    keyed(page, "synergies_log_more").get_by_text("Başka bir görüşme veya not").click()
    click(page, "Toplantı", "synergies-log-", "-way")
    press(page, "synergies_log_save")


def settle_the_law(page: Page) -> None:
    """Answer by what route it goes and who carries; the plan's fields stand as before when one comes back."""
    owner = page.get_by_role("combobox", name="Sorumlu")
    named = owner.input_value()
    part(page, "Mevzuat yolu")
    click(page, "Yan ürün", "synergy_legal_route")
    click(page, "Nakliyeci", "synergy_legal_carrier")
    part(page, "Takip")
    assert named
    expect(owner).to_have_value(named)


def stall_and_revive(page: Page) -> None:
    pick(page, "Durakladı", "synergies_move_", "_stage")
    press(page, "synergies_move_", "_go")
    expect(page.get_by_role("alert").get_by_text("neden").first).to_be_visible()  # not without a reason
    pick(page, "Kalite veya bileşim", "synergies_move_", "_reason")
    press(page, "synergies_move_", "_go")
    expect(page.get_by_text("Durakladı: Kalite veya bileşim").first).to_be_visible()
    move(page, "Numune gönderildi")


def get_ready(page: Page) -> None:
    part(page, "Hazırlık")
    for perspective in ("technology", "business", "organisation", "legal", "society", "environment"):
        click(page, "Hazır", "synergies_ready_", f"_{perspective}_", "_level")
    part(page, "Takip")


def file(page: Page, name: str, kind: str) -> None:
    """Add a PDF to the synergy's files."""
    chooser = keyed(page, "synergies_file_", "_given")
    if not chooser.is_visible():
        keyed(page, "synergies_file_more").locator("summary").click()
    given = {"name": name, "mimeType": "application/pdf", "buffer": a_pdf()}
    chooser.locator("input[type=file]").set_input_files([given])
    expect(chooser.get_by_text(name)).to_be_visible()
    settle(page)
    pick(page, kind, "synergies_file_", "_kind")
    press(page, "synergies_file_add")
    expect(page.get_by_text(name).first).to_be_visible()


def agree_and_run(page: Page) -> None:
    """File the contract, which tells quantity and price, and the weighbridge slip of the only delivery."""
    part(page, "Dosyalar")
    file(page, "Sözleşme.pdf", "Sözleşme")
    file(page, "Kantar fişi.pdf", "Kantar fişi")
    part(page, "Takip")
    click(page, "Bir kerelik", "synergies_move_", "_recurrence")
    move(page, "Yürüyor")


def claim(page: Page) -> None:
    """Enter what was weighed today. The advisor is offered no button to confirm it."""
    part(page, "Etki")
    page.get_by_text("Etki gir", exact=True).click()
    pick(page, DIVERTED, "impact_entry-", "-measure")
    click(page, "Doğrulandı", "impact_entry-", "-basis")
    for field, given in CLAIM.items():
        fill(page, given, "impact_entry-", f"-{field}")
    keyed(page, "impact_entry-", "-period_to").get_by_role("spinbutton").first.click()
    page.keyboard.type(datetime.now().strftime("%d%m%Y"), delay=40)
    page.keyboard.press("Tab")
    settle(page)
    keyed(page, "impact_entry-", "-evidence").get_by_text("Kantar fişi.pdf").click()
    settle(page)
    click(page, "Evet", "impact_entry-", "-is_measured")
    pick(page, "Düzenli depolamaya gidiyor", "impact_entry-", "-baseline")
    press(page, "impact_entry_save")
    expect(page.get_by_text(f"{DIVERTED}: 25 t").first).to_be_visible()
    expect(keyed(page, "impact_confirm_")).to_have_count(0)


def confirm(page: Page) -> None:
    """Confirm the claim as the second person, and move on to the last stage."""
    pick(page, "Yönetici", "frame_role")
    press(page, "impact_confirm_")
    expect(keyed(page, "impact_confirm_")).to_have_count(0)
    part(page, "Takip")
    move(page, "Doğrulandı")


def look_at_the_sums(page: Page) -> None:
    pick(page, "Yönetici", "frame_role")
    pick(page, DIVERTED, "impact_saved_measure")
    expect(page.get_by_test_id("stMetric").first).to_contain_text(A_YEAR)
    expect(page.get_by_text(ONCE)).to_be_visible()


def test_a_synergy_from_a_suggestion_to_a_verified_saving(visitor: Visitor, manager: Visitor) -> None:
    page = visitor.open("suggestions?suggestions_search=döküm kumu")
    own = start(page)
    contact(page)
    settle_the_law(page)
    move(page, "Numune gönderildi")
    stall_and_revive(page)
    get_ready(page)
    move(page, "Fizibilite")
    move(page, "Anlaşma ve izinler")
    agree_and_run(page)
    claim(page)

    confirm(manager.open(f"{own.lstrip('/')}&part=impact"))
    look_at_the_sums(manager.open("impact"))
