"""The import of the spreadsheet form, on a real database in memory: what becomes a record, and what is left alone."""

from dataclasses import replace

import pytest

from core.domain.choices import Direction, Handling, Kind, Role, Source, Visibility
from core.errors import (
    NotPermittedError,
)
from core.services import firms, importing, resources
from core.storage.database import Database, in_memory
from tests.importing import ADVISOR, NOW, bring, column, counts, look, said


def test_a_row_becomes_a_firm_a_site_and_a_card(empty: Database) -> None:
    result = bring(
        empty,
        "Firma;Vergi no;Büyüklük;OSB;NACE kodu;Veriyor / arıyor;Kaynak;Tür;Miktar;Birim;Dönem;Atık kodu\n"
        "Örnek Döküm San. ve Tic. A.Ş.;4540536920;Orta;Torbalı OSB;24.51.13;Veriyor;Döküm kumu;Malzeme;12,5;ton;ay;"
        "10 09 08\n",
    )
    assert counts(result) == {"firms": (1, 0, 0), "sites": (1, 0, 0), "cards": (1, 0, 0)}
    firm = firms.table(empty, ADVISOR).iloc[0]
    assert (firm["name"], firm["tax_number"], firm["zone_id"], firm["district"], firm["nace"]) == (
        "Örnek Döküm San. ve Tic. A.Ş.", "4540536920", "torbali_osb", "Torbalı", "24.51.13"
    )  # fmt: skip
    card = resources.get(empty, ADVISOR, result.plan.cards.added[0].resource_id)
    assert (card.direction, card.name, card.kind, card.quantity_typed) == (
        Direction.HAVE, "Döküm kumu", Kind.MATERIAL, "12,5 ton/ay"
    )  # fmt: skip
    assert (card.quantity, card.unit, card.period, card.waste_codes) == (12.5, "t", "month", ("100908",))
    assert (card.visibility, card.source) == (Visibility.ANONYMOUS, Source.IMPORT)
    assert column(empty, "yearly_amount") == [150.0]


def test_english_headings_and_choices_are_read_too(empty: Database) -> None:
    result = bring(
        empty,
        "Firm,District,Have or want,Resource,Kind,Handled today,Hazardous,Months\n"
        "Ege Cam,Tire,want,Cullet,Material,Bought new,no,June-August\n",
    )
    card = result.plan.cards.added[0]
    assert (card.direction, card.handling, card.hazardous, card.months) == (
        Direction.WANT, Handling.BOUGHT, False, (6, 7, 8)
    )  # fmt: skip


def test_the_same_file_twice_changes_nothing(empty: Database) -> None:
    text = (
        "Firma;İlçe;NACE kodu;Yön;Kaynak;Miktar;Atık kodu;Aylar;Fiyat;Enlem;Boylam\n"
        "Ege Zeytin;Tire;10.41;have;Pirina;3 t/gün;02 03 04;11-2;-1250,5;38,09;27,73\n"
        "Ege Zeytin;Tire;10.41;have;Karasu;çok;;;;;\n"
        "Ege Cam;;20.13; ; ;;;;;;\n"
    )
    bring(empty, text)
    version = len(firms.history(empty, ADVISOR, firms.table(empty, ADVISOR)["firm_id"].iloc[0]))
    again = bring(empty, text)
    assert counts(again) == {"firms": (0, 0, 2), "sites": (0, 0, 2), "cards": (0, 0, 2)}
    assert len(firms.history(empty, ADVISOR, firms.table(empty, ADVISOR)["firm_id"].iloc[0])) == version


def test_a_changed_cell_changes_its_record_and_an_empty_one_erases_nothing(empty: Database) -> None:
    bring(empty, "Firma;İlçe;Yön;Kaynak;Açıklama;Bileşim\nEge Zeytin;Tire;have;Pirina;yaş;%60 nem\n")
    again = bring(empty, "Firma;İlçe;Yön;Kaynak;Açıklama;Bileşim\nEge Zeytin;Tire;have;Pirina;kuru;\n")
    assert counts(again)["cards"] == (0, 1, 0)
    card = resources.get(empty, ADVISOR, again.plan.cards.changed[0][1].resource_id)
    assert (card.description, card.composition, card.row_version) == ("kuru", "%60 nem", 2)
    trail = resources.history(empty, ADVISOR, card.resource_id)
    assert list(trail["action"]) == ["importing.apply", "importing.apply"]
    assert trail["changed_fields"].iloc[0] == "description"


def test_a_firm_is_found_by_its_id_then_its_number_then_its_name_and_district(empty: Database) -> None:
    bring(empty, "Firma no;Firma;Vergi no;İlçe\nE1;Ege Zeytin A.Ş.;4540536920;Tire\n")
    by_id = bring(empty, "Firma no;Firma\nE1;Yeni Adıyla Zeytin\n")
    assert counts(by_id)["firms"] == (0, 1, 0)
    by_number = bring(empty, "Firma;Vergi no\nBambaşka Zeytin;454 053 6920\n")
    assert counts(by_number)["firms"] == (0, 1, 0)
    by_name = bring(empty, "Firma;İlçe\nBAMBAŞKA ZEYTİN SAN. VE TİC. LTD. ŞTİ.;tire\n")
    assert counts(by_name)["firms"] == (0, 0, 1)
    elsewhere = bring(empty, "Firma;İlçe\nBambaşka Zeytin;Bergama\n")
    assert counts(elsewhere)["firms"] == (1, 0, 0)
    assert sorted(set(firms.table(empty, ADVISOR)["name"])) == ["Bambaşka Zeytin"]


def test_a_name_that_two_firms_have_is_reported_whatever_the_order_of_lines(empty: Database) -> None:
    text = "Firma;İlçe\nEge Boya;\nEge Boya;Tire\nEge Boya;Bergama\n"
    first, again = bring(empty, text), bring(empty, text)
    assert counts(first)["firms"] == (2, 0, 0)
    assert counts(again)["firms"] == (0, 0, 2)
    assert said(first.plan.findings) == said(again.plan.findings) == [(2, None, "SeveralFirmsError", "row")]


def test_lines_of_one_firm_that_contradict_each_other_are_reported_and_the_first_counts(
    empty: Database,
) -> None:
    text = "Firma no;Firma;Büyüklük\nE1;Ege Boya;küçük\nE1;Ege Boya A.Ş.;büyük\n"
    result = bring(empty, text)
    assert said(result.plan.findings) == [(3, "size_class", "ConflictingLineError", "value")]
    assert result.plan.firms.added[0].size_class == "small"
    assert counts(bring(empty, text))["firms"] == (0, 0, 1)


def test_two_cards_of_one_name_with_different_codes_are_two_and_a_third_line_is_reported(
    empty: Database,
) -> None:
    text = (
        "Firma;Yön;Kaynak;Atık kodu\nEge Boya;have;Çamur;08 01 13\nEge Boya;have;Çamur;08 01 14\n"
        "Ege Boya;have;ÇAMUR;08 01 14*\n"
    )
    result, again = bring(empty, text), bring(empty, text)
    assert counts(result)["cards"] == (2, 0, 0)
    assert counts(again)["cards"] == (0, 0, 2)
    assert said(again.plan.findings) == [(4, "resource", "LineAboutSameCardError", "row")]


def test_a_code_added_later_belongs_to_the_card_without_one(empty: Database) -> None:
    bring(empty, "Firma;Yön;Kaynak;Atık kodu\nEge Boya;have;Çamur;\n")
    result = bring(empty, "Firma;Yön;Kaynak;Atık kodu\nEge Boya;have;Çamur;08 01 14\n")
    assert counts(result)["cards"] == (0, 1, 0)


def test_a_card_with_an_id_may_change_its_name_and_site(empty: Database) -> None:
    bring(empty, "Firma;Tesis;Kart no;Yön;Kaynak\nEge Boya;A;K7;have;Çamur\n")
    result = bring(empty, "Firma;Tesis;Kart no;Yön;Kaynak\nEge Boya;B;K7;have;Arıtma çamuru\n")
    assert counts(result) == {"firms": (0, 0, 1), "sites": (1, 0, 0), "cards": (0, 1, 0)}
    assert column(empty, "site_name") == ["B"]


def test_what_was_retired_is_not_brought_back(empty: Database) -> None:
    text = "Firma;Yön;Kaynak\nEge Boya;have;Çamur\n"
    card = bring(empty, text).plan.cards.added[0]
    resources.retire(empty, ADVISOR, card.resource_id, 1, now=NOW)
    again = bring(empty, text)
    assert counts(again)["cards"] == (0, 0, 0)
    assert said(again.plan.findings) == [(2, "resource", "RetiredRecordError", "row")]


def test_an_import_is_all_or_nothing(empty: Database) -> None:
    preview = look(empty, "Firma;Yön;Kaynak\nEge Boya;have;Çamur\n")

    def broken(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        importing.apply(empty, ADVISOR, preview, now=NOW, progress=broken)
    assert firms.table(empty, ADVISOR).empty


def test_what_others_did_since_the_preview_is_taken_into_account(empty: Database) -> None:
    preview = look(empty, "Firma;İlçe\nEge Boya;Tire\n")
    bring(empty, "Firma;İlçe\nEge Boya San. Tic.;Tire\n")
    assert counts(importing.apply(empty, ADVISOR, preview, now=NOW))["firms"] == (0, 0, 1)


def test_progress_ends_at_all_records(empty: Database) -> None:
    rows = "".join(f"F{number};have;R{number}\n" for number in range(600))
    told: list[tuple[int, int]] = []
    preview = look(empty, "Firma;Yön;Kaynak\n" + rows)
    importing.apply(empty, ADVISOR, preview, now=NOW, progress=lambda done, total: told.append((done, total)))
    assert told == [(500, 1800), (600, 1800), (1100, 1800), (1200, 1800), (1700, 1800), (1800, 1800)]


def test_participants_may_not_import(empty: Database) -> None:
    participant = replace(ADVISOR, role=Role.PARTICIPANT)
    with pytest.raises(NotPermittedError):
        importing.preview(empty, participant, b"Firma\nx\n", "a.csv")


def test_records_of_a_sample_region_are_marked_as_samples() -> None:
    made = in_memory()
    with made.writing() as cursor:
        cursor.run("region_insert", region_id="izmir", name_tr="İzmir", name_en="İzmir", is_sample=True)
    assert bring(made, "Firma\nEge Boya\n").plan.firms.added[0].is_sample
    made.close()
