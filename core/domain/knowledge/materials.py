"""The concepts of industry as data/knowledge holds them: materials, energy, water, services, capacities, skills."""

import csv
from dataclasses import dataclass
from functools import cache

from core.config import KNOWLEDGE


@dataclass(frozen=True)
class Concept:
    """One line of materials.csv; `waste_codes` are six digits, `hazards` words such as "flammable"."""

    id: str
    name_tr: str
    name_en: str
    kind: str
    broader: tuple[str, ...]
    waste_codes: tuple[str, ...]
    hazards: tuple[str, ...]
    stands_in_for: tuple[str, ...]


@cache
def all_concepts() -> tuple[Concept, ...]:
    """Return the concepts of data/knowledge/materials.csv in the order of the file."""
    rows = rows_of("materials.csv")
    return tuple(
        Concept(
            id=row["concept_id"],
            name_tr=row["name_tr"],
            name_en=row["name_en"],
            kind=row["kind"],
            broader=_list(row["broader"]),
            waste_codes=_list(row["waste_codes"]),
            hazards=_list(row["hazards"]),
            stands_in_for=_list(row["stands_in_for"]),
        )
        for row in rows
    )


def rows_of(name: str) -> list[dict[str, str]]:
    """Return the lines of a table of data/knowledge."""
    with (KNOWLEDGE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _list(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split(";") if part)
