"""A real server on a free loopback port and a real Chromium; each test's page notes what it asked for from outside."""

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect, sync_playwright

from core import config
from tests.serving import running

PAGES = sorted(path.stem for path in (config.ROOT / "pages").glob("*.py"))
LOOPBACK = {"127.0.0.1", "localhost"}
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--enable-unsafe-swiftshader",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WAIT_MS = 180_000  # the first page of a cold server builds the index; a busy machine takes its time
expect.set_options(timeout=30_000)


@dataclass
class Visitor:
    """A page of a browser with the address of the server and what it asked for from elsewhere."""

    page: Page
    server: str
    outside: list[str] = field(default_factory=list)

    def open(self, address: str = "") -> Page:
        """Open a page of the app and wait until it stands still."""
        self.page.goto(f"{self.server}/{address}")
        settle(self.page)
        return self.page


def settle(page: Page) -> None:
    """Wait until the script has run and nothing is being drawn any more."""
    page.wait_for_selector('[data-testid="stApp"][data-test-connection-state="CONNECTED"]', timeout=WAIT_MS)
    still = '[data-testid="stApp"][data-test-script-state="notRunning"]'
    quiet = 0
    deadline = time.monotonic() + WAIT_MS / 1000
    while quiet < 3 and time.monotonic() < deadline:
        page.wait_for_timeout(150)
        quiet = (
            quiet + 1
            if page.locator(still).count() and not page.locator('[data-stale="true"]').count()
            else 0
        )
    assert quiet == 3, "the page did not come to rest"


@pytest.fixture(scope="session")
def server(laid_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server that all tests of this process share; its first page has been opened."""
    with serving_a_copy(laid_file, tmp_path_factory.mktemp("server")) as address:
        yield address


@pytest.fixture
def cold_server(laid_file: Path, tmp_path: Path) -> Iterator[str]:
    """A server of one's own that nobody has opened yet."""
    with serving_a_copy(laid_file, tmp_path) as address:
        yield address


@contextmanager
def serving_a_copy(file: Path, folder: Path) -> Iterator[str]:
    """Run a server on a copy of a database in a folder of its own."""
    path = folder / "sample.duckdb"
    shutil.copy(file, path)
    with running(config.ROOT / "app.py", path) as started:
        yield started.address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = shutil.which("chromium") or shutil.which("google-chrome")
    if not path:
        pytest.fail("Chromium is missing: the browser tests need it (Debian: apt-get install chromium).")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def context(browser: Browser) -> Iterator[BrowserContext]:
    """One context for all: Streamlit's scripts are then fetched once a run; sessions are the pages' own."""
    one = browser.new_context(locale="tr-TR", viewport={"width": 1280, "height": 900})
    one.set_default_timeout(WAIT_MS)
    yield one
    one.close()


@pytest.fixture
def visitor(context: BrowserContext, server: str) -> Iterator[Visitor]:
    """A Turkish-speaking visitor of the shared server; whatever was asked for from outside fails the test."""
    yield from visiting(context, server)


@pytest.fixture
def stranger(context: BrowserContext, cold_server: str) -> Iterator[Visitor]:
    """A visitor who is the first to open anything on a server."""
    yield from visiting(context, cold_server)


def visiting(context: BrowserContext, server: str) -> Iterator[Visitor]:
    one = Visitor(context.new_page(), server)

    def note(request: Request) -> None:
        where = urlsplit(request.url)
        if where.scheme not in ("data", "blob", "about") and where.hostname not in LOOPBACK:
            one.outside.append(request.url)

    one.page.on("request", note)
    one.page.on(
        "websocket", lambda socket: socket.url.startswith("ws://127.0.0.1") or one.outside.append(socket.url)
    )
    yield one
    one.page.close()
    assert one.outside == []
