"""Every error of the application: an English template plus values, so that it can be said in the user's language."""

from collections.abc import Callable


class SimbiyozError(Exception):
    """Base of all errors whose text may be shown to a user; `message` is a template for the translator."""

    message = "Something went wrong."

    def __init__(self, **values: object) -> None:
        self.values = values
        super().__init__(self.message.format(**values))

    def text(self, t: Callable[..., str]) -> str:
        """Return the sentence in the language of the translator `t`."""
        return t(self.message, **self.values)


class NotPermittedError(SimbiyozError):
    message = "Your role does not allow this."


class NotFoundError(SimbiyozError):
    message = "This record is not there any more."


class ChangedByOthersError(SimbiyozError):
    """Somebody saved the same record first; `newer` holds the values now stored, by field."""

    message = "Somebody else has changed this record in the meantime. Compare the newer values with yours."

    def __init__(self, newer: dict[str, object]) -> None:
        super().__init__()
        self.newer = newer


class InvalidRecordError(SimbiyozError):
    """One or more fields hold a wrong value; `findings` maps the field to the error that says what is expected."""

    message = "Some fields need your attention."

    def __init__(self, findings: dict[str, SimbiyozError]) -> None:
        super().__init__()
        self.findings = findings


class MissingValueError(SimbiyozError):
    message = "This must be filled in."


class TooLongError(SimbiyozError):
    message = "At most {limit} characters, please."


class UnknownChoiceError(SimbiyozError):
    message = "“{value}” is not one of the choices."


class OutOfRangeError(SimbiyozError):
    message = "Expected a number between {low} and {high}."


class DatabaseFromTheFutureError(SimbiyozError):
    message = "This database was made by a newer version of Simbiyoz ({name}). Please update the program."


class DatabaseHeldError(SimbiyozError):
    message = (
        "The database is in use by the running application. "
        "Use the pages “Data exchange” and “Administration” for this, or stop it first."
    )


class DatabaseUnreadableError(SimbiyozError):
    message = "“{path}” is not a Simbiyoz database."


class DatabaseMissingError(SimbiyozError):
    message = "There is no database at “{path}”. Make one with: python -m core init"


class DatabaseExistsError(SimbiyozError):
    message = "“{path}” exists already and is left untouched."


class NegativeNumberError(SimbiyozError):
    message = "Expected a number of zero or more."


class WrongDateOrderError(SimbiyozError):
    message = "The end lies before the beginning."


class UnreadablePhotoError(SimbiyozError):
    message = "This picture cannot be read. Please use a JPEG, PNG or WebP file of at most {limit} MB."


class FileMissingError(SimbiyozError):
    message = "The file “{path}” cannot be opened."


class FileNotWritableError(SimbiyozError):
    message = "The file “{path}” cannot be written."


class NotATableError(SimbiyozError):
    message = "“{path}” is not a text table. Save it as CSV and try again."


class UnreadableEncodingError(SimbiyozError):
    message = "The letters of “{path}” cannot be read. Save it as CSV in UTF-8 or Windows-1254."


class MissingColumnsError(SimbiyozError):
    message = "These columns are missing: {columns}."


class RowTooLongError(SimbiyozError):
    message = "Line {line} has {found} cells, but there are {expected} columns."


class EmptyCellError(SimbiyozError):
    message = "Line {line}: the column “{column}” must not be empty."


class UnknownDirectionError(SimbiyozError):
    message = "Line {line}: the direction “{value}” is not known. Expected “have” or “want”."


class DuplicateIdError(SimbiyozError):
    message = "The id “{id}” stands in the file more than once."


class WrongTopError(SimbiyozError):
    message = "“{value}” is not a number of suggestions. Expected 1 or more, or “all”."


class NotANumberError(SimbiyozError):
    message = "“{value}” is not a number. Expected for example 1,250.5 or 1.250,5."


class AmbiguousNumberError(SimbiyozError):
    message = "“{value}” can be read in two ways. Is it thousands or decimals? Write it without a thousands separator."


class NotADateError(SimbiyozError):
    message = "“{value}” is not a date. Expected for example 22.11.2026 or 2026-11-22."


class AmbiguousDateError(SimbiyozError):
    message = "“{value}” can be read in two ways: which is the month? Write it as 22.11.2026 or 2026-11-22."


class NotAWasteCodeError(SimbiyozError):
    message = "“{value}” is not a waste code. Expected six digits, for example 10 09 08."


class UnknownWasteCodeError(SimbiyozError):
    message = "The waste code {value} is not in the list of wastes."


class NotATaxNumberError(SimbiyozError):
    message = "Expected a tax number of 10 digits (VKN), or 11 digits for a person."


class WrongTaxNumberError(SimbiyozError):
    message = "The check digit of this tax number does not fit. Please look for a typing error."


class ReasonMissingError(SimbiyozError):
    message = "Please say why: a stalled or dropped synergy needs a reason."


class MoveNotAllowedError(SimbiyozError):
    message = "This move is not possible. A stalled or dropped synergy is first revived at the stage where it stood."


class NotProvedError(SimbiyozError):
    message = "Only a verified impact makes a synergy verified. Enter it with its document first."


class StageNeedsError(SimbiyozError):
    """Something is missing for a stage; `needs` says what. A person may move the synergy all the same."""

    message = "Something is still missing for this stage."

    def __init__(self, needs: tuple[str, ...]) -> None:
        super().__init__()
        self.needs = needs


class AlreadyPartyError(SimbiyozError):
    message = "This firm has this role already."


class NotItsCardError(SimbiyozError):
    message = "This card belongs to another firm."


class NotAQuantityError(SimbiyozError):
    message = "Expected an amount, a unit and a period, for example 12 t/month."


class UnknownUserError(SimbiyozError):
    message = "Nobody with this name works with the programme."


class SameFirmError(SimbiyozError):
    message = "Giver and taker are the same firm."


class NotCoordinatesError(SimbiyozError):
    message = (
        "“{value}” is not a place in Türkiye. Expected latitude and longitude, for example 38.4237, 27.1428."
    )


class FileTooLargeError(SimbiyozError):
    message = "“{path}” is larger than {limit} MB. Please divide it."


class TooManyRowsError(SimbiyozError):
    message = "“{path}” has more than {limit} rows. Please divide it."


class PasswordProtectedError(SimbiyozError):
    message = "“{path}” is protected by a password. Save it without one and try again."


class OldSpreadsheetError(SimbiyozError):
    message = "“{path}” is not an XLSX or CSV file. Save it as one of these and try again."


class BrokenSpreadsheetError(SimbiyozError):
    message = "“{path}” cannot be read: it is broken, or not a spreadsheet at all."


class EmptyTableError(SimbiyozError):
    message = "“{path}” holds headings only, or nothing at all."


class DuplicateColumnError(SimbiyozError):
    message = "The column “{column}” stands in the file more than once."


class NotAnActivityCodeError(SimbiyozError):
    message = "“{value}” is not an activity code. Expected two to six digits, for example 10.41."


class UnknownActivityCodeError(SimbiyozError):
    message = "The activity code {value} is not in our list (NACE Rev. 2). It is kept as it is."


class UnknownZoneError(SimbiyozError):
    message = "“{value}” is not one of the region's zones."


class UnknownDistrictError(SimbiyozError):
    message = "“{value}” is not a district of the region."


class OtherDistrictError(SimbiyozError):
    message = "The zone lies in {value}; that is taken as the district."


class NotMonthsError(SimbiyozError):
    message = "“{value}” are not months. Expected for example 6;7;8, 6-8 or June, July."


class UnknownPeriodError(SimbiyozError):
    message = "“{value}” is not a period. Expected for example day, week, month, year or once."


class UnreadQuantityError(SimbiyozError):
    message = "“{value}” is kept as typed but counts as unknown: amount, unit or period cannot be read."


class LineAboutSameCardError(SimbiyozError):
    message = "Line {line} is about the same card."


class ConflictingLineError(SimbiyozError):
    message = "Line {line} says otherwise; that one is taken."


class SeveralFirmsError(SimbiyozError):
    message = "Several firms have this name. Give the tax number, the firm ID or the district."


class SeveralSitesError(SimbiyozError):
    message = "The firm has several sites. Say which one this is."


class OtherFirmsNumberError(SimbiyozError):
    message = "Another firm has this number."


class RetiredRecordError(SimbiyozError):
    message = "This was taken out of use and stays so."


class UnknownUnitError(SimbiyozError):
    message = "The unit “{value}” is not known. Expected for example t, kg or m³."


class UnknownOperationError(SimbiyozError):
    message = "“{value}” is not a recovery or disposal operation. Expected for example R4 or D5."


class EmptyRowError(SimbiyozError):
    message = "This row names neither a waste nor a material."


class FutureDateError(SimbiyozError):
    message = "This day lies in the future."


class NotVerifiedError(SimbiyozError):
    message = "Only a verified synergy can become a precedent."


class SampleRecordError(SimbiyozError):
    message = "Sample data never becomes a precedent: its firms are invented."


class NoConsentError(SimbiyozError):
    message = (
        "Make the synergy a precedent first: a good-practice sheet rests on the same consents of both firms."
    )


class AlreadyPrecedentError(SimbiyozError):
    message = "This synergy is a precedent already."


class NamesFirmError(SimbiyozError):
    message = "This names one of the two firms. Write what it is, not whose it is."
