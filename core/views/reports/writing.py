"""A report as a file: laid out as a document, written as PDF or XLSX, with a name that says what it is."""

from dataclasses import replace
from datetime import date

from core.domain.reports.dossier import SynergyReport
from core.domain.reports.periods import ProgrammeReport
from core.domain.reports.reporting import FileKind, FirmReport
from core.domain.text import fold
from core.i18n import Translator
from core.views.reports import figures, firm, pdf, programme, synergy, workbook
from core.views.reports.document import Document

Report = FirmReport | SynergyReport | ProgrammeReport
MEDIA_TYPES = {
    FileKind.PDF: "application/pdf",
    FileKind.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def document(report: Report, t: Translator) -> Document:
    """Return a report in the words of one language."""
    laid_out = _laid_out(report, t)
    number = t("Report no. {number}", number=report.head.number) if report.head.number else ""
    sections = (*laid_out.sections, figures.changed(report.head, t))
    notices = (*laid_out.notices, *figures.withdrawn(report.head, t))
    return replace(laid_out, number=number, notices=notices, sections=sections)


def _laid_out(report: Report, t: Translator) -> Document:
    if isinstance(report, FirmReport):
        return firm.document(report, t)
    if isinstance(report, SynergyReport):
        return synergy.document(report, t)
    return programme.document(report, t)


def content(report: Report, t: Translator, kind: FileKind) -> bytes:
    """Return a report as PDF or XLSX."""
    laid_out = document(report, t)
    return pdf.content(laid_out, t) if kind is FileKind.PDF else workbook.content(laid_out)


def file_name(said: str, day: date, kind: FileKind) -> str:
    """Return a name for a file: the day and the first words of what it is about, in letters that every system keeps.

    >>> file_name("Şule Çinko Ltd. Şti.", date(2026, 11, 2), FileKind.PDF)
    '2026-11-02-sule-cinko-ltd.pdf'
    """
    words = ("".join(filter(str.isalnum, word)) for word in fold(said).split())
    return "-".join([day.isoformat(), *[word for word in words if word][:3]]) + f".{kind.value}"
