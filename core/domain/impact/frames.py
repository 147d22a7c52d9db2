"""Rows of the ledger's entries, and the frames of a region's results: made row by row, so that rows can be kept."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

import pandas as pd

from core.domain import nace
from core.domain.impact import estimates, years
from core.domain.impact.booking import Booked
from core.domain.impact.counting import Counted
from core.domain.impact.entries import UNITS
from core.domain.impact.sums import ABOUT, COMPUTED, LINES, PARTS

Row = tuple[Any, ...]
NOT_COUNTED = "entry_id synergy_id title measure value unit basis why instead".split()


@dataclass(frozen=True)
class Results:
    """`lines` and `parts` as core/domain/impact/sums.py says; `not_counted`: entry_id, synergy_id, title, measure,
    value, unit, basis, why, instead; `entries`: the ledger itself; `computed`: estimates of synergies without
    entries. Sessions share the frames: nobody alters them."""

    lines: pd.DataFrame
    parts: pd.DataFrame
    not_counted: pd.DataFrame
    entries: tuple[Booked, ...]
    computed: estimates.Impact


@dataclass(frozen=True)
class Told:
    """An entry with its rows on a day: `line` and `parts` where it counts, else `not_counted`."""

    booked: Booked
    line: Row | None
    parts: tuple[Row, ...]
    not_counted: Row | None


def told(one: Booked, today: date) -> Told:
    """Return the rows of one entry."""
    state = one.state
    if not isinstance(state, Counted):
        entry = one.entry
        row = (
            entry.entry_id,
            entry.synergy_id,
            one.title,
            entry.measure.value,
            entry.value,
            entry.unit,
            entry.basis.value,
            state.why.value,
            state.instead,
        )
        return Told(one, None, (), row)
    about = _about(one)
    return Told(one, _line(state, about, today), tuple(_parts(state, about, today)), None)


def framed(entries: Sequence[Told], estimated: Iterable[estimates.Estimated]) -> Results:
    """Return the results of a region: entries oldest first, estimates in their own order."""
    computed = estimates.framed(list(estimated))
    return Results(
        _lines(entries, computed),
        pd.DataFrame([row for one in entries for row in one.parts], columns=PARTS),
        pd.DataFrame([one.not_counted for one in entries if one.not_counted], columns=NOT_COUNTED),
        tuple(one.booked for one in entries),
        computed,
    )


def _lines(entries: Sequence[Told], computed: estimates.Impact) -> pd.DataFrame:
    """Return one row an entry that counts, and one a computed measure of synergies without entries."""
    ours = pd.DataFrame([one.line for one in entries if one.line], columns=LINES)
    theirs = _computed_lines(computed)
    if ours.empty or theirs.empty:  # concat of an empty frame changes types
        return theirs if ours.empty else ours
    return pd.concat([ours, theirs], ignore_index=True)


def _about(one: Booked) -> Row:
    """Return what sums group by, of an entry's synergy, in the order of ABOUT."""
    return (
        one.entry.synergy_id,
        one.title,
        one.stage.value,
        one.kind.value,
        _sector(one.giver_nace),
        _sector(one.taker_nace),
        one.zone_id,
    )


@lru_cache(maxsize=2_000)
def _sector(code: str | None) -> str | None:
    return nace.sector_id(code)


def _line(one: Counted, about: Row, today: date) -> Row:
    """Return the values of LINES."""
    entry, band = one.entry, years.band_of(one)
    return (
        entry.entry_id,
        entry.measure.value,
        one.basis.value,
        entry.unit,
        entry.recurs,
        any(True for _ in years.a_year([one], today)),
        one.lapsed,
        one.share,
        band.low,
        band.value,
        band.high,
        entry.price_on,
        entry.firm_id,
        ";".join(entry.factor_ids) or None,
        *about,
    )


def _parts(one: Counted, about: Row, today: date) -> Iterable[Row]:
    """Return the values of PARTS: a row for each basis and calendar year up to today."""
    entry = one.entry
    for part in years.parts(one, today):
        yield (
            part.entry_id,
            part.measure.value,
            part.basis.value,
            part.year,
            part.band.low,
            part.band.value,
            part.band.high,
            entry.price_on,
            entry.firm_id,
            *about,
        )


def _computed_lines(computed: estimates.Impact) -> pd.DataFrame:
    """Return one row a computed measure of a synergy, with what sums group by."""
    known = [*ABOUT, "recurring"]
    found = computed.measures.merge(computed.counted[known], on="synergy_id").rename(
        columns={"recurring": "recurs"}
    )
    units = {measure.value: unit for measure, unit in UNITS.items()}
    found = found.assign(
        entry_id=None,
        basis=COMPUTED,
        unit=found["measure"].map(units),
        recurs=found["recurs"].astype(bool),
        current=True,
        lapsed=False,
        share=1.0,
        price_on=None,
        firm_id=None,
        factor_ids=None,
    )
    return found[LINES]
