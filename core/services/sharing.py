"""Shared use: which two firms could use one service together, as the reader may see them.

That two firms lie near one another is the reason for such a suggestion. A card that hides its firm takes no part in
what others see, for its place would follow from the pair.
"""

import pandas as pd

from core.domain import disclosure
from core.domain.choices import Sort
from core.domain.matching import sharing as domain
from core.domain.matching import warned
from core.domain.model import User
from core.services.permissions import permitted
from core.services.suggesting import SHOWN
from core.storage import answers as answers_storage
from core.storage import cards as cards_storage
from core.storage.database import Database


@permitted
def for_region(
    database: Database, user: User, *, as_guest: bool = False, guest_of: str | None = None
) -> pd.DataFrame:
    """Return the pairs of cards that one service could serve, best first, without what was answered to be of no use.

    Columns: those of domain.matching.sharing.shared, direction (of both cards), warned (warned.Warned), SHOWN of the
    cards as one_… and other_….
    """
    reader = disclosure.reader_of(user, as_guest=as_guest, guest_of=guest_of)
    with database.reading() as cursor:
        seen = cards_storage.seen_by(cursor, user.region_id, reader)
        cards = cards_storage.to_rank(cursor, user.region_id)
        hidden = answers_storage.hidden(cursor, user.region_id, Sort.SHARING)
    named = set(seen.index[seen["is_named"].astype(bool)])
    apart = {(one.have_id or one.want_id or "", one.other_card_id or "") for one in hidden}
    found = domain.shared([card for card in cards if card.id in named], apart)
    found["direction"] = seen.loc[found["one_id"], "direction"].to_numpy(object)
    told = [
        warned.of_shared(dict(seen.loc[one]), dict(seen.loc[other]))
        for one, other in zip(found["one_id"], found["other_id"], strict=True)
    ]
    found["warned"] = pd.Series(told, index=found.index, dtype=object)
    sides = [
        seen.loc[found[f"{side}_id"], list(SHOWN)].add_prefix(f"{side}_").reset_index(drop=True)
        for side in ("one", "other")
    ]
    return pd.concat([found, *sides], axis=1)
