"""Suggestions: who could take what a card gives, and give what it wants, as the reader may see it.

The ranking works on an index of all live cards and gives ids and numbers; names and texts are joined afterwards, for
one reader, through core.domain.disclosure. What that reader may not see is left out before a list is cut off.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any

import numpy as np
import pandas as pd

from core.domain import disclosure, distance, frames
from core.domain.choices import Direction, Visibility
from core.domain.findings import reason_given
from core.domain.knowledge.own_precedents import knowledge_with
from core.domain.matching import answers, explaining, ranking
from core.domain.matching.cards import Card
from core.domain.matching.explaining import Explanation, joined, shared_codes, shared_terms
from core.domain.matching.scoring import FLOOR, PARTS
from core.domain.model import Contact, Firm, Resource, Site, User
from core.errors import NotPermittedError
from core.services import own_precedents
from core.services.permissions import permitted
from core.storage import answers as answers_storage
from core.storage import audit, records, rows
from core.storage import cards as cards_storage
from core.storage.database import Database

PART_COLUMN_OF = {part: f"part_{part}" for part in PARTS}  # "sector" and "kind" are also columns of a card
PART_COLUMNS = tuple(PART_COLUMN_OF.values())
SHOWN = (
    "name", "firm_id", "firm_name", "is_named", "sector", "district", "zone_id", "zone_name_tr", "zone_name_en",
    "place", "lat", "lon", "kind", "description", "quantity_typed", "period", "yearly_amount", "yearly_unit",
    "waste_codes", "hazardous", "physical_form", "handling", "months", "visibility", "has_photo", "missing",
    "taken_by", "whole_amount",
)  # fmt: skip
"""What is shown of a card: columns of storage.cards.seen_by and disclosure.cards_for; `missing` holds values of Gap,
`yearly_amount` is what running synergies leave of `whole_amount`."""


@dataclass(frozen=True)
class Revealed:
    """What one unmasking tells: who and where the counterpart is, and whom to ask for."""

    resource_id: str
    firm_id: str
    firm_name: str
    site: Site
    contacts: tuple[Contact, ...]


@permitted
def cards(database: Database, user: User) -> tuple[Card, ...]:
    """Return all live cards of the region that are not drafts, as the ranking sees them, by id."""
    with database.reading() as cursor:
        return cards_storage.to_rank(cursor, user.region_id)


@permitted
def index(database: Database, user: User) -> ranking.Index:
    """Return the region's cards ready to be ranked. It holds what no reader may be shown: keep it on the server."""
    own = own_precedents.own_precedents(database, user)
    with database.reading() as cursor:
        found = cards_storage.to_rank(cursor, user.region_id)
    return ranking.build(found, knowledge_with(own) if own else None)


@permitted
def for_card(
    database: Database,
    user: User,
    index: ranking.Index,
    resource_id: str,
    *,
    top: int = 5,
    as_guest: bool = False,
    guest_of: str | None = None,
) -> pd.DataFrame:
    """Return the best `top` counterparts of a card, which may be a draft, as the reader may see them, best first.

    What an advisor answered to be of no use to the card's firm is left out; a card that running synergies have used up
    has none. Columns: counterpart_id, score, PART_COLUMNS (they add up to the score), distance_km, is_coarse (see
    Explanation), SHOWN of the counterpart. Raises NotFoundError where the reader may not see the card itself.
    """
    reader = disclosure.reader_of(user, as_guest=as_guest, guest_of=guest_of)
    with database.reading() as cursor:
        card, seen = cards_storage.one_seen_by(cursor, user.region_id, reader, resource_id)
        hidden = answers_storage.hidden_for(cursor, user.region_id, card.firm_id)
    ranked = answers.without(ranking.rank_one(index, card, None, least=FLOOR), hidden)
    other = "want_id" if card.direction is Direction.HAVE else "have_id"
    ranked = ranked[ranked[other].isin(seen.index) & (not seen.at[resource_id, "is_used_up"])]
    ranked = _for_reader(_with_distance(ranked, index, card), seen)
    shown = seen.loc[ranked[other], list(SHOWN)].reset_index(drop=True)
    columns = ["counterpart_id", "score", *PART_COLUMNS, "distance_km", "is_coarse"]
    ranked = ranked.rename(columns={other: "counterpart_id", **PART_COLUMN_OF})[columns]
    return pd.concat([ranked, shown], axis=1).head(top)


@permitted
def pairs(
    database: Database,
    user: User,
    index: ranking.Index,
    *,
    top: int = 10,
    as_guest: bool = False,
    guest_of: str | None = None,
) -> pd.DataFrame:
    """Return the pairs that are among the best `top` of either card and whose two cards the reader may see.

    What is of no use to one of the two firms is left out (domain.matching.answers). Columns: have_id, want_id, score,
    PART_COLUMNS, distance_km, is_coarse, and SHOWN twice, as have_… and want_…; best first.
    """
    reader = disclosure.reader_of(user, as_guest=as_guest, guest_of=guest_of)
    with database.reading() as cursor:
        seen = cards_storage.seen_by(cursor, user.region_id, reader)
        hidden = answers_storage.hidden_from_list(cursor, user.region_id, reader.firm_id)
    ranked = answers.best(partial(ranking.rank_all, index), hidden, top)
    ranked = ranked[ranked["score"] >= FLOOR]
    ranked = ranked[ranked["have_id"].isin(seen.index) & ranked["want_id"].isin(seen.index)]
    ranked = _for_reader(_with_distance(ranked, index), seen)
    columns = ["have_id", "want_id", "score", *PART_COLUMNS, "distance_km", "is_coarse"]
    sides = [
        seen.loc[ranked[f"{side}_id"], list(SHOWN)].add_prefix(f"{side}_").reset_index(drop=True)
        for side in ("have", "want")
    ]
    return pd.concat([ranked.rename(columns=PART_COLUMN_OF)[columns], *sides], axis=1)


@permitted
def explain(
    database: Database,
    user: User,
    index: ranking.Index,
    chosen: Sequence[tuple[str, str]],
    *,
    today: date,
    as_guest: bool = False,
    guest_of: str | None = None,
) -> tuple[Explanation, ...]:
    """Return why each pair (have_id, want_id) was suggested, in the order asked for.

    Pairs that the reader may not see, that are not in the index or have nothing in common are left out. Permits count
    as they are `today`.
    """
    reader = disclosure.reader_of(user, as_guest=as_guest, guest_of=guest_of)
    with database.reading() as cursor:
        seen = cards_storage.seen_by(cursor, user.region_id, reader)
        permits = cards_storage.permits_known(cursor, user.region_id, reader, seen, today)
    chosen = [pair for pair in chosen if all(one in seen.index and one in index for one in pair)]
    by_id = {one: index.card(one) for pair in chosen for one in pair}
    haves = dict.fromkeys(have for have, _ in chosen)
    ranked = pd.concat(
        [ranking.rank_one(index, by_id[have], None) for have in haves] or [pd.DataFrame(columns=["have_id"])]
    )
    if ranked.empty:
        return ()
    asked = pd.MultiIndex.from_tuples(chosen, names=["have_id", "want_id"])
    ranked = ranked[pd.MultiIndex.from_frame(ranked[["have_id", "want_id"]]).isin(asked)]
    ranked = _for_reader(_with_distance(ranked, index), seen)
    told = {(row["have_id"], row["want_id"]): row for row in frames.records(ranked)}
    plain = [_explanation(index, told[pair], seen, by_id) for pair in chosen if pair in told]
    return explaining.in_full(plain, seen, index.knowledge, permits)


@permitted
def reveal(
    database: Database, user: User, resource_id: str, *, to_firm_id: str, reason: str, now: datetime
) -> Revealed:
    """Unmask one counterpart for the firm in the room, and write down for whom and why.

    Raises InvalidRecordError without a reason, NotFoundError, NotPermittedError for a card kept to advisors and drafts.
    """
    reason = reason_given(reason)
    with database.writing() as cursor:
        card = records.find(cursor, Resource, resource_id)
        site = records.find(cursor, Site, card.site_id)
        firm = records.find_own(cursor, user, Firm, site.firm_id)
        records.find_own(cursor, user, Firm, to_firm_id)
        if card.is_draft or card.visibility is Visibility.ADVISORS:
            raise NotPermittedError()
        told = {"revealed_to": to_firm_id, "reason": reason}
        audit.write(cursor, user, now, "suggesting.reveal", "resource", resource_id, {}, told)
        people = [rows.record(Contact, row) for row in cursor.rows("contact_of_firm", firm_id=firm.firm_id)]
    return Revealed(resource_id, firm.firm_id, firm.name, site, tuple(people))


def _with_distance(ranked: pd.DataFrame, index: ranking.Index, new: Card | None = None) -> pd.DataFrame:
    cards = [index.card(one) for one in {*ranked["have_id"], *ranked["want_id"]} if one in index]
    places = {card.id: (card.lat, card.lon) for card in (*cards, *([new] if new else []))}
    nowhere = (None, None)

    def degrees(column: str, axis: int) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
        return np.array([places.get(one, nowhere)[axis] for one in ranked[column]], dtype=np.float64)

    km = distance.crow_flies_km(
        degrees("have_id", 0), degrees("have_id", 1), degrees("want_id", 0), degrees("want_id", 1)
    )
    return ranked.assign(distance_km=km)


def _for_reader(ranked: pd.DataFrame, seen: pd.DataFrame) -> pd.DataFrame:
    """Return the pairs in the order of the score, coarse where a side is not named to the reader."""
    have, want = (seen.loc[ranked[column]] for column in ("have_id", "want_id"))
    coarse = ~(have["is_named"].to_numpy(bool) & want["is_named"].to_numpy(bool))
    placed = have["district"].notna().to_numpy() & want["district"].notna().to_numpy()
    ranked = disclosure.coarse_pairs(ranked.reset_index(drop=True), coarse, placed, PARTS)
    return ranked.sort_values(
        ["score", "have_id", "want_id"], ascending=[False, True, True], ignore_index=True
    )


def _explanation(
    index: ranking.Index, row: dict[str, Any], seen: pd.DataFrame, by_id: dict[str, Card]
) -> Explanation:
    have_id, want_id = row["have_id"], row["want_id"]
    texts = seen.loc[have_id, ["name", "description", "composition", "activity"]]
    km = float(row["distance_km"])
    return Explanation(
        have_id=have_id,
        want_id=want_id,
        score=float(row["score"]),
        parts=tuple((part, float(row[part])) for part in PARTS),
        distance_km=None if np.isnan(km) else km,
        is_coarse=bool(row["is_coarse"]),
        shared_terms=shared_terms(index, have_id, want_id, joined(list(texts))),
        shared_codes=shared_codes(by_id[have_id], by_id[want_id]),
    )
