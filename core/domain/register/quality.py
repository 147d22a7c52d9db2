"""How complete a card is, and what it lacks for a suggestion to be judged: half a card is kept, and shown as half."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

import pandas as pd

from core.domain.choices import Direction, Kind
from core.i18n import marked as m


class Gap(StrEnum):
    """What a card may lack, in the order in which an advisor would ask for it."""

    QUANTITY = "quantity"
    DESCRIPTION = "description"
    PLACE = "place"
    WASTE_CODE = "waste_code"
    COMPOSITION = "composition"
    HAZARD = "hazard"
    TIMING = "timing"
    HANDLING = "handling"
    PRICE = "price"
    PHOTO = "photo"


LABELS = {
    Gap.QUANTITY: m("quantity a year"),
    Gap.DESCRIPTION: m("description"),
    Gap.PLACE: m("place"),
    Gap.WASTE_CODE: m("waste code"),
    Gap.COMPOSITION: m("composition or condition"),
    Gap.HAZARD: m("whether it is hazardous"),
    Gap.TIMING: m("how often it arises"),
    Gap.HANDLING: m("what happens to it today"),
    Gap.PRICE: m("price"),
    Gap.PHOTO: m("photo"),
}
_COLUMNS = {  # a gap is closed by any of its columns
    Gap.QUANTITY: ("yearly_amount",),
    Gap.DESCRIPTION: ("description",),
    Gap.PLACE: ("lat", "zone_id", "district"),
    Gap.WASTE_CODE: ("waste_codes",),
    Gap.COMPOSITION: ("composition", "condition"),
    Gap.HAZARD: ("hazardous",),
    Gap.TIMING: ("recurrence", "interval_text", "months", "available_from", "period"),
    Gap.HANDLING: ("handling",),
    Gap.PRICE: ("price_per_unit",),
    Gap.PHOTO: ("has_photo",),
}
_FOR_SUGGESTION = (Gap.QUANTITY, Gap.DESCRIPTION, Gap.PLACE, Gap.WASTE_CODE)
_MEASURED = frozenset({Kind.MATERIAL, Kind.ENERGY, Kind.WATER})
_MATERIAL_ONLY = frozenset({Gap.WASTE_CODE, Gap.COMPOSITION, Gap.HAZARD, Gap.PHOTO})
_HAVE_ONLY = frozenset({Gap.WASTE_CODE, Gap.HAZARD, Gap.PHOTO})


def needed(kind: str, direction: str) -> tuple[Gap, ...]:
    """Return what a card of a kind and direction should say: no waste code of a training, no photo of a want.

    >>> [gap.value for gap in needed("expertise", "want")]
    ['quantity', 'description', 'place', 'timing', 'handling', 'price']
    """
    is_material, is_have = kind == Kind.MATERIAL, direction == Direction.HAVE
    return tuple(
        gap
        for gap in Gap
        if (is_material or gap not in _MATERIAL_ONLY) and (is_have or gap not in _HAVE_ONLY)
    )


def missing(card: Mapping[str, Any]) -> tuple[Gap, ...]:
    """Return what a card lacks; `card` is a row of resource_table.sql before anything is withheld."""
    return tuple(
        gap
        for gap in needed(card["kind"], card["direction"])
        if not any(_said(column, card.get(column)) for column in _COLUMNS[gap])
    )


def lacking(card: Mapping[str, Any]) -> tuple[Gap, ...]:
    """Return what of a card's gaps keeps it from being suggested well: what it is, how much, which code, where.

    A training or a hall needs no yearly quantity for that. my_day_cards.sql says the same of whole tables.

    >>> [gap.value for gap in lacking({"kind": "expertise", "direction": "have", "district": "Kınık"})]
    ['description']
    """
    gaps = missing(card)
    return tuple(
        gap
        for gap in _FOR_SUGGESTION
        if gap in gaps and (gap is not Gap.QUANTITY or card["kind"] in _MEASURED)
    )


def _said(column: str, value: Any) -> bool:
    if pd.isna(value):
        return False
    if column == "has_photo":
        return bool(value)
    return bool(value.strip()) if isinstance(value, str) else True
