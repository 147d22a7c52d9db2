"""`python -m core init`: makes a database, either with the sample region or empty for a real region."""

import argparse
from pathlib import Path

from uuid_utils import uuid7

from core import config
from core.commands.opening import now
from core.domain.choices import Role
from core.domain.model import SYSTEM
from core.domain.synergies.following import UserAccount
from core.i18n import Translator, marked
from core.services import installing

NAME = "init"
SUMMARY = marked("make a database: with the sample region, or empty for a real one")


def add(parser: argparse.ArgumentParser, t: Translator) -> None:
    """Add the arguments of this command."""
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument(
        "--sample", action="store_true", help=t("with the sample region: every firm is invented")
    )
    what.add_argument("--region", metavar="REGION", help=t("empty, for a real region: izmir"))
    parser.add_argument(
        "--administrator", metavar="NAME", help=t("with --region: the name of the first administrator")
    )
    parser.add_argument(
        "file",
        type=Path,
        nargs="?",
        metavar="FILE",
        help=t("the database file (default: SIMBIYOZ_DATABASE, else data/sample.duckdb)"),
    )


def run(args: argparse.Namespace, t: Translator) -> int:
    """Make the file and say where it is; an existing file is left untouched."""
    path = args.file or config.database_path()
    first = None
    if args.administrator is not None:
        first = UserAccount(str(uuid7()), "", args.administrator.strip(), Role.ADMINISTRATOR)
    installing.create(
        path, SYSTEM, args.region or "izmir", with_sample=args.sample, now=now(), administrator=first
    )
    print(t("The database “{path}” is ready.", path=path))
    if args.region and first is None:
        print(t("It has no account yet. Add the first on the page “Administration”."))
    return 0
