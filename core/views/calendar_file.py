"""Dates of next actions as an iCalendar file (RFC 5545): whole days with an alarm, moved by later files."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from icalendar import Alarm, Calendar, Event, vDuration

from core.i18n import Translate

_ALARM = timedelta(hours=8)  # after the day begins, where the reader is


@dataclass(frozen=True)
class Due:
    """A next action on its day. `changed_at` (UTC, without zone) and `version` tell calendars which is newer."""

    synergy_id: str
    on: date
    action: str
    title: str
    firms: str
    version: int
    changed_at: datetime
    link: str | None = None


def of(dates: Iterable[Due], t: Translate, *, now: datetime) -> bytes:
    """Return a file of dates; a UID stays with its synergy, so that a later file moves it. `now`: UTC, no zone."""
    calendar = Calendar()
    calendar.add("prodid", "-//Simbiyoz//My day//TR")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", t("Simbiyoz: next actions"))
    for one in dates:
        calendar.add_component(_event(one, now))
    return bytes(calendar.to_ical())


def _event(one: Due, now: datetime) -> Event:
    event = Event()
    event.add("uid", f"{one.synergy_id}@simbiyoz")
    event.add("dtstamp", now.replace(tzinfo=UTC, microsecond=0))
    event.add("last-modified", one.changed_at.replace(tzinfo=UTC, microsecond=0))
    event.add("sequence", one.version)
    event.add("dtstart", one.on)
    event.add("dtend", one.on + timedelta(days=1))
    event.add("summary", one.action)
    event.add("description", f"{one.title}\n{one.firms}")
    event.add("transp", "TRANSPARENT")
    if one.link:
        event.add("url", one.link)
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", one.action)
    alarm["trigger"] = vDuration(_ALARM)
    event.add_component(alarm)
    return event
