"""Exports: no formula, no person; the filled-in form brought back changes nothing; the backup is whole."""

import io
import json
import zipfile
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pytest

from core.domain.choices import Direction, Role, Visibility
from core.domain.model import SYSTEM, Firm, Resource, Site, Synergy, User
from core.domain.programme.indicators import CountedAs
from core.domain.programme.people import ExpertRequest, RequestState, Research, ResearchKind
from core.domain.programme.support import Call
from core.domain.programme.zones import ZoneTarget
from core.domain.synergies.following import LogEntry, LogWay, Party, PartyRole
from core.errors import DatabaseExistsError, FileNotWritableError, NotPermittedError
from core.errors.exchange import NoPlaceError
from core.i18n import translator
from core.services import (
    backing_up,
    exporting,
    firms,
    following,
    importing,
    people,
    resources,
    support,
    synergies,
    zones,
)
from core.services.exporting import ExportTable, FileFormat
from core.storage.database import Database, open_database
from tests.core.services.test_people import ANA

NOW = datetime(2026, 11, 22, 9)
ADVISOR = User("advisor", "Deniz", Role.ADVISOR)
MANAGER = User("manager", "Ece", Role.MANAGER)
PERSON = "10000000146"
FORMULA = '=HYPERLINK("http://x";"y")'
HTML = "<img src=x onerror=alert(1)>"


@pytest.fixture
def filled(database: Database) -> Database:
    """The small region with a hostile firm, a person's number, and one synergy."""
    firms.save(database, ADVISOR, Firm("odd", "izmir", FORMULA, tax_number=PERSON), now=NOW, new=True)
    firms.save_site(database, ADVISOR, Site("odd-site", "odd", "+Merkez", district="Tire"), now=NOW, new=True)
    card = Resource(
        "odd-card", "odd-site", Direction.HAVE, HTML, description=f"Yetkili {PERSON}", quantity_typed="-5 t/ay",
        price_per_unit=-12.5, price_date=date(2026, 4, 3), visibility=Visibility.EVERYBODY, months=(6, 7),
    )  # fmt: skip
    resources.save(database, ADVISOR, card, now=NOW, new=True)
    synergy = Synergy(
        "s1",
        "izmir",
        "Kum",
        "foundry",
        "cement",
        have_id="sand",
        want_id="wanted",
        said_by="Ali",
        notes="gizli",
    )
    synergies.record(database, ADVISOR, synergy, now=NOW)
    party = Party("p1", "s1", "odd", PartyRole.GIVER, "odd-card")
    following.save_party(database, ADVISOR, party, now=NOW, new=True)
    call = LogEntry("l1", "s1", LogWay.PHONE, NOW.date(), "", firm_id="foundry", note="gizli: Ali")
    following.log_contact(database, ADVISOR, call, now=NOW, today=NOW.date())
    return database


def made(database: Database, table: str, file_format: str, user: User = ADVISOR) -> bytes:
    return exporting.file(database, user, ExportTable(table), FileFormat(file_format), now=NOW)


def test_csv_keeps_texts_as_texts_and_numbers_as_numbers(filled: Database) -> None:
    text = made(filled, "resources", "csv")
    assert text.startswith(b"\xef\xbb\xbf")
    frame = pd.read_csv(io.BytesIO(text), dtype=str, keep_default_na=False).set_index("resource_id")
    odd = frame.loc["odd-card"]
    assert (odd["firm_name"], odd["site_name"], odd["name"]) == (f"'{FORMULA}", "'+Merkez", HTML)
    assert (odd["quantity_typed"], odd["price_per_unit"]) == ("'-5 t/ay", "-12.5")


def test_xlsx_holds_no_formula_and_no_link(filled: Database) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(made(filled, "resources", "xlsx"))).active
    assert sheet is not None
    rows = list(sheet.iter_rows())
    names = [cell.value for cell in rows[0]]
    odd = next(row for row in rows if row[0].value == "odd-card")
    cells = dict(zip(names, odd, strict=True))
    assert (cells["firm_name"].value, cells["firm_name"].data_type) == (FORMULA, "s")
    assert cells["name"].value == HTML
    assert cells["price_per_unit"].value == -12.5
    assert cells["price_date"].value == datetime(2026, 4, 3)
    assert all(cell.data_type != "f" and cell.hyperlink is None for row in rows for cell in row)


def test_parquet_keeps_types(filled: Database) -> None:
    table = (
        pq.read_table(io.BytesIO(made(filled, "resources", "parquet"))).to_pandas().set_index("resource_id")
    )
    assert table.loc["sand", "yearly_amount"] == 120.0
    assert table.loc["odd-card", "price_date"] == date(2026, 4, 3)
    assert table.loc["odd-card", "firm_name"] == FORMULA


def test_geojson_has_points_for_sites_and_lines_for_synergies(filled: Database) -> None:
    sites = json.loads(made(filled, "sites", "geojson"))
    points = {one["properties"]["site_id"]: one["geometry"]["coordinates"] for one in sites["features"]}
    assert points == {"foundry-site": [27.2, 38.4], "cement-site": [27.2, 38.6]}
    lines = json.loads(made(filled, "synergies", "geojson"))["features"]
    assert [one["geometry"] for one in lines] == [
        {"type": "LineString", "coordinates": [[27.2, 38.4], [27.2, 38.6]]}
    ]


@pytest.mark.parametrize("table", list(ExportTable))
@pytest.mark.parametrize("file_format", list(FileFormat))
def test_no_person_leaves_in_any_file(filled: Database, table: ExportTable, file_format: FileFormat) -> None:
    if file_format is FileFormat.GEOJSON and table in exporting.NOWHERE:
        with pytest.raises(NoPlaceError):
            made(filled, table, file_format)
        return
    content = made(filled, table, file_format)
    if file_format is FileFormat.XLSX:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            content = b"".join(parts.read(name) for name in parts.namelist())
    if file_format is FileFormat.PARQUET:
        content = str(pq.read_table(io.BytesIO(content)).to_pylist()).encode()
    for secret in (PERSON, "gizli", "Ali"):
        assert secret.encode() not in content


def test_the_further_firms_of_a_synergy_leave_with_their_role_and_card(filled: Database) -> None:
    text = made(filled, "parties", "csv").decode("utf-8-sig")

    assert "p1" in text
    assert "giver" in text
    assert "odd-card" in text


def read(database: Database, table: str) -> list[dict[str, str]]:
    text = made(database, table, "csv")
    return pd.read_csv(io.BytesIO(text), dtype=str, keep_default_na=False).to_dict("records")


def test_what_the_programme_keeps_leaves_without_who_was_asked_and_what_was_said(filled: Database) -> None:
    day = NOW.date()
    support.save_call(filled, MANAGER, Call("c1", "izmir", "Çağrı"), now=NOW, new=True)
    support.begin(filled, ADVISOR, "a1", "c1", "s1", now=NOW)
    people.save(filled, ADVISOR, ANA, now=NOW, new=True)
    asked = ExpertRequest(
        "r1", "s1", "ana", "gizli soru", day, "advisor", RequestState.ASKED, day, note="Ali"
    )
    people.ask(filled, ADVISOR, asked, now=NOW)
    topic = Research("t1", "izmir", ResearchKind.DOCTORATE, "Döküm kumu", synergy_id="s1")
    people.save_research(filled, ADVISOR, topic, now=NOW, new=True)
    target = ZoneTarget("z1", "iaosb", CountedAs.FIRMS, 40.0)
    zones.save_target(filled, MANAGER, target, now=NOW, new=True)

    assert [(one["call_id"], one["state"]) for one in read(filled, "applications")] == [("c1", "draft")]
    assert read(filled, "expert_requests") == [
        {
            "request_id": "r1",
            "synergy_id": "s1",
            "asked_on": "2026-11-22",
            "state": "asked",
            "state_on": "2026-11-22",
        }
    ]
    assert [(one["kind"], one["synergy_id"]) for one in read(filled, "research")] == [("doctorate", "s1")]
    assert [(one["zone_id"], one["target"]) for one in read(filled, "zone_targets")] == [("iaosb", "40.0")]
    lines = json.loads(made(filled, "expert_requests", "geojson"))["features"]
    assert [one["geometry"]["type"] for one in lines] == ["LineString"]


def test_meetings_and_trainings_of_the_sample_leave_with_how_many_took_part(
    sample_file: Path, tmp_path: Path
) -> None:
    path = tmp_path / "copy.duckdb"
    path.write_bytes(sample_file.read_bytes())
    database = open_database(path)
    meetings, trainings = read(database, "meetings"), read(database, "trainings")
    database.close()

    assert {"held_on", "subject", "women", "men", "not_said", "decisions"} <= set(meetings[0])
    assert {"held_on", "kind", "firms", "women", "men", "not_said"} <= set(trainings[0])


@pytest.mark.parametrize("language", ["tr", "en"])
def test_the_filled_in_form_brought_back_changes_nothing(
    sample_file: Path, language: str, tmp_path: Path
) -> None:
    backup = tmp_path / "copy.duckdb"
    backup.write_bytes(sample_file.read_bytes())
    database = open_database(backup)
    content = exporting.form(database, ADVISOR, translator(language), now=NOW)
    plan = importing.preview(database, ADVISOR, content, "form.xlsx").plan
    added = [len(one.added) for one in (plan.firms, plan.sites, plan.cards)]
    changed = [old.name for one in (plan.firms, plan.sites, plan.cards) for old, _ in one.changed]
    seen = [len(one.unchanged) for one in (plan.firms, plan.sites, plan.cards)]
    database.close()
    assert (added, changed) == ([0, 0, 0], [])
    assert seen == [109, 119, 637]


def test_only_leaders_take_everything_and_advisors_one_table(filled: Database, tmp_path: Path) -> None:
    with pytest.raises(NotPermittedError):
        exporting.archive(filled, ADVISOR, now=NOW)
    with zipfile.ZipFile(io.BytesIO(exporting.archive(filled, MANAGER, now=NOW))) as parts:
        archived = sorted(parts.namelist())
    written = exporting.folder(filled, MANAGER, tmp_path / "new" / "folder", now=NOW)
    assert sorted(path.name for path in written) == archived
    assert len(archived) == 39
    participant = User("p", "P", Role.PARTICIPANT, firm_id="foundry")
    with pytest.raises(NotPermittedError):
        made(filled, "resources", "csv", participant)


def test_a_folder_that_is_a_file_is_refused(filled: Database, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(FileNotWritableError):
        exporting.folder(filled, MANAGER, tmp_path / "file", now=NOW)


def test_each_export_is_on_the_trail(filled: Database) -> None:
    made(filled, "firms", "csv")
    with filled.reading() as cursor:
        trail = cursor.rows("audit_history", record_type="export", record_id="firms.csv")
    assert [(row["action"], row["user_id"]) for row in trail] == [("exporting.file", "advisor")]


def test_an_empty_region_gives_files_with_headings_only(empty: Database) -> None:
    assert made(empty, "resources", "csv").decode("utf-8-sig").startswith("resource_id,")
    assert json.loads(made(empty, "synergies", "geojson")) == {"type": "FeatureCollection", "features": []}
    assert pq.read_table(io.BytesIO(made(empty, "firms", "parquet"))).num_rows == 0


def test_a_backup_holds_every_table_and_can_be_opened_in_place_of_the_database(
    filled: Database, tmp_path: Path
) -> None:
    path = tmp_path / "backup.duckdb"
    backing_up.save(filled, SYSTEM, path, now=NOW)
    assert [one.name for one in tmp_path.iterdir()] == ["backup.duckdb"]
    restored = open_database(path)
    with filled.reading() as cursor, restored.reading() as other:
        expected = {row["table_name"]: row["row_count"] for row in cursor.rows("check_counts")}
        found = {row["table_name"]: row["row_count"] for row in other.rows("check_counts")}
    expected["audit"] -= 1  # that the backup was made
    assert found == expected
    assert resources.get(restored, ADVISOR, "odd-card") == resources.get(filled, ADVISOR, "odd-card")
    restored.close()
    with pytest.raises(DatabaseExistsError):
        backing_up.save(filled, SYSTEM, path, now=NOW)


def test_a_backup_is_a_snapshot_of_one_moment(filled: Database, tmp_path: Path) -> None:
    content = backing_up.content(filled, SYSTEM, now=NOW)
    firms.save(filled, ADVISOR, Firm("later", "izmir", "Sonra"), now=NOW, new=True)
    path = tmp_path / "restored.duckdb"
    path.write_bytes(content)
    restored = open_database(path)
    assert "later" not in set(firms.table(restored, ADVISOR)["firm_id"])
    restored.close()


def test_only_administrators_make_backups(filled: Database) -> None:
    with pytest.raises(NotPermittedError):
        backing_up.content(filled, MANAGER, now=NOW)
