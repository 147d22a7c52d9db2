"""The errors of the ledger of impact: what an entry lacks, and who may not confirm it."""

from core.errors import SimbiyozError


class BandError(SimbiyozError):
    message = "The value must lie between low and high."


class WrongUnitError(SimbiyozError):
    message = "This measure is kept in {unit}."


class NotBaselineLandfillError(SimbiyozError):
    message = "Diverted from landfill counts only what went to landfill before."


class NotNewError(SimbiyozError):
    message = "What is recovered, sold or used already saves nothing new."


class RatioBeyondError(SimbiyozError):
    message = "This is more than the quantity times the replacement ratio."


class BeyondQuantityError(SimbiyozError):
    message = "This is more than the quantity behind it."


class NotMeasuredError(SimbiyozError):
    message = "Verified needs a measured quantity: weighed, metered or invoiced."


class BeforeItRanError(SimbiyozError):
    message = (
        "The synergy runs since {since:%d.%m.%Y}: nothing was saved before. If it ran earlier, move it one stage back "
        "and to “Running” again with the right day."
    )


class ProofMissingError(SimbiyozError):
    message = (
        "Verified needs a document of a third party or of both sides: weighbridge slip, e-dispatch note, e-invoice, "
        "transport record, waste declaration, meter reading or signed statement."
    )


class ProofTooOldError(SimbiyozError):
    message = (
        "Each of these documents is older than {since:%d.%m.%Y}, when the period begins: "
        "none proves anything of it."
    )


class OtherSynergysFirmError(SimbiyozError):
    message = "This firm takes no part in the synergy."


class NotWaitingError(SimbiyozError):
    message = "This entry does not wait to be confirmed."


class OwnEntryError(SimbiyozError):
    message = "You entered this yourself: somebody else must confirm it."


class OwnSynergyError(SimbiyozError):
    message = "You own this synergy: a manager who does not must confirm it."


class NotTheSameFlowError(SimbiyozError):
    message = "A correction must be about the same synergy and measure."


class AlreadySupersededError(SimbiyozError):
    message = "This entry was corrected already. Correct the newer one."


class WeakerCorrectionError(SimbiyozError):
    message = (
        "What was verified is corrected only by an entry that is verified too; a manager may withdraw it."
    )


class EvidenceError(SimbiyozError):
    message = (
        "An impact entry rests on this file, so it stays. Once the entry is withdrawn, it can be taken out."
    )
