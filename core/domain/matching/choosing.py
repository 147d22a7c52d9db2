"""Narrowing a list of suggested pairs down to what a reader looks for."""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pandas as pd
from rapidfuzz import fuzz, process

from core.domain import reference
from core.domain.frames import records
from core.domain.matching.explaining import joined
from core.domain.text import fold, stem, stems

SIDES = ("have", "want")
_LIKE_ENOUGH = 80  # of 100: one letter wrong in a word of five
_BEGINNING = 4  # letters: fewer begin too many words ("cam" is not "çamur")
_WORD = re.compile(r"\w+")


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


def prepared(pairs: pd.DataFrame, sides: tuple[str, str] = SIDES) -> pd.DataFrame:
    """Return pairs (services.suggesting.pairs) with what `chosen` looks at; `sides` are the prefixes of their columns.

    Added: have_words and want_words (a side's folded words and their stems, a blank before and after each),
    is_hazardous (the card says so or a waste code does).
    """
    pairs = pairs.assign(is_hazardous=hazardous(pairs, sides[0]) | hazardous(pairs, sides[1]))
    for side in sides:
        columns = [f"{side}_{name}" for name in ("id", "name", "description", "firm_name", "district")]
        rows = list(pairs[columns].astype(object).where(pairs[columns].notna(), None).itertuples(index=False))
        words = {row: _searchable(joined(row)) for row in set(rows)}
        pairs[f"{side}_words"] = pd.Series([words[row] for row in rows], index=pairs.index, dtype=object)
    return pairs


def hazardous(pairs: pd.DataFrame, side: str) -> "pd.Series[bool]":
    """Return where a side is hazardous: the card says so, or one of its waste codes is starred in the list."""
    starred = {code for code, entry in reference.waste_codes().items() if entry.hazardous}
    by_code = [
        isinstance(codes, str) and not starred.isdisjoint(codes.split(";"))
        for codes in pairs[f"{side}_waste_codes"]
    ]
    said = [not pd.isna(value) and bool(value) for value in pairs[f"{side}_hazardous"]]
    return pd.Series(said, index=pairs.index, dtype=bool) | pd.Series(by_code, index=pairs.index, dtype=bool)


def chosen(pairs: pd.DataFrame, choice: Choice, both: tuple[str, str] = SIDES) -> pd.DataFrame:
    """Return the `prepared` pairs that fulfil every wish of a choice, in their order; what is searched for and stands
    in the name of a card or firm comes before what stands in a description.

    A word that no card has is taken for a typing error of the nearest word that one has.
    """
    sides = both if choice.side is None else (choice.side,)
    kept = pd.Series(True, index=pairs.index)
    words = _spelled(choice.search, pairs, sides)
    for word in words:
        kept &= _either(pairs[f"{side}_words"].str.contains(word, regex=False) for side in sides)
    if choice.kind is not None:
        kept &= _either(pairs[f"{side}_kind"] == choice.kind for side in both)
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
    return _named_first(pairs[kept], words, sides) if words else pairs[kept]


def page_count(pairs: pd.DataFrame, size: int) -> int:
    """Return how many pages of `size` pairs there are."""
    return math.ceil(len(pairs) / size)


def page(pairs: pd.DataFrame, number: int, size: int) -> list[dict[str, Any]]:
    """Return the pairs of a page, counted from 1, as rows."""
    return records(pairs.iloc[(number - 1) * size : number * size])


def values(pairs: pd.DataFrame, name: str, sides: tuple[str, str] = SIDES) -> list[Any]:
    """Return what a display column holds on either side, each once, sorted: the choices worth offering."""
    return sorted({value for side in sides for value in pairs[f"{side}_{name}"].dropna()})


def _named_first(found: pd.DataFrame, words: list[str], sides: tuple[str, ...]) -> pd.DataFrame:
    columns = [f"{side}_{name}" for side in sides for name in ("id", "name", "firm_name")]
    rows = [joined(row) for row in found[columns].itertuples(index=False)]
    texts = {row: _searchable(row) for row in set(rows)}
    named = [all(word in texts[row] for word in words) for row in rows]
    return found.iloc[sorted(range(len(rows)), key=lambda place: not named[place])]


def _either(answers: Iterable["pd.Series[bool]"]) -> "pd.Series[bool]":
    answers = list(answers)
    found = answers[0]
    for answer in answers[1:]:
        found = found | answer
    return found


def _carries(cells: "pd.Series[Any]", code: str) -> "pd.Series[bool]":
    found = [isinstance(cell, str) and any(one.startswith(code) for one in cell.split(";")) for cell in cells]
    return pd.Series(found, index=cells.index, dtype=bool)


def _searchable(typed: str) -> str:
    words = _WORD.findall(fold(typed))
    return f" {' '.join(dict.fromkeys([*words, *stems(words)]))} "


def _wanted(word: str) -> str:
    """Return what a word is looked for by: its stem whole, from four letters on also as a beginning."""
    found = stem(word)
    return f" {found}" if len(found) >= _BEGINNING else f" {found} "


def _spelled(search: str, pairs: pd.DataFrame, sides: tuple[str, ...]) -> list[str]:
    words = _WORD.findall(fold(search))
    if not words:
        return []
    texts = [text for side in sides for text in pairs[f"{side}_words"].unique()]
    whole = "".join(texts)
    known = sorted({word for text in texts for word in text.split()})
    return [_wanted(word) if _wanted(word) in whole else _wanted(_nearest(word, known)) for word in words]


def _nearest(word: str, known: list[str]) -> str:
    found = process.extractOne(word, known, scorer=fuzz.ratio, score_cutoff=_LIKE_ENOUGH)
    return str(found[0]) if found else word
