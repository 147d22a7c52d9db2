"""The append-only trail: who changed which fields of which record, when.

What personal fields held goes to a side table that may be erased; the row keeps only a digest of it.
"""

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import pandas as pd

from core.domain.model import User
from core.storage import rows
from core.storage.database import Cursor

PERSONAL_FIELDS = frozenset(
    "phone email gender informed_on notes next_steps said_by reason revealed_to note given_by "
    "refusal withdrawal decided what".split()
)

_PERSONAL_OF = {  # fields that are personal in these records only
    "contact": frozenset({"name", "task"}),
    "expert": frozenset("name institution fields sectors languages consent_on consent_how".split()),
    "expert_request": frozenset({"asked"}),
}


def write(
    cursor: Cursor,
    user: User,
    now: datetime,
    action: str,
    record_type: str,
    record_id: str,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
) -> None:
    """Add one row; `before` and `after` are column → value of the record, either may be missing."""
    row, values = entry(user, now, action, record_type, record_id, before, after)
    cursor.run("audit_insert", **row)
    if values:
        cursor.run("audit_value_insert", audit_id=row["audit_id"], values_json=values)


def entry(
    user: User,
    now: datetime,
    action: str,
    record_type: str,
    record_id: str,
    before: Mapping[str, Any] | None,
    after: Mapping[str, Any] | None,
) -> tuple[dict[str, Any], str | None]:
    """Return a row of the trail and, as JSON, what personal fields held (None: there are none), without writing."""
    old, new = dict(before or {}), dict(after or {})
    changed = sorted(name for name in old.keys() | new.keys() if old.get(name) != new.get(name))
    personal = {
        name: {"before": old.get(name), "after": new.get(name)}
        for name in changed
        if name in PERSONAL_FIELDS or name in _PERSONAL_OF.get(record_type, ())
    }
    audit_id = rows.new_id()
    values = json.dumps(personal, default=str, ensure_ascii=False, sort_keys=True) if personal else None
    # The id salts the digest: a short value (a phone number) cannot be guessed from it once the side row is erased.
    digest = hashlib.sha256((audit_id + values).encode()).hexdigest() if values else None
    row = {
        "audit_id": audit_id,
        "acted_at": now,
        "user_id": user.user_id,
        "role": user.role.value,
        "action": action,
        "record_type": record_type,
        "record_id": record_id,
        "changed_fields": ";".join(changed),
        "values_digest": digest,
    }
    return row, values


def history(cursor: Cursor, record_type: str, record_id: str) -> pd.DataFrame:
    """Return the trail of one record, newest first: acted_at, user_id, role, action, changed_fields (";" between)."""
    return cursor.frame("audit_history", record_type=record_type, record_id=record_id)


def erase_values(cursor: Cursor, record_type: str, record_id: str) -> None:
    """Erase what the personal fields of a record ever held; the trail of ids and field names stays."""
    cursor.run("audit_value_erase", record_type=record_type, record_id=record_id)
