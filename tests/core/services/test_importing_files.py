"""How the import reads files: cells, numbers, encodings, workbooks; what it reports and what it refuses."""

import io
import zipfile
from datetime import date, datetime

import openpyxl
import pytest

from core.domain.exchange import spreadsheet
from core.domain.exchange.cells import Effect
from core.errors import (
    BrokenSpreadsheetError,
    DuplicateColumnError,
    EmptyTableError,
    FileTooLargeError,
    MissingColumnsError,
    OldSpreadsheetError,
    PasswordProtectedError,
    SimbiyozError,
    TooManyRowsError,
)
from core.services import firms, importing
from core.storage.database import Database
from tests.importing import ADVISOR, NOW, bring, counts, look, said


def test_all_findings_come_at_once_and_cost_only_their_own_value(empty: Database) -> None:
    preview = look(
        empty,
        "Firma;Vergi no;İlçe;NACE kodu;Elektrik;Yön;Kaynak;Tür;Atık kodu;Fiyat tarihi;Yoğunluk;Tehlikeli\n"
        "Ege Boya;4540536921;Atlantis;99.99.99;-5;have;Çamur;tuhaf;99 99 99;03/04/2026;-1;belki\n"
        ";;;;;have;Boşta;;;;;\n"
        "Ege Cam;;;;;;Kırık cam;;;;;\n",
    )
    assert said(preview.plan.findings) == [
        (2, "tax_number", "WrongTaxNumberError", "value"),
        (2, "district", "UnknownDistrictError", "value"),
        (2, "nace", "UnknownActivityCodeError", "note"),
        (2, "electricity_kwh_per_year", "NegativeNumberError", "value"),
        (2, "kind", "UnknownChoiceError", "value"),
        (2, "waste_codes", "UnknownWasteCodeError", "value"),
        (2, "price_date", "AmbiguousDateError", "value"),
        (2, "density_t_per_m3", "OutOfRangeError", "value"),
        (2, "hazardous", "UnknownChoiceError", "value"),
        (3, "firm", "MissingValueError", "row"),
        (4, "direction", "MissingValueError", "row"),
    ]
    result = importing.apply(empty, ADVISOR, preview, now=NOW)
    assert counts(result) == {"firms": (2, 0, 0), "sites": (2, 0, 0), "cards": (1, 0, 0)}
    kept = firms.sites(empty, ADVISOR, result.plan.firms.added[0].firm_id)
    assert [(one.code, one.revision) for one in kept[0].activities] == [("99.99.99", "unknown")]


@pytest.mark.parametrize(
    ("cells", "read"),
    [
        (["1.234", "12,5"], 1234.0),
        (["1,234", "12.5"], 1234.0),
        (["1.234,56", ""], 1234.56),
        (["1,234.56", ""], 1234.56),
        (["1.234", ""], None),
        (["1.234", "1.5", "1,5"], None),
    ],
)
def test_the_column_says_how_its_numbers_are_written_or_they_are_reported(
    empty: Database, cells: list[str], read: float | None
) -> None:
    rows = "".join(f"F{number};{cell}\n" for number, cell in enumerate(cells))
    preview = look(empty, "Firma;Elektrik (kWh/yıl)\n" + rows)
    stated = {site.name: site.electricity_kwh_per_year for site in preview.plan.sites.added}
    assert stated.get("F0") == read
    ambiguous = [one for one in preview.plan.findings if type(one.error).__name__ == "AmbiguousNumberError"]
    assert bool(ambiguous) == (read is None)


def test_what_the_file_leaves_open_is_read_as_the_user_says(empty: Database) -> None:
    text = "Firma;Yön;Kaynak;Miktar;Fiyat tarihi\nEge Boya;have;Çamur;1.200 m3/yıl;03/04/2026\n"
    reported = look(empty, text).plan.cards.added[0]
    assert (reported.quantity, reported.quantity_typed, reported.price_date) == (None, "1.200 m3/yıl", None)
    turkish = look(empty, text, numbers="tr", dates="dmy").plan.cards.added[0]
    assert (turkish.quantity, turkish.price_date) == (1200.0, date(2026, 4, 3))
    american = look(empty, text, numbers="en", dates="mdy").plan.cards.added[0]
    assert (american.quantity, american.price_date) == (1.2, date(2026, 3, 4))


def test_a_number_that_only_one_reading_allows_is_read(empty: Database) -> None:
    site = look(empty, "Firma;Enlem;Boylam\nEge Boya;38.412;27.145\n").plan.sites.added[0]
    assert (site.lat, site.lon, site.coordinate_quality) == (38.412, 27.145, "site")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1254", "utf-16"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_every_encoding_and_separator_is_read_alike(empty: Database, encoding: str, separator: str) -> None:
    text = 'Firma;İlçe;Yön;Kaynak\n"Işık; Güç, Çözüm";Çiğli;have;"Atık ısı"\n'
    text = text.replace(";İlçe", f"{separator}İlçe").replace(";Yön", f"{separator}Yön")
    text = text.replace(";Kaynak", f"{separator}Kaynak").replace(
        '";Çiğli;have;', f'"{separator}Çiğli{separator}have{separator}'
    )
    plan = importing.preview(empty, ADVISOR, text.encode(encoding), "list.csv").plan
    assert (plan.firms.added[0].name, plan.sites.added[0].district, plan.cards.added[0].name) == (
        "Işık; Güç, Çözüm", "Çiğli", "Atık ısı"
    )  # fmt: skip


def workbook(rows: list[list[object]], title: str = "Kayıtlar") -> bytes:
    book = openpyxl.Workbook()
    note = book.active
    assert note is not None
    note.append(["Bu sayfa açıklamadır"])
    sheet = book.create_sheet(title)
    for row in rows:
        sheet.append(row)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def test_a_workbook_keeps_its_numbers_and_dates(empty: Database) -> None:
    content = workbook(
        [
            ["Firma", "Vergi no", "Elektrik", "Yön", "Kaynak", "Miktar", "Birim", "Dönem", "Atık kodu", "Fiyat tarihi"],
            ["Ege Boya", 119056, 1234.567, "have", "Çamur", 1.125, "t", "ay", 80114, datetime(2026, 4, 3)],
        ]
    )  # fmt: skip
    plan = importing.preview(empty, ADVISOR, content, "list.xlsx").plan
    card = plan.cards.added[0]
    assert plan.firms.added[0].tax_number == "0000119056"
    assert plan.sites.added[0].electricity_kwh_per_year == 1234.567
    assert (card.quantity, card.quantity_typed, card.waste_codes) == (1.125, "1,1250 t/ay", ("080114",))
    assert card.price_date == date(2026, 4, 3)
    assert plan.findings == ()


def test_html_and_formulas_are_kept_as_text(empty: Database) -> None:
    names = ['=HYPERLINK("http://x","y")', "<img src=x onerror=alert(1)>", "+90", "-1+1", "@SUM(A1)"]
    rows = "".join(f'"{name.replace(chr(34), chr(34) * 2)}";have;Çamur\n' for name in names)
    bring(empty, "Firma;Yön;Kaynak\n" + rows)
    assert sorted(firms.table(empty, ADVISOR)["name"]) == sorted(names)


def test_a_persons_number_is_kept_and_never_shown(empty: Database) -> None:
    preview = look(empty, "Firma;Vergi no\nUsta Torna;10000000146\nKalfa Torna;10000000147\n")
    assert preview.plan.firms.added[0].tax_number == "10000000146"
    assert [one.value for one in preview.plan.findings] == ["*********47"]
    other = look(empty, "Firma no;Firma;Vergi no\nA;Usta;10000000146\nB;Kalfa;10000000146\n")
    assert all("10000000146" not in one.value for one in other.plan.findings)


def hollow(size: int) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("[Content_Types].xml", "<Types/>")
        parts.writestr("xl/worksheets/sheet1.xml", b" " * size)
    return content.getvalue()


@pytest.mark.parametrize(
    ("content", "filename", "error"),
    [
        (b"", "a.csv", EmptyTableError),
        (b"Firma;Kaynak\n", "a.csv", EmptyTableError),
        (b"Konu;Not\nx;y\n", "a.csv", MissingColumnsError),
        (b"Firma;Firma\nx;y\n", "a.csv", DuplicateColumnError),
        (b"Firma\n" + b"x\n" * 20_001, "a.csv", TooManyRowsError),
        (b"x" * (20 * 1024 * 1024 + 1), "a.csv", FileTooLargeError),
        (b"PK\x03\x04 not a zip", "a.xlsx", BrokenSpreadsheetError),
        (b"not a zip at all", "a.xlsx", BrokenSpreadsheetError),
        (hollow(10), "a.xlsx", BrokenSpreadsheetError),
        (hollow(201 * 1024 * 1024), "bomb.xlsx", FileTooLargeError),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "a.xlsx", PasswordProtectedError),
        (b"\xd0\xcf\x11\xe0 old workbook", "a.xls", OldSpreadsheetError),
        (b"%PDF-1.7", "a.pdf", OldSpreadsheetError),
    ],
)
def test_what_is_no_table_is_refused_by_name(
    empty: Database, content: bytes, filename: str, error: type[SimbiyozError]
) -> None:
    with pytest.raises(error):
        importing.preview(empty, ADVISOR, content, filename)


def test_a_part_that_is_larger_than_it_says_is_refused(empty: Database) -> None:
    content = workbook([["Firma"], ["Ege Boya"]])
    name = b"xl/worksheets/sheet2.xml"
    place = content.rindex(name) - 46 + 24  # the size that the directory states
    forged = content[:place] + (5).to_bytes(4, "little") + content[place + 4 :]
    with pytest.raises(BrokenSpreadsheetError):
        importing.preview(empty, ADVISOR, forged, "a.xlsx")


def test_a_truncated_workbook_is_refused(empty: Database) -> None:
    content = workbook([["Firma"], ["Ege Boya"]])
    with pytest.raises(BrokenSpreadsheetError):
        importing.preview(empty, ADVISOR, content[: len(content) // 2], "a.xlsx")


def test_empty_lines_and_the_separator_line_of_excel_do_not_shift_line_numbers() -> None:
    table = spreadsheet.read(b"sep=;\r\nFirma;Not\r\n\r\nEge Boya;x\r\n", "a.csv")
    assert [(row.line, row.cells) for row in table.rows] == [(4, {"firm": "Ege Boya"})]
    assert table.unknown == ("Not",)


def test_a_finding_costs_one_of_three_things() -> None:
    assert {one.value for one in Effect} == {"row", "value", "note"}
