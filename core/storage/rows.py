"""Turns records into named parameters and rows back into records, so that no module maps columns by hand.

Choices are stored by their value, tuples of texts or months as one text joined by ";".
"""

import dataclasses
import types
import typing
from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar

import uuid_utils

Record = TypeVar("Record")
_RENAMED = {"interval": "interval_text"}  # INTERVAL is a word of SQL


def new_id() -> str:
    """Return a UUIDv7 as text: sortable by time, and files of two advisors can be merged."""
    return str(uuid_utils.uuid7())


def parameters(record: Any, *, without: tuple[str, ...] = ()) -> dict[str, Any]:
    """Return the fields of a dataclass as parameters of a statement, by column name."""
    return {
        _RENAMED.get(field.name, field.name): _stored(getattr(record, field.name))
        for field in dataclasses.fields(record)
        if field.name not in without
    }


def record(cls: type[Record], row: Mapping[str, Any], **given: Any) -> Record:
    """Build a dataclass from a row; columns that it lacks are passed over, `given` overrides."""
    values = dict(given)
    for name, column, restored in _readers(typing.cast(Any, cls)):
        if name not in given and column in row:
            value = row[column]
            values[name] = value if restored is None else restored(value)
    return cls(**values)


@cache
def _readers(cls: Any) -> tuple[tuple[str, str, Callable[[Any], Any] | None], ...]:
    """Return of each field its name, its column and how a stored value becomes the field's; None: as it is."""
    hints = typing.get_type_hints(cls)
    return tuple((name, _RENAMED.get(name, name), _reader(kind)) for name, kind in hints.items())


def _stored(value: Any) -> Any:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, tuple):
        return ";".join(str(item) for item in value) or None
    if isinstance(value, str):
        return value.strip() or None
    return value


def _reader(kind: Any) -> Callable[[Any], Any] | None:
    if typing.get_origin(kind) is tuple:
        item = typing.get_args(kind)[0]
        return lambda value: tuple(item(part) for part in value.split(";")) if value else ()
    if typing.get_origin(kind) in (types.UnionType, typing.Union):
        kind = next(option for option in typing.get_args(kind) if option is not type(None))
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return lambda value: None if value is None else kind(value)
    return None
