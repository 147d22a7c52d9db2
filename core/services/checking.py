"""Looks whether the database hangs together: what foreign keys would forbid, what conversions have left behind."""

from enum import StrEnum
from math import isclose

import pandas as pd

from core.domain import amounts
from core.domain.model import Resource, User
from core.i18n import marked as m
from core.services.permissions import permitted
from core.storage import rows
from core.storage.database import Cursor, Database


class Problem(StrEnum):
    """What can be wrong; the first two are faults, a code that our lists lack need not be one."""

    ORPHAN = "orphan"
    STALE = "stale"
    UNKNOWN_CODE = "unknown_code"


LABELS = {
    Problem.ORPHAN: m("Names a record that is not there"),
    Problem.STALE: m("Yearly amount does not follow from the quantity"),
    Problem.UNKNOWN_CODE: m("Code is not in our list"),
}
FAULTS = (Problem.ORPHAN, Problem.STALE)


@permitted
def findings(database: Database, user: User) -> pd.DataFrame:  # noqa: ARG001  `permitted` asks for the user
    """Return what does not hang together: problem (a Problem), record_type, record_id, field, value."""
    with database.reading() as cursor:
        orphans = cursor.frame("check_orphans").assign(problem=Problem.ORPHAN)
        codes = cursor.frame("check_codes").assign(problem=Problem.UNKNOWN_CODE)
        stale = pd.DataFrame(_stale(cursor), columns=list(orphans.columns)).assign(problem=Problem.STALE)
    found = pd.concat([frame.astype(object) for frame in (orphans, stale, codes)], ignore_index=True)
    return found[["problem", "record_type", "record_id", "field", "value"]]


@permitted
def counts(database: Database, user: User) -> pd.DataFrame:  # noqa: ARG001  `permitted` asks for the user
    """Return how many rows each table holds: table_name, row_count."""
    with database.reading() as cursor:
        return cursor.frame("check_counts")


def _stale(cursor: Cursor) -> list[dict[str, object]]:
    found: list[dict[str, object]] = []
    for row in cursor.rows("check_resource"):
        kept = row["yearly_amount"], row["yearly_unit"]
        now = tuple(amounts.yearly(rows.record(Resource, row)).values())
        if not _same(kept, now):
            value = f"{kept[0]} {kept[1]} / {now[0]} {now[1]}"
            found.append(
                {
                    "record_type": "resource",
                    "record_id": row["resource_id"],
                    "field": "yearly_amount",
                    "value": value,
                }
            )
    return found


def _same(kept: tuple[object, ...], now: tuple[object, ...]) -> bool:
    if not isinstance(kept[0], float) or not isinstance(now[0], float):
        return kept == now
    return kept[1] == now[1] and isclose(kept[0], now[0], rel_tol=1e-9)
