"""Why a card has no (better) partner: what was refused by rule, how near the nearest came, what would help.

Nothing here names a counterpart: a reader learns the rule, points and his own card's gaps.
"""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from core.domain import disclosure
from core.domain.choices import Direction
from core.domain.knowledge.concepts import concept_base, find
from core.domain.knowledge.materials import Concept
from core.domain.matching import ranking, scoring
from core.domain.matching.exclusions import Exclusion, of_bits
from core.domain.matching.features import parts_of_pairs
from core.domain.matching.scoring import FLOOR, Weights
from core.domain.model import User
from core.domain.register.quality import Gap
from core.services.permissions import permitted
from core.storage import cards
from core.storage.database import Database

COUNTED = (Gap.QUANTITY, Gap.DESCRIPTION, Gap.PLACE, Gap.WASTE_CODE, Gap.TIMING)
"""What counts in the score of what a card may lack; composition is read with the description."""


@dataclass(frozen=True)
class Nearest:
    """What would help a card without a partner.

    `score` is that of the nearest counterpart below the `floor`, None where nothing has anything in common; `gaps` are
    what the card lacks of what counts; `lacks_activity` tells of a want whose site names no activity; `wider` are wider
    names of what its name says; `is_known` whether the name says any material, energy or service that we know.
    """

    score: float | None
    floor: float
    gaps: tuple[Gap, ...]
    lacks_activity: bool
    wider: tuple[Concept, ...]
    is_known: bool


@permitted
def nearest(
    database: Database,
    user: User,
    index: ranking.Index,
    resource_id: str,
    *,
    as_guest: bool = False,
    guest_of: str | None = None,
) -> Nearest:
    """Return what would help a card. Raises NotFoundError where the reader may not see it."""
    reader = disclosure.reader_of(user, as_guest=as_guest, guest_of=guest_of)
    with database.reading() as cursor:
        card, seen = cards.one_seen_by(cursor, user.region_id, reader, resource_id)
    ranked = ranking.rank_one(index, card, None)
    other = "want_id" if card.direction is Direction.HAVE else "have_id"
    below = ranked.loc[ranked[other].isin(seen.index) & (ranked["score"] < FLOOR), "score"]
    row = dict(seen.loc[resource_id])
    missing = {Gap(gap) for gap in row["missing"]}
    lacks_activity = card.direction is Direction.WANT and not (card.activity or card.nace)
    return Nearest(
        score=None if below.empty else float(below.max()),
        floor=FLOOR,
        gaps=tuple(gap for gap in COUNTED if gap in missing),
        lacks_activity=lacks_activity,
        wider=_wider(card.name),
        is_known=bool(find(card.name)),
    )


@permitted
def refused(
    database: Database,
    user: User,
    index: ranking.Index,
    resource_id: str,
    *,
    as_guest: bool = False,
    guest_of: str | None = None,
) -> tuple[Exclusion, ...]:
    """Return the rules by which cards that would be partners of this one are never suggested, in the file's order.

    Only cards that the reader may see count; a card that is not in the index (a draft) has none.
    """
    reader = disclosure.reader_of(user, as_guest=as_guest, guest_of=guest_of)
    with database.reading() as cursor:
        seen = cards.seen_by(cursor, user.region_id, reader)
    if resource_id not in seen.index or resource_id not in index.row_of:
        return ()
    return _refused(index, resource_id, set(seen.index))


def _refused(index: ranking.Index, resource_id: str, visible: Collection[str]) -> tuple[Exclusion, ...]:
    own, features = index.row_of[resource_id], index.features
    card = index.cards[own]
    shared = features.excluded & features.excluded[own]
    apart = (features.firm != features.firm[own]) | (features.firm < 0)
    rows = np.array(
        [
            row
            for row in np.flatnonzero(shared.any(axis=1) & apart)
            if index.cards[row].direction is not card.direction and index.cards[row].id in visible
        ],
        dtype=np.int64,
    )
    if not len(rows):
        return ()
    mine = np.full(len(rows), own, dtype=np.int64)
    pair = (mine, rows) if card.direction is Direction.HAVE else (rows, mine)
    parts = parts_of_pairs(features, pair[0], features, pair[1])
    scores = np.sum(list(scoring.terms(parts, Weights()).values()), axis=0)
    return of_bits(np.bitwise_or.reduce(shared[rows[scores >= FLOOR]], axis=0).tolist())


def _wider(name: str) -> tuple[Concept, ...]:
    """Return the next broader concepts of what a name says, those that still say something."""
    base = concept_base()
    broader = [
        base.row_of[above]
        for row in sorted(find(name), key=lambda row: (-find(name)[row], row))
        for above in base.concepts[row].broader
    ]
    return tuple(base.concepts[row] for row in dict.fromkeys(broader) if base.telling[row] > 0)[:3]
