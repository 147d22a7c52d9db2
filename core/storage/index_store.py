"""The index of suggestions in a file beside the database, so that a start need not work out every card again.

It holds the region's confidential cards: only the owner may read it, and neither backup nor export takes it along. It
can be thrown away at any time. Numbers and JSON only: reading it runs nothing.
"""

import contextlib
import json
import os
import zlib
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np
import numpy.typing as npt
import pandas as pd

from core.domain.choices import Direction, Kind
from core.domain.knowledge import kept
from core.domain.matching.cards import Card
from core.domain.matching.features import Features, Knowledge, unweighed
from core.domain.matching.index import Index, LazyCards, Segment, restored

FORMAT = 2
_TUPLES = ("nace", "waste_codes", "months")
_NOT_STORED = ("text_weight", "tf", "idf")


class StoredCards(LazyCards):
    """Cards read from JSON when asked for."""

    def __init__(self, text: bytes, ends: npt.NDArray[np.int64]) -> None:
        self._text = text
        self._ends = ends

    def __len__(self) -> int:
        return len(self._ends)

    def one(self, row: int) -> Card:
        start = int(self._ends[row - 1]) if row else 0
        return _card(json.loads(self._text[start : int(self._ends[row])]))


def path_of(database: Path, region_id: str) -> Path:
    """Return where the index of a region of a database is kept."""
    return database.with_name(f"{database.name}.index-{region_id}")


def knowledge_version() -> str:
    """Return all that the features of a card depend on beside the card: a digest of knowledge and code, this format."""
    return f"{FORMAT} {kept.state()}"


def save(path: Path, index: Index, fingerprints: pd.Series, key: str) -> None:
    """Keep an index and the fingerprints of its cards; a file that cannot be written is left out."""
    whole = index.whole
    cards = [json.dumps(_row(card), ensure_ascii=False).encode() for card in whole.cards]
    arrays: dict[str, npt.NDArray[Any]] = {
        name: array for name, array in whole.features._asdict().items() if name not in _NOT_STORED
    }
    arrays |= {
        "key": _bytes(key),
        "columns": _bytes("\n".join(index.columns)),
        "documents": index.documents,
        "cards": np.frombuffer(b"".join(cards), dtype=np.uint8),
        "card_ends": np.cumsum([len(card) for card in cards], dtype=np.int64),
        "ids": _bytes("\n".join(whole.ids)),
        "gives": whole.gives,
        "fingerprints": fingerprints.reindex(whole.ids).to_numpy(dtype=np.uint64),
    }
    unfinished = path.with_name(f"{path.name}.new")
    with contextlib.suppress(OSError):
        unfinished.unlink(missing_ok=True)
        handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            np.savez(file, **arrays)  # type: ignore[arg-type]
        unfinished.replace(path)


def load(path: Path, key: str, known: Knowledge | None) -> tuple[Index, pd.Series] | None:
    """Return a kept index and its cards' fingerprints; None where there is none, it is broken or of another key."""
    try:
        with path.open("rb") as opened, np.load(opened, allow_pickle=False) as file:
            if _text(file["key"]) != key:
                return None
            stored = {name: file[name] for name in file.files}
        ids = np.array(_text(stored["ids"]).split("\n") if len(stored["ids"]) else [], dtype=object)
        arrays = stored | unweighed(len(stored["text_column"]))
        features = Features(*(arrays[name] for name in Features._fields))
        cards = StoredCards(stored["cards"].tobytes(), stored["card_ends"])
        words = _text(stored["columns"]).split("\n") if len(stored["columns"]) else []
        columns = {word: column for column, word in enumerate(words)}
        segment = Segment(cards, ids, stored["gives"], features)
        if not len(ids) == len(cards) == len(features.marks) == len(stored["fingerprints"]):
            return None
        found = restored(segment, columns, stored["documents"], known)
    except (OSError, ValueError, KeyError, EOFError, IndexError, TypeError, BadZipFile, zlib.error):
        return None
    return found, pd.Series(stored["fingerprints"], index=ids)


def _row(card: Card) -> dict[str, Any]:
    return {name: value for name, value in asdict(card).items() if value not in (None, "", ())}


def _card(row: dict[str, Any]) -> Card:
    row["direction"] = Direction(row["direction"])
    if "kind" in row:
        row["kind"] = Kind(row["kind"])
    for name in _TUPLES:
        if name in row:
            row[name] = tuple(row[name])
    known = {field.name for field in fields(Card)}
    return Card(**{"name": "", "id": ""} | {name: value for name, value in row.items() if name in known})


def _bytes(text: str) -> npt.NDArray[np.uint8]:
    return np.frombuffer(text.encode(), dtype=np.uint8)


def _text(array: npt.NDArray[np.uint8]) -> str:
    return array.tobytes().decode()
