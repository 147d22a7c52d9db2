"""Chains through a processor, as the reader may see them.

Three named places follow from a chain, so only cards and firms take part that are named to the reader.
"""

from collections.abc import Sequence
from datetime import date

import numpy as np
import pandas as pd

from core.domain import disclosure
from core.domain.choices import Sort
from core.domain.disclosure import Reader
from core.domain.frames import records
from core.domain.knowledge.processes import product_name
from core.domain.matching import cautions, chains, warned
from core.domain.matching.cards import Card
from core.domain.matching.chains import Permit
from core.domain.matching.prospects import Sites
from core.domain.matching.ranking import Index
from core.domain.matching.warned import Warned
from core.domain.model import User
from core.services.permissions import permitted
from core.services.prospecting import SITE_SHOWN
from core.services.suggesting import SHOWN
from core.storage import answers as answers_storage
from core.storage import cards as cards_storage
from core.storage.database import Cursor, Database


@permitted
def for_region(database: Database, user: User, index: Index, sites: Sites, *, today: date) -> pd.DataFrame:
    """Return the chains that the reader may see, best first; permits count as they are `today`.

    What was answered to be of no use is left out. Columns: those of domain.matching.chains.of_index, warned (of both
    links), SHOWN of the cards as have_… and want_…, SITE_SHOWN of the processor as site_….
    """
    reader = disclosure.reader_of(user)
    with database.reading() as cursor:
        seen = cards_storage.seen_by(cursor, user.region_id, reader)
        return _found(cursor, user, reader, seen, index, sites, None, today)


@permitted
def for_card(
    database: Database,
    user: User,
    index: Index,
    sites: Sites,
    resource_id: str,
    *,
    today: date,
    as_guest: bool = False,
    guest_of: str | None = None,
) -> pd.DataFrame:
    """Return the chains that a have begins, which may be a draft, as `for_region` does; none for a want.

    Raises NotFoundError where the reader may not see the card.
    """
    reader = disclosure.reader_of(user, as_guest=as_guest, guest_of=guest_of)
    with database.reading() as cursor:
        card, seen = cards_storage.one_seen_by(cursor, user.region_id, reader, resource_id)
        is_open = seen.at[resource_id, "is_named"] and not seen.at[resource_id, "is_used_up"]
        return _found(cursor, user, reader, seen, index, sites, (card,) if is_open else (), today)


def _found(
    cursor: Cursor,
    user: User,
    reader: Reader,
    seen: pd.DataFrame,
    index: Index,
    sites: Sites,
    haves: Sequence[Card] | None,
    today: date,
) -> pd.DataFrame:
    shown = _shown(cursor, user, reader)
    permits = _permits(cursor, user, reader, shown, today)
    known = cards_storage.permits_known(cursor, user.region_id, reader, shown.reset_index(), today)
    found = chains.of_index(
        index,
        [card for card in sites.cards if card.id in shown.index],
        permits,
        set(seen.index[seen["is_named"].astype(bool)]),
        haves=haves,
        hidden=answers_storage.hidden(cursor, user.region_id, Sort.CHAINS),
    )
    found["warned"] = pd.Series(_warned(found, seen, shown, known), index=found.index, dtype=object)
    sides = [
        seen.loc[found[f"{side}_id"], list(SHOWN)].add_prefix(f"{side}_").reset_index(drop=True)
        for side in ("have", "want")
    ]
    of_sites = shown.loc[found["site_id"], list(SITE_SHOWN)].add_prefix("site_").reset_index(drop=True)
    return pd.concat([found, *sides, of_sites], axis=1)


def _shown(cursor: Cursor, user: User, reader: Reader) -> pd.DataFrame:
    frame = cursor.frame("site_activity_table", region_id=user.region_id)
    named = set(cursor.frame("firm_named", region_id=user.region_id)["firm_id"])
    shown = disclosure.firms_for(frame.assign(tax_number=None, external_id=None), reader, named)
    return shown.assign(is_named=True).set_index("site_id")


def _permits(
    cursor: Cursor, user: User, reader: Reader, shown: pd.DataFrame, today: date
) -> dict[str, list[Permit]]:
    found: dict[str, list[Permit]] = {}
    for row in cursor.rows("site_permit_table", region_id=user.region_id, today=today):
        if row["site_id"] in shown.index and (reader.is_staff or row["firm_id"] == reader.firm_id):
            found.setdefault(row["site_id"], []).append(Permit(row["operation"] or "", row["waste_code"]))
    return found


def _warned(
    found: pd.DataFrame, seen: pd.DataFrame, shown: pd.DataFrame, known: dict[str, set[str]]
) -> list[Warned]:
    """Return what must be known of each chain: the rules of both links, what stands in the way of the first."""
    told = []
    for row in records(found):
        have, want, site = (
            dict(seen.loc[row["have_id"]]),
            dict(seen.loc[row["want_id"]]),
            dict(shown.loc[row["site_id"]]),
        )
        ways = [None if np.isnan(km) else float(km) for km in (row["km_in"], row["km_out"])]
        into = warned.of_taker(have, site, ways[0], known.get(row["site_id"]))
        out = warned.of_giver(want, site, product_name(row["product"]), ways[1])
        against = dict.fromkeys([*into.against, *out.against])
        told.append(Warned(cautions.together([into.cautions, out.cautions]), tuple(against)))
    return told
