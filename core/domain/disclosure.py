"""What a reader may see of firms and cards: one place, asked for every output.

A firm is named only with a card that it agreed to show to everybody. Otherwise its name, photo, exact place,
prices and contacts are withheld, and its district is said only where at least three firms share sector and
district.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt
import pandas as pd

from core.domain import nace, reference, text
from core.domain.choices import Visibility
from core.domain.model import User

CROWD = 3
_WITHHELD = (
    "firm_id", "firm_name", "site_id", "site_name", "lat", "lon", "coordinate_quality", "activity", "nace",
    "price_per_unit", "price_unit", "price_date", "price_vat_included", "handling", "entered_by", "source_id",
    "zone_id", "zone_name_tr", "zone_name_en", "zone_short_name", "place", "external_id",
)  # fmt: skip
_TYPED = ("name", "description", "composition", "condition", "quantity_typed", "interval_text")


@dataclass(frozen=True)
class Reader:
    """Whose eyes an output is for: the programme's staff, or somebody of a firm (`firm_id` None: of none)."""

    is_staff: bool
    firm_id: str | None = None


STAFF = Reader(is_staff=True)


def reader_of(user: User, *, as_guest: bool = False, guest_of: str | None = None) -> Reader:
    """Return the reader of an output: the user, or in a guest view of staff somebody of the firm `guest_of`.

    Who is not staff cannot become another firm's guest.
    """
    if user.is_staff:
        return guest(guest_of) if as_guest else STAFF
    return Reader(is_staff=False, firm_id=user.firm_id)


def guest(firm_id: str | None) -> Reader:
    """Return the reader of a guest view: somebody of the firm in the room."""
    return Reader(is_staff=False, firm_id=firm_id)


def crowded_places(firms: pd.DataFrame) -> set[tuple[str, str]]:
    """Return the (sector, district) pairs that at least three firms share.

    `firms` has the columns firm_id, nace, district.
    """
    known = firms.assign(sector=sectors(firms["nace"])).dropna(subset=["sector", "district"])
    counts = known.groupby(["sector", "district"])["firm_id"].nunique()
    return {(str(sector), str(district)) for sector, district in counts.index[counts >= CROWD]}


def sectors(codes: pd.Series) -> pd.Series:
    """Return the display group (sector_groups.csv) of activity codes, None where code or group is unknown."""
    groups = {code: nace.sector_group(code) for code in codes.dropna().unique()}
    names = [group.group_id if (group := groups.get(code)) else None for code in codes]
    return pd.Series(names, index=codes.index, dtype=object)


def cards_for(cards: pd.DataFrame, reader: Reader, crowded: set[tuple[str, str]]) -> pd.DataFrame:
    """Return the cards that a reader may see, with what is not his to see set to None.

    `cards` has the columns of resource_table.sql. Added: `sector` (display group), `is_named` (the firm may
    be named).
    """
    cards = cards.assign(sector=sectors(cards["nace"]), is_named=True)
    if reader.is_staff:
        return cards
    own = cards["firm_id"] == reader.firm_id
    shown = own | ((cards["visibility"] != Visibility.ADVISORS.value) & ~cards["is_draft"].astype(bool))
    cards, own = cards[shown].copy(), own[shown]
    hidden = ~own & (cards["visibility"] != Visibility.EVERYBODY.value)
    place = pd.Series(list(zip(cards["sector"], cards["district"], strict=True)), index=cards.index)
    vague = hidden & ~place.isin(crowded)
    telling = [
        _telling(name, zone, district if coarse else None) if hides else ""
        for name, zone, district, hides, coarse in zip(
            cards["firm_name"], cards["zone_short_name"], cards["district"], hidden, vague, strict=True
        )
    ]
    for column in _TYPED:
        texts = zip(cards[column], telling, own, strict=True)
        cards[column] = [said if mine else _discreet(said, words) for said, words, mine in texts]
    cards["district"] = cards["district"].astype(object).where(~vague, None)
    for column in _WITHHELD:
        cards[column] = cards[column].astype(object).where(~hidden, None)
    cards["has_photo"] &= ~hidden
    cards["is_named"] = ~hidden
    return cards


def coarse_pairs(
    pairs: pd.DataFrame, coarse: npt.NDArray[np.bool_], placed: npt.NDArray[np.bool_], parts: Sequence[str]
) -> pd.DataFrame:
    """Return scored pairs whose figures do not give away a place that the reader must not know.

    Where `coarse`, distance_km becomes the next ten above (nan unless `placed`: the district of both may be said), a
    part is rounded to 0.01, that of the distance to 0.05, and the score is their sum. Added: `is_coarse`.
    """
    pairs = pairs.assign(is_coarse=coarse)
    for part in parts:
        step = 0.05 if part == "distance" else 0.01
        pairs[part] = np.where(coarse, np.round(np.round(pairs[part] / step) * step, 2), pairs[part])
    pairs["score"] = np.where(coarse, pairs[list(parts)].sum(axis=1).round(2), pairs["score"])
    tens = np.maximum(np.ceil(pairs["distance_km"] / 10), 1) * 10
    pairs["distance_km"] = np.where(coarse, np.where(placed, tens, np.nan), pairs["distance_km"])
    return pairs


def firms_for(firms: pd.DataFrame, reader: Reader, named: set[str]) -> pd.DataFrame:
    """Return the firms a reader may see: staff all, others only those that agreed to be named, and their own.

    `firms` has the columns of firm_table.sql; tax numbers and external ids are for staff only. Added:
    `sector` (display group).
    """
    firms = firms.assign(sector=sectors(firms["nace"]))
    if reader.is_staff:
        return firms
    shown = firms["firm_id"].isin(named) | (firms["firm_id"] == reader.firm_id)
    return firms[shown].assign(tax_number=None, external_id=None)


def without_name(said: str | None, firm_name: str | None) -> str | None:
    """Return a text in which the words that name the firm, also with suffixes, are dots.

    >>> without_name("KORDELYA'nın salça posası, Kordelyadan haftalık", "Kordelya Salça Ltd. Şti.")
    "…'nın salça posası, … haftalık"
    >>> without_name("Kâğıt Karton balyası, karton tozu", "Kâğıt Karton San. A.Ş.")
    '… … balyası, karton tozu'
    """
    return _discreet(said, _telling(firm_name, None, None))


def _discreet(said: str | None, telling: str) -> str | None:
    """Return a text without the words of the expression `telling`, phone numbers and e-mail addresses."""
    if not isinstance(said, str):
        return None
    said = _REACHABLE.sub("…", said)
    if not telling or not (found := list(re.finditer(telling, _aligned(said)))):
        return said
    for match in reversed(found):
        dots = re.sub(r"\w+", "…", said[match.start() : match.end()])
        said = said[: match.start()] + dots + said[match.end() :]
    return said


_REACHABLE = re.compile(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:\+\s?90|\b0)[\s().-]*\d{3}[\s().-]*\d{3}[\s.-]*\d{2}[\s.-]*\d{2}\b"
)
_SAYS_NOTHING = """
as a s ss ltd sti san tic ve sanayi ticaret anonim limited sirketi koop kooperatifi ith ihr dis paz pazarlama
insaat ins turizm urunleri mam tes tesisleri org osb osbi bolgesi isl hizm
"""
_LEGAL_FORMS = frozenset(_SAYS_NOTHING.split())
_LETTER = re.compile(r"[^\W\d_]")


def _aligned(said: str) -> str:
    """Return a text folded letter by letter, so that places in it are places in the original."""
    return _LETTER.sub(lambda letter: (text.fold(letter.group()) or letter.group())[:1], said)


@cache
def _telling(firm_name: str | None, zone: str | None, district: str | None) -> str:
    """Return the expression that finds, in an aligned text, what tells the firm; "" where nothing does.

    Distinctive is a word that no list of activities or wastes uses: mostly the first, where stems are too
    coarse ("Çinkotaş"); what follows it names the trade. A firm called by common words only ("Kâğıt Karton")
    is found by its first two words in a row, for "karton" alone must stay readable.
    """
    expressions = []
    names = re.findall(r"\w+", _aligned(firm_name)) if isinstance(firm_name, str) else []
    words = [word for word in names if word not in _LEGAL_FORMS and len(word) > 2]
    common, common_stems = _common_words()
    own = [word for word in words[:1] if word not in common]
    distinctive = own or [word for word in words[1:] if text.stem(word) not in common_stems]
    expressions += [rf"\b{re.escape(word)}" + (r"\w*" if len(word) > 3 else r"\b") for word in distinctive]
    if not own and len(words) > 1:
        expressions.append(rf"\b{re.escape(words[0])}\w*\W+{re.escape(words[1])}\b")
    for place in (zone, district):
        if isinstance(place, str):
            expressions.append(rf"\b{re.escape(_aligned(place))}\w*")
    return "|".join(reversed(expressions))


@cache
def _common_words() -> tuple[frozenset[str], frozenset[str]]:
    said = [title for code in reference.nace_codes().values() for title in (code.title_tr, code.title_en)]
    said += [name for code in reference.waste_codes().values() for name in (code.name_tr, code.name_en)]
    said += [word for group in reference.material_groups().values() for word in group.words]
    common = frozenset(word for one in said for word in text.tokens(one))
    return common, frozenset(text.stems(common))
