"""The command line: `python -m core COMMAND …`. Exit code 2 and one sentence where the input is wrong."""

import argparse
import os
import re
import sys
from collections.abc import Sequence
from typing import NoReturn

from core.commands import commands
from core.errors import SimbiyozError
from core.i18n import Translator, marked, translator


def language() -> str:
    """Return the language of the messages: SIMBIYOZ_LANGUAGE, else the locale's, else Turkish."""
    for name in ("SIMBIYOZ_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")[:2].lower()
        if value in ("tr", "en"):
            return value
    return "tr"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    t = translator(language())
    words = sys.argv[1:] if arguments is None else arguments
    args = _parser(t, next(iter(words), "")).parse_args(words)
    try:
        return int(args.run(args, t))
    except SimbiyozError as error:
        print(error.text(t), file=sys.stderr)
        return 2
    except BrokenPipeError:
        # The reader (`head`, say) has what it wanted; without this Python complains when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


_REFUSED = (  # what argparse says in English, and what is said instead
    (re.compile(r"the following arguments are required: (.*)"), marked("Missing: {what}.")),
    (re.compile(r"unrecognized arguments: (.*)"), marked("Not understood: {what}.")),
    (re.compile(r"argument \S+: invalid choice: '(.*?)'"), marked("Not understood: {what}.")),
    (re.compile(r"argument (.*): expected .*"), marked("A value is missing behind {what}.")),
)


class _Parser(argparse.ArgumentParser):
    """Refuses a call in the language of the other messages; argparse has its own in English only."""

    translator: Translator

    def error(self, message: str) -> NoReturn:
        t = self.translator
        told = ((refused.fullmatch(message.partition(" (choose")[0]), said) for refused, said in _REFUSED)
        said = next((t(said, what=found[1]) for found, said in told if found), message)
        self.print_usage(sys.stderr)
        self.exit(2, f"{said} {t('How it is called: {command}', command=f'{self.prog} -h')}\n")


def _parser(t: Translator, asked: str) -> argparse.ArgumentParser:
    _Parser.translator = t
    parser = _Parser(
        prog="python -m core", description=t("Simbiyoz: industrial symbiosis on the command line")
    )
    parsers = parser.add_subparsers(required=True, metavar="COMMAND")
    for command in commands(asked):
        one = parsers.add_parser(command.NAME, help=t(command.SUMMARY), description=t(command.SUMMARY))
        command.add(one, t)
        one.set_defaults(run=command.run)
    return parser


if __name__ == "__main__":
    sys.exit(main())
