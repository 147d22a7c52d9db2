"""What ranking costs: one changed card, taking a card in, all cards anew, loading; each beside a bare product or build.

The bare product is `sparse_dot_topn` on two threads over word 1–2-grams of the cards' unexpanded texts, one direction,
ten best: what ranking by words alone would cost.
"""

import math
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pandas as pd
from sklearn.feature_extraction.text import TfidfVectorizer
from sparse_dot_topn import sp_matmul_topn

from core.domain.matching import compiled
from core.domain.matching.cards import Card
from core.domain.matching.features import knowledge, rule
from core.domain.matching.index import Index, build, updated
from core.domain.matching.ranking import rank_all, rank_one, shared_terms
from core.domain.matching.scoring import Weights
from core.storage import index_store
from tests.bench import texts

TOP = 10
ROUNDS = 100
SAMPLED = 300  # haves, and wants, whose exact lists are worked out


@dataclass(frozen=True)
class Costs:
    """Seconds, but for `kept` (shares of the exact best ten that the whole ranking keeps: of haves, of wants) and MiB.

    `bare_cpu` and `ranked_cpu` are processor seconds of both threads: they tell more where others use the machine.
    """

    cards: int
    known: float
    built: float
    bare: float
    bare_cpu: float
    ranked: float
    ranked_cpu: float
    kept: tuple[float, float]
    one_known: float
    one_new: float
    taken_in: float
    saved: float
    loaded: float
    file_mib: float
    peak_mib: float


def measure(counts: tuple[int, ...]) -> Iterator[Costs]:
    """Return what each number of cards costs."""
    known = _took(knowledge)
    warm = build(texts.cards(200))
    rank_all(warm)
    rank_one(warm, warm.cards[0])
    for count in counts:
        cards = texts.cards(count)
        begun = time.perf_counter()
        index = build(cards)
        built = time.perf_counter() - begun
        whole = _whole(index)
        saved, loaded, mib = _kept_on_disk(index)
        yield Costs(
            count, known, built, *whole, *_one(index), _taken_in(index), saved, loaded, mib,
            resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        )  # fmt: skip


def growth(few: Costs, many: Costs, name: str) -> float:
    """Return the exponent with which a cost grows with the number of cards."""
    return math.log(getattr(many, name) / getattr(few, name)) / math.log(many.cards / few.cards)


def _took(work: Callable[[], object]) -> float:
    return _times(work)[0]


def _times(work: Callable[[], object]) -> tuple[float, float]:
    """Return seconds and processor seconds."""
    begun, spent = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - begun, time.process_time() - spent


def _whole(index: Index) -> tuple[float, float, float, float, tuple[float, float]]:
    words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True).fit_transform(
        f"{card.name} {card.description} {card.activity}" for card in index.cards
    )
    haves, wants = words[index.haves], words[index.wants].T.tocsr()
    bare = min(_times(lambda: sp_matmul_topn(haves, wants, top_n=TOP, n_threads=2)) for _ in range(3))
    ranked = min(_times(lambda: rank_all(index, TOP)) for _ in range(2))
    pairs = rank_all(index, TOP)
    return *bare, *ranked, (_share_kept(index, pairs, True), _share_kept(index, pairs, False))


def _share_kept(index: Index, pairs: pd.DataFrame, of_haves: bool) -> float:
    """Return which share of the exact best of some cards is listed; equal scores may stand for one another."""
    rank, own = ("want_rank", "have_id") if of_haves else ("have_rank", "want_id")
    listed = pairs[pairs[rank] > 0].groupby(own)["score"].agg(list)
    rows, others = (index.haves, index.wants) if of_haves else (index.wants, index.haves)
    found = total = 0
    for row in rows[:: max(1, len(rows) // SAMPLED)]:
        scores = compiled.scores_of_one(
            index.features, row, index.features, others, of_haves, rule(Weights()), compiled.NOTHING
        )
        exact = np.sort(scores[scores > 0])[::-1][:TOP]
        mine = sorted(listed.get(index.cards[row].id, []), reverse=True)
        found += sum(score >= exact[-1] for score in mine)
        total += len(exact)
    return found / total


def _one(index: Index) -> tuple[float, float]:
    """Return the 95th percentiles of the explained best ten of a listed card and of one never seen before."""
    known, new = [], []
    for card in index.cards[:: max(1, len(index.cards) // ROUNDS)][:ROUNDS]:
        known.append(_took(lambda card=card: _explained(index, card)))
        changed = _changed(index, card)
        new.append(_took(lambda card=changed: rank_one(index, card, TOP)))
    return statistics.quantiles(known, n=20)[-1], statistics.quantiles(new, n=20)[-1]


def _explained(index: Index, card: Card) -> list[list[str]]:
    found = rank_one(index, card, TOP)
    pairs = zip(found["have_id"], found["want_id"], strict=True)
    return [shared_terms(index, have, want) for have, want in pairs]


def _changed(index: Index, card: Card) -> Card:
    other = index.cards[(index.row_of[card.id] * 7 + 3) % len(index.cards)]
    return replace(card, name=f"{other.name}, {card.name}", description=f"{other.description} yeni")


def _taken_in(index: Index) -> float:
    times = []
    for card in index.cards[:: max(1, len(index.cards) // ROUNDS)][:ROUNDS]:
        changed = _changed(index, card)
        begun = time.perf_counter()
        index = updated(index, [changed])
        times.append(time.perf_counter() - begun)
    return statistics.quantiles(times, n=20)[-1]


def _kept_on_disk(index: Index) -> tuple[float, float, float]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "index"
        fingerprints = pd.Series(
            np.arange(len(index.cards), dtype=np.uint64), index=[card.id for card in index.cards]
        )
        saved = _took(lambda: index_store.save(path, index, fingerprints, "key"))
        loaded = _took(lambda: index_store.load(path, "key", None))
        return saved, loaded, path.stat().st_size / 2**20
