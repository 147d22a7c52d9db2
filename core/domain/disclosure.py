"""What a reader may see of firms and cards. One place, asked for every output: what is shown depends on who reads it.

A firm is named only with a card that it agreed to show to everybody. Otherwise its name, photo, exact place, prices and
contacts are withheld, and its district is said only where at least three firms share sector and district.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from core.domain import nace, text
from core.domain.model import User, Visibility

CROWD = 3
_WITHHELD = (
    "firm_id", "firm_name", "site_id", "site_name", "lat", "lon", "coordinate_quality", "activity", "external_id",
    "price_per_unit", "price_unit", "price_date", "handling", "entered_by", "source_id", "zone_id", "zone_name_tr",
    "zone_name_en", "zone_short_name", "place", "nace",
)  # fmt: skip


@dataclass(frozen=True)
class Reader:
    """Whose eyes an output is for: the programme's staff, or somebody of the firm `firm_id` (None: of no firm)."""

    is_staff: bool
    firm_id: str | None = None


STAFF = Reader(is_staff=True)


def reader_of(user: User) -> Reader:
    """Return the reader that a signed-in user is when nobody looks over the shoulder."""
    return Reader(is_staff=user.is_staff, firm_id=user.firm_id)


def guest(firm_id: str | None) -> Reader:
    """Return the reader of a guest view: somebody of the firm in the room."""
    return Reader(is_staff=False, firm_id=firm_id)


def crowded_places(firms: pd.DataFrame) -> set[tuple[str, str]]:
    """Return the (sector, district) pairs that at least three firms share; `firms` has firm_id, nace, district."""
    known = firms.dropna(subset=["district"])
    sectors = known["nace"].map(nace.sector_group)
    counts = known.groupby([sectors.rename("sector"), "district"])["firm_id"].nunique()
    return {(str(key[0]), str(key[1])) for key, count in counts.items() if count >= CROWD}  # type: ignore[index]


def cards_for(cards: pd.DataFrame, reader: Reader, crowded: set[tuple[str, str]]) -> pd.DataFrame:
    """Return the cards that a reader may see, with what is not his to see set to None.

    `cards` has the columns of resource_table.sql. Added: `sector` (display group) and `is_named` (the firm may be named).
    """
    cards = cards.assign(sector=cards["nace"].map(nace.sector_group), is_named=True)
    if reader.is_staff:
        return cards
    own = cards["firm_id"] == reader.firm_id
    shown = own | ((cards["visibility"] != Visibility.ADVISORS.value) & ~cards["is_draft"])
    cards = cards[shown].copy()
    hidden = (cards["firm_id"] != reader.firm_id) & (cards["visibility"] != Visibility.EVERYBODY.value)
    names = cards["firm_name"].where(hidden)
    for column in ("name", "description", "composition", "condition"):
        cards[column] = [without_name(said, name) for said, name in zip(cards[column], names, strict=True)]
    place = pd.Series(list(zip(cards["sector"], cards["district"], strict=True)), index=cards.index)
    cards["district"] = cards["district"].where(~hidden | place.isin(crowded), None)
    for column in _WITHHELD:
        if column in cards:
            cards[column] = cards[column].astype(object).where(~hidden, None)
    cards["has_photo"] &= ~hidden
    cards["is_named"] = ~hidden
    return cards


def firms_for(firms: pd.DataFrame, reader: Reader, named: set[str]) -> pd.DataFrame:
    """Return the firms a reader may see: staff all, others only those that agreed to be named, and their own.

    `firms` has the columns of firm_table.sql; tax numbers and external ids are for staff only. Added: `sector`.
    """
    firms = firms.assign(sector=firms["nace"].map(nace.sector_group))
    if reader.is_staff:
        return firms
    shown = firms["firm_id"].isin(named) | (firms["firm_id"] == reader.firm_id)
    return firms[shown].assign(tax_number=None, external_id=None)


def without_name(said: str | None, firm_name: str | None) -> str | None:
    """Return a text in which the words that name the firm are dots.

    >>> without_name("Kordelya Salça fabrikasının posası", "Kordelya Salça Ltd. Şti.")
    '… … fabrikasının posası'
    """
    if not isinstance(said, str) or not isinstance(firm_name, str):
        return said
    telling = set(_telling_words(firm_name))
    return re.sub(r"\w+", lambda word: "…" if text.fold(word.group()) in telling else word.group(), said)


_LEGAL_FORMS = frozenset(
    "as a s ltd sti san tic ve sanayi ticaret anonim limited sirketi koop kooperatifi ith ihr pazarlama paz".split()
)


def _telling_words(firm_name: str) -> Iterable[str]:
    words = [text.fold(word) for word in re.findall(r"\w+", firm_name)]
    return (word for word in words[:2] if word not in _LEGAL_FORMS and len(word) > 2)
