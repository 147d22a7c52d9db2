"""What plants of an activity usually give off and look for: one tap each in a visit instead of an empty form.

The list (data/knowledge/checklist.csv) is our own, from general knowledge of industry: it asks and claims nothing.
Waste codes are what such a residue is mostly declared as; the plant's own code goes before.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from core.domain import nace, reference
from core.domain.choices import Direction, Kind, Source
from core.domain.datafiles import rows_of
from core.domain.model import Resource
from core.domain.text import fold


class Answer(StrEnum):
    """What the plant says to an item."""

    HAVE = "have"
    WANT = "want"
    NO = "no"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Item:
    """A thing to ask for; `nace` is the prefix of the activities it belongs to, "" for all."""

    item_id: str
    nace: str
    direction: Direction
    name_tr: str
    name_en: str
    kind: Kind
    waste_code: str

    def name(self, language: str) -> str:
        """Return the name in "tr" or "en"."""
        return self.name_tr if language == "tr" else self.name_en


@cache
def items() -> tuple[Item, ...]:
    """Return the whole list in the order of the file."""
    return tuple(
        Item(
            item_id=f"{row['nace']}:{row['direction']}:{fold(row['name_en']).replace(' ', '-')}",
            nace=row["nace"],
            direction=Direction(row["direction"]),
            name_tr=row["name_tr"],
            name_en=row["name_en"],
            kind=Kind(row["kind"]),
            waste_code=row["waste_code"],
        )
        for row in rows_of("checklist.csv")
    )


def for_activities(codes: Iterable[str]) -> tuple[Item, ...]:
    """Return what to ask a site with these NACE codes: its own class first, then its division, then what all have.

    Each name comes once. A site without a known activity is asked what all have.

    >>> [item.name_tr for item in for_activities(["10.41.05"])][:2]
    ['Pirina', 'Karasu']
    """
    dotted = [code for code in map(nace.normalise, codes) if code]
    fitting = [item for item in items() if any(one.startswith(item.nace) for one in dotted) or not item.nace]
    chosen: dict[tuple[Direction, str], Item] = {}
    for item in sorted(fitting, key=lambda item: -len(item.nace)):
        chosen.setdefault((item.direction, fold(item.name_tr)), item)
    return tuple(chosen.values())


def draft(
    item: Item, answer: Answer, language: str, *, resource_id: str, site_id: str, visit_id: str
) -> Resource:
    """Return the draft card of an item that the plant has or wants. Raises ValueError for other answers."""
    entry = reference.waste_codes().get(item.waste_code)
    return Resource(
        resource_id=resource_id,
        site_id=site_id,
        direction=Direction(answer.value),
        name=item.name(language),
        kind=item.kind,
        waste_codes=(item.waste_code,) if item.waste_code else (),
        hazardous=True if entry and entry.hazardous else None,
        source=Source.VISIT,
        source_id=visit_id,
        is_draft=True,
    )
