"""Opens pages as users do: through app.py on the sample region, with the examples laid over it."""

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.runtime.pages_manager import PagesManager
from streamlit.testing.v1 import AppTest, app_test

from core import config, i18n
from core.domain.choices import Role
from pages.shared import cache

APP = config.ROOT / "app.py"
TIMEOUT = 60  # seconds; the first page builds the index of suggestions
OpenPage = Callable[..., AppTest]


@pytest.fixture(scope="session", autouse=True)
def served(laid_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The database that the pages serve."""
    path = tmp_path_factory.mktemp("served") / "sample.duckdb"
    shutil.copy(laid_file, path)
    with serving(path):
        yield path


@pytest.fixture
def own_copy(laid_file: Path, tmp_path: Path) -> Iterator[Path]:
    """A database of one test alone, which the pages serve: what it writes must not change other tests' pages."""
    path = tmp_path / "own.duckdb"
    shutil.copy(laid_file, path)
    with serving(path):
        yield path


@contextmanager
def serving(path: Path) -> Iterator[None]:
    """Let the pages serve a database file for a while."""
    before = os.environ.get("SIMBIYOZ_DATABASE")
    _forget_caches()
    os.environ["SIMBIYOZ_DATABASE"] = str(path)
    st.set_option("client.showErrorDetails", "full")  # so that a failing test says what went wrong
    try:
        yield
    finally:
        for thread in threading.enumerate():
            if thread.name == "preparing":  # it still reads, where a test has made Streamlit's runtime
                thread.join()
        cache.database().close()
        _forget_caches()
        if before is None:
            del os.environ["SIMBIYOZ_DATABASE"]
        else:
            os.environ["SIMBIYOZ_DATABASE"] = before


def _forget_caches() -> None:
    st.cache_data.clear()
    st.cache_resource.clear()


@pytest.fixture
def warm_server(monkeypatch: pytest.MonkeyPatch) -> None:
    """A server on which somebody has opened "/" before: only then does Streamlit run app.py for every page.

    AppTest forgets that at each run, unless it counts pages with a class of its own.
    """
    monkeypatch.setattr(app_test, "PagesManager", type("WarmPagesManager", (PagesManager,), {}))
    monkeypatch.setattr(PagesManager, "uses_pages_directory", False)


class Noting(dict[str, str]):
    """A catalogue that notes what it was asked for and did not hold."""

    def __init__(self, texts: dict[str, str]) -> None:
        super().__init__(texts)
        self.missing: set[str] = set()

    def get(self, message: str, default: str = "") -> str:  # type: ignore[override]
        if message not in self:
            self.missing.add(message)
        return super().get(message, default)


@pytest.fixture
def turkish(monkeypatch: pytest.MonkeyPatch) -> Iterator[Noting]:
    """The Turkish catalogue, which notes texts that no machine can find in the code (t(variable)) and that it lacks."""
    noting = Noting(i18n.catalogue("tr"))
    monkeypatch.setattr(i18n, "catalogue", lambda language: noting)
    i18n.translator.cache_clear()
    st.cache_data.clear()  # charts and tables that were drawn before would ask for nothing
    yield noting
    i18n.translator.cache_clear()


@pytest.fixture
def open_page(warm_server: None) -> OpenPage:
    """Open a page through app.py: open_page("impact", Role.MANAGER, "tr", synergy="…")."""
    return opened


def opened(
    page: str, role: Role, language: str, state: dict[str, Any] | None = None, **query: str
) -> AppTest:
    """Run app.py, then a page, as a role in a language; `state` is put into the session before."""
    at = AppTest.from_file(APP, default_timeout=TIMEOUT)
    at.session_state["role"] = role.value
    at.session_state["language"] = language
    for key, value in (state or {}).items():
        at.session_state[key] = value
    at.query_params.update(query)
    return at.switch_page(f"pages/{page}.py").run()
