"""What all tests share: the sample database, built once a run by the same service that `core init --sample` calls."""

import os
import shutil
from datetime import datetime
from pathlib import Path

import pytest

from core.domain.model import SYSTEM
from core.services import installing
from core.storage.database import open_database
from tests import examples

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


@pytest.fixture(scope="session")
def laid_file(sample_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample region with the examples; nobody holds it open: copy it to serve it."""
    path = tmp_path_factory.mktemp("laid") / "sample.duckdb"
    shutil.copy(sample_file, path)
    database = open_database(path)
    examples.lay(database, datetime.now().astimezone().date())
    database.close()
    return path
