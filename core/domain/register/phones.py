"""Telephone numbers as people type them, read into the one form that telephones and WhatsApp take (E.164).

Numbers without a country are Turkish. Whether a number is in use nobody can say; one of a possible length is called.
"""

from dataclasses import dataclass

import phonenumbers
from phonenumbers import PhoneNumberFormat, PhoneNumberType

_HOME = "TR"


@dataclass(frozen=True)
class Phone:
    """A number: `e164` ("+905321234567"), as it is `shown`, and whether it may be on WhatsApp (no known landline)."""

    e164: str
    shown: str
    may_chat: bool


def read(typed: str | None) -> Phone | None:
    """Return the first number that a text holds, None where there is none of a possible length.

    >>> read("0532 123 45 67").e164, read("0 (232) 441-12 34 dahili 12").e164
    ('+905321234567', '+902324411234')
    >>> read("sekreter") is None
    True
    """
    for found in phonenumbers.PhoneNumberMatcher(typed or "", _HOME, leniency=phonenumbers.Leniency.POSSIBLE):
        number = found.number
        kind = phonenumbers.number_type(number)
        return Phone(
            phonenumbers.format_number(number, PhoneNumberFormat.E164),
            phonenumbers.format_number(number, PhoneNumberFormat.INTERNATIONAL),
            kind != PhoneNumberType.FIXED_LINE,
        )
    return None
