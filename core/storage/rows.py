"""Turns records into named parameters and rows back into records, so that no module maps columns by hand.

Choices are stored by their value, tuples of texts or months as one text joined by ";".
"""

import dataclasses
import types
import typing
from collections.abc import Mapping
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
    values: dict[str, Any] = {}
    kinds: Any = cls
    for name, kind in _hints(kinds).items():
        column = _RENAMED.get(name, name)
        if name in given:
            values[name] = given[name]
        elif column in row:
            values[name] = _restored(kind, row[column])
    return cls(**values)


@cache
def _hints(cls: Any) -> dict[str, Any]:
    return typing.get_type_hints(cls)


def _stored(value: Any) -> Any:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, tuple):
        return ";".join(str(item) for item in value) or None
    if isinstance(value, str):
        return value.strip() or None
    return value


def _restored(kind: Any, value: Any) -> Any:
    if typing.get_origin(kind) is tuple:
        item = typing.get_args(kind)[0]
        return tuple(item(part) for part in value.split(";")) if value else ()
    if value is None:
        return None
    if typing.get_origin(kind) in (types.UnionType, typing.Union):
        kind = next(option for option in typing.get_args(kind) if option is not type(None))
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind(value)
    return value
