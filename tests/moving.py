"""What tests need to put a synergy anywhere: what is missing is passed over, what nobody may pass over is proved."""

from datetime import date, datetime

from core.domain.choices import Recurrence, Stage, StallReason
from core.domain.model import User
from core.services import synergies
from core.storage.database import Database


def move(
    database: Database,
    user: User,
    synergy_id: str,
    stage: Stage,
    row_version: int,
    *,
    on: date,
    now: datetime,
    reason: StallReason | None = None,
    recurrence: Recurrence | None = None,
) -> None:
    """Put a synergy into a stage all the same; for “verified” a confirmed entry stands in the ledger first."""
    if stage is Stage.VERIFIED:
        prove(database, synergy_id, now)
    synergies.move(
        database,
        user,
        synergy_id,
        stage,
        row_version,
        on=on,
        now=now,
        reason=reason,
        recurrence=recurrence,
        all_the_same=True,
    )


def prove(database: Database, synergy_id: str, now: datetime) -> None:
    """Lay a confirmed entry of one job into the ledger: no other measure changes with it."""
    with database.writing() as cursor:
        cursor.insert_rows(
            "impact_entry",
            [
                {
                    "entry_id": f"proof-of-{synergy_id}",
                    "synergy_id": synergy_id,
                    "measure": "jobs_safeguarded",
                    "value": 1.0,
                    "low": 1.0,
                    "high": 1.0,
                    "unit": "jobs",
                    "period_from": now.date(),
                    "period_to": now.date(),
                    "recurrence": "one_off",
                    "basis": "verified",
                    "attribution": 1.0,
                    "entered_by": "advisor",
                    "entered_at": now,
                    "confirmed_by": "manager",
                    "confirmed_on": now.date(),
                    "updated_at": now,
                }
            ],
        )
