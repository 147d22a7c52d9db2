"""Reads the tables that come with the program (data/): lines as text by column, and what a cell of them lists."""

import csv
from datetime import date
from pathlib import Path

from core.config import KNOWLEDGE


def rows_of(name: str, folder: Path = KNOWLEDGE) -> list[dict[str, str]]:
    """Return the lines of a table of a folder of data, in the order of the file."""
    with (folder / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def listed(cell: str) -> tuple[str, ...]:
    """Return what a cell lists, ";" between.

    >>> listed("0111;0112"), listed("")
    (('0111', '0112'), ())
    """
    return tuple(part for part in cell.split(";") if part)


def day(cell: str | None) -> date | None:
    """Return the day of a cell, None where it is empty."""
    return date.fromisoformat(cell) if cell else None
