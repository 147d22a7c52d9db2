"""Keeps what a programme is measured by: exchange rates, price indices, indicators and their entered values."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from core.domain.impact.money import Deflator, ExchangeRate
from core.domain.model import User
from core.domain.programme.indicators import Indicator, IndicatorValue
from core.errors import ChangedByOthersError, NotFoundError
from core.storage import audit, rows
from core.storage.database import Cursor

Kept = ExchangeRate | Deflator | Indicator


@dataclass(frozen=True)
class _Statements:
    """The table of a kind of record, its key, and the statements that read and write it."""

    record_type: str
    key: str
    table: str
    insert: str
    update: str
    retire: str


_STATEMENTS: dict[type, _Statements] = {
    ExchangeRate: _Statements(
        "exchange_rate",
        "rate_id",
        "exchange_rate_table",
        "exchange_rate_insert",
        "exchange_rate_update",
        "exchange_rate_retire",
    ),
    Deflator: _Statements(
        "deflator", "deflator_id", "deflator_table", "deflator_insert", "deflator_update", "deflator_retire"
    ),
    Indicator: _Statements(
        "programme_indicator",
        "indicator_id",
        "indicator_table",
        "indicator_insert",
        "indicator_update",
        "indicator_retire",
    ),
}


def rates(cursor: Cursor, region_id: str) -> list[ExchangeRate]:
    """Return the recorded exchange rates, oldest first."""
    return [rows.record(ExchangeRate, row) for row in cursor.rows("exchange_rate_table", region_id=region_id)]


def deflators(cursor: Cursor, region_id: str) -> list[Deflator]:
    """Return the recorded price indices, oldest first."""
    return [rows.record(Deflator, row) for row in cursor.rows("deflator_table", region_id=region_id)]


def indicators(cursor: Cursor, region_id: str) -> list[Indicator]:
    """Return the programme's indicators in their order."""
    return [rows.record(Indicator, row) for row in cursor.rows("indicator_table", region_id=region_id)]


def indicator_values(cursor: Cursor, region_id: str) -> list[IndicatorValue]:
    """Return the entered values, oldest first."""
    found = cursor.rows("indicator_value_table", region_id=region_id)
    return [rows.record(IndicatorValue, row) for row in found]


def keep(cursor: Cursor, user: User, now: datetime, action: str, record: Kept) -> None:
    """Add a record (row_version 0) or change one that still has its row_version, with the audit row.

    Raises NotFoundError, ChangedByOthersError.
    """
    by = _STATEMENTS[type(record)]
    values = rows.parameters(record, without=("row_version", "region_id"))
    if record.row_version == 0:
        cursor.run(by.insert, **values, region_id=user.region_id, created_at=now, updated_at=now)
        audit.write(cursor, user, now, action, by.record_type, values[by.key], None, values)
        return
    before = _before(cursor, user, by, values[by.key], record.row_version)
    cursor.run(by.update, **values, updated_at=now)
    old = {name: before[name] for name in values}
    audit.write(cursor, user, now, action, by.record_type, values[by.key], old, values)


def retire(cursor: Cursor, user: User, now: datetime, action: str, record: Kept) -> None:
    """Take a record out of use; raises as `keep` does."""
    by = _STATEMENTS[type(record)]
    record_id = rows.parameters(record)[by.key]
    _before(cursor, user, by, record_id, record.row_version)
    cursor.run(by.retire, **{by.key: record_id}, now=now)
    told = {"retired_at": None}, {"retired_at": now}
    audit.write(cursor, user, now, action, by.record_type, record_id, *told)


def add_value(cursor: Cursor, user: User, now: datetime, action: str, value: IndicatorValue) -> None:
    """Add a value of an indicator, with the audit row."""
    values = rows.parameters(value, without=("row_version",))
    cursor.run("indicator_value_insert", **values, now=now)
    audit.write(cursor, user, now, action, "indicator_value", value.indicator_value_id, None, values)


def retire_value(cursor: Cursor, user: User, now: datetime, action: str, value_id: str) -> None:
    """Take a value out as a mistake, with the audit row."""
    cursor.run("indicator_value_retire", indicator_value_id=value_id, now=now)
    told = {"retired_at": None}, {"retired_at": now}
    audit.write(cursor, user, now, action, "indicator_value", value_id, *told)


def _before(cursor: Cursor, user: User, by: _Statements, record_id: str, row_version: int) -> dict[str, Any]:
    kept = cursor.rows(by.table, region_id=user.region_id)
    before = next((row for row in kept if row[by.key] == record_id), None)
    if before is None:
        raise NotFoundError()
    if before["row_version"] != row_version:
        raise ChangedByOthersError(before)
    return before
