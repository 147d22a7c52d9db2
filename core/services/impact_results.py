"""The region's impact: what counts by measure, basis and year, with the computed estimates beside it."""

from datetime import date

import pandas as pd

from core.domain.impact.frames import Results
from core.domain.model import User
from core.domain.synergies import stage_times as times
from core.services.impact_kept import KeptImpact
from core.services.permissions import permitted
from core.storage.database import Database


@permitted
def of_region(database: Database, user: User, *, today: date, kept: KeptImpact | None = None) -> Results:
    """Return what the region's ledger comes to today, and what is only computed.

    With what was `kept` of the region only what changed since is read and computed; the figures are the same.
    """
    if kept is None or kept.region_id != user.region_id:
        kept = KeptImpact(database, user.region_id)
    return kept.current(today)


@permitted
def stage_times(database: Database, user: User, *, today: date) -> pd.DataFrame:
    """Return how long synergies stay in each stage (columns: core.domain.synergies.stage_times.stage_times)."""
    with database.reading() as cursor:
        return times.stage_times(cursor.frame("synergy_stage_table", region_id=user.region_id), today)


@permitted
def drop_outs(database: Database, user: User) -> pd.DataFrame:
    """Return why synergies stalled or were dropped (columns: core.domain.synergies.stage_times.drop_outs)."""
    with database.reading() as cursor:
        return times.drop_outs(cursor.frame("synergy_stage_table", region_id=user.region_id))
