"""The subcommands of `python -m core`.

Each module has `NAME`, `SUMMARY`, `add(parser, t)` and `run(args, t) -> int`, the exit code.
"""

from types import ModuleType

from core.commands import backup, check, evaluate, export, import_, init, report, suggest, takers, wastecodes

COMMANDS: tuple[ModuleType, ...] = (
    init,
    import_,
    suggest,
    takers,
    wastecodes,
    export,
    report,
    backup,
    check,
    evaluate,
)
