"""What the signed-in person owes: next actions by date, synergies gone silent, cards that lack something, open visits.

`everybody` asks for the whole region instead of what the person owns; each list is cut at `most` by the database.
"""

from datetime import date
from typing import Any

import pandas as pd

from core.domain import settings
from core.domain.model import User
from core.domain.settings import Name, Setting
from core.domain.synergies.my_day import Bucket, Counts, sunday_of
from core.services.permissions import permitted
from core.storage import rows
from core.storage.database import Cursor, Database


@permitted
def counts(database: Database, user: User, *, today: date, everybody: bool) -> Counts:
    """Return how much the person owes of each kind."""
    with database.reading() as cursor:
        found = cursor.rows("my_day_buckets", **_asked(cursor, user, today, everybody))
        owner = {"region_id": user.region_id, "owner_id": None if everybody else user.user_id}
        cards = cursor.row("my_day_cards", **owner, most=1) or {}
        visits = cursor.row("my_day_visits", **owner, most=1) or {}
    kept = {Bucket(row["bucket"]): int(row["synergies"]) for row in found}
    buckets = {bucket: kept.get(bucket, 0) for bucket in Bucket}
    return Counts(buckets, int(cards.get("found", 0)), int(visits.get("found", 0)))


@permitted
def synergies(
    database: Database, user: User, *, today: date, everybody: bool, buckets: tuple[Bucket, ...], most: int
) -> pd.DataFrame:
    """Return the synergies of some buckets, longest due or silent first (columns: my_day_synergies.sql).

    `due_or_since` is the day of the next action, else the last day on which something happened.
    """
    with database.reading() as cursor:
        asked = _asked(cursor, user, today, everybody)
        return cursor.frame(
            "my_day_synergies", **asked, buckets=[bucket.value for bucket in buckets], most=most
        )


@permitted
def cards(database: Database, user: User, *, everybody: bool, most: int) -> pd.DataFrame:
    """Return cards that lack what a suggestion needs, or are drafts (columns: my_day_cards.sql).

    `lacks` lists gaps (core.domain.register.quality.Gap); `found` is how many there are. Those of firms in somebody's
    followed synergies or visits come first; for one person only those of his or her own firms.
    """
    with database.reading() as cursor:
        return cursor.frame(
            "my_day_cards",
            region_id=user.region_id,
            owner_id=None if everybody else user.user_id,
            most=most,
        )


@permitted
def open_visits(database: Database, user: User, *, everybody: bool, most: int) -> pd.DataFrame:
    """Return visits that were never closed, oldest first (columns: my_day_visits.sql; `found`: how many)."""
    with database.reading() as cursor:
        return cursor.frame(
            "my_day_visits",
            region_id=user.region_id,
            owner_id=None if everybody else user.user_id,
            most=most,
        )


def _asked(cursor: Cursor, user: User, today: date, everybody: bool) -> dict[str, Any]:
    kept = {row["name"]: row for row in cursor.rows("setting_table", region_id=user.region_id)}
    silent = kept.get(Name.SILENT_DAYS.value)
    return {
        "region_id": user.region_id,
        "owner_id": None if everybody else user.user_id,
        "today": today,
        "sunday": sunday_of(today),
        "silent_days": settings.silent_days(rows.record(Setting, silent) if silent else None),
    }
