"""What time it is, read in one place so that services get it as an argument. Times are UTC, without zone."""

from datetime import UTC, date, datetime


def now() -> datetime:
    """Return the moment, UTC, without zone: as the database keeps it."""
    return datetime.now(UTC).replace(tzinfo=None)


def today() -> date:
    """Return the day where the user is (the server's own clock)."""
    return datetime.now().astimezone().date()
