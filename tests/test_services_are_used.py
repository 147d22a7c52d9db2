"""What the services can do has a place: a page, a command or another service calls each function of the table."""

import ast
from pathlib import Path

from core import config
from core.services.permissions import PERMISSIONS

EXCEPTIONS = {
    "impact.of_region": "the estimates computed anew: what tests compare those that impact_kept keeps with",
    "suggesting.cards": "what tests compare the live index with",
    "suggesting.index": "the index built anew: what tests and the bench compare the live one with",
}


def called(path: Path) -> set[str]:
    """Return the service functions that a module names, as module.function."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    modules: dict[str, str] = {}
    functions: dict[str, str] = {}
    if path.parent.name == "services":
        functions = {
            node.name: f"{path.stem}.{node.name}" for node in tree.body if isinstance(node, ast.FunctionDef)
        }
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == "core.services":
            modules |= {one.asname or one.name: one.name for one in node.names}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("core.services."):
            stem = str(node.module).rpartition(".")[2]
            functions |= {one.asname or one.name: f"{stem}.{one.name}" for one in node.names}
    found = {
        functions[node.id] for node in ast.walk(tree) if isinstance(node, ast.Name) and node.id in functions
    }
    return found | {
        f"{modules[node.value.id]}.{node.attr}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in modules
    }


def test_every_action_is_called_by_a_page_a_command_or_another_service() -> None:
    rooms = ("pages", "core/services", "core/commands")
    paths = [path for room in rooms for path in (config.ROOT / room).rglob("*.py")]

    used = set().union(*(called(path) for path in paths))

    assert sorted(PERMISSIONS.keys() - used - EXCEPTIONS.keys()) == []


def test_the_exceptions_are_still_needed() -> None:
    assert sorted(EXCEPTIONS.keys() - PERMISSIONS.keys()) == []
