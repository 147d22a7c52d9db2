"""Firms by activity: who would take what a card gives, or give what it asks for, without ever having listed it.

A firm is shown to its readers as everywhere: staff see all; others see the firms that agreed to be named, and of the
rest only that at least CROWD firms of a sector would fit. Others' cards that hide their firm get no prospects for them,
for the list itself (who is missing, who is near) would tell whose card it is.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, cast

import numpy as np
import pandas as pd

from core.domain import disclosure
from core.domain.choices import Direction, Sort
from core.domain.disclosure import CROWD, Reader
from core.domain.knowledge.own_precedents import knowledge_with
from core.domain.knowledge.precedents import Precedent
from core.domain.matching import answers, prospects, warned
from core.domain.matching.answers import Subject
from core.domain.matching.cards import Card, parse_nace
from core.domain.matching.prospects import Sites
from core.domain.matching.warned import Warned
from core.domain.model import User
from core.services import own_precedents
from core.services.permissions import permitted
from core.services.suggesting import SHOWN
from core.storage import answers as answers_storage
from core.storage import cards as cards_storage
from core.storage.database import Cursor, Database

SITE_SHOWN = (
    "firm_id", "firm_name", "is_named", "sector", "district", "zone_id", "zone_name_tr", "zone_name_en", "place",
    "lat", "lon", "activity", "nace",
)  # fmt: skip
"""What is shown of a site: columns of site_activity_table.sql and disclosure.firms_for."""
_UNSAID = {
    "description": None, "waste_codes": None, "hazardous": None, "yearly_amount": np.nan, "yearly_unit": None,
}  # fmt: skip
"""Columns of a card that a site has nothing to say in; with them lists treat both sides alike."""


@dataclass(frozen=True)
class Prospects:
    """Who would take or give by activity, for one reader.

    `firms`: card_id, direction (of the card), site_id, rank (among the card's, from 1), score, prospects.TERMS (they
    add up to the score), distance_km, nace and thing and precedent_id as prospects.of_cards gives them, warned
    (warned.Warned: what must be known before), SHOWN of the card as card_…, SITE_SHOWN as site_…, beside them the
    columns of a card that lists look at (site_name is its activity, site_kind that of the card); by the best score of
    a card, then within the card. `crowds`: card_id, sector, districts, where at least CROWD firms that the reader may
    not name would fit; by card and sector.
    `precedents`: those that speak for a firm, by id, published ones and the programme's own.
    """

    firms: pd.DataFrame
    crowds: pd.DataFrame
    precedents: dict[str, Precedent]


@permitted
def sites(database: Database, user: User) -> Sites:
    """Return the region's sites ready to be asked. It holds what no reader may be shown: keep it on the server."""
    own = own_precedents.own_precedents(database, user)
    with database.reading() as cursor:
        rows = cursor.rows("site_activity_table", region_id=user.region_id)
    return prospects.sites_of(
        [
            Card(
                id=row["site_id"],
                direction=Direction.WANT,
                name="",
                firm_id=row["firm_id"],
                activity=row["activity"] or "",
                nace=parse_nace(row["nace_codes"] or ""),
                lat=row["lat"],
                lon=row["lon"],
                zone=row["zone_id"],
            )
            for row in rows
        ],
        knowledge_with(own),
    )


@permitted
def for_card(
    database: Database,
    user: User,
    sites: Sites,
    resource_id: str,
    *,
    today: date,
    top: int = 5,
    as_guest: bool = False,
    guest_of: str | None = None,
) -> Prospects:
    """Return the best `top` prospects of a card, which may be a draft. Permits count as they are `today`.

    What was answered to be of no use is left out before the list is cut off.

    Raises NotFoundError where the reader may not see the card.
    """
    reader = disclosure.reader_of(user, as_guest=as_guest, guest_of=guest_of)
    with database.reading() as cursor:
        card, seen = cards_storage.one_seen_by(cursor, user.region_id, reader, resource_id)
        listed = cards_storage.to_rank(cursor, user.region_id)
        asked = () if seen.at[resource_id, "is_used_up"] else (card,)
        told = _told(cursor, user, reader, seen, sites, asked, listed, today)
    return replace(told, firms=told.firms.head(top))


@permitted
def for_region(
    database: Database,
    user: User,
    sites: Sites,
    *,
    today: date,
    as_guest: bool = False,
    guest_of: str | None = None,
) -> Prospects:
    """Return the prospects of all cards that the reader may see, without what was answered to be of no use."""
    reader = disclosure.reader_of(user, as_guest=as_guest, guest_of=guest_of)
    with database.reading() as cursor:
        seen = cards_storage.seen_by(cursor, user.region_id, reader)
        cards = cards_storage.to_rank(cursor, user.region_id)
        return _told(cursor, user, reader, seen, sites, cards, cards, today)


def _told(
    cursor: Cursor,
    user: User,
    reader: Reader,
    seen: pd.DataFrame,
    sites: Sites,
    cards: Sequence[Card],
    listed: Sequence[Card],
    today: date,
) -> Prospects:
    """Return what the reader may know; what he may not see is neither asked for nor weighs on what he gets."""
    asked = [card for card in cards if card.id in seen.index and seen.at[card.id, "is_named"]]
    found = prospects.of_cards(asked, sites, [card for card in listed if card.id in seen.index])
    frame = cursor.frame("site_activity_table", region_id=user.region_id)
    hidden = answers_storage.hidden(cursor, user.region_id, Sort.FIRMS)
    found = answers.left(found, _subjects(found, asked, frame), hidden)
    named = set(cursor.frame("firm_named", region_id=user.region_id)["firm_id"])
    shown = disclosure.firms_for(frame.assign(tax_number=None, external_id=None), reader, named)
    shown = shown.assign(is_named=True).set_index("site_id")
    unnamed = frame.assign(sector=disclosure.sectors(frame["nace"])).set_index("site_id")
    crowds = _crowds(found[~found["site_id"].isin(shown.index)], unnamed, asked)
    found = _best_first(found[found["site_id"].isin(shown.index)], shown["firm_id"])
    of_cards = seen.loc[found["card_id"], list(SHOWN)].add_prefix("card_").reset_index(drop=True)
    of_sites = shown.loc[found["site_id"], list(SITE_SHOWN)].reset_index(drop=True)
    of_sites = of_sites.assign(name=of_sites["activity"], kind=of_cards["card_kind"], **_UNSAID)
    direction = seen.loc[found["card_id"], "direction"].to_numpy(object)
    found.insert(1, "direction", direction)
    found["rank"] = found.groupby("card_id").cumcount() + 1
    permits = cards_storage.permits_known(cursor, user.region_id, reader, shown.reset_index(), today)
    found["warned"] = pd.Series(_warned(found, seen, shown, permits), index=found.index, dtype=object)
    known = {one.id: one for one in sites.known.precedents.precedents}
    return Prospects(
        pd.concat([found, of_cards, of_sites.add_prefix("site_")], axis=1),
        crowds,
        {one: known[one] for one in sorted(set(found["precedent_id"]) - {""})},
    )


def _warned(
    found: pd.DataFrame, seen: pd.DataFrame, shown: pd.DataFrame, permits: dict[str, set[str]]
) -> list[Warned]:
    """Return what must be known of each prospect, from the card and the site as the reader sees them."""
    cards = cast(dict[str, dict[str, Any]], seen.loc[found["card_id"].unique()].to_dict("index"))
    sites = cast(dict[str, dict[str, Any]], shown.loc[found["site_id"].unique()].to_dict("index"))
    told = []
    for card_id, site_id, thing, km in found[["card_id", "site_id", "thing", "distance_km"]].itertuples(
        index=False
    ):
        card, site = cards[card_id], sites[site_id]
        far = None if np.isnan(km) else float(km)
        if card["direction"] == Direction.HAVE:
            told.append(warned.of_taker(card, site, far, permits.get(site_id)))
        else:
            told.append(warned.of_giver(card, site, prospects.called(int(thing)), far))
    return told


def _best_first(found: pd.DataFrame, firms: pd.Series) -> pd.DataFrame:
    """Return the best site of each firm for each card, the card with the best firm first."""
    best = found.groupby("card_id")["score"].transform("max") if len(found) else found["score"]
    found = found.iloc[np.lexsort((found["site_id"], -found["score"], found["card_id"], -best))]
    firm = pd.Series(firms.loc[found["site_id"]].to_numpy(object), index=found.index)
    return found[~pd.DataFrame({"card": found["card_id"], "firm": firm}).duplicated()].reset_index(drop=True)


def _subjects(found: pd.DataFrame, asked: Sequence[Card], sites: pd.DataFrame) -> list[Subject]:
    direction = {card.id: card.direction.value for card in asked}
    firm = dict(zip(sites["site_id"], sites["firm_id"], strict=True))
    return [
        answers.of_prospect(card_id, direction[card_id], firm[site_id])
        for card_id, site_id in zip(found["card_id"], found["site_id"], strict=True)
    ]


def _crowds(found: pd.DataFrame, unnamed: pd.DataFrame, asked: Sequence[Card]) -> pd.DataFrame:
    """Return the sectors of which enough unnamed firms would fit each card that does not tell how near they are."""
    columns = ["card_id", "sector", "districts"]
    free = {card.id for card in asked if not prospects.is_bound(card)}
    found = found[found["card_id"].isin(free)]
    told = unnamed.loc[found["site_id"], ["firm_id", "sector", "district"]].reset_index(drop=True)
    found = pd.concat([found[["card_id"]].reset_index(drop=True), told], axis=1).dropna(subset=["sector"])
    if found.empty:
        return pd.DataFrame(columns=columns)
    many = found.groupby(["card_id", "sector"])["firm_id"].nunique()
    near = found.groupby(["card_id", "sector", "district"])["firm_id"].nunique()
    places: dict[tuple[object, object], list[str]] = {}
    for card_id, sector, district in near.index[near >= CROWD]:
        places.setdefault((card_id, sector), []).append(str(district))
    rows = [(*key, tuple(sorted(places.get(key, ())))) for key in many.index[many >= CROWD]]
    return pd.DataFrame(rows, columns=columns)
