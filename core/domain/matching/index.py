"""Cards ready to be ranked, and how an index takes in what changes without being built anew.

An index is never altered: `updated` returns another one that shares all that stayed. New and changed cards stand in a
small tail beside the main part, retired ones are marked there. Word weights follow at once, so that the scores are
those of an index built anew from the same cards.
"""

import threading
from abc import abstractmethod
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, overload

import numpy as np
import numpy.typing as npt

from core.domain.choices import Direction
from core.domain.matching.cards import Card
from core.domain.matching.features import (
    Features,
    Knowledge,
    Lists,
    documents_of,
    features_of,
    knowledge,
    lists_of,
    stacked,
    taken,
    weighed,
)

Rows = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]
Ids = npt.NDArray[np.object_]

TAIL = 2_000  # cards; from there on the tail is joined to the main part
_growing = threading.Lock()


@dataclass(frozen=True)
class Segment:
    """Some cards, their ids, whether they give, and what is compared of them, row by row."""

    cards: Sequence[Card]
    ids: Ids
    gives: Bools
    features: Features
    kept: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)

    @property
    def row_of(self) -> dict[str, int]:
        """Return the row by card id."""
        if "row_of" not in self.kept:
            self.kept["row_of"] = {one: row for row, one in enumerate(self.ids)}
        found: dict[str, int] = self.kept["row_of"]
        return found

    def having(self, direction: Direction) -> Lists:
        """Return for each column of `known` the haves, or wants, that have it, with their values."""
        if direction not in self.kept:
            rows = np.flatnonzero(self.gives == (direction is Direction.HAVE))
            self.kept[direction] = lists_of(self.features, rows)
        found: Lists = self.kept[direction]
        return found

    def reweighed(self, documents: Rows, cards: int) -> "Segment":
        """Return the same cards with words weighed anew."""
        return replace(self, features=weighed(self.features, documents, cards))


@dataclass(frozen=True)
class Index:
    """Cards ready to be ranked; made by `build`.

    `live` says which rows of `main` count; all of `tail` do. `columns` numbers the words and is shared by all that
    come from one build; `documents` says in how many live cards each stands. `known` replaces all knowledge.
    """

    main: Segment
    live: Bools
    tail: Segment
    columns: dict[str, int]
    documents: Rows
    known: Knowledge | None = None

    @property
    def knowledge(self) -> Knowledge:
        """Return what the matching knows beside the cards; prepared when first asked for."""
        return self.known or knowledge()

    def __len__(self) -> int:
        """Return how many cards count."""
        return int(self.live.sum()) + len(self.tail.ids)

    def __contains__(self, card_id: str) -> bool:
        """Return whether a card counts."""
        return self._place(card_id) is not None

    def _place(self, card_id: str) -> tuple[Segment, int] | None:
        if (row := self.tail.row_of.get(card_id)) is not None:
            return self.tail, row
        row = self.main.row_of.get(card_id)
        return (self.main, row) if row is not None and self.live[row] else None

    def place(self, card_id: str) -> tuple[Segment, int]:
        """Return where a card stands. Raises KeyError where it does not count."""
        found = self._place(card_id)
        if found is None:
            raise KeyError(card_id)
        return found

    def card(self, card_id: str) -> Card:
        """Return a card. Raises KeyError where it does not count."""
        segment, row = self.place(card_id)
        return segment.cards[row]

    def side(self, segment: Segment, direction: Direction) -> Rows:
        """Return the rows of a segment that count and give, or take."""
        chosen = segment.gives if direction is Direction.HAVE else ~segment.gives
        return np.flatnonzero(chosen & self.live if segment is self.main else chosen)

    @cached_property
    def whole(self) -> Segment:
        """Return all cards that count as one segment."""
        if self.live.all() and not len(self.tail.ids):
            return self.main
        kept = np.flatnonzero(self.live)
        return _joined(_some(self.main, kept), self.tail)

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        """Return the cards that count."""
        return tuple(self.whole.cards)

    @property
    def features(self) -> Features:
        """Return what is compared of `cards`."""
        return self.whole.features

    @property
    def row_of(self) -> dict[str, int]:
        """Return the row in `cards` by card id."""
        return self.whole.row_of

    @property
    def haves(self) -> Rows:
        """Return the rows of `cards` that are haves."""
        return np.flatnonzero(self.whole.gives)

    @property
    def wants(self) -> Rows:
        """Return the rows of `cards` that are wants."""
        return np.flatnonzero(~self.whole.gives)


def build(
    cards: Sequence[Card], known: Knowledge | None = None, tell: Callable[[int, int], None] | None = None
) -> Index:
    """Make an index of cards; ids must be distinct. `known` replaces all knowledge, for evaluation.

    `tell` is called now and then with how many of how many cards are done.
    """
    columns: dict[str, int] = {}
    main = _segment(cards, columns, known, tell)
    tail = _segment((), columns, known)
    documents = documents_of(main.features, len(columns))
    return _weighed(Index(main, np.ones(len(cards), dtype=bool), tail, columns, documents, known))


def restored(main: Segment, columns: dict[str, int], documents: Rows, known: Knowledge | None) -> Index:
    """Return the index of cards whose features have been kept; words are weighed here."""
    tail = _some(main, np.zeros(0, dtype=np.int64))
    return _weighed(Index(main, np.ones(len(main.ids), dtype=bool), tail, columns, documents, known))


def updated(index: Index, changed: Sequence[Card] = (), gone: Collection[str] = ()) -> Index:
    """Return an index with some cards new or replaced and others retired; ids that it does not hold are passed over."""
    changed = list({card.id: card for card in changed}.values())
    leaving = {*gone, *(card.id for card in changed)}
    in_main = [row for one in leaving if (row := index.main.row_of.get(one)) is not None and index.live[row]]
    in_tail = [row for one in leaving if (row := index.tail.row_of.get(one)) is not None]
    live = index.live.copy()
    live[in_main] = False
    kept = np.delete(np.arange(len(index.tail.ids)), in_tail)
    with _growing:
        new = _segment(changed, index.columns, index.known)
        size = len(index.columns)
    documents = np.zeros(size, dtype=np.int64)
    documents[: len(index.documents)] = index.documents
    for segment, rows in ((index.main, in_main), (index.tail, in_tail)):
        documents -= documents_of(taken(segment.features, np.array(rows, dtype=np.int64)), size)
    documents += documents_of(new.features, size)
    tail = _joined(_some(index.tail, kept), new)
    found = Index(index.main, live, tail, index.columns, documents, index.known)
    if len(tail.ids) > TAIL:
        main = found.whole
        found = Index(
            main, np.ones(len(main.ids), dtype=bool), _some(tail, np.zeros(0, dtype=np.int64)), index.columns,
            documents, index.known,
        )  # fmt: skip
    return _weighed(found)


def _weighed(index: Index) -> Index:
    count = len(index)
    return Index(
        index.main.reweighed(index.documents, count),
        index.live,
        index.tail.reweighed(index.documents, count),
        index.columns,
        index.documents,
        index.known,
    )


def _segment(
    cards: Sequence[Card],
    columns: dict[str, int],
    known: Knowledge | None,
    tell: Callable[[int, int], None] | None = None,
) -> Segment:
    return Segment(
        cards=tuple(cards),
        ids=np.array([card.id for card in cards], dtype=object),
        gives=np.array([card.direction is Direction.HAVE for card in cards], dtype=bool),
        features=features_of(cards, columns, known or knowledge(), grow=True, tell=tell),
    )


class LazyCards(Sequence[Card]):
    """Cards that are looked up when asked for; children say how many there are and what the one of a row is."""

    @overload
    def __getitem__(self, row: int) -> Card: ...
    @overload
    def __getitem__(self, row: slice) -> Sequence[Card]: ...
    def __getitem__(self, row: int | slice) -> Card | Sequence[Card]:
        if isinstance(row, slice):
            return [self.one(place) for place in range(*row.indices(len(self)))]
        return self.one(row)

    @abstractmethod
    def one(self, row: int) -> Card:
        """Return the card of a row."""


class _Listed(LazyCards):
    """Some of many cards."""

    def __init__(self, cards: Sequence[Card], rows: Rows, more: Sequence[Card]) -> None:
        self._cards, self._rows, self._more = cards, rows, more

    def __len__(self) -> int:
        return len(self._rows) + len(self._more)

    def one(self, row: int) -> Card:
        kept = len(self._rows)
        return self._cards[int(self._rows[row])] if row < kept else self._more[row - kept]


def _some(segment: Segment, rows: Rows) -> Segment:
    is_short = len(rows) <= 2 * TAIL
    cards = tuple(segment.cards[row] for row in rows) if is_short else _Listed(segment.cards, rows, ())
    return Segment(cards, segment.ids[rows], segment.gives[rows], taken(segment.features, rows))


def _joined(a: Segment, b: Segment) -> Segment:
    is_short = len(a.cards) <= 2 * TAIL
    return Segment(
        (*a.cards, *b.cards) if is_short else _Listed(a.cards, np.arange(len(a.cards)), b.cards),
        np.concatenate([a.ids, b.ids]),
        np.concatenate([a.gives, b.gives]),
        stacked(a.features, b.features),
    )
