"""Issues reports: gives them a number and keeps them, figures and files, as they left the house."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from core.domain.findings import reason_given
from core.domain.model import User
from core.domain.reports import issued
from core.domain.reports.dossier import SynergyReport
from core.domain.reports.issued import Issued
from core.domain.reports.periods import ProgrammeReport
from core.domain.reports.reporting import Audience, Correction, FileKind, FirmReport, ReportKind
from core.errors import NotFoundError
from core.services.permissions import permitted
from core.storage import reports
from core.storage.database import Database

Report = FirmReport | SynergyReport | ProgrammeReport


@permitted
def issue(
    database: Database,
    user: User,
    report: Report,
    language: str,
    write: Callable[[Report, FileKind], bytes],
    *,
    report_id: str,
    now: datetime,
) -> Issued:
    """Give a report its number, keep it with its files as `write` makes them, and return what is kept.

    Firms' and synergies' reports get here what changed since they were last issued; a programme's has it already. All
    get here which were withdrawn since.
    """
    with database.writing(changes_cards=False) as cursor:
        kind, subject_id, title = _about(report)
        kept = reports.issued(cursor, user.region_id)
        corrections = report.head.corrections or _changes(kind, subject_id, report, kept)
        number = reports.next_number(cursor, user.region_id)
        withdrawn = issued.withdrawn(_same(kept, kind, subject_id, report.head.audience))
        head = replace(report.head, number=number, corrections=corrections, withdrawn=withdrawn)
        numbered = replace(report, head=head)
        period = report.period if isinstance(report, ProgrammeReport) else None
        one = Issued(
            issued_report_id=report_id,
            number=number,
            kind=kind,
            subject_id=subject_id,
            title=title,
            audience=report.head.audience,
            language=language,
            first=period.first if period else None,
            last=period.last if period else None,
            figures={figure.key: figure for figure in report.figures()},
            restated=_restated(corrections),
            issued_by=user.name,
            issued_at=now,
        )
        reports.keep(
            cursor, user, now, one, {file_kind: write(numbered, file_kind) for file_kind in FileKind}
        )
    return one


@permitted
def table(database: Database, user: User) -> tuple[Issued, ...]:
    """Return the region's issued reports, newest first."""
    with database.reading() as cursor:
        return reports.issued(cursor, user.region_id)


@permitted
def content(database: Database, user: User, issued_report_id: str, kind: FileKind) -> bytes:
    """Return a file of an issued report, byte by byte as it was issued. Raises NotFoundError."""
    with database.reading() as cursor:
        return reports.content(cursor, user.region_id, issued_report_id, kind)


@permitted
def withdraw(
    database: Database, user: User, issued_report_id: str, reason: str, *, on: date, now: datetime
) -> None:
    """Withdraw an issued report: it stays with its files, and the next one of its kind names it with the reason.

    Raises InvalidRecordError without a reason, NotFoundError where there is none or it is withdrawn already.
    """
    told = reason_given(reason)
    with database.writing(changes_cards=False) as cursor:
        known = {one.issued_report_id for one in issued.standing(reports.issued(cursor, user.region_id))}
        if issued_report_id not in known:
            raise NotFoundError()
        reports.withdraw(cursor, user, now, issued_report_id, told, on)


def _about(report: Report) -> tuple[ReportKind, str | None, str]:
    if isinstance(report, FirmReport):
        return ReportKind.FIRM, report.firm.firm_id, report.firm.name
    if isinstance(report, SynergyReport):
        return ReportKind.SYNERGY, report.synergy_id, report.title
    return ReportKind.PROGRAMME, None, report.head.region_en


def _changes(
    kind: ReportKind,
    subject_id: str | None,
    report: Report,
    kept: tuple[Issued, ...],
) -> tuple[Correction, ...]:
    if kind is ReportKind.PROGRAMME:
        return ()
    same = issued.standing(_same(kept, kind, subject_id, report.head.audience))
    now = {figure.key: figure for figure in report.figures()}
    return issued.corrections(same[0], same[0].figures, now) if same else ()


def _same(
    kept: tuple[Issued, ...], kind: ReportKind, subject_id: str | None, audience: Audience
) -> tuple[Issued, ...]:
    return tuple(
        one for one in kept if (one.kind, one.subject_id, one.audience) == (kind, subject_id, audience)
    )


def _restated(corrections: tuple[Correction, ...]) -> dict[str, dict[str, float | None]]:
    found: dict[str, dict[str, float | None]] = defaultdict(dict)
    for one in corrections:
        found[one.issued_report_id][one.figure.key] = one.value
    return dict(found)
