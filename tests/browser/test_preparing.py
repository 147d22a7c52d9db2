"""Suggestions get ready while the first page is looked at: whoever opens them later need not wait."""

import shutil
import time
from pathlib import Path

from core import config
from core.storage import index_store
from tests.bench.client import session
from tests.serving import running


def test_the_index_is_made_after_the_first_page_of_a_server(sample_file: Path, tmp_path: Path) -> None:
    database = tmp_path / "sample.duckdb"
    shutil.copy(sample_file, database)
    path = index_store.path_of(database, "izmir")
    with running(config.ROOT / "app.py", database) as server:
        with session(server.address) as reader:
            reader.rerun()
        deadline = time.monotonic() + 120
        while not path.exists() and time.monotonic() < deadline:
            time.sleep(0.2)
    assert path.exists()
