"""What all tests share: the sample database, built once a run by the same service that `core init --sample` calls."""

import os
from datetime import datetime
from pathlib import Path

import pytest

from core.domain.model import SYSTEM
from core.services import installing

os.environ.setdefault(
    "STREAMLIT_LOGGER_LEVEL", "error"
)  # pages run without a server here; it would say so each time

# Scripts for Streamlit and measurements by hand: the search for doctests must not import them.
collect_ignore_glob = ["bench/*", "browser/bare.py"]
BUILT_AT = datetime(2026, 11, 2, 9)


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of the sample region that nobody opens: copy it. (With pytest-xdist each worker builds its own.)"""
    path = tmp_path_factory.mktemp("sample") / "sample.duckdb"
    installing.create(path, SYSTEM, "izmir", with_sample=True, now=BUILT_AT)
    return path
