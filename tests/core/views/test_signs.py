"""What people type is printed, or told in words: no sign of a firm's name or of notes ends as a box."""

from dataclasses import replace
from datetime import date

import pytest

from core.domain.reports.reporting import Audience, FileKind
from core.i18n import translator
from core.views.reports import signs, writing
from tests.core.views.test_reports import firm_report
from tests.reading import sheets, text_of

ARABIC, GREEK = "شركة التدوير", "Ανακύκλωση"
NAME = f"Yeşil♻️ 🏭 A.Ş. {GREEK} {ARABIC}"


@pytest.mark.parametrize(
    ("typed", "turkish", "english"),
    [
        ("Döküm 🏭", "Döküm [fabrika]", "Döküm [factory]"),
        ("👍🏽 👩‍🔧", "[baş parmak yukarıda] [kadın tamirci]", "[thumbs up] [woman mechanic]"),
        ("🇹🇷 1️⃣", "[bayrak: Türkiye] [tuş 1]", "[flag: Türkiye] [keycap 1]"),
        (
            "中文公司, हिन्दी",
            "[4 harf: CJK], [3 harf: DEVANAGARI]",
            "[4 letters: CJK], [3 letters: DEVANAGARI]",
        ),
        ("𝐀 Ａ", "A A", "A A"),
    ],
)
def test_what_the_type_lacks_is_named_or_counted(typed: str, turkish: str, english: str) -> None:
    assert signs.printable(typed, translator("tr")) == turkish
    assert signs.printable(typed, translator("en")) == english


@pytest.mark.parametrize(
    "typed",
    ["çğıİöşü ÇĞÖŞÜ “Şırınga” ₺ m³ CO₂ ≥ ≤ ± → Ω µ ½", GREEK, ARABIC, "Русская фирма", "עברית", "♻ ⚠ ☎ ✓ ★"],
)
def test_what_the_type_holds_stays_as_it_was_typed(typed: str) -> None:
    assert signs.printable(typed, translator("tr")) == typed


def test_a_firms_name_and_notes_with_emoji_arabic_and_greek_are_printed_and_the_workbook_keeps_them() -> None:
    report = firm_report(Audience.INSIDE, NAME)
    visit = replace(report.visits[0], notes="Sıcak 😀 değil 🥵", visited_on=date(2026, 10, 5))
    report = replace(report, visits=(visit,))
    t = translator("tr")

    said = text_of(writing.content(report, t, FileKind.PDF))
    book = sheets(writing.content(report, t, FileKind.XLSX))

    assert GREEK in said
    assert set(ARABIC) <= set(said)
    assert "Yeşil♻ [fabrika] A.Ş." in said
    assert "[kızarmış yüz]" in said
    assert "\ufffd" not in said
    assert next(iter(book.values()))[0][0] == NAME
    assert any("🥵" in str(cell) for row in book["Ziyaretler"] for cell in row)
