"""Keeps the calls of the support programme and the applications with their costs and schedule."""

from datetime import datetime
from typing import Any

from core.domain.choices import Stage
from core.domain.model import User
from core.domain.programme.support import Application, Call, Cost, Step
from core.domain.programme.support_facts import Pilot
from core.storage import audit, records, rows
from core.storage.database import Cursor


def calls(cursor: Cursor, region_id: str) -> tuple[Call, ...]:
    """Return the calls of a region, the one that closes last first."""
    return tuple(rows.record(Call, row) for row in cursor.rows("support_call_table", region_id=region_id))


def find(cursor: Cursor, application_id: str) -> Application:
    """Return an application with its costs and steps. Raises NotFoundError."""
    return records.find(cursor, Application, application_id, **_parts(cursor, application_id))


def applications(cursor: Cursor, region_id: str) -> tuple[Application, ...]:
    """Return the applications of a region, the one that was changed last first."""
    return tuple(
        rows.record(Application, row, **_parts(cursor, row["application_id"]))
        for row in cursor.rows("support_application_table", region_id=region_id)
    )


def insert(cursor: Cursor, user: User, now: datetime, action: str, new: Application) -> None:
    """Add an application with its parts."""
    records.insert(cursor, user, now, action, new)
    _keep_parts(cursor, new)


def update(cursor: Cursor, user: User, now: datetime, action: str, changed: Application) -> None:
    """Change an application and its parts. Raises NotFoundError, ChangedByOthersError."""
    before = find(cursor, changed.application_id)
    records.update(cursor, user, now, action, changed)
    old, new = _told(before), _told(changed)
    if old == new:
        return
    cursor.run("support_cost_clear", application_id=changed.application_id)
    cursor.run("support_step_clear", application_id=changed.application_id)
    _keep_parts(cursor, changed)
    audit.write(cursor, user, now, action, "support_application", changed.application_id, old, new)


def pilots(cursor: Cursor, region_id: str) -> tuple[Pilot, ...]:
    """Return the synergies of a region that are marked as pilots."""
    found = cursor.rows("support_pilots", region_id=region_id)
    return tuple(Pilot(row["synergy_id"], row["title"], Stage(row["stage"])) for row in found)


def _parts(cursor: Cursor, application_id: str) -> dict[str, Any]:
    costs = cursor.rows("support_cost_of", application_id=application_id)
    steps = cursor.rows("support_step_of", application_id=application_id)
    return {
        "costs": tuple(rows.record(Cost, row) for row in costs),
        "steps": tuple(rows.record(Step, row) for row in steps),
    }


def _keep_parts(cursor: Cursor, application: Application) -> None:
    for name, parts in (
        ("support_cost_insert", application.costs),
        ("support_step_insert", application.steps),
    ):
        for position, one in enumerate(parts, start=1):
            values = rows.parameters(one)
            cursor.run(name, application_id=application.application_id, position=position, **values)


def _told(application: Application) -> dict[str, str]:
    """Return the parts as the trail compares them."""
    return {
        "costs": ";".join(f"{one.item}={one.amount_try}" for one in application.costs),
        "steps": ";".join(f"{one.what}={one.starts_on}/{one.ends_on}" for one in application.steps),
    }
