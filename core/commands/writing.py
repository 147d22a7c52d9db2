"""Writes a table to a file or to the screen, and reads the arguments that several commands share."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from core.domain.matching.cards import Unread
from core.errors import FileNotWritableError, WrongTopError
from core.i18n import Translator


def add_file_and_out(parser: argparse.ArgumentParser, t: Translator, columns: str) -> None:
    """Add FILE.csv, which needs `columns`, and --out."""
    parser.add_argument(
        "file",
        type=Path,
        metavar="FILE.csv",
        help=t("CSV file with the columns {columns}", columns=columns),
    )
    parser.add_argument(
        "--out",
        type=Path,
        metavar="OUT.csv",
        help=t("write the result to this file instead of the screen"),
    )


def top_of(text: str) -> int:
    """Return the number behind --top; raises WrongTopError."""
    if not text.isdecimal() or int(text) < 1:
        raise WrongTopError(value=text)
    return int(text)


def tell_unread(unread: Sequence[Unread], t: Translator) -> None:
    """Say beside the result how many cells count as unknown, and which is the first; nothing where none does."""
    if unread:
        first = unread[0]
        said = t(
            "Cells that were not understood and count as unknown: {count}; the first in line {line}, column "
            "“{column}”: “{value}”.",
            count=len(unread),
            line=first.line,
            column=first.column,
            value=first.value,
        )
        print(said, file=sys.stderr)


def write(table: pd.DataFrame, out: Path | None) -> None:
    """Write a table as CSV to `out`, or to the screen; raises FileNotWritableError."""
    text = table.to_csv(index=False, float_format="%.9g", lineterminator="\n")
    if out is None:
        sys.stdout.write(text)
        return
    try:
        out.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        raise FileNotWritableError(path=out) from error
