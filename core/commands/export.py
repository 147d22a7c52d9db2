"""`python -m core export`: writes every table in every format into a folder."""

import argparse
from pathlib import Path

from core.commands.opening import now, opened
from core.domain.model import SYSTEM
from core.i18n import Translator, marked
from core.services import exporting

NAME = "export"
SUMMARY = marked("write firms, sites, resources and synergies as CSV, XLSX, Parquet and GeoJSON")


def add(parser: argparse.ArgumentParser, t: Translator) -> None:
    """Add the arguments of this command."""
    parser.add_argument(
        "folder", type=Path, metavar="DIR", help=t("the folder to write into; it is made if need be")
    )


def run(args: argparse.Namespace, t: Translator) -> int:
    """Write the files and name them."""
    with opened() as database:
        for path in exporting.folder(database, SYSTEM, args.folder, now=now()):
            print(path)
    print(t("Personal data (contacts, notes, numbers of persons) is not exported."))
    return 0
