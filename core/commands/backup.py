"""`python -m core backup`: writes a consistent copy of the database."""

import argparse
from pathlib import Path

from core.commands.opening import now, opened
from core.domain.model import SYSTEM
from core.i18n import Translator, marked
from core.services import backing_up

NAME = "backup"
SUMMARY = marked("write a copy of the database")


def add(parser: argparse.ArgumentParser, t: Translator) -> None:
    """Add the arguments of this command."""
    parser.add_argument("file", type=Path, metavar="FILE", help=t("the file to make"))


def run(args: argparse.Namespace, t: Translator) -> int:
    """Write the copy; an existing file is left untouched."""
    with opened() as database:
        backing_up.save(database, SYSTEM, args.file, now=now())
    print(t("The copy is in “{path}”. To restore it, put it in the place of the database.", path=args.file))
    return 0
