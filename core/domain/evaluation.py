"""How well the ranking finds published exchanges: cases from the precedents, each place and source held out.

A case is a have (resource, giver's activity) against the wants of all precedents (use, taker's activity); right are the
wants of precedents with the same resource name. While a case is ranked, the knowledge lacks every precedent of its
place or source. Sectors and uses were partly written by people who had read these sources: the figures are upper
limits, and what the ranking does elsewhere only unseen cases tell.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from core.domain import matching, mentions, precedents, scoring
from core.domain.cards import Card
from core.domain.features import Knowledge, knowledge, parts_of_pairs
from core.domain.model import Direction
from core.domain.precedents import Precedent
from core.domain.scoring import Weights

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]

MEASURES = ("auc", "ndcg10", "recall10", "mrr")
_RESAMPLES = 1_000
_SEED = 7


@dataclass(frozen=True)
class Setting:
    """What the cards of an evaluation say: language of haves and wants, and whether they carry NACE and activity."""

    have_language: str = "en"
    want_language: str = "en"
    with_nace: bool = True
    with_activity: bool = True


@dataclass(frozen=True)
class Cases:
    """Parts of all pairs of haves × wants, which are right, and the resource name each have belongs to."""

    parts: Mapping[str, Floats]
    right: Bools
    groups: tuple[str, ...]
    popularity: Floats


def held_out(rows: Sequence[Precedent]) -> list[list[int]]:
    """Return groups of rows that are left out together: those that share a place or a source, directly or by others."""
    group = list(range(len(rows)))
    for key in ("place", "source"):
        members: dict[str, list[int]] = defaultdict(list)
        for number, row in enumerate(rows):
            members[getattr(row, key)].append(number)
        for numbers in members.values():
            merged = {group[number] for number in numbers}
            group = [min(merged) if one in merged else one for one in group]
    found: dict[int, list[int]] = defaultdict(list)
    for number, one in enumerate(group):
        found[one].append(number)
    return list(found.values())


def cases(setting: Setting, known: Knowledge | None = None) -> Cases:
    """Return all cases of a setting."""
    known = known or knowledge()
    rows = precedents.all_precedents()
    cards = [_have(row, setting) for row in rows]
    wants = {(_want(row, setting)): number for number, row in reversed(list(enumerate(rows)))}
    want_cards = [replace(want, id=f"w{number}") for want, number in wants.items()]
    place = {replace(card, id=""): column for column, card in enumerate(want_cards)}
    right = _right(rows, [place[_want(row, setting)] for row in rows], len(want_cards))
    index = matching.build([*cards, *want_cards], replace(known, precedents=precedents.base_of([])))
    a = np.repeat(index.haves, len(want_cards))
    b = np.tile(index.wants, len(cards))
    flat = parts_of_pairs(index.features, a, index.features, b)
    parts = {part: values.reshape(right.shape) for part, values in flat.items()}
    parts["precedent"] = _precedent_part(rows, cards, want_cards)
    counts = right[np.unique([row.resource_en for row in rows], return_index=True)[1]].sum(axis=0)
    return Cases(parts, right, tuple(row.resource_en for row in rows), counts.astype(np.float64))


def _precedent_part(rows: Sequence[Precedent], haves: Sequence[Card], wants: Sequence[Card]) -> Floats:
    """Return haves × wants: what the precedents say of each pair, without those of the have's place or source."""
    part = np.zeros((len(haves), len(wants)))
    about_haves, about_wants = mentions.concepts_of(haves), mentions.concepts_of(wants)
    for group in held_out(rows):
        base = precedents.base_of([row for number, row in enumerate(rows) if number not in set(group)])
        given = precedents.as_giver([haves[number] for number in group], base, about_haves[group])
        taken = precedents.as_taker(wants, base, about_wants)
        for number, row in zip(group, given, strict=True):
            part[number] = (row * taken).max(axis=1, initial=0.0)
    return part


def _have(row: Precedent, setting: Setting) -> Card:
    language = setting.have_language
    return Card(
        row.id,
        Direction.HAVE,
        getattr(row, f"resource_{language}"),
        activity=getattr(row, f"donor_{language}") if setting.with_activity else "",
        nace=(row.donor_nace,) if setting.with_nace and row.donor_nace else (),
    )


def _want(row: Precedent, setting: Setting) -> Card:
    language = setting.want_language
    return Card(
        "",
        Direction.WANT,
        getattr(row, f"use_{language}"),
        activity=getattr(row, f"receiver_{language}") if setting.with_activity else "",
        nace=(row.receiver_nace,) if setting.with_nace and row.receiver_nace else (),
    )


def _right(rows: Sequence[Precedent], want_of: Sequence[int], wants: int) -> Bools:
    by_resource: dict[str, list[int]] = defaultdict(list)
    for row, want in zip(rows, want_of, strict=True):
        by_resource[row.resource_en].append(want)
    right = np.zeros((len(rows), wants), dtype=bool)
    for number, row in enumerate(rows):
        right[number, by_resource[row.resource_en]] = True
    return right


def scores(found: Cases, weights: Weights) -> Floats:
    """Return haves × wants: the score of each pair."""
    flat = {part: values.ravel() for part, values in found.parts.items()}
    total = sum(scoring.terms(flat, weights).values())
    return np.asarray(total, dtype=np.float64).reshape(found.right.shape)


def measured(score: Floats, found: Cases) -> Floats:
    """Return one row for each distinct resource name with the MEASURES, averaged over its haves."""
    by_have = np.array([_measures(*pair) for pair in zip(score, found.right, strict=True)])
    names = sorted(set(found.groups))
    groups = np.array(found.groups)
    return np.array([by_have[groups == name].mean(axis=0) for name in names])


def _measures(score: Floats, right: Bools) -> tuple[float, float, float, float]:
    """Return AUC, nDCG@10, recall@10 and reciprocal rank; ties count as the mean of all their orders in AUC.

    >>> [round(value, 3) for value in _measures(np.array([.9, .8, .7]), np.array([False, True, False]))]
    [0.5, 0.631, 1.0, 0.5]
    """
    good, bad = score[right], score[~right]
    auc = float(np.mean((good[:, None] > bad) + 0.5 * (good[:, None] == bad))) if len(bad) else 1.0
    order = np.lexsort((right, -score))  # among equals the wrong ones first
    hits = right[order]
    gain = float((hits[:10] / np.log2(np.arange(2, 2 + len(hits[:10])))).sum())
    best = float((1 / np.log2(np.arange(2, 2 + min(10, int(right.sum()))))).sum())
    return auc, gain / best, float(hits[:10].sum() / right.sum()), 1 / (1 + int(hits.argmax()))


def interval(rows: Floats) -> Floats:
    """Return the 2.5th and 97.5th percentile of the mean of each column, by resampling the rows."""
    chance = np.random.default_rng(_SEED)
    drawn = chance.integers(0, len(rows), (_RESAMPLES, len(rows)))
    return np.asarray(np.percentile(rows[drawn].mean(axis=1), [2.5, 97.5], axis=0), dtype=np.float64)


SETTINGS = {
    "English": Setting(),
    "Turkish": Setting("tr", "tr"),
    "Turkish haves, English wants": Setting("tr", "en"),
    "English, no NACE": Setting(with_nace=False),
    "Turkish, no NACE": Setting("tr", "tr", with_nace=False),
    "Turkish haves, English wants, no NACE": Setting("tr", "en", with_nace=False),
    "English, no activity": Setting(with_activity=False),
}


def report(quick: bool = False) -> Iterator[str]:
    """Return the lines of the tables in Markdown: mean over distinct resource names, [95 % interval] by resampling."""
    yield "| cases | ranking | AUC | nDCG@10 | recall@10 | MRR |"
    yield "|---|---|---|---|---|---|"
    without: list[str] = []
    for name, setting in list(SETTINGS.items())[: 3 if quick else None]:
        found = cases(setting)
        for ranking, score in _compared(found):
            yield _line(name, ranking, measured(score, found))
        for part in scoring.EVIDENCE:
            rows = measured(scores(found, replace(Weights(), **{part: 0.0})), found)
            without.append(_line(name, f"without {part}", rows))
    yield ""
    yield "| cases | ranking | AUC | nDCG@10 | recall@10 | MRR |"
    yield "|---|---|---|---|---|---|"
    yield from without


def _compared(found: Cases) -> list[tuple[str, Floats]]:
    return [
        ("all parts", scores(found, Weights())),
        ("plain TF-IDF", found.parts["text"]),
        ("commonest receiver", np.tile(found.popularity, (len(found.right), 1))),
    ]


def _line(name: str, ranking: str, rows: Floats) -> str:
    low, high = interval(rows)
    cells = [f"{mean:.3f} [{a:.2f}–{b:.2f}]" for mean, a, b in zip(rows.mean(axis=0), low, high, strict=True)]
    return f"| {name} | {ranking} | {' | '.join(cells)} |"
