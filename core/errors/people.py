"""What can go wrong with people who can help and with the support programme."""

from core.errors import SimbiyozError


class ConsentMissingError(SimbiyozError):
    message = "Contact data may be kept only with the person's consent: say when and how it was given."


class NotAnAddressError(SimbiyozError):
    message = "Expected an address that begins with https:// or http://."
