"""The subcommands of `python -m core`.

Each module has `NAME`, `SUMMARY`, `add(parser, t)` and `run(args, t) -> int`, the exit code.
"""

from types import ModuleType

from core.commands import backup, check, export, import_, init, suggest

COMMANDS: tuple[ModuleType, ...] = (init, import_, suggest, export, backup, check)
