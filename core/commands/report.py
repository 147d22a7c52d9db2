"""`python -m core report`: writes a report as PDF or XLSX, with the same figures as the page's buttons."""

import argparse
from pathlib import Path

from core.commands.opening import now, opened
from core.domain.model import SYSTEM
from core.domain.numbers import parse_date
from core.domain.reports.reporting import Audience, FileKind, Period, ReportKind
from core.errors import DatabaseHeldError, FileNotWritableError
from core.errors.reports import (
    HeldForReportError,
    PeriodOfRecordError,
    ReportFileError,
    ReportSubjectMissingError,
    SubjectOfProgrammeError,
)
from core.i18n import LANGUAGES, Translator, marked, translator
from core.services import dossiers, programme_reports, reporting
from core.services.indexing import LiveIndex
from core.storage.database import Database
from core.views.reports import writing
from core.views.reports.writing import Report

NAME = "report"
SUMMARY = marked("write a report as PDF or XLSX")


def add(parser: argparse.ArgumentParser, t: Translator) -> None:
    """Add the arguments of this command."""
    parser.add_argument(
        "kind", choices=[kind.value for kind in ReportKind], help=t("what the report is about")
    )
    parser.add_argument(
        "subject",
        nargs="?",
        metavar="ID",
        help=t("the firm's or synergy's id, or its exact name"),
    )
    parser.add_argument(
        "--out", type=Path, required=True, metavar="FILE.pdf|FILE.xlsx", help=t("the file to write")
    )
    parser.add_argument("--from", dest="first", metavar="DAY", help=t("first day of the programme's period"))
    parser.add_argument("--to", dest="last", metavar="DAY", help=t("last day of the programme's period"))
    parser.add_argument("--language", choices=LANGUAGES, default=t.language, help=t("language of the report"))
    parser.add_argument(
        "--outside",
        action="store_true",
        help=t("the copy to hand out, without what is only for the programme's staff"),
    )


def run(args: argparse.Namespace, t: Translator) -> int:
    """Write the file and name it."""
    kind = _file_kind(args.out)
    _check(args)
    audience = Audience.OUTSIDE if args.outside else Audience.INSIDE
    try:
        with opened() as database:
            report = _report(database, args, audience)
    except DatabaseHeldError as error:
        raise HeldForReportError() from error
    content = writing.content(report, translator(args.language), kind)
    try:
        args.out.write_bytes(content)
    except OSError as error:
        raise FileNotWritableError(path=args.out) from error
    print(t("The report is in “{path}”.", path=args.out))
    return 0


def _report(database: Database, args: argparse.Namespace, audience: Audience) -> Report:
    today = now().date()
    if args.kind == ReportKind.PROGRAMME.value:
        last = parse_date(args.last) if args.last else today
        period = Period(parse_date(args.first) if args.first else None, last)
        return programme_reports.programme(database, SYSTEM, period, audience, today=today)
    if args.kind == ReportKind.FIRM.value:
        firm_id = reporting.firm_meant(database, SYSTEM, args.subject)
        index = LiveIndex(
            database, SYSTEM
        ).current()  # the application's own, if it was kept beside the database
        return reporting.firm(database, SYSTEM, index, firm_id, audience, today=today)
    synergy_id = dossiers.synergy_meant(database, SYSTEM, args.subject)
    return dossiers.synergy(database, SYSTEM, synergy_id, audience, today=today)


def _check(args: argparse.Namespace) -> None:
    programme = args.kind == ReportKind.PROGRAMME.value
    if not programme and not args.subject:
        raise ReportSubjectMissingError()
    if programme and args.subject:
        raise SubjectOfProgrammeError(value=args.subject)
    if not programme and (args.first or args.last):
        raise PeriodOfRecordError()


def _file_kind(path: Path) -> FileKind:
    try:
        return FileKind(path.suffix.lower().lstrip("."))
    except ValueError as error:
        raise ReportFileError(path=path) from error
