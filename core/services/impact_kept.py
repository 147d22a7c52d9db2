"""A region's impact, kept from one data version to the next: what changed is read and computed, the rest stands.

What an entry counts for hangs on the other synergies that draw on its have, what is computed of one too. So a have
with its synergies, or a synergy without one, is the part that is computed anew as a whole when anything of it changes.
"""

import threading
from collections.abc import Mapping
from datetime import date
from typing import TypeVar

from core.domain.impact import estimates, frames
from core.domain.impact.estimates import Estimated
from core.domain.impact.frames import Results, Told
from core.storage import impact as storage
from core.storage.database import Cursor, Database

Kept = TypeVar("Kept")
Marks = Mapping[str, tuple[str, int]]
"""By id: the part that it belongs to, and a mark that changes when anything of it does (storage.impact)."""
_ALL_FROM = 0.2  # of the parts changed: then everything is read at once


class KeptImpact:
    """The impact of one region of an open database; safe to share between threads."""

    def __init__(self, database: Database, region_id: str) -> None:
        self.region_id = region_id
        self._database = database
        self._lock = threading.Lock()
        self._stand: tuple[int, date] | None = None
        self._results: Results | None = None
        self._entry_marks: Marks = {}
        self._entries: dict[str, Told] = {}
        self._flow_marks: Marks = {}
        self._estimated: dict[str, Estimated] = {}

    def current(self, today: date) -> Results:
        """Return the results of a day as the records are now."""
        stand = self._database.version, today
        results = self._results
        if results is not None and self._stand == stand:
            return results
        with self._lock:
            if self._results is None or self._stand != stand:
                self._results = self._brought_up_to_date(today)
                self._stand = stand
            return self._results

    def _brought_up_to_date(self, today: date) -> Results:
        if self._stand is None or self._stand[1] != today:  # what counts, and how much, hangs on the day
            self._entry_marks, self._entries = {}, {}
        with self._database.reading() as cursor:
            entries_changed = self._take_entries(cursor, today)
            flows_changed = self._take_flows(cursor)
        if self._results is not None and not entries_changed and not flows_changed:
            return self._results
        entries = sorted(
            self._entries.values(), key=lambda one: (one.booked.entry.entered_at, one.booked.entry.entry_id)
        )
        return frames.framed(entries, sorted(self._estimated.values(), key=lambda one: one.order))

    def _take_entries(self, cursor: Cursor, today: date) -> bool:
        now = storage.marks(cursor, self.region_id)
        changed = _changed(self._entry_marks, now)
        if changed:
            parts = _to_read(changed, now)
            kept = _untouched(self._entries, self._entry_marks, changed)
            for one in storage.booked(cursor, self.region_id, today, parts):
                kept[one.entry.entry_id] = frames.told(one, today)
            self._entries, self._entry_marks = kept, now
        return bool(changed)

    def _take_flows(self, cursor: Cursor) -> bool:
        now = storage.flow_marks(cursor, self.region_id, estimates.FOLLOWED)
        changed = _changed(self._flow_marks, now)
        if changed:
            parts = _to_read(changed, now)
            kept = _untouched(self._estimated, self._flow_marks, changed)
            rows, entered = storage.flows(cursor, self.region_id, estimates.FOLLOWED, parts)
            kept |= {one.synergy_id: one for one in estimates.estimated(rows, entered)}
            self._estimated, self._flow_marks = kept, now
        return bool(changed)


def _changed(before: Marks, now: Marks) -> frozenset[str]:
    """Return the parts of which something came, changed, moved to another part or went."""
    return frozenset(part for _, (part, _) in before.items() ^ now.items())


def _to_read(changed: frozenset[str], now: Marks) -> frozenset[str] | None:
    """Return the parts to read, None for all: of many changed ones one query for all is quicker."""
    parts = {part for part, _ in now.values()}
    return None if len(changed) > _ALL_FROM * len(parts) else changed


def _untouched(kept: Mapping[str, Kept], before: Marks, changed: frozenset[str]) -> dict[str, Kept]:
    return {name: one for name, one in kept.items() if before[name][0] not in changed}
