"""An entry of the ledger as it stands on a day: what counts of it or why not, and what bears it out."""

from dataclasses import dataclass
from datetime import date

from core.domain.choices import Kind, Stage
from core.domain.impact.counting import Counted, NotCounted
from core.domain.impact.entries import Entry
from core.domain.synergies.following import DocumentKind


@dataclass(frozen=True)
class Document:
    """A file that may bear an entry out."""

    file_id: str
    name: str
    kind: DocumentKind
    on: date | None


@dataclass(frozen=True)
class Booked:
    """An entry as it stands today: what counts of it, or why it does not, its evidence, who was at it by name,
    and where its synergy belongs: kind, activity codes, the giver's zone."""

    entry: Entry
    state: Counted | NotCounted
    evidence: tuple[Document, ...]
    title: str
    stage: Stage
    owner_id: str | None
    firm_name: str | None
    entered_by: str
    confirmed_by: str | None
    kind: Kind
    giver_nace: str | None
    taker_nace: str | None
    zone_id: str | None
