"""The subcommands of `python -m core`.

Each module has `NAME`, `SUMMARY`, `add(parser, t)` and `run(args, t) -> int`, the exit code.
"""

from importlib import import_module
from types import ModuleType

_MODULES = {
    "init": "init",
    "import": "import_",
    "suggest": "suggest",
    "takers": "takers",
    "wastecodes": "wastecodes",
    "export": "export",
    "report": "report",
    "backup": "backup",
    "check": "check",
    "evaluate": "evaluate",
}
"""The module of each command by its name, in the order of the help."""


def commands(asked: str = "") -> tuple[ModuleType, ...]:
    """Return the command that is asked for, all of them where there is none of this name: imports take seconds."""
    names = [asked] if asked in _MODULES else list(_MODULES)
    return tuple(import_module(f"core.commands.{_MODULES[name]}") for name in names)
