"""Merged haves: several small haves of different firms that together serve one want which none of them could alone.

Only haves that were suggested for the want and speak of the same thing take part, in the want's unit, all of them
yearly or all of them once. They are taken one by one, the best and nearest first, until the want is served; so a pool
is no optimum, but each member of it can be told why it is there. Works on what one reader may see: what is not told of
a card counts as unknown.
"""

from collections.abc import Collection, Sequence
from itertools import combinations
from typing import Any

import numpy as np
import pandas as pd

from core.domain import distance
from core.domain.choices import Direction
from core.domain.frames import records
from core.domain.matching import fitting
from core.domain.matching.answers import Subject
from core.domain.matching.cards import Card
from core.domain.matching.explaining import joined

CANDIDATES = 30  # pairs of each card to look for members among
ALONE = 0.8  # a have that covers so much of a want serves it alone
ENOUGH, TOO_MUCH = 0.8, 1.2  # of the want; our own choice, as all figures here
LEAST_FIT = 0.2  # score of a member; below it a pair may be worth a look, but no contract of several
LEAST_SHARE = 0.3  # a pool that covers less is no answer
_LEAST_MEMBER = 0.02  # of the want: less is not worth a lorry
_MOST_MEMBERS = 8  # contracts that one buyer would still keep
_HALF_KM = 50.0  # between members: one collecting round
_FOR_DISTANCE = 0.3  # how much of a member's rank nearness to the others may cost
COLUMNS = ("pool_score", "pool_fit", "pool_share", "member_share", "apart_km")


def pooled(pairs: pd.DataFrame, hidden: Collection[Subject] = ()) -> pd.DataFrame:
    """Return the pairs that make up pools, best pool first, members in the order in which they were taken.

    Wants whose pool is `hidden` by an answer have none.

    `pairs` holds have_id, want_id, score (services.suggesting.pairs) and have_… and want_… of name, description,
    firm_id, yearly_amount, yearly_unit, period, lat, lon. Added: pool_score = pool_fit × pool_share (at most 1);
    pool_fit, the mean of the members' scores by amount; pool_share and member_share, of the want's amount; apart_km,
    the greatest distance between two members as the crow flies, nan where a place is unknown.
    """
    usable = _usable(pairs[~pairs["want_id"].isin([one.want_id for one in hidden])])
    pools = [_pool(rows) for _, rows in usable.groupby("want_id", sort=True)]
    found = [pool for pool in pools if pool is not None]
    if not found:
        return pairs.iloc[:0].assign(**{column: np.zeros(0) for column in COLUMNS})
    found.sort(key=lambda pool: (-float(pool["pool_score"].iloc[0]), str(pool["want_id"].iloc[0])))
    return pd.concat(found, ignore_index=True)


def _usable(pairs: pd.DataFrame) -> pd.DataFrame:
    """Return the pairs with amounts that can be added up, with member_share, without wants that one have serves."""
    is_alike = (pairs["have_yearly_unit"] == pairs["want_yearly_unit"]) & (
        (pairs["have_period"] == "once") == (pairs["want_period"] == "once")
    )
    pairs = pairs[is_alike & (pairs["have_yearly_amount"] > 0) & (pairs["want_yearly_amount"] > 0)]
    pairs = pairs[pairs["score"] >= LEAST_FIT]
    pairs = pairs.assign(member_share=pairs["have_yearly_amount"] / pairs["want_yearly_amount"])
    pairs = pairs[_speak_of_one_thing(pairs)]
    served = set(pairs.loc[pairs["member_share"] >= ALONE, "want_id"])
    return pairs[~pairs["want_id"].isin(served) & (pairs["member_share"] >= _LEAST_MEMBER)]


def _speak_of_one_thing(pairs: pd.DataFrame) -> "np.ndarray[tuple[int], np.dtype[np.bool_]]":
    cards: dict[str, Card] = {}
    for direction in Direction:
        columns = [f"{direction}_{name}" for name in ("id", "name", "description")]
        for card_id, name, said in pairs[columns].itertuples(index=False):
            cards.setdefault(card_id, Card(card_id, direction, name or "", description=joined([said])))
    row_of = {card_id: row for row, card_id in enumerate(cards)}
    have, want = (
        np.array([row_of[one] for one in pairs[f"{side}_id"]], dtype=np.int64) for side in Direction
    )
    return np.asarray(fitting.fits(tuple(cards.values()), have, want) >= fitting.SAME)


def _pool(rows: pd.DataFrame) -> pd.DataFrame | None:
    """Return the members of the pool for one want, None where less than two firms or too little comes together."""
    waiting = records(rows.sort_values("have_id"))
    members: list[dict[str, Any]] = []
    share = 0.0
    while waiting and share < ENOUGH and len(members) < _MOST_MEMBERS:
        best = max(waiting, key=lambda row: _rank(row, members))
        waiting.remove(best)
        if share + best["member_share"] <= TOO_MUCH:
            members.append(best)
            share += best["member_share"]
            waiting = [row for row in waiting if not _same_firm(row, best)]
    if len(members) < 2 or share < LEAST_SHARE:
        return None
    amounts = [row["member_share"] for row in members]
    fit = float(np.average([row["score"] for row in members], weights=amounts))
    return pd.DataFrame(members).assign(
        pool_score=fit * min(share, 1.0), pool_fit=fit, pool_share=share, apart_km=_apart_km(members)
    )


def _rank(row: dict[str, Any], members: Sequence[dict[str, Any]]) -> float:
    known = [km for member in members if not np.isnan(km := _km(row, member))]
    near = float(distance.nearness(np.array(np.mean(known)), np.array(_HALF_KM))) if known else 0.5
    return float(row["score"]) * (1 - _FOR_DISTANCE + _FOR_DISTANCE * near)


def _same_firm(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Return whether two haves are known to be of one firm; unnamed firms count as different ones."""
    return isinstance(one["have_firm_id"], str) and one["have_firm_id"] == other["have_firm_id"]


def _apart_km(members: Sequence[dict[str, Any]]) -> float:
    return float(max(_km(one, other) for one, other in combinations(members, 2)))


def _km(one: dict[str, Any], other: dict[str, Any]) -> float:
    places = [
        np.array(np.nan if row[axis] is None else row[axis], dtype=np.float64)
        for row in (one, other)
        for axis in ("have_lat", "have_lon")
    ]
    return float(distance.crow_flies_km(*places))
