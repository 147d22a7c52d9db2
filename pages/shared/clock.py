"""The time and new ids, taken in one place so that services get them as arguments. Times: UTC, without zone."""

from datetime import UTC, date, datetime

from uuid_utils import uuid7


def now() -> datetime:
    """Return the moment, UTC, without zone: as the database keeps it."""
    return datetime.now(UTC).replace(tzinfo=None)


def today() -> date:
    """Return the day where the user is (the server's own clock)."""
    return datetime.now().astimezone().date()


def new_id() -> str:
    """Return an id for what is made now: a UUIDv7, which begins with the time."""
    return str(uuid7())
