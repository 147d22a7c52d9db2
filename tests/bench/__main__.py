"""`python -m tests.bench [ranking [CARDS …]] [reruns] [start] [memory] [following]`: measurements, on Linux.

Nothing is asserted. Each figure stands beside one taken in the same run on the same machine: seconds alone say little.
"""

import shutil
import sys
import tempfile
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

from core.domain.model import SYSTEM
from core.services import installing
from tests.bench import following, memory, ranking, reruns, starting

LARGE = 100_000
RANKED = (10_000, 100_000)


def main(asked: list[str]) -> None:
    """Build the sample region in a folder of its own and measure on copies of it."""
    if not asked or "ranking" in asked:
        counts = tuple(int(word) for word in asked if word.isdigit()) or RANKED
        print_ranking(counts)
    if asked and not {"reruns", "start", "memory", "following"}.intersection(asked):
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sample = folder / "sample.duckdb"
        now = datetime.now(UTC).replace(tzinfo=None)
        installing.create(sample, SYSTEM, "izmir", with_sample=True, now=now)
        if not asked or "reruns" in asked:
            print_reruns(sample, folder)
        if not asked or "start" in asked:
            print_start(sample)
        if not asked or "memory" in asked:
            print_memory(sample, folder / "large.duckdb")
        if not asked or "following" in asked:
            print_following(sample, folder)


def print_ranking(counts: tuple[int, ...]) -> None:
    found = []
    for cost in ranking.measure(counts):
        found.append(cost)
        print(f"\n{cost.cards:,} cards, half of them haves")
        print(f"one listed card, explained top 10: p95 {1000 * cost.one_known:.1f} ms (goal at 100,000: 30)")
        print(f"one changed card, top 10: p95 {1000 * cost.one_new:.1f} ms (goal at 100,000: 30)")
        print(
            f"a card taken in: p95 {1000 * cost.taken_in:.1f} ms (goal at 100,000: 50), built anew {cost.built:.1f} s"
        )
        print(f"all cards, both directions, top 10: {cost.ranked:.2f} s, bare product {cost.bare:.2f} s: "
              f"{cost.ranked / cost.bare:.1f}x (goal: 4x), of processor time {cost.ranked_cpu / cost.bare_cpu:.1f}x; "
              f"{cost.kept[0]:.2%} of the exact top 10 of haves kept, {cost.kept[1]:.2%} of wants")  # fmt: skip
        print(f"loaded from its file of {cost.file_mib:.0f} MiB: {cost.loaded:.2f} s (goal at 100,000: 2 s), "
              f"saved {cost.saved:.2f} s, knowledge prepared {cost.known:.1f} s")  # fmt: skip
        print(f"memory of this process so far: {cost.peak_mib:.0f} MiB")
    for few, many in pairwise(found):
        print(f"\nGrowth from {few.cards:,} to {many.cards:,} cards, as exponent: bare product "
              f"{ranking.growth(few, many, 'bare'):.2f}, ranking {ranking.growth(few, many, 'ranked'):.2f}, "
              f"one card {ranking.growth(few, many, 'one_known'):.2f}")  # fmt: skip


def print_reruns(sample: Path, folder: Path) -> None:
    print(
        "A rerun's CPU on the server. Beside it bare pages that compute nothing: with the same tables, charts and"
    )
    print(
        "maps (goal: at most 3x where a page has any), and with as many texts, boxes, buttons and choices too"
    )
    print(
        f"{'page':<16}{'ms':>7}{'drawings':>10}{'bare ms':>9}{'ratio':>7}{'elements':>10}{'bare ms':>9}{'ratio':>7}"
    )
    for cost in reruns.measure(sample, folder):
        drawings = f"{cost.drawings:>10}{cost.same_drawings:>9.1f}{cost.ours / cost.same_drawings:>7.2f}"
        elements = f"{cost.others:>10}{cost.same_elements:>9.1f}{cost.ours / cost.same_elements:>7.2f}"
        print(f"{cost.page:<16}{cost.ours:>7.1f}{drawings}{elements}")


def print_start(sample: Path) -> None:
    ours, hello = starting.measure(sample)
    print("\nFrom the command to the end of the first page (goal: at most 3 s more than streamlit hello)")
    print(f"make run {ours:.2f} s, streamlit hello {hello:.2f} s: {ours - hello:+.2f} s, {ours / hello:.2f}x")


def print_memory(sample: Path, large: Path) -> None:
    shutil.copy(sample, large)
    memory.enlarge(large, LARGE)
    found = memory.measure(large)
    print(f"\nMemory with {LARGE:,} resources (goal: opening needs less than 1,024 MiB)")
    for step, mib in found.items():
        print(f"{step:<12}{mib:>8.0f} MiB{mib / found['import']:>8.2f}x the bare imports")


def print_following(sample: Path, folder: Path) -> None:
    few, many = following.FEW, following.MANY
    print(f"\nA page with {few:,} and {many:,} synergies, {following.EVENTS_EACH} events each (goal: 3x)")
    for share, every in following.SHARES.items():
        print(f"Followed, more than an idea: {share}")
        print(f"{'page':<10}{'after a write, ms':>24}{'ratio':>8}{'unchanged, ms':>24}{'ratio':>8}")
        for one in following.measure(sample, folder, every):
            fresh = f"{1000 * one.few:>12.0f}{1000 * one.many:>12.0f}{one.many / one.few:>8.2f}"
            again = f"{1000 * one.few_again:>12.0f}{1000 * one.many_again:>12.0f}{one.many_again / one.few_again:>8.2f}"
            print(f"{one.page:<10}{fresh}{again}")


if __name__ == "__main__":
    main(sys.argv[1:])
