"""`python -m tests.bench [reruns] [start] [memory]`: measurements, all or those named, on Linux; nothing is asserted.

Each figure stands beside one taken in the same run on the same machine, for seconds alone say little.
"""

import shutil
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from core.domain.model import SYSTEM
from core.services import installing
from tests.bench import memory, reruns, starting

LARGE = 100_000


def main(asked: list[str]) -> None:
    """Build the sample region in a folder of its own and measure on copies of it."""
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


if __name__ == "__main__":
    main(sys.argv[1:])
