"""How much of the language of others the concepts know: official names and published texts that we did not write."""

from collections.abc import Iterator

import numpy as np

from core.domain import reference
from core.domain.knowledge import precedents
from core.domain.knowledge.concepts import concept_base
from core.domain.knowledge.mentions import mentioned

SURELY = 0.5
_SEED = 20_261_122
_SECTIONS_A_TO_F = 43  # the last division of construction
_NO_THING = ("not otherwise specified", "tanımlanma")


def texts() -> dict[str, tuple[str, ...]]:
    """Return by source the texts that name something; "wastes not otherwise specified" name nothing."""
    codes = reference.waste_codes().values()
    nace = [
        one
        for code, one in reference.nace_codes().items()
        if len(digits := code.replace(".", "")) == 4
        and digits.isdigit()
        and int(digits[:2]) <= _SECTIONS_A_TO_F
    ]
    rows = precedents.all_precedents()
    found = {
        "waste codes, English": [one.name_en for one in codes],
        "waste codes, Turkish": [one.name_tr for one in codes],
        "NACE classes A–F, English": [one.title_en for one in nace],
        "NACE classes A–F, Turkish": [one.title_tr for one in nace],
        "precedents, English": [row.resource_en for row in rows],
        "precedents, Turkish": [row.resource_tr for row in rows],
    }
    return {
        source: tuple(sorted({one for one in some if one and not any(word in one for word in _NO_THING)}))
        for source, some in found.items()
    }


def shares() -> Iterator[tuple[str, int, float]]:
    """Return for each source the number of distinct texts and the share in which a concept is surely found."""
    for source, some in texts().items():
        found = [max(about.values(), default=0.0) >= SURELY for about in mentioned(some)]
        yield source, len(some), float(np.mean(found))


def drawn(count: int) -> Iterator[tuple[str, str, str]]:
    """Return `count` hits drawn by chance over all sources: source, text, and the concept that weighs most."""
    hits = [
        (source, text, max(about, key=lambda row: (about[row], -row)))
        for source, some in texts().items()
        for text, about in zip(some, mentioned(some), strict=True)
        if max(about.values(), default=0.0) >= SURELY
    ]
    chosen = np.random.default_rng(_SEED).choice(len(hits), count, replace=False)
    names = concept_base().concepts
    for source, text, row in (hits[number] for number in sorted(chosen)):
        yield source, text, f"{names[row].name_tr} / {names[row].name_en}"
