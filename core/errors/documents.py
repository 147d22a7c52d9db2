"""The errors of files that people attach to a synergy."""

from core.errors import SimbiyozError


class FileTypeError(SimbiyozError):
    message = "“{name}” is neither a PDF, a JPEG or PNG picture nor an XLSX table. Please use one of these."


class ActiveContentError(SimbiyozError):
    message = "“{name}” contains a macro, a script or another file. Save it without and try again."


class BrokenFileError(SimbiyozError):
    message = "“{name}” cannot be opened: it is empty, broken or protected by a password."


class DocumentTooLargeError(SimbiyozError):
    message = "“{name}” has {size} MB; at most {limit} MB are kept. Make it smaller or divide it."
