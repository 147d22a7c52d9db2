"""The concepts of industry as data/knowledge holds them: materials, energy, water, services, capacities, skills."""

from dataclasses import dataclass
from functools import cache

from core.domain.datafiles import listed, rows_of


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
    return tuple(
        Concept(
            id=row["concept_id"],
            name_tr=row["name_tr"],
            name_en=row["name_en"],
            kind=row["kind"],
            broader=listed(row["broader"]),
            waste_codes=listed(row["waste_codes"]),
            hazards=listed(row["hazards"]),
            stands_in_for=listed(row["stands_in_for"]),
        )
        for row in rows_of("materials.csv")
    )
