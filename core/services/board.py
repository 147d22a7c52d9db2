"""The synergies as a board or a table, a page at a time: filtered, counted and cut by the database.

Participants see those of their own firm, without owner and what blocks.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from core.domain import disclosure
from core.domain.choices import Stage, StallReason
from core.domain.model import User
from core.domain.synergies.board import Asked, Blocks, Sort
from core.domain.synergies.readiness import Lowest
from core.domain.text import fold
from core.services import following
from core.services.permissions import permitted
from core.storage.database import Database


@permitted
def counts(database: Database, user: User, asked: Asked) -> dict[Stage, int]:
    """Return how many synergies the filters leave in each stage; every stage is there."""
    with database.reading() as cursor:
        found = cursor.rows("board_counts", **_parameters(user, asked))
    kept = {Stage(row["stage"]): int(row["synergies"]) for row in found}
    return {stage: kept.get(stage, 0) for stage in Stage}


@permitted
def cards(database: Database, user: User, asked: Asked, most: Mapping[Stage, int]) -> pd.DataFrame:
    """Return the first `most` synergies of each of its stages, what is due first (columns: board_cards.sql)."""
    with database.reading() as cursor:
        found = cursor.frame(
            "board_cards",
            **_parameters(user, asked),
            stages=[stage.value for stage in most],
            most_each=list(most.values()),
        )
    return _as_seen(found, user)


@permitted
def page(
    database: Database, user: User, asked: Asked, stages: Sequence[Stage], sort: Sort, *, skip: int, most: int
) -> pd.DataFrame:
    """Return `most` synergies of some stages after the first `skip` (columns: board_page.sql)."""
    with database.reading() as cursor:
        found = cursor.frame(
            "board_page",
            **_parameters(user, asked),
            stages=[stage.value for stage in stages],
            sort=sort.value,
            skip=skip,
            most=most,
        )
    return _as_seen(found, user)


@permitted
def blocking(database: Database, user: User, synergy_ids: Sequence[str]) -> dict[str, Blocks]:
    """Return by synergy_id what holds each of these synergies up; those that nothing is known of are missing."""
    lowest = following.blocking(database, user, synergy_ids)
    with database.reading() as cursor:
        found = cursor.rows("board_barriers", synergy_ids=list(synergy_ids))
    barriers: dict[str, list[StallReason]] = {}
    for row in found:
        barriers.setdefault(row["synergy_id"], []).append(StallReason(row["reason"]))
    return {
        one: Blocks(tuple(dict.fromkeys(barriers.get(one, []))), lowest.get(one, Lowest(None)))
        for one in synergy_ids
        if one in barriers or one in lowest
    }


def _parameters(user: User, asked: Asked) -> dict[str, Any]:
    reader = disclosure.reader_of(user)
    return {
        "region_id": user.region_id,
        "firm_id": None if reader.is_staff else (reader.firm_id or ""),
        "owner_id": asked.owner_id,
        "nobodys": asked.nobodys,
        "kind": asked.kind.value if asked.kind else None,
        "zone_id": asked.zone_id,
        "pilots": asked.pilots,
        "search": fold(asked.search),
    }


def _as_seen(found: pd.DataFrame, user: User) -> pd.DataFrame:
    return found if disclosure.reader_of(user).is_staff else found.drop(columns="owner_id")
