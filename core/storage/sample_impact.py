"""The sample region's ledger of impact with its documents, and its indicators: all invented and marked so."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

from core import config
from core.domain.choices import Basis, Handling, Recurrence, Role
from core.domain.impact.entries import Entry, Measure
from core.domain.model import User
from core.domain.programme.indicators import CountedAs, Indicator, IndicatorUnit, IndicatorValue
from core.domain.synergies.following import DocumentKind, SynergyFile
from core.storage import impact, programme, records
from core.storage.database import Cursor

_ACTION = "installing.fill"
Read = Callable[[str], list[dict[str, Any]]]


def load(cursor: Cursor, user: User, region_id: str, read: Read) -> None:
    """Insert what `read` gives of files, entries, indicators and their values."""
    for row in read("impact_files"):
        _file(cursor, user, row)
    for row in read("impact_entries"):
        _entry(cursor, region_id, row)
    for position, row in enumerate(read("indicators"), start=1):
        own = replace(user, region_id=region_id)
        programme.keep(cursor, own, _at("2024-01-15"), _ACTION, _indicator(row, position))
    for row in read("indicator_values"):
        value = IndicatorValue(
            row["indicator_value_id"],
            row["indicator_id"],
            date.fromisoformat(row["as_of"]),
            float(row["value"]),
            row["source"],
            user.name,
        )
        programme.add_value(cursor, user, _at(row["as_of"]), _ACTION, value)


def _file(cursor: Cursor, user: User, row: dict[str, Any]) -> None:
    content = (config.SAMPLE / "files" / row["file"]).read_bytes()
    kept = SynergyFile(
        synergy_file_id=row["file_id"],
        synergy_id=row["synergy_id"],
        name=row["file"],
        document_kind=DocumentKind(row["document_kind"]),
        media_type="application/pdf",
        size_bytes=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        added_by="demo-advisor",
        document_on=date.fromisoformat(row["document_on"]),
    )
    records.insert(cursor, user, _at(row["document_on"]), _ACTION, kept, content=content)


def _entry(cursor: Cursor, region_id: str, row: dict[str, Any]) -> None:
    by = User(row["entered_by"], row["entered_by"], Role.ADVISOR, region_id)
    entry = _made(row)
    files = [file_id for file_id in (row["evidence"] or "").split(";") if file_id]
    impact.add(cursor, by, entry.entered_at, _ACTION, entry, files)
    if row["confirmed_by"]:
        manager = User(row["confirmed_by"], row["confirmed_by"], Role.MANAGER, region_id)
        on = date.fromisoformat(row["confirmed_on"])
        impact.decide(cursor, manager, _at(row["confirmed_on"]), "confirm", entry, entry.row_version, on)


def _made(row: dict[str, Any]) -> Entry:
    numbers = {name: float(row[name]) if row[name] else None for name in ("replacement_ratio", "quantity")}
    days = {name: date.fromisoformat(row[name]) if row[name] else None for name in ("period_to", "price_on")}
    told = ("firm_id", "quantity_unit", "factor_source", "formula", "note", "supersedes")
    return Entry(
        entry_id=row["entry_id"],
        synergy_id=row["synergy_id"],
        measure=Measure(row["measure"]),
        value=float(row["value"]),
        low=float(row["low"]),
        high=float(row["high"]),
        unit=row["unit"],
        period_from=date.fromisoformat(row["period_from"]),
        entered_by=row["entered_by"],
        entered_at=_at(row["entered_on"]),
        recurrence=Recurrence(row["recurrence"]),
        lifetime_years=int(row["lifetime_years"]) if row["lifetime_years"] else None,
        basis=Basis(row["basis"]),
        attribution=float(row["attribution"]),
        baseline=Handling(row["baseline"]) if row["baseline"] else None,
        is_measured=row["is_measured"] == "yes",
        is_computed=row["is_computed"] == "yes",
        factor_ids=tuple((row["factor_ids"] or "").split(";")) if row["factor_ids"] else (),
        factor_years=tuple(int(year) for year in (row["factor_years"] or "").split(";") if year),
        **{name: row[name] for name in told},
        **numbers,  # type: ignore[arg-type]
        **days,  # type: ignore[arg-type]
    )


def _indicator(row: dict[str, Any], position: int) -> Indicator:
    return Indicator(
        indicator_id=row["indicator_id"],
        position=position,
        name_tr=row["name_tr"],
        name_en=row["name_en"],
        definition_tr=row["definition_tr"],
        definition_en=row["definition_en"],
        unit=IndicatorUnit(row["unit"]),
        counted_as=CountedAs(row["counted_as"]),
        baseline=float(row["baseline"]) if row["baseline"] else None,
        target=float(row["target"]) if row["target"] else None,
        due_on=date.fromisoformat(row["due_on"]) if row["due_on"] else None,
        funder=row["funder"],
        is_sample=True,
    )


def _at(day: str) -> datetime:
    return datetime.combine(date.fromisoformat(day), time(9))
