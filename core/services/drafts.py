"""What somebody has typed but not yet saved, field by field: no lost connection, reload or language switch loses it.

Drafts are not records: they are their author's alone, leave no audit row and do not change the database's version.
"""

import json
from datetime import datetime
from typing import Any

from core.domain.model import User
from core.services.permissions import permitted
from core.storage.database import Database


@permitted
def load(database: Database, user: User, form: str) -> dict[str, Any]:
    """Return the user's draft of a form: field → value (text, number, boolean or list)."""
    with database.reading() as cursor:
        found = cursor.rows("draft_load", user_id=user.user_id, form=form)
    return {row["field"]: json.loads(row["value"]) for row in found}


@permitted
def keep(database: Database, user: User, form: str, field: str, value: Any, *, now: datetime) -> None:
    """Keep one field of the user's draft; `value` must be JSON."""
    with database.writing(changes_records=False) as cursor:
        cursor.run(
            "draft_keep",
            user_id=user.user_id,
            form=form,
            field=field,
            value=json.dumps(value),
            updated_at=now,
        )


@permitted
def discard(database: Database, user: User, form: str) -> None:
    """Forget the user's draft of a form, because it became a record or is not wanted any more."""
    with database.writing(changes_records=False) as cursor:
        cursor.run("draft_discard", user_id=user.user_id, form=form)
