"""Narrowing a list of suggested pairs down to what a reader looks for."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pandas as pd
from rapidfuzz import process

from core.domain import reference
from core.domain.explaining import joined
from core.domain.text import fold

SIDES = ("have", "want")
_LIKE_ENOUGH = 80  # of 100: one letter wrong in a word of five


@dataclass(frozen=True)
class Choice:
    """What to look for; None or "" stands for everything.

    `side` ("have" or "want") narrows search, zone, sector, waste code and amount to one side of the pair, None lets
    either side fulfil each. `code` is the beginning of a waste code. `least` is a yearly amount in `unit`.
    """

    search: str = ""
    side: str | None = None
    kind: str | None = None
    sector: str | None = None
    zone_id: str | None = None
    most_km: float | None = None
    code: str = ""
    least: float | None = None
    unit: str = "t"
    hazardous: bool | None = None


def prepared(pairs: pd.DataFrame) -> pd.DataFrame:
    """Return pairs (services.suggesting.pairs) with what `chosen` looks at.

    Added: have_words and want_words (folded text of a side), is_hazardous (the card says so or a waste code does).
    """
    pairs = pairs.assign(is_hazardous=hazardous(pairs, "have") | hazardous(pairs, "want"))
    for side in SIDES:
        columns = [f"{side}_{name}" for name in ("id", "name", "description", "firm_name", "district")]
        texts = pairs[columns].itertuples(index=False)
        pairs[f"{side}_words"] = pd.Series(
            [fold(joined(row)) for row in texts], index=pairs.index, dtype=object
        )
    return pairs


def hazardous(pairs: pd.DataFrame, side: str) -> "pd.Series[bool]":
    """Return where a side is hazardous: the card says so, or one of its waste codes is starred in the list."""
    starred = {code for code, entry in reference.waste_codes().items() if entry.hazardous}
    by_code = [
        isinstance(codes, str) and not starred.isdisjoint(codes.split(";"))
        for codes in pairs[f"{side}_waste_codes"]
    ]
    said = pairs[f"{side}_hazardous"].map(lambda value: value is True or value == 1)
    return said.astype(bool) | pd.Series(by_code, index=pairs.index, dtype=bool)


def chosen(pairs: pd.DataFrame, choice: Choice) -> pd.DataFrame:
    """Return the `prepared` pairs that fulfil every wish of a choice, in their order.

    A word that no card has is taken for a typing error of the nearest word that one has.
    """
    sides = SIDES if choice.side is None else (choice.side,)
    kept = pd.Series(True, index=pairs.index)
    for word in _spelled(choice.search, pairs, sides):
        kept &= _either(pairs[f"{side}_words"].str.contains(word, regex=False) for side in sides)
    if choice.kind is not None:
        kept &= _either(pairs[f"{side}_kind"] == choice.kind for side in SIDES)
    if choice.sector is not None:
        kept &= _either(pairs[f"{side}_sector"] == choice.sector for side in sides)
    if choice.zone_id is not None:
        kept &= _either(pairs[f"{side}_zone_id"] == choice.zone_id for side in sides)
    if choice.most_km is not None:
        kept &= pairs["distance_km"] <= choice.most_km
    code = "".join(letter for letter in choice.code if letter.isdigit())
    if code:
        kept &= _either(_carries(pairs[f"{side}_waste_codes"], code) for side in sides)
    if choice.least is not None:
        kept &= _either(
            (pairs[f"{side}_yearly_unit"] == choice.unit) & (pairs[f"{side}_yearly_amount"] >= choice.least)
            for side in sides
        )
    if choice.hazardous is not None:
        kept &= pairs["is_hazardous"] == choice.hazardous
    return pairs[kept]


def values(pairs: pd.DataFrame, name: str) -> list[Any]:
    """Return what a display column holds on either side, each once, sorted: the choices worth offering."""
    return sorted({value for side in SIDES for value in pairs[f"{side}_{name}"].dropna()})


def _either(answers: Iterable["pd.Series[bool]"]) -> "pd.Series[bool]":
    answers = list(answers)
    found = answers[0]
    for answer in answers[1:]:
        found = found | answer
    return found


def _carries(cells: "pd.Series[Any]", code: str) -> "pd.Series[bool]":
    found = [isinstance(cell, str) and any(one.startswith(code) for one in cell.split(";")) for cell in cells]
    return pd.Series(found, index=cells.index, dtype=bool)


def _spelled(search: str, pairs: pd.DataFrame, sides: tuple[str, ...]) -> list[str]:
    words = fold(search).split()
    if not words:
        return []
    texts = [text for side in sides for text in pairs[f"{side}_words"].unique()]
    whole = "\n".join(texts)
    known = (
        {word for text in texts for word in text.split()}
        if any(word not in whole for word in words)
        else set()
    )
    return [word if word in whole else _nearest(word, known) for word in words]


def _nearest(word: str, known: set[str]) -> str:
    found = process.extractOne(word, sorted(known), score_cutoff=_LIKE_ENOUGH)
    return str(found[0]) if found else word
