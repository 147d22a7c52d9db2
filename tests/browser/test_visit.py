"""The main job in a browser: a new firm, two cards, their suggestions, a synergy, the report; and a lost connection."""

import re
from pathlib import Path

import pypdfium2
from playwright.sync_api import Page, WebSocketRoute, expect

from tests.browser.conftest import WAIT_MS, Visitor, settle


def add_firm(page: Page, name: str) -> None:
    another = page.get_by_role("button", name="Başka firma")
    if another.count():  # the page leads back to the visit where its advisor was
        another.click()
        settle(page)
    page.get_by_placeholder("Ad, yer ya da faaliyet").fill(name)
    page.get_by_role("button", name=f"“{name}” firmasını ekle").click()
    page.get_by_role("combobox", name="Bölge ya da ilçe").fill("Kemalpaşa")
    page.keyboard.press("Enter")
    page.get_by_label("Ne üretiyor, ne yapıyor").fill("cam ambalaj imalatı")
    page.get_by_role("button", name="Kaydet ve ziyareti başlat").click()
    expect(page.get_by_role("heading", name=name)).to_be_visible()
    settle(page)


def fill_card(page: Page, name: str, quantity: str) -> None:
    page.get_by_label("Ne", exact=True).fill(name)
    page.get_by_label("Ne kadar, ne sıklıkta").fill(quantity)
    page.keyboard.press("Tab")
    settle(page)


def save_card(page: Page, name: str) -> None:
    page.get_by_role("button", name="Kartı kaydet").click()
    expect(page.get_by_role("heading", name=f"“{name}” için en iyi öneriler")).to_be_visible()
    settle(page)


def test_from_a_new_firm_to_a_synergy_and_the_report(visitor: Visitor, tmp_path: Path) -> None:
    page = visitor.open("visit")
    add_firm(page, "Deneme Şişe ve Cam A.Ş.")

    fill_card(page, "cam kırığı, karışık renk", "12 ton/ay")
    expect(page.get_by_text("yılda 144 t")).to_be_visible()
    save_card(page, "cam kırığı, karışık renk")
    page.get_by_text("Arıyor", exact=True).first.click()
    settle(page)
    fill_card(page, "silis kumu", "50 ton/ay")
    save_card(page, "silis kumu")

    page.get_by_role("button", name="Sinerji başlat").first.click()
    page.get_by_role("dialog").get_by_role("button", name="Başlat").click()
    expect(page.get_by_text("Sinerji oldu").first).to_be_visible()

    page.get_by_text("Kapat", exact=True).first.click()
    settle(page)
    page.get_by_label("Sonraki adımlar (firma nüshasına basılır)").fill(
        "Numune 5 Aralık'a kadar gönderilecek"
    )
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Kaydet ve ziyareti kapat").click()
    expect(page.get_by_text("Bu ziyaret kapatıldı.").first).to_be_visible()
    settle(page)

    with page.expect_download() as download:
        page.get_by_role("button", name="Raporu PDF olarak indir").click()
    path = tmp_path / "report.pdf"
    download.value.save_as(path)
    report = "".join(leaf.get_textpage().get_text_range() for leaf in pypdfium2.PdfDocument(path))
    for said in ("Deneme Şişe ve Cam A.Ş.", "cam kırığı, karışık renk", "silis kumu", "Numune 5 Aralık"):
        assert said in report


def test_what_was_typed_survives_a_cut_connection_and_a_reload(visitor: Visitor) -> None:
    cut = False
    lines: list[WebSocketRoute] = []

    def line(browser_side: WebSocketRoute) -> None:
        if cut:
            browser_side.close(code=1011)
            return
        server_side = browser_side.connect_to_server()
        lines.append(browser_side)
        lines.append(server_side)

    visitor.page.route_web_socket(re.compile(r"/_stcore/stream"), line)
    page = visitor.open("visit")
    add_firm(page, "Kopuk Hat Gıda Ltd.")
    fill_card(page, "elma posası", "3 ton/gün")

    name = page.get_by_label("Ne", exact=True)
    name.fill("elma posası, yaş")  # cut before it is sent
    cut = True
    for one in lines:
        one.close(code=1011)
    expect(name).to_be_disabled()  # nothing can be typed into the void
    cut = False
    expect(name).to_be_enabled(timeout=WAIT_MS)
    settle(page)
    expect(name).to_have_value("elma posası, yaş")

    page.reload()
    settle(page)
    expect(page.get_by_label("Ne", exact=True)).to_have_value("elma posası, yaş")
    expect(page.get_by_label("Ne kadar, ne sıklıkta")).to_have_value("3 ton/gün")
    page.get_by_text("English").click()
    settle(page)
    expect(page.get_by_label("What", exact=True)).to_have_value("elma posası, yaş")
