"""What is compared of two cards: one row of numbers for each card, and the parts of a score from two rows.

Haves and wants are laid out so that rows can be compared column by column: words, concepts, precedents, what the
taker's sector consumes. Rows know nothing of other cards but how many of them hold a word (`weighed`).
"""

import math
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import numpy.typing as npt
from scipy import sparse

from core.domain import distance
from core.domain.choices import FLOWS, Direction, Kind
from core.domain.knowledge import concepts, mentions, precedents, sectors, wanted_for
from core.domain.knowledge.precedents import PrecedentBase
from core.domain.knowledge.sectors import SectorBase
from core.domain.knowledge.services import readings, shares
from core.domain.matching import exclusions, scoring
from core.domain.matching.cards import Card
from core.domain.text import fold, written_terms

if TYPE_CHECKING:
    from core.domain.matching import compiled

Floats = npt.NDArray[np.float64]
Singles = npt.NDArray[np.float32]
Rows = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.int32]
Bools = npt.NDArray[np.bool_]

NAME_WEIGHT = 2
CARDS_AT_ONCE = 5_000
_TOLD_AT_ONCE = 40  # cards between two reports, more where there are many
_KINDS = {kind: number for number, kind in enumerate((*FLOWS, *(kind for kind in Kind if kind not in FLOWS)))}
_MOST = 255  # a word counts at most so many times in a card
_TF = np.array([0.0, *(1 + math.log(count) for count in range(1, _MOST + 1))])


@dataclass(frozen=True)
class Knowledge:
    """What the matching knows beside the cards."""

    precedents: PrecedentBase
    sectors: SectorBase


@cache
def knowledge() -> Knowledge:
    """Return all that data/knowledge holds."""
    return Knowledge(precedents.precedent_base(), sectors.sector_base())


class Features(NamedTuple):
    """What is compared, one row for each card.

    Rows of `text` hold how often each word stands in a card and its weight, rows of `known` what a have gives or a want
    takes: of concepts and things up to column `bounds[0]`, of precedents (the giver's side of a have, the taker's of a
    want) up to `bounds[1]`, of sectors (needs, memberships) up to `bounds[2]`, of what things are wanted for after it;
    `code` are waste codes. `places` holds x, y, z on the unit sphere and the decimal logarithm of the amount, nan where
    unknown. `marks` holds firm (−1), kind (−1: unknown), line of reach.csv, zone, unit, bits of months, whether
    something is known of sectors (0: unknown), then bits of exclusions (cards that share one are never paired).
    """

    text_start: Rows
    text_column: Numbers
    text_count: npt.NDArray[np.uint8]
    text_weight: Floats
    known_start: Rows
    known_column: Numbers
    known_value: Singles
    code_start: Rows
    code: Numbers
    places: Floats
    marks: Rows
    tf: Floats
    idf: Floats
    bounds: Rows

    @property
    def firm(self) -> Rows:
        """Return a number for the firm of each card, −1 where it is not said."""
        return self.marks[:, 0]

    @property
    def kinds(self) -> Rows:
        """Return the number of the kind of each card, −1 where it is not said."""
        return self.marks[:, 1]

    @property
    def excluded(self) -> Rows:
        """Return the bits of exclusions of each card, a row of numbers."""
        return self.marks[:, 7:]


RAGGED = {
    "text_start": ("text_column", "text_count", "text_weight"),
    "known_start": ("known_column", "known_value"),
    "code_start": ("code",),
}
"""Arrays with several entries a card, by the array that says where each card's begin."""
ONE_EACH = ("places", "marks")
"""Arrays with one row a card."""


def written_terms_of(card: Card) -> list[tuple[str, str]]:
    """Return (term, words as written) for each term of a card: those of the name NAME_WEIGHT times."""
    beside = written_terms(card.description) + written_terms(card.activity)
    return written_terms(card.name) * NAME_WEIGHT + beside


def terms_of(card: Card) -> list[str]:
    """Return the terms that TF-IDF counts: those of the name NAME_WEIGHT times, of description and activity once."""
    return [term for term, _ in written_terms_of(card)]


def features_of(
    cards: Sequence[Card],
    columns: dict[str, int],
    known: Knowledge,
    *,
    grow: bool,
    tell: Callable[[int, int], None] | None = None,
) -> Features:
    """Return the features of cards, not yet weighed; `columns` numbers the words and, with `grow`, takes in new ones.

    What texts say is worked out once for each distinct text. `tell` is called with how many of how many are done.
    """
    about: dict[tuple[object, ...], int] = {}
    which = np.array([about.setdefault(_said(card), len(about)) for card in cards], dtype=np.int64)
    first = [cards[place] for place in np.unique(which, return_index=True)[1]]
    blocks = []
    at_once = min(max(_TOLD_AT_ONCE, len(first) // 50), CARDS_AT_ONCE) if tell else CARDS_AT_ONCE
    for start in range(0, max(len(first), 1), at_once):
        blocks.append(_block(first[start : start + at_once], known))
        if tell:
            tell(min(start + at_once, len(first)) * len(cards) // max(len(first), 1), len(cards))
    said = sparse.csr_matrix(sparse.vstack([block for block, _, _ in blocks], format="csr"))[which]
    served = np.concatenate([shares_of_block for *_, shares_of_block in blocks])
    said.sort_indices()
    bounds = np.cumsum(blocks[0][1]).astype(np.int64)
    counts = [_counted(card, columns, grow) for card in first]
    text_start, pairs = _ragged([counts[row] for row in which])
    code_start, codes = _ragged([[(int(code), 0) for code in card.waste_codes] for card in cards])
    return Features(
        text_start=text_start,
        text_column=pairs[:, 0].astype(np.int32),
        text_count=pairs[:, 1].astype(np.uint8),
        text_weight=np.zeros(len(pairs)),
        known_start=said.indptr.astype(np.int64),
        known_column=said.indices.astype(np.int32),
        known_value=said.data.astype(np.float32),
        code_start=code_start,
        code=codes[:, 0].astype(np.int32),
        places=_places(cards),
        marks=_marks(cards, np.diff(said[:, bounds[1] : bounds[2]].indptr) > 0, served[which]),
        tf=_TF,
        idf=np.zeros(0),
        bounds=bounds,
    )


def _said(card: Card) -> tuple[object, ...]:
    sort = card.direction, card.kind, bool(card.waste_codes)
    return *sort, card.name, card.description, card.activity, card.nace


def _ragged(rows: list[list[tuple[int, int]]]) -> tuple[Rows, Rows]:
    starts = np.cumsum([0, *(len(row) for row in rows)]).astype(np.int64)
    flat = [pair for row in rows for pair in row]
    return starts, np.array(flat, dtype=np.int64).reshape(len(flat), 2)


def _counted(card: Card, columns: dict[str, int], grow: bool) -> list[tuple[int, int]]:
    """Return (column, count) for each word of a card, by column."""
    counts = Counter(terms_of(card))
    if grow:
        for term in counts:
            columns.setdefault(term, len(columns))
    return sorted((columns[term], min(count, _MOST)) for term, count in counts.items() if term in columns)


def _places(cards: Sequence[Card]) -> Floats:
    degrees = np.array([(card.lat, card.lon) for card in cards], dtype=np.float64).reshape(len(cards), 2)
    north, east = np.radians(degrees).T
    amounts = [math.log10(card.amount) if card.amount else np.nan for card in cards]
    found = [np.cos(north) * np.cos(east), np.cos(north) * np.sin(east), np.sin(north) + 0 * east, amounts]
    return np.ascontiguousarray(np.stack(found, axis=1), dtype=np.float64)


def _marks(cards: Sequence[Card], has_sector: Bools, served: Floats) -> Rows:
    columns = [
        [_key(card.firm_id or fold(card.firm)) or -1 for card in cards],
        [_KINDS[card.kind] if card.kind else -1 for card in cards],
        distance.reach_rows(cards),
        [_key(card.zone) for card in cards],
        [_key(card.amount_unit) for card in cards],
        [sum(1 << month for month in {*card.months}) for card in cards],
        has_sector,
    ]
    known = np.array(columns, dtype=np.int64).T
    return np.ascontiguousarray(np.hstack([known, exclusions.masks(cards, served)]))


def _key(text: str | None) -> int:
    """Return a number for a text, the same in every process; 0 for none."""
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big") >> 1 if text else 0


def _block(cards: Sequence[Card], known: Knowledge) -> tuple[sparse.csr_matrix, list[int], Floats]:
    """Return what some cards give or take, how many columns each sort has, and `shares`; dense, so not too many."""
    is_have = np.array([card.direction is Direction.HAVE for card in cards], dtype=bool)
    haves = [card for card in cards if card.direction is Direction.HAVE]
    wants = [card for card in cards if card.direction is Direction.WANT]
    given, taken = (found := mentions.concepts_of(cards))[is_have], found[~is_have]
    base = concepts.concept_base()
    said = sectors.things(cards, known.sectors)
    served = shares(cards)
    goods = 1.0 - served[is_have][:, np.newaxis]
    serves = concepts.opened(given, base.gives).toarray() * goods
    opened = _woven(is_have, serves, concepts.opened(taken, base.takes).toarray())
    precedent = _woven(
        is_have,
        precedents.as_giver(haves, known.precedents, given),
        precedents.as_taker(wants, known.precedents, taken),
    )
    sector = _woven(
        is_have,
        sectors.needs(said[is_have], given, known.sectors) * goods,
        sectors.memberships(wants, known.sectors),
    )
    use = _woven(is_have, serves, wanted_for.readings(wants, 1.0 - served[~is_have]).toarray())
    named = sparse.hstack([opened, sparse.csr_matrix(said), readings(cards, served)])
    sorts = [named, precedent, sector, use]
    return sparse.hstack(sorts, format="csr"), [one.shape[1] for one in sorts], served


def _woven(is_have: Bools, of_haves: Floats, of_wants: Floats) -> sparse.csr_matrix:
    """Return the rows of haves and of wants in the order of the cards."""
    dense = np.zeros((len(is_have), of_haves.shape[1]))
    dense[is_have], dense[~is_have] = of_haves, of_wants
    return sparse.csr_matrix(dense)


def unweighed(entries: int) -> dict[str, npt.NDArray[Any]]:
    """Return the arrays that `weighed` fills, for so many entries of words."""
    return {"text_weight": np.zeros(entries), "tf": _TF, "idf": np.zeros(0)}


def documents_of(features: Features, columns: int) -> Rows:
    """Return for each word in how many cards it stands."""
    return np.bincount(features.text_column, minlength=columns).astype(np.int64)


def weighed(features: Features, documents: Rows, cards: int) -> Features:
    """Return features with words weighed by how many of the cards hold them, as scikit-learn's TfidfVectorizer does."""
    from core.domain.matching import compiled

    idf = np.log((1 + cards) / (1 + documents)) + 1
    return features._replace(idf=idf, text_weight=compiled.weigh(features, idf))


def weighed_like(features: Features, others: Features, documents: Rows) -> Features:
    """Return features of cards that are not among the others, weighed like these; words that nobody else has go."""
    from core.domain.matching import compiled

    has_word = features.text_column < len(documents)
    has_word[has_word] = documents[features.text_column[has_word]] > 0
    counts = np.add.reduceat(np.append(has_word, False), features.text_start[:-1]) if len(has_word) else 0
    counts = np.where(np.diff(features.text_start) > 0, counts, 0)
    features = features._replace(
        text_start=np.concatenate([[0], np.cumsum(counts)]).astype(np.int64),
        text_column=features.text_column[has_word],
        text_count=features.text_count[has_word],
        idf=others.idf,
    )
    return features._replace(text_weight=compiled.weigh(features, others.idf))


def taken(features: Features, rows: Rows) -> Features:
    """Return the features of some rows, in their order."""
    found: dict[str, npt.NDArray[np.generic]] = {}
    for start, names in RAGGED.items():
        starts: Rows = getattr(features, start)
        lengths = np.diff(starts)[rows]
        ends = np.cumsum(lengths)
        place = np.arange(lengths.sum()) + np.repeat(starts[rows] - (ends - lengths), lengths)
        found[start] = np.concatenate([[0], ends]).astype(np.int64)
        found |= {name: getattr(features, name)[place] for name in names}
    for name in ONE_EACH:
        found[name] = getattr(features, name)[rows]
    return features._replace(**found)  # type: ignore[arg-type]


Lists = tuple[Rows, npt.NDArray[np.uint32], Singles]
"""Where the entries of each column begin, their rows and their values."""


def lists_of(features: Features, rows: Rows) -> Lists:
    """Return for each column of `known` which of some rows have it, with their values."""
    some = taken(features, rows)
    shape = (len(rows), int(some.bounds[-1]))
    turned = sparse.csr_matrix((some.known_value, some.known_column, some.known_start), shape=shape).tocsc()
    return turned.indptr.astype(np.int64), rows[turned.indices].astype(np.uint32), turned.data


def stacked(a: Features, b: Features) -> Features:
    """Return the rows of `a`, then those of `b`; what all cards share is that of `a`."""
    found: dict[str, npt.NDArray[np.generic]] = {}
    for start, names in RAGGED.items():
        first, second = getattr(a, start), getattr(b, start)
        found[start] = np.concatenate([first, second[1:] + first[-1]])
        found |= {name: np.concatenate([getattr(a, name), getattr(b, name)]) for name in names}
    for name in ONE_EACH:
        found[name] = np.concatenate([getattr(a, name), getattr(b, name)])
    return a._replace(**found)  # type: ignore[arg-type]


def rule(weights: scoring.Weights) -> "compiled.Rule":
    """Return weights, neutral values and reach as the compiled loops take them."""
    from core.domain.matching import compiled

    reach = distance.reaches()
    return compiled.Rule(
        weights=np.array([getattr(weights, part) for part in scoring.PARTS]),
        neutral=np.array([scoring.NEUTRAL[part] for part in scoring.PARTS]),
        half_km=np.array([line.half_km for line in reach]),
        limit_km=np.array([[line.limit_km for line in reach], [line.limit_of_want_km for line in reach]]),
        flows=len(FLOWS),
        likeness=np.array([scoring.SAME_CHAPTER, scoring.SAME_SUBCHAPTER, scoring.SAME_CODE]),
    )


def parts_of_pairs(a: Features, rows_a: Rows, b: Features, rows_b: Rows) -> dict[str, Floats]:
    """Return the parts (0–1, nan where unknown) of pairs of a have in `a` and a want in `b`."""
    from core.domain.matching import compiled

    found = compiled.parts_of_pairs(a, rows_a, b, rows_b, rule(scoring.Weights()))
    return {part: found[:, number] for number, part in enumerate(scoring.PARTS)}
