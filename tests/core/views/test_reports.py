"""Reports as files: the same figures in PDF and XLSX as in the report, Turkish letters right, typed text only text."""

import io
from datetime import date
from typing import Any

import openpyxl
import pandas as pd
import pypdfium2
import pytest

from core.domain.choices import Carrier, Direction, Kind, Stage
from core.domain.impact.entries import Measure
from core.domain.model import Firm, Opportunity, Site
from core.domain.reports.reporting import (
    Audience,
    FileKind,
    FirmFlow,
    FirmReport,
    FirmSynergy,
    FirmVisit,
    Head,
    Partner,
    Reference,
)
from core.i18n import translator
from core.views import impact_charts
from core.views.reports import drawing, pdf, workbook, writing
from core.views.reports.document import Chart, Column, Document, Section, Table, Text, number
from tests.reading import sheets, text_of

TURKISH = "çğıİöşü ÇĞÖŞÜ “Şırınga” ₺ m³ CO₂"
HOSTILE = '#panic("x") $a$ *kalın* `kod` <b> \\ // = =1+1 @ref [x] {y}'


def flow(name: str, direction: Direction, amount: float | None, **more: Any) -> FirmFlow:
    return FirmFlow(
        resource_id=name, site_id="s", site_name="Merkez", direction=direction, name=name, description=None,
        kind=Kind.MATERIAL, quantity_typed="avuç dolusu", yearly_amount=amount, yearly_unit="t" if amount else None,
        period="year", waste_codes="100908", hazardous=False, handling=None, is_draft=False, **more,
    )  # fmt: skip


def firm_report(audience: Audience, name: str = "Şule Döküm") -> FirmReport:
    partner = Partner("Kaledibi Çimento", "minerals", "Bornova", "silis kumu", 0.5, 12.0, False)
    sand = flow(
        "Atık döküm kumu", Direction.HAVE, 1234.6, share=0.75, per_output=0.0625, output=Reference(19752.0, "t"),
        partners=(partner,),
    )  # fmt: skip
    return FirmReport(
        head=Head("İzmir", "İzmir", True, date(2026, 11, 2), audience),
        firm=Firm("f", "izmir", name),
        sites=(Site("s", "f", "Merkez", output_quantity=19752.0, output_unit="ton/yıl"),),
        flows=(sand, flow("reçine", Direction.WANT, None)),
        visits=(FirmVisit("v", "Merkez", date(2026, 10, 5), "Deniz", "Numune\nİkinci satır", None, True),),
        opportunities=(
            Opportunity(
                "o", "s", "Kompresör", Carrier.ELECTRICITY, saving_per_year=90_000, saving_unit="kWh",
                saving_try_per_year=400_000, investment_try=1_000_000,
            ),
        ),
        synergies=(FirmSynergy("y", "Kum", ("Kaledibi Çimento",), 1, Stage.SAMPLE, date(2026, 9, 1), None, None),),
    )  # fmt: skip


@pytest.fixture(scope="module")
def turkish() -> tuple[str, dict[str, list[tuple[Any, ...]]]]:
    report, t = firm_report(Audience.OUTSIDE), translator("tr")
    return (
        text_of(writing.content(report, t, FileKind.PDF)),
        sheets(writing.content(report, t, FileKind.XLSX)),
    )


def test_the_pdf_says_the_figures_as_its_reader_writes_them(turkish: tuple[str, Any]) -> None:
    said = turkish[0]

    assert "Şule Döküm" in said
    assert "Örnek veri: tüm firmalar kurgudur" in said
    assert "İzmir endüstriyel simbiyoz programı" in said
    assert "Atık döküm kumu 1.235 t 75 0,0625 10 09 08" in said
    assert "reçine “avuç dolusu” (yıllığa çevrilemedi)" in said
    assert "Kompresör Elektrik 90.000 kWh 400.000 1.000.000 2,5 Fikir" in said
    assert "02.11.2026" in said
    assert "Sayfa 1 / " in said


def test_the_workbook_holds_the_same_figures_as_raw_numbers(turkish: tuple[str, Any]) -> None:
    found = turkish[1]

    given = found["Çıkan akışlar"]
    assert given[0] == (
        "Kaynak", "Yıllık miktar", "Birim", "Verilenler içindeki pay (%)", "Birim ürün başına", "Atık kodu",
    )  # fmt: skip
    assert given[1] == ("Atık döküm kumu", 1234.6, "t", 75, 0.0625, "10 09 08")
    saving = dict(zip(found["Verimlilik fırsatları"][0], found["Verimlilik fırsatları"][1], strict=True))
    assert (saving["Yıllık tasarruf (TL)"], saving["Geri ödeme (yıl)"]) == (400_000, 2.5)


def test_columns_that_nothing_fills_are_left_out(turkish: tuple[str, Any]) -> None:
    assert "Elektrik (kWh/yıl)" not in turkish[1]["Tesisler"][0]
    assert "Notlar" not in turkish[0]


def test_a_copy_says_for_whom_it_is() -> None:
    t = translator("en")
    said = text_of(writing.content(firm_report(Audience.INSIDE), t, FileKind.PDF))

    assert "do not hand it out" in said
    assert "2 Nov 2026" in said
    assert "Kaledibi Çimento, a firm that is not named yet" in said


def paper(*blocks: Any) -> Document:
    return Document("Rapor", "", "Program", date(2026, 11, 2), "tr", sections=(Section("Bölüm", blocks),))


def test_turkish_letters_and_what_people_typed_stay_as_they_are() -> None:
    t = translator("tr")
    table = Table("Tablo", (Column("Ad"), number("Sayı", "t")), ((HOSTILE, 1.0), (TURKISH, -2.0)))
    document = paper(Text(HOSTILE), Text(TURKISH), table)

    said = text_of(pdf.content(document, t))
    cells = sheets(workbook.content(document))["Tablo"]

    assert said.count(HOSTILE) == 2
    assert said.count(TURKISH) == 2
    assert cells[1:] == [(HOSTILE, 1), (TURKISH, -2)]


def test_a_long_name_breaks_instead_of_running_over_the_next_column() -> None:
    name = "ornek_kantar_dokumu_Y039.pdf"
    narrow = Table(
        "", tuple(Column(f"S{place}") for place in range(6)), ((name, "b" * 60, "c", "d", "e", "f"),)
    )

    leaf = pypdfium2.PdfDocument(pdf.content(paper(narrow), translator("tr")))[0].get_textpage()

    edges = [leaf.get_charbox(place) for place in range(leaf.count_chars())]
    letters = [(leaf.get_text_range(place, 1), edge) for place, edge in enumerate(edges)]
    second = min(edge[0] for letter, edge in letters if letter == "b")
    assert max(edge[2] for letter, edge in letters if letter in "_9") < second


def test_a_text_that_looks_like_a_formula_stays_text_in_the_workbook() -> None:
    table = Table("=A1", (Column("=Ad"),), (("=1+1",), ("@SUM(A1)",), ("http://example.org",)))

    book = openpyxl.load_workbook(io.BytesIO(workbook.content(paper(table))))

    cells = [cell for row in book.worksheets[1].iter_rows() for cell in row if cell.value]
    assert {cell.data_type for cell in cells} == {"s"}
    assert [cell.hyperlink for cell in cells] == [None] * 4


def test_the_same_report_gives_the_same_bytes() -> None:
    document, t = paper(Text("Bir")), translator("tr")

    assert pdf.content(document, t) == pdf.content(document, t)


def test_sheets_have_names_that_spreadsheets_take() -> None:
    one = Table("Verilenler / alınanlar: [2026] ve çok daha uzun bir başlık", (Column("Ad"),), (("a",),))

    names = list(sheets(workbook.content(paper(one, one))))

    assert len(set(names)) == 3
    assert all(len(name) <= 31 and not set("[]:*?/\\") & set(name) for name in names)


def test_a_chart_of_the_page_is_drawn_with_its_numbers_and_letters() -> None:
    t = translator("tr")
    sums = pd.DataFrame(
        {"group": ["food"], "basis": ["verified"], "low": [1000.0], "value": [1500.0], "high": [2000.0]}
    )
    spec = impact_charts.by_group(sums, Measure.CO2E, "sector", t).to_dict()

    drawn = drawing.svg(spec, "tr")
    said = text_of(pdf.content(paper(Chart(spec, "Etki")), t))

    assert "Gıda, içecek ve tütün" in said
    assert "1.000" in said, "numbers of the axis as Turkish writes them"
    assert drawing.FAMILY in drawn


def test_a_chart_asks_nothing_from_a_network() -> None:
    spec = {"data": {"url": "http://127.0.0.1:9/x.csv"}, "mark": "bar", "encoding": {"x": {"field": "a"}}}

    with pytest.raises(ValueError, match="allowed"):
        drawing.svg(spec, "en")
