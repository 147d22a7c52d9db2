"""The import of the spreadsheet form, on a real database in memory: what is read, reported, written, and left alone."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

import openpyxl
import pytest

from core.domain import spreadsheet
from core.domain.importcells import Effect, Finding
from core.domain.model import SYSTEM, Direction, Handling, Kind, Role, Source, User, Visibility
from core.errors import (
    BrokenSpreadsheetError,
    DuplicateColumnError,
    EmptyTableError,
    FileTooLargeError,
    MissingColumnsError,
    NotPermittedError,
    OldSpreadsheetError,
    PasswordProtectedError,
    SimbiyozError,
    TooManyRowsError,
)
from core.services import firms, importing, installing, resources
from core.services.importing import ImportPreview, ImportResult
from core.storage.database import Database, in_memory

NOW = datetime(2026, 11, 22, 9, 0)
ADVISOR = User("a", "A", Role.ADVISOR)


@pytest.fixture
def database() -> Iterator[Database]:
    made = in_memory()
    installing.fill(made, SYSTEM, "izmir", with_sample=False, now=NOW)
    yield made
    made.close()


def look(database: Database, text: str, filename: str = "list.csv", **more: object) -> ImportPreview:
    return importing.preview(database, ADVISOR, text.encode(), filename, **more)  # type: ignore[arg-type]


def bring(database: Database, text: str, **more: object) -> ImportResult:
    return importing.apply(database, ADVISOR, look(database, text, **more), now=NOW)


def counts(result: ImportResult | ImportPreview) -> dict[str, tuple[int, int, int]]:
    return {
        name: (len(one.added), len(one.changed), len(one.unchanged))
        for name in ("firms", "sites", "cards")
        for one in [getattr(result.plan, name)]
    }


def said(found: tuple[Finding, ...]) -> list[tuple[int, str | None, str, str]]:
    return [
        (one.line, one.column.name if one.column else None, type(one.error).__name__, one.effect.value)
        for one in found
    ]


def column(database: Database, name: str) -> list[object]:
    table = resources.table(database, ADVISOR)
    return list(table.sort_values("name")[name])


def test_a_row_becomes_a_firm_a_site_and_a_card(database: Database) -> None:
    result = bring(
        database,
        "Firma;Vergi no;Büyüklük;OSB;NACE kodu;Veriyor / arıyor;Kaynak;Tür;Miktar;Birim;Dönem;Atık kodu\n"
        "Örnek Döküm San. ve Tic. A.Ş.;4540536920;Orta;Torbalı OSB;24.51.13;Veriyor;Döküm kumu;Malzeme;12,5;ton;ay;"
        "10 09 08\n",
    )
    assert counts(result) == {"firms": (1, 0, 0), "sites": (1, 0, 0), "cards": (1, 0, 0)}
    firm = firms.table(database, ADVISOR).iloc[0]
    assert (firm["name"], firm["tax_number"], firm["zone_id"], firm["district"], firm["nace"]) == (
        "Örnek Döküm San. ve Tic. A.Ş.", "4540536920", "torbali_osb", "Torbalı", "24.51.13"
    )  # fmt: skip
    card = resources.get(database, ADVISOR, result.plan.cards.added[0].resource_id)
    assert (card.direction, card.name, card.kind, card.quantity_typed) == (
        Direction.HAVE, "Döküm kumu", Kind.MATERIAL, "12,5 ton/ay"
    )  # fmt: skip
    assert (card.quantity, card.unit, card.period, card.waste_codes) == (12.5, "t", "month", ("100908",))
    assert (card.visibility, card.source) == (Visibility.ANONYMOUS, Source.IMPORT)
    assert column(database, "yearly_amount") == [150.0]


def test_english_headings_and_choices_are_read_too(database: Database) -> None:
    result = bring(
        database,
        "Firm,District,Have or want,Resource,Kind,Handled today,Hazardous,Months\n"
        "Ege Cam,Tire,want,Cullet,Material,Bought new,no,June-August\n",
    )
    card = result.plan.cards.added[0]
    assert (card.direction, card.handling, card.hazardous, card.months) == (
        Direction.WANT, Handling.BOUGHT, False, (6, 7, 8)
    )  # fmt: skip


def test_the_same_file_twice_changes_nothing(database: Database) -> None:
    text = (
        "Firma;İlçe;NACE kodu;Yön;Kaynak;Miktar;Atık kodu;Aylar;Fiyat;Enlem;Boylam\n"
        "Ege Zeytin;Tire;10.41;have;Pirina;3 t/gün;02 03 04;11-2;-1250,5;38,09;27,73\n"
        "Ege Zeytin;Tire;10.41;have;Karasu;çok;;;;;\n"
        "Ege Cam;;20.13; ; ;;;;;;\n"
    )
    bring(database, text)
    version = len(firms.history(database, ADVISOR, firms.table(database, ADVISOR)["firm_id"].iloc[0]))
    again = bring(database, text)
    assert counts(again) == {"firms": (0, 0, 2), "sites": (0, 0, 2), "cards": (0, 0, 2)}
    assert len(firms.history(database, ADVISOR, firms.table(database, ADVISOR)["firm_id"].iloc[0])) == version


def test_a_changed_cell_changes_its_record_and_an_empty_one_erases_nothing(database: Database) -> None:
    bring(database, "Firma;İlçe;Yön;Kaynak;Açıklama;Bileşim\nEge Zeytin;Tire;have;Pirina;yaş;%60 nem\n")
    again = bring(database, "Firma;İlçe;Yön;Kaynak;Açıklama;Bileşim\nEge Zeytin;Tire;have;Pirina;kuru;\n")
    assert counts(again)["cards"] == (0, 1, 0)
    card = resources.get(database, ADVISOR, again.plan.cards.changed[0][1].resource_id)
    assert (card.description, card.composition, card.row_version) == ("kuru", "%60 nem", 2)
    trail = resources.history(database, ADVISOR, card.resource_id)
    assert list(trail["action"]) == ["importing.apply", "importing.apply"]
    assert trail["changed_fields"].iloc[0] == "description"


def test_a_firm_is_found_by_its_id_then_its_number_then_its_name_and_district(database: Database) -> None:
    bring(database, "Firma no;Firma;Vergi no;İlçe\nE1;Ege Zeytin A.Ş.;4540536920;Tire\n")
    by_id = bring(database, "Firma no;Firma\nE1;Yeni Adıyla Zeytin\n")
    assert counts(by_id)["firms"] == (0, 1, 0)
    by_number = bring(database, "Firma;Vergi no\nBambaşka Zeytin;454 053 6920\n")
    assert counts(by_number)["firms"] == (0, 1, 0)
    by_name = bring(database, "Firma;İlçe\nBAMBAŞKA ZEYTİN SAN. VE TİC. LTD. ŞTİ.;tire\n")
    assert counts(by_name)["firms"] == (0, 0, 1)
    elsewhere = bring(database, "Firma;İlçe\nBambaşka Zeytin;Bergama\n")
    assert counts(elsewhere)["firms"] == (1, 0, 0)
    assert sorted(set(firms.table(database, ADVISOR)["name"])) == ["Bambaşka Zeytin"]


def test_a_name_that_two_firms_have_is_reported_whatever_the_order_of_lines(database: Database) -> None:
    text = "Firma;İlçe\nEge Boya;\nEge Boya;Tire\nEge Boya;Bergama\n"
    first, again = bring(database, text), bring(database, text)
    assert counts(first)["firms"] == (2, 0, 0)
    assert counts(again)["firms"] == (0, 0, 2)
    assert said(first.plan.findings) == said(again.plan.findings) == [(2, None, "SeveralFirmsError", "row")]


def test_lines_of_one_firm_that_contradict_each_other_are_reported_and_the_first_counts(
    database: Database,
) -> None:
    text = "Firma no;Firma;Büyüklük\nE1;Ege Boya;küçük\nE1;Ege Boya A.Ş.;büyük\n"
    result = bring(database, text)
    assert said(result.plan.findings) == [(3, "size_class", "ConflictingLineError", "value")]
    assert result.plan.firms.added[0].size_class == "small"
    assert counts(bring(database, text))["firms"] == (0, 0, 1)


def test_two_cards_of_one_name_with_different_codes_are_two_and_a_third_line_is_reported(
    database: Database,
) -> None:
    text = (
        "Firma;Yön;Kaynak;Atık kodu\nEge Boya;have;Çamur;08 01 13\nEge Boya;have;Çamur;08 01 14\n"
        "Ege Boya;have;ÇAMUR;08 01 14*\n"
    )
    result, again = bring(database, text), bring(database, text)
    assert counts(result)["cards"] == (2, 0, 0)
    assert counts(again)["cards"] == (0, 0, 2)
    assert said(again.plan.findings) == [(4, "resource", "LineAboutSameCardError", "row")]


def test_a_code_added_later_belongs_to_the_card_without_one(database: Database) -> None:
    bring(database, "Firma;Yön;Kaynak;Atık kodu\nEge Boya;have;Çamur;\n")
    result = bring(database, "Firma;Yön;Kaynak;Atık kodu\nEge Boya;have;Çamur;08 01 14\n")
    assert counts(result)["cards"] == (0, 1, 0)


def test_a_card_with_an_id_may_change_its_name_and_site(database: Database) -> None:
    bring(database, "Firma;Tesis;Kart no;Yön;Kaynak\nEge Boya;A;K7;have;Çamur\n")
    result = bring(database, "Firma;Tesis;Kart no;Yön;Kaynak\nEge Boya;B;K7;have;Arıtma çamuru\n")
    assert counts(result) == {"firms": (0, 0, 1), "sites": (1, 0, 0), "cards": (0, 1, 0)}
    assert column(database, "site_name") == ["B"]


def test_what_was_retired_is_not_brought_back(database: Database) -> None:
    text = "Firma;Yön;Kaynak\nEge Boya;have;Çamur\n"
    card = bring(database, text).plan.cards.added[0]
    resources.retire(database, ADVISOR, card.resource_id, 1, now=NOW)
    again = bring(database, text)
    assert counts(again)["cards"] == (0, 0, 0)
    assert said(again.plan.findings) == [(2, "resource", "RetiredRecordError", "row")]


def test_all_findings_come_at_once_and_cost_only_their_own_value(database: Database) -> None:
    preview = look(
        database,
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
    result = importing.apply(database, ADVISOR, preview, now=NOW)
    assert counts(result) == {"firms": (2, 0, 0), "sites": (2, 0, 0), "cards": (1, 0, 0)}
    kept = firms.sites(database, ADVISOR, result.plan.firms.added[0].firm_id)
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
    database: Database, cells: list[str], read: float | None
) -> None:
    rows = "".join(f"F{number};{cell}\n" for number, cell in enumerate(cells))
    preview = look(database, "Firma;Elektrik (kWh/yıl)\n" + rows)
    stated = {site.name: site.electricity_kwh_per_year for site in preview.plan.sites.added}
    assert stated.get("F0") == read
    ambiguous = [one for one in preview.plan.findings if type(one.error).__name__ == "AmbiguousNumberError"]
    assert bool(ambiguous) == (read is None)


def test_what_the_file_leaves_open_is_read_as_the_user_says(database: Database) -> None:
    text = "Firma;Yön;Kaynak;Miktar;Fiyat tarihi\nEge Boya;have;Çamur;1.200 m3/yıl;03/04/2026\n"
    reported = look(database, text).plan.cards.added[0]
    assert (reported.quantity, reported.quantity_typed, reported.price_date) == (None, "1.200 m3/yıl", None)
    turkish = look(database, text, numbers="tr", dates="dmy").plan.cards.added[0]
    assert (turkish.quantity, turkish.price_date) == (1200.0, date(2026, 4, 3))
    american = look(database, text, numbers="en", dates="mdy").plan.cards.added[0]
    assert (american.quantity, american.price_date) == (1.2, date(2026, 3, 4))


def test_a_number_that_only_one_reading_allows_is_read(database: Database) -> None:
    site = look(database, "Firma;Enlem;Boylam\nEge Boya;38.412;27.145\n").plan.sites.added[0]
    assert (site.lat, site.lon, site.coordinate_quality) == (38.412, 27.145, "site")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1254", "utf-16"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_every_encoding_and_separator_is_read_alike(
    database: Database, encoding: str, separator: str
) -> None:
    text = 'Firma;İlçe;Yön;Kaynak\n"Işık; Güç, Çözüm";Çiğli;have;"Atık ısı"\n'
    text = text.replace(";İlçe", f"{separator}İlçe").replace(";Yön", f"{separator}Yön")
    text = text.replace(";Kaynak", f"{separator}Kaynak").replace(
        '";Çiğli;have;', f'"{separator}Çiğli{separator}have{separator}'
    )
    plan = importing.preview(database, ADVISOR, text.encode(encoding), "list.csv").plan
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


def test_a_workbook_keeps_its_numbers_and_dates(database: Database) -> None:
    content = workbook(
        [
            ["Firma", "Vergi no", "Elektrik", "Yön", "Kaynak", "Miktar", "Birim", "Dönem", "Atık kodu", "Fiyat tarihi"],
            ["Ege Boya", 119056, 1234.567, "have", "Çamur", 1.125, "t", "ay", 80114, datetime(2026, 4, 3)],
        ]
    )  # fmt: skip
    plan = importing.preview(database, ADVISOR, content, "list.xlsx").plan
    card = plan.cards.added[0]
    assert plan.firms.added[0].tax_number == "0000119056"
    assert plan.sites.added[0].electricity_kwh_per_year == 1234.567
    assert (card.quantity, card.quantity_typed, card.waste_codes) == (1.125, "1,1250 t/ay", ("080114",))
    assert card.price_date == date(2026, 4, 3)
    assert plan.findings == ()


def test_html_and_formulas_are_kept_as_text(database: Database) -> None:
    names = ['=HYPERLINK("http://x","y")', "<img src=x onerror=alert(1)>", "+90", "-1+1", "@SUM(A1)"]
    rows = "".join(f'"{name.replace(chr(34), chr(34) * 2)}";have;Çamur\n' for name in names)
    bring(database, "Firma;Yön;Kaynak\n" + rows)
    assert sorted(firms.table(database, ADVISOR)["name"]) == sorted(names)


def test_a_persons_number_is_kept_and_never_shown(database: Database) -> None:
    preview = look(database, "Firma;Vergi no\nUsta Torna;10000000146\nKalfa Torna;10000000147\n")
    assert preview.plan.firms.added[0].tax_number == "10000000146"
    assert [one.value for one in preview.plan.findings] == ["*********47"]
    other = look(database, "Firma no;Firma;Vergi no\nA;Usta;10000000146\nB;Kalfa;10000000146\n")
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
    database: Database, content: bytes, filename: str, error: type[SimbiyozError]
) -> None:
    with pytest.raises(error):
        importing.preview(database, ADVISOR, content, filename)


def test_a_part_that_is_larger_than_it_says_is_refused(database: Database) -> None:
    content = workbook([["Firma"], ["Ege Boya"]])
    name = b"xl/worksheets/sheet2.xml"
    place = content.rindex(name) - 46 + 24  # the size that the directory states
    forged = content[:place] + (5).to_bytes(4, "little") + content[place + 4 :]
    with pytest.raises(BrokenSpreadsheetError):
        importing.preview(database, ADVISOR, forged, "a.xlsx")


def test_a_truncated_workbook_is_refused(database: Database) -> None:
    content = workbook([["Firma"], ["Ege Boya"]])
    with pytest.raises(BrokenSpreadsheetError):
        importing.preview(database, ADVISOR, content[: len(content) // 2], "a.xlsx")


def test_an_import_is_all_or_nothing(database: Database) -> None:
    preview = look(database, "Firma;Yön;Kaynak\nEge Boya;have;Çamur\n")

    def broken(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        importing.apply(database, ADVISOR, preview, now=NOW, progress=broken)
    assert firms.table(database, ADVISOR).empty


def test_what_others_did_since_the_preview_is_taken_into_account(database: Database) -> None:
    preview = look(database, "Firma;İlçe\nEge Boya;Tire\n")
    bring(database, "Firma;İlçe\nEge Boya San. Tic.;Tire\n")
    assert counts(importing.apply(database, ADVISOR, preview, now=NOW))["firms"] == (0, 0, 1)


def test_progress_ends_at_all_records(database: Database) -> None:
    rows = "".join(f"F{number};have;R{number}\n" for number in range(600))
    told: list[tuple[int, int]] = []
    preview = look(database, "Firma;Yön;Kaynak\n" + rows)
    importing.apply(
        database, ADVISOR, preview, now=NOW, progress=lambda done, total: told.append((done, total))
    )
    assert told == [(500, 1800), (600, 1800), (1100, 1800), (1200, 1800), (1700, 1800), (1800, 1800)]


def test_participants_may_not_import(database: Database) -> None:
    participant = replace(ADVISOR, role=Role.PARTICIPANT)
    with pytest.raises(NotPermittedError):
        importing.preview(database, participant, b"Firma\nx\n", "a.csv")


def test_records_of_a_sample_region_are_marked_as_samples() -> None:
    made = in_memory()
    with made.writing() as cursor:
        cursor.run("region_insert", region_id="izmir", name_tr="İzmir", name_en="İzmir", is_sample=True)
    assert bring(made, "Firma\nEge Boya\n").plan.firms.added[0].is_sample
    made.close()


def test_empty_lines_and_the_separator_line_of_excel_do_not_shift_line_numbers() -> None:
    table = spreadsheet.read(b"sep=;\r\nFirma;Not\r\n\r\nEge Boya;x\r\n", "a.csv")
    assert [(row.line, row.cells) for row in table.rows] == [(4, {"firm": "Ege Boya"})]
    assert table.unknown == ("Not",)


def test_a_finding_costs_one_of_three_things() -> None:
    assert {one.value for one in Effect} == {"row", "value", "note"}
