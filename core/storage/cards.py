"""Cards as they are read for suggestions: what the ranking knows of them, and what a reader may see of them."""

from datetime import date

import pandas as pd

from core.domain import disclosure
from core.domain.choices import Direction, Kind
from core.domain.disclosure import Reader
from core.domain.frames import records
from core.domain.matching.cards import Card, parse_nace
from core.domain.matching.explaining import joined
from core.domain.register import quality
from core.errors import NotFoundError
from core.storage.database import Cursor


def to_rank(cursor: Cursor, region_id: str, resource_id: str | None = None) -> tuple[Card, ...]:
    """Return a region's live cards that are not drafts and have something left, or one, as the ranking sees them, by
    id. Their amount is what running synergies leave."""
    found = cursor.rows("card_table", region_id=region_id, resource_id=resource_id)
    return tuple(
        Card(
            id=row["resource_id"],
            direction=Direction(row["direction"]),
            name=row["name"],
            kind=Kind(row["kind"]),
            description=joined([row["description"], row["composition"]]),
            firm_id=row["firm_id"],
            activity=row["activity"] or "",
            nace=parse_nace(row["nace"] or ""),
            waste_codes=tuple((row["waste_codes"] or "").split(";")) if row["waste_codes"] else (),
            amount=row["yearly_amount"],
            amount_unit=row["yearly_unit"],
            lat=row["lat"],
            lon=row["lon"],
            zone=row["zone_id"],
            months=tuple(sorted(int(month) for month in (row["months"] or "").split(";") if month)),
        )
        for row in found
    )


def one_seen_by(
    cursor: Cursor, region_id: str, reader: Reader, resource_id: str
) -> tuple[Card, pd.DataFrame]:
    """Return a card, which may be a draft, and what `seen_by` returns. Raises NotFoundError where he may not see it."""
    seen = seen_by(cursor, region_id, reader)
    found = to_rank(cursor, region_id, resource_id)
    if resource_id not in seen.index or not found:
        raise NotFoundError()
    return found[0], seen


def fingerprints(cursor: Cursor, region_id: str) -> pd.Series:
    """Return by id one number for all that `to_rank` tells of each card: it changes when any of it does."""
    frame = cursor.frame("card_fingerprint", region_id=region_id)
    return frame.set_index("resource_id")["fingerprint"].astype("uint64")


def seen_by(cursor: Cursor, region_id: str, reader: Reader) -> pd.DataFrame:
    """Return the cards that a reader may see as he may see them, by resource_id; what a card lacks is told to all.

    `yearly_amount` is what running synergies leave of it, `whole_amount` all of it.
    """
    frame = cursor.frame("resource_table", region_id=region_id)
    firms = cursor.frame("firm_table", region_id=region_id)
    lacks = [tuple(gap.value for gap in quality.missing(row)) for row in records(frame)]
    frame = frame.rename(columns={"yearly_amount": "whole_amount", "remaining_amount": "yearly_amount"})
    frame["missing"] = pd.Series(lacks, index=frame.index, dtype=object)
    seen = disclosure.cards_for(frame, reader, disclosure.crowded_places(firms))
    return seen.set_index("resource_id", drop=False)


def permits_known(
    cursor: Cursor, region_id: str, reader: Reader, sites: pd.DataFrame, today: date
) -> dict[str, set[str]]:
    """Return by site the waste codes it has a permit for: of all `sites` for staff, of the own firm's for others.

    `sites` has the columns site_id and firm_id; a site without a permit has an empty set, one that is not for the
    reader is missing.
    """
    known = sites if reader.is_staff else sites[sites["firm_id"] == reader.firm_id]
    found: dict[str, set[str]] = {site_id: set() for site_id in known["site_id"].dropna()}
    for row in cursor.rows("site_permit_table", region_id=region_id, today=today):
        if row["site_id"] in found:
            found[row["site_id"]].add(row["waste_code"])
    return found
