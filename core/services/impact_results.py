"""The region's impact as frames: what counts by measure, basis and year, with the computed estimates beside it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from core.domain import nace
from core.domain.impact import years
from core.domain.impact.booking import Booked
from core.domain.impact.counting import Counted, NotCounted
from core.domain.impact.entries import UNITS
from core.domain.impact.sums import COMPUTED, LINES, PARTS
from core.domain.model import User
from core.domain.synergies import stage_times as times
from core.services import impact
from core.services.permissions import permitted
from core.storage import impact as storage
from core.storage.database import Database


@dataclass(frozen=True)
class Results:
    """`lines` and `parts` as core/domain/impact/sums.py says; `not_counted`: entry_id, synergy_id, title, measure,
    value, unit, basis, why, instead; `entries`: the ledger itself; `computed`: services.impact of synergies without
    entries."""

    lines: pd.DataFrame
    parts: pd.DataFrame
    not_counted: pd.DataFrame
    entries: tuple[Booked, ...]
    computed: impact.Impact


@permitted
def of_region(database: Database, user: User, *, today: date) -> Results:
    """Return what the region's ledger comes to today, and what is only computed."""
    computed = impact.of_region(database, user, without_entries=True)
    with database.reading() as cursor:
        entries = storage.booked(cursor, user.region_id, today)
    return Results(
        _lines(entries, computed, today),
        _parts(entries, today),
        _not_counted(entries),
        entries,
        computed,
    )


@permitted
def stage_times(database: Database, user: User, *, today: date) -> pd.DataFrame:
    """Return how long synergies stay in each stage (columns: core.domain.synergies.stage_times.stage_times)."""
    with database.reading() as cursor:
        return times.stage_times(cursor.frame("synergy_stage_table", region_id=user.region_id), today)


@permitted
def drop_outs(database: Database, user: User) -> pd.DataFrame:
    """Return why synergies stalled or were dropped (columns: core.domain.synergies.stage_times.drop_outs)."""
    with database.reading() as cursor:
        return times.drop_outs(cursor.frame("synergy_stage_table", region_id=user.region_id))


def _lines(entries: tuple[Booked, ...], computed: impact.Impact, today: date) -> pd.DataFrame:
    """Return one row an entry that counts, and one a computed measure of synergies without entries."""
    counted = [(one.state, one) for one in entries if isinstance(one.state, Counted)]
    current = {one.entry.entry_id for one, _ in years.a_year([state for state, _ in counted], today)}
    rows = [_line(state, _about(one), one.entry.entry_id in current) for state, one in counted]
    ours = pd.DataFrame(rows, columns=LINES)
    theirs = _computed_lines(computed)
    if ours.empty or theirs.empty:  # concat of an empty frame changes types
        return theirs if ours.empty else ours
    return pd.concat([ours, theirs], ignore_index=True)


def _parts(entries: tuple[Booked, ...], today: date) -> pd.DataFrame:
    """Return one row an entry that counts, basis and calendar year up to today."""
    rows = []
    for one in entries:
        if isinstance(one.state, Counted):
            for part in years.parts(one.state, today):
                row = {
                    "entry_id": part.entry_id,
                    "measure": part.measure.value,
                    "basis": part.basis.value,
                    "year": part.year,
                    "price_on": one.entry.price_on,
                    "firm_id": one.entry.firm_id,
                }
                rows.append(row | _band(part.band) | _about(one))
    return pd.DataFrame(rows, columns=PARTS)


def _about(one: Booked) -> dict[str, Any]:
    """Return what sums group by, of an entry's synergy."""
    return {
        "synergy_id": one.entry.synergy_id,
        "title": one.title,
        "stage": one.stage.value,
        "kind": one.kind.value,
        "sector": nace.sector_id(one.giver_nace),
        "taker_sector": nace.sector_id(one.taker_nace),
        "zone_id": one.zone_id,
    }


def _line(one: Counted, about: dict[str, Any], current: bool) -> dict[str, Any]:
    entry = one.entry
    return {
        "entry_id": entry.entry_id,
        "measure": entry.measure.value,
        "basis": one.basis.value,
        "unit": entry.unit,
        "recurs": entry.recurs,
        "current": current,
        "lapsed": one.lapsed,
        "share": one.share,
        "price_on": entry.price_on,
        "firm_id": entry.firm_id,
        "factor_ids": ";".join(entry.factor_ids) or None,
        **_band(years.band_of(one)),
        **about,
    }


def _computed_lines(computed: impact.Impact) -> pd.DataFrame:
    """Return one row a computed measure of a synergy, with what sums group by."""
    known = ["synergy_id", "title", "stage", "kind", "sector", "taker_sector", "zone_id", "recurring"]
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


def _band(band: years.Band) -> dict[str, float]:
    return {"low": band.low, "value": band.value, "high": band.high}


def _not_counted(entries: tuple[Booked, ...]) -> pd.DataFrame:
    rows = [
        [
            one.entry.entry_id,
            one.entry.synergy_id,
            one.title,
            one.entry.measure.value,
            one.entry.value,
            one.entry.unit,
            one.entry.basis.value,
            one.state.why.value,
            one.state.instead,
        ]
        for one in entries
        if isinstance(one.state, NotCounted)
    ]
    return pd.DataFrame(
        rows, columns="entry_id synergy_id title measure value unit basis why instead".split()
    )
