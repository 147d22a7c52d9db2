"""The register's lists: one row a firm and one row a card, with the words in which a search looks."""

import re
from typing import Any

import pandas as pd

from core.domain import geography, reference
from core.domain.frames import records
from core.domain.register import taxnumber
from core.domain.register.finding import closest

_FEWEST_DIGITS = 3  # a shorter number is a word like any other


def firm_rows(firms: pd.DataFrame, cards: pd.DataFrame) -> pd.DataFrame:
    """Return one row a firm: firm_id, name, sector, zone_id, district, sites, haves, wants, tax_number, words, codes.

    `firms` as firms.table and `cards` as resources.table give them for one reader. Sector and place are those of the
    firm's first site; a person's tax number is masked; `codes` are digits to search by.
    """
    counted = geography.counted(firms.assign(haves=0, wants=0), cards)
    texts = ["name", "site_name", "district", "activity", "external_id", "zone_id"]
    counted["words"] = [_words(row, texts) for row in records(counted)]
    grouped = counted.groupby("firm_id", sort=False)
    rows = grouped.first()[["name", "sector", "zone_id", "district", "tax_number"]]
    rows = rows.assign(
        sites=grouped["site_id"].nunique(),
        haves=grouped["haves"].sum(),
        wants=grouped["wants"].sum(),
        words=grouped["words"].agg(" ".join),
        codes=rows["tax_number"].fillna(""),
    )
    rows["tax_number"] = [
        taxnumber.masked(one) if isinstance(one, str) else None for one in rows["tax_number"]
    ]
    return rows.reset_index()


def card_rows(cards: pd.DataFrame) -> pd.DataFrame:
    """Return the cards of a reader with `words` and `codes` to search by, those of unnamed firms left out."""
    named = cards[cards["is_named"].astype(bool)].reset_index(drop=True)
    texts = ["name", "description", "firm_name", "site_name", "district", "zone_id"]
    words = pd.Series([_words(row, texts) for row in records(named)], index=named.index, dtype=object)
    return named.assign(words=words, codes=named["waste_codes"].fillna(""))


def searched(rows: pd.DataFrame, query: str, **wanted: object) -> pd.DataFrame:
    """Return the rows that hold what is asked for, best first; without a query in their order.

    A query of digits (a tax number, a waste code) is looked for in `codes`, words forgive missing dots and errors.
    `wanted` names columns and the value that they must have; None asks for nothing.
    """
    for column, value in wanted.items():
        if value is not None:
            rows = rows[rows[column] == value]
    digits = re.sub(r"[\s.*]", "", query)
    if digits.isdigit() and len(digits) >= _FEWEST_DIGITS:
        return rows[rows["codes"].str.contains(digits, regex=False)]
    if not query.strip():
        return rows
    return rows.iloc[closest(query, list(rows["words"]), len(rows))]


def _words(row: dict[str, Any], columns: list[str]) -> str:
    zone = reference.zones().get(str(row["zone_id"]))
    said = [row[column] for column in columns if column != "zone_id"]
    named = [zone.name_tr, zone.name_en, zone.short] if zone else []
    return " ".join(str(one) for one in [*said, *named] if isinstance(one, str))
