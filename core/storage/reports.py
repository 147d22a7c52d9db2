"""What every report needs of the database, and the issued ones that are kept."""

import hashlib
import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from core.domain.model import User
from core.domain.reports.issued import Issued
from core.domain.reports.reporting import Audience, Figure, FileKind, Head, ReportKind
from core.errors import NotFoundError
from core.storage import audit
from core.storage.database import Cursor


def head(cursor: Cursor, audience: Audience, today: date) -> Head:
    """Return what a report says of itself. Raises NotFoundError in a file without a region."""
    region = cursor.row("region_get")
    if region is None:
        raise NotFoundError()
    return Head(region["name_tr"], region["name_en"], region["is_sample"], today, audience)


def issued(cursor: Cursor, region_id: str) -> tuple[Issued, ...]:
    """Return the region's issued reports without their files, newest first."""
    return tuple(_issued(row) for row in cursor.rows("issued_report_table", region_id=region_id))


def next_number(cursor: Cursor, region_id: str) -> int:
    """Return the number of the report that is issued next."""
    row = cursor.row("issued_report_number", region_id=region_id)
    return int(row["number"]) if row else 1


def content(cursor: Cursor, region_id: str, issued_report_id: str, kind: FileKind) -> bytes:
    """Return a file of an issued report as it was issued. Raises NotFoundError."""
    row = cursor.row("issued_report_file", issued_report_id=issued_report_id, region_id=region_id)
    if row is None:
        raise NotFoundError()
    return bytes(row[kind.value])


def keep(cursor: Cursor, user: User, now: datetime, one: Issued, files: Mapping[FileKind, bytes]) -> None:
    """Keep an issued report with its files, and the audit row."""
    figures = [[kept.key, kept.value, kept.unit, kept.name] for kept in one.figures.values()]
    values: dict[str, Any] = {
        "issued_report_id": one.issued_report_id,
        "region_id": user.region_id,
        "number": one.number,
        "kind": one.kind.value,
        "subject_id": one.subject_id,
        "title": one.title,
        "audience": one.audience.value,
        "language": one.language,
        "period_from": one.first,
        "period_to": one.last,
        "figures_json": json.dumps(figures, ensure_ascii=False),
        "restated_json": json.dumps(one.restated, ensure_ascii=False),
        "issued_by": user.user_id,
        "issued_at": now,
    }
    digests = {f"{kind.value}_sha256": hashlib.sha256(made).hexdigest() for kind, made in files.items()}
    contents = {kind.value: made for kind, made in files.items()}
    cursor.run("issued_report_insert", **values, **digests, **contents)
    audit.write(
        cursor, user, now, "issuing.issue", "issued_report", one.issued_report_id, None, values | digests
    )


def withdraw(cursor: Cursor, user: User, now: datetime, issued_report_id: str, reason: str, on: date) -> None:
    """Keep that a report was withdrawn, and the audit row; the report itself is not touched."""
    values = {"withdrawal": reason, "withdrawn_on": on, "withdrawn_by": user.user_id}
    cursor.run("issued_report_withdraw", issued_report_id=issued_report_id, withdrawn_at=now, **values)
    before = dict.fromkeys(values)
    audit.write(cursor, user, now, "issuing.withdraw", "issued_report", issued_report_id, before, values)


def _issued(row: Mapping[str, Any]) -> Issued:
    figures = [Figure(key, value, unit, name) for key, value, unit, name in json.loads(row["figures_json"])]
    return Issued(
        issued_report_id=row["issued_report_id"],
        number=row["number"],
        kind=ReportKind(row["kind"]),
        subject_id=row["subject_id"],
        title=row["title"],
        audience=Audience(row["audience"]),
        language=row["language"],
        first=row["period_from"],
        last=row["period_to"],
        figures={one.key: one for one in figures},
        restated=json.loads(row["restated_json"]),
        issued_by=row["issued_by_name"],
        issued_at=row["issued_at"],
        withdrawn_on=row["withdrawn_on"],
        withdrawn_at=row["withdrawn_at"],
        withdrawn_by=row["withdrawn_by_name"],
        withdrawal=row["withdrawal"],
    )
