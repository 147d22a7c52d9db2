"""What is compared of two cards: one row of numbers for each card, and the parts of a score from two rows.

Haves and wants are laid out so that a product of two rows says how much they have in common: of words, of precedents,
of what the taker's sector consumes, of waste codes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt
from scipy import sparse
from sklearn.feature_extraction.text import TfidfVectorizer

from core.domain import concepts, distance, exclusions, mentions, precedents, scoring, sectors
from core.domain.cards import Card
from core.domain.model import Direction, Kind
from core.domain.precedents import PrecedentBase
from core.domain.scoring import Weights
from core.domain.sectors import SectorBase
from core.domain.text import fold, written_terms

Floats = npt.NDArray[np.float64]
Rows = npt.NDArray[np.int64]

NAME_WEIGHT = 2
FLOWS = (Kind.MATERIAL, Kind.ENERGY, Kind.WATER)
CARDS_AT_ONCE = 5_000
_KINDS = {kind: number for number, kind in enumerate((*FLOWS, *(kind for kind in Kind if kind not in FLOWS)))}
_FLOWS = len(FLOWS)


@dataclass(frozen=True)
class Knowledge:
    """What the matching knows beside the cards."""

    precedents: PrecedentBase
    sectors: SectorBase


@cache
def knowledge() -> Knowledge:
    """Return all that data/knowledge holds."""
    return Knowledge(precedents.base_of(precedents.all_precedents()), sectors.sector_base())


@dataclass(frozen=True)
class Features:
    """What is compared, one row for each card; -1 and nan mean unknown.

    `precedent` and `sector` hold the giver's side of a have (resource of a precedent, needs of sectors) and the taker's
    side of a want (receiver of a precedent, membership in sectors); an empty row of `sector` means unknown. `excluded`
    holds bits of exclusions: cards that share one are never paired.
    """

    text: sparse.csr_matrix
    concept: sparse.csr_matrix
    precedent: sparse.csr_matrix
    sector: sparse.csr_matrix
    codes: sparse.csr_matrix
    kind: Rows
    lat: Floats
    lon: Floats
    amount: Floats
    unit: Rows
    firm: Rows
    excluded: Rows


def terms_of(card: Card) -> list[str]:
    """Return the terms that TF-IDF counts: those of the name NAME_WEIGHT times, of description and activity once."""
    return [term for term, _ in written_terms_of(card)]


def written_terms_of(card: Card) -> list[tuple[str, str]]:
    """Return (term, words as written) for each term of `terms_of`."""
    return (
        written_terms(card.name) * NAME_WEIGHT
        + written_terms(card.description)
        + written_terms(card.activity)
    )


def features_of(
    cards: Sequence[Card], vectorizer: TfidfVectorizer, known: Knowledge, firms: dict[str, int]
) -> Features:
    """Return the features of cards; `firms` numbers the firms and takes in new ones."""
    fitted = hasattr(vectorizer, "vocabulary_")
    text = vectorizer.transform(cards) if fitted and cards else sparse.csr_matrix((len(cards), 1))
    units: dict[str | None, int] = {"t": 0, "m3": 1, "MWh": 2}
    found = mentions.concepts_of(cards)
    blocks = [
        _block(cards[start : start + CARDS_AT_ONCE], found[start : start + CARDS_AT_ONCE], known)
        for start in range(0, max(len(cards), 1), CARDS_AT_ONCE)
    ]
    concept, precedent, sector = (
        sparse.csr_matrix(sparse.vstack(part, format="csr")) for part in zip(*blocks, strict=True)
    )
    return Features(
        text=sparse.csr_matrix(text),
        concept=concept,
        precedent=precedent,
        sector=sector,
        codes=_code_matrix(cards),
        kind=np.array([_KINDS[card.kind] if card.kind else -1 for card in cards], dtype=np.int64),
        lat=_numbers([card.lat for card in cards]),
        lon=_numbers([card.lon for card in cards]),
        amount=_numbers([card.amount for card in cards]),
        unit=np.array([units.setdefault(card.amount_unit, len(units)) for card in cards], dtype=np.int64),
        firm=np.array([_firm_number(card, firms) for card in cards], dtype=np.int64),
        excluded=exclusions.masks(cards),
    )


def _block(
    cards: Sequence[Card], found: sparse.csr_matrix, known: Knowledge
) -> tuple[sparse.csr_matrix, sparse.csr_matrix, sparse.csr_matrix]:
    """Return concept, precedent and sector of some cards; `found` holds their concepts. Not too many: all is dense."""
    is_have = np.array([card.direction is Direction.HAVE for card in cards], dtype=bool)
    haves = [card for card in cards if card.direction is Direction.HAVE]
    wants = [card for card in cards if card.direction is Direction.WANT]
    given, taken = found[is_have], found[~is_have]
    base = concepts.concept_base()
    said = sectors.things(cards, known.sectors)
    opened = _woven(
        is_have, concepts.opened(given, base.gives).toarray(), concepts.opened(taken, base.takes).toarray()
    )
    precedent = _woven(
        is_have,
        precedents.as_giver(haves, known.precedents, given),
        precedents.as_taker(wants, known.precedents, taken),
    )
    sector = _woven(
        is_have,
        sectors.needs(said[is_have], given, known.sectors),
        sectors.memberships(wants, known.sectors),
    )
    both = sparse.hstack([opened, sparse.csr_matrix(said)], format="csr")
    return sparse.csr_matrix(both), precedent, sector


def _woven(is_have: npt.NDArray[np.bool_], of_haves: Floats, of_wants: Floats) -> sparse.csr_matrix:
    """Return the rows of haves and of wants in the order of the cards."""
    dense = np.zeros((len(is_have), of_haves.shape[1]))
    dense[is_have], dense[~is_have] = of_haves, of_wants
    return sparse.csr_matrix(dense)


def _numbers(values: list[float | None]) -> Floats:
    return np.array([np.nan if value is None else value for value in values], dtype=np.float64)


def _firm_number(card: Card, firms: dict[str, int]) -> int:
    key = card.firm_id or fold(card.firm)
    return firms.setdefault(key, len(firms)) if key else -1


def _code_matrix(cards: Sequence[Card]) -> sparse.csr_matrix:
    """Return one column for each 6-, 4- and 2-digit code so that a dot product gives `waste_code_likeness`."""
    chapter, subchapter = scoring.SAME_CHAPTER, scoring.SAME_SUBCHAPTER
    levels = ((2, chapter), (4, subchapter - chapter), (6, scoring.SAME_CODE - subchapter))
    entries = {
        (row, int(code[:digits]) + 10**digits): weight**0.5
        for row, card in enumerate(cards)
        for code in card.waste_codes
        for digits, weight in levels
    }
    rows, columns = zip(*entries, strict=True) if entries else ((), ())
    return sparse.csr_matrix((list(entries.values()), (rows, columns)), shape=(len(cards), 2_000_000))


def stacked(features: Features, rows: Rows, weights: Weights) -> sparse.csr_matrix:
    """Return the evidence of some rows side by side, scaled so that a product of two rows is their evidence."""
    blocks = []
    for matrix, weight in (
        (features.text, weights.text),
        (features.concept, weights.concept),
        (features.precedent, weights.precedent),
        (features.sector, weights.sector),
        (features.codes, weights.waste_code),
    ):
        if weight > 0:
            blocks.append(matrix[rows] * weight**0.5)
    return sparse.csr_matrix(sparse.hstack(blocks, format="csr"))


def parts_of_pairs(a: Features, rows_a: Rows, b: Features, rows_b: Rows) -> dict[str, Floats]:
    """Return the parts (0–1, nan where unknown) of pairs of a have in `a` and a want in `b`."""
    known_sectors = (np.diff(a.sector.indptr)[rows_a] > 0) & (np.diff(b.sector.indptr)[rows_b] > 0)
    known_codes = (np.diff(a.codes.indptr)[rows_a] > 0) & (np.diff(b.codes.indptr)[rows_b] > 0)
    kind_a, kind_b = a.kind[rows_a], b.kind[rows_b]
    km = distance.crow_flies_km(a.lat[rows_a], a.lon[rows_a], b.lat[rows_b], b.lon[rows_b])
    amounts = scoring.quantity_fit(a.amount[rows_a], b.amount[rows_b])
    return {
        "text": np.clip(_dots(a.text, rows_a, b.text, rows_b), 0.0, 1.0),
        "concept": _best(a.concept, rows_a, b.concept, rows_b),
        "precedent": _best(a.precedent, rows_a, b.precedent, rows_b),
        "sector": np.where(known_sectors, _best(a.sector, rows_a, b.sector, rows_b), np.nan),
        "waste_code": np.where(
            known_codes, np.clip(_dots(a.codes, rows_a, b.codes, rows_b), 0.0, 1.0), np.nan
        ),
        "kind": scoring.kind_fit(kind_a, kind_b, _FLOWS),
        "distance": distance.nearness(km, _half_km()[np.where(kind_a >= 0, kind_a, kind_b)]),
        "quantity": np.where(a.unit[rows_a] == b.unit[rows_b], amounts, np.nan),
    }


def _half_km() -> Floats:
    table = distance.half_distances_km()
    return np.array([*(table[kind] for kind in _KINDS), table[""]])  # the last one is found by -1


def _dots(a: sparse.csr_matrix, rows_a: Rows, b: sparse.csr_matrix, rows_b: Rows) -> Floats:
    return np.asarray(a[rows_a].multiply(b[rows_b]).sum(axis=1), dtype=np.float64).ravel()


def _best(a: sparse.csr_matrix, rows_a: Rows, b: sparse.csr_matrix, rows_b: Rows) -> Floats:
    if not a.shape[1]:
        return np.zeros(len(rows_a))  # no knowledge of this sort
    products = a[rows_a].multiply(b[rows_b]).tocsr()
    return np.asarray(products.max(axis=1).toarray(), dtype=np.float64).ravel()
