"""The form: each column is found by its headings and explained on paper; its template reads as an empty form."""

import io

import openpyxl
import pytest

from core import config
from core.domain.exchange import spreadsheet
from core.domain.exchange.columns import COLUMNS, Column, Part
from core.domain.exchange.form import choice_labels, choice_of, column_of
from core.domain.exchange.writing import template_csv, template_xlsx
from core.domain.model import Firm, Resource, Site
from core.errors import EmptyTableError
from core.i18n import LANGUAGES, translator

PAGE = (config.ROOT / "docs" / "data-exchange.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("column", COLUMNS, ids=lambda column: column.name)
def test_a_column_is_found_by_its_name_and_headings_and_stands_on_the_page(column: Column) -> None:
    headings = [translator(language)(column.heading) for language in LANGUAGES]
    for said in (column.name, *headings, *(heading.upper() for heading in headings if "i" not in heading)):
        assert column_of(said) is column
    assert f"| {headings[1]} | {headings[0]} | {column.part} |" in PAGE


@pytest.mark.parametrize("column", [one for one in COLUMNS if one.choice], ids=lambda column: column.name)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_choice_is_read_as_it_is_offered(column: Column, language: str) -> None:
    t = translator(language)
    read = [choice_of(column, t(label)) for label in choice_labels(column)]
    assert read == list(column.choice or ())


def test_every_column_fills_a_field_of_its_record() -> None:
    records = {Part.FIRM: Firm, Part.SITE: Site, Part.CARD: Resource}
    for column in COLUMNS:
        assert column.target in records[column.part].__dataclass_fields__


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_templates_are_empty_forms(language: str) -> None:
    t = translator(language)
    for content, name in ((template_xlsx(t), "form.xlsx"), (template_csv(t), "form.csv")):
        with pytest.raises(EmptyTableError):
            spreadsheet.read(content, name)
    book = openpyxl.load_workbook(io.BytesIO(template_xlsx(t)))
    assert [cell.value for cell in book.worksheets[0][1]] == [t(column.heading) for column in COLUMNS]
    explained = [row[0].value for row in book.worksheets[1].iter_rows(min_row=2, max_row=len(COLUMNS) + 1)]
    assert explained == [t(column.heading) for column in COLUMNS]


def test_a_filled_template_is_read() -> None:
    content = template_csv(translator("tr")).decode("utf-8-sig")
    line = ";".join("Ege Boya" if column.name == "firm" else "" for column in COLUMNS)
    table = spreadsheet.read((content + line).encode(), "form.csv")
    assert [row.cells for row in table.rows] == [{"firm": "Ege Boya"}]
    assert table.columns == COLUMNS
