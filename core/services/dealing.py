"""Room for a deal of suggested pairs. A card's money is confidential: staff sees both sides, others their own.

A guest or a participant gets no sum either, for the other firm's price would follow from it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from core.domain import disclosure, distance, settings
from core.domain.choices import Kind
from core.domain.frames import known
from core.domain.matching import room
from core.domain.matching.room import Item, Money, Rate, Room
from core.domain.model import User
from core.domain.settings import Name
from core.services import settings as settings_service
from core.services.permissions import permitted
from core.storage import cards
from core.storage.database import Database

Pair = tuple[str, str]


@dataclass(frozen=True)
class Deal:
    """The room of a pair as the reader may see it: whole, or no more than the own firm's item."""

    room: Room
    is_whole: bool


@permitted
def rooms(
    database: Database,
    user: User,
    chosen: Sequence[Pair],
    *,
    today: date,
    as_guest: bool = False,
    guest_of: str | None = None,
) -> dict[Pair, Deal]:
    """Return the room of pairs (have_id, want_id) by pair.

    Left out: pairs with a card that the reader may not see and, for others than staff, pairs without an own card.
    """
    reader = disclosure.reader_of(user, as_guest=as_guest, guest_of=guest_of)
    with database.reading() as cursor:
        seen = cards.seen_by(cursor, user.region_id, reader)
    rate = transport_rate(database, user) if reader.is_staff else None
    found: dict[Pair, Deal] = {}
    for pair in chosen:
        if not all(one in seen.index for one in pair):
            continue
        have, want = (dict(seen.loc[one]) for one in pair)
        whole = room.between(_money(have), _money(want), Kind(have["kind"]), _km(have, want), rate, today)
        if reader.is_staff:
            found[pair] = Deal(whole, is_whole=True)
        elif (side := _own_side(have, want, reader.firm_id)) is not None:
            found[pair] = Deal(room.own_part(whole, side), is_whole=False)
    return found


@permitted
def transport_rate(database: Database, user: User) -> Rate | None:
    """Return the region's price of transport, None where none is set."""
    return settings.rate_of(settings_service.current(database, user).get(Name.TRANSPORT))


def _own_side(have: Mapping[str, Any], want: Mapping[str, Any], firm_id: str | None) -> Item | None:
    if firm_id is None:
        return None
    if have["firm_id"] == firm_id:
        return Item.GIVER
    return Item.TAKER if want["firm_id"] == firm_id else None


def _money(row: Mapping[str, Any]) -> Money:
    on, vat = row["price_date"], row["price_vat_included"]
    recurring = row["period"] != "once"
    return Money(
        price=known(row["price_per_unit"]),
        unit=row["price_unit"] if isinstance(row["price_unit"], str) else None,
        on=None if pd.isna(on) else pd.Timestamp(on).date(),
        vat_included=None if pd.isna(vat) else bool(vat),
        density_t_per_m3=known(row["density_t_per_m3"]),
        yearly=known(row["yearly_amount"]) if recurring else None,
        yearly_unit=row["yearly_unit"] if isinstance(row["yearly_unit"], str) else None,
    )


def _km(have: Mapping[str, Any], want: Mapping[str, Any]) -> float | None:
    places = [have["lat"], have["lon"], want["lat"], want["lon"]]
    if any(pd.isna(one) for one in places):
        return None
    return float(distance.crow_flies_km(*(pd.Series([one], dtype=float).to_numpy() for one in places))[0])
