"""Merged haves, shared use and chains keep to the exclusions past the first number of a mask, as pairs do."""

import pandas as pd
import pytest

from core.domain.choices import Direction, Kind
from core.domain.matching import chains, exclusions, pools, sharing
from core.domain.matching.cards import Card
from core.domain.matching.index import build
from core.domain.matching.ranking import rank_all

GIVE, WANT, MATERIAL = Direction.HAVE, Direction.WANT, Kind.MATERIAL
PLACE = {"lat": 38.4, "lon": 27.1}
LATE = {row.exclusion_id for row in exclusions.all_exclusions()[63:]}


def card(card_id: str, direction: Direction, name: str, **more: object) -> Card:
    return Card(card_id, direction, name, MATERIAL, firm_id=card_id, **PLACE, **more)  # type: ignore[arg-type]


def why(have: Card, want: Card) -> set[str]:
    return {row.exclusion_id for row in exclusions.between(have, want)}


def test_the_pairs_below_are_kept_apart_by_late_exclusions_alone() -> None:
    assert why(SLAG, ROADS) == {"salts_on_roads"}
    assert why(card("h", GIVE, CYANIDE), card("w", WANT, ACID)) == {"poison_gas_with_acid"}
    assert why(OIL, ROAD_OIL) == {"oil_on_ground"}
    assert {"salts_on_roads", "poison_gas_with_acid", "acid_with_cyanide", "oil_on_ground"} <= LATE


SLAG, OTHER_SLAG = (card(one, GIVE, "tuz cürufu") for one in ("slag", "other_slag"))
SALT, OTHER_SALT = (card(one, GIVE, "kaya tuzu") for one in ("salt", "other_salt"))
ROADS = card("roads", WANT, "buzlu yollar için kaya tuzu veya tuz cürufu")
RECYCLER = card("recycler", WANT, "tuz cürufu")


def members(want: Card) -> set[str]:
    """Return the haves that are merged for a want of 100 t a year, each 50 t, out of the pairs of the ranking."""
    cards = {one.id: one for one in (SLAG, OTHER_SLAG, SALT, OTHER_SALT, want)}
    pairs = rank_all(build(list(cards.values())))[["have_id", "want_id", "score"]]
    for side, amount in (("have", 50.0), ("want", 100.0)):
        whole = [cards[one] for one in pairs[f"{side}_id"]]
        pairs = pairs.assign(
            **{
                f"{side}_name": [one.name for one in whole],
                f"{side}_description": None,
                f"{side}_firm_id": pd.array([one.firm_id for one in whole], dtype=object),
                f"{side}_yearly_amount": amount,
                f"{side}_yearly_unit": "t",
                f"{side}_period": "year",
                f"{side}_lat": 38.4,
                f"{side}_lon": 27.1,
            }
        )
    return set(pools.pooled(pairs)["have_id"])


def test_no_merged_have_brings_salt_slag_onto_roads() -> None:
    assert members(ROADS) == {"salt", "other_salt"}
    assert members(RECYCLER) >= {"slag", "other_slag"}


CYANIDE, ACID = "kullanılmış siyanür banyosu", "kullanılmış asit banyosu"


@pytest.mark.parametrize(("names", "together"), [((ACID, ACID), 1), ((CYANIDE, ACID), 0)])
def test_cyanide_does_not_travel_with_acid(names: tuple[str, str], together: int) -> None:
    cards = [card(card_id, GIVE, name) for card_id, name in zip(("a", "b"), names, strict=True)]

    assert len(sharing.shared(cards)) == together


OIL = card("oil", GIVE, "atık motor yağı", waste_codes=("130205",))
REFINERY = Card(
    "r", WANT, "", firm_id="r", activity="atık yağ rafinasyonu", nace=("192001", "382201"), **PLACE
)
ENGINES = card("engines", WANT, "baz yağ, yol makineleri için")
ROAD_OIL = card("road_oil", WANT, "baz yağ, yolda toz bastırmak için")


def test_no_chain_ends_where_a_late_exclusion_keeps_the_have_away() -> None:
    frame = chains.of_index(build([OIL, ENGINES, ROAD_OIL]), [REFINERY], {})

    assert frame[["have_id", "site_id", "want_id"]].values.tolist() == [["oil", "r", "engines"]]
