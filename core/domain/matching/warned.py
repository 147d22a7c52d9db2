"""What must be known of a suggestion in which one side has no card, or both are on the same side.

Listed pairs are told of in `explaining`; here are firms by activity and shared use. Only what can be known is said: a
firm that listed nothing has no season and no purity, but its permits, its trade and its place are on record. Works on
rows as the reader sees them (columns: resource_table.sql, site_activity_table.sql).
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any

from core.domain.choices import Direction, Kind
from core.domain.matching import cautions, objections
from core.domain.matching.cards import Card
from core.domain.matching.cautions import Caution
from core.domain.matching.explaining import card_of, spot_of
from core.domain.matching.objections import Against, Objection, Row

_OF_TWO = (Objection.HAZARDOUS, Objection.SEASON, Objection.SEASON_PARTLY, Objection.DATES)
_UNSAID: dict[str, Any] = {
    "months": None, "available_from": None, "available_until": None, "recurrence": None, "composition": None,
    "condition": None, "hazardous": None,
}  # fmt: skip


@dataclass(frozen=True)
class Warned:
    """The rules that meet a suggestion, the gravest first, and what is missing or speaks against it."""

    cautions: tuple[Caution, ...] = ()
    against: tuple[Against, ...] = ()


def of_taker(card: Row, site: Row, km: float | None, permitted: Collection[str] | None) -> Warned:
    """Return what must be known before a have goes to a site that takes such things by its activity.

    `permitted` holds the waste codes that the site has a permit for, None where that is not for the reader.
    """
    have = card_of(card)
    return Warned(
        cautions.between(
            have,
            replace(by_activity(site), kind=have.kind),
            is_hazardous=objections.says_hazardous(card),
            giver=spot_of(card),
            taker=spot_of(site),
        ),
        objections.against(card, {**_UNSAID, "kind": card["kind"]}, have, km, permitted),
    )


def of_giver(card: Row, site: Row, thing: str, km: float | None) -> Warned:
    """Return what must be known before a want takes `thing` from a site that gives it off by its activity."""
    want = card_of(card)
    have = replace(by_activity(site), direction=Direction.HAVE, name=thing or want.name, kind=want.kind)
    said = objections.against(
        {**_UNSAID, "kind": card["kind"]}, {**_UNSAID, "kind": card["kind"]}, have, km, have.waste_codes
    )
    return Warned(
        cautions.between(have, want, giver=spot_of(site), taker=spot_of(card)),
        tuple(one for one in said if one.objection is Objection.FAR),
    )


def of_shared(one: Row, other: Row) -> Warned:
    """Return what must be known before two cards of one direction use a service together."""
    found = [_of_thing(row) for row in (one, other)]
    card = card_of(one)
    said = objections.against(one, other, card, None, card.waste_codes)
    return Warned(
        cautions.together(found), tuple(against for against in said if against.objection in _OF_TWO)
    )


def by_activity(site: Row) -> Card:
    """Return a site as a want without a name: only what it does speaks."""
    activity, nace = site["activity"], site["nace"]
    return Card(
        id="",
        direction=Direction.WANT,
        name="",
        activity=activity if isinstance(activity, str) else "",
        nace=(nace.replace(".", ""),) if isinstance(nace, str) and nace else (),
    )


def common(told: Sequence[Warned]) -> Warned:
    """Return what is said of all of several suggestions, so that it need be said once."""
    if not told:
        return Warned()
    first, others = told[0], told[1:]
    return Warned(
        tuple(one for one in first.cautions if all(one in other.cautions for other in others)),
        tuple(one for one in first.against if all(one in other.against for other in others)),
    )


def beside(told: Warned, common: Warned) -> Warned:
    """Return what is said of a suggestion and not of all."""
    return Warned(
        tuple(one for one in told.cautions if one not in common.cautions),
        tuple(one for one in told.against if one not in common.against),
    )


def _of_thing(row: Row) -> tuple[Caution, ...]:
    """Return the rules that hold for what a card gives whoever takes it, or for what it asks for."""
    card = card_of(row)
    if card.direction is Direction.HAVE:
        return cautions.between(
            card,
            Card("", Direction.WANT, ""),
            is_hazardous=objections.says_hazardous(row),
            giver=spot_of(row),
        )
    thing = Card("", Direction.HAVE, card.name, kind=card.kind or Kind.MATERIAL)
    return cautions.between(thing, card, taker=spot_of(row))
