"""The shape that keeps the code readable: sizes, one place for SQL and for caches, no HTML, nothing unfinished."""

import ast
import re
from pathlib import Path

import pytest

from core import config

SOURCES = sorted(path for folder in ("core", "pages") for path in (config.ROOT / folder).rglob("*.py"))
PAGES = sorted((config.ROOT / "pages").glob("*.py"))
SHARED = sorted((config.ROOT / "pages" / "shared").rglob("*.py"))
MODULE_LINES, FUNCTION_LINES, PAGE_LINES = 350, 40, 80


def name(path: Path) -> str:
    return str(path.relative_to(config.ROOT))


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_a_module_says_what_it_holds_and_stays_small(path: Path) -> None:
    assert ast.get_docstring(ast.parse(text(path))), "a module begins with what it holds and why it exists"
    assert len(text(path).splitlines()) <= MODULE_LINES


def body_lines(function: ast.FunctionDef) -> int:
    """Return the lines of a function without signature and docstring, which no one needs to hold in mind."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return (function.end_lineno or 0) - body[0].lineno + 1 if body else 0


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_a_function_stays_small(path: Path) -> None:
    functions = [node for node in ast.walk(ast.parse(text(path))) if isinstance(node, ast.FunctionDef)]

    assert [one.name for one in functions if body_lines(one) > FUNCTION_LINES] == []


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_a_page_is_a_short_script_that_begins_with_the_frame(path: Path) -> None:
    statements = [one for one in ast.parse(text(path)).body if isinstance(one, ast.Assign | ast.Expr)]
    first = next(one for one in statements if isinstance(one, ast.Assign) and isinstance(one.value, ast.Call))

    assert len(text(path).splitlines()) <= PAGE_LINES
    assert ast.unparse(first) == "t = frame.begin()"


@pytest.mark.parametrize("path", PAGES + SHARED, ids=name)
def test_pages_import_no_page(path: Path) -> None:
    pages = {page.stem for page in PAGES}
    imported = {
        part
        for node in ast.walk(ast.parse(text(path)))
        if isinstance(node, ast.ImportFrom) and node.module == "pages"
        for part in (one.name for one in node.names)
    }

    assert imported & pages == set()


def test_a_page_is_ended_by_the_frame_so_that_server_and_browser_forget_the_same_widgets() -> None:
    stopping = [name(path) for path in PAGES + SHARED if "st.stop()" in text(path)]

    assert stopping == ["pages/shared/frame.py"]  # its gate, and its end()


def test_only_storage_runs_sql() -> None:
    runs = re.compile(r"\.execute\(|\.sql\(")
    outside = [name(path) for path in SOURCES if runs.search(text(path)) and "storage" not in path.parts]

    assert outside == []


def test_only_the_cache_modules_cache_for_all_sessions() -> None:
    caching = [name(path) for path in PAGES + SHARED if "st.cache_" in text(path)]

    assert caching == [
        "pages/shared/cache.py",
        "pages/shared/cache_accounts.py",
        "pages/shared/cache_board.py",
        "pages/shared/cache_day.py",
        "pages/shared/cache_impact.py",
        "pages/shared/cache_library.py",
        "pages/shared/cache_people.py",
        "pages/shared/cache_programme.py",
        "pages/shared/cache_sorts.py",
        "pages/shared/cache_why.py",
        "pages/shared/cache_zones.py",
    ]


def test_no_page_lets_html_through() -> None:
    assert [
        name(path) for path in SOURCES if re.search(r"unsafe_allow_html|st\.html\(|allow_html", text(path))
    ] == []


def test_nothing_is_left_for_later() -> None:
    unfinished = re.compile(r"\b(TODO|FIXME|XXX)\b|raise NotImplemented")

    assert [name(path) for path in SOURCES if unfinished.search(text(path))] == []
