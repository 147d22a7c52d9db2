"""The errors of reports: which record, which file, which period."""

from core.errors import SimbiyozError


class HeldForReportError(SimbiyozError):
    message = (
        "The database is in use by the running application. Its pages give the same report: “Register” and “Visit” a "
        "firm's, “Synergies” a synergy's, “Impact” the programme's. Or stop it first."
    )


class ReportFileError(SimbiyozError):
    message = "“{path}” is neither a PDF nor an XLSX file. Give a name that ends in .pdf or .xlsx."


class ReportSubjectMissingError(SimbiyozError):
    message = "Say which firm or synergy: its id or its exact name."


class NoSuchSubjectError(SimbiyozError):
    message = "“{value}” is neither the id nor the exact name of a record of this region."


class SubjectOfProgrammeError(SimbiyozError):
    message = "“{value}”: the programme's report takes no id."


class PeriodOfRecordError(SimbiyozError):
    message = "A firm's or synergy's report has no period: leave --from and --to out."
