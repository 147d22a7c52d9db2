"""The tables of `python -m core evaluate` in Markdown, as they stand in docs/matching.md."""

from collections.abc import Iterator
from dataclasses import replace

from core.domain import scoring
from core.domain.evaluation import coverage, hits, published, written
from core.domain.evaluation.measures import (
    Cases,
    Floats,
    bm25,
    commonest,
    interval,
    measured,
    scores,
)
from core.domain.scoring import Weights

_HEADS = ("| cases | ranking | AUC | nDCG@10 | recall@10 | MRR |", "|---|---|---|---|---|---|")


def rankings(quick: bool = False) -> Iterator[str]:
    """Return the published exchanges, then the written cases: all parts beside rankings that know nothing."""
    yield from _HEADS
    for name, found in _all_cases(quick):
        for ranking, score in _compared(found):
            yield _line(name, ranking, measured(score, found))


def ablation(quick: bool = False) -> Iterator[str]:
    """Return what is left without each part that speaks in these cases."""
    yield from _HEADS
    for name, found in _all_cases(quick):
        for part in scoring.EVIDENCE:
            without = scores(found, replace(Weights(), **{part: 0.0}))
            yield _line(name, f"without {part}", measured(without, found))


def other_answers(floor: float) -> Iterator[str]:
    """Return takers, waste codes, and what is kept apart; `floor` is the least score that is suggested."""
    yield "| takers | cases | first | among three | among five |"
    yield "|---|---|---|---|---|"
    for name in ("published", "written"):
        for title, language in hits.LANGUAGES.items():
            for with_nace, said in ((True, "with NACE"), (False, "no NACE")):
                shares = hits.taker_hits(name, language, with_nace)
                yield f"| {name} | {title}, {said} | " + " | ".join(f"{hit:.3f}" for hit in shares) + " |"
    yield ""
    yield "| waste codes | cases | right first | among five |"
    yield "|---|---|---|---|"
    for name in ("published", "written"):
        for title, language in hits.LANGUAGES.items():
            first, among = hits.code_hits(name, language)
            yield f"| {name} | {title} | {first:.3f} | {among:.3f} |"
    yield ""
    yield "| pairs | cases | suggested | of |"
    yield "|---|---|---|---|"
    for name in ("unsafe", "safe"):
        for title, language in hits.LANGUAGES.items():
            suggested, count = hits.kept_apart(name, language, floor)
            yield f"| {name} | {title} | {suggested} | {count} |"


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


def _all_cases(quick: bool) -> Iterator[tuple[str, Cases]]:
    for name, setting in list(published.SETTINGS.items())[: 3 if quick else None]:
        yield name, published.cases(setting)
    for name, (file, setting) in written.SETTINGS.items():
        yield name, written.cases(file, setting)


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
