"""Starts real servers on free loopback ports, for browser tests and benchmarks."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from core import config

START_SECONDS = 60


@dataclass(frozen=True)
class Server:
    """A running server: its address and its process."""

    address: str
    process: "subprocess.Popen[bytes]"


def free_port() -> int:
    """Return a loopback port that nobody uses now."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@contextmanager
def running(script: Path, database: Path | None = None) -> Iterator[Server]:
    """Serve a script with the project's own settings."""
    with streamlit(["run", str(script)], database) as server:
        yield server


@contextmanager
def streamlit(arguments: Sequence[str], database: Path | None = None) -> Iterator[Server]:
    """Run `streamlit …` in the project's folder until the block ends; yield once it answers."""
    port = free_port()
    command = [sys.executable, "-m", "streamlit", *arguments, "--server.port", str(port)]
    environment = os.environ | ({"SIMBIYOZ_DATABASE": str(database)} if database else {})
    process = subprocess.Popen(
        command, cwd=config.ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        wait_for(f"http://127.0.0.1:{port}/_stcore/health", process)
        yield Server(f"http://127.0.0.1:{port}", process)
    finally:
        process.terminate()
        try:
            process.wait(timeout=60)
        except subprocess.TimeoutExpired:  # what it would still keep in a file is only there to start faster
            process.kill()
            process.wait()


def wait_for(address: str, process: "subprocess.Popen[bytes]") -> None:
    """Wait until a server answers. Raises TimeoutError; AssertionError where its process ended."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        assert process.poll() is None, "the server ended before it answered"
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.05)
    raise TimeoutError(address)
