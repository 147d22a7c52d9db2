"""Imports the spreadsheet form: shows what a file would do with all that is wrong in it, then does what is right.

An import is safe to repeat: what the register says already is left alone. Everything is written in one transaction.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from core.domain import amounts
from core.domain.exchange import spreadsheet
from core.domain.exchange.cells import read_rows
from core.domain.exchange.keys import Existing
from core.domain.exchange.plan import Plan, lay_out
from core.domain.exchange.spreadsheet import Table
from core.domain.model import Firm, Resource, Site, User
from core.domain.numbers import Convention, DateOrder
from core.services.permissions import permitted
from core.storage import bulk, rows
from core.storage.database import Cursor, Database

Progress = Callable[[int, int], object]
_ACTION = "importing.apply"
_BATCH = 500


@dataclass(frozen=True)
class ImportPreview:
    """What an import would do (`plan`), the table it was made from, and how to read what its columns leave open."""

    table: Table
    numbers: Convention | None
    dates: DateOrder | None
    plan: Plan


@dataclass(frozen=True)
class ImportResult:
    """What an import did; its plan differs from the preview's only if somebody changed the register in between."""

    plan: Plan


@permitted
def preview(
    database: Database,
    user: User,
    content: bytes,
    filename: str,
    *,
    numbers: Convention | None = None,
    dates: DateOrder | None = None,
) -> ImportPreview:
    """Return what importing a file would add and change, with all findings; nothing is written.

    `numbers` and `dates` say how to read what the columns themselves leave open; None reports it. Raises the errors of
    `spreadsheet.read`.
    """
    table = spreadsheet.read(content, filename)
    with database.reading() as cursor:
        existing = bulk.existing(cursor, user.region_id)
        plan = _planned(cursor, user, existing, table, numbers, dates)
    return ImportPreview(table, numbers, dates, plan)


@permitted
def apply(
    database: Database, user: User, preview: ImportPreview, *, now: datetime, progress: Progress | None = None
) -> ImportResult:
    """Write what is right in a previewed file, all or nothing; `progress(done, total)` is called after each part."""
    with database.writing() as cursor:
        existing = bulk.existing(cursor, user.region_id)
        plan = _planned(cursor, user, existing, preview.table, preview.numbers, preview.dates)
        done = 0
        for part in _write(cursor, user, now, plan):
            done += part
            if progress:
                progress(done, plan.writes)
    return ImportResult(plan)


def _planned(
    cursor: Cursor,
    user: User,
    existing: Existing,
    table: Table,
    numbers: Convention | None,
    dates: DateOrder | None,
) -> Plan:
    said, findings = read_rows(table, numbers, dates)
    region = cursor.row("region_get")
    sample = bool(region and region["is_sample"])
    return lay_out(said, findings, existing, region_id=user.region_id, is_sample=sample, new_id=rows.new_id)


def _write(cursor: Cursor, user: User, now: datetime, plan: Plan) -> Iterator[int]:
    """Write part by part and tell how many records each held."""
    for changes in (plan.firms, plan.sites, plan.cards):
        for new in _parts(changes.added):
            bulk.insert(cursor, user, now, _ACTION, new, [_more(one) for one in new])
            yield len(new)
        for pairs in _parts(changes.changed):
            more = [(_more(old), _more(new)) for old, new in pairs]
            bulk.update(cursor, user, now, _ACTION, pairs, more)
            yield len(pairs)


def _more(record: Firm | Site | Resource) -> dict[str, float | str | None]:
    return amounts.yearly(record) if isinstance(record, Resource) else {}


def _parts(found: Sequence[Any]) -> Iterator[Sequence[Any]]:
    return (found[start : start + _BATCH] for start in range(0, len(found), _BATCH))
