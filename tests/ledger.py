"""A synergy that runs and what is claimed of it, for the tests of the ledger and of its sums. Numbers by hand."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from core import config
from core.domain.choices import Basis, Handling, Recurrence, Role, Stage
from core.domain.impact.entries import Entry, Measure
from core.domain.model import Synergy, User
from core.domain.synergies.following import DocumentKind
from core.services import filing, impact_ledger, synergies
from core.storage.database import Database
from tests.core.services.conftest import ADVISOR, NOW, TODAY

MANAGER = User("manager", "Ayşe", Role.MANAGER)
SAND = Synergy("first", "izmir", "Döküm kumu", "foundry", "cement", have_id="sand", want_id="wanted")
DIVERTED = Entry(
    "estimate",
    "first",
    Measure.DIVERTED,
    120.0,
    100.0,
    120.0,
    "t",
    date(2025, 1, 1),
    "nobody",
    datetime(2000, 1, 1),
    lifetime_years=5,
    baseline=Handling.LANDFILL,
    quantity=120.0,
    quantity_unit="t",
)
CLAIM = replace(
    DIVERTED,
    entry_id="claim",
    value=110.0,
    low=110.0,
    high=110.0,
    quantity=110.0,
    basis=Basis.VERIFIED,
    period_to=date(2025, 12, 31),
    is_measured=True,
    supersedes="estimate",
)


def run(database: Database) -> Database:
    """Let the foundry's synergy run, owned by the advisor, with a weighbridge slip."""
    synergies.record(database, ADVISOR, replace(SAND, owner_id="advisor"), now=NOW)
    synergies.move(
        database,
        ADVISOR,
        "first",
        Stage.RUNNING,
        1,
        on=date(2025, 1, 1),
        now=NOW,
        recurrence=Recurrence.RECURRING,
        all_the_same=True,
    )
    add_file(database, "slip", DocumentKind.WEIGHBRIDGE_SLIP)
    return database


def add_file(database: Database, file_id: str, kind: DocumentKind) -> None:
    content = (config.SAMPLE / "files" / "ornek_kantar_dokumu_Y039.pdf").read_bytes()
    filing.add(
        database,
        ADVISOR,
        "first",
        f"{file_id}.pdf",
        content,
        kind,
        file_id=file_id,
        document_on=TODAY,
        now=NOW,
    )


def enter(database: Database, entry: Entry, *evidence: str, by: User = ADVISOR) -> None:
    impact_ledger.enter(database, by, entry, evidence, now=NOW)


def states(database: Database) -> dict[str, Any]:
    found = impact_ledger.of_region(database, ADVISOR, today=TODAY)
    return {one.entry.entry_id: one.state for one in found}
