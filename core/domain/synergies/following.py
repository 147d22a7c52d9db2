"""What following a synergy is made of beside the synergy itself: further firms, readiness, barriers, log, files."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.domain.choices import Role, StallReason


class PartyRole(StrEnum):
    GIVER = "giver"
    TAKER = "taker"
    PROCESSOR = "processor"
    CARRIER = "carrier"


class Perspective(StrEnum):
    """In which respects a synergy must be ready (CORALIS)."""

    TECHNOLOGY = "technology"
    BUSINESS = "business"
    ORGANISATION = "organisation"
    LEGAL = "legal"
    SOCIETY = "society"
    ENVIRONMENT = "environment"


class Readiness(StrEnum):
    """How far a perspective is settled; `not_known` is no level, it asks for somebody to find out."""

    NO = "no"
    PARTLY = "partly"
    YES = "yes"
    NOT_KNOWN = "not_known"


class LogWay(StrEnum):
    """How a contact was made; `note` is no contact, only written down."""

    PHONE = "phone"
    EMAIL = "email"
    WHATSAPP = "whatsapp"
    MEETING = "meeting"
    SITE_VISIT = "site_visit"
    NOTE = "note"


class DocumentKind(StrEnum):
    """What a file shows; the first seven can be evidence of a verified impact (impact.entries.PROOFS)."""

    WEIGHBRIDGE_SLIP = "weighbridge_slip"
    DISPATCH_NOTE = "dispatch_note"
    INVOICE = "invoice"
    TRANSPORT_RECORD = "transport_record"
    WASTE_DECLARATION = "waste_declaration"
    METER_READING = "meter_reading"
    SIGNED_STATEMENT = "signed_statement"
    ANALYSIS = "analysis"
    AGREEMENT = "agreement"
    PHOTO = "photo"
    OTHER = "other"


@dataclass(frozen=True)
class UserAccount:
    """Who works with the programme: a name for the id in owner, log and history."""

    user_id: str
    region_id: str
    name: str
    role: Role
    organisation: str | None = None
    email: str | None = None
    phone: str | None = None
    row_version: int = 1


@dataclass(frozen=True)
class Owned:
    """How much a user answers for: synergies not dropped, open actions of meetings, visits not closed."""

    synergies: int = 0
    actions: int = 0
    visits: int = 0

    @property
    def total(self) -> int:
        """Return all of it."""
        return self.synergies + self.actions + self.visits


@dataclass(frozen=True)
class Party:
    """A firm that takes part in a synergy beside its main giver and taker, and the card it brings, if any."""

    party_id: str
    synergy_id: str
    firm_id: str
    role: PartyRole
    resource_id: str | None = None
    row_version: int = 1


@dataclass(frozen=True)
class ReadinessMark:
    """How ready a synergy is in one perspective; `row_version` 0: not yet said."""

    synergy_id: str
    perspective: Perspective
    level: Readiness = Readiness.NOT_KNOWN
    note: str | None = None
    set_by: str | None = None
    row_version: int = 0


@dataclass(frozen=True)
class Barrier:
    """What holds a synergy up, until `removed_on`."""

    barrier_id: str
    synergy_id: str
    reason: StallReason
    seen_on: date
    note: str | None = None
    removed_on: date | None = None
    row_version: int = 1


@dataclass(frozen=True)
class LogEntry:
    """A contact made with a firm of a synergy, or a note about it."""

    log_entry_id: str
    synergy_id: str
    way: LogWay
    made_on: date
    made_by: str
    firm_id: str | None = None
    contact_id: str | None = None
    note: str | None = None
    row_version: int = 1


@dataclass(frozen=True)
class SynergyFile:
    """A file of a synergy, without its content; `size_bytes` at most 10 MB, `document_on` the day it speaks of."""

    synergy_file_id: str
    synergy_id: str
    name: str
    document_kind: DocumentKind
    media_type: str
    size_bytes: int
    sha256: str
    added_by: str
    document_on: date | None = None
    row_version: int = 1
