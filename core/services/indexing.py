"""The live index of suggestions: one for each region, kept beside the database, up to date with every write.

After a write only the cards that changed are taken in: their fingerprints are compared, nothing is built anew. Sessions
share the index; whoever comes first after a write brings it up to date while the others wait for these milliseconds.
"""

import threading
from collections.abc import Callable

import pandas as pd

from core.domain.knowledge.own_precedents import knowledge_with
from core.domain.knowledge.precedents import Precedent
from core.domain.matching.cards import Card
from core.domain.matching.index import Index, build, updated
from core.domain.model import User
from core.services import own_precedents
from core.storage import cards as cards_storage
from core.storage import index_store
from core.storage.database import Cursor, Database

REBUILT_FROM = 0.2  # of the cards changed: then an index is built anew, and its word numbers begin afresh
Tell = Callable[[int, int], None]
_TOLD_EVERY = 0.3  # seconds, those who wait for another's building
_ONE_BY_ONE = 200  # changed cards; of more, all cards are read at once


class LiveIndex:
    """The index of one region of an open database; safe to share between threads."""

    def __init__(self, database: Database, user: User) -> None:
        self._database = database
        self._user = user
        self._lock = threading.Lock()
        self._told: tuple[int, int] | None = None
        self._version = -1
        self._own: tuple[Precedent, ...] = ()
        self._index: Index | None = None
        self._fingerprints = pd.Series(dtype="uint64")

    @property
    def is_ready(self) -> bool:
        """Return whether the index need not be loaded or built first."""
        return self._index is not None

    def current(self, tell: Tell | None = None) -> Index:
        """Return the index of all cards as they are now.

        Where it must be built anew, `tell` is called with how many of how many cards are done, for whoever waits for
        another's building too.
        """
        version = self._database.cards_version
        index = self._index
        if index is not None and self._version == version:
            return index
        while not self._lock.acquire(timeout=_TOLD_EVERY):
            if tell is not None and (told := self._told) is not None:
                tell(*told)
        try:
            if self._index is None or self._version != version:
                self._index = self._brought_up_to_date(tell)
                self._version = version
            return self._index
        finally:
            self._told = None
            self._lock.release()

    def _brought_up_to_date(self, tell: Tell | None) -> Index:
        own = own_precedents.own_precedents(self._database, self._user)
        if self._index is None or own != self._own:
            self._index, self._own = None, own
            self._load()
        with self._database.reading() as cursor:
            now = cards_storage.fingerprints(cursor, self._user.region_id)
            before = self._fingerprints.reindex(now.index)
            changed = list(now.index[before.isna().to_numpy() | (before.to_numpy() != now.to_numpy())])
            gone = list(self._fingerprints.index.difference(now.index))
            self._fingerprints = now
            if self._index is None or len(changed) + len(gone) > REBUILT_FROM * len(now) + _ONE_BY_ONE:
                return self._built(cursor, tell)
            if not changed and not gone:
                return self._index
            return updated(self._index, self._read(cursor, changed), gone)

    def _load(self) -> None:
        self._fingerprints = pd.Series(dtype="uint64")
        if self._database.path is not None:
            path = index_store.path_of(self._database.path, self._user.region_id)
            known = knowledge_with(self._own) if self._own else None
            found = index_store.load(path, self._key(), known)
            if found is not None:
                self._index, self._fingerprints = found

    def _built(self, cursor: Cursor, tell: Tell | None) -> Index:
        known = knowledge_with(self._own) if self._own else None

        def told(done: int, total: int) -> None:
            self._told = done, total
            if tell is not None:
                tell(done, total)

        index = build(cards_storage.to_rank(cursor, self._user.region_id), known, told)
        if self._database.path is not None:
            path = index_store.path_of(self._database.path, self._user.region_id)
            index_store.save(path, index, self._fingerprints, self._key())
        return index

    def _read(self, cursor: Cursor, changed: list[str]) -> list[Card]:
        region = self._user.region_id
        if len(changed) > _ONE_BY_ONE:
            wanted = set(changed)
            return [card for card in cards_storage.to_rank(cursor, region) if card.id in wanted]
        return [card for one in changed for card in cards_storage.to_rank(cursor, region, one)]

    def _key(self) -> str:
        return f"{index_store.knowledge_version()} {self._own!r}"
