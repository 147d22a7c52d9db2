"""Calendar files read back by the library: whole days, moments in UTC, Turkish letters, stable ids, an alarm."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar

from core.i18n import translator
from core.views import calendar_file
from core.views.calendar_file import Due

NOW = datetime(2026, 11, 23, 4, 15, 9, 123456)
DUE = Due(
    "s1",
    date(2026, 12, 31),
    "Çiğli'de numuneyi sor; ığüşöçİ",
    "Döküm kumu, çimentoya",
    "Döküm A.Ş. → Çimento A.Ş.",
    3,
    datetime(2026, 11, 20, 8),
    "http://localhost/synergies?synergy=s1",
)
T = translator("tr")


def read(content: bytes) -> list[dict[str, object]]:
    calendar = Calendar.from_ical(content)
    return [dict(event.items()) for event in calendar.walk("VEVENT")]


def test_a_date_is_a_whole_day_and_moments_are_utc() -> None:
    content = calendar_file.of([DUE], T, now=NOW)

    (event,) = Calendar.from_ical(content).walk("VEVENT")
    assert event.decoded("dtstart") == date(2026, 12, 31)
    assert event.decoded("dtend") == date(2027, 1, 1)
    assert event.decoded("dtstamp") == datetime(2026, 11, 23, 4, 15, 9, tzinfo=UTC)
    assert b"DTSTART;VALUE=DATE:20261231\r\n" in content
    assert b"DTSTAMP:20261123T041509Z\r\n" in content
    assert b"LAST-MODIFIED:20261120T080000Z\r\n" in content


def test_turkish_letters_commas_and_breaks_come_back_as_they_were() -> None:
    (event,) = read(calendar_file.of([DUE], T, now=NOW))

    assert str(event["SUMMARY"]) == DUE.action
    assert str(event["DESCRIPTION"]) == "Döküm kumu, çimentoya\nDöküm A.Ş. → Çimento A.Ş."
    assert str(event["URL"]) == DUE.link


def test_lines_are_folded_at_75_bytes_without_breaking_a_letter() -> None:
    content = calendar_file.of([replace(DUE, action="ğ" * 200)], T, now=NOW)

    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    (event,) = read(content)
    assert str(event["SUMMARY"]) == "ğ" * 200


def test_a_moved_date_keeps_its_id_and_counts_on() -> None:
    before, after = (
        read(calendar_file.of([one], T, now=NOW))[0]
        for one in (DUE, replace(DUE, on=date(2027, 1, 5), version=4))
    )

    assert str(before["UID"]) == str(after["UID"]) == "s1@simbiyoz"
    assert (before["SEQUENCE"], after["SEQUENCE"]) == (3, 4)


def test_the_alarm_rings_at_eight_in_the_morning_of_the_day() -> None:
    (event,) = Calendar.from_ical(calendar_file.of([DUE], T, now=NOW)).walk("VEVENT")
    (alarm,) = event.walk("VALARM")

    assert alarm.decoded("trigger") == timedelta(hours=8)
    assert str(alarm["ACTION"]) == "DISPLAY"


def test_one_file_holds_all_dates_and_may_be_empty() -> None:
    both = read(calendar_file.of([DUE, replace(DUE, synergy_id="s2")], T, now=NOW))

    assert [str(one["UID"]) for one in both] == ["s1@simbiyoz", "s2@simbiyoz"]
    assert read(calendar_file.of([], T, now=NOW)) == []
