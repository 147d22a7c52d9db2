"""Why a pair was suggested, in a form that words and charts are made from."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import pandas as pd

from core.domain.choices import Direction, Kind, Place
from core.domain.matching import cautions, evidence, objections, ranking
from core.domain.matching.cards import Card
from core.domain.matching.cautions import Caution, Spot
from core.domain.matching.evidence import Evidence
from core.domain.matching.features import Knowledge
from core.domain.matching.objections import Against, Coverage, Objection
from core.domain.text import fold

TERMS = 8  # more words than that nobody reads


@dataclass(frozen=True)
class Explanation:
    """A suggested pair taken apart.

    `parts` holds (part, weight × value) in the order of scoring.PARTS; the values add up to `score`. `distance_km` is
    as the crow flies; with `is_coarse` it is an upper limit, because one side's place is not the reader's to know.
    `shared_terms` are written as in the have, the telling ones first; `shared_codes` are six-digit waste codes. What
    follows is worked out from what the reader sees of the two cards: what speaks for the pair, what must be known of it
    (the gravest first), what is missing or speaks against it, and how far the amounts go together.
    """

    have_id: str
    want_id: str
    score: float
    parts: tuple[tuple[str, float], ...]
    distance_km: float | None
    is_coarse: bool
    shared_terms: tuple[str, ...]
    shared_codes: tuple[str, ...]
    evidence: Evidence = field(default_factory=Evidence)
    cautions: tuple[Caution, ...] = ()
    against: tuple[Against, ...] = ()
    coverage: Coverage | None = None

    @property
    def asks_for_another(self) -> bool:
        """True where the want's card names another thing than is given."""
        return any(one.objection is Objection.OTHER for one in self.against)


def shared_terms(index: ranking.Index, have_id: str, want_id: str, seen: str) -> tuple[str, ...]:
    """Return at most TERMS words that both cards have and that stand in `seen`, what the reader sees of the have.

    A word that is part of a longer one already listed ("cam" beside "cam kırığı") is left out.
    """
    visible = fold(seen)
    chosen: list[str] = []
    for term in ranking.shared_terms(index, have_id, want_id):
        folded = fold(term)
        if folded in visible and not any(folded in fold(longer) for longer in chosen):
            chosen = [shorter for shorter in chosen if fold(shorter) not in folded]
            chosen.append(term)
    return tuple(chosen[:TERMS])


def shared_codes(have: Card, want: Card) -> tuple[str, ...]:
    """Return the waste codes that both cards carry, in the have's order.

    >>> from core.domain.choices import Direction
    >>> shared_codes(Card("1", Direction.HAVE, "kül", waste_codes=("100101", "100102")),
    ...              Card("2", Direction.WANT, "kül", waste_codes=("100102",)))
    ('100102',)
    """
    return tuple(code for code in have.waste_codes if code in want.waste_codes)


def joined(texts: Sequence[object]) -> str:
    """Return the texts among the values, blank between: what of a card is searched for words."""
    return " ".join(text for text in texts if isinstance(text, str))


def in_full(
    told: Sequence[Explanation],
    seen: pd.DataFrame,
    known: Knowledge,
    permits: Mapping[str, Collection[str]],
) -> tuple[Explanation, ...]:
    """Return explanations with what speaks for and against each pair, from the cards as the reader sees them alone.

    `seen` holds the reader's cards (columns: resource_table.sql) by resource_id; `permits` the waste codes that sites
    have a permit for, of those sites alone whose permits are the reader's to know.
    """
    rows = {one: dict(seen.loc[one]) for pair in told for one in (pair.have_id, pair.want_id)}
    shown = {one: card_of(row) for one, row in rows.items()}
    haves, wants = [shown[one.have_id] for one in told], [shown[one.want_id] for one in told]
    found = evidence.of_pairs(haves, wants, known)
    return tuple(
        replace(
            one,
            evidence=speaking,
            cautions=cautions.between(
                have,
                want,
                is_hazardous=objections.says_hazardous(rows[one.have_id]),
                giver=spot_of(rows[one.have_id]),
                taker=spot_of(rows[one.want_id]),
            ),
            against=_other_thing(speaking)
            + objections.against(
                rows[one.have_id],
                rows[one.want_id],
                have,
                None if one.is_coarse else one.distance_km,
                permits.get(rows[one.want_id]["site_id"] or ""),
            ),
            coverage=objections.coverage(rows[one.have_id], rows[one.want_id]),
        )
        for one, have, want, speaking in zip(told, haves, wants, found, strict=True)
    )


def _other_thing(found: Evidence) -> tuple[Against, ...]:
    return (Against(Objection.OTHER, thing=found.asked),) if found.asked else ()


def card_of(row: Mapping[str, Any]) -> Card:
    """Return a card from a row of resource_table.sql; what was withheld from the reader is not known to it."""
    nace, codes = row["nace"], row["waste_codes"]
    return Card(
        id=row["resource_id"],
        direction=Direction(row["direction"]),
        name=row["name"] or "",
        kind=Kind(row["kind"]),
        description=joined([row["description"], row["composition"]]),
        activity=row["activity"] if isinstance(row["activity"], str) else "",
        nace=(nace.replace(".", ""),) if isinstance(nace, str) and nace else (),
        waste_codes=tuple(codes.split(";")) if isinstance(codes, str) and codes else (),
        lat=None if pd.isna(row["lat"]) else float(row["lat"]),
        lon=None if pd.isna(row["lon"]) else float(row["lon"]),
    )


def spot_of(row: Mapping[str, Any]) -> Spot:
    """Return where a card lies from a row of resource_table.sql, unknown where that was withheld."""
    place, zone = row["place"], row["zone_id"]
    return Spot(Place(place) if isinstance(place, str) else None, zone if isinstance(zone, str) else None)
