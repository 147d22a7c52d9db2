"""Resource cards: list for a reader, add, change, retire, and their photo."""

from datetime import datetime

import pandas as pd

from core.domain import amounts, disclosure
from core.domain.model import Photo, Resource, User
from core.domain.register import photos
from core.domain.register.validation import check_resource
from core.services.permissions import permitted
from core.storage import audit, records, rows, sites
from core.storage.database import Cursor, Database


@permitted
def table(
    database: Database, user: User, *, guest_of: str | None = None, as_guest: bool = False
) -> pd.DataFrame:
    """Return the region's live cards, one row each, as the reader may see them.

    Columns: resource_table.sql and those that `disclosure.cards_for` adds. `as_guest` shows what somebody of the firm
    `guest_of` may see, though staff is signed in.
    """
    reader = disclosure.reader_of(user, as_guest=as_guest, guest_of=guest_of)
    with database.reading() as cursor:
        frame = cursor.frame("resource_table", region_id=user.region_id)
        firms = cursor.frame("firm_table", region_id=user.region_id)
    return disclosure.cards_for(frame, reader, disclosure.crowded_places(firms))


@permitted
def get(database: Database, user: User, resource_id: str) -> Resource:
    """Return one card; raises NotFoundError also for another region's."""
    with database.reading() as cursor:
        return _own(cursor, user, resource_id)


@permitted
def save(database: Database, user: User, resource: Resource, *, now: datetime, new: bool) -> None:
    """Add or change a card; what it amounts to a year is computed here and kept beside what was typed.

    Raises InvalidRecordError, NotFoundError, ChangedByOthersError.
    """
    check_resource(resource)
    with database.writing() as cursor:
        sites.firm_of(cursor, user, resource.site_id)
        if new:
            records.insert(cursor, user, now, "resources.save", resource, **amounts.yearly(resource))
        else:
            _own(cursor, user, resource.resource_id)
            records.update(cursor, user, now, "resources.save", resource, **amounts.yearly(resource))


@permitted
def retire(database: Database, user: User, resource_id: str, row_version: int, *, now: datetime) -> None:
    """Take a card out of use."""
    with database.writing() as cursor:
        _own(cursor, user, resource_id)
        records.retire(cursor, user, now, "resources.retire", Resource, resource_id, row_version)


@permitted
def history(database: Database, user: User, resource_id: str) -> pd.DataFrame:
    """Return who changed which fields of a card when (columns: audit.history)."""
    with database.reading() as cursor:
        _own(cursor, user, resource_id)
        return audit.history(cursor, "resource", resource_id)


@permitted
def save_photo(database: Database, user: User, resource_id: str, content: bytes, *, now: datetime) -> None:
    """Keep a picture of a card, re-encoded (no metadata, at most 1280 pixels a side). Raises UnreadablePhotoError."""
    photo = photos.encoded(resource_id, content)
    with database.writing() as cursor:
        _own(cursor, user, resource_id)
        cursor.run("photo_keep", **rows.parameters(photo), updated_at=now)
        audit.write(
            cursor,
            user,
            now,
            "resources.save_photo",
            "resource",
            resource_id,
            {},
            {"photo": len(photo.content)},
        )


@permitted
def photo(
    database: Database, user: User, resource_id: str, *, guest_of: str | None = None, as_guest: bool = False
) -> Photo | None:
    """Return the picture of a card if it has one and the reader may see it."""
    cards = table(database, user, guest_of=guest_of, as_guest=as_guest)
    if not cards.loc[cards["resource_id"] == resource_id, "has_photo"].any():
        return None
    with database.reading() as cursor:
        row = cursor.row("photo_get", resource_id=resource_id)
    return rows.record(Photo, row) if row else None


def _own(cursor: Cursor, user: User, resource_id: str) -> Resource:
    card = records.find(cursor, Resource, resource_id)
    sites.firm_of(cursor, user, card.site_id)
    return card
