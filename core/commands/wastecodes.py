"""`python -m core wastecodes`: likely waste codes for what a CSV lists, without any database."""

import argparse

import pandas as pd

from core.commands.writing import add_file_and_out, top_of, write
from core.domain.table import read_table
from core.domain.wastecodes import suggest_codes
from core.errors import EmptyCellError, MissingColumnsError
from core.i18n import Translator, marked

NAME = "wastecodes"
SUMMARY = marked("suggest waste codes for every line of a CSV file")
_NEEDED = ("id", "name")


def add(parser: argparse.ArgumentParser, t: Translator) -> None:
    """Add the arguments of this command."""
    add_file_and_out(parser, t, "id, name, description, activity, nace")
    parser.add_argument(
        "--top", default="5", metavar="N", help=t("how many waste codes for each line (default: 5)")
    )


def run(args: argparse.Namespace, t: Translator) -> int:  # noqa: ARG001 - every command takes the translator
    """Write id, rank, code (six digits) and confidence for every line of the file."""
    top = top_of(args.top)
    columns, lines = read_table(args.file)
    missing = [name for name in _NEEDED if name not in columns]
    if missing:
        raise MissingColumnsError(columns=", ".join(missing))
    rows = []
    for line, cells in lines:
        for column in _NEEDED:
            if not cells[column]:
                raise EmptyCellError(line=line, column=column)
        about = {column: cells.get(column, "") for column in ("description", "activity", "nace")}
        found = suggest_codes(cells["name"], **about, top=top)
        rows += [(cells["id"], rank, one.code, one.confidence) for rank, one in enumerate(found, 1)]
    write(pd.DataFrame(rows, columns=["id", "rank", "code", "confidence"]), args.out)
    return 0
