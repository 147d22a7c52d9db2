"""The sample region's good-practice sheet: an invented example, marked so, with the facts of the sample's records."""

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

from core.domain.model import User
from core.domain.synergies.good_practice import TEXTS, Sheet
from core.storage import good_practice, records
from core.storage.database import Cursor

_ACTION = "installing.fill"


def load(cursor: Cursor, user: User, region_id: str, read: Callable[[str], list[dict[str, Any]]]) -> None:
    """Insert what `read` gives of sheets, published on their day."""
    for row in read("good_practice"):
        on = date.fromisoformat(row["published_on"])
        at = datetime.combine(on, time(9))
        texts = {field: row[field] for field in TEXTS}
        sheet = Sheet(row["sheet_id"], region_id, row["synergy_id"], is_sample=True, **texts)
        records.insert(cursor, user, at, _ACTION, sheet)
        good_practice.publish(cursor, user, at, sheet, good_practice.facts(cursor, sheet, on, ()), ())
