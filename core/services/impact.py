"""What the followed synergies would save by computation, each have counted once and up to its quantity.

A computed estimate is no entry of the ledger: nobody has taken it over. It is shown for synergies without entries, and
offered to whoever makes an entry.
"""

from dataclasses import dataclass, replace
from typing import Any

from core.domain.choices import Handling, Stage
from core.domain.impact import estimates
from core.domain.impact.estimates import Impact
from core.domain.impact.proposals import Proposal, proposals
from core.domain.impact.savings import UNIT_OF_KIND, Flow, NotCounted
from core.domain.model import User
from core.errors import NotFoundError
from core.services.permissions import permitted
from core.storage import impact as storage
from core.storage.database import Database


@dataclass(frozen=True)
class Given:
    """What a person adds to what the cards say, before an estimate is computed; None leaves it as the cards say."""

    today: Handling | None = None
    amount: float | None = None
    ratio: float = 1.0
    distance_km: float | None = None
    today_km: float = 0.0
    replaced_km: float = 0.0
    electricity_mwh: float = 0.0
    gas_mwh: float = 0.0
    gas_replaced_mwh: float = 0.0
    feed_replaced_t: float = 0.0


@permitted
def of_region(database: Database, user: User, *, without_entries: bool = False) -> Impact:
    """Return what the region's followed synergies would save by computation (for staff: titles may name firms)."""
    with database.reading() as cursor:
        found, entered = storage.flows(cursor, user.region_id, estimates.FOLLOWED)
    return estimates.framed(estimates.estimated(found, entered if without_entries else frozenset()))


@permitted
def flow_of(database: Database, user: User, synergy_id: str) -> tuple[Flow, bool]:
    """Return what a synergy moves as its cards say, and whether that recurs; its stage does not matter.

    Raises NotFoundError also for another region's synergy.
    """
    row = _row(database, user, synergy_id)
    amount, unit, recurring = estimates.said_amount(row)
    return estimates.flow_of_row(row, amount, unit, estimates.distances_km([row])[0]), recurring


@permitted
def propose(
    database: Database, user: User, synergy_id: str, given: Given | None = None
) -> tuple[Proposal, ...] | NotCounted:
    """Return what can be computed of a synergy with what a person adds, or why nothing can.

    Raises NotFoundError.
    """
    row = _row(database, user, synergy_id)
    amount, unit, _ = estimates.said_amount(row)
    flow = estimates.flow_of_row(row, amount, unit, estimates.distances_km([row])[0])
    told = given or Given()
    flow = replace(
        flow,
        today=told.today or flow.today,
        amount=told.amount if told.amount is not None else flow.amount,
        unit=UNIT_OF_KIND.get(flow.kind) if told.amount is not None else flow.unit,
        distance_km=told.distance_km if told.distance_km is not None else flow.distance_km,
        ratio=told.ratio,
        today_km=told.today_km,
        replaced_km=told.replaced_km,
        electricity_mwh=told.electricity_mwh,
        gas_mwh=told.gas_mwh,
        gas_replaced_mwh=told.gas_replaced_mwh,
        feed_replaced_t=told.feed_replaced_t,
    )
    return proposals(flow, hazardous=estimates.is_hazardous(row))


def _row(database: Database, user: User, synergy_id: str) -> dict[str, Any]:
    with database.reading() as cursor:
        row = cursor.row("impact_flow", region_id=user.region_id, stages=list(Stage), synergy_id=synergy_id)
    if row is None:
        raise NotFoundError()
    return row
