"""How long until the first page has run: `streamlit hello`, and `make run` with everything installed, start to end."""

import os
import shutil
import signal
import statistics
import subprocess
import time
from pathlib import Path

from core import config
from tests.bench.client import session
from tests.serving import free_port, streamlit, wait_for

ROUNDS = 3


def measure(database: Path) -> tuple[float, float]:
    """Return the medians in seconds: ours, hello's. They take turns, so that a busy machine slows both."""
    ours, hello = [], []
    for _ in range(ROUNDS):
        hello.append(_hello())
        ours.append(_ours(database))
    return statistics.median(ours), statistics.median(hello)


def _hello() -> float:
    begun = time.monotonic()
    with streamlit(["hello"]) as server, session(server.address) as visitor:
        visitor.rerun()
        return time.monotonic() - begun


def _ours(database: Path) -> float:
    """Start by `make run` where there is make; it must find nothing left to install."""
    begun = time.monotonic()
    if not shutil.which("make"):
        with streamlit(["run", "app.py"], database) as server, session(server.address) as visitor:
            visitor.rerun()
            return time.monotonic() - begun
    port = free_port()
    process = subprocess.Popen(
        ["make", "run", f"PORT={port}", f"DB={database}"],
        cwd=config.ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        wait_for(f"http://127.0.0.1:{port}/_stcore/health", process)
        with session(f"http://127.0.0.1:{port}") as visitor:
            visitor.rerun()
        return time.monotonic() - begun
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(timeout=20)
