"""Finds what is counted, placed and targeted by zone."""

import pandas as pd

from core.domain.programme.indicators import CountedAs
from core.domain.programme.zones import ZoneTarget
from core.storage import rows
from core.storage.database import Cursor


def counts(cursor: Cursor, region_id: str) -> dict[str, dict[CountedAs, float]]:
    """Return by zone_id what the records count (zone_counts.sql)."""
    return {
        row["zone_id"]: {
            CountedAs(name): float(value or 0) for name, value in row.items() if name != "zone_id"
        }
        for row in cursor.rows("zone_counts", region_id=region_id)
    }


def synergies(cursor: Cursor, region_id: str) -> pd.DataFrame:
    """Return every synergy with the zone of each side (view synergy_place)."""
    return cursor.frame("zone_synergies", region_id=region_id)


def opportunities(cursor: Cursor, region_id: str) -> pd.DataFrame:
    """Return every eco-efficiency opportunity with its firm and zone."""
    return cursor.frame("opportunity_table", region_id=region_id)


def targets(cursor: Cursor, region_id: str) -> list[ZoneTarget]:
    """Return what the region's zones want to reach."""
    return [rows.record(ZoneTarget, row) for row in cursor.rows("zone_target_table", region_id=region_id)]
