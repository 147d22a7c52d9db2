"""Each zone as an eco-industrial park: its firms, flows, synergies, savings, targets; and all zones side by side.

Who is not staff sees the firms that may be named, no figure that fewer than three firms stand behind, and nothing of
cards that only advisors see. The impact of synergies is in `impact_results`, for staff.
"""

from dataclasses import dataclass, replace
from datetime import datetime

import pandas as pd

from core.domain.choices import Visibility
from core.domain.disclosure import CROWD
from core.domain.model import User
from core.domain.programme import zones as domain
from core.domain.programme.indicators import CountedAs
from core.domain.programme.zones import ZoneTarget
from core.errors import NotFoundError
from core.services import firms as firms_service
from core.services.permissions import permitted
from core.storage import records, rows
from core.storage import zones as storage
from core.storage.database import Cursor, Database

_COLUMNS = ("firms", "haves", "wants", "inside", "across", "running", "opportunities")


@dataclass(frozen=True)
class ZonePage:
    """One zone as one reader may see it.

    firms: services.firms.table, of this zone. firm_count: all of them, None where too few for the reader to know.
    flows, stages, efficiency: core.domain.programme.zones. synergies: synergy_id, stage, relation, other_zone_id (None:
    its other side stands in no zone); synergies, counts, targets: for staff only, else empty.
    """

    zone_id: str
    firms: pd.DataFrame
    firm_count: int | None
    flows: pd.DataFrame
    stages: pd.DataFrame
    efficiency: pd.DataFrame
    synergies: pd.DataFrame
    counts: dict[CountedAs, float]
    targets: tuple[ZoneTarget, ...]

    @property
    def synergy_ids(self) -> frozenset[str]:
        """Return the ids of `synergies`."""
        return frozenset(self.synergies["synergy_id"])


@permitted
def page(database: Database, user: User, zone_id: str) -> ZonePage:
    """Return a zone as the user may see it. Raises NotFoundError for what is no zone of the region."""
    shown = firms_service.table(database, user)
    with database.reading() as cursor:
        _known(cursor, user, zone_id)
        everyone = cursor.frame("firm_table", region_id=user.region_id)
        cards = _cards(cursor, user)
        places = domain.sided(storage.synergies(cursor, user.region_id), zone_id)
        found = storage.opportunities(cursor, user.region_id)
        counts = storage.counts(cursor, user.region_id)[zone_id] if user.is_staff else {}
        targets = storage.targets(cursor, user.region_id) if user.is_staff else []
    shown = shown[shown["zone_id"] == zone_id].reset_index(drop=True)
    total = int(everyone.loc[everyone["zone_id"] == zone_id, "firm_id"].nunique())
    crowded = not user.is_staff
    return ZonePage(
        zone_id,
        shown,
        _sayable(total, int(shown["firm_id"].nunique()), crowded=crowded),
        domain.flows(cards[cards["zone_id"] == zone_id], crowded=crowded),
        domain.stages(places, crowded=crowded),
        domain.efficiency(found[found["zone_id"] == zone_id], crowded=crowded),
        domain.listed(places if user.is_staff else places.head(0)),
        counts,
        tuple(one for one in targets if one.zone_id == zone_id),
    )


@permitted
def targets(database: Database, user: User) -> list[ZoneTarget]:
    """Return what all zones of the region want to reach."""
    with database.reading() as cursor:
        return storage.targets(cursor, user.region_id)


@permitted
def comparison(database: Database, user: User) -> pd.DataFrame:
    """Return one row a zone, most firms first: zone_id, firms, haves, wants, inside, across, running, opportunities.

    haves and wants count cards; inside and across synergies of any stage; a number is None where the reader may not
    know it.
    """
    shown = firms_service.table(database, user)
    with database.reading() as cursor:
        zone_ids = [row["zone_id"] for row in cursor.rows("zone_table", region_id=user.region_id)]
        everyone = cursor.frame("firm_table", region_id=user.region_id)
        cards = _cards(cursor, user)
        places = storage.synergies(cursor, user.region_id)
        found = storage.opportunities(cursor, user.region_id)
    made = []
    for zone_id in zone_ids:
        of_zone = cards[cards["zone_id"] == zone_id]
        sided = domain.sided(places, zone_id)
        inside = sided["relation"] == domain.INSIDE
        lots = {
            "firms": everyone[everyone["zone_id"] == zone_id].drop_duplicates("firm_id"),
            "haves": of_zone[of_zone["direction"] == "have"],
            "wants": of_zone[of_zone["direction"] == "want"],
            "inside": sided[inside],
            "across": sided[~inside],
            "running": sided[sided["stage"].isin(domain.RUNNING)],
            "opportunities": found[found["zone_id"] == zone_id],
        }
        numbers = {name: _number(lot, crowded=not user.is_staff) for name, lot in lots.items()}
        named = int(shown.loc[shown["zone_id"] == zone_id, "firm_id"].nunique())
        if numbers["firms"] is not None:
            numbers["firms"] = _sayable(numbers["firms"], named, crowded=not user.is_staff)
        made.append({"zone_id": zone_id, **numbers})
    table = pd.DataFrame(made, columns=["zone_id", *_COLUMNS]).astype(dict.fromkeys(_COLUMNS, "Int64"))
    return table.sort_values("firms", ascending=False, na_position="last", kind="stable", ignore_index=True)


@permitted
def save_target(database: Database, user: User, target: ZoneTarget, *, now: datetime, new: bool) -> None:
    """Add or change a target; what the zone has one for already is changed.

    Raises InvalidRecordError, NotFoundError, ChangedByOthersError.
    """
    domain.check_target(target)
    with database.writing(changes_cards=False) as cursor:
        _known(cursor, user, target.zone_id)
        if new:
            records.insert(cursor, user, now, "zones.save_target", target)
        else:
            kept = _target(cursor, user, target.zone_target_id)
            own = replace(target, zone_id=kept.zone_id, is_sample=kept.is_sample)
            records.update(cursor, user, now, "zones.save_target", own)


@permitted
def retire_target(
    database: Database, user: User, zone_target_id: str, row_version: int, *, now: datetime
) -> None:
    """Take a target out. Raises NotFoundError, ChangedByOthersError."""
    with database.writing(changes_cards=False) as cursor:
        _target(cursor, user, zone_target_id)
        records.retire(cursor, user, now, "zones.retire_target", ZoneTarget, zone_target_id, row_version)


def _cards(cursor: Cursor, user: User) -> pd.DataFrame:
    """Return the cards that count: no drafts, and for who is not staff none that only advisors see."""
    cards = cursor.frame("resource_table", region_id=user.region_id)
    cards = cards[~cards["is_draft"].astype(bool)]
    return cards if user.is_staff else cards[cards["visibility"] != Visibility.ADVISORS.value]


def _sayable(total: int, shown: int, *, crowded: bool) -> int | None:
    """Return a number of firms, None where it would tell of one or two that are not named."""
    return None if crowded and 0 < total - shown < CROWD else total


def _number(lot: pd.DataFrame, *, crowded: bool) -> int | None:
    if not crowded:
        return len(lot)
    behind = domain.own_firms(lot) if "relation" in lot else set(lot["firm_id"])
    return len(lot) if lot.empty or len(behind) >= CROWD else None


def _known(cursor: Cursor, user: User, zone_id: str) -> None:
    if zone_id not in {row["zone_id"] for row in cursor.rows("zone_table", region_id=user.region_id)}:
        raise NotFoundError()


def _target(cursor: Cursor, user: User, zone_target_id: str) -> ZoneTarget:
    row = cursor.row("zone_target_get", zone_target_id=zone_target_id)
    if row is None:
        raise NotFoundError()
    found = rows.record(ZoneTarget, row)
    _known(cursor, user, found.zone_id)
    return found
