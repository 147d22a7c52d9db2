"""An application as DOCX: it holds what was filled in, what its synergy says, and names what is missing."""

import io

import docx
import pytest

from core.domain.model import SYSTEM
from core.i18n import translator
from core.services import support
from core.storage.database import open_database
from core.views.reports import application
from core.views.reports import docx as writer
from tests.conftest import BUILT_AT


@pytest.mark.parametrize("language", ["tr", "en"])
def test_the_draft_holds_firms_costs_impact_and_what_is_missing(tmp_path, sample_file, language) -> None:
    path = tmp_path / "s.duckdb"
    path.write_bytes(sample_file.read_bytes())
    database = open_database(path)
    grown = support.grown(database, SYSTEM, "SA1", today=BUILT_AT.date())
    database.close()

    word = docx.Document(io.BytesIO(writer.content(application.document(grown, translator(language)))))

    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    said = "\n".join(paragraph.text for paragraph in word.paragraphs)
    assert all(one.name in cells for one in grown.synergy.parties)
    assert ("5.000.000" if language == "tr" else "5,000,000") in cells
    assert ("Eksik bilgiler" if language == "tr" else "Still missing") in said
    assert "Dökümhanede elenen" in said
    assert ("Proje maliyetleri: 5.000.000 TL" if language == "tr" else "5,000,000 TRY") in said
