"""Every text of core and pages has its Turkish, once and with the same fields; the catalogues hold nothing else."""

import ast
import pkgutil
import re
import string
from collections import defaultdict
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from core import config, errors
from core.errors import SimbiyozError
from core.i18n import PSEUDO, catalogue, translator

CATALOGUES = sorted((config.ROOT / "core" / "locales" / "tr").glob("*.po"))
SOURCES = [
    path
    for folder in ("core", "pages")
    for path in sorted((config.ROOT / folder).rglob("*.py"))
    if "__pycache__" not in path.parts
]
# What UTF-8 read as Windows-1252 or -1254 turns Turkish letters into, letters lost, and dots on their own.
BROKEN = re.compile("Ã|Ä|Å|Â[^\\w]|�|ý|þ|ð|Ý|Þ|Ð|\\w\\?\\w|\u0307")


def messages_of(path: Path) -> dict[str, int]:
    """Return the literals given to `t`, `form.t`, `here.t` or `marked`, and where they stand."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {"t", "marked"}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == "core.i18n":
            names |= {name.asname for name in node.names if name.name == "marked" and name.asname}
    found = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            called = (
                node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", None)
            )
            if called in names and isinstance(node.args[0].value, str):
                found[node.args[0].value] = node.lineno
    return found


def unreadable_messages_of(path: Path) -> list[str]:
    """Return the calls of `t` whose message no machine can find: an f-string or texts put together."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [
        f"{path.relative_to(config.ROOT)}:{node.lineno}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and node.args
        and isinstance(node.args[0], ast.JoinedStr | ast.BinOp)
        and (getattr(node.func, "id", None) == "t" or getattr(node.func, "attr", None) == "t")
    ]


def error_classes() -> list[type[SimbiyozError]]:
    for room in pkgutil.iter_modules(errors.__path__):
        import_module(f"core.errors.{room.name}")
    found, waiting = [], [SimbiyozError]
    while waiting:
        found.append(waiting.pop())
        waiting += found[-1].__subclasses__()
    return found


@cache
def used() -> dict[str, str]:
    """Return every message of the program and where it stands."""
    found = {error.message: f"core/errors {error.__name__}" for error in error_classes()}
    for path in SOURCES:
        for message, line in messages_of(path).items():
            found[message] = f"{path.relative_to(config.ROOT)}:{line}"
    return found


def read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale="tr", abort_invalid=True)


def fields(message: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(message) if name is not None}


def test_no_text_lacks_its_turkish() -> None:
    turkish = catalogue("tr")

    assert (
        "\n".join(f"{where}: {message}" for message, where in used().items() if message not in turkish) == ""
    )


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(config.ROOT)))
def test_no_text_is_put_together_before_it_is_translated(path: Path) -> None:
    assert unreadable_messages_of(path) == []


def test_no_catalogue_holds_a_text_that_nobody_says() -> None:
    unused = [
        f"{path.name}: {message.id}"
        for path in CATALOGUES
        for message in read(path)
        if message.id and message.id not in used()
    ]

    assert "\n".join(unused) == ""


def test_a_text_has_one_turkish_whatever_the_file() -> None:
    said: dict[str, set[str]] = defaultdict(set)
    for path in CATALOGUES:
        for message in read(path):
            if message.id:
                said[str(message.id)].add(str(message.string))

    assert {text: ways for text, ways in said.items() if len(ways) > 1} == {}


def test_a_text_and_its_turkish_have_the_same_fields() -> None:
    different = [text for text, turkish in catalogue("tr").items() if fields(text) != fields(turkish)]

    assert different == []


def test_a_text_and_its_turkish_begin_and_end_with_the_same_blanks() -> None:
    def edges(text: str) -> tuple[bool, bool]:
        return text.startswith(" "), text.endswith(" ")

    assert [text for text, turkish in catalogue("tr").items() if edges(text) != edges(turkish)] == []


def test_no_turkish_letter_is_broken() -> None:
    assert [turkish for turkish in catalogue("tr").values() if BROKEN.search(turkish)] == []


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.name)
def test_no_text_is_left_empty_or_fuzzy(path: Path) -> None:
    assert [
        message.id for message in read(path) if message.id and (not message.string or message.fuzzy)
    ] == []


def test_the_pseudo_language_marks_a_text_and_fills_its_fields() -> None:
    assert translator(PSEUDO)("{count} firms", count=3) == "⟦3 firms⟧"


def test_a_language_that_nobody_knows_is_turkish() -> None:
    assert translator("de").language == "tr"
