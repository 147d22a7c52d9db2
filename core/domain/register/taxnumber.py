"""Tax numbers: a firm's VKN of 10 digits, or a person's number of 11, shown masked and never exported."""

import re
from dataclasses import dataclass
from enum import StrEnum

from stdnum.tr import tckimlik, vkn

from core.errors import NotATaxNumberError, WrongTaxNumberError


class TaxNumberKind(StrEnum):
    FIRM = "firm"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class TaxNumber:
    """A checked number. `digits` of a person is personal data: show and write `shown` only."""

    digits: str
    kind: TaxNumberKind

    @property
    def shown(self) -> str:
        """The number as it may be seen: a firm's whole, a person's masked to its last two digits."""
        return self.digits if self.kind is TaxNumberKind.FIRM else "*" * 9 + self.digits[-2:]


def check(typed: str) -> TaxNumber:
    """Return the number behind what was typed, blanks, dots and dashes dropped, its check digit proved.

    Raises NotATaxNumberError for another count of digits, WrongTaxNumberError for a wrong check digit;
    neither repeats the number, which may be a person's.

    >>> check("454 053 6920").kind, check("10000000146").shown
    (<TaxNumberKind.FIRM: 'firm'>, '*********46')
    """
    digits = re.sub(r"[\s.\-/]", "", typed)
    if not re.fullmatch(r"[0-9]{10,11}", digits):
        raise NotATaxNumberError()
    if len(digits) == 10:
        if not vkn.is_valid(digits):
            raise WrongTaxNumberError()
        return TaxNumber(digits, TaxNumberKind.FIRM)
    if not tckimlik.is_valid(digits):
        raise WrongTaxNumberError()
    return TaxNumber(digits, TaxNumberKind.PERSON)


def masked(digits: str) -> str:
    """Return a stored number as it may be shown: 11 digits masked to the last two, anything else as it is."""
    return "*" * 9 + digits[-2:] if len(digits) == 11 else digits
