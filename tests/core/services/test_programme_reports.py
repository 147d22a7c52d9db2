"""The programme's report: the overview's numbers, cut to a period; and what issued reports told otherwise."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from core.domain.choices import Role, Stage
from core.domain.model import Synergy, User, Visit
from core.domain.programme.indicators import CountedAs, Indicator, IndicatorUnit, Reached
from core.domain.reports.periods import ProgrammeReport
from core.domain.reports.reporting import Audience, FileKind, Period
from core.errors import InvalidRecordError, NotFoundError, NotPermittedError, WrongDateOrderError
from core.i18n import translator
from core.services import issuing, overview, programme_reports, synergies, visits
from core.storage.database import Database
from core.views.reports import writing
from core.views.reports.writing import Report
from tests.core.services.conftest import ADVISOR, NOW, STRANGER, TODAY
from tests.reading import sheets, text_of

MANAGER = User("manager", "Mert", Role.MANAGER)
OCTOBER = Period(date(2026, 10, 1), date(2026, 10, 31))
LATER = date(2026, 12, 1)


@pytest.fixture
def busy(database: Database) -> Database:
    """Two visits, one of them in October, and two synergies: one that came as far as a sample in October."""
    for day in (date(2026, 9, 30), date(2026, 10, 1)):
        visits.start(database, ADVISOR, Visit(f"v{day.day}", "foundry-site", "advisor", day), now=NOW)
    for name, day in (("a", date(2026, 9, 1)), ("b", date(2026, 10, 31))):
        made = Synergy(name, "izmir", f"Kum {name}", "foundry", "cement", stage_since=day)
        synergies.record(database, ADVISOR, made, now=NOW)
    steps = ((Stage.CONTACTED, date(2026, 10, 2)), (Stage.SAMPLE, date(2026, 10, 20)))
    for version, (stage, day) in enumerate(steps, start=1):
        now = NOW + timedelta(minutes=version)
        synergies.move(database, ADVISOR, "a", stage, version, on=day, now=now, all_the_same=True)
    return database


def report(
    database: Database, period: Period = OCTOBER, audience: Audience = Audience.INSIDE, today: date = LATER
) -> ProgrammeReport:
    return programme_reports.programme(database, ADVISOR, period, audience, today=today)


def writer(language: str = "tr") -> Callable[[Report, FileKind], bytes]:
    return lambda found, kind: writing.content(found, translator(language), kind)


def issue(database: Database, found: ProgrammeReport, report_id: str, day: int) -> int:
    now = datetime(2026, 12, day, 9)
    return issuing.issue(database, MANAGER, found, "tr", writer(), report_id=report_id, now=now).number


def test_a_period_counts_what_happened_from_its_first_to_its_last_day(busy: Database) -> None:
    found = report(busy)

    assert found.numbers["visits"] == 1
    assert found.numbers["new_synergies"] == 1
    assert found.numbers["synergies"] == 2
    stages = {row.stage: (row.reached, row.firms, row.entered, row.here) for row in found.stages}
    assert stages[Stage.IDEA] == (2, 2, 1, 1)
    assert stages[Stage.CONTACTED] == (1, 2, 1, 0)
    assert stages[Stage.MEETING] == (1, 2, 0, 0), "who sent a sample has met, though nobody wrote it down"
    assert stages[Stage.SAMPLE] == (1, 2, 1, 1)
    assert stages[Stage.RUNNING] == (0, 0, 0, 0)


def test_what_came_after_the_period_is_not_in_it(busy: Database) -> None:
    found = report(busy, Period(None, date(2026, 10, 1)))

    assert (found.numbers["visits"], found.numbers["synergies"]) == (2, 1)
    assert {row.stage: row.reached for row in found.stages}[Stage.CONTACTED] == 0


def test_from_the_beginning_until_today_the_report_tells_the_overviews_numbers(busy: Database) -> None:
    found = report(busy, Period(None, TODAY), today=TODAY)
    shown = overview.of_region(busy, ADVISOR)

    for name in (
        "firms",
        "haves",
        "wants",
        "synergies",
        "visited_firms",
        "workshops",
        "participants",
        "women",
        "men",
    ):
        assert found.numbers[name] == shown.numbers[name], name
    reached = {row.stage.value: (row.reached, row.firms) for row in found.stages}
    assert reached == {
        row["stage"]: (row["synergies"], row["firms"]) for row in shown.reached.to_dict("records")
    }


def test_a_period_ends_today_at_the_latest_and_not_before_it_begins(busy: Database) -> None:
    assert report(busy, Period(None, LATER), today=TODAY).period.last == TODAY
    with pytest.raises(WrongDateOrderError):
        report(busy, Period(date(2026, 11, 1), date(2026, 10, 1)))


def test_pdf_and_workbook_tell_the_figures_of_the_report(busy: Database) -> None:
    found = report(busy)
    said = text_of(writing.content(found, translator("tr"), FileKind.PDF))
    cells = sheets(writing.content(found, translator("tr"), FileKind.XLSX))

    assert "01.10.2026 – 31.10.2026" in said
    assert "Numune gönderildi 1 2 1 1" in said
    assert ("Numune gönderildi", 1, 2, 1, 1) in cells["Aşamalar"]
    assert "Yeni potansiyel sinerjiler 1" in said
    first = next(iter(cells.values()))
    assert ("Yeni potansiyel sinerjiler", 1) in {row[:2] for row in first}


def test_units_of_indicators_are_words_of_the_readers_language(busy: Database) -> None:
    women = Indicator(
        "w", 1, "Kadın katılımcı", "Women", "", "", IndicatorUnit.PEOPLE, CountedAs.ENTERED, target=4
    )
    found = replace(report(busy), indicators=(Reached(women, 2.0),))

    assert "Kadın katılımcı kişi" in text_of(writing.content(found, translator("tr"), FileKind.PDF))
    assert "Women people" in text_of(writing.content(found, translator("en"), FileKind.PDF))


def test_an_issued_report_keeps_its_number_and_its_files_byte_by_byte(busy: Database) -> None:
    found = report(busy)
    assert (issue(busy, found, "r1", 1), issue(busy, found, "r2", 2)) == (1, 2)

    kept = issuing.content(busy, ADVISOR, "r1", FileKind.PDF)
    assert "Rapor no. 1" in text_of(kept)
    assert kept == issuing.content(busy, ADVISOR, "r1", FileKind.PDF)
    assert issuing.content(busy, ADVISOR, "r1", FileKind.XLSX).startswith(b"PK")
    newest = issuing.table(busy, ADVISOR)[0]
    assert (newest.number, newest.first, newest.last) == (2, OCTOBER.first, OCTOBER.last)
    assert newest.figures["entered/sample"].value == 1.0


def test_what_changes_after_a_report_was_issued_is_a_correction_in_the_next_one_only(busy: Database) -> None:
    issue(busy, report(busy), "r1", 1)
    assert report(busy).head.corrections == ()
    visits.start(busy, ADVISOR, Visit("late", "cement-site", "advisor", date(2026, 10, 5)), now=NOW)
    november = Period(date(2026, 11, 1), date(2026, 11, 30))

    found = report(busy, november)

    told = {(one.number, one.figure.key): (one.figure.value, one.value) for one in found.head.corrections}
    # the cement plant is known since its first visit now, no longer only since it was entered in November
    assert told == {
        (1, "number/firms"): (1.0, 2.0),
        (1, "number/visits"): (1.0, 2.0),
        (1, "number/visited_firms"): (1.0, 2.0),
    }
    said = text_of(writing.content(found, translator("tr"), FileKind.PDF))
    assert "1 01.12.2026 01.10.2026 – 31.10.2026 Ziyaretler 1 2" in said.replace("31.10. 2026", "31.10.2026")
    issue(busy, found, "r2", 2)
    assert report(busy, november).head.corrections == (), "what was corrected once is known"


def test_copies_inside_and_outside_are_corrected_apart(busy: Database) -> None:
    issue(busy, report(busy), "r1", 1)
    visits.start(busy, ADVISOR, Visit("late", "foundry-site", "advisor", date(2026, 10, 5)), now=NOW)

    assert report(busy, audience=Audience.OUTSIDE).head.corrections == ()
    assert len(report(busy).head.corrections) == 1


def withdraw(database: Database, report_id: str, day: int, user: User = MANAGER) -> None:
    now = datetime(2026, 12, day, 12)
    issuing.withdraw(database, user, report_id, " Yanlış dönem ", on=now.date(), now=now)


def test_a_withdrawn_report_stays_with_its_files_and_the_next_one_names_it_once(busy: Database) -> None:
    issue(busy, report(busy), "r1", 1)
    issue(busy, report(busy), "r2", 2)
    withdraw(busy, "r1", 3)

    gone = issuing.table(busy, ADVISOR)[1]
    assert (gone.number, gone.withdrawn_on, gone.withdrawal) == (1, date(2026, 12, 3), "Yanlış dönem")
    assert "Rapor no. 1" in text_of(issuing.content(busy, ADVISOR, "r1", FileKind.PDF))
    issue(busy, report(busy), "r3", 4)
    told = text_of(issuing.content(busy, ADVISOR, "r3", FileKind.PDF))
    first_sheet = next(iter(sheets(issuing.content(busy, ADVISOR, "r3", FileKind.XLSX)).values()))
    assert "01.12.2026 tarihli 1 no.lu rapor 03.12.2026 tarihinde geri çekildi: Yanlış dönem" in told
    assert any("1 no.lu rapor" in str(row[0]) for row in first_sheet)
    issue(busy, report(busy), "r4", 5)
    assert "geri çekildi" not in text_of(issuing.content(busy, ADVISOR, "r4", FileKind.PDF))


def test_a_withdrawn_report_owes_no_corrections_and_what_it_corrected_is_owed_again(busy: Database) -> None:
    issue(busy, report(busy), "r1", 1)
    visits.start(busy, ADVISOR, Visit("late", "foundry-site", "advisor", date(2026, 10, 5)), now=NOW)
    november = Period(date(2026, 11, 1), date(2026, 11, 30))
    issue(busy, report(busy, november), "r2", 2)
    assert report(busy, november).head.corrections == ()

    withdraw(busy, "r2", 3)
    told = [(one.number, one.figure.key, one.value) for one in report(busy, november).head.corrections]
    assert told == [(1, "number/visits", 2.0)]

    withdraw(busy, "r1", 4)
    assert report(busy, november).head.corrections == ()


def test_a_report_is_withdrawn_once_by_a_manager_of_its_region_with_a_reason(busy: Database) -> None:
    issue(busy, report(busy), "r1", 1)
    with pytest.raises(NotPermittedError):
        withdraw(busy, "r1", 2, ADVISOR)
    with pytest.raises(NotFoundError):
        withdraw(busy, "r1", 2, replace(MANAGER, region_id="bursa"))
    with pytest.raises(InvalidRecordError):
        issuing.withdraw(busy, MANAGER, "r1", "  ", on=LATER, now=NOW)

    withdraw(busy, "r1", 2)

    with pytest.raises(NotFoundError):
        withdraw(busy, "r1", 3)


def test_only_a_manager_issues_and_only_the_region_sees_what_was_issued(busy: Database) -> None:
    found = report(busy)
    with pytest.raises(NotPermittedError):
        issuing.issue(busy, ADVISOR, found, "tr", writer(), report_id="r", now=NOW)
    issue(busy, found, "r1", 1)
    assert issuing.table(busy, STRANGER) == ()
    with pytest.raises(NotFoundError):
        issuing.content(busy, replace(MANAGER, region_id="bursa"), "r1", FileKind.PDF)
