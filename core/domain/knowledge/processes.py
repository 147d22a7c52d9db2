"""What treatment takes in and makes, by concept, and how a firm that does it is known: data/knowledge/processes.csv.

Materials, waters and heat alike: a crusher makes aggregate of rubble, a treatment plant makes process water of waste
water, a heat pump makes hot water of lukewarm air.
"""

import re
from dataclasses import dataclass
from functools import cache

from core.domain.datafiles import listed, rows_of
from core.domain.knowledge.concepts import concept_base
from core.domain.text import fold

OWN = "own assumption"
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Process:
    """One line of processes.csv: concept ids that it takes and makes; `keeps` are kinds that it does not change.

    `source` says what describes the treatment, `OWN` where nothing does and the line is our own assumption; only then
    `source_url` is empty.
    """

    process_id: str
    nace: tuple[str, ...]
    words: tuple[str, ...]
    operations: frozenset[str]
    takes: tuple[str, ...]
    makes: tuple[str, ...]
    keeps: tuple[str, ...]
    done_en: str
    done_tr: str
    source: str
    source_url: str

    def done(self, language: str) -> str:
        """Return what the processor can do with a thing, in "tr" or "en"."""
        return self.done_tr if language == "tr" else self.done_en


@cache
def all_processes() -> tuple[Process, ...]:
    """Return the lines of processes.csv in the order of the file."""
    return tuple(
        Process(
            process_id=row["process_id"],
            nace=listed(row["nace"]),
            words=tuple(" ".join(_WORD.findall(fold(word))) for word in listed(row["words"])),
            operations=frozenset(listed(row["operations"])),
            takes=listed(row["takes"]),
            makes=listed(row["makes"]),
            keeps=listed(row["keeps"]),
            done_en=row["done_en"],
            done_tr=row["done_tr"],
            source=row["source"],
            source_url=row["source_url"],
        )
        for row in rows_of("processes.csv")
    )


def process(process_id: str) -> Process:
    """Return a process. Raises KeyError."""
    return {one.process_id: one for one in all_processes()}[process_id]


def words(text: str) -> str:
    """Return a text as folded words with one space before each, as `Process.words` are looked for in it."""
    return " ".join(["", *_WORD.findall(fold(text))])


def product_name(product: str) -> str:
    """Return what a product (a concept id) is called, in both languages."""
    concept = concept_base().concepts[concept_base().row_of[product]]
    return f"{concept.name_tr}, {concept.name_en}"
