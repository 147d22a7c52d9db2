"""The tables of `python -m core evaluate` in Markdown, as they stand in docs/matching.md."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

import numpy as np

from core.domain.evaluation import ROUNDS, bands, coverage, hits, published, written
from core.domain.evaluation.measures import (
    Cases,
    Floats,
    bm25,
    commonest,
    interval,
    measured,
    scores,
)
from core.domain.matching import scoring
from core.domain.matching.scoring import Weights
from core.domain.matching.strength import BANDS

_SCORES_FROM = (0, 5, 10, 15, 20, 25, 30, 40)  # points; fine enough to choose thresholds by
_HEADS = ("| cases | ranking | AUC | nDCG@10 | recall@10 | MRR |", "|---|---|---|---|---|---|")


def rankings(quick: bool = False, only_round: int | None = None) -> Iterator[str]:
    """Return the published exchanges, then the written cases: all parts beside rankings that know nothing.

    `only_round` leaves the written cases of that round alone, here and in the other tables.
    """
    yield from _HEADS
    for name, found in _all_cases(quick, only_round):
        for ranking, score in _compared(found):
            yield _line(name, ranking, measured(score, found))


def ablation(quick: bool = False, only_round: int | None = None) -> Iterator[str]:
    """Return what is left without each part that speaks in these cases."""
    yield from _HEADS
    for name, found in _all_cases(quick, only_round):
        for part in scoring.EVIDENCE:
            without = scores(found, replace(Weights(), **{part: 0.0}))
            yield _line(name, f"without {part}", measured(without, found))


def other_answers(floor: float, only_round: int | None = None) -> Iterator[str]:
    """Return takers, waste codes, and what is kept apart; `floor` is the least score that is suggested."""
    yield "| takers | cases | first | among three | among five | its own among three |"
    yield "|---|---|---|---|---|---|"
    sources = _sources(only_round)
    for name, kind, number in sources:
        for title, language in hits.LANGUAGES.items():
            for with_nace, said in ((True, "with NACE"), (False, "no NACE")):
                shares = hits.taker_hits(kind, language, with_nace, number)
                yield f"| {name} | {title}, {said} | " + " | ".join(f"{hit:.3f}" for hit in shares) + " |"
    yield ""
    yield "| waste codes | cases | right first | among five |"
    yield "|---|---|---|---|"
    for name, kind, number in sources:
        if number and not written.rows_of("waste_texts", number):
            continue
        for title, language in hits.LANGUAGES.items():
            first, among = hits.code_hits(kind, language, number)
            yield f"| {name} | {title} | {first:.3f} | {among:.3f} |"
    yield ""
    yield "| pairs | cases | suggested | of |"
    yield "|---|---|---|---|"
    for number in _rounds(only_round):
        for name in ("unsafe", "safe"):
            for title, language in hits.LANGUAGES.items():
                suggested, count = hits.kept_apart(name, language, floor, number)
                yield f"| {name}, {written.title(number)} | {title} | {suggested} | {count} |"


def strengths(only_round: int | None = None) -> Iterator[str]:
    """Return what the words for a score rest on: how much oftener it stands on right pairs than on others.

    First all cases by narrow bands, by which thresholds are chosen, then each source by the words of
    `matching.strength`.
    """
    found = bands.sources(only_round)
    yield "| cases | haves | score | word | of right pairs | of other pairs | times as common |"
    yield "|---|---|---|---|---|---|---|"
    narrow = [bands.by_have(cases, _SCORES_FROM) for cases in found.values()]
    yield from _bands("together", np.concatenate(narrow), _SCORES_FROM)
    starts = (0, *sorted(band.least_points for band in BANDS.values()))
    haves = {name: bands.by_have(cases, starts) for name, cases in found.items()}
    for name, some in {**haves, "together": np.concatenate(list(haves.values()))}.items():
        yield from _bands(name, some, starts)


def _bands(name: str, haves: Floats, starts: Sequence[int]) -> Iterator[str]:
    words = {band.least_points: word.value.replace("_", " ") for word, band in BANDS.items()}
    for least, below, share in zip_longest(starts, starts[1:], bands.measured(haves)):
        score = f"{least} and more" if below is None else f"{least} to {below - 1}"
        word = words.get(max((one for one in words if one <= least), default=-1), "not suggested")
        times = f"{share.times:.1f} [{share.interval[0]:.1f}–{share.interval[1]:.1f}]"
        yield f"| {name} | {len(haves)} | {score} | {word} | {share.right:.3f} | {share.others:.4f} | {times} |"


def covered(count: int) -> Iterator[str]:
    """Return the share of others' texts in which a concept is found, and some hits to be checked by hand."""
    yield "| texts | distinct | a concept is surely found |"
    yield "|---|---|---|"
    for source, texts, share in coverage.shares():
        yield f"| {source} | {texts} | {share:.3f} |"
    yield ""
    yield "| source | text | concept |"
    yield "|---|---|---|"
    for source, text, concept in coverage.drawn(count):
        yield f"| {source} | {text} | {concept} |"


def _rounds(only_round: int | None) -> Sequence[int]:
    return ROUNDS if only_round is None else (only_round,)


def _sources(only_round: int | None) -> list[tuple[str, str, int]]:
    """Return what the tables call a source of cases, its kind, and its round (the published ones have none)."""
    rounds = [(written.title(number), "written", number) for number in _rounds(only_round)]
    return rounds if only_round else [("published", "published", 0), *rounds]


def _all_cases(quick: bool, only_round: int | None) -> Iterator[tuple[str, Cases]]:
    if only_round is None:
        for name, setting in list(published.SETTINGS.items())[: 3 if quick else None]:
            yield name, published.cases(setting)
    for number in _rounds(only_round):
        for name, (file, setting) in written.SETTINGS.items():
            if written.rows_of(file, number):
                yield f"{written.title(number)}: {name}", written.cases(file, setting, number)


def _compared(found: Cases) -> list[tuple[str, Floats]]:
    return [
        ("all parts", scores(found, Weights())),
        ("plain TF-IDF", found.parts["text"]),
        ("BM25", bm25(found)),
        ("commonest receiver", commonest(found)),
    ]


def _line(name: str, ranking: str, rows: Floats) -> str:
    low, high = interval(rows)
    cells = [f"{mean:.3f} [{a:.2f}–{b:.2f}]" for mean, a, b in zip(rows.mean(axis=0), low, high, strict=True)]
    return f"| {name} | {ranking} | {' | '.join(cells)} |"
