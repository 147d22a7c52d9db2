"""Cases from the published exchanges, each place and everything from its source held out of the knowledge.

A case is a have (resource, giver's activity) against the wants of all precedents (use, taker's activity); right are the
wants of precedents with the same resource name. Sectors and uses were partly written by people who had read these
sources: the figures are upper limits, and what the ranking does elsewhere only unseen cases tell.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from core.domain.choices import Direction
from core.domain.evaluation.measures import Bools, Cases, Floats, Setting, parts
from core.domain.knowledge import mentions, precedents
from core.domain.knowledge.precedents import Precedent
from core.domain.matching.cards import Card
from core.domain.matching.features import Knowledge, knowledge

SETTINGS = {
    "English": Setting(),
    "Turkish": Setting("tr", "tr"),
    "Turkish haves, English wants": Setting("tr", "en"),
    "English, no NACE": Setting(with_nace=False),
    "Turkish, no NACE": Setting("tr", "tr", with_nace=False),
    "Turkish haves, English wants, no NACE": Setting("tr", "en", with_nace=False),
    "English, no activity": Setting(with_activity=False),
}


def held_out(rows: Sequence[Precedent]) -> list[list[int]]:
    """Return groups of rows that are left out together: those that share a place or a source, directly or by others."""
    group = list(range(len(rows)))
    for key in ("place", "source"):
        members: dict[str, list[int]] = defaultdict(list)
        for number, row in enumerate(rows):
            members[getattr(row, key)].append(number)
        for numbers in members.values():
            merged = {group[number] for number in numbers}
            group = [min(merged) if one in merged else one for one in group]
    found: dict[int, list[int]] = defaultdict(list)
    for number, one in enumerate(group):
        found[one].append(number)
    return list(found.values())


def cases(setting: Setting, known: Knowledge | None = None) -> Cases:
    """Return all cases of a setting."""
    known = known or knowledge()
    rows = precedents.all_precedents()
    haves = [have(row, setting) for row in rows]
    distinct = {want(row, setting): number for number, row in reversed(list(enumerate(rows)))}
    wants = [replace(card, id=f"w{number}") for card, number in distinct.items()]
    place = {replace(card, id=""): column for column, card in enumerate(wants)}
    right = _right(rows, [place[want(row, setting)] for row in rows], len(wants))
    found = parts(haves, wants, replace(known, precedents=precedents.base_of([])))
    found["precedent"] = _precedent_part(rows, haves, wants)
    return Cases(tuple(haves), tuple(wants), found, right, tuple(row.resource_en for row in rows))


def have(row: Precedent, setting: Setting) -> Card:
    """Return the giver's side of a precedent as a card."""
    language = setting.have_language
    name, activity = getattr(row, f"resource_{language}"), getattr(row, f"donor_{language}")
    return setting.card(Direction.HAVE, name, activity, row.donor_nace, row.id)


def want(row: Precedent, setting: Setting) -> Card:
    """Return the taker's side of a precedent as a card without id, so that equal ones are one."""
    language = setting.want_language
    name, activity = getattr(row, f"use_{language}"), getattr(row, f"receiver_{language}")
    return setting.card(Direction.WANT, name, activity, row.receiver_nace)


def _precedent_part(rows: Sequence[Precedent], haves: Sequence[Card], wants: Sequence[Card]) -> Floats:
    """Return haves × wants: what the precedents say of each pair, without those of the have's place or source."""
    part = np.zeros((len(haves), len(wants)))
    about_haves, about_wants = mentions.concepts_of(haves), mentions.concepts_of(wants)
    for group in held_out(rows):
        base = precedents.base_of([row for number, row in enumerate(rows) if number not in set(group)])
        given = precedents.as_giver([haves[number] for number in group], base, about_haves[group])
        taken = precedents.as_taker(wants, base, about_wants)
        for number, row in zip(group, given, strict=True):
            part[number] = (row * taken).max(axis=1, initial=0.0)
    return part


def _right(rows: Sequence[Precedent], want_of: Sequence[int], wants: int) -> Bools:
    by_resource: dict[str, list[int]] = defaultdict(list)
    for row, place in zip(rows, want_of, strict=True):
        by_resource[row.resource_en].append(place)
    right = np.zeros((len(rows), wants), dtype=bool)
    for number, row in enumerate(rows):
        right[number, by_resource[row.resource_en]] = True
    return right
