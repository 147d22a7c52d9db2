"""Gives the records away as files: the register, synergies with their impact, and what the programme keeps around them,
as CSV, XLSX, Parquet and GeoJSON.

What a file holds is what its reader may see. Contacts, experts, notes, the log, attached files, who did or said
something and what people were asked are not exported, nor any number of 11 digits that is a person's: a file cannot be
called back when somebody asks for erasure. Each export is on the trail.
"""

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

import pandas as pd
from stdnum.tr import tckimlik

from core.domain.exchange import tablefiles, writing
from core.domain.model import User
from core.domain.register.taxnumber import masked
from core.errors import FileNotWritableError
from core.errors.exchange import NoPlaceError
from core.i18n import Translator
from core.services import (
    firms,
    following,
    impact_ledger,
    people,
    programme,
    resources,
    support,
    synergies,
    zones,
)
from core.services.permissions import permitted
from core.storage import audit, bulk
from core.storage.database import Database

_ELEVEN_DIGITS = re.compile(r"(?<!\d)\d{11}(?!\d)")
_FIRM = "firm_id name size_class tax_number external_id about is_sample"
_SITE = (
    "site_id firm_id firm_name site_name place zone_id zone_name_tr zone_name_en district lat lon coordinate_quality "
    "nace nace_revision activity is_sample"
)
_APPLICATION = (
    "application_id call_id synergy_id title applicant_firm_id summary costs_try asked_try state state_on reference "
    "grant_try"
)
_MEETING = (
    "meeting_id body_id body_name_tr body_name_en held_on place subject women men not_said decisions open_actions "
    "is_sample"
)
_TRAINING = "training_id kind subject held_on hours place firms women men not_said is_sample"
_ZONE_TARGET = "zone_target_id zone_id counted_as target due_on is_sample"
_REQUEST = "request_id synergy_id asked_on state state_on"  # neither who was asked nor for what
_RESEARCH = (
    "research_id kind title_tr title_en institution fields state support synergy_id concept_id is_sample"
)
_NOT_EXPORTED = ("row_version", "region_id", "entered_by", "retired_at", "notes", "said_by", "owner_id")


class ExportTable(StrEnum):
    """What can be exported."""

    FIRMS = "firms"
    SITES = "sites"
    RESOURCES = "resources"
    SYNERGIES = "synergies"
    PARTIES = "parties"
    IMPACT = "impact"
    APPLICATIONS = "applications"
    MEETINGS = "meetings"
    TRAININGS = "trainings"
    ZONE_TARGETS = "zone_targets"
    REQUESTS = "expert_requests"
    RESEARCH = "research"


NOWHERE = (ExportTable.MEETINGS, ExportTable.TRAININGS, ExportTable.ZONE_TARGETS)
_OF_SYNERGIES = (
    ExportTable.IMPACT, ExportTable.APPLICATIONS, ExportTable.REQUESTS, ExportTable.RESEARCH,
)  # fmt: skip
# Their places are those of the sites and of the synergies.
_PLACELESS = (ExportTable.FIRMS, ExportTable.PARTIES, *_OF_SYNERGIES, *NOWHERE)


class FileFormat(StrEnum):
    """How it is written."""

    CSV = "csv"
    XLSX = "xlsx"
    PARQUET = "parquet"
    GEOJSON = "geojson"


@permitted
def file(
    database: Database, user: User, table: ExportTable, file_format: FileFormat, *, now: datetime
) -> bytes:
    """Return one table as a file. Firms have no place of their own: as GeoJSON they are their sites.

    Raises NoPlaceError for GeoJSON of what stands NOWHERE.
    """
    if file_format is FileFormat.GEOJSON and table in NOWHERE:
        raise NoPlaceError(table=table.value)
    content = _content(_frames(database, user, now), table, file_format)
    _note(database, user, now, "exporting.file", f"{table}.{file_format}")
    return content


@permitted
def form(database: Database, user: User, t: Translator, *, now: datetime) -> bytes:
    """Return firms and resources as XLSX in the form that an import reads, in the reader's language.

    Imported again it changes nothing, so that many cards can be edited in a spreadsheet.
    """
    with database.reading() as cursor:
        existing = bulk.existing(cursor, user.region_id)
    lines = [_without_persons(line) for line in writing.lines(existing, t)]
    _note(database, user, now, "exporting.form", "form.xlsx")
    return tablefiles.as_xlsx(
        {t(writing.RECORDS): pd.DataFrame(lines, columns=writing.headings(t), dtype=object)}
    )


@permitted
def archive(database: Database, user: User, *, now: datetime) -> bytes:
    """Return every table in every format as one ZIP file."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as parts:
        for name, part in _all(database, user, now):
            parts.writestr(name, part)
    _note(database, user, now, "exporting.archive", "everything")
    return content.getvalue()


@permitted
def folder(database: Database, user: User, path: Path, *, now: datetime) -> list[Path]:
    """Write every table in every format into a folder; return the files. Raises FileNotWritableError."""
    written: list[Path] = []
    try:
        path.mkdir(parents=True, exist_ok=True)
        for name, content in _all(database, user, now):
            (path / name).write_bytes(content)
            written.append(path / name)
    except OSError as error:
        raise FileNotWritableError(path=path) from error
    _note(database, user, now, "exporting.folder", "everything")
    return written


def _all(database: Database, user: User, now: datetime) -> Iterator[tuple[str, bytes]]:
    frames = _frames(database, user, now)
    for table in ExportTable:
        for file_format in FileFormat:
            if file_format is not FileFormat.GEOJSON or table not in _PLACELESS:
                yield f"{table}.{file_format}", _content(frames, table, file_format)


def _frames(database: Database, user: User, now: datetime) -> dict[ExportTable, pd.DataFrame]:
    places = firms.table(database, user)
    sites = places.rename(columns={"name": "firm_name"})[_SITE.split()].dropna(subset=["site_id"])
    found = {
        ExportTable.FIRMS: places[_FIRM.split()].drop_duplicates("firm_id"),
        ExportTable.SITES: sites,
        ExportTable.RESOURCES: resources.table(database, user),
        ExportTable.SYNERGIES: synergies.table(database, user),
        ExportTable.PARTIES: following.parties(database, user),
        ExportTable.IMPACT: impact_ledger.table(database, user, today=now.date()),
        **_of_the_programme(database, user),
    }
    return {
        table: frame.drop(columns=[name for name in _NOT_EXPORTED if name in frame]).apply(
            _column_without_persons
        )
        for table, frame in found.items()
    }


def _of_the_programme(database: Database, user: User) -> dict[ExportTable, pd.DataFrame]:
    return {
        ExportTable.APPLICATIONS: _frame(support.applications(database, user), _APPLICATION),
        ExportTable.MEETINGS: programme.meetings(database, user)[_MEETING.split()],
        ExportTable.TRAININGS: programme.trainings(database, user)[_TRAINING.split()],
        ExportTable.ZONE_TARGETS: _frame(zones.targets(database, user), _ZONE_TARGET),
        ExportTable.REQUESTS: people.requests(database, user)[_REQUEST.split()],
        ExportTable.RESEARCH: _frame(people.research(database, user), _RESEARCH),
    }


def _frame(records: Sequence[object], columns: str) -> pd.DataFrame:
    names = columns.split()
    rows = [[getattr(one, name) for name in names] for one in records]
    said = [[cell.value if isinstance(cell, StrEnum) else cell for cell in row] for row in rows]
    return pd.DataFrame(said, columns=names)


def _content(frames: dict[ExportTable, pd.DataFrame], table: ExportTable, file_format: FileFormat) -> bytes:
    frame = frames[table]
    if file_format is FileFormat.CSV:
        return tablefiles.as_csv(frame)
    if file_format is FileFormat.XLSX:
        return tablefiles.as_xlsx({table.value: frame})
    if file_format is FileFormat.PARQUET:
        return tablefiles.as_parquet(frame)
    if table is ExportTable.SYNERGIES:
        return tablefiles.as_geojson(frame, _lines(frame, frames))
    if table is ExportTable.PARTIES:
        sites = _points(frames[ExportTable.SITES], "firm_id")
        return tablefiles.as_geojson(frame, (sites.get(firm_id) for firm_id in frame["firm_id"]))
    if table in _OF_SYNERGIES:
        synergy = frames[ExportTable.SYNERGIES]
        lines = dict(zip(synergy["synergy_id"], _lines(synergy, frames), strict=True))
        return tablefiles.as_geojson(frame, (lines.get(synergy_id) for synergy_id in frame["synergy_id"]))
    placed = frames[ExportTable.SITES] if table is ExportTable.FIRMS else frame
    points = (tablefiles.point(lat, lon) for lat, lon in zip(placed["lat"], placed["lon"], strict=True))
    return tablefiles.as_geojson(placed, points)


def _lines(frame: pd.DataFrame, frames: dict[ExportTable, pd.DataFrame]) -> Iterator[dict[str, Any] | None]:
    """Return a line for each synergy: between the sites of its cards, else the firms' first sites."""
    cards = _points(frames[ExportTable.RESOURCES], "resource_id")
    sites = _points(frames[ExportTable.SITES], "firm_id")
    for have, want, giver, taker in zip(
        frame["have_id"], frame["want_id"], frame["giver_firm_id"], frame["taker_firm_id"], strict=True
    ):
        yield tablefiles.line(cards.get(have) or sites.get(giver), cards.get(want) or sites.get(taker))


def _points(frame: pd.DataFrame, key: str) -> dict[Any, dict[str, Any]]:
    first = frame.drop_duplicates(key)
    made = {
        one: tablefiles.point(lat, lon)
        for one, lat, lon in zip(first[key], first["lat"], first["lon"], strict=True)
    }
    return {one: place for one, place in made.items() if place}


def _column_without_persons(column: "pd.Series[Any]") -> "pd.Series[Any]":
    if pd.api.types.is_numeric_dtype(column) or pd.api.types.is_datetime64_any_dtype(column):
        return column
    if column.name == "tax_number":
        return column.astype(object).where(column.astype(str).str.len() != 11, None)
    return column.map(_without_person)


def _without_persons(line: dict[str, Any]) -> dict[str, Any]:
    return {name: _without_person(value) for name, value in line.items()}


def _without_person(value: object) -> object:
    """Return a text in which a person's number, wherever somebody typed it, is masked."""
    if not isinstance(value, str):
        return value
    return _ELEVEN_DIGITS.sub(
        lambda found: masked(found[0]) if tckimlik.is_valid(found[0]) else found[0], value
    )


def _note(database: Database, user: User, now: datetime, action: str, what: str) -> None:
    with database.writing(changes_records=False) as cursor:
        audit.write(cursor, user, now, action, "export", what, {}, {})
