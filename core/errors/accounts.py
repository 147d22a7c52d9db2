"""What can go wrong with the accounts of those who work with the programme."""

from core.errors import SimbiyozError


class LastAdministratorError(SimbiyozError):
    message = "Somebody must remain administrator. Make another person one first."


class StillOwnsError(SimbiyozError):
    message = "Something open is left without an owner. Say who takes it over."


class NotAnEmailError(SimbiyozError):
    message = "Expected an e-mail address such as name@example.org."


class SampleAccountError(SimbiyozError):
    message = (
        "The sample region has invented accounts of its own. Leave --administrator out, or use --region."
    )
