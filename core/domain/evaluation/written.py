"""Cases of data/evaluation: written from general knowledge by people who had not seen data/knowledge.

Not published exchanges, never knowledge: they only tell what the ranking does on texts that nobody had before his eyes
when the knowledge was written. One row names one right answer among several that would do. The rounds were written
apart from each other; each is measured alone.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import numpy as np

from core.config import EVALUATION
from core.domain import datafiles
from core.domain.choices import Direction
from core.domain.evaluation.measures import Cases, Setting, parts
from core.domain.matching.cards import Card
from core.domain.matching.features import knowledge

SETTINGS = {
    "exchanges, English": ("exchanges", Setting()),
    "exchanges, English, no NACE": ("exchanges", Setting(with_nace=False)),
    "exchanges, Turkish, no NACE": ("exchanges", Setting("tr", "tr", with_nace=False)),
    "exchanges, Turkish haves, English wants": ("exchanges", Setting("tr", "en")),
    "parks, English": ("parks", Setting()),
    "parks, Turkish": ("parks", Setting("tr", "tr")),
    "services, English": ("services", Setting()),
    "services, Turkish": ("services", Setting("tr", "tr")),
}


@cache
def rows_of(name: str, round_number: int = 1) -> tuple[dict[str, str], ...]:
    """Return the rows of a file of data/evaluation that belong to a round; none where the round has none."""
    rows = datafiles.rows_of(f"{name}.csv", EVALUATION)
    return tuple(row for row in rows if int(row["round"]) == round_number)


def title(round_number: int) -> str:
    """Return what the tables call a round.

    >>> title(2)
    'written, round 2'
    """
    return f"written, round {round_number}"


def cases(name: str, setting: Setting, round_number: int = 1) -> Cases:
    """Return the cases of "exchanges", "parks" (a term against an activity) or "services" of a round."""
    have_of, want_of = _SIDES[name]
    rows = rows_of(name, round_number)
    haves = _distinct([have_of(row, setting) for row in rows])
    wants = _distinct([want_of(row, setting) for row in rows])
    right_of: dict[str, set[int]] = {}
    for row in rows:
        right_of.setdefault(_group(name, row), set()).add(wants[want_of(row, setting)])
    right = np.zeros((len(haves), len(wants)), dtype=bool)
    groups = [""] * len(haves)
    for row in rows:
        number = haves[have_of(row, setting)]
        groups[number] = _group(name, row)
        right[number, list(right_of[groups[number]])] = True
    have_cards, want_cards = _numbered(haves, "h"), _numbered(wants, "w")
    return Cases(have_cards, want_cards, parts(have_cards, want_cards, knowledge()), right, tuple(groups))


def _group(name: str, row: dict[str, str]) -> str:
    return row[{"exchanges": "resource_en", "parks": "term_en", "services": "id"}[name]].casefold()


def _distinct(cards: Sequence[Card]) -> dict[Card, int]:
    return {card: number for number, card in enumerate(dict.fromkeys(cards))}


def _numbered(cards: dict[Card, int], letter: str) -> tuple[Card, ...]:
    return tuple(replace(card, id=f"{letter}{number}") for card, number in cards.items())


def right_divisions(row: dict[str, str]) -> tuple[str, ...]:
    """Return the NACE division of the receiver, then those that would do as well, for a row of exchanges.csv."""
    return row["receiver_nace"][:2], *datafiles.listed(row["also"])


def exchange_have(row: dict[str, str], setting: Setting) -> Card:
    """Return the giver's side of a row of exchanges.csv."""
    language = setting.have_language
    name, activity = row[f"resource_{language}"], row[f"giver_{language}"]
    return setting.card(Direction.HAVE, name, activity, row["giver_nace"])


def taken_have(row: dict[str, str], setting: Setting) -> Card:
    """Return the have of a row of takers.csv."""
    language = setting.have_language
    return setting.card(Direction.HAVE, row[f"have_{language}"], row[f"activity_{language}"], row["nace"])


def _exchange_want(row: dict[str, str], setting: Setting) -> Card:
    language = setting.want_language
    name, activity = row[f"use_{language}"], row[f"receiver_{language}"]
    return setting.card(Direction.WANT, name, activity, row["receiver_nace"])


def _park_have(row: dict[str, str], setting: Setting) -> Card:
    return Card("", Direction.HAVE, row[f"term_{setting.have_language}"])


def _park_want(row: dict[str, str], setting: Setting) -> Card:
    return Card("", Direction.WANT, row[f"activity_{setting.want_language}"])


def offered(row: dict[str, str], setting: Setting) -> Card:
    """Return the have of a row of services.csv, unsafe.csv or safe.csv."""
    language = setting.have_language
    codes = datafiles.listed(row.get("have_code", ""))
    activity = row[f"have_activity_{language}"]
    return Card("", Direction.HAVE, row[f"have_{language}"], activity=activity, waste_codes=codes)


def wanted(row: dict[str, str], setting: Setting) -> Card:
    """Return the want of a row of services.csv, unsafe.csv or safe.csv."""
    language = setting.want_language
    return Card("", Direction.WANT, row[f"want_{language}"], activity=row[f"want_activity_{language}"])


_SIDES = {
    "exchanges": (exchange_have, _exchange_want),
    "parks": (_park_have, _park_want),
    "services": (offered, wanted),
}
