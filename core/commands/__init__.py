"""The subcommands of `python -m core`: each module has `NAME`, `SUMMARY`, `add(parser, t)` and `run(args, t) -> int`."""

from types import ModuleType

from core.commands import init, suggest

COMMANDS: tuple[ModuleType, ...] = (init, suggest)
