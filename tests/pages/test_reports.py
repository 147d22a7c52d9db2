"""Reports on pages: buttons for who may have them, and a report that is issued stays in the list with its number."""

import pytest

from core.domain.choices import Role
from core.domain.reports.reporting import ReportKind
from core.services import issuing
from pages.shared import cache, session
from tests.pages.conftest import OpenPage

REPORTS = {"impact_section": "reports"}


def test_the_programmes_report_is_offered_to_staff_and_issued_by_managers_only(open_page: OpenPage) -> None:
    advisor = open_page("impact", Role.ADVISOR, "tr", REPORTS)
    assert [one.label for one in advisor.get("download_button")][:2] == [
        "Raporu PDF olarak indir",
        "Raporu XLSX olarak indir",
    ]
    assert not any(one.key == "impact.report.issue" for one in advisor.button)
    participant = open_page("impact", Role.PARTICIPANT, "tr", REPORTS)
    assert len(participant.get("download_button")) == 0


@pytest.mark.usefixtures("own_copy")
def test_an_issued_report_is_kept_with_a_number_and_listed(open_page: OpenPage) -> None:
    at = open_page("impact", Role.MANAGER, "tr", REPORTS)

    at.button(key="impact.report.issue").click().run()

    assert not at.exception
    kept = issuing.table(cache.database(), session.DEMO_USERS[Role.MANAGER])
    assert [(one.number, one.kind) for one in kept] == [(1, ReportKind.PROGRAMME)]
    assert any(one.value.startswith("Rapor no. 1 · ") for one in at.caption)


@pytest.mark.usefixtures("own_copy")
def test_a_manager_withdraws_a_report_with_a_reason_and_it_stays_listed(open_page: OpenPage) -> None:
    at = open_page("impact", Role.MANAGER, "tr", REPORTS)
    at.button(key="impact.report.issue").click().run()

    at.button(key="impact.report.withdraw.1").click().run()
    assert len(at.error) == 1
    at.text_area(key="impact.report.withdraw.1.reason").set_value("Dönem yanlış <b>").run()
    at.button(key="impact.report.withdraw.1").click().run()

    assert not at.exception
    kept = issuing.table(cache.database(), session.DEMO_USERS[Role.MANAGER])
    assert [one.withdrawal for one in kept] == ["Dönem yanlış <b>"]
    assert any(one.value.startswith("Rapor no. 1 · ") for one in at.caption)
    assert any("geri çekti\\: Dönem yanlış" in one.value for one in at.markdown)
    assert not any(one.key == "impact.report.withdraw.1" for one in at.button)


def test_a_firms_report_is_offered_in_the_register(open_page: OpenPage) -> None:
    at = open_page("register", Role.ADVISOR, "en", {"register_part": "report"}, firm="formula")

    assert [one.label for one in at.get("download_button")][:2] == ["Report as PDF", "Report as XLSX"]
